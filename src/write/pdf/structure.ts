/**
 * The structure tree (ISO 32000-1 14.7, 14.8) of a document, made from the opening and the publication's tree, in
 * their order. Drawing then fills its slots with marked content.
 */
import type {
  DefinitionList,
  FootnoteDefinition,
  Glossary,
  Handlers,
  Index,
  Inline,
  Nothing,
  PublicationNode,
  TableCell,
} from '../../publication/model.ts'
import type { OpeningBlock } from '../../publication/opening.ts'
import {
  append,
  type Context,
  type Element,
  type ElementOptions,
  labelIn,
  newElement,
  type Owned,
  type Slot,
  type StructureType,
  slotIn,
  slotOf,
  type Words,
} from './elements.ts'
import { placeOpening } from './opening-structure.ts'
import { plainText } from './plain-text.ts'
import type { Dictionary } from './syntax.ts'
import { placeRows } from './table-structure.ts'

/** The tree with the ways into it from a mark's owner. */
export interface Structure {
  readonly root: Element
  readonly elements: ReadonlyMap<Owned, Element>
  readonly texts: ReadonlyMap<Owned, Slot>
  readonly labels: ReadonlyMap<Owned, Slot>
  /** The emblem's figure; null where the emblem is decoration. */
  readonly emblem: Slot | null
}

/** @param language - the document's; only elements in another one say theirs */
export function structureOf(
  opening: readonly OpeningBlock[],
  tree: Extract<PublicationNode, { type: 'root' }>,
  language: string,
  words: Words,
): Structure {
  const root = newElement('Document', null, { language })
  const notes = new Map(tree.notes.map(note => [note.id, note]))
  const context: Context = {
    parent: root,
    elements: new Map(),
    texts: new Map(),
    labels: new Map(),
    notes,
    words,
    language,
  }
  // The emblem begins the letterhead, which follows the brand's lines.
  const letterhead = opening.findIndex(({ role }) => role !== 'brandLine')
  const before = letterhead < 0 ? opening.length : letterhead
  placeOpening(opening.slice(0, before), context, placeAll)
  const emblem =
    words.emblem === ''
      ? null
      : slotIn(newElement('Figure', root, { alternative: words.emblem, attributes: layout('Block') }))
  placeOpening(opening.slice(before), context, placeAll)
  place(tree, context)
  for (const note of notes.values()) placeNote(note, context)
  return { root, elements: context.elements, texts: context.texts, labels: context.labels, emblem }
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
    placeNotes(node.children, context)
    return element
  },
  paragraph: (node, context) => {
    const element = branch('P', node, context, { language: node.language })
    placeNotes(node.children, context)
    return element
  },
  list: (node, context) =>
    branch('L', node, context, {
      language: node.language,
      attributes: { O: 'List', ListNumbering: node.ordered ? 'Decimal' : 'Disc' },
    }),
  listItem: (node, context) => {
    const { taskDone, taskOpen } = context.words
    const item = append('LI', node, context, { language: node.language })
    const alternative = { none: '', open: taskOpen, done: taskDone }[node.task]
    labelIn(newElement('Lbl', item, { alternative }), node, context)
    placeAll(node.children, { ...context, parent: newElement('LBody', item) })
    return item
  },
  blockquote: (node, context) => branch('BlockQuote', node, context, { language: node.language }),
  thematicBreak: () => ({ nothing: 'its rule is an artifact' }),
  code: (node, context) => {
    const paragraph = append('P', node, context, { language: node.language })
    return slotOf(node, { ...context, parent: newElement('Code', paragraph, { title: node.syntax }) })
  },
  // Readers stop at the alternative text of a figure: its caption follows it, beside it.
  figure: (node, context) => {
    const group = append('Div', node, context, { language: node.language })
    if (!node.decorative) slotOf(node, { ...context, parent: figureIn(group, node.alternative, 'Block') })
    captionIn(group, node, context)
    return group
  },
  table: (node, context) => {
    const table = append('Table', node, context, { language: node.language })
    captionIn(table, node, context)
    placeRows(node, table, context, placeCell)
    placeAll(node.note, context)
    return table
  },
  tableRow: () => ({ nothing: 'placed by its table' }),
  tableCell: () => ({ nothing: 'placed by its table' }),
  footnoteDefinition: placeNote,
  definitionList: placeDefinitions,
  definitionTerm: (node, context) => {
    const label = branch('Lbl', node, context, { language: node.language })
    placeNotes(node.children, { ...context, parent: label })
    return label
  },
  definitionDescription: (node, context) => branch('LBody', node, context, { language: node.language }),
  box: (node, context) => {
    const title = plainText({ type: 'strong', children: node.title, place: node.place })
    const element = append('Aside', node, context, { language: node.language, title })
    const within = { ...context, parent: element }
    placeAll(node.title, { ...context, parent: newElement('BoxTitle', element) })
    placeNotes(node.title, within)
    placeAll(node.children, within)
    return element
  },
  columns: (node, context) => branch('Div', node, context, { language: node.language }),
  pageBreak: () => ({ nothing: 'pages are broken by layout' }),
  index: placeIndex,
  glossary: placeGlossary,
  signature: (node, context) => branch('Div', node, context, { language: node.language }),
  address: (node, context) => branch('Div', node, context, { language: node.language }),
  text: slotOf,
  strong: (node, context) => branch('Strong', node, context),
  emphasis: (node, context) => branch('Em', node, context),
  inlineCode: (node, context) => slotOf(node, { ...context, parent: append('Code', node, context) }),
  // The space that ends its line, so that words stay apart.
  break: slotOf,
  delete: (node, context) => styledSpan(node, context, { TextDecorationType: 'LineThrough' }),
  superscript: (node, context) => styledSpan(node, context, { BaselineShift: context.words.raise }),
  subscript: (node, context) => styledSpan(node, context, { BaselineShift: -context.words.drop }),
  styled: (node, context) => {
    if (node.style === 'keyboard') return branch('Code', node, context)
    if (node.style === 'highlight') {
      return styledSpan(node, context, { BackgroundColor: components(context.words.highlight) })
    }
    if (node.style === 'small-caps') return branch('Span', node, context)
    return styledSpan(node, context, { TextDecorationType: 'Underline' })
  },
  span: (node, context) => branch('Span', node, context, { language: node.language }),
  abbreviation: (node, context) => {
    const element = append('Span', node, context, { expansion: node.expansion })
    return slotOf(node, { ...context, parent: element })
  },
  footnoteReference: (node, context) => {
    const link = append('Link', node, { ...context, parent: newElement('Reference', context.parent) })
    return slotOf(node, { ...context, parent: newElement('Lbl', link) })
  },
  image: (node, context) => {
    if (node.decorative) return { nothing: 'an ornament is an artifact' }
    return slotOf(node, { ...context, parent: figureIn(context.parent, node.alternative, 'Inline') })
  },
  link: (node, context) => branch('Link', node, context),
  crossReference: (node, context) => {
    const link = append('Link', node, { ...context, parent: newElement('Reference', context.parent) })
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

function styledSpan(
  node: Extract<Inline, { children: readonly Inline[] }>,
  context: Context,
  style: Dictionary,
): Element {
  return branch('Span', node, context, { attributes: { O: 'Layout', ...style } })
}

function layout(placement: 'Block' | 'Inline'): Dictionary {
  return { O: 'Layout', Placement: placement }
}

/** Its BBox is set by whoever draws it. */
function figureIn(parent: Element, alternative: string, placement: 'Block' | 'Inline'): Element {
  return newElement('Figure', parent, { alternative, attributes: layout(placement) })
}

/** The label («Figura 3. ») and the words of a caption; an element that stays empty is never written. */
function captionIn(
  parent: Element,
  node: Extract<PublicationNode, { caption: readonly Inline[] }>,
  context: Context,
): void {
  const caption = newElement('Caption', parent)
  const within = { ...context, parent: caption }
  // «Figura 3. » is in the document's language, whatever the figure's.
  const { language } = context
  labelIn(node.language === language ? caption : newElement('Span', caption, { language }), node, context)
  placeAll(node.caption, within)
  placeNotes(node.caption, within)
}

/** A cell of one paragraph holds its text itself. */
function placeCell(cell: TableCell, element: Element, context: Context): void {
  const [only, more] = cell.children
  if (only?.type !== 'paragraph' || more !== undefined || only.language !== element.language) {
    placeAll(cell.children, context)
    return
  }
  context.elements.set(only, element)
  placeAll(only.children, context)
  placeNotes(only.children, context)
}

/** Terms and the descriptions that follow them are an item; the next term begins another. */
function placeDefinitions(node: DefinitionList, context: Context): Element {
  const attributes = { O: 'List', ListNumbering: 'None' }
  const list = append('L', node, context, { language: node.language, attributes })
  let item: Element | null = null
  let described = false
  for (const child of node.children) {
    if (item === null || (described && child.type === 'definitionTerm')) item = newElement('LI', list)
    described = child.type === 'definitionDescription'
    place(child, { ...context, parent: item })
  }
  return list
}

/** Notes stand in the structure behind the block that refers to them first, wherever on the page they are. */
function placeNotes(nodes: readonly Inline[], context: Context): void {
  for (const node of nodes) {
    if (node.type === 'footnoteReference') {
      const note = context.notes.get(node.target)
      // Before its own text, which may refer to it again.
      context.notes.delete(node.target)
      if (note !== undefined) placeNote(note, context)
    } else if ('children' in node) placeNotes(node.children, context)
  }
}

function placeNote(node: FootnoteDefinition, context: Context): Element {
  const { id, language } = node
  const note = newElement('Note', context.parent, { id, language, attributes: layout('Block') })
  const number = newElement('Lbl', note)
  // It leads back to the text, but for a note that nothing refers to, which was never taken from among these.
  const leadsBack = !context.notes.has(id)
  labelIn(leadsBack ? append('Link', node, { ...context, parent: number }) : number, node, context)
  placeAll(node.children, { ...context, parent: note })
  return note
}

function placeIndex(node: Index, context: Context): Element {
  const toc = append('TOC', node, context, { language: node.language })
  slotOf(node, { ...context, parent: newElement('Caption', toc) })
  // Open lists, outermost first, each with the depth of its entries.
  const open: { readonly depth: number; readonly list: Element; last: Element | null }[] = []
  for (const entry of node.entries) {
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) > entry.depth) open.pop()
    let level = open.at(-1)
    if (level === undefined || (level.depth < entry.depth && level.last !== null)) {
      const list = level?.last == null ? toc : newElement('TOC', level.last)
      level = { depth: entry.depth, list, last: null }
      open.push(level)
    }
    const item = newElement('TOCI', level.list)
    level.last = item
    const link = append('Link', entry, { ...context, parent: newElement('Reference', item) })
    if (entry.label !== '') labelIn(newElement('Lbl', link), entry, context)
    slotOf(entry, { ...context, parent: link })
  }
  return toc
}

function placeGlossary(node: Glossary, context: Context): Element {
  const attributes = { O: 'List', ListNumbering: 'None' }
  const list = append('L', node, context, { language: node.language, attributes })
  slotOf(node, { ...context, parent: newElement('Caption', list) })
  for (const entry of node.entries) {
    const item = append('LI', entry, { ...context, parent: list })
    labelIn(newElement('Lbl', item), entry, context)
    slotOf(entry, { ...context, parent: newElement('LBody', item) })
  }
  return list
}

/** @param color - `#rrggbb` @returns shares from 0 to 1 */
function components(color: string): readonly number[] {
  return [1, 3, 5].map(at => Math.round((Number.parseInt(color.slice(at, at + 2), 16) / 255) * 1000) / 1000)
}
