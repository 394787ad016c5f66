/** Cuts the vertical list into pages. */
import type { PageGeometry } from '../design/types.ts'
import { round } from './round.ts'
import type { Frame, Row } from './rows.ts'
import { moved } from './rows.ts'
import type { Mark } from './types.ts'

/** Rows of one page: `first` to `end`, exclusive. */
export interface PageRows {
  readonly first: number
  readonly end: number
}

/** What a line of 12 points left empty at a page's foot costs, against {@link Row.breakCost}. */
const emptyPoint = 3

/** @returns at least one page, and every row on exactly one */
export function cutPages(rows: readonly Row[], frame: number): readonly PageRows[] {
  const pages: PageRows[] = []
  let first = 0
  while (first < rows.length) {
    const end = pageEnd(rows, first, frame)
    pages.push({ first, end })
    first = end
  }
  return pages.length === 0 ? [{ first: 0, end: 0 }] : pages
}

/** The cheapest place to end a page that begins with a row: the emptier it stays, the dearer. */
function pageEnd(rows: readonly Row[], first: number, frame: number): number {
  const heights: number[] = []
  let used = 0
  let end = first
  for (; end < rows.length; end++) {
    const row = rows[end]
    if (row === undefined) break
    const height = (end === first ? 0 : row.gap) + row.before + row.height + row.after
    if (used + height > frame + 1e-6 && end > first) break
    used += height
    heights.push(used)
  }
  if (end === rows.length) return end
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

/** Marks of a page's rows, backgrounds first, and where each row stands. */
export function placeRows(
  rows: readonly Row[],
  { first, end }: PageRows,
  { margin }: PageGeometry,
): { readonly marks: readonly Mark[]; readonly tops: readonly number[] } {
  const tops: number[] = []
  const marks: Mark[] = []
  const areas = new Map<Frame, { top: number; bottom: number }>()
  let y = margin.top
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
  return { marks: [...backgrounds, ...marks], tops }
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
