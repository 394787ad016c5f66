/** What tables need to know of their cells' texts before a browser sets them. */
import type { PublicationNode, Table, TableCell } from '../../publication/model.ts'
import { contentOf } from '../../publication/walk.ts'

/** Characters of a table's size that a screen of 320 CSS pixels takes in a line. */
const narrowScreen = 34
/** Characters that the space on both sides of a cell's text takes. */
const cellSpace = 2
/** Longer words are addresses and the like, which break anywhere. */
const longestWord = 22
/** Texts longer than this become towers on a narrow screen, where columns are many. */
const longText = 32
const manyColumns = 4
/** A text is one in any table by so many lines, in a column of so few characters. */
const tower = { lines: 20, width: 18 }

/**
 * - `least`: fits the narrowest screen with no word broken
 * - `more`: may be wider than the screen
 * - `most`: texts so long, or in so many columns, that they need more width than their words alone
 */
export type Room = 'least' | 'more' | 'most'

/** What width a table needs, by its words: exact enough to choose between wrapping and scrolling. */
export function tableRoom(node: Table): Room {
  const words = node.alignments.map(() => 0)
  const texts = node.alignments.map(() => 0)
  for (const { children } of node.children) {
    for (const cell of children) {
      const value = plainText(cell)
      if (cell.columnSpan > 1) continue
      texts[cell.column] = Math.max(texts[cell.column] ?? 0, value.length)
      const own = Math.min(longestWord, Math.max(0, ...lengths(value)))
      words[cell.column] = Math.max(words[cell.column] ?? 0, own)
    }
  }
  const least = words.reduce((sum, own) => sum + own + cellSpace, 0)
  const left = Math.max(0, narrowScreen - least)
  const isTower = texts.some((length, column) => {
    const width = (words[column] ?? 0) + left
    return width < tower.width && length > tower.lines * width
  })
  if (isTower) return 'most'
  if (least <= narrowScreen) return 'least'
  return node.alignments.length >= manyColumns && Math.max(...texts) > longText ? 'most' : 'more'
}

/** Of the pieces between which lines may end. */
function lengths(value: string): readonly number[] {
  return value.split(/[ \t\n-]+/).map(word => word.length)
}

/**
 * Half digits by which a number of a decimal column stands left of the column's end, so that the points come one
 * below the other: browsers cannot align at a character.
 */
export function decimalShifts(node: Table, point: string): ReadonlyMap<TableCell, number> {
  const shifts = new Map<TableCell, number>()
  if (!node.children.some(row => row.children.some(cell => cell.alignment === 'decimal'))) return shifts
  const digits = (cell: TableCell) => {
    const value = plainText(cell)
    if (!/\d/.test(value)) return null
    const at = value.lastIndexOf(point)
    return at < 0 ? 0 : (/^\d*/.exec(value.slice(at + point.length))?.[0].length ?? 0)
  }
  const most = new Map<number, number>()
  const numbers = node.children.flatMap(row =>
    row.children.flatMap(cell => {
      const count = cell.alignment === 'decimal' && cell.heads === 'none' ? digits(cell) : null
      if (count === null) return []
      most.set(cell.column, Math.max(most.get(cell.column) ?? 0, count))
      return [{ cell, count }]
    }),
  )
  for (const { cell, count } of numbers) {
    const longest = most.get(cell.column) ?? 0
    // A number without a point lacks that too, which is half a digit wide.
    const shift = 2 * (longest - count) + (count === 0 && longest > 0 ? 1 : 0)
    if (shift > 0) shifts.set(cell, shift)
  }
  return shifts
}

/** A class for each shift, in half digits. */
export function shiftClass(shift: number): string {
  return `shift-${shift}`
}

/** Characters of a node without its markup. */
function plainText(node: PublicationNode): string {
  return 'value' in node ? node.value : contentOf(node).map(plainText).join('')
}
