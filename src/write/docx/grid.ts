/** Widths of a table's columns: Word's own measuring is not the same everywhere, so they are given. */
import type { Design } from '../../design/types.ts'
import type { Locale } from '../../locale/types.ts'
import { type CellWidths, columnWidths as widthsByNeed } from '../../publication/column-widths.ts'
import type { Block, Inline, Table, TableCell } from '../../publication/model.ts'
import type { Build } from './build.ts'
import { textWidth } from './measure.ts'
import { plainText } from './words.ts'

/** Of a measured text, points: Word rounds. */
const slack = 1

/** @returns points, one for each column: as given, or by content, none below its widest word while the room allows */
export function columnWidths(node: Table, width: number, build: Build): readonly number[] {
  const fractions = longestFractions(node, build)
  return widthsByNeed(node, width, cell => {
    const { least, most } = cellWidths(cell, build.edition.design)
    const hang = decimalHang(cell, fractions, build)
    return { least: least + hang, most: most + hang }
  })
}

function cellWidths(cell: TableCell, design: Design): CellWidths {
  const style = design.styles[cell.heads === 'none' ? 'tableCell' : 'tableHead']
  let [least, most] = [0, 0]
  for (const { text, bold, indent } of cell.children.flatMap(block => linesOf(block, 0))) {
    const wide = (piece: string) => indent * design.list.indent + textWidth(piece, style, bold, design)
    most = Math.max(most, wide(text))
    for (const word of text.split(/[ \n]/)) least = Math.max(least, wide(word))
  }
  const around = 2 * design.table.paddingX + slack
  return { least: least + around, most: most + around }
}

/** A text that stands on a line if there is room, and in how many lists. */
interface Line {
  readonly text: string
  readonly bold: boolean
  readonly indent: number
}

function linesOf(block: Block, indent: number): readonly Line[] {
  if (block.type === 'paragraph' || block.type === 'heading')
    return [{ text: plainText(block.children), bold: block.children.some(isBold), indent }]
  if (block.type === 'code') return block.value.split('\n').map(text => ({ text, bold: false, indent }))
  if (!('children' in block) || block.type === 'definitionTerm') return []
  const inside = block.type === 'list' ? indent + 1 : indent
  return block.children.flatMap(child => linesOf(child, inside))
}

function isBold(node: Inline): boolean {
  return node.type === 'strong' || ('children' in node && node.children.some(isBold))
}

/**
 * What a number lacks on its right of the longest fraction of its column, points. Not Word's decimal tab, which goes by the point or comma of the reader's
 * system and not by the document's.
 */
export function decimalHang(cell: TableCell, fractions: readonly number[], build: Build): number {
  return isNumber(cell) ? (fractions[cell.column] ?? 0) - fractionWidth(cell, build) : 0
}

/** @returns points of the longest fraction, its point too, of each column's numbers */
export function longestFractions(node: Table, build: Build): readonly number[] {
  const longest = new Array<number>(node.alignments.length).fill(0)
  for (const { children } of node.children) {
    for (const cell of children.filter(isNumber))
      longest[cell.column] = Math.max(longest[cell.column] ?? 0, fractionWidth(cell, build))
  }
  return longest
}

function isNumber({ alignment, heads }: TableCell): boolean {
  return alignment === 'decimal' && heads === 'none'
}

function fractionWidth(cell: TableCell, { edition, locale }: Build): number {
  const lines = cell.children.flatMap(block => linesOf(block, 0))
  const fraction = fractionOf(lines.map(({ text }) => text).join(' '), locale)
  return textWidth(fraction, edition.design.styles.tableCell, false, edition.design)
}

function fractionOf(text: string, { decimal }: Locale): string {
  const at = text.lastIndexOf(decimal.point)
  return at < 0 || !/^.\d/.test(text.slice(at)) ? '' : text.slice(at)
}
