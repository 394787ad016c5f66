/** Turns the transformed mdast into the closed, read-only tree of `model.ts`. */
import type {
  Heading,
  ListItem as MdastListItem,
  FootnoteDefinition as MdastNote,
  Root as MdastRoot,
  Node,
  PhrasingContent,
  RootContent,
} from 'mdast'
import { leftToRight } from '../diagnostics/direction.ts'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import { numbered } from '../locale/labels.ts'
import type { Box } from '../read/nodes.ts'
import { baseOf, type TreeOptions } from './base.ts'
import type {
  Block,
  DefinitionDescription,
  DefinitionTerm,
  FootnoteDefinition,
  Inline,
  ListItem,
  Paragraph,
  ParagraphRole,
  Root,
} from './model.ts'
import { tableOf } from './table.ts'

/**
 * Every node type that the model does not name is an error (`unknown-node`) with its place; all of them are
 * reported, and the tree that comes back is then not to be published.
 *
 * @param tree - with sections and ids
 */
export function publicationTree(tree: MdastRoot, options: Omit<TreeOptions, 'notes'>): Root {
  const place = placeOf(tree, options.file)
  const notes = (tree.data?.notes ?? []).map(note => noteOf(note, { ...options, notes: new Map() }))
  const byId = new Map(notes.map(note => [note.id, note]))
  return { type: 'root', place, children: blocksOf(tree.children, { ...options, notes: byId }), notes }
}

function noteOf(node: MdastNote, outer: TreeOptions): FootnoteDefinition {
  const options = within(node, outer)
  const number = node.data?.count ?? ''
  return {
    type: 'footnoteDefinition',
    ...baseOf(node, options),
    number,
    children: blocksOf(node.children, options, true),
  }
}

/** A block's own language is that of all that it holds. */
function within(
  node: Node & { data?: { language?: string } | undefined },
  options: TreeOptions,
): TreeOptions {
  const language = node.data?.language
  return language === undefined ? options : { ...options, language }
}

function blocksOf(nodes: readonly RootContent[], options: TreeOptions, inside = false): readonly Block[] {
  const blocks: Block[] = []
  for (const node of nodes) {
    const block = inside && node.type === 'heading' ? innerHeading(node, options) : blockOf(node, options)
    if (block !== null) blocks.push(block)
  }
  return blocks
}

/** One that heads no section, as it stands inside another block: see {@link ParagraphRole}. */
function innerHeading(node: Heading, outer: TreeOptions): Block {
  const options = within(node, outer)
  const base = baseOf(node, options)
  const children = inlinesOf(node.children, options)
  const strong = { type: 'strong', place: base.place, children } as const
  return { type: 'paragraph', ...base, role: 'inner-heading', children: [strong] }
}

function blockOf(node: RootContent, outer: TreeOptions): Block | null {
  const options = within(node, outer)
  const { terms } = options.locale
  const base = baseOf(node, options)
  const { place } = base
  switch (node.type) {
    case 'section': {
      const children = blocksOf(node.children, options)
      const [first] = children
      const language = first?.type === 'heading' ? first.language : options.language
      const section = options.describe({
        source: node,
        language,
        blocks: children,
        place,
        notes: options.notes,
      })
      return { type: 'section', ...base, section, children }
    }
    case 'heading': {
      const { depth, data } = node
      const children = inlinesOf(node.children, options)
      return {
        type: 'heading',
        ...base,
        depth,
        look: data?.look ?? depth,
        number: data?.number ?? '',
        children,
      }
    }
    case 'paragraph':
      return {
        type: 'paragraph',
        ...base,
        role: node.data?.role ?? 'body',
        children: inlinesOf(node.children, options),
      }
    case 'list': {
      const spread = (node.spread ?? false) || node.children.some(item => item.spread ?? false)
      const children = node.children.map(item => itemOf(item, options))
      const ordered = node.ordered ?? false
      return { type: 'list', ...base, ordered, start: ordered ? (node.start ?? 1) : 1, spread, children }
    }
    case 'blockquote':
      return { type: 'blockquote', ...base, children: blocksOf(node.children, options, true) }
    case 'thematicBreak':
    case 'pageBreak':
      return { type: node.type, ...base }
    case 'code':
      return {
        type: 'code',
        ...base,
        syntax: node.lang ?? '',
        value: leftToRight(node.value, base.place, options.file),
      }
    case 'table':
      return tableOf(node, options, { blocks: blocksOf, inlines: inlinesOf })
    case 'figure': {
      const { image, alternative, decorative, width } = node
      const number = node.data?.count ?? ''
      const label = number === '' ? '' : numbered(terms.figure, number)
      const caption = inlinesOf(node.children, options)
      return { type: 'figure', ...base, number, label, caption, image, alternative, decorative, width }
    }
    case 'definitionList':
      return {
        type: 'definitionList',
        ...base,
        children: node.children.map(child => entryOf(child, options)),
      }
    case 'box':
      return {
        type: 'box',
        ...base,
        kind: node.kind,
        title: titleOf(node, options),
        children: blocksOf(node.children, options, true),
      }
    case 'columns':
      return { type: 'columns', ...base, count: node.count, children: blocksOf(node.children, options, true) }
    case 'index': {
      const titles = { sections: terms.contents, figures: terms.figures, tables: terms.tables }
      return {
        type: 'index',
        ...base,
        of: node.of,
        title: titles[node.of],
        entries: node.data?.entries ?? [],
      }
    }
    case 'glossary':
      return { type: 'glossary', ...base, title: terms.glossary, entries: node.data?.acronyms ?? [] }
    case 'signature':
    case 'address':
      return { type: node.type, ...base, children: linesOf(node.children, node.type, options) }
    default:
      return refuse(node, node.type, options)
  }
}

function entryOf(
  node: Extract<RootContent, { type: 'definitionTerm' | 'definitionDescription' }>,
  outer: TreeOptions,
): DefinitionTerm | DefinitionDescription {
  const options = within(node, outer)
  const base = baseOf(node, options)
  return node.type === 'definitionTerm'
    ? { type: node.type, ...base, children: inlinesOf(node.children, options) }
    : { type: node.type, ...base, children: blocksOf(node.children, options, true) }
}

function titleOf(node: Box, options: TreeOptions): readonly Inline[] {
  const title = inlinesOf(node.title, options)
  if (title.length > 0) return title
  return [{ type: 'text', place: placeOf(node, options.file), value: options.locale.terms.box[node.kind] }]
}

/** Of a signature or address: paragraphs only. */
function linesOf(
  nodes: readonly RootContent[],
  role: ParagraphRole,
  options: TreeOptions,
): readonly Paragraph[] {
  return blocksOf(nodes, options, true).flatMap((block, index) => {
    if (block.type === 'paragraph') return [{ ...block, role }]
    const node = nodes[index]
    if (node !== undefined) refuse(node, node.type, options)
    return []
  })
}

function itemOf(node: MdastListItem, outer: TreeOptions): ListItem {
  const options = within(node, outer)
  const task = typeof node.checked !== 'boolean' ? 'none' : node.checked ? 'done' : 'open'
  return {
    type: 'listItem',
    ...baseOf(node, options),
    task,
    children: blocksOf(node.children, options, true),
  }
}

function inlinesOf(nodes: readonly PhrasingContent[], options: TreeOptions): readonly Inline[] {
  const inlines: Inline[] = []
  for (const node of nodes) {
    const inline = inlineOf(node, options)
    if (inline === null || (inline.type === 'text' && inline.value === '')) continue
    const last = inlines.at(-1)
    if (last?.type === 'text' && inline.type === 'text') inlines.splice(-1, 1, joined(last, inline))
    else inlines.push(inline)
  }
  return inlines
}

type TextNode = Extract<Inline, { type: 'text' }>

function joined(first: TextNode, second: TextNode): TextNode {
  const { endLine, endColumn } = second.place
  const value = first.value + second.value
  return { type: 'text', value, place: { ...first.place, endLine, endColumn } }
}

function inlineOf(node: PhrasingContent, options: TreeOptions): Inline | null {
  const place = placeOf(node, options.file)
  switch (node.type) {
    case 'text':
      // A line end in the source is a space to readers (CommonMark 0.31.2, 6.8).
      return {
        type: 'text',
        place,
        value: leftToRight(node.value.replace(lineEnd, ' '), place, options.file),
      }
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'superscript':
    case 'subscript':
      return { type: node.type, place, children: inlinesOf(node.children, options) }
    case 'inlineCode':
      // The end of a line is a space in it, and what indents the next line is nothing (CommonMark §6.1).
      return {
        type: 'inlineCode',
        place,
        value: leftToRight(node.value.replace(/[ \t]*\n[ \t]*/g, ' '), place, options.file),
      }
    case 'break':
      return { type: 'break', place }
    case 'styled':
      return { type: 'styled', place, style: node.style, children: inlinesOf(node.children, options) }
    case 'span':
      return { type: 'span', place, language: node.language, children: inlinesOf(node.children, options) }
    case 'abbreviation':
      return {
        type: 'abbreviation',
        place,
        value: leftToRight(node.value, place, options.file),
        expansion: node.expansion,
      }
    case 'footnoteReference': {
      const note = node.data?.note
      return note === undefined
        ? refuse(node, node.type, options)
        : { type: 'footnoteReference', place, ...note }
    }
    case 'image': {
      const picture = node.data?.picture
      if (picture === undefined) return refuse(node, node.type, options)
      return { type: 'image', place, ...picture, alternative: node.alt ?? '' }
    }
    case 'link': {
      const children = inlinesOf(node.children, options)
      return { type: 'link', place, url: node.url, title: node.title ?? '', children }
    }
    case 'crossReference':
      return {
        type: 'crossReference',
        place,
        target: node.target,
        children: inlinesOf(node.children, options),
      }
    case 'pageReference': {
      const { target, before, after } = node
      return { type: 'pageReference', place, target, before, after }
    }
    default:
      return refuse(node, node.type, options)
  }
}

/** Tried only where a row of spaces begins, so that a long one takes linear time. */
const lineEnd = /(?<![ \t])[ \t]*\n[ \t]*/g

/** Never dropped: an error with the place stops the document. */
function refuse(node: Node, type: string, options: TreeOptions): null {
  report(options.file, 'unknown-node', placeOf(node, options.file), { type })
  return null
}
