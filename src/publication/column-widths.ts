/** Widths of a table's columns by what its cells need: one rule for all that set tables themselves, whatever they measure with. */
import type { Table, TableCell } from './model.ts'

/** Points that a cell needs, with the space around its text. */
export interface CellWidths {
  /** No word broken. */
  readonly least: number
  /** Each paragraph on one line. */
  readonly most: number
}

/**
 * A table that fills less than this share of the measure is not stretched over it: its columns would fall apart. One
 * with an empty column is a form, which wants room to write in.
 */
const filledShare = 1 / 2
/** What it gets instead of what its texts need, so that the columns stand clear of each other. */
const clear = 1.5
/** Heads may as well take two lines: they stand over many rows, and long ones over narrow numbers. */
const linesOfHead = 2

/**
 * As CSS 2.2, 17.5.2.2, has it: no column below its widest word while the room allows.
 *
 * @param width - of the measure, points
 * @returns points, for each column; together no more than the measure, and less where the table needs much less
 */
export function columnWidths(
  node: Table,
  width: number,
  widthsOf: (cell: TableCell) => CellWidths,
): readonly number[] {
  const count = node.alignments.length
  if (node.widths.length === count && count > 0) {
    const total = sum(node.widths)
    return node.widths.map(share => (share / total) * width)
  }
  const least = new Array<number>(count).fill(0)
  const most = new Array<number>(count).fill(0)
  const body = new Array<number>(count).fill(0)
  const cells = node.children.flatMap(({ children }, row) =>
    children.map(cell => ({ cell, isHead: row < node.headerRows })),
  )
  for (const { cell, isHead } of cells.sort((a, b) => a.cell.columnSpan - b.cell.columnSpan)) {
    const own = widthsOf(cell)
    widen(least, cell, own.least)
    widen(most, cell, own.most)
    widen(body, cell, isHead ? Math.max(own.least, own.most / linesOfHead) : own.most)
  }
  return shared(
    least,
    body,
    most,
    width,
    node.alignments.some((_, column) => isEmpty(node, column)),
  )
}

function isEmpty({ children, headerRows }: Table, column: number): boolean {
  const rows = children.slice(headerRows)
  const reaches = (cell: TableCell) => cell.column <= column && column < cell.column + cell.columnSpan
  return rows.length > 0 && !rows.some(row => row.children.some(cell => reaches(cell) && !isBlank(cell)))
}

function isBlank({ children }: TableCell): boolean {
  return children.every(block => block.type === 'paragraph' && block.children.length === 0)
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** A cell over several columns gives each the same part of what they lack. */
function widen(widths: number[], { column, columnSpan }: TableCell, needed: number): void {
  const more = Math.max(0, needed - sum(widths.slice(column, column + columnSpan))) / columnSpan
  for (let at = column; at < column + columnSpan; at++) widths[at] = (widths[at] ?? 0) + more
}

/** @param body - as `most`, with heads on two lines */
function shared(
  least: readonly number[],
  body: readonly number[],
  most: readonly number[],
  width: number,
  isForm: boolean,
): readonly number[] {
  const high = sum(most)
  if (high <= width) {
    const wanted = high < width * filledShare && !isForm ? high * clear : width
    return most.map(one => one * (wanted / (high || 1)))
  }
  if (sum(body) <= width) return between(body, most, width)
  if (sum(least) <= width) {
    // Short columns keep each text on one line where the others lose little by it.
    const short = body.map((one, at) => (one <= width / (2 * least.length) ? one : (least[at] ?? 0)))
    return between(sum(short) <= width ? short : least, body, width)
  }
  // Narrow columns keep their words whole, the others share what is left.
  let cap = width / least.length
  for (let round = 0; round < least.length; round++) {
    const wide = least.filter(one => one > cap)
    cap = (width - sum(least.filter(one => one <= cap))) / Math.max(wide.length, 1)
  }
  return least.map(one => Math.min(one, cap))
}

/** All of `low`, and of what is left to each the same part of what it lacks of `high`. */
function between(low: readonly number[], high: readonly number[], width: number): readonly number[] {
  const left = width - sum(low)
  const wanted = high.map((one, at) => one - (low[at] ?? 0))
  return low.map((one, at) => one + (left * (wanted[at] ?? 0)) / (sum(wanted) || 1))
}
