/** Turns the transformed mdast into the closed, read-only tree of `model.ts`. */
import type { ListItem as MdastListItem, Root as MdastRoot, Node, PhrasingContent, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import type { Section as SectionSource } from '../transform/nodes.ts'
import { constructName } from './constructs.ts'
import type { Block, Inline, ListItem, Place, Root, Section } from './model.ts'

export interface TreeOptions {
  /** BCP 47. */
  readonly language: string
  readonly file: VFile
  /** The metadata of a section, from its node and those of the sections in it. */
  readonly describe: (source: SectionSource, blocks: readonly Block[], place: Place) => Section
}

/**
 * Every node type that the model does not name is an error (`unknown-node`) with its place; all of them are
 * reported, and the tree that comes back is then not to be published.
 *
 * @param tree - with sections and ids
 */
export function publicationTree(tree: MdastRoot, options: TreeOptions): Root {
  const place = placeOf(tree, options.file)
  return { type: 'root', place, children: blocksOf(tree.children, options) }
}

function blocksOf(nodes: readonly RootContent[], options: TreeOptions, inside = false): readonly Block[] {
  const blocks: Block[] = []
  for (const node of nodes) {
    const block =
      inside && node.type === 'heading'
        ? refuse(node, 'heading inside a block', options)
        : blockOf(node, options)
    if (block !== null) blocks.push(block)
  }
  return blocks
}

function blockOf(node: RootContent, options: TreeOptions): Block | null {
  const { language } = options
  const place = placeOf(node, options.file)
  const base = { place, language, id: node.data?.id ?? '' }
  switch (node.type) {
    case 'section': {
      const children = blocksOf(node.children, options)
      return { type: 'section', ...base, section: options.describe(node, children, place), children }
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
      const children = node.children.flatMap(item => itemOf(item, options) ?? [])
      const ordered = node.ordered ?? false
      return { type: 'list', ...base, ordered, start: ordered ? (node.start ?? 1) : 1, spread, children }
    }
    case 'blockquote':
      return { type: 'blockquote', ...base, children: blocksOf(node.children, options, true) }
    case 'thematicBreak':
      return { type: 'thematicBreak', ...base }
    default:
      return refuse(node, node.type, options)
  }
}

function itemOf(node: MdastListItem, options: TreeOptions): ListItem | null {
  const place = placeOf(node, options.file)
  const children = blocksOf(node.children, options, true)
  if (typeof node.checked === 'boolean') return refuse(node, 'task list item', options)
  return { type: 'listItem', place, language: options.language, id: node.data?.id ?? '', children }
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
      return { type: 'text', place, value: node.value.replace(lineEnd, ' ') }
    case 'strong':
    case 'emphasis':
      return { type: node.type, place, children: inlinesOf(node.children, options) }
    case 'inlineCode':
      return { type: 'inlineCode', place, value: node.value }
    case 'break':
      return { type: 'break', place }
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
  report(options.file, 'unknown-node', placeOf(node, options.file), { type: constructName(type) })
  return null
}
