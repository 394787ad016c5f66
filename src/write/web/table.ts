/** Tables: their heads name the cells for those who hear them, and wide ones scroll inside the page. */
import type { Element, ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import type { Alignment, Table, TableCell, TableRow } from '../../publication/model.ts'
import { type Context, language, target, titleId } from './context.ts'
import { decimal } from './css.ts'
import { onLines } from './nodes.ts'
import { captionContent } from './pictures.ts'
import { plainText } from './walk.ts'

/** Up to so many columns the words of cells break to fit a narrow screen; more scroll sideways. */
const columnsOfNarrowTable = 3

export function tableToHast(node: Table, context: Context): Element {
  const { medium } = context.settings
  const caption = captionContent(node, context)
  const wide = node.landscape || node.alignments.length > columnsOfNarrowTable
  const scrolls = wide && medium === 'page'
  const captionId = scrolls ? { id: titleId(node) } : {}
  const captionElement = h('caption', captionId, [h('span', caption)])
  const className = [...(wide ? ['wide'] : []), ...(node.widths.length > 0 ? ['set'] : [])]
  const table = h('table', className.length === 0 ? {} : { className }, [
    ...onLines([...(caption.length === 0 ? [] : [captionElement]), ...columns(node)]),
    ...rowGroups(node, context),
  ])
  const note = node.note.length === 0 ? [] : [h('div.table-note', onLines(context.some(node.note, node)))]
  const outer = node.landscape ? ['table', 'landscape'] : ['table']
  const shown = scrolls ? scrolling(node, table, caption.length > 0, context) : table
  const properties = { ...target(node, context), className: outer, ...language(node, context) }
  return h('div', properties, onLines([shown, ...note]))
}

/** What scrolls has to take the focus, for those without a mouse, and what takes the focus has to have a name. */
function scrolling(node: Table, table: Element, captioned: boolean, { settings }: Context): Element {
  const name = captioned ? { ariaLabelledBy: [titleId(node)] } : { ariaLabel: settings.locale.terms.table }
  // A group: as regions many tables would crowd out the landmarks of the page.
  return h('div.scroll', { tabIndex: 0, role: 'group', ...name }, onLines([table]))
}

/** A row that stands outside its table: none does, but the handler has to know what it would be. */
export function rowToHast(node: TableRow, context: Context): Element {
  return h('tr', { ...target(node, context), ...language(node, context) }, onLines(context.all(node)))
}

export function cellToHast(node: TableCell, context: Context, properties: Properties = {}): Element {
  const heading = node.heads !== 'none' && node.children.length > 0
  const className = alignmentClass(node.alignment)
  const scope = node.heads === 'row' ? 'row' : 'col'
  const own = {
    ...target(node, context),
    ...(heading ? { scope } : {}),
    ...(node.columnSpan > 1 ? { colSpan: node.columnSpan } : {}),
    ...(node.rowSpan > 1 ? { rowSpan: node.rowSpan } : {}),
    ...(className === '' ? {} : { className: [className] }),
    ...properties,
    ...language(node, context),
  }
  return h(heading ? 'th' : 'td', own, cellContent(node, context))
}

/** A plain cell needs no paragraph, unless that says something of its own. */
function cellContent(node: TableCell, context: Context): ElementContent[] {
  const [only] = node.children
  if (only === undefined) return []
  const plain =
    node.children.length === 1 &&
    only.type === 'paragraph' &&
    only.language === node.language &&
    !context.settings.targets.has(only.id)
  return plain ? context.all(only) : onLines(context.all(node))
}

function alignmentClass(alignment: Alignment): string {
  return alignment === 'default' ? '' : `align-${alignment}`
}

function columns({ widths }: Table): readonly Element[] {
  if (widths.length === 0) return []
  return [h('colgroup', onLines(widths.map(width => h('col', { className: [columnClass(width)] }))))]
}

/** A class for each width of columns, a share of the table's. */
export function columnClass(share: number): string {
  return `column-${decimal(share * 100).replace('.', '-')}`
}

/** `thead` and `tbody`, unless a cell of the head reaches into the body. */
function rowGroups(node: Table, context: Context): ElementContent[] {
  const { children: rows, headerRows } = node
  const headers = headersOf(node)
  const shifts = decimalShifts(node, context.settings.locale.decimal.point)
  const toRow = (row: TableRow) => {
    const inRow = { ...context, parent: row }
    const cells = row.children.map(cell => {
      const shift = shifts.get(cell) ?? 0
      const className = shift === 0 ? {} : { className: [`align-${cell.alignment}`, shiftClass(shift)] }
      return cellToHast(cell, inRow, { ...headers(cell), ...className })
    })
    const properties = { ...target(row, context), ...language(row, { ...context, parent: node }) }
    return h('tr', properties, onLines(cells))
  }
  const crossing = rows.some((row, index) =>
    row.children.some(cell => index < headerRows && index + cell.rowSpan > headerRows),
  )
  const head = crossing ? [] : rows.slice(0, headerRows)
  const body = rows.slice(head.length)
  const group = (tag: string, of: readonly TableRow[]) =>
    of.length === 0 ? [] : onLines([h(tag, onLines(of.map(toRow)))]).slice(1)
  return [...group('thead', head), ...group('tbody', body)]
}

/**
 * `headers` of each cell, and ids for those that it names, where `scope` does not say it all: a head over several
 * columns or rows, or more than one row or column of heads (HTML, 4.9.12.2; WCAG technique H43).
 */
function headersOf(node: Table): (cell: TableCell) => Properties {
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
      lists.set(at, [...(lists.get(at) ?? []), head])
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
