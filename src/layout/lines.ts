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
  /** Points that it may stand out of the measure where it begins a line, and where it ends one (optical margin). */
  readonly left: number
  readonly right: number
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
  /** Points that it may stand out of the measure. */
  readonly right: number
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
  /** Part of its width by which a line is made wider or narrower before its spaces are; 0 for none. */
  readonly give: number
  /** Largest stretch of a line's glue, as a multiple of its stretchability. */
  readonly tolerance: number
  /** Points below which a last line is too short; 0: that is only a reason against it. */
  readonly shortest: number
  /** Stretch that every line gets for nothing, points: 0 but in the last attempt. */
  readonly spare: number
  /** Let a line stand out rather than give up. */
  readonly emergency: boolean
}

/** A line ends at an item; `ratio` is the adjustment ratio of its spaces, 0 for one that fits without. */
export interface Break {
  readonly at: number
  readonly ratio: number
}

/** Demerits of the paper (there α and γ), TeX's for a hyphen before the last line, and our own for a short last one. */
const consecutiveHyphens = 10_000
const lastHyphen = 5_000
/** A last line that is nothing but the end of a word, where nothing better is left. */
const lastFragment = 20_000
const unevenLines = 10_000
const shortLastLine = 40_000
/** A line whose letters have given all that they may is as bad as one whose spaces are stretched by this ratio. */
const unevenLetters = 0.3
/** Shrink of a space, relative to its stretch: a point less is as bad as a point more. */
const shrinkOfStretch = 2 / 3
const everyLine = 10
const fewestLetters = 5
const mostHyphens = 2

interface Node {
  readonly at: number
  readonly line: number
  readonly fitness: number
  readonly hyphens: number
  readonly demerits: number
  readonly ratio: number
  readonly from: Node | null
  /** First item of the line that begins here, and the width before it, less what stands out. */
  readonly start: number
  readonly width: number
}

/** Sums of what stands before each item: for each the four of {@link sum}, in one array, as paragraphs are many. */
export type Sums = Float64Array

const sum = { width: 0, stretch: 1, shrink: 2, letters: 3 } as const
const sumsOfOne = 4

function before(sums: Sums, at: number, which: 0 | 1 | 2 | 3): number {
  return sums[at * sumsOfOne + which] ?? 0
}

/** A place where a line may end, with the width up to there. */
interface Place {
  readonly at: number
  readonly penalty: Penalty | null
  /** The last line, or one before a line break of the text. */
  readonly forced: boolean
  readonly width: number
}

/**
 * @param items - ends in a penalty of -{@link forbidden}
 * @param sums - of the items, where they are known already
 * @returns the breaks in order, or null when no way keeps to the tolerance
 */
export function breakLines(
  items: readonly Item[],
  setting: Setting,
  sums: Sums = sumsOf(items),
): readonly Break[] | null {
  const { emergency } = setting
  const measures = { first: setting.measure(0), rest: setting.measure(1) }
  const { start, width } = startAfter(-1, items, sums)
  const origin = { at: -1, line: 0, fitness: 1, hyphens: 0, demerits: 0, ratio: 0, from: null, start, width }
  const active: Node[] = [origin]
  const ends = noEnds()
  for (let at = 0; at < items.length; at++) {
    const item = items[at]
    if (item === undefined) break
    if (item.type === 'box') continue
    if (item.type === 'glue') {
      if (!item.breakable || items[at - 1]?.type !== 'box') continue
    } else if (item.penalty >= forbidden) continue
    const place = placeAt(at, items, sums)
    const before = emergency ? active.slice() : active
    step(place, active, ends, items, sums, measures, setting)
    if (active.length > 0) continue
    if (!emergency) return null
    active.push(rescue(place, before, items, sums, measures, setting))
  }
  return path(active)
}

/** @returns the sums that every attempt at a paragraph needs */
export function sumsOf(items: readonly Item[]): Sums {
  const sums = new Float64Array((items.length + 1) * sumsOfOne)
  let width = 0
  let stretch = 0
  let shrink = 0
  let letters = 0
  let to = 0
  for (const item of items) {
    if (item.type !== 'penalty') width += item.width
    if (item.type === 'glue') {
      stretch += item.stretch
      shrink += item.shrink
    } else if (item.type === 'box') letters += item.letters
    to += sumsOfOne
    sums[to + sum.width] = width
    sums[to + sum.stretch] = stretch
    sums[to + sum.shrink] = shrink
    sums[to + sum.letters] = letters
  }
  return sums
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

/** Points by which a line's first and last letters stand out of the measure. */
export function standingOut(items: readonly Item[], start: number, end: number): readonly [number, number] {
  const first = items[start]
  return [first?.type === 'box' ? first.left : 0, rightOf(items, end)]
}

function rightOf(items: readonly Item[], end: number): number {
  const item = items[end]
  if (item?.type === 'penalty' && item.width > 0) return item.right
  const last = items[end - 1]
  return last?.type === 'box' ? last.right : 0
}

function placeAt(at: number, items: readonly Item[], sums: Sums): Place {
  const item = items[at]
  const penalty = item?.type === 'penalty' ? item : null
  return {
    at,
    penalty,
    forced: penalty !== null && penalty.penalty <= -forbidden,
    width: before(sums, at, sum.width) + (penalty?.width ?? 0) - rightOf(items, at),
  }
}

/** What the line after an item begins with. */
function startAfter(at: number, items: readonly Item[], sums: Sums): Pick<Node, 'start' | 'width'> {
  const start = lineStart(items, at)
  const first = items[start]
  return { start, width: before(sums, start, sum.width) + (first?.type === 'box' ? first.left : 0) }
}

interface Measures {
  readonly first: number
  readonly rest: number
}

/** Ways are kept apart by fitness class and by hyphens running. */
const running = mostHyphens + 1
const classes = 4 * running

/** The best way of each class that ends a line at one place; `from` null: there is none. */
interface Ends {
  readonly from: (Node | null)[]
  readonly demerits: number[]
  readonly ratio: number[]
}

function noEnds(): Ends {
  const numbers = () => new Array<number>(classes).fill(Number.NaN)
  return { from: new Array<Node | null>(classes).fill(null), demerits: numbers(), ratio: numbers() }
}

/**
 * Ends lines at a place: `active` loses the ways that have become too long and gains the best of each class that end
 * here. All lines after the first have one measure, so that ways of different length go on alike.
 *
 * @param ends - empty, and so it is left
 */
function step(
  place: Place,
  active: Node[],
  ends: Ends,
  items: readonly Item[],
  sums: Sums,
  measures: Measures,
  setting: Setting,
): void {
  let ended = false
  let kept = 0
  const reached = active.length
  for (let index = 0; index < reached; index++) {
    const node = active[index]
    if (node === undefined) break
    const ratio = ratioOf(node, place, sums, measures, setting)
    // Written over what has been looked at already.
    if (ratio >= -1 && !place.forced) active[kept++] = node
    if (ratio < -1 || ratio > setting.tolerance) continue
    const hyphens = place.penalty?.flagged === true ? node.hyphens + 1 : 0
    if (hyphens > mostHyphens || isTooShort(node, place, sums, setting)) continue
    const fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
    const given = givenBy(node, place, measures, setting)
    const demerits = node.demerits + demeritsOf(node, place, sums, ratio, fitness, given)
    const key = fitness * running + hyphens
    if (ends.from[key] !== null && demerits >= (ends.demerits[key] ?? 0)) continue
    ended = true
    ends.from[key] = node
    ends.demerits[key] = demerits
    ends.ratio[key] = ratio
  }
  active.length = kept
  if (!ended) return
  const { at } = place
  const { start, width } = startAfter(at, items, sums)
  for (let key = 0; key < classes; key++) {
    const from = ends.from[key] ?? null
    if (from === null) continue
    ends.from[key] = null
    active.push({
      at,
      line: from.line + 1,
      fitness: Math.floor(key / running),
      hyphens: key % running,
      demerits: ends.demerits[key] ?? 0,
      ratio: ends.ratio[key] ?? 0,
      from,
      start,
      width,
    })
  }
}

/** A last line of a few letters, narrower than an indent, or nothing but the end of a word. */
function isTooShort(node: Node, place: Place, sums: Sums, { shortest }: Setting): boolean {
  if (shortest === 0 || !place.forced || node.line === 0) return false
  if (isFragment(node, place, sums)) return true
  return sumBetween(node, place, sums, sum.letters) < fewestLetters || place.width - node.width < shortest
}

/** A line without a space, after a hyphen. */
function isFragment(node: Node, place: Place, sums: Sums): boolean {
  return node.hyphens > 0 && sumBetween(node, place, sums, sum.stretch) === 0
}

/** Of the line that a way goes on with. */
function sumBetween({ start }: Node, { at }: Place, sums: Sums, which: 0 | 1 | 2 | 3): number {
  return before(sums, at, which) - before(sums, start, which)
}

/** No good way is left: the line is set as it comes, squeezed and standing out, or stretched too far. */
function rescue(
  place: Place,
  active: readonly Node[],
  items: readonly Item[],
  sums: Sums,
  measures: Measures,
  setting: Setting,
): Node {
  let dropped: Node | undefined
  for (const node of active)
    if (ratioOf(node, place, sums, measures, setting) < -1) dropped = betterOf(dropped, node)
  const from = dropped ?? active.reduce((a, b) => (b.demerits < a.demerits ? b : a))
  const ratio = Math.max(ratioOf(from, place, sums, measures, setting), -1)
  const hyphens = place.penalty?.flagged === true ? from.hyphens + 1 : 0
  const demerits = from.demerits + 1e7
  const { at } = place
  const { start, width } = startAfter(at, items, sums)
  return { at, line: from.line + 1, fitness: 1, hyphens, demerits, ratio, from, start, width }
}

function betterOf(a: Node | undefined, b: Node): Node {
  return a === undefined || b.at > a.at || (b.at === a.at && b.demerits < a.demerits) ? b : a
}

function ratioOf(
  node: Node,
  place: Place,
  sums: Sums,
  { first, rest }: Measures,
  { ragged, give, spare }: Setting,
): number {
  const width = place.width - node.width
  let slack = (node.line === 0 ? first : rest) - width
  if (slack < 0) {
    slack += give * width
    // Sums of many widths differ in their last bits.
    if (slack > -1e-6) return 0
    const shrink = ragged === 0 ? sumBetween(node, place, sums, sum.shrink) : 0
    return shrink > 0 ? slack / shrink : Number.NEGATIVE_INFINITY
  }
  if (place.forced) return 0
  if (ragged > 0) return slack / ragged
  slack = Math.max(0, slack - give * width)
  const stretch = sumBetween(node, place, sums, sum.stretch) + spare
  return stretch > 0 ? slack / stretch : slack < 1e-6 ? 0 : Number.POSITIVE_INFINITY
}

/** How much of its give a line uses, 0 to 1. */
function givenBy(node: Node, place: Place, { first, rest }: Measures, { give }: Setting): number {
  const width = place.width - node.width
  const slack = (node.line === 0 ? first : rest) - width
  if (give === 0 || (place.forced && slack > 0)) return 0
  return Math.min(1, Math.abs(slack) / (give * width))
}

function demeritsOf(
  node: Node,
  place: Place,
  sums: Sums,
  ratio: number,
  fitness: number,
  given: number,
): number {
  const { penalty, forced } = place
  const cost = forced ? 0 : (penalty?.penalty ?? 0)
  const uneven = (ratio < 0 ? -shrinkOfStretch * ratio : ratio) + unevenLetters * given
  // Squares, not the cubes of the paper: spread of spaces and number of hyphens are both less (bench/spread.md).
  let demerits = (everyLine + 100 * uneven * uneven) ** 2
  demerits += cost >= 0 ? cost * cost : -cost * cost
  if (penalty?.flagged === true && node.hyphens > 0) demerits += consecutiveHyphens
  if (Math.abs(fitness - node.fitness) > 1) demerits += unevenLines
  if (forced && node.hyphens > 0) demerits += isFragment(node, place, sums) ? lastFragment : lastHyphen
  if (forced && node.line > 0 && sumBetween(node, place, sums, sum.letters) < fewestLetters)
    demerits += shortLastLine
  return demerits
}

function path(active: readonly Node[]): readonly Break[] {
  let node: Node | null = active.reduce((a, b) => (b.demerits < a.demerits ? b : a))
  const breaks: Break[] = []
  for (; node !== null && node.from !== null; node = node.from)
    breaks.push({ at: node.at, ratio: node.ratio })
  return breaks.reverse()
}
