/** What differs between two texts, in words (E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986). */

export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Beyond so many differing words the middle of two texts counts as replaced: nobody reads such a difference. */
const mostEdits = 2000

/** @returns parts whose `same` and `removed` give the old text, `same` and `added` the new one */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const [a, b] = [words(before), words(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const middle = edits(a.slice(start, a.length - end), b.slice(start, b.length - end))
  const same = (list: readonly string[]) => list.map(text => ({ kind: 'same' as const, text }))
  return joined([...same(a.slice(0, start)), ...middle, ...same(a.slice(a.length - end))])
}

/** A word with the white space behind it. */
function words(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}

function edits(a: readonly string[], b: readonly string[]): readonly DiffPart[] {
  const trace = furthest(a, b)
  const removed = (text: string): DiffPart => ({ kind: 'removed', text })
  const added = (text: string): DiffPart => ({ kind: 'added', text })
  if (trace === null) return [...a.map(removed), ...b.map(added)]
  const parts: DiffPart[] = []
  let [x, y] = [a.length, b.length]
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d] ?? new Map()
    const k = x - y
    const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
    const from = down ? k + 1 : k - 1
    const fromX = d === 0 ? 0 : (reach.get(from) ?? 0)
    const fromY = d === 0 ? 0 : fromX - from
    while (x > fromX && y > fromY) {
      x--
      y--
      parts.push({ kind: 'same', text: b[y] ?? '' })
    }
    if (d === 0) break
    if (down) parts.push(added(b[--y] ?? ''))
    else parts.push(removed(a[--x] ?? ''))
  }
  return parts.reverse()
}

/** How far each diagonal reaches with 0, 1, 2… edits; null where too many are needed. */
function furthest(a: readonly string[], b: readonly string[]): readonly Map<number, number>[] | null {
  const trace: Map<number, number>[] = []
  let reach = new Map<number, number>([[1, 0]])
  for (let d = 0; d <= Math.min(a.length + b.length, mostEdits); d++) {
    trace.push(reach)
    const next = new Map(reach)
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
      let x = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      next.set(k, x)
      if (x >= a.length && x - k >= b.length) return trace
    }
    reach = next
  }
  return null
}

/** Neighbours of one kind as one part; of two that alternate, the removed words first. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const all: DiffPart[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed !== '') all.push({ kind: 'removed', text: removed })
    if (added !== '') all.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const { kind, text } of parts) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      const last = all.at(-1)
      if (last?.kind === 'same') all[all.length - 1] = { kind, text: last.text + text }
      else all.push({ kind, text })
    }
  }
  flush()
  return all
}
