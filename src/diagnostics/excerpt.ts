/** The source line that a message is about, with a mark under the words that it means. */

/** Columns of a terminal that an excerpt takes, and where in them a long line's place is put. */
const width = 100
const lead = 30

/**
 * @param text - the whole file, with `\n` line ends
 * @param place - lines and columns from 1, in UTF-16 units; `endLine` 0 where only a point is known
 * @returns two lines, the source and the mark; '' where the place is not in the text
 */
export function excerpt(
  text: string,
  place: {
    readonly line: number
    readonly column: number
    readonly endLine: number
    readonly endColumn: number
  },
): string {
  const line = text.split('\n')[place.line - 1]
  if (line === undefined || place.column < 1 || place.column > line.length + 1) return ''
  const from = place.column - 1
  const to =
    place.endLine === place.line ? place.endColumn - 1 : place.endLine > place.line ? line.length : from
  const start = line.length > width && from > width - lead ? from - lead : 0
  const cut = start + width < line.length
  const shown = `${start > 0 ? '…' : ''}${line.slice(start + (start > 0 ? 1 : 0), start + width)}${cut ? '…' : ''}`
  const indent = columns(line.slice(start, from))
  const marked = Math.max(1, columns(line.slice(from, Math.min(to, start + width))))
  const number = `${place.line}`
  const gutter = ' '.repeat(number.length)
  return `    ${number} | ${shown.replaceAll('\t', ' ')}\n    ${gutter} | ${' '.repeat(indent)}${'^'.repeat(marked)}`
}

/** Columns on a terminal: one a character, none for marks that combine with the one before. */
function columns(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length
}
