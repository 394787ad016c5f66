/** The first sentence of a text, by own rules and the abbreviations of its language. */

/**
 * A sentence's end: its mark, closing quotation marks and brackets, then white space. Only tried where a row of
 * marks begins: a leader of a thousand points would take a million steps.
 */
const end = /(?<![.…?!])[.…?!]+["'”’»)\]]*(?=\s|$)/gu
/** What a sentence may begin with: a capital or a digit, after opening marks. */
const beginning = /^["'“‘«([¿¡\u2014\u2013-]*[\p{Lu}\p{Lt}\p{N}]/u

/**
 * @param text - of one block
 * @param abbreviations - lower case, with their point («art.»)
 * @returns the first sentence with its final mark, or the whole text when no sentence ends in it
 */
export function firstSentence(text: string, abbreviations: ReadonlySet<string>): string {
  const line = text.replace(/\s+/g, ' ').trim()
  for (const match of line.matchAll(end)) {
    const after = match.index + match[0].length
    const rest = line.slice(after, after + 40).trimStart()
    if (rest !== '' && !beginning.test(rest)) continue
    if (rest !== '' && match[0].startsWith('.') && isAbbreviation(line, match.index, abbreviations)) continue
    return line.slice(0, after)
  }
  return line
}

function isAbbreviation(line: string, point: number, abbreviations: ReadonlySet<string>): boolean {
  const before = line.slice(Math.max(0, point - 40), point)
  const word = /[^\s("«“'‘[]*$/u.exec(before)?.[0] ?? ''
  // «J. Pérez», «S. A.»
  if (/^\p{Lu}$/u.test(word)) return true
  // «EE. UU. y Chile»: letters doubled for a plural, the last of which may well end the sentence.
  if (/^(\p{Lu})\1$/u.test(word)) return /^\.\s*(\p{Lu})\1\./u.test(line.slice(point, point + 8))
  // «1. Objeto», «II. Antecedentes»: the number of what follows, when nothing stands before it.
  if (word.length === point && /^(?:\p{N}+|[IVXLC]+)$/u.test(word)) return true
  // «Ley No. 27444», but «Dijo que no.»
  if (word.toLowerCase() === 'no') return /^\.\s*\p{N}/u.test(line.slice(point, point + 8))
  return abbreviations.has(`${word.toLowerCase()}.`)
}
