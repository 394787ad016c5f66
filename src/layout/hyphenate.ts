/** Liang's hyphenation (F. M. Liang, «Word Hy-phen-a-tion by Com-put-er», 1983) with the patterns of `hyphen`. */

/** Levels of a pattern as an index, further letters, or both. */
type Trie = { readonly [letter: string]: Trie | number | readonly [Trie, number] }
type Patterns = readonly [
  levels: readonly (readonly number[])[],
  trie: Trie,
  exceptions: Readonly<Record<string, readonly number[]>>,
]

/** Where a word may be broken: indexes of the letters that would begin a line, in order. */
export type Hyphenator = (word: string) => readonly number[]

/** Fewest letters before and after a hyphen. Spanish and Portuguese patterns allow two after: too little to read on. */
const fewest: Readonly<Record<string, readonly [before: number, after: number]>> = {
  es: [2, 3],
  en: [2, 3],
  pt: [2, 3],
  fr: [2, 3],
}

const loaders: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  es: () => import('hyphen/patterns/es.js'),
  en: () => import('hyphen/patterns/en-us.js'),
  pt: () => import('hyphen/patterns/pt.js'),
  fr: () => import('hyphen/patterns/fr.js'),
}

const loaded = new Map<string, Hyphenator>()
const never: Hyphenator = () => []
const none: readonly number[] = []

/**
 * Loads the patterns of the languages that have some.
 *
 * @param languages - BCP 47
 */
export async function loadHyphenation(languages: Iterable<string>): Promise<void> {
  for (const language of new Set([...languages].map(primary))) {
    const load = loaders[language]
    if (load === undefined || loaded.has(language)) continue
    // The package has no types; its README and every file of patterns have this shape.
    const patterns = (await load()).default as Patterns
    loaded.set(language, hyphenator(patterns, fewest[language] ?? [2, 3]))
  }
}

/**
 * @param language - BCP 47
 * @returns a hyphenator that never breaks where the language has no patterns
 * @throws when {@link loadHyphenation} has not been awaited for a language that has: a bug
 */
export function hyphenatorFor(language: string): Hyphenator {
  const found = loaded.get(primary(language))
  if (found !== undefined) return found
  if (loaders[primary(language)] !== undefined) throw new Error(`hyphenation of ${language} is not loaded`)
  return never
}

function primary(language: string): string {
  return language.split('-')[0] ?? ''
}

function hyphenator(
  [levels, trie, exceptions]: Patterns,
  [before, after]: readonly [number, number],
): Hyphenator {
  const known = new Map<string, readonly number[]>()
  return word => {
    let points = known.get(word)
    if (points === undefined) {
      const folded = word.toLowerCase()
      // A letter that folds to two (İ) would shift every break.
      const all = folded.length === word.length ? (exceptions[folded] ?? oddLevels(folded, levels, trie)) : []
      points = all.filter(point => point >= before && point <= word.length - after)
      known.set(word, points)
    }
    return points
  }
}

function oddLevels(word: string, levels: Patterns[0], trie: Trie): readonly number[] {
  const dotted = `.${word}.`
  const found = new Array<number>(dotted.length + 1).fill(0)
  for (let start = 0; start < dotted.length; start++) {
    // Levels count from the pattern's first letter; the dot that begins a word has none.
    const base = Math.max(start - 1, 0)
    let branch: Trie = trie
    for (let at = start; at < dotted.length; at++) {
      const next: Trie | number | readonly [Trie, number] | undefined = branch[dotted.charAt(at)]
      if (next === undefined) break
      const index = typeof next === 'number' ? next : isPair(next) ? next[1] : -1
      const own = levels[index] ?? none
      for (let offset = 0; offset < own.length; offset++) {
        const level = own[offset] ?? 0
        if (level > (found[base + offset] ?? 0)) found[base + offset] = level
      }
      if (typeof next === 'number') break
      branch = isPair(next) ? next[0] : next
    }
  }
  const points: number[] = []
  for (let index = 1; index < word.length; index++) if ((found[index] ?? 0) % 2 === 1) points.push(index)
  return points
}

function isPair(value: Trie | readonly [Trie, number]): value is readonly [Trie, number] {
  return Array.isArray(value)
}
