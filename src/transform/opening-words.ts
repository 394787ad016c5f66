import type { Locale } from '../locale/types.ts'

const fewest = 8
const most = 12
/** Twelve words of any language take fewer. */
const mostCharacters = 600

/**
 * The first words of a paragraph, for a reference that quotes them: 8 to 12, cut after a punctuation mark, else
 * before a small word, where a new phrase begins; never after a small word.
 *
 * @param text - of the paragraph
 * @returns without the punctuation at the cut, with no quotation mark or bracket left open
 */
export function openingWords(text: string, locale: Locale): string {
  const small = new Set(locale.smallWords)
  // A space that does not break belongs to its word: «\u00A0…\u00A0».
  const all = text
    .trim()
    .slice(0, mostCharacters)
    .split(/[ \t\n]+/)
  if (all.length <= most) return closed(withoutTrailing(all.join(' ')))
  const isSmall = (index: number) => small.has(bare(all[index] ?? ''))
  const counts = Array.from({ length: most - fewest + 1 }, (_, step) => most - step)
  const whole = counts.filter(count => !isSmall(count - 1))
  const endsPhrase = (count: number) => trailing.includes((all[count - 1] ?? '').at(-1) ?? ' ')
  const count = whole.find(endsPhrase) ?? whole.find(isSmall) ?? whole[0] ?? most
  return closed(withoutTrailing(all.slice(0, count).join(' ')))
}

const trailing = '.,;:… -\u2013\u2014'

/** By hand: a regular expression takes quadratic time where the marks do not end the text. */
function withoutTrailing(text: string): string {
  let end = text.length
  while (end > 0 && trailing.includes(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

const pairs: readonly (readonly [string, string])[] = [
  ['«', '»'],
  ['“', '”'],
  ['(', ')'],
  ['[', ']'],
]

/** Leaves out each opening mark whose partner was cut off. */
function closed(text: string): string {
  let result = text
  for (const [open, close] of pairs) {
    let unclosed = count(result, open) - count(result, close)
    for (; unclosed > 0; unclosed--) result = withoutLast(result, open)
  }
  return count(result, '"') % 2 === 1 ? withoutLast(result, '"') : result
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1
}

function withoutLast(text: string, mark: string): string {
  const at = text.lastIndexOf(mark)
  return text.slice(0, at) + text.slice(at + mark.length)
}

/**
 * Quotation marks inside a quotation, of the next kind: «… “…” …», “… ‘…’ …».
 *
 * @param outer - the mark that opens the quotation
 */
export function innerQuotes(text: string, outer: string): string {
  const [open, close, innerOpen, innerClose] = outer.startsWith('«') ? '«»“”' : '“”‘’'
  return text.replace(
    /[«»“”]/g,
    mark => (mark === open ? innerOpen : mark === close ? innerClose : mark) ?? mark,
  )
}
