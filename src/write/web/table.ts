/** Tables: their heads name the cells for those who hear them, and wide ones scroll inside the page. */
import type { Element, ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import type { Alignment, Table, TableCell, TableRow } from '../../publication/model.ts'
import { type Context, language, target, titleId } from './context.ts'
import { decimal } from './css.ts'
import { onLines } from './nodes.ts'
import { captionContent } from './pictures.ts'
import { headersOf } from './table-heads.ts'
import { decimalShifts, shiftClass, tableRoom } from './table-measure.ts'

/**
 * The caption stands beside the table, not in it: in it, it would be no wider than a narrow table and scroll with a
 * wide one (HTML, 4.9.2: a figure's caption in the place of the table's).
 */
export function tableToHast(node: Table, context: Context): Element {
  const caption = captionContent(node, context)
  const captioned = caption.length > 0
  const room = tableRoom(node)
  const className = [...(room === 'most' ? ['roomy'] : []), ...(node.widths.length > 0 ? ['set'] : [])]
  const named = captioned ? { ariaLabelledBy: [titleId(node)] } : {}
  const properties = { ...(className.length === 0 ? {} : { className }), ...named }
  const table = h('table', properties, [...onLines(columns(node)), ...rowGroups(node, context)])
  const shown =
    room === 'least' && !node.landscape
      ? table
      : h('div.scroll', scrolling(node, captioned, context), onLines([table]))

  const captionElement = captioned ? [h('figcaption', { id: titleId(node) }, caption)] : []
  const note = node.note.length === 0 ? [] : [h('div.table-note', onLines(context.some(node.note, node)))]
  const outer = {
    ...target(node, context),
    className: node.landscape ? ['table', 'landscape'] : ['table'],
    ...language(node, context),
  }
  const parts = context.settings.captionAbove.table
    ? [...captionElement, shown, ...note]
    : [shown, ...captionElement, ...note]
  return h(captioned ? 'figure' : 'div', outer, onLines(parts))
}

/** What scrolls has to take the focus, for those without a mouse, and what takes the focus has to have a name. */
function scrolling(node: Table, captioned: boolean, { settings }: Context): Properties {
  const name = captioned ? { ariaLabelledBy: [titleId(node)] } : { ariaLabel: settings.locale.terms.table }
  // A group: as regions many tables would crowd out the landmarks of the page.
  return { tabIndex: 0, role: 'group', ...name }
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
