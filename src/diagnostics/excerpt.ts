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
  const line = lineOf(text, place.line)
  if (line === undefined || place.column < 1 || place.column > line.length + 1) return ''
  const from = place.column - 1
  const to =
    place.endLine === place.line ? place.endColumn - 1 : place.endLine > place.line ? line.length : from
  const start = line.length > width && from > width - lead ? wholeCharacter(line, from - lead) : 0
  const end = wholeCharacter(line, start + width)
  const shown = `${start > 0 ? '…' : ''}${line.slice(start > 0 ? wholeCharacter(line, start + 1) : 0, end)}${end < line.length ? '…' : ''}`
  const indent = columns(line.slice(start, from))
  const marked = Math.max(1, columns(line.slice(from, Math.min(to, end))))
  const number = `${place.line}`
  const gutter = ' '.repeat(number.length)
  return `    ${number} | ${shown.replaceAll('\t', ' ')}\n    ${gutter} | ${' '.repeat(indent)}${'^'.repeat(marked)}`
}

/** The text that was asked for last, cut into its lines: a long one may have hundreds of messages. */
let recent: { readonly text: string; readonly lines: readonly string[] } = { text: '', lines: [] }

function lineOf(text: string, number: number): string | undefined {
  if (text !== recent.text) recent = { text, lines: text.split('\n') }
  return recent.lines[number - 1]
}

/** The same offset, or the one before where it would cut a character in two. */
function wholeCharacter(text: string, offset: number): number {
  return /^[\uDC00-\uDFFF]/.test(text.slice(offset, offset + 1)) ? offset - 1 : offset
}

/** Columns on a terminal: two for East Asian wide characters and emoji (UAX #11), none for marks and joiners. */
function columns(text: string): number {
  let sum = 0
  for (const character of text.replace(/[\p{M}\u200B-\u200D]/gu, '')) sum += wide.test(character) ? 2 : 1
  return sum
}

const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303E\uFF01-\uFF60]/u
