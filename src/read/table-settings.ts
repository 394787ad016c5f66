/** What a directive, or the line of attributes below a table, says of it: caption, widths, heads, alignment, note. */
import type { List, PhrasingContent, RootContent, Table, TableCell, TableRow } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Phrase } from '../diagnostics/phrases.ts'
import type { AttributeKey, ReadAttributes } from './attribute-rules.ts'
import type { TableSettings } from './nodes.ts'
import { columnAlignments } from './tables.ts'

/** The keys that a table takes wherever it is written. */
export const tableKeys: readonly AttributeKey[] = [
  'caption',
  'widths',
  'headerRows',
  'headerColumns',
  'landscape',
  'align',
]

/**
 * Sets a table's settings.
 *
 * @param table - changed in place: an empty head that is none goes
 * @param caption - as in square brackets or in the attribute
 * @param aligned - alignments by column, where no attribute says them
 * @returns what is wrong, for `directive-content`; null when nothing is
 */
export function setTable(
  table: Table,
  values: ReadAttributes['values'],
  caption: PhrasingContent[],
  note: RootContent[],
  aligned?: string,
): Phrase | null {
  if (note.some(block => block.type !== 'paragraph' && block.type !== 'list')) return 'table-note'
  const columns = table.children[0]?.children.length ?? 0
  const widths = (values.widths ?? '').split(/[\s;,]+/).filter(part => part !== '')
  if (widths.length > 0 && widths.length !== columns) return ['a-width-each', columns]
  const words = (values.align ?? '').split(/[\s,;]+/).filter(part => part !== '')
  if (words.length > columns) return ['alignments-at-most', columns]
  const headerRows = Number(values.headerRows ?? 1)
  const sum = widths.reduce((total, width) => total + Number.parseFloat(width), 0)
  const alignments = columnAlignments(table, values.align ?? aligned)
  // Without header rows, the empty head that GFM asks for is none.
  const [head] = table.children
  if (headerRows === 0 && head !== undefined && isEmpty(head)) table.children.shift()
  const settings: TableSettings = {
    caption,
    widths: widths.map(width => Number.parseFloat(width) / sum),
    headerRows: Math.min(headerRows, table.children.length),
    headerColumns: Math.min(Number(values.headerColumns ?? 0), columns),
    landscape: values.landscape === 'yes',
    alignments,
    note,
  }
  table.data = { ...table.data, settings }
  return null
}

function isEmpty(row: TableRow): boolean {
  return plainText(row) === '' && row.children.every(cell => (cell.data?.settings?.blocks.length ?? 0) === 0)
}

/**
 * A table written as a list of lists, for cells that hold more than a line: each item of the outer list is a row,
 * each item of its own list a cell.
 *
 * @returns null for a list that is something else
 */
export function tableOfList(list: List): Table | null {
  const children: TableRow[] = []
  for (const item of list.children) {
    const [cells, ...more] = item.children
    if (cells?.type !== 'list' || more.length > 0) return null
    children.push({ type: 'tableRow', children: cells.children.map(cellOf), ...positionOf(item) })
  }
  return { type: 'table', align: [], children, ...positionOf(list) }
}

/** One paragraph is a plain cell, which may be a mark that joins it to its neighbour. */
function cellOf(item: List['children'][number]): TableCell {
  const [only, ...more] = item.children
  const place = positionOf(item)
  if (only === undefined) return { type: 'tableCell', children: [], ...place }
  const plain = only.type === 'paragraph' && more.length === 0 && only.data === undefined
  if (plain && only.type === 'paragraph') return { type: 'tableCell', children: only.children, ...place }
  const settings = { columnSpan: 1, rowSpan: 1, blocks: item.children as RootContent[] }
  return { type: 'tableCell', children: [], data: { settings }, ...place }
}

function positionOf({ position }: RootContent) {
  return position === undefined ? {} : { position }
}
