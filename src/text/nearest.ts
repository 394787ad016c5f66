/**
 * @param wanted - what was written
 * @param known - what could have been meant
 * @returns the known word with the fewest letters to change, at most a third of its own; '' when none is near
 */
export function nearest(wanted: string, known: readonly string[]): string {
  let best = ''
  let fewest = Number.POSITIVE_INFINITY
  for (const candidate of known) {
    const bound = Math.max(1, candidate.length / 3)
    // Lengths alone already need so many letters.
    if (Math.abs(wanted.length - candidate.length) > bound) continue
    const changes = editDistance(wanted.toLowerCase(), candidate.toLowerCase())
    if (changes < fewest && changes <= bound) {
      best = candidate
      fewest = changes
    }
  }
  return best
}

/** Letters to insert, delete or replace, and neighbours to swap (optimal string alignment distance). */
function editDistance(a: string, b: string): number {
  let former: readonly number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const swap = i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j]
      const swapped = swap ? (former[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY
      const replaced = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)
      next.push(Math.min(swapped, replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    former = row
    row = next
  }
  return row[b.length] ?? 0
}
