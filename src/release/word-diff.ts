/** What differs between two texts, in words. */
import { commonSubsequence } from '../text/common-subsequence.ts'

export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Beyond so many differing words the middle of two texts counts as replaced: nobody reads such a difference. */
const mostEdits = 2000

/** @returns parts whose `same` and `removed` give the old text, `same` and `added` the new one */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const [a, b] = [words(before), words(after)]
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  const upTo = (toI: number, toJ: number) => {
    for (; i < toI; i++) parts.push({ kind: 'removed', text: a[i] ?? '' })
    for (; j < toJ; j++) parts.push({ kind: 'added', text: b[j] ?? '' })
  }
  for (const [x, y] of commonSubsequence(a, b, mostEdits)) {
    upTo(x, y)
    parts.push({ kind: 'same', text: b[j++] ?? '' })
    i++
  }
  upTo(a.length, b.length)
  return joined(parts)
}

/** A word with the white space behind it. */
function words(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}

/** Neighbours of one kind as one part. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const all: DiffPart[] = []
  for (const { kind, text } of parts) {
    const last = all.at(-1)
    if (last?.kind === kind) all[all.length - 1] = { kind, text: last.text + text }
    else all.push({ kind, text })
  }
  return all
}
