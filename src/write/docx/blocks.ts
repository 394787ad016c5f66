/** Blocks as paragraphs (ECMA-376 Part 1, 17.3.1). */
import { BorderStyle, type IParagraphOptions, type Paragraph } from 'docx'
import type {
  Block,
  Columns,
  Handlers,
  Heading,
  Inline,
  List,
  ListItem,
  NodeType,
  Paragraph as ParagraphNode,
} from '../../publication/model.ts'
import { box } from './boxes.ts'
import { SectionBreak } from './breaks.ts'
import type { Build } from './build.ts'
import { figure } from './captioned.ts'
import {
  type BlockContext,
  type Blocks,
  levelsAround,
  type ParagraphRole,
  rightEdge,
  room,
  styleInsets,
  textEdge,
} from './context.ts'
import { glossary, index } from './entries.ts'
import { lookParagraph, lookRun } from './format.ts'
import { address, code, definitionDescription, definitionTerm, signature } from './framed.ts'
import type { HeadingNumber } from './heading-numbers.ts'
import { inlines } from './inlines.ts'
import { listIndent, numberOf } from './numbering.ts'
import { labelAlone, leaf, leafOf, numberingOptions, paragraph } from './paragraphs.ts'
import { quotation } from './quotations.ts'
import { runContext } from './runs.ts'
import { columnGap } from './section.ts'
import { styleOf } from './styles.ts'
import { table } from './tables.ts'
import { eighths, hex, measure, twips } from './units.ts'

export const blockHandlers = {
  root: (node, context) => blocks(node.children, context),
  section(node, context) {
    context.build.openingSections.push(node.id)
    return blocks(node.children, context)
  },
  heading: (node, context) => [heading(node, context)],
  paragraph: (node, context) =>
    node.role === 'inner-heading'
      ? [innerHeading(node, context)]
      : [leaf(node, paragraphRole(node, context), node.children, context)],
  list,
  listItem,
  blockquote: quotation,
  thematicBreak: (_, context) => [thematicBreak(context)],
  code,
  figure,
  table,
  tableRow: () => within('table'),
  tableCell: () => within('table'),
  footnoteDefinition: () => within('part of footnotes'),
  definitionList: (node, context) => blocks(node.children, context),
  definitionTerm,
  definitionDescription,
  box,
  columns,
  pageBreak(_, { build }) {
    build.pageBreak = true
    return []
  },
  index,
  glossary,
  signature,
  address,
} satisfies Pick<Handlers<BlockContext, Blocks>, Exclude<NodeType, Inline['type']>>

/** These are written with what holds them, and never come here. */
function within(what: string): never {
  throw new Error(`a block outside its ${what}`)
}

/** Of what stands right in the text. */
export function bodyContext(build: Build): BlockContext {
  return {
    build,
    flow: blocks,
    container: 'text',
    role: 'body',
    left: 0,
    right: 0,
    width: measure(build.edition.design),
    frame: null,
    list: null,
    outerLevels: 0,
    last: false,
    after: null,
    align: null,
    hang: 0,
    keepNext: false,
    columns: 1,
    note: null,
  }
}

/** The whole text of a document, block by block. */
export function body(build: Build): Iterable<Blocks> {
  return sectionByBlock(build.edition.publication.tree.children, bodyContext(build))
}

function* sectionByBlock(nodes: readonly Block[], context: BlockContext): Generator<Blocks> {
  for (const node of nodes) {
    if (node.type === 'section') {
      context.build.openingSections.push(node.id)
      yield* sectionByBlock(node.children, context)
    } else yield blocks([node], context)
  }
}

function blocks(nodes: readonly Block[], context: BlockContext): Blocks {
  return nodes.flatMap((node, index) => {
    // TypeScript does not relate a handler's parameter to the node that chose it.
    const handler = blockHandlers[node.type] as (node: Block, context: BlockContext) => Blocks
    return handler(node, { ...context, last: context.last && index === nodes.length - 1 })
  })
}

function heading(node: Heading, context: BlockContext): Paragraph {
  const { build } = context
  const role = headingRole(node.depth)
  const look = headingRole(node.look)
  const style = styleOf(look, build.edition.design)
  const direct =
    look === role ? { run: {}, paragraph: {} } : { run: lookRun(style), paragraph: lookParagraph(style) }
  const counted = build.headings.counted.get(node.id)
  const number: readonly Inline[] =
    node.number === '' || counted !== undefined
      ? []
      : [{ type: 'text', value: `${node.number} `, place: node.place }]
  const around = runContext(build, style, node.language, direct.run, room(context))
  return leafOf(node, role, inlines([...number, ...node.children], around), context, {
    ...direct.paragraph,
    ...headingNumbering(counted, build),
    // The number looks like the paragraph's mark.
    ...(look === role || counted === undefined ? {} : { run: direct.run }),
  })
}

function headingNumbering(counted: HeadingNumber | undefined, { headings }: Build): IParagraphOptions {
  if (counted === 'style') return {}
  if (counted !== undefined) return numberingOptions(counted.list, counted.level)
  return headings.styles === 0 ? {} : { numbering: false }
}

/** Roles of headings; the model's levels are 1 to 6. */
function headingRole(level: number): ParagraphRole {
  return (
    (['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'] as const)[level - 1] ??
    'heading6'
  )
}

function paragraphRole({ role }: ParagraphNode, context: BlockContext): ParagraphRole {
  if (role === 'repeat-reference') return 'repeatReference'
  return role === 'signature' || role === 'address' ? role : context.role
}

/** In the look of the text where it stands, which a style of its own cannot have everywhere. */
function innerHeading(node: ParagraphNode, context: BlockContext): Paragraph {
  const { build } = context
  const { design } = build.edition
  const { body } = design.styles
  const around = styleOf(context.role, design)
  const { weight } = styleOf('innerHeading', design)
  const bold = { ...around, weight }
  const same = around.family === body.family && around.size === body.size && around.color === body.color
  const direct = same ? {} : lookRun(bold)
  const runs = inlines(node.children, runContext(build, bold, node.language, direct, room(context)))
  const { spacing } = lookParagraph(around)
  return leafOf(node, 'innerHeading', runs, context, same || spacing === undefined ? {} : { spacing })
}

/** Roles whose lists look like lists of the body; others keep their own look. */
const prose: ReadonlySet<ParagraphRole> = new Set<ParagraphRole>(['body', 'list', 'quotation'])

function list(node: List, context: BlockContext): Blocks {
  const { build, list: outer } = context
  const { design } = build.edition
  const level = levelsAround(context)
  const number = numberOf(node, level, context.outerLevels, design, build.numbering)
  const role = prose.has(context.role) ? 'list' : context.role
  const tight = Math.min(design.styles.list.spaceAfter, styleOf(role, design).spaceAfter)
  const space = node.spread ? design.list.itemSpace : tight
  const around = styleOf(role === 'list' ? 'body' : role, design).spaceAfter
  const after = outer === null ? around : context.last ? outer.spaceAtEnd : outer.space
  const spaceAtEnd = Math.max(space, after)
  // A list that opens an item: the item's own number stands on a line of its own.
  const label = labelAlone(role, context)
  const indent = listIndent(node, design)
  // Where its paragraphs have a style with insets of its own, they have it twice else.
  const left = textEdge(context) + indent - styleInsets(role, build).left
  const items = node.children.flatMap((item, index) =>
    listItem(item, {
      ...context,
      container: 'text',
      role,
      left,
      right: rightEdge(context) - styleInsets(role, build).right,
      list: {
        number,
        level,
        item: { waiting: true, task: item.task },
        indent,
        space,
        spaceAtEnd,
      },
      last: index === node.children.length - 1,
    }),
  )
  return [...label, ...items]
}

function listItem(node: ListItem, context: BlockContext): Blocks {
  const paragraphs = blocks(node.children, context)
  return paragraphs.length > 0 ? paragraphs : [paragraph(context.role, [], context)]
}

/** In a section of its own, which Word balances where it ends. */
function columns(node: Columns, context: BlockContext): Blocks {
  if (context.columns === 0) return blocks(node.children, context)
  const gaps = columnGap(context.build.edition.design.styles) * (node.count - 1)
  const width = (context.width - gaps) / node.count
  return [
    new SectionBreak({ columns: context.columns, landscape: false }),
    ...blocks(node.children, { ...context, width, columns: node.count }),
    new SectionBreak({ columns: node.count, landscape: false }),
  ]
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
