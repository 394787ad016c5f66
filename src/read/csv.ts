/** Comma-separated values (RFC 4180 §2), with `;` and tabs too, as spreadsheets in Spanish write them. */

export interface CsvField {
  readonly value: string
  /** Offsets in the file. */
  readonly start: number
  readonly end: number
}
export type CsvRow = readonly CsvField[]

/**
 * @param text - with `\n` line ends
 * @param separator - '': the one of `;`, tab and `,` that the first line has most of, outside quotation marks
 * @returns its rows without empty lines, or the offset of a quotation mark that is wrong
 */
export function parseCsv(text: string, separator: string): readonly CsvRow[] | { readonly fault: number } {
  const mark = separator === '' ? sniffed(text) : separator
  const rows: CsvRow[] = []
  let row: CsvField[] = []
  for (let at = 0; at <= text.length; ) {
    const field = text[at] === '"' ? quoted(text, at) : bare(text, at, mark)
    if (field === null) return { fault: at }
    const next = text[field.end]
    if (next !== undefined && next !== mark && next !== '\n') return { fault: field.end }
    row.push(field)
    at = field.end + 1
    if (next === mark) continue
    if (row.length > 1 || row[0]?.value !== '') rows.push(row)
    row = []
    if (next === undefined) break
  }
  return rows
}

function sniffed(text: string): string {
  const head = (text.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = [';', '\t', ','].map(mark => ({ mark, count: head.split(mark).length - 1 }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark
}

function bare(text: string, start: number, mark: string): CsvField {
  let end = start
  while (end < text.length && text[end] !== mark && text[end] !== '\n') end++
  return { value: text.slice(start, end).trim(), start, end }
}

function quoted(text: string, start: number): CsvField | null {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') continue
    const value = text
      .slice(start + 1, at)
      .replaceAll('""', '"')
      .replace(/\s+/g, ' ')
      .trim()
    return { value, start, end: at + 1 }
  }
  return null
}
