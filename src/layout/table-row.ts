/** A row of a table's grid: whole, or in the parts that pages cut it into. */
import type { Table, TableCell } from '../publication/model.ts'
import type { Place } from './place.ts'
import { round } from './round.ts'
import { breakCosts, moved, type Row, type RowPart } from './rows.ts'
import type { Typesetter } from './setting.ts'
import { fittingCount, placeRows, stackedHeight } from './stack.ts'
import type { Mark } from './types.ts'

/** A cell with what of it is still to be placed. */
export interface SetCell {
  readonly cell: TableCell
  readonly x: number
  readonly width: number
  readonly lastRow: number
  rows: readonly Row[]
}

interface RowSetting {
  readonly head: readonly Row[]
  /** The highest that a part of it may be, without padding. */
  readonly most: number
  /** A cell reaches into it from above. */
  readonly spanned: boolean
}

/** A row of the grid moves to the next page whole where this share of a page is the most that stays empty. */
const emptyShare = 1 / 6

/** Lines of a row that may stand alone under its head. */
const shortRow = 4

/** One row of the grid, which a page may cut where the lines of its cells allow. */
export function flowRow(
  node: Table,
  index: number,
  active: readonly SetCell[],
  { head, most, spanned }: RowSetting,
  { list, typesetter, x, width }: Place,
): void {
  const { paddingY } = typesetter.design.table
  const style = typesetter.style('tableCell')
  const height = Math.max(
    style.leading,
    ...active.map(({ lastRow, rows }) => (lastRow === index ? stackedHeight(rows) : 0)),
  )
  const cells = active.map((cell): CellRows => {
    const ends = cell.lastRow === index
    const count = ends ? cell.rows.length : fittingCount(cell.rows, height)
    const rows = cell.rows.slice(0, count)
    cell.rows = cell.rows.slice(count)
    return { x: cell.x, width: cell.width, rows, ends }
  })
  // What no page holds is cut anyway, and begins where it stands.
  const worthCutting = Math.min(most * emptyShare, height > most ? shortRow * style.leading : most)
  const line = { paddingY, leading: style.leading, least: worthCutting }
  const decorate = (part: PartOfRow) => decorationOf(node, index, { x, width, ...part }, typesetter)
  const {
    height: full,
    marks,
    anchors,
    reports,
    split,
  } = rowPart(cells, height, { begins: true, ends: true }, line, decorate)
  for (const id of anchors) list.anchor(id)
  const latest = node.children.length - 1
  const kept = spanned || (index > 0 && index <= node.headerRows)
  // The last row is not left alone on a page, nor the first one with its head, if they are short.
  const first = index === node.headerRows + 1 && (list.rows.at(-1)?.height ?? 0) < shortRow * style.leading
  const last = index === latest && index > node.headerRows + 1
  const alone = first || last ? breakCosts.afterHyphen : 0
  list.add({
    height: full,
    marks,
    baseline: paddingY + typesetter.baseline(style),
    breakCost: kept ? breakCosts.never : alone,
    reports,
    node: node.children[index] ?? node,
    repeats: head,
    split,
  })
}

/** What of a cell stands in a row of the grid, or in a part of one; `ends`: no more of it follows below. */
interface CellRows {
  readonly x: number
  readonly width: number
  readonly rows: readonly Row[]
  readonly ends: boolean
}

/** A part of a row of the grid: its height, whether it begins the row, and the cells that end in it. */
interface PartOfRow {
  readonly height: number
  readonly begins: boolean
  readonly ending: readonly CellRows[]
}

interface LineOfRow {
  readonly paddingY: number
  readonly leading: number
  /** Less room than this is left empty rather than filled with a part. */
  readonly least: number
}

function rowPart(
  cells: readonly CellRows[],
  height: number,
  { begins, ends }: { readonly begins: boolean; readonly ends: boolean },
  line: LineOfRow,
  decorate: (part: PartOfRow) => readonly Mark[],
): RowPart {
  const { paddingY, leading, least } = line
  const full = height + 2 * paddingY
  const ending = ends ? cells.filter(cell => cell.ends) : []
  const rows = cells.flatMap(cell => cell.rows)
  const text = cells.flatMap(
    cell => placeRows(cell.rows, { first: 0, end: cell.rows.length }, paddingY).marks,
  )
  return {
    height: full,
    marks: [...decorate({ height: full, begins, ending }), ...text],
    anchors: rows.flatMap(({ anchors }) => anchors),
    reports: rows.flatMap(({ reports }) => reports),
    split: (room, must) => {
      const inner = room - 2 * paddingY
      if (!must && inner < least) return null
      const counts = cells.map(cell => cutCount(cell.rows, inner))
      // What is taller than any part stands alone in it.
      const stuck = counts.every(count => count === 0)
      if (stuck && !must) return null
      const above = cells.map((cell, at) => ({ ...cell, rows: cell.rows.slice(0, stuck ? 1 : counts[at]) }))
      const below = cells.map((cell, at) => ({ ...cell, rows: cell.rows.slice(stuck ? 1 : counts[at]) }))
      if (below.every(cell => cell.rows.length === 0)) return null
      return [
        rowPart(above, heightIn(above, leading), { begins, ends: false }, line, decorate),
        rowPart(below, heightIn(below, leading), { begins: false, ends }, line, decorate),
      ]
    },
  }
}

function heightIn(cells: readonly CellRows[], leading: number): number {
  return Math.max(leading, ...cells.map(({ rows }) => stackedHeight(rows)))
}

/** How many rows of a cell stand in a room; no line is left alone by it where that can be. */
function cutCount(rows: readonly Row[], room: number): number {
  const count = fittingCount(rows, room)
  let good = count
  while (good > 0 && rows[good]?.breakCost === breakCosts.never) good--
  return good > 0 ? good : count
}

/** Background of a row and the rules over and under it: under the cells that end there. */
function decorationOf(
  node: Table,
  index: number,
  area: PartOfRow & { readonly x: number; readonly width: number },
  typesetter: Typesetter,
): readonly Mark[] {
  const { outerRule, innerRule, outerColor, ruleColor, headBackground, zebraBackground } =
    typesetter.design.table
  const { height, begins, ending } = area
  const rule = (
    role: 'rule' | 'background',
    at: { readonly x: number; readonly width: number },
    y: number,
    high: number,
    color: string,
  ): Mark => {
    const owner = { kind: 'artifact', role } as const
    return moved(
      { kind: 'rule', owner, x: at.x, y, width: round(at.width), height: round(high), color },
      0,
      0,
    )
  }
  const marks: Mark[] = []
  const zebra = (index - node.headerRows) % 2 === 1 ? zebraBackground : ''
  const background = index < node.headerRows ? headBackground : zebra
  if (background !== '') marks.push(rule('background', area, 0, height, background))
  if (outerRule > 0 && begins && index === 0) marks.push(rule('rule', area, 0, outerRule, outerColor))
  const outer = index === node.children.length - 1 || index === node.headerRows - 1
  const under = outer ? outerRule : innerRule
  if (under === 0) return marks
  // One rule for neighbours; none through a cell that goes on.
  const stretches: { x: number; width: number }[] = []
  for (const cell of ending) {
    const last = stretches.at(-1)
    if (last !== undefined && Math.abs(last.x + last.width - cell.x) < 0.01) last.width += cell.width
    else stretches.push({ x: cell.x, width: cell.width })
  }
  for (const stretch of stretches)
    marks.push(rule('rule', stretch, height - under, under, outer ? outerColor : ruleColor))
  return marks
}
