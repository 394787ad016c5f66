/** What a rule of the catalogue is made of, and the three helpers that make one. */

export type Severity = 'error' | 'warning' | 'info'

/** The languages that the program speaks to its users; what a document is written in is another matter. */
export const messageLanguages = ['es', 'en'] as const
export type MessageLanguage = (typeof messageLanguages)[number]

type Sentence<Facts> = string | ((facts: Facts) => string)

/** What is wrong, and what to do: without a capital or a full stop, as they stand behind a place and an arrow. */
type Wording<Facts> = readonly [reason: Sentence<Facts>, remedy: Sentence<Facts>]

/** Both languages or neither: a rule that lacks one does not compile. */
export type Wordings<Facts> = Readonly<Record<MessageLanguage, Wording<Facts>>>

export interface Rule<Facts> extends Wordings<Facts> {
  readonly severity: Severity
}

/** Nothing is published. */
export function error<Facts = object>(wordings: Wordings<Facts>): Rule<Facts> {
  return { severity: 'error', ...wordings }
}

/** It is published, unless with `--strict`. */
export function warning<Facts = object>(wordings: Wordings<Facts>): Rule<Facts> {
  return { severity: 'warning', ...wordings }
}

/** Nothing is wrong. */
export function info<Facts = object>(wordings: Wordings<Facts>): Rule<Facts> {
  return { severity: 'info', ...wordings }
}

/** The remedy of a name that does not exist: the one that is spelt most like it; '' where none is near. */
export const meant: Readonly<Record<MessageLanguage, (nearest: string, otherwise: string) => string>> = {
  es: (nearest, otherwise) => (nearest === '' ? otherwise : `¿quiso decir «${nearest}»?`),
  en: (nearest, otherwise) => (nearest === '' ? otherwise : `did you mean “${nearest}”?`),
}
