/** Tables: rows of one length, cells joined by `<` and `^`, and tables made of CSV files. */
import type { PhrasingContent, Root, Table, TableCell, TableRow } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import type { Alignment, Place } from '../publication/model.ts'
import { areNumbers } from '../text/number.ts'
import { visit } from '../text/visit.ts'
import { alignments } from './attribute-rules.ts'
import { type Context, offsets } from './context.ts'
import type { CsvRow } from './csv.ts'
import { lines } from './lines.ts'
import type { CellSettings } from './nodes.ts'

/** @param tree - of one file, changed in place: every row gets as many cells as its table has columns */
export function checkTables(tree: Root, context: Context): void {
  visit(tree, 'table', table => {
    checkRows(table, context)
    const cells = table.children.length * (table.children[0]?.children.length ?? 0)
    const bound = context.limits.tableCells
    if (cells > bound) report(context.file, 'table-too-large', placeOf(table, context.file), { cells, bound })
  })
  visit(tree, 'paragraph', node => {
    const first = node.children[0]
    if (first?.type !== 'text' || !first.value.includes('|')) return
    const [head = '', dashes = ''] = first.value.split('\n')
    if (head.includes('|') && dashes.includes('|') && dashesOfHead.test(dashes)) {
      const facts = { cells: parts(dashes), columns: parts(head) }
      report(context.file, 'table-head-mismatch', placeOf(node, context.file), facts)
    } else if (context.text.charAt(offsets(first).start) === '|') {
      report(context.file, 'table-marks', placeOf(node, context.file), {})
    }
  })
}

const dashesOfHead = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

/** @param table - changed in place: a short row is filled, with a warning; a long one is an error */
export function checkRows(table: Table, { file }: Context): void {
  const columns = table.children[0]?.children.length ?? 0
  for (const row of table.children) {
    const cells = row.children.length
    const place = placeOf(row, file)
    if (cells > columns) report(file, 'table-ragged', place, { cells, columns })
    if (cells >= columns) continue
    report(file, 'table-row-short', place, { cells, columns })
    while (row.children.length < columns) row.children.push(emptyCell(row))
  }
}

function parts(line: string): number {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|').length
}

function emptyCell(row: TableRow): TableCell {
  const end = row.position?.end
  return end === undefined
    ? { type: 'tableCell', children: [] }
    : { type: 'tableCell', children: [], position: { start: end, end } }
}

/**
 * Joins cells that hold `<` to the cell on their left and cells that hold `^` to the one above.
 *
 * @param table - changed in place: joined cells go, the cell that covers them gets its spans in `data.settings`
 */
export function joinCells(table: Table, context: Context): void {
  const owners: (TableCell | undefined)[][] = []
  const extents = new Map<TableCell, { row: number; column: number; lastRow: number; lastColumn: number }>()
  const removed = new Set<TableCell>()
  for (const [y, row] of table.children.entries()) {
    owners.push([])
    for (const [x, cell] of row.children.entries()) {
      const mark = markOf(cell, context)
      const owner = mark === '<' ? owners[y]?.[x - 1] : mark === '^' ? owners[y - 1]?.[x] : cell
      if (owner === undefined) {
        const why = mark === '<' ? 'no-cell-left' : 'no-cell-above'
        report(context.file, 'table-span', placeOf(cell, context.file), { mark, why })
      }
      owners[y]?.push(owner)
      if (owner === undefined) continue
      if (owner !== cell) removed.add(cell)
      const extent = extents.get(owner) ?? { row: y, column: x, lastRow: y, lastColumn: x }
      extents.set(owner, {
        ...extent,
        lastRow: Math.max(extent.lastRow, y),
        lastColumn: Math.max(extent.lastColumn, x),
      })
    }
  }
  for (const [cell, { row, column, lastRow, lastColumn }] of extents) {
    const columnSpan = lastColumn - column + 1
    const rowSpan = lastRow - row + 1
    if (columnSpan === 1 && rowSpan === 1) continue
    const covered = owners.slice(row, lastRow + 1).flatMap(line => line.slice(column, lastColumn + 1))
    if (covered.some(owner => owner !== cell)) {
      const why = 'no-rectangle'
      report(context.file, 'table-span', placeOf(cell, context.file), { mark: plainText(cell), why })
      continue
    }
    const settings: CellSettings = { columnSpan, rowSpan, blocks: cell.data?.settings?.blocks ?? [] }
    cell.data = { ...cell.data, settings }
  }
  for (const row of table.children) row.children = row.children.filter(cell => !removed.has(cell))
}

function markOf(cell: TableCell, { text }: Context): '<' | '^' | '' {
  const only = cell.children.length === 1 ? cell.children[0] : undefined
  if (only?.type !== 'text' || (only.value !== '<' && only.value !== '^')) return ''
  const { start, end } = offsets(only)
  return text.slice(start, end) === only.value ? only.value : ''
}

/** Of each column: as the directive says, else as the dashes say. */
export function columnAlignments(table: Table, written: string | undefined): readonly Alignment[] {
  const columns = table.children[0]?.children.length ?? 0
  const given = (written ?? '').split(/[\s,;]+/).map(word => alignments[word] ?? 'default')
  return Array.from({ length: columns }, (_, column) => {
    const own = given[column] ?? 'default'
    return own === 'default' ? (table.align?.[column] ?? 'default') : own
  })
}

/**
 * @param rows - at least one, of one length
 * @param path - of the CSV file, relative to the project
 * @returns a table of plain texts, each placed in the file; columns of numbers align at their decimal sign
 */
export function tableOfRows(rows: readonly CsvRow[], text: string, path: string): Table {
  const index = lines(text, path)
  const point = (offset: number) => ({ ...index.point(offset), file: path })
  const cells = (row: CsvRow): TableCell[] =>
    row.map(({ value, start, end }) => {
      const position = { start: point(start), end: point(end) }
      const children: PhrasingContent[] = value === '' ? [] : [{ type: 'text', value, position }]
      return { type: 'tableCell', children, position }
    })
  const children = rows.map((row): TableRow => {
    const position = { start: point(row[0]?.start ?? 0), end: point(row.at(-1)?.end ?? 0) }
    return { type: 'tableRow', children: cells(row), position }
  })
  return { type: 'table', align: [], children }
}

/** For the columns of a CSV file that hold numbers only; the first one names the rows. */
export function decimalColumns(rows: readonly CsvRow[], headerRows: number): string {
  const columns = rows[0]?.length ?? 0
  return Array.from({ length: columns }, (_, column) => {
    const values = rows.slice(headerRows).map(row => row[column]?.value ?? '')
    return column > 0 && areNumbers(values) ? 'decimal' : '-'
  }).join(' ')
}

/** Places in a CSV file, for the messages about its rows. */
export function rowPlace(row: CsvRow, text: string, path: string): Place {
  return lines(text, path).place(row[0]?.start ?? 0, row.at(-1)?.end ?? 0)
}
