/** Tables (ISO 32000-1 14.8.4.3.4, 14.8.5.7; ISO 14289-1 7.5). */
import type { Table, TableCell, TableRow } from '../../publication/model.ts'
import { append, type Context, type Element, newElement } from './elements.ts'
import { type Dictionary, latin1 } from './syntax.ts'

/** Writes a cell's blocks into its element. */
export type PlaceCell = (cell: TableCell, element: Element, context: Context) => void

interface Placed {
  readonly cell: TableCell
  readonly row: number
}

interface Heads {
  readonly byColumn: ReadonlyMap<number, readonly Placed[]>
  readonly byRow: ReadonlyMap<number, readonly Placed[]>
}

/** The rows of a table, grouped in head and body where no cell reaches from one into the other. */
export function placeRows(table: Table, element: Element, context: Context, placeCell: PlaceCell): void {
  const { children: rows, headerRows } = table
  const grouped =
    headerRows > 0 &&
    headerRows < rows.length &&
    rows.every(({ children }, row) =>
      children.every(cell => row >= headerRows || row + cell.rowSpan <= headerRows),
    )
  const heads = headsOf(table)
  const head = grouped ? newElement('THead', element) : null
  const body = newElement('TBody', element)
  for (const [index, row] of rows.entries()) {
    const parent = head !== null && index < headerRows ? head : body
    placeRow(row, index, heads, { ...context, parent }, placeCell)
  }
}

function placeRow(
  row: TableRow,
  index: number,
  heads: Heads | null,
  context: Context,
  placeCell: PlaceCell,
): void {
  const element = append('TR', row, context, { language: row.language })
  for (const cell of row.children) {
    const type = cell.heads === 'none' ? 'TD' : 'TH'
    const attributes = cellAttributes(cell, index, heads)
    const id = heads !== null && type === 'TH' ? cell.id : ''
    const options = { language: cell.language, id, ...(attributes === null ? {} : { attributes }) }
    const own = append(type, cell, { ...context, parent: element }, options)
    placeCell(cell, own, { ...context, parent: own })
  }
}

const scopes = { column: 'Column', row: 'Row', both: 'Both' } as const

function cellAttributes(cell: TableCell, row: number, heads: Heads | null): Dictionary | null {
  const attributes: Dictionary = { O: 'Table' }
  if (cell.heads !== 'none') attributes.Scope = scopes[cell.heads]
  if (cell.columnSpan > 1) attributes.ColSpan = cell.columnSpan
  if (cell.rowSpan > 1) attributes.RowSpan = cell.rowSpan
  const ids = heads === null ? [] : headsAbove(cell, row, heads).concat(headsBefore(cell, row, heads))
  // Byte strings, as the ID entries that they name.
  if (ids.length > 0) attributes.Headers = [...new Set(ids)].map(id => latin1(id))
  return Object.keys(attributes).length === 1 ? null : attributes
}

function headsAbove(cell: TableCell, row: number, { byColumn }: Heads): string[] {
  return range(cell.column, cell.columnSpan)
    .flatMap(column => byColumn.get(column) ?? [])
    .filter(head => head.row + head.cell.rowSpan <= row)
    .map(head => head.cell.id)
}

function headsBefore(cell: TableCell, row: number, { byRow }: Heads): string[] {
  return range(row, cell.rowSpan)
    .flatMap(index => byRow.get(index) ?? [])
    .filter(head => head.cell.heads === 'row' || cell.heads === 'none')
    .filter(head => head.cell.column + head.cell.columnSpan <= cell.column)
    .map(head => head.cell.id)
}

/** @returns the heads that cells have to name, since Scope alone would not tell; null where it does */
function headsOf({ children: rows, headerRows, headerColumns }: Table): Heads | null {
  const cells = rows.flatMap(({ children }, row) => children.map(cell => ({ cell, row })))
  const plain =
    headerRows + headerColumns <= 1 && cells.every(({ cell }) => cell.columnSpan === 1 && cell.rowSpan === 1)
  if (plain) return null
  const heads = { byColumn: new Map<number, Placed[]>(), byRow: new Map<number, Placed[]>() }
  for (const placed of cells) {
    const { cell, row } = placed
    if (cell.heads === 'column' || cell.heads === 'both') {
      for (const column of range(cell.column, cell.columnSpan)) add(heads.byColumn, column, placed)
    }
    if (cell.heads === 'row' || cell.heads === 'both') {
      for (const index of range(row, cell.rowSpan)) add(heads.byRow, index, placed)
    }
  }
  return heads
}

function add(map: Map<number, Placed[]>, key: number, placed: Placed): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [placed])
  else known.push(placed)
}

function range(first: number, length: number): readonly number[] {
  return Array.from({ length }, (_, index) => first + index)
}
