/** Quotations. */
import type { XmlComponent } from 'docx'
import type { Blockquote } from '../../publication/model.ts'
import {
  type BlockContext,
  type Blocks,
  levelsAround,
  rightEdge,
  room,
  styleInsets,
  textEdge,
} from './context.ts'
import { labelAlone } from './paragraphs.ts'
import { xml } from './runs.ts'
import { boxInsets } from './style-properties.ts'
import { cellMargins, closedCell, spacer, widthElement } from './table-parts.ts'
import { tableStyles } from './table-styles.ts'
import { eighths, hex, twips } from './units.ts'

/**
 * A quotation of paragraphs is paragraphs with the same rule at their side, which Word draws as one. Anything else
 * inside would break it: such a quotation is a table of one cell. In an item of a list, whose level its paragraphs
 * have to name, and in a note, whose number has to stand in one, it stays paragraphs.
 */
export function quotation(node: Blockquote, context: BlockContext): Blocks {
  const label = labelAlone('list', context)
  const plain = node.children.every(child => child.type === 'paragraph' && child.role === 'body')
  const isFree = context.list === null && context.note === null
  const { borderWidth } = context.build.edition.design.quotationBox
  const content = plain || !isFree || borderWidth === 0 ? paragraphs(node, context) : framed(node, context)
  return [...label, ...content]
}

function paragraphs(node: Blockquote, context: BlockContext): Blocks {
  const left = textEdge(context)
  return context.flow(node.children, {
    ...context,
    container: 'quotation',
    role: 'quotation',
    left,
    right: rightEdge(context),
    frame: {
      box: context.build.edition.design.quotationBox,
      edge: left + styleInsets('quotation', context.build).left,
      kind: null,
    },
  })
}

/**
 * A row of heads that nobody sees or hears: Word's accessibility checker asks every table for one, and the quotation
 * itself cannot be it, as rows of heads are not cut at a page's end.
 */
function unseenHead(width: number): XmlComponent {
  const unseen = xml('w:rPr', {}, [xml('w:vanish')])
  const low = xml('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 1, 'w:lineRule': 'exact' })
  return xml('w:tr', {}, [
    xml('w:trPr', {}, [
      xml('w:hidden'),
      xml('w:trHeight', { 'w:val': 1, 'w:hRule': 'exact' }),
      xml('w:tblHeader'),
    ]),
    xml('w:tc', {}, [
      xml('w:tcPr', {}, [widthElement('w:tcW', width)]),
      xml('w:p', {}, [xml('w:pPr', {}, [low, unseen])]),
    ]),
  ])
}

function framed(node: Blockquote, context: BlockContext): Blocks {
  const { quotationBox, styles } = context.build.edition.design
  const { insetLeft, insetRight, spaceAfter } = styles.quotation
  const all = Math.max(12, room(context) - insetLeft - insetRight)
  const insets = boxInsets(quotationBox)
  const own = styleInsets('quotation', context.build)
  const inside: BlockContext = {
    ...context,
    container: 'quotation',
    role: 'quotation',
    // The cell stands where the style would set its paragraphs.
    left: -own.left,
    right: -own.right,
    width: all - insets.left - insets.right,
    frame: null,
    outerLevels: levelsAround(context),
    last: false,
    after: null,
    columns: 0,
  }
  const content = [
    ...context.flow(node.children.slice(0, -1), inside),
    ...context.flow(node.children.slice(-1), { ...inside, after: 0 }),
  ]
  const rule = {
    'w:val': 'single',
    'w:sz': eighths(quotationBox.borderWidth),
    'w:space': 0,
    'w:color': hex(quotationBox.borderColor),
  }
  const properties: XmlComponent = xml('w:tblPr', {}, [
    xml('w:tblStyle', { 'w:val': tableStyles.quotation }),
    widthElement('w:tblW', all),
    widthElement('w:tblInd', textEdge(context) + insetLeft),
    xml('w:tblBorders', {}, [xml('w:left', rule)]),
    xml('w:tblLayout', { 'w:type': 'fixed' }),
  ])
  const margins = cellMargins('w:tcMar', { top: 0, left: insets.left, bottom: 0, right: insets.right })
  const cell = closedCell(xml('w:tcPr', {}, [widthElement('w:tcW', all), margins]), content, inside)
  return [
    xml('w:tbl', {}, [
      properties,
      xml('w:tblGrid', {}, [xml('w:gridCol', { 'w:w': twips(all) })]),
      unseenHead(all),
      xml('w:tr', {}, [cell]),
    ]),
    spacer(spaceAfter),
  ]
}
