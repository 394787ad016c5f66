/** Tables: GFM's rows with what reading knows of their cells, each at its place in the grid. */
import type { TableCell as MdastCell, Table as MdastTable } from 'mdast'
import { placeOf } from '../diagnostics/place.ts'
import { numbered } from '../locale/labels.ts'
import { shortDigest } from '../text/digest.ts'
import { baseOf, type Contents, type TreeOptions } from './base.ts'
import type { Alignment, Block, Table, TableCell } from './model.ts'

interface Grid {
  readonly headerRows: number
  readonly headerColumns: number
  readonly alignments: readonly Alignment[]
  /** For each column: the first row that no cell from above reaches into. */
  readonly free: number[]
}

interface CellContext {
  readonly row: number
  readonly grid: Grid
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
  const columns = Math.max(...node.children.map(row => row.children.length), settings?.alignments.length ?? 0)
  const alignments = Array.from({ length: columns }, (_, column): Alignment => {
    const own = settings?.alignments[column] ?? 'default'
    return own === 'default' ? (node.align?.[column] ?? 'default') : own
  })
  const grid: Grid = { headerRows, headerColumns, alignments, free: alignments.map(() => 0) }
  const children = node.children.map((row, index) => ({
    type: 'tableRow' as const,
    ...baseOf(row, options),
    children: row.children.map(cell => cellOf(cell, { row: index, grid, options, contents })),
  }))
  const note = contents.blocks(settings?.note ?? [], options, true)
  return {
    ...{ type: 'table', ...baseOf(node, options), number, label, caption, alignments, widths },
    ...{ headerRows, headerColumns, landscape, children, note },
  }
}

function cellOf(node: MdastCell, { row, grid, options, contents }: CellContext): TableCell {
  const { columnSpan = 1, rowSpan = 1, blocks = [] } = node.data?.settings ?? {}
  const column = Math.max(
    0,
    grid.free.findIndex(free => free <= row),
  )
  for (let at = column; at < column + columnSpan; at++) grid.free[at] = row + rowSpan
  const base = baseOf(node, options)
  const [inHead, inSide] = [row < grid.headerRows, column < grid.headerColumns]
  return {
    type: 'tableCell',
    ...base,
    ...{ column, columnSpan, rowSpan },
    heads: inHead && inSide ? 'both' : inHead ? 'column' : inSide ? 'row' : 'none',
    alignment: grid.alignments[column] ?? 'default',
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
  const own = `b${shortDigest(`${id}\0paragraph`)}`
  return [{ type: 'paragraph', role: 'cell', place, language: options.language, id: own, children }]
}
