/** Paragraphs that stand more than once, and what became of them. */
import type { RepeatReason } from '../../publication/model.ts'
import { info, type MessageLanguage, warning } from './rule.ts'

interface Copy {
  readonly opening: string
  /** Of the other copy. */
  readonly file: string
  readonly line: number
}

interface Decided extends Copy {
  readonly reason: RepeatReason | ''
  /** How often the text stands in the document. */
  readonly times: number
}

interface Near extends Omit<Copy, 'opening'> {
  /** What differs, the most important first: texts of one and of the other; '' where one has nothing. */
  readonly changes: readonly { readonly before: string; readonly after: string }[]
}

export const repeatRules = {
  'repeat-found': warning<Copy>({
    es: [
      f => `este párrafo repite el de la línea ${f.line} de ${f.file}: «${f.opening}…»`,
      'bórrelo, o añada una última línea {repeats=keep} al párrafo si es intencional',
    ],
    en: [
      f => `this paragraph repeats the one on line ${f.line} of ${f.file}: “${f.opening}…”`,
      'delete it, or add a last line {repeats=keep} to the paragraph if it is meant',
    ],
  }),
  'repeat-resolved': info<Decided & { readonly outcome: 'referenced' | 'removed' }>({
    es: [
      f =>
        `párrafo repetido (línea ${f.line} de ${f.file}): «${f.opening}…»: ` +
        `${f.outcome === 'removed' ? 'no se publica dos veces' : 'lo sustituye una remisión'}${because(f, 'es')}`,
      'nada que hacer; {repeats=keep} lo dejaría entero',
    ],
    en: [
      f =>
        `repeated paragraph (line ${f.line} of ${f.file}): “${f.opening}…”: ` +
        `${f.outcome === 'removed' ? 'it is not published twice' : 'a reference takes its place'}${because(f, 'en')}`,
      'nothing to do; {repeats=keep} would leave it whole',
    ],
  }),
  'repeat-guarded': warning<Decided>({
    es: [
      f =>
        `este párrafo repite el de la línea ${f.line} de ${f.file} («${f.opening}…») y queda entero` +
        because(f, 'es'),
      'decídalo en el párrafo: {repeats=reference}, {repeats=first} o {repeats=keep}',
    ],
    en: [
      f =>
        `this paragraph repeats the one on line ${f.line} of ${f.file} (“${f.opening}…”) and stays whole` +
        because(f, 'en'),
      'decide in the paragraph: {repeats=reference}, {repeats=first} or {repeats=keep}',
    ],
  }),
  'repeat-kept': info<Copy>({
    es: [
      f => `párrafo repetido a propósito (línea ${f.line} de ${f.file}): «${f.opening}…»`,
      'nada que hacer',
    ],
    en: [
      f => `paragraph repeated on purpose (line ${f.line} of ${f.file}): “${f.opening}…”`,
      'nothing to do',
    ],
  }),
  'repeat-near': warning<Near>({
    es: [
      f =>
        `este párrafo es casi igual al de la línea ${f.line} de ${f.file}; cambia: ${difference(f.changes, 'es')}`,
      'compruebe cuál de los dos es el correcto',
    ],
    en: [
      f =>
        `this paragraph is almost the same as the one on line ${f.line} of ${f.file}; what differs: ` +
        difference(f.changes, 'en'),
      'check which of the two is right',
    ],
  }),
  'repeat-elsewhere': info<Copy>({
    es: [
      f => `este párrafo está también en ${f.file}, línea ${f.line}: «${f.opening}…»`,
      'nada que hacer; «pliego repeats» los lista todos',
    ],
    en: [
      f => `this paragraph is also in ${f.file}, line ${f.line}: “${f.opening}…”`,
      'nothing to do; “pliego repeats” lists them all',
    ],
  }),
  'repeat-near-elsewhere': info<Near>({
    es: [
      f =>
        `este párrafo está casi igual en ${f.file}, línea ${f.line}; cambia: ${difference(f.changes, 'es')}`,
      'compruebe cuál de los dos es el correcto; «pliego repeats» los lista todos',
    ],
    en: [
      f =>
        `almost the same paragraph is in ${f.file}, line ${f.line}; what differs: ${difference(f.changes, 'en')}`,
      'check which of the two is right; “pliego repeats” lists them all',
    ],
  }),
}

function because({ reason, times }: Decided, language: MessageLanguage): string {
  if (reason === '') return ''
  const [conjunction, reasons] = causes[language]
  return `, ${conjunction} ${reason === 'many' ? reasons.many.replace('#', String(times)) : reasons[reason]}`
}

const causes: Readonly<Record<MessageLanguage, readonly [string, Readonly<Record<RepeatReason, string>>]>> = {
  es: [
    'porque',
    {
      sole: 'es el único texto de su sección',
      run: 'está en una serie de párrafos que se repiten en el mismo orden',
      introduces: 'introduce lo que sigue',
      many: 'el texto aparece # veces',
      circle: 'las copias remitirían una a la otra',
      leaned: 'lo que sigue se apoya en él',
      announced: 'lo anterior lo anuncia',
      bare: 'la sección empezaría o terminaría sin un párrafo',
    },
  ],
  en: [
    'because',
    {
      sole: 'it is the only text of its section',
      run: 'it stands in a run of paragraphs that repeat in the same order',
      introduces: 'it introduces what follows',
      many: 'the text stands # times',
      circle: 'the copies would refer to each other',
      leaned: 'what follows leans on it',
      announced: 'what stands before announces it',
      bare: 'the section would begin or end without a paragraph',
    },
  ],
}

const mostChanges = 5

function difference(all: Near['changes'], language: MessageLanguage): string {
  const { nothing, adds, omits, becomes, more } = differences[language]
  if (all.length === 0) return nothing
  const shown = all.slice(0, mostChanges).map(({ before, after }) => {
    if (before === '') return adds(shortened(after))
    return after === '' ? omits(shortened(before)) : becomes(shortened(before), shortened(after))
  })
  return shown.join('; ') + (all.length > mostChanges ? more(all.length - mostChanges) : '')
}

const differences = {
  es: {
    nothing: 'el énfasis, los enlaces, el código o la puntuación',
    adds: (after: string) => `añade «${after}»`,
    omits: (before: string) => `omite «${before}»`,
    becomes: (before: string, after: string) => `«${before}» pasa a ser «${after}»`,
    more: (count: number) => `; y ${count} más`,
  },
  en: {
    nothing: 'emphasis, links, code or punctuation',
    adds: (after: string) => `it adds “${after}”`,
    omits: (before: string) => `it leaves out “${before}”`,
    becomes: (before: string, after: string) => `“${before}” becomes “${after}”`,
    more: (count: number) => `; and ${count} more`,
  },
}

function shortened(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 60).trimEnd()}…`
}
