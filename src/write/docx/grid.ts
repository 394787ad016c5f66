/** Widths of a table's columns: Word's own measuring is not the same everywhere, so they are given. */
import type { Design } from '../../design/types.ts'
import type { Locale } from '../../locale/types.ts'
import type { Block, Table, TableCell } from '../../publication/model.ts'
import type { Build } from './build.ts'
import { plainText } from './words.ts'

/** Of a letter of middling width, relative to the size. */
const letter = 0.55

interface Widths {
  readonly least: number
  readonly most: number
}

/** @returns points, one for each column: as given, or by content, none below its widest word while the room allows */
export function columnWidths(node: Table, width: number, design: Design): readonly number[] {
  const count = node.alignments.length
  if (node.widths.length === count) return node.widths.map(share => (share / total(node.widths)) * width)
  const least = new Array<number>(count).fill(0)
  const most = new Array<number>(count).fill(0)
  const cells = node.children.flatMap(({ children }) => children)
  for (const cell of [...cells].sort((a, b) => a.columnSpan - b.columnSpan)) {
    const own = cellWidths(cell, design)
    widen(least, cell, own.least)
    widen(most, cell, own.most)
  }
  return shared(least, most, width)
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0)
}

/** A cell over several columns gives each the same part of what they lack. */
function widen(widths: number[], { column, columnSpan }: TableCell, needed: number): void {
  const more = Math.max(0, needed - total(widths.slice(column, column + columnSpan))) / columnSpan
  for (let at = column; at < column + columnSpan; at++) widths[at] = (widths[at] ?? 0) + more
}

function shared(least: readonly number[], most: readonly number[], width: number): readonly number[] {
  const low = total(least)
  const high = total(most)
  if (high <= width) return most.map(one => one * (width / (high || 1)))
  if (low > width) return squeezed(least, width)
  return least.map((one, at) => one + ((width - low) * ((most[at] ?? 0) - one)) / (high - low))
}

/** Columns that ask for no more than their part get it; the others share what is left in proportion. */
function squeezed(least: readonly number[], width: number): readonly number[] {
  const part = width / least.length
  const modest = least.filter(one => one <= part)
  const left = width - total(modest)
  const greedy = total(least) - total(modest)
  return least.map(one => (one <= part ? one : (one * left) / greedy))
}

function cellWidths(cell: TableCell, design: Design): Widths {
  const style = design.styles[cell.heads === 'none' ? 'tableCell' : 'tableHead']
  const texts = cell.children.flatMap(textsOf)
  const lengths = (parts: readonly string[]) => Math.max(1, ...parts.map(part => part.length))
  const points = (letters: number) => letters * letter * style.size + 2 * design.table.paddingX + 1
  return { least: points(lengths(texts.flatMap(text => text.split(/[ \n]/)))), most: points(lengths(texts)) }
}

function textsOf(block: Block): readonly string[] {
  if (block.type === 'paragraph' || block.type === 'heading') return [plainText(block.children)]
  if (block.type === 'code') return block.value.split('\n')
  return 'children' in block && block.type !== 'definitionTerm' ? block.children.flatMap(textsOf) : []
}

/**
 * What a number lacks on its right of the longest fraction of its column, points. Not Word's decimal tab, which goes by the point or comma of the reader's
 * system and not by the document's.
 */
export function decimalHang(
  cell: TableCell,
  fractions: readonly number[],
  { edition, locale }: Build,
): number {
  if (!isNumber(cell)) return 0
  const own = fraction(cell, locale)
  const lacking = (fractions[cell.column] ?? 0) - own
  // Of a number's signs, the point is half as wide as a digit.
  const point = own === 0 && lacking > 0 ? 0.5 : 0
  return (lacking - point) * letter * edition.design.styles.tableCell.size
}

/** @returns signs of the longest fraction, its point too, of each column's numbers */
export function longestFractions(node: Table, { locale }: Build): readonly number[] {
  const longest = new Array<number>(node.alignments.length).fill(0)
  for (const { children } of node.children) {
    for (const cell of children.filter(isNumber))
      longest[cell.column] = Math.max(longest[cell.column] ?? 0, fraction(cell, locale))
  }
  return longest
}

function isNumber({ alignment, heads }: TableCell): boolean {
  return alignment === 'decimal' && heads === 'none'
}

function fraction({ children }: TableCell, { decimal }: Locale): number {
  const text = children.flatMap(textsOf).join(' ')
  const at = text.lastIndexOf(decimal.point)
  return at < 0 || !/^.\d/.test(text.slice(at)) ? 0 : text.length - at
}
