/** Balanced columns. */
import type { Columns } from '../publication/model.ts'
import { cutRows, placeRows } from './pages.ts'
import type { Place } from './place.ts'
import { makeRowList, moved } from './rows.ts'

/** Set at the width of a column, cut into parts as equal as can be; what a page cannot hold goes on below. */
export function flowColumns(node: Columns, place: Place): void {
  const { list, typesetter, x, width } = place
  const { page } = typesetter.design
  const body = typesetter.style('body')
  const gap = body.size * 2
  const column = (width - gap * (node.count - 1)) / node.count
  const inner = makeRowList()
  place.flow(node.children, { ...place, list: inner, x: 0, width: column })
  inner.finish()
  const most = page.height - page.margin.top - page.margin.bottom - 1
  list.space(body.spaceAfter)
  list.anchor(node.id)
  let rows: typeof inner.rows = inner.rows.map(row => ({ ...row, forced: false }))
  while (rows.length > 0) {
    const total = rows.reduce((sum, row) => sum + row.gap + row.before + row.height + row.after, 0)
    let height = Math.min(most, total / node.count)
    while (height < most && cutRows(rows, height).length > node.count) height = Math.min(most, height + 2)
    const parts = cutRows(rows, height).slice(0, node.count)
    const placed = parts.map((part, index) => {
      const set = placeRows(rows, part, 0)
      return { ...set, marks: set.marks.map(mark => moved(mark, x + index * (column + gap), 0)) }
    })
    const end = parts.at(-1)?.end ?? rows.length
    const used = rows.slice(0, end)
    for (const id of used.flatMap(row => row.anchors)) list.anchor(id)
    list.add({
      height: Math.max(...placed.map(({ bottom }) => bottom)),
      marks: placed.flatMap(({ marks }) => marks),
      baseline: typesetter.baseline(body),
      breakCost: 0,
      reports: used.flatMap(row => row.reports),
      node,
    })
    list.space(body.spaceAfter)
    rows = rows.slice(end)
  }
}
