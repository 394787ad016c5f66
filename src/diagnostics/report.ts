/** Puts a message of the catalogue into a VFile, and reads it back for whoever prints it. */
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { Place } from '../publication/model.ts'
import { catalogue, type Facts, type RuleId, type Severity } from './catalogue.ts'

/** A message as printed and as written by `--json`. */
export interface Diagnostic {
  readonly rule: RuleId
  readonly severity: Severity
  readonly file: string
  /** 0 where a message concerns the whole file. */
  readonly line: number
  readonly column: number
  /** Exclusive end; 0 where a message has no extent. */
  readonly endLine: number
  readonly endColumn: number
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
  const entry = catalogue[rule] as {
    severity: Severity
    reason(f: unknown): string
    remedy(f: unknown): string
  }
  const from = file.data.includes?.get(typeof spot === 'string' ? spot : spot.file)
  const via = from === undefined ? '' : ` (incluido en ${from.file}, línea ${from.line})`
  const reason = `${entry.reason(facts)}${via}`
  const message: VFileMessage = file.message(reason, { ruleId: rule, source: 'pliego' })
  message.note = entry.remedy(facts)
  message.fatal = entry.severity === 'error' ? true : entry.severity === 'warning' ? false : undefined
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

/** The messages of one document, by file, line and column, then in the order in which they were found. */
export function diagnostics(file: VFile): readonly Diagnostic[] {
  const found = file.messages.map((message, order): Diagnostic & { order: number } => ({
    rule: (message.ruleId ?? 'internal') as RuleId,
    severity: message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info',
    file: message.file ?? file.path ?? '',
    line: message.line ?? 0,
    column: message.column ?? 0,
    ...endOf(message),
    reason: message.reason,
    remedy: message.note ?? '',
    order,
  }))
  const byPlace = (a: (typeof found)[number], b: (typeof found)[number]) =>
    compare(a.file, b.file) || a.line - b.line || a.column - b.column || a.order - b.order
  return found.sort(byPlace).map(({ order: _, ...diagnostic }) => diagnostic)
}

function endOf({ place }: VFileMessage): Pick<Diagnostic, 'endLine' | 'endColumn'> {
  if (place === undefined || !('end' in place)) return { endLine: 0, endColumn: 0 }
  return { endLine: place.end.line, endColumn: place.end.column }
}

/** Has any message of a severity that stops the document been reported? */
export function failed(file: VFile): boolean {
  return file.messages.some(message => message.fatal === true)
}

/** Order by UTF-16 units: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

declare module 'vfile' {
  interface DataMap {
    /** By the path of each included file, where it is included first. */
    includes?: ReadonlyMap<string, Place>
    /** By path, the text of every file that the document is made of. */
    texts?: ReadonlyMap<string, string>
  }
}
