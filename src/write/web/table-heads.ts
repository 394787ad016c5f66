/** Which heads name a cell of a table, for those who hear it. */
import type { Properties } from 'hast'
import type { Table, TableCell } from '../../publication/model.ts'

/**
 * `headers` of each cell, and ids for those that it names, where `scope` does not say it all: a head over several
 * columns or rows, or more than one row or column of heads (HTML, 4.9.12.2; WCAG technique H43).
 */
export function headersOf(node: Table): (cell: TableCell) => Properties {
  const placed = node.children.flatMap((row, index) => row.children.map(cell => ({ cell, row: index })))
  const heads = placed.filter(({ cell }) => cell.heads !== 'none' && cell.children.length > 0)
  const simple = heads.every(({ cell }) => cell.columnSpan === 1 && cell.rowSpan === 1)
  if (simple && node.headerRows <= 1 && node.headerColumns <= 1) return () => ({})

  const byColumn = new Map<number, typeof heads>()
  const byRow = new Map<number, typeof heads>()
  for (const head of heads) {
    const { cell, row } = head
    const ofRows = cell.heads === 'row'
    const first = ofRows ? row : cell.column
    for (let at = first; at < first + (ofRows ? cell.rowSpan : cell.columnSpan); at += 1) {
      const lists = ofRows ? byRow : byColumn
      const known = lists.get(at)
      if (known === undefined) lists.set(at, [head])
      else known.push(head)
    }
  }
  const rowOf = new Map(placed.map(({ cell, row }) => [cell, row]))
  const isHead = new Set(heads.map(({ cell }) => cell))
  return cell => {
    const row = rowOf.get(cell) ?? 0
    const ids = new Set<string>()
    for (let at = cell.column; at < cell.column + cell.columnSpan; at += 1) {
      for (const head of byColumn.get(at) ?? []) if (head.row < row) ids.add(head.cell.id)
    }
    for (let at = row; at < row + cell.rowSpan; at += 1) {
      for (const head of byRow.get(at) ?? []) if (head.cell.column < cell.column) ids.add(head.cell.id)
    }
    return { ...(isHead.has(cell) ? { id: cell.id } : {}), ...(ids.size === 0 ? {} : { headers: [...ids] }) }
  }
}
