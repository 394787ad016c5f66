/** Boxes with a title. */
import type { XmlComponent } from 'docx'
import type { TitledBox } from '../../design/types.ts'
import type { BoxBlock } from '../../publication/model.ts'
import { type BlockContext, type Blocks, levelsAround, rightEdge, room, textEdge } from './context.ts'
import { inlines } from './inlines.ts'
import { labelAlone, leafOf } from './paragraphs.ts'
import { runContext, xml } from './runs.ts'
import { boxInsets, isVisible } from './style-properties.ts'
import { cellMargins, closedCell, spacer, widthElement } from './table-parts.ts'
import { tableStyles } from './table-styles.ts'
import { runText } from './text.ts'
import { eighths, hex, twips } from './units.ts'
import { plainText } from './words.ts'

/**
 * A box of paragraphs is paragraphs with the same borders and background, which Word draws as one. Anything else
 * inside, be it a list or a paragraph that has a style of its own, would break these: such a box is a table whose head
 * is the title.
 */
export function box(node: BoxBlock, context: BlockContext): Blocks {
  const label = labelAlone('list', context)
  const plain = node.children.every(child => child.type === 'paragraph' && child.role === 'body')
  return [...label, ...(plain ? paragraphs(node, context) : framedTable(node, context))]
}

function paragraphs(node: BoxBlock, context: BlockContext): Blocks {
  const look = context.build.edition.design.boxes[node.kind]
  const insets = boxInsets(look)
  const left = textEdge(context) + insets.left
  const inside: BlockContext = {
    ...context,
    container: 'text',
    role: 'box',
    left,
    right: rightEdge(context) + insets.right,
    frame: { box: look, edge: left, kind: node.kind },
    list: null,
  }
  const { body, box: style } = context.build.edition.design.styles
  const before = twips(Math.max(style.spaceBefore, body.spaceAfter))
  const after = Math.max(style.spaceAfter, body.spaceAfter)
  return [
    title(node, inside, before),
    ...context.flow(node.children.slice(0, -1), inside),
    ...context.flow(node.children.slice(-1), { ...inside, after }),
  ]
}

/** @param before - twips above it */
function title(node: BoxBlock, context: BlockContext, before: number) {
  const { boxes, styles } = context.build.edition.design
  const direct = context.frame === null ? { color: hex(boxes[node.kind].titleColor) } : {}
  const runs = inlines(node.title, runContext(context.build, styles.boxTitle, node.language, direct))
  return leafOf(node, 'boxTitle', runs, context, {
    keepNext: true,
    spacing: { before, after: twips(styles.boxTitle.spaceAfter) },
  })
}

function framedTable(node: BoxBlock, context: BlockContext): Blocks {
  const { design } = context.build.edition
  const look = design.boxes[node.kind]
  const { body, box: style } = design.styles
  const all = room(context)
  const insets = boxInsets(look)
  const inside: BlockContext = {
    ...context,
    container: 'text',
    role: 'box',
    left: 0,
    right: 0,
    width: Math.max(12, all - insets.left - insets.right),
    frame: null,
    list: null,
    outerLevels: levelsAround(context),
    last: false,
    after: null,
    align: null,
    hang: 0,
    keepNext: false,
    columns: 0,
    note: null,
  }
  const grid = xml('w:tblGrid', {}, [xml('w:gridCol', { 'w:w': twips(all) })])
  const head = row([title(node, inside, 0)], 'head', look, all, inside)
  const content = row(context.flow(node.children, inside), 'content', look, all, inside)
  return [
    xml('w:tbl', {}, [properties(node, look, all, context), grid, head, content]),
    spacer(Math.max(style.spaceAfter, body.spaceAfter)),
  ]
}

function properties(node: BoxBlock, look: TitledBox, all: number, context: BlockContext): XmlComponent {
  const sides = (['top', 'left', 'bottom', 'right'] as const).map(side =>
    isVisible(look, side)
      ? xml(`w:${side}`, {
          'w:val': 'single',
          'w:sz': eighths(look.borderWidth),
          'w:space': 0,
          'w:color': hex(look.borderColor),
        })
      : xml(`w:${side}`, { 'w:val': 'nil' }),
  )
  return xml('w:tblPr', {}, [
    xml('w:tblStyle', { 'w:val': tableStyles.box(node.kind) }),
    widthElement('w:tblW', all),
    widthElement('w:tblInd', textEdge(context)),
    xml('w:tblBorders', {}, sides),
    xml('w:tblLayout', { 'w:type': 'fixed' }),
    xml('w:tblLook', {
      'w:val': '0620',
      'w:firstRow': 1,
      'w:lastRow': 0,
      'w:firstColumn': 0,
      'w:lastColumn': 0,
      'w:noHBand': 1,
      'w:noVBand': 1,
    }),
    xml('w:tblCaption', { 'w:val': runText(plainText(node.title)) }),
  ])
}

/** Title and text are a head and a cell, as screen readers expect of a table; only the text may be split. */
function row(
  content: Blocks,
  part: 'head' | 'content',
  look: TitledBox,
  all: number,
  inside: BlockContext,
): XmlComponent {
  const { styles } = inside.build.edition.design
  const insets = boxInsets(look)
  const padding = {
    top: part === 'head' ? look.padding : 0,
    left: insets.left,
    // Its last paragraph brings the space that it has anywhere.
    bottom: part === 'head' ? 0 : Math.max(0, look.padding - styles.box.spaceAfter),
    right: insets.right,
  }
  const shading =
    look.background === ''
      ? []
      : [xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': hex(look.background) })]
  const cell = xml('w:tcPr', {}, [widthElement('w:tcW', all), ...shading, cellMargins('w:tcMar', padding)])
  const kept = part === 'head' ? [xml('w:trPr', {}, [xml('w:cantSplit'), xml('w:tblHeader')])] : []
  return xml('w:tr', {}, [...kept, closedCell(cell, content, inside)])
}
