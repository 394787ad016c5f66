/** Where the cells of a table stand, rows and columns counted from 1, and which heads each is heard with. */

export interface Span {
  readonly rows: number
  readonly columns: number
}

export type Heads = 'none' | 'column' | 'row' | 'both'

export interface Cell {
  readonly span: Span
  readonly heads: Heads
  /** What others name it by, '' without a name. */
  readonly id?: string
  /** The heads that it names itself. */
  readonly named?: readonly string[]
}

interface Placed extends Cell {
  readonly row: number
  readonly column: number
}

export interface Grid {
  /** The cells that follow stand in a new row. */
  readonly row: () => void
  /** @returns place, spans and what it heads: `2,1 1×3 heads column` */
  readonly place: (cell: Cell) => string
  /** The heads of every cell that has some, by their places: `2,2 ← 1,2 2,1`. */
  readonly heads: () => string
}

export function grid(): Grid {
  const taken = new Map<number, Set<number>>()
  const cells: Placed[] = []
  let row = 0
  let column = 1
  const isTaken = () => taken.get(row)?.has(column) ?? false
  return {
    row() {
      row++
      column = 1
    },
    place(cell) {
      const { rows, columns } = cell.span
      while (isTaken()) column++
      for (const r of range(row, rows)) {
        const columnsOfRow = taken.get(r) ?? new Set<number>()
        for (const c of range(column, columns)) columnsOfRow.add(c)
        taken.set(r, columnsOfRow)
      }
      cells.push({ ...cell, row, column })
      const what = cell.heads === 'none' ? '' : ` heads ${cell.heads}`
      const name = `${row},${column} ${rows}×${columns}${what}`
      column += columns
      return name
    },
    heads() {
      const namesThem = cells.some(({ named = [] }) => named.length > 0)
      const of = namesThem ? namedHeads(cells) : headsByScope(cells)
      return cells.flatMap(cell => told(cell, of(cell))).join(' · ')
    },
  }
}

function told(cell: Placed, heads: readonly (Placed | undefined)[]): readonly string[] {
  if (heads.length === 0) return []
  const places = heads.map(head => (head === undefined ? 'nothing' : `${head.row},${head.column}`))
  return [`${cell.row},${cell.column} ← ${places.sort().join(' ')}`]
}

/** Where one cell names its heads, all do: a cell that names none has none. */
function namedHeads(cells: readonly Placed[]) {
  const known = new Map(cells.map(cell => [cell.id ?? '', cell]))
  return ({ named = [] }: Placed) => named.map(id => known.get(id))
}

/** What it heads decides: all of its columns below it, all of its rows behind it (ISO 32000-1 14.8.5.7, HTML 4.9.12). */
function headsByScope(cells: readonly Placed[]) {
  const byColumn = new Map<number, Placed[]>()
  const byRow = new Map<number, Placed[]>()
  const add = (map: Map<number, Placed[]>, keys: readonly number[], cell: Placed) => {
    for (const key of keys) map.set(key, [...(map.get(key) ?? []), cell])
  }
  for (const cell of cells) {
    const { row, column, span, heads } = cell
    if (heads === 'column' || heads === 'both') add(byColumn, range(column, span.columns), cell)
    if (heads === 'row' || heads === 'both') add(byRow, range(row, span.rows), cell)
  }
  return ({ row, column, span, heads }: Placed) => {
    const above = range(column, span.columns)
      .flatMap(at => byColumn.get(at) ?? [])
      .filter(head => head.row + head.span.rows <= row)
    const before = range(row, span.rows)
      .flatMap(at => byRow.get(at) ?? [])
      // A corner heads the head column below it; no other head is behind it.
      .filter(head => head.heads === 'row' || heads === 'none')
      .filter(head => head.column + head.span.columns <= column)
    return [...new Set([...above, ...before])]
  }
}

function range(first: number, length: number): readonly number[] {
  return Array.from({ length }, (_, index) => first + index)
}
