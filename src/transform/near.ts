/** Paragraphs that are almost the same, and what differs in them. */
import { numeralsOf } from '../locale/numerals.ts'
import type { Locale } from '../locale/types.ts'
import { commonSubsequence } from '../text/common-subsequence.ts'
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
    const asked = [...new Set(sharing)].sort((a, b) => a - b)
    const members = new Set(asked.length === 0 ? [] : set)
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
  const wordNumber = numbering<string>()
  const pairNumber = numbering<number>()
  const shingleNumber = numbering<number>()
  return text => {
    const found = new Set<number>()
    let pair = -1
    let last = -1
    for (const word of text.split(' ')) {
      const number = wordNumber(word)
      if (pair !== -1) found.add(shingleNumber(pair * mostNumbers + number))
      if (last !== -1) pair = pairNumber(last * mostNumbers + number)
      last = number
    }
    return [...found]
  }
}

/** Two numbers below this have one together that is still exact. */
const mostNumbers = 2 ** 26

/** Numbers things in the order in which they are first met. */
function numbering<Key>(): (key: Key) => number {
  const numbers = new Map<Key, number>()
  return key => {
    let number = numbers.get(key)
    if (number === undefined) {
      number = numbers.size
      numbers.set(key, number)
    }
    return number
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

/** Words that differ, beyond which all that stands between the first and the last of them is one difference. */
const mostEdits = 1000

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
  const keys = (words: readonly Word[]) => words.map(({ key }) => key)
  const found: Change[] = []
  let [i, j] = [0, 0]
  const upTo = (toI: number, toJ: number) => {
    if (toI > i || toJ > j) found.push({ before: joined(a.slice(i, toI)), after: joined(b.slice(j, toJ)) })
  }
  for (const [x, y] of commonSubsequence(keys(a), keys(b), mostEdits)) {
    upTo(x, y)
    i = x + 1
    j = y + 1
  }
  upTo(a.length, b.length)
  return found
}
