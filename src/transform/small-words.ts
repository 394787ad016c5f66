/** Words in small letters, found by going over a text once: a book has so many that a search for each costs more. */

const kinds = { unknown: 0, other: 1, small: 2, letter: 3, joint: 4 } as const

/** By code unit, as they are met. */
const known = new Uint8Array(0x10000)

/**
 * @returns in order, surrogates apart, those of at most `longest` letters and nothing but small ones, that are no part of a compound, an
 * address or an abbreviation with points inside: the matches of
 * `(?<![\p{L}.@/_-])\p{Ll}{1,longest}(?![\p{L}@/_-]|\.\p{L})`
 */
export function smallWords(text: string, longest: number): readonly string[] {
  const words: string[] = []
  let at = 0
  while (at < text.length) {
    const start = at
    while (kindAt(text, at) === kinds.small) at++
    const end = at
    // The rest of what the word is a part of.
    while (kindAt(text, at) > kinds.other) at++
    if (end > start && end - start <= longest && standsAlone(text, end)) words.push(text.slice(start, end))
    if (at === start) at++
  }
  return words
}

/** At the end of a word: nothing that goes on with it, but a point that ends the sentence. */
function standsAlone(text: string, end: number): boolean {
  const kind = kindAt(text, end)
  if (kind <= kinds.other) return true
  if (text.charAt(end) !== '.') return false
  const after = kindAt(text, end + 1)
  return after !== kinds.small && after !== kinds.letter
}

function kindAt(text: string, at: number): number {
  if (at >= text.length) return kinds.other
  const code = text.charCodeAt(at)
  const kind = known[code] ?? kinds.unknown
  if (kind !== kinds.unknown) return kind
  const found = kindOf(text.charAt(at))
  known[code] = found
  return found
}

/** Half of a pair of code units counts as a letter: what touches one is no word of an acronym's letters. */
function kindOf(character: string): number {
  if ('.@/_-'.includes(character)) return kinds.joint
  if (/\p{Ll}/u.test(character)) return kinds.small
  return /[\p{L}\p{Cs}]/u.test(character) ? kinds.letter : kinds.other
}
