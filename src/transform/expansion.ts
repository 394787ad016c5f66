/** Finds the name that an acronym in brackets stands for, in the words before it. */
/** More words than any organisation's name has. */
const mostWords = 25

interface Word {
  readonly text: string
  readonly folded: string
  readonly start: number
  readonly end: number
}

/**
 * The shortest run of words that ends before the bracket and gives the acronym's letters in order from the words'
 * beginnings: one or more letters from a word («MEcanismo de Seguimiento…», MESICIC), none or one from a small
 * word. Other acronyms and numbers in the run need give none («… de la OEA»); of its other words most must, or many letters
 * come from few («MINisterio de JUSticia y Derechos Humanos»).
 *
 * @param acronym - as written between the brackets
 * @param before - the text up to the opening bracket
 * @param small - the language's small words, folded by {@link foldLetters}
 * @returns the run as written, on one line, or null when none fits
 */
export function expansionOf(acronym: string, before: string, small: ReadonlySet<string>): string | null {
  const letters = lettersOf(acronym)
  const words = wordsBefore(before)
  const last = words.at(-1)
  if (last === undefined || letters === '') return null
  const kinds = words.map(kindsOf(before, small))
  const halved = letters.replace(/(.)\1/g, '$1')
  // «EE. UU.»: doubled letters stand for plurals.
  const doubled = letters.length > 2 && halved.length * 2 === letters.length
  const start = bestStart(letters, words, kinds) ?? (doubled ? bestStart(halved, words, kinds) : undefined)
  return start === undefined ? null : before.slice(start.start, last.end).replace(/\n/g, ' ')
}

/** Lower case without accents; neither points, spaces and digits nor the «s» of a plural («ONGs») count. */
function lettersOf(acronym: string): string {
  return foldLetters(acronym.replace(/(?<=\p{Lu})s$/u, '')).replace(/[^a-z]/g, '')
}

/** Lower case, without accents. */
export function foldLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function wordsBefore(text: string): readonly Word[] {
  // A name does not reach over the end of a sentence or of another bracket.
  const from = Math.max(0, ...[...text.matchAll(/[.;:?!…)]\s/g)].map(match => match.index))
  const found = [...text.slice(from).matchAll(/[\p{L}\p{M}\p{N}]+/gu)].slice(-mostWords)
  return found.map(match => ({
    text: match[0],
    folded: foldLetters(match[0]),
    start: from + match.index,
    end: from + match.index + match[0].length,
  }))
}

/** `free`: need give no letter. */
type Kind = 'small' | 'free' | 'name'

function kindsOf(before: string, small: ReadonlySet<string>): (word: Word) => Kind {
  const capitalsOnly = !/\p{Ll}/u.test(before)
  return word => {
    if (small.has(word.folded)) return 'small'
    if (/^\p{N}/u.test(word.text)) return 'free'
    return !capitalsOnly && /^\p{Lu}{2,}$/u.test(word.text) ? 'free' : 'name'
  }
}

/** Of the runs that fit, that with the fewest words left out, then the shortest. */
function bestStart(letters: string, words: readonly Word[], kinds: readonly Kind[]): Word | undefined {
  const skipped = fewestSkipped(letters, words, kinds)
  let best: Word | undefined
  let fewest = Number.POSITIVE_INFINITY
  let names = 0
  for (let at = words.length - 1; at >= 0; at--) {
    if (kinds[at] === 'name') names++
    const count = kinds[at] === 'small' ? Number.POSITIVE_INFINITY : (skipped[at] ?? Number.POSITIVE_INFINITY)
    if (count < fewest && count * 2 < Math.max(names, letters.length)) {
      best = words[at]
      fewest = count
    }
  }
  return best
}

/**
 * For each word: how many names give no letter, at the least, in the run from it to the end, of which it is the
 * first and gives the first letter. Infinite where no such run fits.
 */
function fewestSkipped(letters: string, words: readonly Word[], kinds: readonly Kind[]): readonly number[] {
  const none = Number.POSITIVE_INFINITY
  // After the last word nothing may be left over.
  let rest: number[] = [...letters].map(() => none).concat(0)
  const found: number[] = []
  for (let at = words.length - 1; at >= 0; at--) {
    const { folded } = words[at] ?? { folded: '' }
    // «la VIII Cumbre (VIII)»: no word stands for itself.
    const most = folded === letters ? 0 : kinds[at] === 'small' ? 1 : folded.length
    const giving = rest.map((_, from) => {
      let least = none
      for (let count = 1; count <= most && from + count <= letters.length; count++) {
        if (folded[count - 1] !== letters[from + count - 1]) break
        least = Math.min(least, rest[from + count] ?? none)
      }
      return least
    })
    found[at] = giving[0] ?? none
    const skip = kinds[at] === 'name' ? 1 : 0
    rest = rest.map((without, from) => Math.min(without + skip, giving[from] ?? none))
  }
  return found
}
