/** What stands inside texts and is not Markdown: variables, references to labels, calls of notes that do not exist. */
import type { Node, Parents, PhrasingContent, Root, Text } from 'mdast'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import { nearest } from '../text/nearest.ts'
import { SKIP, visit } from '../text/visit.ts'
import type { Context, Variables } from './context.ts'
import type { LabelReference } from './nodes.ts'
import { tellSlips } from './slips.ts'
import { isLiteral, type SourceText, sourceText } from './source-text.ts'

const variable = /\{\{[ \t]*(\p{L}[\p{L}\p{M}\p{N}_ -]*?)[ \t]*\}\}/gu
const label = /\[@([^\s[\]@{}]+)\]/g
const linkReference = /\[[^[\]]+\]\[([^[\]@^][^[\]]*)\]/g
const noteCall = /\[\^([^\s[\]]+)\]/g

/**
 * Replaces `{{name}}` in addresses and descriptions. Before links and pictures are looked up.
 *
 * @param tree - of one file, changed in place
 */
export function insertIntoAddresses(tree: Root, variables: Variables, context: Context): void {
  if (!context.text.includes('{{') && !/%7B%7B/i.test(context.text)) return
  visit(tree, node => {
    const plain = (value: string) => plainInserted(value, node, variables, context)
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image') {
      node.url = plain(node.url)
      if (typeof node.title === 'string') node.title = plain(node.title)
    }
    if (node.type === 'image' || node.type === 'imageReference') node.alt = plain(node.alt ?? '')
  })
}

/**
 * Replaces `{{name}}` in texts, never in code. Once everything else in them has been read: a value is text, whatever
 * marks it holds, and texts that hold one no longer are what the source says at their place.
 *
 * @param tree - of one file, changed in place
 */
export function insertVariables(tree: Root, variables: Variables, context: Context): void {
  if (!context.text.includes('{{')) return
  visit(tree, node => {
    if (node.type === 'text') node.value = inserted(node, variables, context)
    if (node.type === 'abbreviation') {
      node.value = plainInserted(node.value, node, variables, context)
      node.expansion = plainInserted(node.expansion, node, variables, context)
    }
  })
}

/** An address or description has no places of its own: what is unknown there is told at its node. */
function plainInserted(value: string, node: Node, variables: Variables, { file }: Context): string {
  if (!value.includes('{{')) return value
  return value.replace(variable, (whole, name: string) => {
    const known = variables.get(folded(name))
    if (known !== undefined) return known
    const facts = { name, nearest: nearest(name, [...variables.keys()]) }
    report(file, 'variable-unknown', placeOf(node, file), facts)
    return whole
  })
}

function inserted(node: Text, variables: Variables, context: Context): string {
  if (!node.value.includes('{{')) return node.value
  const source = sourceText(node, context)
  return node.value.replace(variable, (whole, name: string, index: number) => {
    if (!isLiteral(source, index, 2)) return whole
    const value = variables.get(folded(name))
    if (value !== undefined) return value
    const place = context.lines.place(source.at(index), source.at(index + whole.length - 1) + 1)
    report(context.file, 'variable-unknown', place, {
      name,
      nearest: nearest(name, [...variables.keys()]),
    })
    return whole
  })
}

/** Case and accents do not count, as in front matter. */
export function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
}

/**
 * Makes `[@label]` a node, and tells of `[^note]` that has no note and `[text][label]` that has no address.
 *
 * @param tree - of one file, changed in place
 */
export function readReferences(tree: Root, context: Context): void {
  visit(tree, 'text', (node, index, parent) => {
    if (parent === undefined || index === undefined || !/\[[@^]|\][[(]|[~^$\\]|\*\*|^:/.test(node.value))
      return
    const source = sourceText(node, context)
    tellSlips(node, parent, index, source, context)
    for (const { 0: whole, 1: name = '', index: at } of node.value.matchAll(noteCall)) {
      if (!isLiteral(source, at, 2)) continue
      const place = context.lines.place(source.at(at), source.at(at + whole.length - 1) + 1)
      report(context.file, 'footnote-missing', place, { label: name })
    }
    for (const { 0: whole, 1: name = '', index: at } of node.value.matchAll(linkReference)) {
      if (!isLiteral(source, at, whole.length)) continue
      const place = context.lines.place(source.at(at), source.at(at + whole.length - 1) + 1)
      report(context.file, 'definition-missing', place, { label: name })
    }
    const parts = splitAtLabels(node, source, context)
    if (parts.length === 1 && parts[0] === node) return
    replace(parent, index, parts)
    return [SKIP, index + parts.length]
  })
}

function splitAtLabels(node: Text, source: SourceText, { lines }: Context): readonly PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let done = 0
  const slice = (from: number, to: number): Text => ({
    type: 'text',
    value: node.value.slice(from, to),
    position: { start: lines.point(source.at(from)), end: lines.point(source.at(to)) },
  })
  for (const { 0: whole, 1: target = '', index } of node.value.matchAll(label)) {
    if (!isLiteral(source, index, whole.length)) continue
    if (index > done) parts.push(slice(done, index))
    const start = lines.point(source.at(index))
    const end = lines.point(source.at(index + whole.length - 1) + 1)
    const reference: LabelReference = {
      type: 'labelReference',
      target: target.normalize('NFC'),
      data: { hName: 'a', hProperties: { href: `#${target}` }, hChildren: [{ type: 'text', value: target }] },
      position: { start, end },
    }
    parts.push(reference)
    done = index + whole.length
  }
  if (done === 0) return [node]
  if (done < node.value.length) parts.push(slice(done, node.value.length))
  return parts
}

function replace(parent: Parents, index: number, parts: readonly PhrasingContent[]): void {
  // A parent of text is a parent of phrasing.
  const children = parent.children as PhrasingContent[]
  children.splice(index, 1, ...parts)
}
