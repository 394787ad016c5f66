/**
 * Breaks a paragraph into lines by total fit (D. E. Knuth and M. F. Plass, «Breaking Paragraphs into Lines», 1981):
 * of all ways to set it, the one whose lines are together the least stretched or squeezed.
 */

/**
 * What the breaker knows of a part of a paragraph: widths in points. What a line shows is the caller's. Boxes, glue
 * and penalties have one shape, with zeros where a kind has nothing: code that meets one kind of object is fast.
 */
export interface Item {
  readonly type: 'box' | 'glue' | 'penalty'
  /** Of a penalty, what appears when a line ends here. */
  readonly width: number
  /** Of glue. */
  readonly stretch: number
  readonly shrink: number
  /** Of glue: a line may end here. */
  readonly breakable: boolean
  /** Letters and digits in a box: a last line wants some. */
  readonly letters: number
  /**
   * Points that a box may stand out of the measure where it begins a line, and a box or what a penalty shows where
   * it ends one (optical margin).
   */
  readonly left: number
  readonly right: number
  /** Of a penalty, from -{@link forbidden}: a line must end here, to {@link forbidden}: none may. */
  readonly penalty: number
  /** Of a penalty: a line that ends here ends in a hyphen. */
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

/** Ways are kept apart by fitness class and by hyphens running. */
const running = mostHyphens + 1
const classes = 4 * running

/** Ways to set a paragraph up to some break, in columns, as a book tries a million. */
interface Ways {
  /** Where the last line ends, and which it is, from 1; -1 and 0 before the first. */
  readonly at: Int32Array
  readonly line: Int32Array
  readonly fitness: Int32Array
  /** That run up to here. */
  readonly hyphens: Int32Array
  /** The way that it goes on from, -1 for none. */
  readonly from: Int32Array
  /** First item of the line that begins here. */
  readonly start: Int32Array
  /** Of all its lines. */
  readonly demerits: Float64Array
  /** Of its last line. */
  readonly ratio: Float64Array
  /** Before the line that begins here, less what stands out. */
  readonly width: Float64Array
  /** Ratio of a line from here to the place last looked at, for those that reached it. */
  readonly onward: Float64Array
}

function columns(size: number): Ways {
  const whole = () => new Int32Array(size)
  const real = () => new Float64Array(size)
  return {
    at: whole(),
    line: whole(),
    fitness: whole(),
    hyphens: whole(),
    from: whole(),
    start: whole(),
    demerits: real(),
    ratio: real(),
    width: real(),
    onward: real(),
  }
}

/**
 * Of one paragraph, for as long as it is broken: the next one writes over them, and over its sums. What the longest
 * paragraph took stays for the next, some hundred bytes a word.
 */
let ways = columns(1 << 11)
const ends = {
  from: new Int32Array(classes),
  demerits: new Float64Array(classes),
  ratio: new Float64Array(classes),
}

/** Sums of what stands before each item, in one array: {@link sum} names the four of each. */
let sums = new Float64Array(1 << 13)
const sum = { width: 0, stretch: 1, shrink: 2, letters: 3 } as const
const sumsOfOne = 4

function before(at: number, which: 0 | 1 | 2 | 3): number {
  return sums[at * sumsOfOne + which] ?? 0
}

function takeSums(items: readonly Item[]): void {
  const size = (items.length + 1) * sumsOfOne
  if (sums.length < size) sums = new Float64Array(2 * size)
  const into = sums
  let width = 0
  let stretch = 0
  let shrink = 0
  let letters = 0
  into.fill(0, 0, sumsOfOne)
  let to = 0
  for (let at = 0; at < items.length; at++) {
    const item = items[at]
    if (item === undefined) break
    if (item.type !== 'penalty') width += item.width
    stretch += item.stretch
    shrink += item.shrink
    letters += item.letters
    to += sumsOfOne
    into[to + sum.width] = width
    into[to + sum.stretch] = stretch
    into[to + sum.shrink] = shrink
    into[to + sum.letters] = letters
  }
}

/**
 * @param items - ends in a penalty of -{@link forbidden}
 * @returns the breaks in order, or null when no way keeps to the tolerance
 */
export function breakLines(items: readonly Item[], setting: Setting): readonly Break[] | null {
  takeSums(items)
  return new TotalFit(items, setting).breaks()
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

/** Points by which a line's first letter stands out of the measure. */
export function leftOf(items: readonly Item[], start: number): number {
  return items[start]?.left ?? 0
}

/** Points by which the last letter of a line that ends at an item does. */
export function rightOf(items: readonly Item[], end: number): number {
  const item = items[end]
  if (item?.type === 'penalty' && item.width > 0) return item.right
  const last = items[end - 1]
  return last?.type === 'box' ? last.right : 0
}

/** Of one attempt: the place looked at changes at every item, and an object for each would be a book's most garbage. */
class TotalFit {
  private readonly items: readonly Item[]
  private readonly setting: Setting
  /** Measures of the first line and of all others, so that ways of different length go on alike. */
  private readonly first: number
  private readonly rest: number
  /** Ways there are, and those that still reach the place looked at. */
  private count = 0
  private readonly active: number[] = []
  /** The place: an item at which lines may end, the width up to there, and what it costs. */
  private at = -1
  private width = 0
  private penalty = 0
  private flagged = false
  /** The last line ends here, or one before a line break of the text. */
  private forced = false

  constructor(items: readonly Item[], setting: Setting) {
    this.items = items
    this.setting = setting
    this.first = setting.measure(0)
    this.rest = setting.measure(1)
    ends.from.fill(-1)
  }

  breaks(): readonly Break[] | null {
    const { items, active } = this
    const { emergency } = this.setting
    this.goOn(-1, 1, 0, 0, 0)
    for (let at = 0; at < items.length; at++) {
      const item = items[at]
      if (item === undefined) break
      if (item.type === 'box') continue
      if (item.type === 'glue') {
        if (!item.breakable || items[at - 1]?.type !== 'box') continue
      } else if (item.penalty >= forbidden) continue
      this.moveTo(at, item)
      const reached = emergency ? active.slice() : active
      this.step()
      if (active.length > 0) continue
      if (!emergency) return null
      this.rescue(reached)
    }
    return this.path()
  }

  private moveTo(at: number, { type, width, penalty, flagged }: Item): void {
    this.at = at
    this.penalty = penalty
    this.flagged = flagged
    this.forced = penalty <= -forbidden
    this.width = before(at, sum.width) + (type === 'penalty' ? width : 0) - rightOf(this.items, at)
  }

  /**
   * Ends lines here: `active` loses the ways that have become too long and gains the best of each class. In one piece,
   * as most of a book's lines are weighed before V8 has made one of several functions.
   */
  private step(): void {
    const { active, forced, flagged, penalty, at, first, rest } = this
    const { ragged, give, spare, tolerance } = this.setting
    const here = at * sumsOfOne
    const stretchHere = sums[here + sum.stretch] ?? 0
    const shrinkHere = sums[here + sum.shrink] ?? 0
    let ended = false
    let kept = 0
    const reached = active.length
    for (let index = 0; index < reached; index++) {
      const way = active[index] ?? 0
      const from = (ways.start[way] ?? 0) * sumsOfOne
      const width = this.width - (ways.width[way] ?? 0)
      const slack = (ways.line[way] === 0 ? first : rest) - width
      // What letters take or give; sums of many widths differ in their last bits.
      const most = give * width
      let ratio = 0
      if (slack < 0) {
        if (slack + most <= -1e-6) {
          const shrink = ragged === 0 ? shrinkHere - (sums[from + sum.shrink] ?? 0) : 0
          ratio = shrink > 0 ? (slack + most) / shrink : Number.NEGATIVE_INFINITY
        }
      } else if (!forced) {
        const left = ragged > 0 ? slack : Math.max(0, slack - most)
        const stretch = ragged > 0 ? ragged : stretchHere - (sums[from + sum.stretch] ?? 0) + spare
        ratio = stretch > 0 ? left / stretch : left < 1e-6 ? 0 : Number.POSITIVE_INFINITY
      }
      ways.onward[way] = ratio
      // Written over what has been looked at already.
      if (ratio >= -1 && !forced) active[kept++] = way
      if (ratio < -1 || ratio > tolerance) continue
      const ran = ways.hyphens[way] ?? 0
      const hyphens = flagged ? ran + 1 : 0
      if (hyphens > mostHyphens || (forced && this.isTooShort(way))) continue
      const fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
      const given = most === 0 || (forced && slack > 0) ? 0 : Math.min(1, Math.abs(slack) / most)
      const uneven = (ratio < 0 ? -shrinkOfStretch * ratio : ratio) + unevenLetters * given
      // Squares, not the cubes of the paper: spread of spaces and number of hyphens are both less (bench/spread.md).
      const line = everyLine + 100 * uneven * uneven
      let demerits = line * line
      if (!forced) demerits += penalty >= 0 ? penalty * penalty : -penalty * penalty
      if (flagged && ran > 0) demerits += consecutiveHyphens
      if (Math.abs(fitness - (ways.fitness[way] ?? 0)) > 1) demerits += unevenLines
      if (forced) demerits += this.lastLine(way)
      demerits += ways.demerits[way] ?? 0
      const key = fitness * running + hyphens
      if (ends.from[key] !== -1 && demerits >= (ends.demerits[key] ?? 0)) continue
      ended = true
      ends.from[key] = way
      ends.demerits[key] = demerits
      ends.ratio[key] = ratio
    }
    active.length = kept
    if (!ended) return
    for (let key = 0; key < classes; key++) {
      const from = ends.from[key] ?? -1
      if (from === -1) continue
      ends.from[key] = -1
      const hyphens = key % running
      this.goOn(from, (key - hyphens) / running, hyphens, ends.demerits[key] ?? 0, ends.ratio[key] ?? 0)
    }
  }

  /** A line ends here, and another begins. @param from - the way so far, or -1 before the first line */
  private goOn(from: number, fitness: number, hyphens: number, demerits: number, ratio: number): void {
    const { at } = this
    const way = this.count++
    if (way >= ways.at.length) enlarge()
    const start = lineStart(this.items, at)
    ways.at[way] = at
    ways.line[way] = from === -1 ? 0 : (ways.line[from] ?? 0) + 1
    ways.fitness[way] = fitness
    ways.hyphens[way] = hyphens
    ways.from[way] = from
    ways.start[way] = start
    ways.demerits[way] = demerits
    ways.ratio[way] = ratio
    ways.width[way] = before(start, sum.width) + leftOf(this.items, start)
    this.active.push(way)
  }

  /** No good way is left: the line is set as it comes, squeezed and standing out, or stretched too far. */
  private rescue(reached: readonly number[]): void {
    let dropped = -1
    for (const way of reached)
      if ((ways.onward[way] ?? 0) < -1) dropped = dropped === -1 ? way : laterOf(dropped, way)
    const from = dropped === -1 ? bestOf(reached) : dropped
    const hyphens = this.flagged ? (ways.hyphens[from] ?? 0) + 1 : 0
    this.goOn(from, 1, hyphens, (ways.demerits[from] ?? 0) + 1e7, Math.max(ways.onward[from] ?? 0, -1))
  }

  /** Demerits of a last line. */
  private lastLine(way: number): number {
    const hyphen = (ways.hyphens[way] ?? 0) === 0 ? 0 : this.isFragment(way) ? lastFragment : lastHyphen
    return hyphen + ((ways.line[way] ?? 0) > 0 && this.hasFewLetters(way) ? shortLastLine : 0)
  }

  /** A last line of a few letters, narrower than an indent, or nothing but the end of a word. */
  private isTooShort(way: number): boolean {
    const { shortest } = this.setting
    if (shortest === 0 || ways.line[way] === 0) return false
    if (this.isFragment(way) || this.hasFewLetters(way)) return true
    return this.width - (ways.width[way] ?? 0) < shortest
  }

  /** A line without a space, after a hyphen. */
  private isFragment(way: number): boolean {
    if (ways.hyphens[way] === 0) return false
    return before(this.at, sum.stretch) === before(ways.start[way] ?? 0, sum.stretch)
  }

  private hasFewLetters(way: number): boolean {
    return before(this.at, sum.letters) - before(ways.start[way] ?? 0, sum.letters) < fewestLetters
  }

  private path(): readonly Break[] {
    const breaks: Break[] = []
    for (let way = bestOf(this.active); ways.from[way] !== -1; way = ways.from[way] ?? -1)
      breaks.push({ at: ways.at[way] ?? 0, ratio: ways.ratio[way] ?? 0 })
    return breaks.reverse()
  }
}

function enlarge(): void {
  const small = ways
  ways = columns(2 * small.at.length)
  for (const name of Object.keys(small) as (keyof Ways)[]) ways[name].set(small[name])
}

function bestOf(active: readonly number[]): number {
  return active.reduce((a, b) => ((ways.demerits[b] ?? 0) < (ways.demerits[a] ?? 0) ? b : a))
}

function laterOf(a: number, b: number): number {
  const [atA, atB] = [ways.at[a] ?? 0, ways.at[b] ?? 0]
  return atB > atA || (atB === atA && (ways.demerits[b] ?? 0) < (ways.demerits[a] ?? 0)) ? b : a
}
