/**
 * The structure tree (ISO 32000-1 14.7, 14.8) of a document, made from the opening and the publication's tree, in
 * their order. Drawing then fills its slots with marked content.
 */
import type { Handlers, Nothing, PublicationNode } from '../../publication/model.ts'
import type { OpeningBlock } from '../../publication/opening.ts'
import type { Dictionary, Reference } from './document.ts'

/** Standard structure types (14.8.4) and the ones of {@link roleMap}. */
export type StructureType =
  | 'Document'
  | 'Sect'
  | `H${1 | 2 | 3 | 4 | 5 | 6}`
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'BlockQuote'
  | 'Span'
  | 'Code'
  | 'Reference'
  | 'Link'
  | 'Figure'
  | keyof typeof roleMap

/** Types of PDF 2.0 that say more, and what they are to a reader of PDF 1.7. */
export const roleMap = { Title: 'P', Strong: 'Span', Em: 'Span' } as const

/** A structure element. */
export interface Element {
  readonly type: StructureType
  readonly parent: Element | null
  /** BCP 47. */
  readonly language: string
  /** T: what a reader may list the element under; '' for none. */
  readonly title: string
  /** Alt; '' for none. */
  readonly alternative: string
  readonly attributes: Dictionary | null
  readonly kids: (Element | Slot)[]
  /** Its annotations, with the page that each is on (14.7.4.3). */
  readonly annotations: { readonly page: Reference; readonly annotation: Reference }[]
}

/** A stretch of an element's own content: its marked-content sequences in reading order. */
export interface Slot {
  readonly element: Element
  readonly pieces: { readonly page: Reference; readonly mcid: number }[]
}

/** The tree with the ways into it from a mark's owner. */
export interface Structure {
  readonly root: Element
  readonly elements: ReadonlyMap<PublicationNode | OpeningBlock, Element>
  readonly texts: ReadonlyMap<PublicationNode | OpeningBlock, Slot>
  readonly labels: ReadonlyMap<PublicationNode | OpeningBlock, Slot>
  /** The emblem's figure; null where the emblem is decoration. Its BBox is set by whoever draws it. */
  readonly emblem: { readonly slot: Slot; readonly attributes: Dictionary } | null
}

interface Context {
  readonly parent: Element
  readonly elements: Map<PublicationNode | OpeningBlock, Element>
  readonly texts: Map<PublicationNode | OpeningBlock, Slot>
  readonly labels: Map<PublicationNode | OpeningBlock, Slot>
}

interface ElementOptions {
  readonly language?: string
  readonly title?: string
  readonly alternative?: string
  readonly attributes?: Dictionary
}

/**
 * @param language - the document's; only elements in another one say theirs
 * @param emblem - the emblem's alternative text; '' where it is decoration or there is none
 */
export function structureOf(
  opening: readonly OpeningBlock[],
  tree: Extract<PublicationNode, { type: 'root' }>,
  language: string,
  emblem: string,
): Structure {
  const root = newElement('Document', null, { language })
  const context = { parent: root, elements: new Map(), texts: new Map(), labels: new Map() }
  // The emblem begins the letterhead, which follows the brand's lines.
  const letterhead = opening.findIndex(({ role }) => role !== 'brandLine')
  const before = letterhead < 0 ? opening.length : letterhead
  placeOpening(opening.slice(0, before), context)
  const figure = emblem === '' ? null : figureIn(root, emblem)
  placeOpening(opening.slice(before), context)
  place(tree, context)
  return { root, elements: context.elements, texts: context.texts, labels: context.labels, emblem: figure }
}

function figureIn(parent: Element, alternative: string): Structure['emblem'] {
  const attributes: Dictionary = { O: 'Layout', Placement: 'Block' }
  return { slot: slotIn(newElement('Figure', parent, { alternative, attributes })), attributes }
}

const handlers = {
  root: (node, context) => {
    context.elements.set(node, context.parent)
    placeAll(node.children, context)
    return context.parent
  },
  section: (node, context) =>
    branch('Sect', node, context, { language: node.language, title: node.section.title }),
  heading: (node, context) => {
    const type = `H${Math.min(Math.max(node.depth, 1), 6) as 1 | 2 | 3 | 4 | 5 | 6}` as const
    const element = append(type, node, context, { language: node.language })
    labelIn(element, node, context)
    placeAll(node.children, { ...context, parent: element })
    return element
  },
  paragraph: (node, context) => branch('P', node, context, { language: node.language }),
  list: (node, context) =>
    branch('L', node, context, {
      language: node.language,
      attributes: { O: 'List', ListNumbering: node.ordered ? 'Decimal' : 'Disc' },
    }),
  listItem: (node, context) => {
    const item = append('LI', node, context, { language: node.language })
    labelIn(newElement('Lbl', item), node, context)
    placeAll(node.children, { ...context, parent: newElement('LBody', item) })
    return item
  },
  blockquote: (node, context) => branch('BlockQuote', node, context, { language: node.language }),
  thematicBreak: () => ({ nothing: 'its rule is an artifact' }),
  text: slotOf,
  strong: (node, context) => branch('Strong', node, context),
  emphasis: (node, context) => branch('Em', node, context),
  inlineCode: (node, context) => slotOf(node, { ...context, parent: append('Code', node, context) }),
  // The space that ends its line, so that words stay apart.
  break: slotOf,
  link: (node, context) => branch('Link', node, context),
  crossReference: (node, context) => {
    const link = newElement('Link', newElement('Reference', context.parent))
    context.elements.set(node, link)
    placeAll(node.children, { ...context, parent: link })
    return link
  },
  pageReference: slotOf,
} satisfies Handlers<Context, Element | Slot>

function place(node: PublicationNode, context: Context): Element | Slot | Nothing {
  // The table's key is the node's own type; the compiler cannot relate the two.
  const handle = handlers[node.type] as (node: PublicationNode, context: Context) => Element | Slot | Nothing
  return handle(node, context)
}

function placeAll(nodes: readonly PublicationNode[], context: Context): void {
  for (const node of nodes) place(node, context)
}

function branch(
  type: StructureType,
  node: Extract<PublicationNode, { children: readonly PublicationNode[] }>,
  context: Context,
  options: ElementOptions = {},
): Element {
  const element = append(type, node, context, options)
  placeAll(node.children, { ...context, parent: element })
  return element
}

/** Fields, one after the other, are a list of names and values; the label of any other block begins it. */
function placeOpening(blocks: readonly OpeningBlock[], context: Context): void {
  let fields: Element | null = null
  for (const block of blocks) {
    if (block.role === 'field') {
      fields ??= newElement('L', context.parent, { attributes: { O: 'List', ListNumbering: 'None' } })
      const item = append('LI', block, { ...context, parent: fields }, { language: block.language })
      labelIn(newElement('Lbl', item), block, context)
      placeAll(block.children, { ...context, parent: newElement('LBody', item) })
      continue
    }
    fields = null
    placeOpeningBlock(block, context)
  }
}

function placeOpeningBlock(block: OpeningBlock, context: Context): void {
  const { language } = block
  if (block.role === 'summary') {
    const section = append('Sect', block, context, { language, title: block.label })
    labelIn(newElement('P', section), block, context)
    placeAll(block.children, { ...context, parent: newElement('P', section) })
    return
  }
  const element = append(block.role === 'title' ? 'Title' : 'P', block, context, { language })
  labelIn(element, block, context)
  placeAll(block.children, { ...context, parent: element })
}

/** Content of the parent's own; what follows other such content directly goes on in its slot. */
function slotOf(node: PublicationNode, context: Context): Slot {
  const slot = slotIn(context.parent)
  context.texts.set(node, slot)
  return slot
}

function labelIn(element: Element, owner: PublicationNode | OpeningBlock, context: Context): void {
  context.labels.set(owner, slotIn(element))
}

function slotIn(element: Element): Slot {
  const last = element.kids.at(-1)
  if (last !== undefined && 'pieces' in last) return last
  const slot: Slot = { element, pieces: [] }
  element.kids.push(slot)
  return slot
}

function append(
  type: StructureType,
  node: PublicationNode | OpeningBlock,
  context: Context,
  options: ElementOptions = {},
): Element {
  const element = newElement(type, context.parent, options)
  context.elements.set(node, element)
  return element
}

function newElement(type: StructureType, parent: Element | null, options: ElementOptions = {}): Element {
  const element: Element = {
    type,
    parent,
    language: options.language ?? parent?.language ?? '',
    title: options.title ?? '',
    alternative: options.alternative ?? '',
    attributes: options.attributes ?? null,
    kids: [],
    annotations: [],
  }
  parent?.kids.push(element)
  return element
}
