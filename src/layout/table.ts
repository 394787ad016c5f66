/** Tables: grid, cells, rules, and the head that later pages repeat. */
import type { Role, TextStyle } from '../design/types.ts'
import type { Table, TableCell } from '../publication/model.ts'
import { flowCaption } from './captioned.ts'
import { placeRows } from './pages.ts'
import type { Place } from './place.ts'
import { round } from './round.ts'
import { breakCosts, makeRowList, moved, type Row } from './rows.ts'
import { columnWidths, decimalInset } from './table-columns.ts'
import type { Mark } from './types.ts'

/** A cell with what of it is still to be set. */
interface SetCell {
  readonly cell: TableCell
  readonly x: number
  readonly width: number
  readonly lastRow: number
  rows: readonly Row[]
}

export function flowTable(node: Table, around: Place): void {
  const { list, typesetter } = around
  const { page, captionedSpace, captionAbove } = typesetter.design
  const width = node.landscape ? page.height - page.margin.left - page.margin.right : around.width
  const place = node.landscape ? { ...around, x: page.margin.left, width } : around
  if (node.landscape) list.turn(true)
  list.space(captionedSpace.around)
  list.anchor(node.id)
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
    place.flow(node.note, { ...place, text: 'tableNote' })
  }
  list.space(captionedSpace.around)
  if (node.landscape) list.turn(false)
}

function flowGrid(node: Table, place: Place): void {
  const { list, typesetter, x, width } = place
  const { page } = typesetter.design
  const columns = columnWidths(node, typesetter, width)
  const edges = columns.reduce<number[]>((found, wide) => [...found, (found.at(-1) ?? 0) + wide], [0])
  const frame = (node.landscape ? page.width : page.height) - page.margin.top - page.margin.bottom
  const from = list.rows.length
  let active: SetCell[] = []
  let head: readonly Row[] = []
  for (const [index, row] of node.children.entries()) {
    if (index === node.headerRows && index > 0) {
      head = list.rows.slice(from).map(asRepeat)
      if (heightOf(head) > frame / 2) head = []
    }
    list.anchor(row.id)
    const cells = row.children.map(cell => {
      list.anchor(cell.id)
      const left = edges[cell.column] ?? 0
      const wide = (edges[cell.column + cell.columnSpan] ?? width) - left
      const lastRow = Math.min(index + cell.rowSpan, node.children.length) - 1
      return { cell, x: x + left, width: wide, lastRow, rows: rowsOf(node, cell, x + left, wide, place) }
    })
    active = [...active, ...cells].sort((a, b) => a.cell.column - b.cell.column)
    const spanned =
      active.some(({ lastRow }) => lastRow < index + 0) ||
      active.some(
        ({ cell, lastRow }) =>
          cell.rowSpan > 1 && lastRow > index - 1 && !cells.some(own => own.cell === cell),
      )
    flowRow(node, index, active, { head, most: frame - heightOf(head) - 60, spanned }, place)
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

/** One row of the grid: kept whole unless no page holds it, then cut where the lines of its cells allow. */
function flowRow(
  node: Table,
  index: number,
  active: readonly SetCell[],
  {
    head,
    most,
    spanned,
  }: { readonly head: readonly Row[]; readonly most: number; readonly spanned: boolean },
  { list, typesetter, x, width }: Place,
): void {
  const { paddingY, ...geometry } = typesetter.design.table
  const style = typesetter.style('tableCell')
  const isHead = index < node.headerRows
  for (let part = 0; ; part++) {
    const ending = active.filter(({ lastRow }) => lastRow === index)
    const needed = Math.max(style.leading, ...ending.map(({ rows }) => stacked(rows)))
    const height = Math.min(needed, Math.max(most, style.leading))
    const marks: Mark[] = []
    const reports: Row['reports'][number][] = []
    for (const cell of active) {
      let count = 0
      while (count < cell.rows.length && stacked(cell.rows.slice(0, count + 1)) <= height + 1e-6) count++
      // What is taller than any part stands alone in it.
      if (count === 0 && cell.rows.length > 0 && cell.lastRow === index) count = 1
      const { marks: own } = placeRows(cell.rows, { first: 0, end: count }, paddingY)
      marks.push(...own)
      for (const row of cell.rows.slice(0, count)) {
        for (const id of row.anchors) list.anchor(id)
        reports.push(...row.reports)
      }
      cell.rows = cell.rows.slice(count)
    }
    const more = ending.some(({ rows }) => rows.length > 0)
    const full = height + 2 * paddingY
    const { outerRule, innerRule, ruleColor, headBackground, zebraBackground } = geometry
    const zebra = (index - node.headerRows) % 2 === 1 ? zebraBackground : ''
    const background = isHead ? headBackground : zebra
    const last = index === node.children.length - 1 && !more
    const box = (role: 'rule' | 'background', y: number, high: number, color: string): Mark =>
      moved(
        {
          kind: 'rule',
          owner: { kind: 'artifact', role },
          x,
          y,
          width: round(width),
          height: round(high),
          color,
        },
        0,
        0,
      )
    const decoration: Mark[] = background === '' ? [] : [box('background', 0, full, background)]
    if (outerRule > 0 && index === 0 && part === 0) decoration.push(box('rule', 0, outerRule, ruleColor))
    const under = last || index === node.headerRows - 1 ? outerRule : innerRule
    if (under > 0 && !more) decoration.push(box('rule', full - under, under, ruleColor))
    const kept = spanned || (index > 0 && index <= node.headerRows)
    list.add({
      height: full,
      marks: [...decoration, ...marks],
      baseline: paddingY + typesetter.baseline(style),
      breakCost: part === 0 && kept ? breakCosts.never : 0,
      reports,
      node: node.children[index] ?? node,
      repeats: head,
    })
    if (!more) return
  }
}

function stacked(rows: readonly Row[]): number {
  return rows.reduce(
    (sum, row, at) => sum + (at === 0 ? 0 : row.gap) + row.before + row.height + row.after,
    0,
  )
}

function rowsOf(node: Table, cell: TableCell, x: number, width: number, place: Place): readonly Row[] {
  const { typesetter } = place
  const { paddingX } = typesetter.design.table
  const list = makeRowList()
  const text: Role = cell.heads === 'none' ? 'tableCell' : 'tableHead'
  const aligned = cell.alignment === 'decimal' ? 'right' : cell.alignment
  const align: TextStyle['align'] | null = aligned === 'default' ? null : aligned
  const inset = decimalInset(node, cell, typesetter)
  const room = width - 2 * paddingX
  place.flow(cell.children, {
    ...place,
    list,
    x: x + paddingX,
    width: room - (inset < room / 2 ? inset : 0),
    text,
    align,
    level: 0,
  })
  list.finish()
  return list.rows
}
