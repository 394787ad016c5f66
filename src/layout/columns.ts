/** Balanced columns. */
import type { Columns } from '../publication/model.ts'
import { cutRows } from './pages.ts'
import { addEmpty, type Place } from './place.ts'
import { makeRowList, moved, type Row, type RowPart } from './rows.ts'
import { placeRows } from './stack.ts'

/** Between columns, relative to the size of the text. */
const gutter = 2

/** A part of columns on a page has this many lines at least. */
const fewestLines = 3

interface Setting {
  readonly count: number
  /** Points from the left edge of one column to that of the next. */
  readonly pitch: number
  readonly leading: number
}

/** One row, as its columns are as equal as can be; a page that has less room fills them and leaves the rest. */
export function flowColumns(node: Columns, place: Place): void {
  const { list, typesetter, x, width } = place
  const body = typesetter.style('body')
  const gap = body.size * gutter
  const column = (width - gap * (node.count - 1)) / node.count
  const inner = makeRowList()
  place.flow(node.children, { ...place, list: inner, x, width: column, turns: false })
  inner.finish()
  list.space(body.spaceAfter)
  list.anchor(node.id)
  const rows = inner.rows.map(row => ({ ...row, forced: false, turned: false }))
  if (rows.length === 0) return
  const part = balanced(rows, { count: node.count, pitch: column + gap, leading: body.leading })
  // A part that goes on on the next page takes no label along.
  if (list.openLabel()) addEmpty(place, node)
  for (const id of part.anchors) list.anchor(id)
  list.add({ ...part, baseline: typesetter.baseline(body), breakCost: 0, node })
  list.space(body.spaceAfter)
}

/** The lowest columns that hold everything. */
function balanced(rows: readonly Row[], setting: Setting): RowPart {
  const fits = (height: number) => cutRows(rows, height).pages.length <= setting.count
  const total = rows.reduce((sum, row) => sum + row.gap + row.height, 0)
  let low = total / setting.count - setting.leading
  let step = setting.leading
  while (!fits(low + step)) step *= 2
  let high = low + step
  while (high - low > 1) {
    const middle = (low + high) / 2
    if (fits(middle)) high = middle
    else low = middle
  }
  return columnsOf(rows, high, setting).part
}

/** @returns what columns of a height hold, and the rows that are left */
function columnsOf(
  given: readonly Row[],
  height: number,
  setting: Setting,
): { readonly part: RowPart; readonly rest: readonly Row[] } {
  const { count, pitch, leading } = setting
  const cut = cutRows(given, height)
  const columns = cut.pages.slice(0, count)
  const placed = columns.map((column, index) => {
    const { marks, bottom } = placeRows(cut.rows, column, 0)
    return { bottom, marks: marks.map(mark => moved(mark, index * pitch, 0)) }
  })
  const end = columns.at(-1)?.end ?? cut.rows.length
  const used = cut.rows.slice(0, end)
  const part: RowPart = {
    height: Math.max(...placed.map(({ bottom }) => bottom)),
    marks: placed.flatMap(({ marks }) => marks),
    anchors: used.flatMap(({ anchors }) => anchors),
    reports: used.flatMap(({ reports }) => reports),
    split: room => {
      if (room < fewestLines * leading) return null
      const { part: first, rest } = columnsOf(given, room, setting)
      if (rest.length === 0 || first.height > room + 1e-6) return null
      return [{ ...first, split: null }, balanced(rest, setting)]
    },
  }
  return { part, rest: cut.rows.slice(end) }
}
