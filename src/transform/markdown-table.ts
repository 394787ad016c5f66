/** Writes tables back: plain ones as GFM has them, others in their directive, as a table or as a list of lists. */
import type { List, ListItem, RootContent, Table, TableCell, TableRow } from 'mdast'
import type { Handle, State } from 'mdast-util-to-markdown'
import type { Alignment } from '../publication/model.ts'
import type { TableSettings } from '../read/nodes.ts'
import { attributesOf, container, pair } from './markdown-parts.ts'

/** @param gfm - writes a table of plain cells */
export function tableToMarkdown(
  node: Table,
  parent: Parameters<Handle>[1],
  state: State,
  info: Parameters<Handle>[3],
  gfm: Handle,
): string {
  const settings = node.data?.settings
  if (settings === undefined) {
    const written = attributesOf(node)
    return `${gfm(node, parent, state, info)}${written && `\n${written}`}`
  }
  const whole = wholeGrid(node, settings)
  const hasBlocks = whole.children.some(row => row.children.some(cell => blocksIn(cell).length > 0))
  // Its values are in the settings.
  const attributes = { classes: [], ...node.data?.attributes, values: {} }
  const head = attributesOf(
    { type: node.type, data: { attributes } },
    values(settings, hasBlocks ? [] : node.align),
  )
  const table = hasBlocks ? listOf(whole) : whole
  return container('tabla', settings.caption, head, [table, ...settings.note], state)
}

/** With a cell for each place of the grid: those that another covers hold `<` or `^`, as an author writes them. */
function wholeGrid(node: Table, { headerRows, alignments }: TableSettings): Table {
  const columns = Math.max(alignments.length, ...node.children.map(row => row.children.length))
  const owners = node.children.map(() =>
    Array.from({ length: columns }, (): TableCell | undefined => undefined),
  )
  const rows = node.children.map((row, y): TableRow => {
    let x = 0
    const line = owners[y] ?? []
    for (const cell of row.children) {
      while (line[x] !== undefined) x++
      const { columnSpan = 1, rowSpan = 1 } = cell.data?.settings ?? {}
      for (let at = y; at < Math.min(y + rowSpan, owners.length); at++)
        owners[at]?.fill(cell, x, x + columnSpan)
    }
    const children = line.map((owner, column) => {
      if (owner === undefined) return empty
      if (y > 0 && owners[y - 1]?.[column] === owner) return mark('^')
      return column > 0 && line[column - 1] === owner ? mark('<') : literal(owner)
    })
    return { type: 'tableRow', children }
  })
  const blank: TableRow = { type: 'tableRow', children: Array.from({ length: columns }, () => empty) }
  const align = alignments.map((_, column) => node.align?.[column] ?? null)
  return { type: 'table', align, children: headerRows === 0 ? [blank, ...rows] : rows }
}

const empty: TableCell = { type: 'tableCell', children: [] }

function mark(value: string): TableCell {
  return { type: 'tableCell', children: [{ type: 'html', value }] }
}

/** A cell whose text is a mark is written so that it joins nothing. */
function literal(cell: TableCell): TableCell {
  const [only, ...more] = cell.children
  const isMark = more.length === 0 && only?.type === 'text' && (only.value === '<' || only.value === '^')
  return isMark ? mark(`\\${only.value}`) : cell
}

function blocksIn(cell: TableCell): readonly RootContent[] {
  return cell.data?.settings?.blocks ?? []
}

function listOf(table: Table): List {
  const list = (children: ListItem[]): List => ({ type: 'list', ordered: false, spread: false, children })
  const item = (children: RootContent[]): ListItem => {
    // What stands in a list item is what stands in a cell.
    return { type: 'listItem', spread: children.length > 1, children: children as ListItem['children'] }
  }
  return list(
    table.children.map(row =>
      item([
        list(
          row.children.map(cell => {
            const blocks = blocksIn(cell)
            if (blocks.length > 0) return item([...blocks])
            return item(cell.children.length === 0 ? [] : [{ type: 'paragraph', children: cell.children }])
          }),
        ),
      ]),
    ),
  )
}

const alignmentNames: Readonly<Record<Alignment, string>> = {
  left: 'izquierda',
  center: 'centro',
  right: 'derecha',
  decimal: 'decimal',
  default: '-',
}

/** @param align - as the line of dashes says, which a list has not */
function values(settings: TableSettings, align: Table['align']): readonly string[] {
  const { headerRows, headerColumns, landscape, widths, alignments } = settings
  const own = alignments.some((one, column) => one !== (align?.[column] ?? 'default'))
  return [
    ...(widths.length === 0 ? [] : [pair('anchos', ratio(widths).join(' '))]),
    ...(headerRows === 1 ? [] : [`encabezados=${headerRows}`]),
    ...(headerColumns === 0 ? [] : [`columnas-encabezado=${headerColumns}`]),
    ...(landscape ? ['paisaje'] : []),
    ...(own ? [pair('alineacion', alignments.map(one => alignmentNames[one]).join(' '))] : []),
  ]
}

/** Shares as the least whole numbers that give them; as they are where there are none. */
function ratio(shares: readonly number[]): readonly number[] {
  for (let total = shares.length; total <= 1000; total++) {
    const parts = shares.map(share => Math.round(share * total))
    if (parts.every((part, at) => part > 0 && part / total === shares[at])) return parts
  }
  return shares
}
