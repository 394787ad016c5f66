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
  /** Height of a page's frame. */
  readonly frame: number
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
  const { page } = typesetter.design
  const frame = page.height - page.margin.top - page.margin.bottom
  const part = balanced(rows, { count: node.count, pitch: column + gap, leading: body.leading, frame })
  // A part that goes on on the next page takes no label along.
  if (list.openLabel()) addEmpty(place, node)
  for (const id of part.anchors) list.anchor(id)
  const grid = rows.some(row => row.grid > 0) ? typesetter.grid(body) : 0
  list.add({ ...part, baseline: typesetter.baseline(body), grid, breakCost: 0, node })
  list.space(body.spaceAfter)
}

/** The lowest columns that hold everything. */
function balanced(rows: readonly Row[], setting: Setting): RowPart {
  const { count } = setting
  const fits = (height: number) => {
    // A row that is split stands as two in what comes back.
    const { rows: parts, pages } = cutRows(rows, height, count)
    return pages.at(-1)?.end === parts.length
  }
  const total = rows.reduce((sum, row) => sum + row.gap + row.height, 0)
  // No page holds it: it will be split, and is balanced where it ends.
  if (total / count > 1.5 * setting.frame) return unset(rows, total / count, setting)
  let low = total / count - setting.leading
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
  const { rows, pages } = cutRows(given, height, setting.count)
  const placed = pages.map((column, index) => {
    const { marks, bottom } = placeRows(rows, column, 0)
    return { bottom, marks: marks.map(mark => moved(mark, index * setting.pitch, 0)) }
  })
  const end = pages.at(-1)?.end ?? rows.length
  const part: RowPart = {
    ...unset(rows.slice(0, end), Math.max(...placed.map(({ bottom }) => bottom)), setting),
    marks: placed.flatMap(({ marks }) => marks),
  }
  return { part, rest: rows.slice(end) }
}

/** A part whose marks are set only when it has been split. */
function unset(rows: readonly Row[], height: number, setting: Setting): RowPart {
  return {
    height,
    marks: [],
    anchors: rows.flatMap(({ anchors }) => anchors),
    reports: rows.flatMap(({ reports }) => reports),
    split: (room, must) => {
      const least = fewestLines * setting.leading
      if (!must && room < least) return null
      // What goes on has as many lines, even where it takes them from here.
      for (let height = room; ; height -= setting.leading) {
        const { part, rest } = columnsOf(rows, height, setting)
        if (rest.length === 0 || (!must && part.height > height + 1e-6)) return null
        const below = balanced(rest, setting)
        if (must || below.height >= least - 1e-6 || height - setting.leading < least)
          return [{ ...part, split: null }, below]
      }
    },
  }
}
