/** Captions that stand in attributes and in titles of pictures: a line of Markdown each. */
import type { Image, Nodes, PhrasingContent, Root, Table } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { visit } from '../text/visit.ts'
import { type Context, offsets, type Variables } from './context.ts'
import { readHtml } from './html.ts'
import { insertVariables, readReferences } from './inline.ts'
import { resolveLinks } from './links.ts'
import { parseMarkdown } from './markdown.ts'
import { standsAt } from './source-text.ts'

/** What holds a caption outside its own text. */
type Owner = Image | Table | ContainerDirective | LeafDirective

/** @returns what the value says, each node placed in the owner's source */
export type ReadCaption = (value: string, owner: Owner) => PhrasingContent[]

/** Before the caption, so that nothing in it begins a block. */
const before = 'x '
const call = /\[\^([^\s[\]]+)\]/g

/**
 * @param notePrefix - of the file's notes
 */
export function captionReader(
  tree: Root,
  variables: Variables,
  notePrefix: string,
  context: Context,
): ReadCaption {
  const notes: string[] = []
  visit(tree, 'footnoteDefinition', ({ label, identifier }) => {
    notes.push(label ?? identifier)
  })
  return (value, owner) => {
    if (!/[^\p{L}\p{N}\s.,;()-]/u.test(value)) return [plain(value, owner)]
    const definitions = notes.map(label => `\n\n[^${label}]: x`)
    const root = parseMarkdown(`${before}${value.replace(/\s+/g, ' ')}${definitions.join('')}`)
    root.children.splice(1)
    const [paragraph] = root.children
    if (paragraph?.type !== 'paragraph') return [plain(value, owner)]
    place(root, value, owner, context)
    const [first] = paragraph.children
    if (first?.type === 'text') first.value = first.value.slice(before.length)
    if (first?.type === 'text' && first.value === '') paragraph.children.shift()
    else if (first?.type === 'text') placeText(first, owner, context)
    resolveLinks(root, context.file)
    readHtml(root, { ...context, text: value })
    readReferences(root, context)
    insertVariables(root, variables, context)
    visit(root, 'footnoteReference', node => {
      if (notePrefix !== '') node.identifier = `${notePrefix}:${node.identifier}`
    })
    return paragraph.children
  }
}

/** Names of the notes that captions call: they are read after the notes are counted. */
export function calledInCaptions(tree: Root): ReadonlySet<string> {
  const called = new Set<string>()
  visit(tree, node => {
    for (const value of captionsOf(node))
      for (const [, name = ''] of value.matchAll(call)) called.add(name.toLowerCase())
  })
  return called
}

function captionsOf(node: Nodes): readonly string[] {
  if (node.type === 'image') return [node.title ?? '']
  if (node.type === 'table') return [node.data?.attributes?.values.caption ?? '']
  if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return []
  return Object.values(node.attributes ?? {}).map(value => value ?? '')
}

function plain(value: string, { position }: Owner): PhrasingContent {
  return { type: 'text', value, ...(position === undefined ? {} : { position }) }
}

/** Where the source has the caption as it is, each node has its own place; else all have their owner's. */
function place(root: Root, value: string, owner: Owner, context: Context): void {
  const { start, end } = offsets(owner)
  const at = context.text.slice(start, end).lastIndexOf(value)
  const shift = start + at - before.length
  visit(root, node => {
    const { position } = node
    if (position === undefined) return
    const exact = at !== -1
    const from = exact ? Math.max(start + at, shift + (position.start.offset ?? 0)) : start
    const to = exact ? shift + (position.end.offset ?? 0) : end
    node.position = { start: context.lines.point(from), end: context.lines.point(to) }
    if (!exact && node.type === 'text') standsAt(node, start)
  })
}

function placeText(node: Nodes & { readonly type: 'text' }, owner: Owner, context: Context): void {
  const { start, end } = offsets(node)
  if (context.text.slice(start, end).length < node.value.length) standsAt(node, offsets(owner).start)
  const whole = offsets(owner)
  if (start === whole.start && end === whole.end) standsAt(node, start)
}
