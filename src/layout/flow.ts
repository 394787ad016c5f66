/** The tree as rows, one handler for each node type. */
import type { Role, TextStyle } from '../design/types.ts'
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
import { flowFigure } from './captioned.ts'
import { flowCode } from './code.ts'
import { flowColumns } from './columns.ts'
import { flowGlossary, flowIndex } from './entries.ts'
import { flowAddress, flowBox, flowDefinitions, flowDescription, flowSignature, flowTerm } from './framed.ts'
import { addEmpty, flowText, held, inFrame, type Place } from './place.ts'
import { breakCosts, makeRowList, moved, type Row, type RowList } from './rows.ts'
import type { Typesetter } from './setting.ts'
import { flowTable } from './table.ts'
import type { Mark, Owner } from './types.ts'

/** Adds the document's text to a row list. */
export function flowTree(root: Root, list: RowList, typesetter: Typesetter): void {
  const { page } = typesetter.design
  const width = page.width - page.margin.left - page.margin.right
  flowAll(root.children, {
    list,
    typesetter,
    x: page.margin.left,
    width,
    room: page.height - page.margin.top - page.margin.bottom,
    text: 'body',
    level: 0,
    align: null,
    spaceAfter: null,
    turns: true,
    flow: flowAll,
  })
}

/** The rows of every footnote by its id, for the feet of pages. */
export function flowNotes(root: Root, typesetter: Typesetter): ReadonlyMap<string, readonly Row[]> {
  const { page, notes: geometry } = typesetter.design
  const { spaceBetween } = geometry
  const width = page.width - page.margin.left - page.margin.right
  const style = typesetter.style('footnote')
  const notes = new Map<string, readonly Row[]>()
  for (const node of root.notes) {
    const list = makeRowList()
    const owner: Owner = { kind: 'content', node, part: 'label' }
    const flush = { ...style, align: 'left', indent: 0 } as const
    const [line] = typesetter.setLabel(typesetter.noteNumber(node.id), owner, flush, width, node.language)
    const indent = Math.max(style.size * 1.5, (line?.end ?? 0) + style.size / 2)
    list.anchor(node.id)
    list.label((line?.marks ?? []).map(mark => moved(mark, page.margin.left, 0)))
    const inside: Place = {
      list,
      typesetter,
      x: page.margin.left + indent,
      width: width - indent,
      // Text goes on above notes.
      room: (page.height - page.margin.top - page.margin.bottom) / 2,
      text: 'footnote',
      level: 0,
      align: null,
      // Paragraphs of a note stand apart as notes do.
      spaceAfter: spaceBetween,
      turns: false,
      flow: flowAll,
    }
    list.space(spaceBetween)
    flowAll(node.children, inside)
    if (list.openLabel()) addEmpty(inside, node)
    list.finish()
    notes.set(node.id, list.rows)
  }
  return notes
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
  delete: inline,
  superscript: inline,
  subscript: inline,
  styled: inline,
  span: inline,
  abbreviation: inline,
  footnoteReference: inline,
  image: inline,
  code: flowCode,
  figure: flowFigure,
  table: flowTable,
  tableRow: () => ({ nothing: 'set with its table' }),
  tableCell: () => ({ nothing: 'set with its table' }),
  footnoteDefinition: () => ({ nothing: 'stands at the foot of a page' }),
  definitionList: flowDefinitions,
  definitionTerm: flowTerm,
  definitionDescription: flowDescription,
  box: flowBox,
  columns: flowColumns,
  pageBreak: ({ id }, { list }) => {
    list.anchor(id)
    list.breakPage()
  },
  index: flowIndex,
  glossary: flowGlossary,
  signature: flowSignature,
  address: flowAddress,
} satisfies Handlers<Place, void>

function flowBlock(block: Block, place: Place): void {
  // Each handler takes the node type that it is filed under; the index type loses that.
  const handler = handlers[block.type] as (node: Block, place: Place) => unknown
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
  flowText(node, node.children, style, prefix, place)
}

function flowParagraph(node: Paragraph, place: Place): void {
  const role = node.role === 'repeat-reference' ? 'repeatReference' : place.text
  const style = paragraphStyle(place, role)
  const inner = node.role === 'inner-heading'
  flowText(node, node.children, inner ? headingIn(style, place) : style, null, place)
}

/** A heading inside a list, quotation, box, cell or note: text of its place, in bold, kept with what follows. */
function headingIn(style: TextStyle, { typesetter }: Place): TextStyle {
  const spaceBefore = typesetter.style('body').spaceAfter
  return { ...style, weight: 700, align: 'left', hyphenate: false, spaceBefore, keepWithNext: true }
}

/** Style of paragraphs in a place. Insets of quotations and descriptions are those of their frames. */
function paragraphStyle({ typesetter, spaceAfter }: Place, role: Role): TextStyle {
  const style = typesetter.style(role)
  const framed = role === 'quotation' || role === 'description' ? { insetLeft: 0, insetRight: 0 } : {}
  return { ...style, ...framed, spaceAfter: spaceAfter ?? style.spaceAfter }
}

/** Lists and quotations inside one another move in no further than leaves this measure, relative to the size. */
const narrowest = 12
/** Below this, labels of inner lists stand out of their measure rather than take from it. */
const narrowestLabelled = 4

function flowList(node: List, place: Place): void {
  const { list, typesetter, x, width, level } = place
  const { design } = typesetter
  const prose = isProse(place.text)
  const text = prose ? 'list' : place.text
  const style = typesetter.style(text)
  const tight = Math.min(typesetter.style('list').spaceAfter, style.spaceAfter)
  const spaceAfter = node.spread ? design.list.itemSpace : tight
  const bullets = design.list.bullets
  const bullet = bullets[level % Math.max(bullets.length, 1)] ?? '•'
  const items = node.children.map((item, index) => ({
    item,
    line: labelOf(
      item,
      node.ordered ? `${node.start + index}.` : bullet,
      { ...style, align: 'left', indent: 0 },
      width,
      typesetter,
    ),
  }))
  const gap = design.list.labelGap
  const widest = Math.max(0, ...items.map(({ line }) => line?.end ?? 0))
  const labelWidth = widest + gap
  // In a narrow cell the labels stand inside it too.
  const least = level === 0 || width - labelWidth >= narrowestLabelled * style.size ? labelWidth : 0
  const room = Math.max(least, width - narrowest * style.size)
  const indent = Math.min(Math.max(design.list.indent, labelWidth), room)
  const inside: Place = {
    ...place,
    x: x + indent,
    width: width - indent,
    text,
    level: level + 1,
    spaceAfter,
    turns: false,
  }

  list.space(style.spaceBefore)
  list.anchor(node.id)
  list.keep(breakCosts.beforeList)
  for (const { item, line } of items) {
    const at = x + indent - gap - (line?.end ?? 0)
    list.label((line?.marks ?? []).map(mark => moved(mark, at, 0)))
    flowItem(item, inside)
    list.space(spaceAfter)
  }
  if (level === 0) list.space(place.spaceAfter ?? typesetter.style(prose ? 'body' : text).spaceAfter)
}

/** Number or bullet; of a task, a box that is empty or checked. */
function labelOf(
  item: ListItem,
  text: string,
  style: TextStyle,
  width: number,
  typesetter: Typesetter,
): { readonly marks: readonly Mark[]; readonly end: number } | undefined {
  const owner: Owner = { kind: 'content', node: item, part: 'label' }
  if (item.task === 'none') return typesetter.setLabel(text, owner, style, width, item.language)[0]
  const box = item.task === 'done' ? '\u2611' : '\u2610'
  if (typesetter.has(box.codePointAt(0) ?? 0, style))
    return typesetter.setLabel(box, owner, style, width, item.language)[0]
  const side = style.size * 0.7
  const thin = style.size * 0.07
  const rule = (x: number, y: number, wide: number, high: number): Mark =>
    moved({ kind: 'rule', owner, x, y: y - side, width: wide, height: high, color: style.color }, 0, 0)
  const marks = [
    rule(0, 0, side, thin),
    rule(0, side - thin, side, thin),
    rule(0, 0, thin, side),
    rule(side - thin, 0, thin, side),
  ]
  if (item.task === 'done') marks.push(rule(side / 4, side / 4, side / 2, side / 2))
  return { marks, end: side }
}

function flowItem(item: ListItem, place: Place): void {
  place.list.anchor(item.id)
  flowAll(item.children, place)
  // An item without text, or with only a rule: its label stands alone.
  if (place.list.openLabel()) addEmpty(place, item)
}

function isProse(role: Role): boolean {
  return role === 'body' || role === 'list' || role === 'quotation'
}

/** Lines of a quotation that are better not cut from one another. */
const shortQuotation = 6

function flowQuotation(node: Blockquote, place: Place): void {
  const { list, typesetter, x, width } = place
  const style = typesetter.style('quotation')
  const { insetLeft, insetRight } = style
  const fits = width - insetLeft - insetRight >= narrowest * style.size
  const measure = fits ? { x: x + insetLeft, width: width - insetLeft - insetRight } : { x, width }
  const framed = { ...measure, room: place.room }
  // In a note, a box or a cell, what is quoted is no larger than what is said.
  const text = isProse(place.text) ? 'quotation' : place.text
  const body = typesetter.style('body').spaceAfter
  const around = text === 'quotation' ? body : (place.spaceAfter ?? body)
  list.space(Math.max(style.spaceBefore, around))
  list.anchor(node.id)
  const fill = () =>
    inFrame(list, typesetter.design.quotationBox, framed, inside =>
      flowAll(node.children, {
        ...place,
        ...inside,
        text,
        spaceAfter: text === 'quotation' ? null : place.spaceAfter,
        turns: false,
      }),
    )
  held(list, fill, shortQuotation * style.leading, breakCosts.inSmallFrame)
  list.space(Math.max(style.spaceAfter, around))
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
    breakCost: breakCosts.inParagraph,
    divides: true,
    reports: [],
    node: null,
  })
  // It parts what is above from what is below, which is on the same page then.
  list.keep(breakCosts.never)
}
