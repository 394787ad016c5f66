/**
 * Breaks a paragraph into lines by total fit (D. E. Knuth and M. F. Plass, «Breaking Paragraphs into Lines», 1981):
 * of all ways to set it, the one whose lines are together the least stretched or squeezed.
 */

/** What the breaker knows of a paragraph: widths in points. What a line shows is the caller's. */
export type Item = Box | Glue | Penalty

export interface Box {
  readonly type: 'box'
  readonly width: number
  /** Letters and digits in it: a last line wants some. */
  readonly letters: number
}

export interface Glue {
  readonly type: 'glue'
  readonly width: number
  readonly stretch: number
  readonly shrink: number
  /** A line may end here. */
  readonly breakable: boolean
}

export interface Penalty {
  readonly type: 'penalty'
  /** Width of what appears when a line ends here. */
  readonly width: number
  /** From -{@link forbidden}: a line must end here, to {@link forbidden}: none may. */
  readonly penalty: number
  /** A line that ends here ends in a hyphen. */
  readonly flagged: boolean
}

export const forbidden = 10_000

export interface Setting {
  /** Measure of a line, counting from 0; the same from the second on. */
  readonly measure: (line: number) => number
  /** Points that a line may well end before the margin; 0 for justified text. */
  readonly ragged: number
  /** Largest stretch of a line's glue, as a multiple of its stretchability. */
  readonly tolerance: number
  /** Stretch that every line gets for nothing, points: 0 but in the last attempt. */
  readonly spare: number
  /** Let a line stand out rather than give up. */
  readonly emergency: boolean
}

/** A line ends at an item; `ratio` is its adjustment ratio, 0 for one set at its natural width. */
export interface Break {
  readonly at: number
  readonly ratio: number
}

/** Demerits of the paper (there α and γ) and our own for the last line. */
const consecutiveHyphens = 10_000
const lastHyphen = 100_000
const unevenLines = 10_000
const shortLastLine = 40_000
const fewestLetters = 5
const mostHyphens = 2

interface Node {
  readonly at: number
  /** First item of the line that begins here. */
  readonly start: number
  readonly line: number
  readonly fitness: number
  readonly hyphens: number
  readonly demerits: number
  readonly ratio: number
  readonly from: Node | null
}

interface Sums {
  readonly width: Float64Array
  readonly stretch: Float64Array
  readonly shrink: Float64Array
  readonly letters: Float64Array
}

/**
 * @param items - ends in a penalty of -{@link forbidden}
 * @returns the breaks in order, or null when no way keeps to the tolerance
 */
export function breakLines(items: readonly Item[], setting: Setting): readonly Break[] | null {
  const sums = totals(items)
  const active: Node[] = [origin(items)]
  const ends: (Node | undefined)[] = []
  for (let at = 0; at < items.length; at++) {
    if (!mayBreak(items, at)) continue
    step(items, sums, active, ends, at, setting)
    if (active.length === 0) return null
  }
  return path(active)
}

function origin(items: readonly Item[]): Node {
  const start = lineStart(items, -1)
  return { at: -1, start, line: 0, fitness: 1, hyphens: 0, demerits: 0, ratio: 0, from: null }
}

function totals(items: readonly Item[]): Sums {
  const make = () => new Float64Array(items.length + 1)
  const sums: Sums = { width: make(), stretch: make(), shrink: make(), letters: make() }
  for (let index = 0; index < items.length; index++) {
    const item = items[index]
    if (item === undefined) break
    const glue = item.type === 'glue'
    sums.width[index + 1] = at(sums.width, index) + (item.type === 'penalty' ? 0 : item.width)
    sums.stretch[index + 1] = at(sums.stretch, index) + (glue ? item.stretch : 0)
    sums.shrink[index + 1] = at(sums.shrink, index) + (glue ? item.shrink : 0)
    sums.letters[index + 1] = at(sums.letters, index) + (item.type === 'box' ? item.letters : 0)
  }
  return sums
}

function at(sums: Float64Array, index: number): number {
  return sums[index] ?? 0
}

function mayBreak(items: readonly Item[], index: number): boolean {
  const item = items[index]
  if (item?.type === 'penalty') return item.penalty < forbidden
  return item?.type === 'glue' && item.breakable && items[index - 1]?.type === 'box'
}

/** First item of the line that follows a break: spaces and penalties after it are dropped. */
export function lineStart(items: readonly Item[], after: number): number {
  let start = after + 1
  for (; start < items.length; start++) {
    const item = items[start]
    if (item === undefined || item.type === 'box') break
    if (item.type === 'glue' && !item.breakable) break
    if (item.type === 'penalty' && item.penalty <= -forbidden) break
  }
  return start
}

/** Ends lines at an item: `active` loses the ways that have become too long and gains the best that end here. */
function step(
  items: readonly Item[],
  sums: Sums,
  active: Node[],
  ends: (Node | undefined)[],
  here: number,
  setting: Setting,
): void {
  const item = items[here]
  const penalty = item?.type === 'penalty' ? item : null
  const forced = penalty !== null && penalty.penalty <= -forbidden
  const upTo = at(sums.width, here) + (penalty?.width ?? 0)
  const start = lineStart(items, here)
  const before = setting.emergency ? active.slice() : active
  ends.length = 0
  let kept = 0
  let dropped: Node | undefined
  for (let index = 0; index < active.length; index++) {
    const node = active[index]
    if (node === undefined) break
    const slack = setting.measure(node.line) - (upTo - at(sums.width, node.start))
    const ratio = ratioOf(sums, node.start, here, slack, forced, setting)
    if (ratio < -1) dropped = betterOf(dropped, node)
    else if (!forced) active[kept++] = node
    if (ratio < -1 || ratio > setting.tolerance) continue
    const letters = at(sums.letters, here) - at(sums.letters, node.start)
    offer(ends, next(node, here, start, ratio, penalty, forced, letters))
  }
  active.length = kept
  for (const end of ends) if (end !== undefined) active.push(end)
  if (active.length === 0 && setting.emergency)
    active.push(rescue(items, sums, before, dropped, here, setting))
}

/** No good way is left: the line is set as it comes, squeezed and standing out, or stretched too far. */
function rescue(
  items: readonly Item[],
  sums: Sums,
  active: readonly Node[],
  dropped: Node | undefined,
  here: number,
  setting: Setting,
): Node {
  const from = dropped ?? active.reduce((a, b) => (b.demerits < a.demerits ? b : a))
  const { start } = from
  const item = items[here]
  const width = at(sums.width, here) - at(sums.width, start) + (item?.type === 'penalty' ? item.width : 0)
  const forced = item?.type === 'penalty' && item.penalty <= -forbidden
  const slack = setting.measure(from.line) - width
  const ratio = Math.max(ratioOf(sums, start, here, slack, forced, setting), -1)
  const hyphens = item?.type === 'penalty' && item.flagged ? from.hyphens + 1 : 0
  const demerits = from.demerits + 1e7
  return {
    at: here,
    start: lineStart(items, here),
    line: from.line + 1,
    fitness: 1,
    hyphens,
    demerits,
    ratio,
    from,
  }
}

function betterOf(a: Node | undefined, b: Node): Node {
  return a === undefined || b.at > a.at || (b.at === a.at && b.demerits < a.demerits) ? b : a
}

function ratioOf(
  sums: Sums,
  start: number,
  end: number,
  slack: number,
  forced: boolean,
  setting: Setting,
): number {
  const { ragged, spare } = setting
  if (slack < 0) {
    const shrink = ragged === 0 ? at(sums.shrink, end) - at(sums.shrink, start) : 0
    // Sums of many widths differ in their last bits.
    if (slack > -1e-6) return 0
    return shrink > 0 ? slack / shrink : Number.NEGATIVE_INFINITY
  }
  if (forced) return 0
  if (ragged > 0) return slack / ragged
  const stretch = at(sums.stretch, end) - at(sums.stretch, start) + spare
  return stretch > 0 ? slack / stretch : slack < 1e-6 ? 0 : Number.POSITIVE_INFINITY
}

function next(
  node: Node,
  here: number,
  start: number,
  ratio: number,
  penalty: Penalty | null,
  forced: boolean,
  letters: number,
): Node | null {
  const flagged = penalty?.flagged ?? false
  const hyphens = flagged ? node.hyphens + 1 : 0
  if (hyphens > mostHyphens) return null
  const fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
  const cost = forced ? 0 : (penalty?.penalty ?? 0)
  let demerits = (1 + 100 * Math.abs(ratio) ** 3) ** 2
  demerits += cost >= 0 ? cost * cost : -cost * cost
  if (flagged && node.hyphens > 0) demerits += consecutiveHyphens
  if (Math.abs(fitness - node.fitness) > 1) demerits += unevenLines
  if (forced && node.hyphens > 0) demerits += lastHyphen
  if (forced && node.line > 0 && letters < fewestLetters) demerits += shortLastLine
  return {
    at: here,
    start,
    line: node.line + 1,
    fitness,
    hyphens,
    demerits: node.demerits + demerits,
    ratio,
    from: node,
  }
}

/**
 * Keeps the best way to each fitness class and run of hyphens; all lines after the first have one measure, so that
 * ways of different length go on alike.
 */
function offer(ends: (Node | undefined)[], node: Node | null): void {
  if (node === null) return
  const key = node.fitness * (mostHyphens + 1) + node.hyphens
  const known = ends[key]
  if (known === undefined || node.demerits < known.demerits) ends[key] = node
}

function path(active: readonly Node[]): readonly Break[] {
  let node: Node | null = active.reduce((a, b) => (b.demerits < a.demerits ? b : a))
  const breaks: Break[] = []
  for (; node !== null && node.from !== null; node = node.from)
    breaks.push({ at: node.at, ratio: node.ratio })
  return breaks.reverse()
}
