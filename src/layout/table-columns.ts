/** Widths of a table's columns. */
import type { Block, Table, TableCell } from '../publication/model.ts'
import type { Typesetter } from './setting.ts'

interface Widths {
  readonly least: number
  readonly most: number
}

/** Given shares; else by content, as CSS 2.2, 17.5.2.2, has it: none below its widest word while the room allows. */
export function columnWidths(node: Table, typesetter: Typesetter, width: number): readonly number[] {
  const count = node.alignments.length
  if (node.widths.length === count && count > 0) {
    const total = sum(node.widths)
    const given = node.widths.map(share => (share / total) * width)
    reportNarrow(node, given, typesetter)
    return given
  }
  const decimals = decimalWidths(node, typesetter)
  const least = new Array<number>(count).fill(0)
  const most = new Array<number>(count).fill(0)
  const cells = node.children.flatMap(({ children }) => children)
  for (const cell of [...cells].sort((a, b) => a.columnSpan - b.columnSpan)) {
    const own = cellWidths(cell, decimals, typesetter, false)
    widen(least, cell, own.least)
    widen(most, cell, own.most)
  }
  const widths = shared(least, most, width)
  if (sum(least) > width + 0.01) reportNarrow(node, widths, typesetter)
  return widths
}

/** Tells of words that fit no column even when they are hyphenated: they are broken anywhere. */
function reportNarrow(node: Table, widths: readonly number[], typesetter: Typesetter): void {
  const decimals = decimalWidths(node, typesetter)
  let lack = 0
  for (const cell of node.children.flatMap(({ children }) => children)) {
    const wide = sum(widths.slice(cell.column, cell.column + cell.columnSpan))
    lack = Math.max(lack, cellWidths(cell, decimals, typesetter, true).least - wide)
  }
  const points = Math.ceil(lack)
  if (points > 1) typesetter.report({ rule: 'table-too-wide', facts: { points }, node })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** A cell over several columns gives each the same part of what they lack. */
function widen(widths: number[], { column, columnSpan }: TableCell, needed: number): void {
  const own = widths.slice(column, column + columnSpan).reduce((sum, width) => sum + width, 0)
  const more = Math.max(0, needed - own) / columnSpan
  for (let at = column; at < column + columnSpan; at++) widths[at] = (widths[at] ?? 0) + more
}

function shared(least: readonly number[], most: readonly number[], width: number): readonly number[] {
  const [low, high] = [sum(least), sum(most)]
  if (high <= width) return most.map(one => one + ((width - high) * one) / (high || 1))
  if (low <= width) {
    // Short columns keep each text on one line where the others lose little by it.
    const short = most.map((one, at) => (one <= width / (2 * least.length) ? one : (least[at] ?? 0)))
    const base = sum(short) <= width ? short : least
    const [used, wanted] = [sum(base), most.map((one, at) => one - (base[at] ?? 0))]
    return base.map((one, at) => one + ((width - used) * (wanted[at] ?? 0)) / (sum(wanted) || 1))
  }
  // Narrow columns keep their words whole, the others share what is left.
  let cap = width / least.length
  for (let round = 0; round < least.length; round++) {
    const wide = least.filter(one => one > cap)
    cap = (width - sum(least.filter(one => one <= cap))) / Math.max(wide.length, 1)
  }
  return least.map(one => Math.min(one, cap))
}

function cellWidths(
  cell: TableCell,
  decimals: DecimalWidths,
  typesetter: Typesetter,
  hyphenated: boolean,
): Widths {
  const { paddingX } = typesetter.design.table
  const { least, most } = blockWidths(cell.children, cell, typesetter, hyphenated)
  const more = 2 * paddingX + decimalInset(cell, decimals, typesetter) + 0.01
  return { least: least + more, most: most + more }
}

function blockWidths(
  blocks: readonly Block[],
  cell: TableCell,
  typesetter: Typesetter,
  hyphenated: boolean,
): Widths {
  let least = 0
  let most = 0
  const style = typesetter.style(cell.heads === 'none' ? 'tableCell' : 'tableHead')
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      const own = typesetter.widths(block.children, style, block.language, hyphenated)
      least = Math.max(least, own.least)
      most = Math.max(most, own.most)
    } else if (block.type === 'list') {
      const { indent } = typesetter.design.list
      const items = block.children.flatMap(({ children }) => children)
      const own = blockWidths(items, cell, typesetter, hyphenated)
      least = Math.max(least, own.least + indent)
      most = Math.max(most, own.most + indent)
    } else {
      // Other blocks take what they get: eight sizes at least.
      least = Math.max(least, 8 * style.size)
      most = Math.max(most, 20 * style.size)
    }
  }
  return { least, most }
}

/** By column, the widest that its numbers are from their points on, points. */
export type DecimalWidths = ReadonlyMap<number, number>

export function decimalWidths(node: Table, typesetter: Typesetter): DecimalWidths {
  const widest = new Map<number, number>()
  for (const cell of node.children.flatMap(({ children }) => children)) {
    if (!isNumber(cell)) continue
    widest.set(cell.column, Math.max(widest.get(cell.column) ?? 0, fraction(cell, typesetter)))
  }
  return widest
}

/** What a number lacks on its right to have its point under the others of its column, points. */
export function decimalInset(cell: TableCell, decimals: DecimalWidths, typesetter: Typesetter): number {
  if (!isNumber(cell)) return 0
  return (decimals.get(cell.column) ?? 0) - fraction(cell, typesetter)
}

function isNumber({ alignment, heads }: TableCell): boolean {
  return alignment === 'decimal' && heads === 'none'
}

/** Width from the decimal point on. */
function fraction(cell: TableCell, typesetter: Typesetter): number {
  const [paragraph] = cell.children
  if (paragraph?.type !== 'paragraph') return 0
  const text = paragraph.children.map(node => ('value' in node ? node.value : '')).join('')
  const at = text.lastIndexOf(typesetter.locale.decimal.point)
  if (at < 0 || !/^\S\d/.test(text.slice(at))) return 0
  return typesetter.widths(text.slice(at), typesetter.style('tableCell'), cell.language).most
}
