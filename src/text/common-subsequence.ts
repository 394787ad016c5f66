/**
 * What two sequences have in common, in order: a longest common subsequence (E. W. Myers, An O(ND) Difference
 * Algorithm and Its Variations, 1986).
 *
 * @param mostEdits - items to take out or put in that are looked for; beginnings and ends that are equal cost nothing
 * @returns pairs of indices, ascending; only those of equal beginnings and ends where more edits are needed
 */
export function commonSubsequence(
  a: readonly string[],
  b: readonly string[],
  mostEdits: number,
): readonly (readonly [number, number])[] {
  const least = Math.min(a.length, b.length)
  let start = 0
  while (start < least && a[start] === b[start]) start++
  let end = 0
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const inner = middle(a.slice(start, a.length - end), b.slice(start, b.length - end), mostEdits)
  return [
    ...Array.from({ length: start }, (_, at) => [at, at] as const),
    ...inner.map(([i, j]) => [start + i, start + j] as const),
    ...Array.from({ length: end }, (_, at) => [a.length - end + at, b.length - end + at] as const),
  ]
}

/** By the number of edits: how far in `a` each diagonal reaches, from the lowest, every second one. */
type Trace = readonly Int32Array[]

function middle(a: readonly string[], b: readonly string[], mostEdits: number) {
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= Math.min(a.length + b.length, mostEdits); edits++) {
    const reach = new Int32Array(edits + 1)
    trace.push(reach)
    for (let index = 0; index <= edits; index++) {
      const [from, down] = before(trace, edits, index)
      let x = down ? from : from + 1
      const diagonal = 2 * index - edits
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++
      reach[index] = x
      if (x >= a.length && x - diagonal >= b.length) return traced(trace, a.length, b.length)
    }
  }
  return []
}

/** Where the step to a diagonal begins, with one edit less, and whether it puts an item in. */
function before(trace: Trace, edits: number, index: number): readonly [from: number, down: boolean] {
  if (edits === 0) return [0, true]
  const former = trace[edits - 1]
  const [below, above] = [former?.[index - 1] ?? -1, former?.[index] ?? -1]
  return below < above ? [above, true] : [below, false]
}

function traced(trace: Trace, toX: number, toY: number): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = []
  let [x, y] = [toX, toY]
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const diagonal = x - y
    const [fromX, down] = before(trace, edits, (diagonal + edits) / 2)
    const fromY = edits === 0 ? 0 : fromX - (down ? diagonal + 1 : diagonal - 1)
    while (x > fromX && y > fromY) pairs.push([--x, --y])
    x = fromX
    y = fromY
  }
  return pairs.reverse()
}
