/** Blocks as paragraphs (ECMA-376 Part 1, 17.3.1). */
import { BookmarkEnd, BookmarkStart, BorderStyle, type IParagraphOptions, Paragraph } from 'docx'
import type { Role, TextStyle } from '../../design/types.ts'
import type {
  Block,
  Blockquote,
  Handlers,
  Heading,
  Inline,
  List,
  ListItem,
  NodeType,
  Paragraph as ParagraphNode,
} from '../../publication/model.ts'
import { blockBookmark, sectionBookmark } from './bookmarks.ts'
import type { Build } from './build.ts'
import { boxOptions, lookParagraph, lookRun } from './format.ts'
import { inlines } from './inlines.ts'
import { deepestLevel, listIndent, type Numbering, numberingOf } from './numbering.ts'
import { languageFormat, paragraphChildren, type RunFormat, type Runs, runContext } from './runs.ts'
import { boxInsets } from './style-properties.ts'
import { styleSheet } from './styles.ts'
import { eighths, hex, twips } from './units.ts'

export type Paragraphs = readonly Paragraph[]

type ParagraphRole = keyof typeof styleSheet & Role

/** Where a block stands. Lengths are points from the frame's edges. */
export interface BlockContext {
  readonly build: Build
  readonly container: 'text' | 'quotation' | 'item'
  /** Edges of the container; the quotation's style itself sets its text in from them. */
  readonly left: number
  readonly right: number
  /** Where the text of the innermost quotation begins. */
  readonly quoteEdge: number | null
  readonly list: ListState | null
  /** Nothing of the innermost list comes after this block. */
  readonly last: boolean
}

interface ListState {
  readonly numbering: Numbering
  readonly level: number
  readonly instance: number
  /** The item's number waits for its first paragraph. */
  readonly item: { waiting: boolean }
  /** Points after its paragraphs, and after the last one. */
  readonly space: number
  readonly spaceAtEnd: number
}

export const blockHandlers = {
  root: (node, context) => blocks(node.children, context),
  section(node, context) {
    context.build.openingSections.push(node.id)
    return blocks(node.children, context)
  },
  heading: (node, context) => [heading(node, context)],
  paragraph: (node, context) => [leaf(node, paragraphRole(node, context), node.children, context)],
  list,
  listItem,
  blockquote,
  thematicBreak: (_, context) => [thematicBreak(context)],
} satisfies Pick<Handlers<BlockContext, Paragraphs>, Exclude<NodeType, Inline['type']>>

/** The whole text of a document. */
export function body(build: Build): Paragraphs {
  const context: BlockContext = {
    build,
    container: 'text',
    left: 0,
    right: 0,
    quoteEdge: null,
    list: null,
    last: false,
  }
  return blockHandlers.root(build.edition.publication.tree, context)
}

function blocks(nodes: readonly Block[], context: BlockContext): Paragraphs {
  return nodes.flatMap((node, index) => {
    // TypeScript does not relate a handler's parameter to the node that chose it.
    const handler = blockHandlers[node.type] as (node: Block, context: BlockContext) => Paragraphs
    return handler(node, { ...context, last: context.last && index === nodes.length - 1 })
  })
}

function heading(node: Heading, context: BlockContext): Paragraph {
  const role = headingRole(node.depth)
  const look = headingRole(node.look)
  const style = context.build.edition.design.styles[look]
  const number: readonly Inline[] =
    node.number === '' ? [] : [{ type: 'text', value: `${node.number} `, place: node.place }]
  const direct = look === role ? undefined : { run: lookRun(style), paragraph: lookParagraph(style) }
  return leaf(node, role, [...number, ...node.children], context, direct)
}

/** Roles of headings; the model's levels are 1 to 6. */
function headingRole(level: number): ParagraphRole {
  return (
    (['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'] as const)[level - 1] ??
    'heading6'
  )
}

function paragraphRole(node: ParagraphNode, context: BlockContext): ParagraphRole {
  if (node.role === 'repeat-reference') return 'repeatReference'
  return ({ text: 'body', quotation: 'quotation', item: 'list' } as const)[context.container]
}

function list(node: List, context: BlockContext): Paragraphs {
  const { build, list: outer } = context
  const { design } = build.edition
  const level = outer === null ? 0 : outer.level + 1
  const numbering = numberingOf(node, Math.min(level, deepestLevel), design)
  build.numberings.set(numbering.reference, numbering)
  const instance = node.ordered ? ++build.listCount : 0
  const space = node.spread ? design.list.itemSpace : design.styles.list.spaceAfter
  const after = outer === null ? design.styles.body.spaceAfter : context.last ? outer.spaceAtEnd : outer.space
  const spaceAtEnd = Math.max(space, after)
  // A list that opens an item: the item's own number stands on a line of its own.
  const label = outer?.item.waiting === true ? [paragraph('list', [], context)] : []
  const left = textEdge(context) + listIndent(node, design)
  const items = node.children.flatMap((item, index) =>
    listItem(item, {
      ...context,
      container: 'item',
      left,
      right: rightEdge(context),
      list: { numbering, level, instance, item: { waiting: true }, space, spaceAtEnd },
      last: index === node.children.length - 1,
    }),
  )
  return [...label, ...items]
}

function listItem(node: ListItem, context: BlockContext): Paragraphs {
  const paragraphs = blocks(node.children, context)
  return paragraphs.length > 0 ? paragraphs : [paragraph('list', [], context)]
}

function blockquote(node: Blockquote, context: BlockContext): Paragraphs {
  const left = textEdge(context)
  const inner: BlockContext = {
    ...context,
    container: 'quotation',
    left,
    right: rightEdge(context),
    quoteEdge: left + quotationInsets(context.build).left,
  }
  return blocks(node.children, inner)
}

/** Points from the frame to where a container's text begins. */
function textEdge(context: BlockContext): number {
  return context.left + (context.container === 'quotation' ? quotationInsets(context.build).left : 0)
}

function rightEdge(context: BlockContext): number {
  return context.right + (context.container === 'quotation' ? quotationInsets(context.build).right : 0)
}

function quotationInsets(build: Build) {
  const { quotationBox, styles } = build.edition.design
  const { left, right } = boxInsets(quotationBox)
  return { left: styles.quotation.insetLeft + left, right: styles.quotation.insetRight + right }
}

function thematicBreak(context: BlockContext): Paragraph {
  const { furniture, styles } = context.build.edition.design
  const border = {
    style: BorderStyle.SINGLE,
    color: hex(furniture.ruleColor),
    size: eighths(furniture.ruleWidth),
    space: 1,
  }
  return paragraph('body', [], context, {
    border: { bottom: border },
    spacing: { before: 0, after: twips(styles.body.leading), line: twips(styles.body.leading / 2) },
  })
}

/** A paragraph that holds text of the tree, under a bookmark with the block's id. */
function leaf(
  node: Heading | ParagraphNode,
  role: ParagraphRole,
  children: readonly Inline[],
  context: BlockContext,
  direct: { readonly run: RunFormat; readonly paragraph: IParagraphOptions } = { run: {}, paragraph: {} },
): Paragraph {
  const { build } = context
  const look = node.type === 'heading' ? headingRole(node.look) : role
  const runs = inlines(
    children,
    runContext(build, build.edition.design.styles[look], node.language, direct.run),
  )
  const mark = languageFormat(node.language, build)
  const options = mark.language === undefined ? direct.paragraph : { ...direct.paragraph, run: mark }
  return paragraph(role, bookmarked(blockBookmark(node.id), runs, build), context, options)
}

function paragraph(
  role: ParagraphRole,
  runs: Runs,
  context: BlockContext,
  options: IParagraphOptions = {},
): Paragraph {
  const { build, list: state } = context
  const labelled = state?.item.waiting === true
  const numbering = labelled
    ? {
        reference: state.numbering.reference,
        instance: state.instance,
        level: Math.min(state.level, deepestLevel),
      }
    : undefined
  if (labelled) state.item.waiting = false
  const sections = build.openingSections.splice(0)
  const children = sections.reduceRight<Runs>(
    (inner, id) => bookmarked(sectionBookmark(id), inner, build),
    runs,
  )
  return new Paragraph({
    ...placement(role, context, labelled),
    ...options,
    ...(numbering === undefined ? {} : { numbering }),
    ...(role === 'body' ? {} : { style: styleSheet[role].id }),
    children: paragraphChildren(children),
  })
}

/** Indents, list spacing and the quotation's bar, where they are not what the style itself has. */
function placement(role: ParagraphRole, context: BlockContext, labelled: boolean): IParagraphOptions {
  const { build, quoteEdge } = context
  const { design } = build.edition
  const style = design.styles[role]
  const quotation = role === 'quotation'
  const insets = quotation ? quotationInsets(build) : { left: style.insetLeft, right: style.insetRight }
  const left = (quotation ? context.left : textEdge(context)) + insets.left
  const right = (quotation ? context.right : rightEdge(context)) + insets.right
  const hanging = labelled ? design.list.labelGap : 0
  // A style's indents and those of a numbering level meet differently in Word and elsewhere: a label has its own.
  const moved = labelled || left !== insets.left || right !== insets.right
  const indent = {
    left: twips(left),
    right: twips(right),
    ...(labelled ? { hanging: twips(hanging) } : { firstLine: twips(Math.max(0, style.indent)) }),
  }
  // Word hangs a border left of the label.
  const bar =
    quoteEdge === null || quotation ? {} : boxOptions(design.quotationBox, left - hanging - quoteEdge)
  return { ...(moved ? { indent } : {}), ...listSpacing(style, context), ...bar }
}

function listSpacing(style: TextStyle, { list, last }: BlockContext): IParagraphOptions {
  const after = list === null ? style.spaceAfter : last ? list.spaceAtEnd : list.space
  return after === style.spaceAfter ? {} : { spacing: { after: twips(after) } }
}

function bookmarked(name: string, runs: Runs, build: Build): Runs {
  const id = build.bookmarkCount++
  return [new BookmarkStart(name, id), ...runs, new BookmarkEnd(id)]
}
