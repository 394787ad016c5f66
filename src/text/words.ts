/** Words by own rules: Intl.Segmenter differs between machines and is quadratic on Node 20. */

const letterOrDigit = /[\p{L}\p{N}]/u
const between = /[\s\u2013\u2014]/

/**
 * @returns how many words a text has: what stands between white space and dashes and has a letter or digit in it.
 * «1,234.5», «socio-educativas», «ana@x.pe» and «d’Artagnan» are one word each; a lone «%» or «-» is none.
 */
export function countWords(text: string): number {
  let count = 0
  let counted = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const plain = code > 0x20 && code < 0x7f
    if (!plain && between.test(text.charAt(at))) counted = false
    else if (!counted && (plain ? isAlphanumeric(code) : letterOrDigit.test(characterAt(text, at)))) {
      counted = true
      count++
    }
  }
  return count
}

function isAlphanumeric(code: number): boolean {
  const letter = code | 0x20
  return (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39)
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0)
}
