/** Paragraphs that are almost the same, and what differs in them. */

/** Least share of common word 3-shingles (Jaccard index) of two near-repeats. */
const threshold = 0.8

/** Two texts, by their indexes; `first` is the earlier. */
export interface NearPair {
  readonly first: number
  readonly second: number
}

/**
 * For each text the first earlier one that it is a near-repeat of. Exact, and fast where few texts are alike: two
 * sets that share 80 % must share one of the rarest fifth of either (prefix filtering: Chaudhuri, Ganti and
 * Kaushik 2006), so only these are looked up.
 *
 * @param texts - comparable ones (`equality.ts`)
 */
export function nearPairs(texts: readonly string[]): readonly NearPair[] {
  const sets = rarestFirst(texts.map(shingles()))
  const index = new Map<number, number[]>()
  const pairs: NearPair[] = []
  for (const [second, set] of sets.entries()) {
    const prefix = set.slice(0, set.length - Math.ceil(set.length * threshold) + 1)
    const lists = prefix.flatMap(shingle => [index.get(shingle) ?? []])
    const members = new Set(set)
    const first = firstOf(lists, other => alike(sets[other] ?? [], members))
    if (first !== undefined) pairs.push({ first, second })
    for (const shingle of prefix) {
      const entry = index.get(shingle)
      if (entry === undefined) index.set(shingle, [second])
      else entry.push(second)
    }
  }
  return pairs
}

/** The least number of some ascending lists that fits. */
function firstOf(
  lists: readonly (readonly number[])[],
  fits: (number: number) => boolean,
): number | undefined {
  // Of many alike, the least is mostly the one: then nothing has to be merged and sorted.
  const least = Math.min(...lists.map(([head = Number.POSITIVE_INFINITY]) => head))
  if (!Number.isFinite(least) || fits(least)) return Number.isFinite(least) ? least : undefined
  return [...new Set(lists.flat())].sort((a, b) => a - b).find(fits)
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

/**
 * What differs between two near-repeats, in the order of the text but with numbers and negations first.
 *
 * @param negations - lower case
 */
export function changes(before: string, after: string, negations: ReadonlySet<string>): readonly Change[] {
  const all = difference(before.trim().split(/\s+/), after.trim().split(/\s+/))
  const weight = (change: Change) => {
    const words = `${change.before} ${change.after}`
    // Roman numerals are numbers too.
    if (/\p{N}|\b[IVXLCDM]+\b/u.test(words)) return 0
    const bare = words.toLowerCase().split(/[^\p{L}]+/u)
    return bare.some(word => negations.has(word)) ? 1 : 2
  }
  return [0, 1, 2].flatMap(wanted => all.filter(change => weight(change) === wanted))
}

function difference(a: readonly string[], b: readonly string[]): readonly Change[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const before = a.slice(start, a.length - end)
  const after = b.slice(start, b.length - end)
  if (before.length * after.length > mostCompared) {
    const [inBefore, inAfter] = [new Set(before), new Set(after)]
    const only = (words: readonly string[], other: ReadonlySet<string>) =>
      words.filter(word => !other.has(word))
    return [{ before: only(before, inAfter).join(' '), after: only(after, inBefore).join(' ') }]
  }
  return aligned(before, after)
}

/** By longest common subsequence. */
function aligned(a: readonly string[], b: readonly string[]): readonly Change[] {
  const width = b.length + 1
  const common = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const found: Change[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [fromA, fromB] = [i, j]
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) i++
      else j++
    }
    if (i > fromA || j > fromB) {
      found.push({ before: a.slice(fromA, i).join(' '), after: b.slice(fromB, j).join(' ') })
    } else {
      i++
      j++
    }
  }
  return found
}
