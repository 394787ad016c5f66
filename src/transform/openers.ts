import type { Locale } from '../locale/types.ts'

/**
 * Does a block lean on the one before it? It does when its text begins with an opener of the language («En esa
 * línea», «Dicho…»), as whole words («Dichosos» is none), unless a longer false opener matches («Tal vez»).
 *
 * @param text - of the block
 */
export function leans(text: string, locale: Locale): boolean {
  const beginning = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 200)
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\s]+/g, ' ')
  const opener = longest(beginning, locale.openers)
  return opener > 0 && opener > longest(beginning, locale.falseOpeners)
}

function longest(beginning: string, phrases: readonly string[]): number {
  let length = 0
  for (const phrase of phrases) {
    if (
      phrase.length > length &&
      beginning.startsWith(phrase) &&
      !continues.test(beginning.slice(phrase.length))
    ) {
      length = phrase.length
    }
  }
  return length
}

/** The word goes on: «Dicho» in «Dichosos», «que» in «quelque». */
const continues = /^[\p{L}\p{M}\p{N}]/u
