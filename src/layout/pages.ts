/** Cuts the vertical list into pages. */
import {
  fittingRows,
  footHead,
  mayWait,
  type NoteRows,
  newNotes,
  notesHeight,
  unplacedNotes,
} from './feet.ts'
import { endAboveFoot, endWithFloat, standOnTop } from './floats.ts'
import type { Row } from './rows.ts'
import { onGrid, paddingAbove, paddingBelow, type RowRange, repeatedHeight, stackedHeight } from './stack.ts'

/** Rows of one page, and those of footnotes at its foot. */
export interface PageRows extends RowRange {
  readonly notes: readonly Row[]
  readonly turned: boolean
}

/** The list as it was cut: a row that was split stands in it as two. */
export interface Cut {
  readonly rows: readonly Row[]
  readonly pages: readonly PageRows[]
}

/** Heights of the frames of upright and of turned pages, points. */
export interface FrameHeights {
  readonly upright: number
  readonly turned: number
}

/** What a point left empty at a page's foot costs, against {@link Row.breakCost}. */
const emptyPoint = 3

/** What it costs that a note goes on on the next page, and each point that does. */
const waiting = { note: 100, point: 0.5 }

/** Notes from pages before leave this share of a page to the text. */
const textShare = 0.25

/** Cuts rows into parts no higher than `height`, without notes: columns. @param most - no more parts than these */
export function cutRows(rows: readonly Row[], height: number, most: number): Cut {
  return cutPages(rows, { upright: height, turned: height }, null, most)
}

/** @returns at least one page, and every row of text and of notes on exactly one */
export function cutPages(
  given: readonly Row[],
  frames: FrameHeights,
  notes: NoteRows | null,
  most = Number.POSITIVE_INFINITY,
): Cut {
  const rows = [...given]
  const pages: PageRows[] = []
  const seen = new Set<string>()
  let carried: readonly Row[] = []
  let foot: readonly Row[] = []
  let first = 0
  while ((first < rows.length || carried.length > 0 || pages.length === 0) && pages.length < most) {
    // Columns, which have no notes, are counted by their rows.
    if (pages.length > 0 && notes !== null) dropDivider(rows, first)
    const turned = rows[first]?.turned ?? false
    const frame = turned ? frames.turned : frames.upright
    const above = frame - (foot.length > 0 ? stackedHeight(foot) + (foot[0]?.gap ?? 0) : 0)
    const room = first < rows.length ? above * (1 - textShare) : frame
    const going = carried.slice(0, fittingRows(carried, room, 1, notes))
    const blocked = going.length < carried.length
    const fill = (height: number) => (from: Row[], at: number) =>
      pageEnd(from, at, { frame: height, going, blocked }, seen, notes)
    const ended = foot.length > 0 ? endAboveFoot(rows, first, foot, above, fill(above)) : null
    if (ended === null && foot.length > 0) standOnTop(rows, first, foot)
    const { end, foot: next } = ended ?? endWithFloat(rows, first, fill(frame))
    // Where the text ends early, because the note that it calls cannot begin yet, more of the others has room.
    const wanted = [...carried]
    for (let at = first; at < end; at++) {
      const row = rows[at]
      if (row !== undefined) wanted.push(...newNotes(row, seen, notes).flat())
    }
    if (end === rows.length) wanted.push(...unplacedNotes(seen, notes))
    const left = frame - stackedHeight(rows, { first, end })
    const count = fittingRows(wanted, left, end === first ? 1 : 0, notes)
    const placed = wanted.slice(0, count)
    if (ended !== null) lower(rows, end - foot.length, left - notesHeight(placed, notes))
    pages.push({ first, end, notes: placed, turned })
    foot = next
    carried = wanted.slice(count)
    first = end
  }
  return { rows, pages }
}

/** Moves a row and those under it down. */
function lower(rows: Row[], at: number, points: number): void {
  const row = rows[at]
  if (row !== undefined) rows[at] = { ...row, gap: row.gap + Math.max(0, points) }
}

/**
 * A rule that parts what is above from what is below has nothing to part at the top of a page.
 *
 * @param rows - changed in place
 */
function dropDivider(rows: Row[], first: number): void {
  const [row, next] = [rows[first], rows[first + 1]]
  if (row?.divides !== true || next === undefined || row.forced || next.forced) return
  if (row.opens > 0 || row.closes > 0) return
  const anchors = [...row.anchors, ...next.anchors]
  rows.splice(first, 2, { ...next, anchors, section: next.section ?? row.section })
}

/** What a page has before any text is set on it. */
interface Begun {
  readonly frame: number
  /** Notes of pages before that go on here. */
  readonly going: readonly Row[]
  /** They go on even beyond this page, so that no new one can begin on it. */
  readonly blocked: boolean
}

/**
 * The cheapest place to end a page that begins with a row: the emptier it stays, the dearer.
 *
 * @param rows - a row that can be split and does not fit is split in place
 */
function pageEnd(
  rows: Row[],
  first: number,
  { frame, going, blocked }: Begun,
  seen: ReadonlySet<string>,
  notes: NoteRows | null,
): number {
  /** By number of rows on the page, from 1: points that stay empty; negative: points of notes that have to wait. */
  const spare: number[] = []
  const noted = new Set(seen)
  const begun = rows[first]
  // Down to the last row, less the padding of frames that go on.
  let used = repeatedHeight(begun)
  let feet = notesHeight(going, notes)
  let wait = 0
  let end = first
  for (; end < rows.length; end++) {
    const row = rows[end]
    if (row === undefined) break
    if (end > first && (row.forced || row.turned !== begun?.turned)) return end
    const brought = newNotes(row, noted, notes)
    if (blocked && brought.length > 0) break
    const natural = used + (end === first ? 0 : row.gap) + paddingAbove(row, end === first)
    const above = onGrid(rows, end, natural, end === first)
    const before = feet
    for (const note of brought) {
      feet += feetOf(note, feet, notes)
      wait = mayWait(note)
    }
    const bottom = above + row.height + paddingBelow(row, true)
    if (bottom + feet - wait > frame + 1e-6) {
      const must = end === first && going.length === 0
      const halves = splitRow(row, frame - above - paddingBelow(row, true) - before, must, seen, notes)
      if (halves !== null) {
        rows.splice(end, 1, ...halves)
        return end + 1
      }
      if (!must) break
    }
    spare.push(frame - bottom - feet)
    used = above + row.height + paddingBelow(row, false)
  }
  return end === rows.length ? end : cheapestEnd(rows, first, end, spare)
}

function cheapestEnd(rows: readonly Row[], first: number, end: number, spare: readonly number[]): number {
  let best = end
  let lowest = Number.POSITIVE_INFINITY
  for (let at = end; at > first; at--) {
    const empty = spare[at - first - 1] ?? 0
    const notes = empty < -1e-6 ? waiting.note - waiting.point * empty : 0
    const cost = (rows[at]?.breakCost ?? 0) + emptyPoint * Math.max(0, empty) + notes
    if (cost < lowest) {
      lowest = cost
      best = at
    }
  }
  return best
}

/** @param feet - height of the notes above it; 0: it is the first on its page */
function feetOf(note: readonly Row[], feet: number, notes: NoteRows | null): number {
  if (notes === null) return 0
  return stackedHeight(note) + (feet === 0 ? footHead(notes) : (note[0]?.gap ?? 0))
}

/** Split so that the first half's own notes have room below it, or at least their beginnings. */
function splitRow(
  row: Row,
  room: number,
  must: boolean,
  seen: ReadonlySet<string>,
  notes: NoteRows | null,
): readonly [Row, Row] | null {
  let halves = halvesOf(row, room, must)
  // The less room, the fewer notes: twice is enough in all but the oddest cases, which let notes wait.
  for (let round = 0; round < 2 && halves !== null; round++) {
    let feet = 0
    let wait = 0
    for (const note of newNotes(halves[0], new Set(seen), notes)) {
      feet += feetOf(note, feet, notes)
      wait = mayWait(note)
    }
    if (halves[0].height + feet - wait <= room + 1e-6) return halves
    halves = halvesOf(row, room - feet + wait, must)
  }
  return halves
}

function halvesOf(row: Row, room: number, must: boolean): readonly [Row, Row] | null {
  const parts = row.split?.(room, must) ?? null
  if (parts === null) return null
  const [above, below] = parts
  const moved = new Set(below.anchors)
  const first = { ...row, ...above, anchors: row.anchors.filter(id => !moved.has(id)), closes: 0 }
  const second = { ...row, ...below, gap: 0, breakCost: 0, opens: 0, section: null, forced: false }
  return [first, second]
}
