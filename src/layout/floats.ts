/** Figures and small tables that have no room where they stand: the text goes on, and they come on the next page. */
import { breakCosts, type Row } from './rows.ts'
import { stackedHeight } from './stack.ts'

/** Where a page ends, and the rows of what stands at the foot of the one after it. */
export interface PageEnd {
  readonly end: number
  readonly foot: readonly Row[]
}

/** Finds where a page ends that begins with a row; a row that can be split may be split in place. */
export type Fill = (rows: Row[], first: number) => number

/** Rows that stand on no page together. */
const mostPassed = 200

/**
 * The end of a page. What floats and has no room on it is passed by the text that follows, down to the next heading,
 * table or figure. A turned page, which cannot follow in the middle of one, is passed by the sections below as well.
 *
 * @param rows - changed in place
 */
export function endWithFloat(rows: Row[], first: number, fill: Fill): PageEnd {
  const end = fill(rows, first)
  const stays = { end, foot: [] }
  const float = rows[end]?.float
  if (float === undefined || float === null || rows[end]?.forced === true) return stays
  let begin = end
  while (begin > first && rows[begin - 1]?.float === float) begin--
  let behind = end
  while (rows[behind]?.float === float) behind++
  let stop = behind
  while (stop < behind + mostPassed && mayPass(rows[stop], rows[end]?.turned === true)) stop++
  const [next, ...others] = rows.slice(behind, stop)
  if (next === undefined || begin === first) return stays
  const text = [...rows.slice(first, begin), { ...next, gap: Math.min(next.gap, float.text) }, ...others]
  const count = fill(text, 0)
  // A table may as well be cut where the text that may pass it is too short.
  if (count <= begin - first || (begin < end && count === text.length)) return stays
  const floating = rows.slice(begin, behind)
  rows.splice(begin, stop - begin, ...text.slice(begin - first))
  const under = first + count
  nameSections(rows, begin, under, floating)
  const follows = rows[under]
  if (float.place === 'bottom' && follows !== undefined && !follows.forced && !follows.turned)
    return { end: under, foot: floating }
  standOnTop(rows, under, floating)
  return { end: under, foot: [] }
}

/** Running heads: what has been passed by a section is still of the one before, and the text behind it of that one. */
function nameSections(rows: Row[], begin: number, under: number, floating: Row[]): void {
  const passing = rows.slice(begin, under).findLast(({ section }) => section !== null)?.section ?? null
  const [top, follows] = [floating[0], rows[under]]
  if (passing === null || top === undefined) return
  const before = rows.slice(0, begin).findLast(({ section }) => section !== null)?.section ?? null
  floating[0] = { ...top, section: before }
  if (follows !== undefined) rows[under] = { ...follows, section: follows.section ?? passing }
}

/** @param below - do sections below the first level, too? */
function mayPass(row: Row | undefined, below: boolean): boolean {
  if (row === undefined || row.float !== null) return false
  if (row.section !== null && !(below && row.section.depth > 1)) return false
  return !row.forced && !row.turned && row.repeats.length === 0 && row.node?.type !== 'table'
}

/** Puts what floats before the row that would begin a page. */
export function standOnTop(rows: Row[], at: number, floating: readonly Row[]): void {
  const row = rows[at]
  const around = floating[0]?.float?.around ?? 0
  // It was on its way from a page to the next: nothing holds it to what floats.
  if (row !== undefined) rows[at] = { ...row, gap: Math.max(row.gap, around), breakCost: 0 }
  rows.splice(at, 0, ...floating)
}

/**
 * The end of a page that has something at its foot.
 *
 * @param rows - changed in place: the foot stands in them at the page's end
 * @param room - points above it
 * @param fill - for that room
 * @returns null, and rows as they were, where the text cannot be ended well in so little room
 */
export function endAboveFoot(
  rows: Row[],
  first: number,
  foot: readonly Row[],
  room: number,
  fill: Fill,
): PageEnd | null {
  const text = rows.slice(first)
  const { end, foot: next } = endWithFloat(text, 0, fill)
  const high = stackedHeight(text, { first: 0, end }) > room + 1e-6
  // Figures stand in the order of their numbers.
  const overtakes = text.slice(0, end).some(row => row.float !== null)
  if (high || overtakes || text[end]?.breakCost === breakCosts.never) return null
  rows.length = first
  for (const part of [text.slice(0, end), foot, text.slice(end)]) for (const row of part) rows.push(row)
  return { end: first + end + foot.length, foot: next }
}
