/** The tree as rows, one handler for each node type. */
import type { Box, Role, TextStyle } from '../design/types.ts'
import type {
  Block,
  Blockquote,
  Handlers,
  Heading,
  List,
  ListItem,
  Nothing,
  Paragraph,
  Root,
  SectionNode,
} from '../publication/model.ts'
import { addLines, breakCosts, type Frame, moved, type RowList } from './rows.ts'
import type { Typesetter } from './setting.ts'
import type { Mark, Owner } from './types.ts'

/** Where a block stands and what stands around it. */
interface Place {
  readonly list: RowList
  readonly typesetter: Typesetter
  readonly x: number
  readonly width: number
  /** Style of paragraphs here. */
  readonly text: Role
  /** Lists around. */
  readonly level: number
}

/** Adds the document's text to a row list. */
export function flowTree(root: Root, list: RowList, typesetter: Typesetter): void {
  const { page } = typesetter.design
  const width = page.width - page.margin.left - page.margin.right
  flowAll(root.children, { list, typesetter, x: page.margin.left, width, text: 'body', level: 0 })
}

function flowAll(blocks: readonly Block[], place: Place): void {
  for (const block of blocks) flowBlock(block, place)
}

const inline = (): Nothing => ({ nothing: 'set with the block that holds it' })

const handlers = {
  root: (root, place) => flowAll(root.children, place),
  section: flowSection,
  heading: flowHeading,
  paragraph: flowParagraph,
  list: flowList,
  listItem: (item, place) => flowAll(item.children, place),
  blockquote: flowQuotation,
  thematicBreak: ({ id }, place) => flowRule(id, place),
  text: inline,
  strong: inline,
  emphasis: inline,
  inlineCode: inline,
  break: inline,
  link: inline,
  crossReference: inline,
  pageReference: inline,
} satisfies Handlers<Place, void>

function flowBlock(block: Block, place: Place): void {
  // Each handler takes the node type that it is filed under; the index type loses that.
  const handler = handlers[block.type] as (node: Block, place: Place) => void
  handler(block, place)
}

function flowSection(node: SectionNode, place: Place): void {
  place.list.anchor(node.id)
  if (node.section.id !== node.id) place.list.anchor(node.section.id)
  place.list.section(node.section)
  flowAll(node.children, place)
}

const headings = ['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'] as const

function flowHeading(node: Heading, place: Place): void {
  const style = place.typesetter.style(headings[node.look - 1] ?? 'heading6')
  const owner: Owner = { kind: 'content', node, part: 'label' }
  const prefix = node.number === '' ? null : { text: `${node.number} `, owner }
  flowText(node, style, prefix, place)
}

function flowParagraph(node: Paragraph, place: Place): void {
  const role = node.role === 'repeat-reference' ? 'repeatReference' : place.text
  const style = place.typesetter.style(role)
  // A quotation's insets are those of its frame.
  flowText(node, role === 'quotation' ? { ...style, insetLeft: 0, insetRight: 0 } : style, null, place)
}

function flowText(
  node: Heading | Paragraph,
  style: TextStyle,
  prefix: { text: string; owner: Owner } | null,
  { list, typesetter, x, width }: Place,
): void {
  const measure = width - style.insetLeft - style.insetRight
  const lines = typesetter.set({
    key: node,
    children: node.children,
    language: node.language,
    style,
    width: measure,
    prefix,
  })
  list.space(style.spaceBefore)
  list.anchor(node.id)
  addLines(list, lines, {
    x: x + style.insetLeft,
    baseline: typesetter.baseline(style),
    leading: style.leading,
    block: node.id,
    node,
  })
  list.space(style.spaceAfter)
  if (style.keepWithNext) list.keep(breakCosts.never)
}

/** Lists and quotations inside one another move in no further than leaves this measure, relative to the size. */
const narrowest = 12

function flowList(node: List, place: Place): void {
  const { list, typesetter, x, width, level } = place
  const { design } = typesetter
  const style = typesetter.style('list')
  const bullets = design.list.bullets
  const bullet = bullets[level % Math.max(bullets.length, 1)] ?? '•'
  const labels = node.children.map((item, index) => ({
    item,
    line: typesetter.setLabel(
      node.ordered ? `${node.start + index}.` : bullet,
      { kind: 'content', node: item, part: 'label' },
      { ...style, align: 'left', indent: 0 },
      width,
      item.language,
    )[0],
  }))
  const gap = design.list.labelGap
  const widest = Math.max(0, ...labels.map(({ line }) => line?.end ?? 0))
  const room = Math.max(0, width - narrowest * style.size)
  const indent = Math.min(Math.max(design.list.indent, widest + gap), room)
  const inside: Place = { ...place, x: x + indent, width: width - indent, text: 'list', level: level + 1 }

  list.space(style.spaceBefore)
  list.anchor(node.id)
  list.keep(breakCosts.beforeList)
  for (const { item, line } of labels) {
    const at = x + indent - gap - (line?.end ?? 0)
    list.label((line?.marks ?? []).map(mark => moved(mark, at, 0)))
    flowItem(item, style, inside)
    list.space(node.spread ? design.list.itemSpace : style.spaceAfter)
  }
  if (level === 0) list.space(typesetter.style('body').spaceAfter)
}

function flowItem(item: ListItem, style: TextStyle, place: Place): void {
  const { list, typesetter } = place
  list.anchor(item.id)
  flowAll(item.children, place)
  // An item without text, or with only a rule: its label stands alone.
  if (list.openLabel()) addEmpty(list, style.leading, typesetter.baseline(style), item)
}

function addEmpty(list: RowList, height: number, baseline: number, node: ListItem): void {
  list.add({ height, marks: [], baseline, breakCost: 0, reports: [], node })
}

function flowQuotation(node: Blockquote, place: Place): void {
  const { list, typesetter, x, width } = place
  const style = typesetter.style('quotation')
  const { insetLeft, insetRight } = style
  const fits = width - insetLeft - insetRight >= narrowest * style.size
  const framed = fits ? { x: x + insetLeft, width: width - insetLeft - insetRight } : { x, width }
  list.space(style.spaceBefore)
  list.anchor(node.id)
  inFrame(list, typesetter.design.quotationBox, framed, inside =>
    flowAll(node.children, { ...place, ...inside, text: 'quotation' }),
  )
  list.space(Math.max(style.spaceAfter, typesetter.style('body').spaceAfter))
}

/** A frame inside many others has no padding left and right rather than less than this to write in, points. */
const smallestFrame = 100

/** Adds rows inside a design's box. */
export function inFrame(
  list: RowList,
  box: Box,
  { x, width }: { x: number; width: number },
  fill: (inside: { x: number; width: number }) => void,
): void {
  const { background, borderColor, borderSide, borderWidth, padding } = box
  const left = borderSide === 'left' || borderSide === 'all' ? borderWidth : 0
  const right = borderSide === 'all' ? borderWidth : 0
  const top = borderSide === 'top' || borderSide === 'all' ? borderWidth : 0
  const bottom = borderSide === 'bottom' || borderSide === 'all' ? borderWidth : 0
  const frame: Frame = { x, width, background, borderColor, borderSide, borderWidth }
  // Beside a mere rule the padding only sets the text off from it.
  const inner = background === '' && borderSide !== 'all' ? 0 : padding
  const empty = list.rows.length
  list.open(frame, top + (borderSide === 'top' ? padding : inner))
  const before = left + (left > 0 ? padding : inner)
  const after = right + inner
  const fits = width - before - after >= smallestFrame
  fill(fits ? { x: x + before, width: width - before - after } : { x, width })
  list.close(list.rows.length === empty ? 0 : bottom + (borderSide === 'bottom' ? padding : inner))
}

function flowRule(id: string, { list, typesetter, x, width }: Place): void {
  const { furniture } = typesetter.design
  const { leading } = typesetter.style('body')
  const height = Math.max(furniture.ruleWidth, 0.25)
  const mark: Mark = {
    kind: 'rule',
    owner: { kind: 'artifact', role: 'rule' },
    x,
    y: (leading - height) / 2,
    width,
    height,
    color: furniture.ruleColor,
  }
  list.anchor(id)
  list.add({
    height: leading,
    marks: [moved(mark, 0, 0)],
    baseline: leading / 2,
    breakCost: 0,
    reports: [],
    node: null,
  })
}
