/** Where the cells of a table stand: rows and columns of its grid, counted from 1. */

export interface Span {
  readonly rows: number
  readonly columns: number
}

export type Heads = 'none' | 'column' | 'row' | 'both'

/** @returns takes the cells of one row after another and tells the column of each */
export function grid(): { readonly row: () => void; readonly place: (span: Span) => string } {
  const taken = new Map<number, Set<number>>()
  let row = 0
  let column = 1
  const isTaken = () => taken.get(row)?.has(column) ?? false
  return {
    row() {
      row++
      column = 1
    },
    place({ rows, columns }) {
      while (isTaken()) column++
      const at = `${row},${column}`
      for (let r = row; r < row + rows; r++) {
        const columnsOfRow = taken.get(r) ?? new Set<number>()
        for (let c = column; c < column + columns; c++) columnsOfRow.add(c)
        taken.set(r, columnsOfRow)
      }
      column += columns
      return at
    },
  }
}

export function cellName(at: string, { rows, columns }: Span, heads: Heads): string {
  return `${at} ${rows}×${columns}${heads === 'none' ? '' : ` heads ${heads}`}`
}
