/** Tables: GFM's rows with what reading knows of their cells, each at its place in the grid. */
import type { TableCell as MdastCell, Table as MdastTable } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { placeOf } from '../diagnostics/place.ts'
import { numbered } from '../locale/labels.ts'
import { shortDigest } from '../text/digest.ts'
import { areNumbers } from '../text/number.ts'
import { baseOf, type Contents, type TreeOptions } from './base.ts'
import type { Alignment, Block, Table, TableCell, TableRow } from './model.ts'

/** What the cells of one row are made with. */
interface RowContext {
  readonly row: number
  readonly headerRows: number
  readonly headerColumns: number
  readonly alignments: readonly Alignment[]
  /** For each column: the first row that no cell from above reaches into. */
  readonly free: number[]
  /** For each column: the texts of its body, but for those that reach over others. */
  readonly texts: readonly string[][]
  readonly options: TreeOptions
  readonly contents: Contents
}

/** @param options - with the table's own language */
export function tableOf(node: MdastTable, options: TreeOptions, contents: Contents): Table {
  const settings = node.data?.settings
  const caption = contents.inlines(settings?.caption ?? [], options)
  const number = node.data?.count ?? ''
  const label = number === '' ? '' : numbered(options.locale.terms.table, number)
  const { headerRows = 1, headerColumns = 0, landscape = false, widths = [] } = settings ?? {}
  const columns = node.children.reduce(
    (most, row) => Math.max(most, row.children.length),
    settings?.alignments.length ?? 0,
  )
  const own = settings?.alignments ?? node.align ?? []
  const alignments = Array.from({ length: columns }, (_, column): Alignment => own[column] ?? 'default')
  const texts = alignments.map((): string[] => [])
  const grid = { headerRows, headerColumns, alignments, free: alignments.map(() => 0), texts }
  const rows = node.children.map((row, index): TableRow => {
    const children = cellsOf(row.children, { row: index, ...grid, options, contents })
    return { type: 'tableRow', ...baseOf(row, options), children }
  })
  // The first column names the rows, unless its dashes say that it is on the right.
  const isDecimal = (column: number) =>
    ((node.align?.[column] === 'right' && alignments[column] === 'right') ||
      (column > 0 && alignments[column] === 'default')) &&
    areNumbers(texts[column] ?? [])
  const aligned = alignments.map((own, column) => (isDecimal(column) ? 'decimal' : own))
  const note = contents.blocks(settings?.note ?? [], options, true)
  return {
    ...{ type: 'table', ...baseOf(node, options), number, label, caption, alignments: aligned, widths },
    ...{ headerColumns, landscape, note },
    ...withoutEmptyRows(
      rows.map(row => realigned(row, aligned)),
      headerRows,
    ),
  }
}

function realigned(row: TableRow, alignments: readonly Alignment[]): TableRow {
  const children = row.children.map(cell => ({ ...cell, alignment: alignmentOf(cell, alignments) }))
  return { ...row, children }
}

/** A head over several columns of numbers stands in their middle: on their right it would seem the last one's. */
function alignmentOf({ column, columnSpan, heads }: TableCell, alignments: readonly Alignment[]): Alignment {
  const covered = alignments.slice(column, column + columnSpan)
  const isOver = columnSpan > 1 && heads !== 'none' && heads !== 'row'
  const areRight = covered.every(one => one === 'right' || one === 'decimal')
  return isOver && areRight ? 'center' : (covered[0] ?? 'default')
}

/**
 * A row whose every place is covered from above says nothing, and HTML and Word refuse one without cells: it goes,
 * and the cells that reach into it get shorter.
 */
function withoutEmptyRows(rows: readonly TableRow[], headerRows: number) {
  const kept = rows.map(row => row.children.length > 0)
  if (!kept.includes(false)) return { headerRows, children: rows }
  const count = (from: number, to: number) => kept.slice(from, to).filter(Boolean).length
  const shortened = rows.map((row, index) => ({
    ...row,
    children: row.children.map(cell => ({ ...cell, rowSpan: count(index, index + cell.rowSpan) })),
  }))
  return { headerRows: count(0, headerRows), children: shortened.filter((_, index) => kept[index]) }
}

function cellsOf(cells: readonly MdastCell[], context: RowContext): readonly TableCell[] {
  const { row, free } = context
  let column = 0
  return cells.map(node => {
    while ((free[column] ?? 0) > row) column++
    const cell = cellOf(node, column, context)
    for (const end = column + cell.columnSpan; column < end; column++) free[column] = row + cell.rowSpan
    return cell
  })
}

function cellOf(node: MdastCell, column: number, context: RowContext): TableCell {
  const { row, headerRows, headerColumns, alignments, texts, options, contents } = context
  const { columnSpan = 1, rowSpan = 1, blocks = [] } = node.data?.settings ?? {}
  const base = baseOf(node, options)
  if (row >= headerRows && columnSpan === 1) texts[column]?.push(plainText(node).trim())
  const [inHead, inSide] = [row < headerRows, column < headerColumns]
  return {
    type: 'tableCell',
    ...base,
    ...{ column, columnSpan, rowSpan },
    heads: inHead && inSide ? 'both' : inHead ? 'column' : inSide ? 'row' : 'none',
    alignment: alignments[column] ?? 'default',
    children:
      blocks.length > 0
        ? contents.blocks(blocks, options, true)
        : plainCell(node, base.id, options, contents),
  }
}

function plainCell(node: MdastCell, id: string, options: TreeOptions, contents: Contents): readonly Block[] {
  const children = contents.inlines(node.children, options)
  if (children.length === 0) return []
  const place = placeOf(node, options.file)
  const own = cellParagraph(id)
  return [{ type: 'paragraph', role: 'cell', place, language: options.language, id: own, children }]
}

/** Id of the one paragraph of a plain cell. */
export function cellParagraph(cell: string): string {
  return `b${shortDigest(`${cell}\0paragraph`)}`
}
