/** Texts as they are compared: canonical composition, one case, single spaces. */

/** NFC, lower case, runs of white space as one space, none at the ends. */
export function fold(text: string): string {
  return singleSpaces(text.normalize('NFC').toLowerCase())
}

/** White space as one space each, none at the ends. Most texts have it so, and are not written anew. */
export function singleSpaces(text: string): string {
  return (unevenSpaces.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
}

const unevenSpaces = /\s\s|[^\S ]/

/**
 * A name for identifiers and addresses: ASCII letters and digits with hyphens between.
 *
 * @returns «Lucha contra la Corrupción» as `lucha-contra-la-corrupcion`, cut at a hyphen after at most 80
 * characters; '' when no letter of the text has an ASCII form
 */
export function slug(text: string): string {
  const ascii = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, letter => undecomposed[letter] ?? '')
    .replace(/['’]/g, '')
  const name = ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  if (name.length <= 80) return name
  const end = name.lastIndexOf('-', 80)
  return name.slice(0, end > 0 ? end : 80)
}

/** Letters that Unicode does not decompose into a base and a mark. */
const undecomposed: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}
