/** Tables (ECMA-376 Part 1, 17.4). */
import { AlignmentType, BookmarkEnd, BookmarkStart, type XmlComponent } from 'docx'
import type { Table, TableCell } from '../../publication/model.ts'
import { blockBookmark } from './bookmarks.ts'
import { SectionBreak } from './breaks.ts'
import { caption, hasCaption } from './captioned.ts'
import { type BlockContext, type Blocks, levelsAround, room, textEdge } from './context.ts'
import { columnWidths, decimalHang, longestFractions } from './grid.ts'
import { labelAlone } from './paragraphs.ts'
import { xml } from './runs.ts'
import { cellMargins, closedCell, spacer, widthElement } from './table-parts.ts'
import { tableStyles } from './table-styles.ts'
import { runText } from './text.ts'
import { eighths, hex, turnedMeasure, twips } from './units.ts'
import { plainText } from './words.ts'

/** With its caption and note; one that is to be turned, on a page of its own. */
export function table(node: Table, context: BlockContext): Blocks {
  const { page } = context.build.edition.design
  if (!node.landscape || context.columns === 0 || page.width > page.height) return captioned(node, context)
  const width = turnedMeasure(context.build.edition.design)
  const turned = captioned(node, { ...context, container: 'text', left: 0, right: 0, width, columns: 1 })
  return [
    new SectionBreak({ columns: context.columns, landscape: false }),
    ...turned,
    new SectionBreak({ columns: 1, landscape: true }),
  ]
}

function captioned(node: Table, context: BlockContext): Blocks {
  const { captionAbove, captionedSpace } = context.build.edition.design
  const captions = hasCaption(node) ? (above: boolean) => [caption(node, above, context)] : () => []
  const above = captionAbove.table ? captions(true) : []
  const grid = gridOf(node, context)
  const below = captionAbove.table ? [] : captions(false)
  const note = context.flow(node.note, { ...context, role: 'tableNote', list: null, last: false })
  // A caption brings its own space; another table that follows has none.
  const after = below.length > 0 && note.length === 0 ? [] : [spacer(captionedSpace.around)]
  return [...above, ...grid, ...below, ...note, ...after]
}

function gridOf(node: Table, context: BlockContext): Blocks {
  const { build } = context
  const label = labelAlone('list', context)
  const widths = columnWidths(node, room(context), build)
  const id = build.bookmarkCount++
  build.written.add(blockBookmark(node.id))
  return [
    ...label,
    new BookmarkStart(blockBookmark(node.id), id),
    xml('w:tbl', {}, [
      tableProperties(node, widths, context),
      xml(
        'w:tblGrid',
        {},
        widths.map(width => xml('w:gridCol', { 'w:w': twips(width) })),
      ),
      ...rows(node, widths, context),
    ]),
    new BookmarkEnd(id),
  ]
}

function tableProperties(node: Table, widths: readonly number[], context: BlockContext): XmlComponent {
  const { build } = context
  const { paddingX, paddingY } = build.edition.design.table
  const total = widths.reduce((sum, one) => sum + twips(one), 0)
  const heads = runText(headsOf(node))
  const title = runText(
    [node.label, plainText(node.caption)].filter(text => text !== '').join(build.locale.captionSeparator),
  )
  return xml('w:tblPr', {}, [
    xml('w:tblStyle', { 'w:val': tableStyles.data }),
    xml('w:tblW', { 'w:w': total, 'w:type': 'dxa' }),
    widthElement('w:tblInd', textEdge(context)),
    xml('w:tblBorders', {}, [
      rule('top', 'outer', context),
      rule('bottom', 'outer', context),
      rule('insideH', 'inner', context),
    ]),
    xml('w:tblLayout', { 'w:type': 'fixed' }),
    cellMargins('w:tblCellMar', { top: paddingY, left: paddingX, bottom: paddingY, right: paddingX }),
    xml('w:tblLook', {
      'w:val': look(node),
      'w:firstRow': node.headerRows > 0 ? 1 : 0,
      'w:lastRow': 0,
      'w:firstColumn': node.headerColumns > 0 ? 1 : 0,
      'w:lastColumn': 0,
      'w:noHBand': 0,
      'w:noVBand': 1,
    }),
    ...(title === '' ? [] : [xml('w:tblCaption', { 'w:val': title })]),
    ...(heads === '' ? [] : [xml('w:tblDescription', { 'w:val': heads })]),
  ])
}

/** What the columns hold, for those who decide by it whether to read the table. */
function headsOf({ children, headerRows }: Table): string {
  const cells = children.slice(0, headerRows).flatMap(row => row.children)
  return cells
    .flatMap(({ children }) => children.map(block => (block.type === 'paragraph' ? block.children : [])))
    .map(plainText)
    .filter(text => text !== '')
    .join('; ')
}

/** The same as bits, which older readers go by (17.4.56). */
function look({ headerRows, headerColumns }: Table): string {
  const bits = (headerRows > 0 ? 0x20 : 0) | (headerColumns > 0 ? 0x80 : 0) | 0x400
  return bits.toString(16).toUpperCase().padStart(4, '0')
}

function rule(side: string, kind: 'outer' | 'inner', { build }: BlockContext): XmlComponent {
  const { outerColor, outerRule, ruleColor, innerRule } = build.edition.design.table
  const [width, color] = kind === 'outer' ? [outerRule, outerColor] : [innerRule, ruleColor]
  if (width === 0) return xml(`w:${side}`, { 'w:val': 'nil' })
  return xml(`w:${side}`, { 'w:val': 'single', 'w:sz': eighths(width), 'w:space': 0, 'w:color': hex(color) })
}

/** Cells stand in their first row; in the others that they span Word wants an empty one (17.4.84). */
function rows(node: Table, widths: readonly number[], context: BlockContext): readonly XmlComponent[] {
  const fractions = longestFractions(node, context.build)
  let spanning: readonly { readonly cell: TableCell; readonly left: number }[] = []
  return node.children.map((row, index) => {
    const cells = [
      ...row.children.map(cell => ({ cell, begins: true })),
      ...spanning.map(({ cell }) => ({ cell, begins: false })),
    ].sort((a, b) => a.cell.column - b.cell.column)
    spanning = [
      ...spanning.map(({ cell, left }) => ({ cell, left: left - 1 })),
      ...row.children.map(cell => ({ cell, left: cell.rowSpan - 1 })),
    ].filter(({ left }) => left > 0)
    const properties = xml('w:trPr', {}, [
      xml('w:cantSplit'),
      ...(index < node.headerRows ? [xml('w:tblHeader')] : []),
    ])
    const content = cells.map(({ cell, begins }) =>
      cellOf(node, cell, { index, begins, widths, fractions }, context),
    )
    return xml('w:tr', {}, [properties, ...content])
  })
}

/** Under the head stands an outer rule; between its rows inner ones, where the table's style would put the outer. */
function headRule(
  { headerRows }: Table,
  { rowSpan }: TableCell,
  index: number,
  context: BlockContext,
): readonly XmlComponent[] {
  const isLast = index === headerRows - 1
  if (index >= headerRows || (!isLast && rowSpan > 1)) return []
  return [xml('w:tcBorders', {}, [rule('bottom', isLast ? 'outer' : 'inner', context)])]
}

interface CellPlace {
  readonly index: number
  /** Its first row. */
  readonly begins: boolean
  readonly widths: readonly number[]
  /** By column. */
  readonly fractions: readonly number[]
}

function cellOf(node: Table, cell: TableCell, place: CellPlace, context: BlockContext): XmlComponent {
  const { build } = context
  const { headBackground, zebraBackground, paddingX } = build.edition.design.table
  const { index, begins } = place
  const points = place.widths
    .slice(cell.column, cell.column + cell.columnSpan)
    .reduce((sum, one) => sum + one, 0)
  const isHead = index < node.headerRows
  const zebra = (index - node.headerRows) % 2 === 1 ? zebraBackground : ''
  const background = isHead ? headBackground : zebra
  const properties = xml('w:tcPr', {}, [
    widthElement('w:tcW', points),
    ...(cell.columnSpan > 1 ? [xml('w:gridSpan', { 'w:val': cell.columnSpan })] : []),
    ...(cell.rowSpan > 1 ? [xml('w:vMerge', begins ? { 'w:val': 'restart' } : {})] : []),
    ...headRule(node, cell, index, context),
    ...(background === ''
      ? []
      : [xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': hex(background) })]),
  ])
  const inside: BlockContext = {
    ...context,
    container: 'text',
    role: cell.heads === 'none' ? 'tableCell' : 'tableHead',
    left: 0,
    right: 0,
    hang: decimalHang(cell, place.fractions, build),
    width: Math.max(12, points - 2 * paddingX),
    frame: null,
    list: null,
    outerLevels: levelsAround(context),
    last: false,
    after: null,
    align: alignments[cell.alignment],
    keepNext: isHead,
    columns: 0,
    note: null,
  }
  const content = begins ? context.flow(cell.children, inside) : []
  return closedCell(properties, content, inside)
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  decimal: AlignmentType.RIGHT,
  default: null,
} as const
