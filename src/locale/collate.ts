/** Alphabetical order without the locale functions, whose answers change from one version of Node to the next. */

/** Words before longer words, digits before letters, ñ after every n; all other accents and cases alike. */
const places = new Map([...' 0123456789abcdefghijklmnñopqrstuvwxyz'].map((letter, place) => [letter, place]))

/** Letters that Unicode does not decompose. */
const letters: Readonly<Record<string, string>> = { æ: 'ae', œ: 'oe', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' }

/**
 * Order of two entries of an index or glossary, as Spanish dictionaries have it (Ortografía 2010, ch and ll are no
 * letters): marks and punctuation don't count, nor does case, but for entries that are otherwise the same.
 *
 * @returns below 0 when `a` comes first; 0 for equal texts only
 */
export function collate(a: string, b: string): number {
  const [one, other] = [key(a), key(b)]
  const length = Math.min(one.length, other.length)
  for (let at = 0; at < length; at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0)
    if (difference !== 0) return difference
  }
  if (one.length !== other.length) return one.length - other.length
  return a === b ? 0 : a < b ? -1 : 1
}

/** Letters of other scripts follow those of the Latin one, by code point. */
function key(text: string): readonly number[] {
  const folded = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’.·]/g, '')
    .replace(/[æœßøłđ]/g, letter => letters[letter] ?? letter)
    .replace(/[^ñ]/gu, character => character.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return [...folded].map(character => places.get(character) ?? places.size + (character.codePointAt(0) ?? 0))
}
