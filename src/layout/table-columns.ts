/** Widths of a table's columns. */
import { sum, columnWidths as widthsByNeed } from '../publication/column-widths.ts'
import type { Block, Inline, Table, TableCell } from '../publication/model.ts'
import type { Typesetter } from './setting.ts'

interface Widths {
  readonly least: number
  readonly most: number
}

/** @returns points, by the rule of all formats; of words that fit no column is told */
export function columnWidths(node: Table, typesetter: Typesetter, width: number): readonly number[] {
  const decimals = decimalWidths(node, typesetter)
  let narrow = node.widths.length > 0
  const needs: { readonly cell: TableCell; readonly least: number }[] = []
  const widths = widthsByNeed(node, width, cell => {
    const own = cellWidths(cell, decimals, typesetter, false)
    needs.push({ cell, least: own.least })
    return own
  })
  for (const { cell, least } of needs) narrow ||= least > spanOf(cell, widths) + 0.01
  if (narrow) reportNarrow(node, widths, typesetter)
  return widths
}

function spanOf({ column, columnSpan }: TableCell, widths: readonly number[]): number {
  return sum(widths.slice(column, column + columnSpan))
}

/** Tells of words that fit no column even when they are hyphenated: they are broken anywhere. */
function reportNarrow(node: Table, widths: readonly number[], typesetter: Typesetter): void {
  const decimals = decimalWidths(node, typesetter)
  let lack = 0
  for (const cell of node.children.flatMap(({ children }) => children)) {
    const { least } = cellWidths(cell, decimals, typesetter, true)
    lack = Math.max(lack, least - spanOf(cell, widths))
  }
  const points = Math.ceil(lack)
  if (points > 1) typesetter.report({ rule: 'table-too-wide', facts: { points }, node })
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
  const text = paragraph.children.map(textOf).join('')
  const at = text.lastIndexOf(typesetter.locale.decimal.point)
  if (at < 0 || !/^\S\d/.test(text.slice(at))) return 0
  const style = typesetter.style('tableCell')
  const bold = paragraph.children.some(node => node.type === 'strong')
  const own = bold ? { ...style, weight: 700 } : style
  return typesetter.widths(text.slice(at), own, cell.language).most
}

function textOf(node: Inline): string {
  if ('children' in node) return node.children.map(textOf).join('')
  return 'value' in node ? node.value : ''
}
