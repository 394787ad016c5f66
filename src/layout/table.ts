/** Tables: grid, cells, rules, and the head that later pages repeat. */
import type { Role, TextStyle } from '../design/types.ts'
import type { Table, TableCell } from '../publication/model.ts'
import { floatOf, flowCaption } from './captioned.ts'
import type { Place } from './place.ts'
import { breakCosts, type Float, makeRowList, type Row, type RowList } from './rows.ts'
import { type RowRange, stackedHeight } from './stack.ts'
import { columnWidths, type DecimalWidths, decimalInset, decimalWidths } from './table-columns.ts'
import { flowRow, type SetCell } from './table-row.ts'
import type { Mark } from './types.ts'

export function flowTable(node: Table, around: Place): void {
  const { list, typesetter } = around
  const { page, captionedSpace, captionAbove } = typesetter.design
  const turned = node.landscape && around.turns && page.height > page.width
  const width = turned ? page.height - page.margin.left - page.margin.right : around.width
  const room = turned ? page.width - page.margin.top - page.margin.bottom : around.room
  const place = { ...around, width, room, turns: false }
  if (turned) list.turn(true)
  list.space(captionedSpace.around)
  list.anchor(node.id)
  const from = list.rows.length
  // A caption's lines carry the id already.
  const inner = makeRowList()
  flowCaption(node, { ...place, list: inner })
  const caption = () => {
    for (const row of inner.rows) list.add({ ...row, baseline: 0, breakCost: breakCosts.never })
  }
  if (captionAbove.table && inner.rows.length > 0) {
    for (const [index, row] of inner.rows.entries())
      list.add({ ...row, baseline: 0, breakCost: index === 0 ? 0 : breakCosts.never })
    list.space(captionedSpace.caption)
    list.keep(breakCosts.never)
  }
  flowGrid(node, place)
  if (!captionAbove.table && inner.rows.length > 0) {
    list.space(captionedSpace.caption)
    caption()
  }
  if (node.note.length > 0) {
    list.space(captionedSpace.caption)
    list.keep(breakCosts.never)
    place.flow(node.note, { ...place, text: 'tableNote', spaceAfter: null })
  }
  list.space(captionedSpace.around)
  const float = floatOf(node, around)
  const table = { first: from, end: list.rows.length }
  const share = stackedHeight(list.rows, table) / room
  // The text goes on until the page is full that a turned one follows.
  if (float !== null && turned) floatRows(list, table, { ...float, place: 'float' }, false)
  else if (share <= (float === null ? smallTable.here : smallTable.floats))
    floatRows(list, table, float, true)
  if (turned) list.turn(false)
}

/** Tables no higher than these parts of a page had better not be cut: those that float, and those that cannot. */
const smallTable = { floats: 1 / 2, here: 1 / 4 }

function floatRows({ rows }: RowList, { first, end }: RowRange, float: Float | null, whole: boolean): void {
  for (let at = first; at < end; at++) {
    const row = rows[at]
    if (row === undefined) continue
    const breakCost = whole && at > first ? Math.max(row.breakCost, breakCosts.inSmallFrame) : row.breakCost
    rows[at] = { ...row, float, breakCost, split: whole ? null : row.split }
  }
}

function flowGrid(node: Table, place: Place): void {
  const { list, typesetter, x, width, room } = place
  const { paddingY } = typesetter.design.table
  const columns = columnWidths(node, typesetter, width)
  const decimals = decimalWidths(node, typesetter)
  const edges = [0]
  for (const wide of columns) edges.push((edges.at(-1) ?? 0) + wide)
  const grid = { ...place, width: edges.at(-1) ?? width }
  const from = list.rows.length
  let active: SetCell[] = []
  let head: readonly Row[] = []
  for (const [index, row] of node.children.entries()) {
    if (index === node.headerRows && index > 0) {
      head = list.rows.slice(from).map(asRepeat)
      if (heightOf(head) > room / 2) head = []
    }
    list.anchor(row.id)
    const spanned = active.length > 0
    for (const cell of row.children) {
      list.anchor(cell.id)
      const left = edges[cell.column] ?? 0
      const wide = (edges[cell.column + cell.columnSpan] ?? grid.width) - left
      const lastRow = Math.min(index + cell.rowSpan, node.children.length) - 1
      const rows = rowsOf(cell, x + left, wide, decimals, place)
      active.push({ cell, x: x + left, width: wide, lastRow, rows })
    }
    active.sort((a, b) => a.cell.column - b.cell.column)
    flowRow(node, index, active, { head, most: room - heightOf(head) - 2 * paddingY, spanned }, grid)
    active = active.filter(({ lastRow }) => lastRow > index)
  }
}

function asRepeat(row: Row): Row {
  const marks = row.marks.flatMap((mark): readonly Mark[] =>
    mark.kind === 'link'
      ? []
      : [mark.owner.kind === 'artifact' ? mark : { ...mark, owner: { kind: 'artifact', role: 'repeat' } }],
  )
  return { ...row, marks, anchors: [], reports: [] }
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0)
}

function rowsOf(
  cell: TableCell,
  x: number,
  width: number,
  decimals: DecimalWidths,
  place: Place,
): readonly Row[] {
  const { typesetter } = place
  const { paddingX } = typesetter.design.table
  const list = makeRowList()
  const text: Role = cell.heads === 'none' ? 'tableCell' : 'tableHead'
  const aligned = cell.alignment === 'decimal' ? 'right' : cell.alignment
  const align: TextStyle['align'] | null = aligned === 'default' ? null : aligned
  const inset = decimalInset(cell, decimals, typesetter)
  const measure = width - 2 * paddingX
  place.flow(cell.children, {
    ...place,
    list,
    x: x + paddingX,
    width: measure - (inset < measure / 2 ? inset : 0),
    // A cell shares its page with the table's head.
    room: place.room / 2,
    text,
    align,
    level: 0,
    // Between its paragraphs: one that ends a cell has none.
    spaceAfter: typesetter.style(text).leading / 3,
    turns: false,
  })
  list.finish()
  return list.rows
}
