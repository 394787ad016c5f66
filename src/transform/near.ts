/** Paragraphs that are almost the same, and what differs in them. */
import { numeralsOf } from '../locale/numerals.ts'
import type { Locale } from '../locale/types.ts'
import { comparable } from './equality.ts'

/** Least share of common word 3-shingles (Jaccard index) of two near-repeats. */
const threshold = 0.8

/** Two texts, by their indexes; `first` is the earlier. */
export interface NearPair {
  readonly first: number
  readonly second: number
}

export interface NearOptions {
  /** How many earlier texts are given for each, the earliest first. */
  readonly most?: number
  /** May these two be a pair? The second is the later. */
  readonly allowed?: (first: number, second: number) => boolean
}

/**
 * Of the texts that share a rare shingle, as many are compared with each later one. More have a formula in common
 * (thousands of forms that differ in a name), and comparing all of them takes quadratic time.
 */
const mostSharing = 64

/**
 * For each text the earlier ones that it is a near-repeat of. Two sets that share 80 % share one of the rarest fifth
 * of either (prefix filtering: Chaudhuri, Ganti and Kaushik 2006), so only these are looked up: exact, but for what
 * {@link mostSharing} leaves out, and in linear time.
 *
 * @param texts - comparable ones (`equality.ts`)
 */
export function nearPairs(texts: readonly string[], options: NearOptions = {}): readonly NearPair[] {
  const { most = 1, allowed = () => true } = options
  const sets = rarestFirst(texts.map(shingles()))
  const index = new Map<number, number[]>()
  const pairs: NearPair[] = []
  for (const [second, set] of sets.entries()) {
    const prefix = set.slice(0, set.length - Math.ceil(set.length * threshold) + 1)
    const sharing = prefix.flatMap(shingle => index.get(shingle) ?? [])
    const members = new Set(set)
    const asked = [...new Set(sharing)].sort((a, b) => a - b)
    let found = 0
    for (const first of asked) {
      if (!allowed(first, second) || !alike(sets[first] ?? [], members)) continue
      pairs.push({ first, second })
      if (++found === most) break
    }
    for (const shingle of prefix) {
      const entry = index.get(shingle)
      if (entry === undefined) index.set(shingle, [second])
      else if (entry.length < mostSharing) entry.push(second)
    }
  }
  return pairs
}

/** A function from texts to their sets of word 3-shingles, each shingle a number. */
function shingles(): (text: string) => readonly number[] {
  const numbers = new Map<string, number>()
  const numberOf = (key: string) => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
  return text => {
    const words = text.split(' ')
    const found = new Set<number>()
    for (let at = 0; at + 2 < words.length; at++) {
      found.add(numberOf(`${words[at]} ${words[at + 1]} ${words[at + 2]}`))
    }
    return [...found]
  }
}

function rarestFirst(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const counts: number[] = []
  for (const set of sets) for (const shingle of set) counts[shingle] = (counts[shingle] ?? 0) + 1
  return sets.map(set => [...set].sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b))
}

function alike(a: readonly number[], b: ReadonlySet<number>): boolean {
  if (Math.min(a.length, b.size) < threshold * Math.max(a.length, b.size)) return false
  const common = a.reduce((sum, shingle) => sum + (b.has(shingle) ? 1 : 0), 0)
  return common >= threshold * (a.length + b.size - common)
}

/** Words that stand in one text only. */
export interface Change {
  readonly before: string
  readonly after: string
}

/** Word pairs compared before a difference is given as two bags of words. */
const mostCompared = 1_000_000

/** What a language counts as weighty in a difference. Lower case. */
export interface WeightyWords {
  readonly numerals: ReadonlySet<string>
  readonly negations: ReadonlySet<string>
}

export function weightyWords({ tag, negations }: Locale): WeightyWords {
  return { numerals: numeralsOf(tag), negations: new Set(negations) }
}

/**
 * What differs between two near-repeats, in the order of the text but with numbers first and then negations. What
 * does not keep two paragraphs from being equal (case, quotation marks, commas after words) is no difference.
 */
export function changes(before: string, after: string, weighty: WeightyWords): readonly Change[] {
  const all = difference(wordsOf(before), wordsOf(after))
  const weight = (change: Change) => {
    const text = `${change.before} ${change.after}`
    const bare = text.toLowerCase().split(/[^\p{L}\p{M}-]+/u)
    if (numeral.test(text) || bare.some(word => weighty.numerals.has(word))) return 0
    return bare.some(word => weighty.negations.has(word)) ? 1 : 2
  }
  const weighed = all.map(change => ({ change, weight: weight(change) }))
  return [0, 1, 2].flatMap(wanted =>
    weighed.flatMap(({ change, weight }) => (weight === wanted ? [change] : [])),
  )
}

/** Digits, and Roman numerals («CÍVICO» begins with none). */
const numeral = /\p{N}|(?<![\p{L}\p{M}])[IVXLCDM]+(?![\p{L}\p{M}])/u

/** A word as it stands and as it is compared. */
interface Word {
  readonly text: string
  readonly key: string
}

function wordsOf(text: string): readonly Word[] {
  return text
    .trim()
    .split(/\s+/)
    .map(word => ({ text: word, key: comparable(word).replace(ignoredAround, '') }))
}

const ignoredAround = /^"+(?=\p{L})|(?<=\p{L}\p{M}*)[",;]+$/gu

function joined(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ')
}

function difference(a: readonly Word[], b: readonly Word[]): readonly Change[] {
  let start = 0
  while (start < a.length && start < b.length && a[start]?.key === b[start]?.key) start++
  let end = 0
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end]?.key === b[b.length - 1 - end]?.key
  ) {
    end++
  }
  const before = a.slice(start, a.length - end)
  const after = b.slice(start, b.length - end)
  if (before.length * after.length > mostCompared) {
    const only = (words: readonly Word[], others: readonly Word[]) => {
      const other = new Set(others.map(({ key }) => key))
      return joined(words.filter(({ key }) => !other.has(key)))
    }
    return [{ before: only(before, after), after: only(after, before) }]
  }
  return aligned(before, after)
}

/** By longest common subsequence. */
function aligned(a: readonly Word[], b: readonly Word[]): readonly Change[] {
  const width = b.length + 1
  const common = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i]?.key === b[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const found: Change[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [fromA, fromB] = [i, j]
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i]?.key === b[j]?.key)) {
      if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) i++
      else j++
    }
    if (i > fromA || j > fromB) {
      found.push({ before: joined(a.slice(fromA, i)), after: joined(b.slice(fromB, j)) })
    } else {
      i++
      j++
    }
  }
  return found
}
