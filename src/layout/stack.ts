/** Rows under one another, as they stand on one page: how high they are, and where their marks come to lie. */
import { round } from './round.ts'
import { breakCosts, type Frame, moved, type Row } from './rows.ts'
import type { Mark } from './types.ts'

/** Rows of a part: `first` to `end`, exclusive. */
export interface RowRange {
  readonly first: number
  readonly end: number
}

/** Padding of the frames that begin with a row; with the first one of a part, all that it stands in. */
export function paddingAbove({ frames, opens }: Row, first: boolean): number {
  let padding = 0
  for (let at = first ? 0 : frames.length - opens; at < frames.length; at++) padding += frames[at]?.top ?? 0
  return padding
}

/** The same below, of the frames that end with a row. */
export function paddingBelow({ frames, closes }: Row, last: boolean): number {
  let padding = 0
  for (let at = last ? 0 : frames.length - closes; at < frames.length; at++)
    padding += frames[at]?.bottom ?? 0
  return padding
}

/**
 * Where a row stands that would stand at `y`: on the baseline grid, where it has to. What it is kept with, a heading
 * above its text, comes along, so that the grid's space falls above it.
 *
 * @param y - points from the frame's top
 * @param first - of the part: it stands at its top
 */
export function onGrid(rows: readonly Row[], at: number, y: number, first: boolean): number {
  const row = rows[at]
  if (row === undefined) return y
  if (row.grid > 0) return first ? y : stepped(y, row.grid)
  if (rows[at + 1]?.breakCost !== breakCosts.never) return y
  // Its lines stay together.
  if (row.node !== null && rows[at - 1]?.node === row.node) return y
  let below = y + row.height + paddingBelow(row, false)
  for (let next = at + 1; rows[next]?.breakCost === breakCosts.never; next++) {
    const held = rows[next]
    if (held === undefined) break
    below += held.gap + paddingAbove(held, false)
    if (held.grid > 0) return y + stepped(below, held.grid) - below
    below += held.height + paddingBelow(held, false)
  }
  return y
}

function stepped(y: number, step: number): number {
  return Math.ceil((y - 1e-6) / step) * step
}

/** Height of a part by itself: no gap above, the heads that its first row repeats, frames closed. */
export function stackedHeight(
  rows: readonly Row[],
  { first, end }: RowRange = { first: 0, end: rows.length },
): number {
  let height = first < end ? repeatedHeight(rows[first]) : 0
  for (let at = first; at < end; at++) {
    const row = rows[at]
    if (row === undefined) break
    height += (at === first ? 0 : row.gap) + paddingAbove(row, at === first)
    height = onGrid(rows, at, height, at === first)
    height += row.height + paddingBelow(row, at === end - 1)
  }
  return height
}

/** How many rows, from the first on, stand in a room. */
export function fittingCount(rows: readonly Row[], room: number): number {
  let height = 0
  let count = 0
  for (const row of rows) {
    const top = height + (count === 0 ? 0 : row.gap) + paddingAbove(row, count === 0)
    const bottom = onGrid(rows, count, top, count === 0) + row.height
    if (bottom + paddingBelow(row, true) > room + 1e-6) break
    height = bottom + paddingBelow(row, false)
    count++
  }
  return count
}

export function repeatedHeight(row: Row | undefined): number {
  return (row?.repeats ?? []).reduce((sum, { height }) => sum + height, 0)
}

/**
 * Marks of a part's rows, backgrounds first, where each row stands, and where the last one ends.
 *
 * @param growth - of the spaces between blocks, relative to what they are
 */
export function placeRows(
  rows: readonly Row[],
  { first, end }: RowRange,
  start: number,
  growth = 0,
): { readonly marks: readonly Mark[]; readonly tops: readonly number[]; readonly bottom: number } {
  const tops: number[] = []
  const marks: Mark[] = []
  const areas = new Map<Frame, { top: number; bottom: number }>()
  let y = start
  for (let index = first; index < end; index++) {
    const row = rows[index]
    if (row === undefined) break
    const { frames, opens, closes } = row
    if (index > first) y += row.gap * (1 + growth)
    for (let at = index === first ? 0 : frames.length - opens; at < frames.length; at++) {
      const frame = frames[at]
      if (frame === undefined) continue
      areas.set(frame, { top: y, bottom: y })
      y += frame.top
    }
    for (const head of index === first ? row.repeats : []) {
      for (const mark of head.marks) marks.push(moved(mark, 0, y))
      y += head.height
    }
    y = start + onGrid(rows, index, y - start, index === first)
    tops.push(y)
    for (const mark of row.marks) marks.push(moved(mark, 0, y))
    y += row.height
    const stay = index === end - 1 ? 0 : frames.length - closes
    for (let at = frames.length - 1; at >= stay; at--) {
      const frame = frames[at]
      const area = frame === undefined ? undefined : areas.get(frame)
      if (frame === undefined || area === undefined) continue
      y += frame.bottom
      area.bottom = y
    }
  }
  const backgrounds = [...areas].flatMap(([frame, { top, bottom }]) => frameMarks(frame, top, bottom))
  return { marks: [...backgrounds, ...marks], tops, bottom: y }
}

/** Spaces between blocks grow by this part of what they are at most. */
const mostGrowth = 0.5

/** How far the spaces on a page grow so that its last line stands at its foot; 0 where that would be too far. */
export function growthOf(rows: readonly Row[], { first, end }: RowRange, room: number): number {
  let spaces = 0
  for (let at = first; at < end; at++) {
    // On a grid pages end alike without.
    if ((rows[at]?.grid ?? 0) > 0) return 0
    spaces += at === first ? 0 : (rows[at]?.gap ?? 0)
  }
  const spare = room - stackedHeight(rows, { first, end })
  return spare > 0 && spare <= spaces * mostGrowth ? spare / spaces : 0
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
