/** Cuts the vertical list into pages. */
import type { NoteGeometry } from '../design/types.ts'
import { round } from './round.ts'
import type { Frame, Row } from './rows.ts'
import { moved } from './rows.ts'
import type { Mark } from './types.ts'

/** Rows of a part: `first` to `end`, exclusive. */
export interface RowRange {
  readonly first: number
  readonly end: number
}

/** Rows of one page, and those of footnotes at its foot. */
export interface PageRows extends RowRange {
  readonly notes: readonly Row[]
  readonly turned: boolean
}

/** What a line of 12 points left empty at a page's foot costs, against {@link Row.breakCost}. */
const emptyPoint = 3

/** Footnotes by their id. */
export interface NoteRows {
  readonly rows: ReadonlyMap<string, readonly Row[]>
  readonly geometry: NoteGeometry
}

/** Cuts rows into parts no higher than `frame`, without notes: columns. */
export function cutRows(rows: readonly Row[], frame: number): readonly RowRange[] {
  return cutPages(rows, { upright: frame, turned: frame }, null)
}

/** @returns at least one page, and every row of text and of notes on exactly one */
export function cutPages(
  rows: readonly Row[],
  frames: { readonly upright: number; readonly turned: number },
  notes: NoteRows | null,
): readonly PageRows[] {
  const pages: PageRows[] = []
  const seen = new Set<string>()
  let carried: readonly Row[] = []
  let first = 0
  while (first < rows.length || carried.length > 0) {
    const turned = rows[first]?.turned ?? false
    const frame = turned ? frames.turned : frames.upright
    const end = pageEnd(rows, first, frame, carried, seen, notes)
    const wanted = [...carried]
    for (const row of rows.slice(first, end)) wanted.push(...newNotes(row, seen, notes))
    if (end === rows.length && carried.length === 0) wanted.push(...unplaced(seen, notes))
    const used = textHeight(rows, first, end)
    let count = 0
    for (; count < wanted.length; count++) {
      const next = notesHeight(wanted.slice(0, count + 1), notes)
      if (used + next > frame + 1e-6 && (count > 0 || end > first)) break
    }
    pages.push({ first, end, notes: wanted.slice(0, count), turned })
    carried = wanted.slice(count)
    first = end
  }
  return pages.length === 0 ? [{ first: 0, end: 0, notes: [], turned: false }] : pages
}

/** The rows of the notes that a row refers to first, and of those that these refer to. */
function newNotes(row: Row, seen: Set<string>, notes: NoteRows | null): readonly Row[] {
  if (notes === null) return []
  const found: Row[] = []
  for (const { owner, kind } of row.marks) {
    if (kind !== 'glyphs' || owner.kind !== 'content' || owner.node.type !== 'footnoteReference') continue
    const { target } = owner.node
    if (seen.has(target)) continue
    seen.add(target)
    const own = spaced(notes.rows.get(target) ?? [], notes)
    found.push(...own, ...own.flatMap(inner => newNotes(inner, seen, notes)))
  }
  return found
}

function spaced(rows: readonly Row[], { geometry }: NoteRows): readonly Row[] {
  return rows.map((row, index) =>
    index === 0 ? { ...row, gap: Math.max(row.gap, geometry.spaceBetween) } : row,
  )
}

function unplaced(seen: Set<string>, notes: NoteRows | null): readonly Row[] {
  if (notes === null) return []
  return [...notes.rows].flatMap(([id, rows]) => {
    if (seen.has(id)) return []
    seen.add(id)
    return spaced(rows, notes)
  })
}

/** Space and rule above included; 0 for none. */
export function notesHeight(rows: readonly Row[], notes: NoteRows | null): number {
  if (notes === null || rows.length === 0) return 0
  const { spaceAbove, ruleWidth, spaceBetween } = notes.geometry
  return spaceAbove + ruleWidth + spaceBetween + stackedHeight(rows)
}

function stackedHeight(rows: readonly Row[]): number {
  let height = 0
  for (const [at, row] of rows.entries())
    height += (at === 0 ? 0 : row.gap) + row.before + row.height + row.after
  return height
}

function textHeight(rows: readonly Row[], first: number, end: number): number {
  return end === first ? 0 : stackedHeight(rows.slice(first, end)) + stackedHeight(rows[first]?.repeats ?? [])
}

/** The cheapest place to end a page that begins with a row: the emptier it stays, the dearer. */
function pageEnd(
  rows: readonly Row[],
  first: number,
  frame: number,
  carried: readonly Row[],
  seen: ReadonlySet<string>,
  notes: NoteRows | null,
): number {
  const heights: number[] = []
  const begun = rows[first]
  const noted = new Set(seen)
  const below = [...carried]
  let used = stackedHeight(begun?.repeats ?? [])
  let feet = notesHeight(below, notes)
  let end = first
  let forced = false
  for (; end < rows.length; end++) {
    const row = rows[end]
    if (row === undefined) break
    forced = end > first && (row.forced || row.turned !== begun?.turned)
    if (forced) break
    const more = newNotes(row, noted, notes)
    below.push(...more)
    if (more.length > 0) feet = notesHeight(below, notes)
    const height = (end === first ? 0 : row.gap) + row.before + row.height + row.after
    const must = end === first && carried.length === 0
    if (used + height + feet > frame + 1e-6 && !must) break
    used += height
    heights.push(used + feet)
  }
  if (end === rows.length || forced) return end
  let best = end
  let lowest = Number.POSITIVE_INFINITY
  for (let at = end; at > first; at--) {
    const cost = (rows[at]?.breakCost ?? 0) + emptyPoint * (frame - (heights[at - first - 1] ?? 0))
    if (cost < lowest) {
      lowest = cost
      best = at
    }
  }
  return best
}

/** Marks of a part's rows, backgrounds first, where each row stands, and where the last one ends. */
export function placeRows(
  rows: readonly Row[],
  { first, end }: RowRange,
  start: number,
): { readonly marks: readonly Mark[]; readonly tops: readonly number[]; readonly bottom: number } {
  const tops: number[] = []
  const marks: Mark[] = []
  const areas = new Map<Frame, { top: number; bottom: number }>()
  let y = start
  for (const head of first < end ? (rows[first]?.repeats ?? []) : []) {
    for (const mark of head.marks) marks.push(moved(mark, 0, y))
    y += head.height
  }
  for (let index = first; index < end; index++) {
    const row = rows[index]
    if (row === undefined) break
    if (index > first) y += row.gap
    const top = y
    y += row.before
    tops.push(y)
    for (const mark of row.marks) marks.push(moved(mark, 0, y))
    y += row.height + row.after
    for (const frame of row.frames) {
      const area = areas.get(frame)
      areas.set(frame, { top: area?.top ?? top, bottom: y })
    }
  }
  const backgrounds = [...areas].flatMap(([frame, { top, bottom }]) => frameMarks(frame, top, bottom))
  return { marks: [...backgrounds, ...marks], tops, bottom: y }
}

/** Notes at the foot of a page, under their rule. */
export function placeNotes(
  rows: readonly Row[],
  top: number,
  x: number,
  { spaceAbove, ruleWidth, ruleLength, ruleColor, spaceBetween }: NoteGeometry,
): { readonly marks: readonly Mark[]; readonly tops: readonly number[] } {
  if (rows.length === 0) return { marks: [], tops: [] }
  const owner = { kind: 'artifact', role: 'rule' } as const
  const y = top + spaceAbove
  const rule = { kind: 'rule', owner, x, y, width: ruleLength, height: ruleWidth, color: ruleColor } as const
  const { marks, tops } = placeRows(rows, { first: 0, end: rows.length }, y + ruleWidth + spaceBetween)
  return { marks: ruleWidth > 0 ? [moved(rule, 0, 0), ...marks] : marks, tops }
}

function frameMarks(frame: Frame, top: number, bottom: number): readonly Mark[] {
  const { x, width, background, borderColor, borderSide, borderWidth } = frame
  const height = bottom - top
  const owner = { kind: 'artifact', role: 'background' } as const
  const rule = (left: number, up: number, wide: number, high: number, color: string): Mark =>
    moved({ kind: 'rule', owner, x: left, y: up, width: round(wide), height: round(high), color }, 0, 0)
  const marks: Mark[] = []
  if (background !== '') marks.push(rule(x, top, width, height, background))
  if (borderWidth === 0) return marks
  const side = (name: typeof borderSide) => borderSide === name || borderSide === 'all'
  if (side('left')) marks.push(rule(x, top, borderWidth, height, borderColor))
  if (side('top')) marks.push(rule(x, top, width, borderWidth, borderColor))
  if (side('bottom')) marks.push(rule(x, bottom - borderWidth, width, borderWidth, borderColor))
  if (borderSide === 'all') marks.push(rule(x + width - borderWidth, top, borderWidth, height, borderColor))
  return marks
}
