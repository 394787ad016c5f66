/** Puts a message of the catalogue into a VFile, and reads it back for whoever prints it. */
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { Place } from '../publication/model.ts'
import { compare } from '../text/order.ts'
import { catalogue, type Facts, type MessageLanguage, type RuleId, type Severity } from './catalogue.ts'

/** A message in no language yet: what is kept between runs, whatever language a user has. */
export interface Finding {
  readonly rule: RuleId
  readonly severity: Severity
  readonly file: string
  /** 0 where a message concerns the whole file. */
  readonly line: number
  readonly column: number
  /** Exclusive end; 0 where a message has no extent. */
  readonly endLine: number
  readonly endColumn: number
  /** Where the file is included, and where the one that includes it is, up to the document's own. */
  readonly includedFrom: readonly { readonly file: string; readonly line: number }[]
  /** What the rule's sentences tell. */
  readonly facts: object
}

/** A message as printed and as written by `--json`. */
export interface Diagnostic extends Finding {
  readonly reason: string
  readonly remedy: string
}

/** Where a message points: a place in the source, or a whole file by its path. */
export type Spot = Place | string

/**
 * Adds one message.
 *
 * @param file - the document's VFile
 * @param rule - id in the catalogue
 * @param spot - place, or path of a file that is wrong as a whole
 * @param facts - what the rule's sentences need
 */
export function report<Id extends RuleId>(file: VFile, rule: Id, spot: Spot, facts: Facts<Id>): void {
  const { severity } = catalogue[rule]
  const includedFrom = includingPlaces(file, typeof spot === 'string' ? spot : spot.file)
  // What a VFile's own reader shows is Spanish, as most of the program's users are.
  const { reason, remedy } = sentences(rule, facts, includedFrom, 'es')
  const message: VFileMessage = file.message(reason, { ruleId: rule, source: 'pliego' })
  message.note = remedy
  message.facts = facts
  message.includedFrom = includedFrom
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
  if (typeof spot === 'string') {
    message.file = spot
    return
  }
  message.file = spot.file
  message.line = spot.line
  message.column = spot.column
  message.place = {
    start: { line: spot.line, column: spot.column },
    end: { line: spot.endLine, column: spot.endColumn },
  }
}

/** From the nearest to the document's own text; a circle of includes ends where it closes. */
function includingPlaces(file: VFile, path: string): Finding['includedFrom'] {
  const places = new Map<string, { file: string; line: number }>()
  let from = file.data.includes?.get(path)
  while (from !== undefined && !places.has(from.file)) {
    places.set(from.file, { file: from.file, line: from.line })
    from = file.data.includes?.get(from.file)
  }
  return [...places.values()]
}

const included: Readonly<Record<MessageLanguage, (file: string, line: number) => string>> = {
  es: (file, line) => ` (incluido en ${file}, línea ${line})`,
  en: (file, line) => ` (included in ${file}, line ${line})`,
}

function sentences(
  rule: RuleId,
  facts: object,
  includedFrom: Finding['includedFrom'],
  language: MessageLanguage,
): Pick<Diagnostic, 'reason' | 'remedy'> {
  const [reason, remedy] = catalogue[rule][language].map(sentence =>
    // The facts were checked against the rule when they were reported.
    typeof sentence === 'string' ? sentence : sentence(facts as never),
  )
  const via = includedFrom.map(({ file, line }) => included[language](file, line)).join('')
  return { reason: `${reason}${via}`, remedy: remedy ?? '' }
}

/** A finding in the words of a language. */
export function worded(finding: Finding, language: MessageLanguage): Diagnostic {
  return { ...finding, ...sentences(finding.rule, finding.facts, finding.includedFrom, language) }
}

/** The messages of one document in a language, in the order of {@link findings}. */
export function diagnostics(file: VFile, language: MessageLanguage = 'es'): readonly Diagnostic[] {
  return findings(file).map(finding => worded(finding, language))
}

/** The messages of one document, by file, line and column, then in the order in which they were found. */
export function findings(file: VFile): readonly Finding[] {
  const found = file.messages.map((message, order): Finding & { order: number } => ({
    rule: (message.ruleId ?? 'internal') as RuleId,
    severity: message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info',
    file: message.file ?? file.path ?? '',
    line: message.line ?? 0,
    column: message.column ?? 0,
    ...endOf(message),
    includedFrom: message.includedFrom ?? [],
    facts: message.facts ?? {},
    order,
  }))
  const byPlace = (a: (typeof found)[number], b: (typeof found)[number]) =>
    compare(a.file, b.file) || a.line - b.line || a.column - b.column || a.order - b.order
  return found.sort(byPlace).map(({ order: _, ...finding }) => finding)
}

function endOf({ place }: VFileMessage): Pick<Diagnostic, 'endLine' | 'endColumn'> {
  if (place === undefined || !('end' in place)) return { endLine: 0, endColumn: 0 }
  return { endLine: place.end.line, endColumn: place.end.column }
}

/** Has any message of a severity that stops the document been reported? */
export function failed(file: VFile): boolean {
  return file.messages.some(message => message.fatal === true)
}

declare module 'vfile-message' {
  interface VFileMessage {
    facts?: object
    includedFrom?: Finding['includedFrom']
  }
}

declare module 'vfile' {
  interface DataMap {
    /** By the path of each included file, where it is included first. */
    includes?: ReadonlyMap<string, Place>
    /** The document's name, where it is not its path's: of a folder with a full stop in its name. */
    stem?: string
    /** By path, the text of every file that the document is made of. */
    texts?: ReadonlyMap<string, string>
  }
}
