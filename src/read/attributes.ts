/**
 * Attributes `{#id .class key=value}`: found where they may stand, checked, kept on `node.data.attributes` and
 * taken out of the text.
 */
import type {
  Blockquote,
  Code,
  FootnoteDefinition,
  Heading,
  Image,
  Link,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  Text,
} from 'mdast'
import { report } from '../diagnostics/report.ts'
import { visit } from '../text/visit.ts'
import { type AttributeKey, checkAttributes, isBareName } from './attribute-rules.ts'
import { atBeginning, atEnd, parseAttributes, type Token } from './attribute-syntax.ts'
import { type Context, offsets } from './context.ts'
import type { DefinitionTerm } from './nodes.ts'
import { readSpans } from './spans.ts'
import { tableKeys } from './table-settings.ts'
import type { Attributes } from './types.ts'

type Owner =
  | Heading
  | Paragraph
  | Link
  | Image
  | Code
  | Blockquote
  | Table
  | DefinitionTerm
  | FootnoteDefinition

/** The keys that a node takes, besides `#id`, which every one takes. Only words between brackets take classes. */
const keysOf: Readonly<Record<Owner['type'], readonly AttributeKey[]>> = {
  heading: ['lang', 'typography', 'annex'],
  paragraph: ['repeats', 'lang', 'typography'],
  link: [],
  image: ['width', 'decorative'],
  code: [],
  blockquote: ['lang', 'typography'],
  table: tableKeys,
  definitionTerm: [],
  footnoteDefinition: [],
}

/**
 * @param tree - changed in place
 * @param context - of the text that the tree was parsed from
 */
export function readAttributes(tree: Root, context: Context): void {
  visit(tree, 'code', node => readFence(node, context))
  if (!context.text.includes('{')) return
  visit(tree, node => {
    if ('children' in node) readSpans(node, context)
    if (node.type === 'blockquote' || node.type === 'footnoteDefinition') readLastParagraph(node, context)
    if (node.type === 'table') readLastRow(node, context)
  })
  visit(tree, node => {
    if ('children' in node) readAfterLinks(node, context)
    if (node.type === 'heading' || node.type === 'definitionTerm') readAtEnd(node, context)
    if (node.type === 'paragraph') readLastLine(node, context)
  })
  visit(tree, 'footnoteDefinition', takeLabel)
}

/** A line of code with {#id} after its fence: ` ```ts {#example} `. */
function readFence(code: Code, context: Context): void {
  const meta = code.lang?.startsWith('{') ? `${code.lang} ${code.meta ?? ''}`.trim() : (code.meta ?? '')
  const written = atEnd.exec(meta)?.[0] ?? ''
  if (written === '') return
  const { start, end } = offsets(code)
  const line = context.text.slice(start, Math.min(end, lineEnd(context.text, start)))
  const at = line.lastIndexOf(written)
  const tokens = at === -1 ? null : parseAttributes(written)
  if (tokens === null) return
  setAttributes(code, tokens, start + at, context)
  if (code.lang?.startsWith('{')) code.lang = null
  code.meta = meta.slice(0, -written.length).trim() || null
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

/** The attributes of a quotation or note stand in a last paragraph of their own. */
function readLastParagraph(quotation: Blockquote | FootnoteDefinition, context: Context): void {
  const last = quotation.children.at(-1)
  const only = last?.type === 'paragraph' && last.children.length === 1 ? last.children[0] : undefined
  if (quotation.children.length < 2 || only?.type !== 'text') return
  const found = endingOf(only, context)
  if (found === null || found.written !== only.value) return
  setAttributes(quotation, found.tokens, found.start, context)
  quotation.children.pop()
}

/** `[^1]: Text` `{#id}`: of a note of one paragraph, the label on its last line is the note's. */
function takeLabel(note: FootnoteDefinition): void {
  const [only, ...others] = note.children
  const { id, ...rest } = (others.length === 0 && only?.data?.attributes) || {}
  if (only === undefined || id === undefined) return
  only.data = { ...only.data, attributes: { classes: [], values: {}, ...rest } }
  note.data = { ...note.data, attributes: { id, classes: [], values: {} } }
}

/** The line `{#id}` directly below a table, which the parser reads as a row of one cell. */
function readLastRow(table: Table, context: Context): void {
  const [cell, ...more] = table.children.length < 2 ? [] : (table.children.at(-1)?.children ?? [])
  const [only, ...others] = cell?.children ?? []
  if (more.length > 0 || others.length > 0 || only?.type !== 'text') return
  const found = endingOf(only, context, tableKeys)
  if (found === null || found.written !== only.value) return
  setAttributes(table, found.tokens, found.start, context)
  table.children.pop()
}

/** `[text](https://…){#id}`, `![](picture.png){#id}` */
function readAfterLinks(parent: Parents, context: Context): void {
  for (let index = 0; index + 1 < parent.children.length; index++) {
    const node = parent.children[index]
    const next = parent.children[index + 1]
    if ((node?.type !== 'link' && node?.type !== 'image') || next?.type !== 'text') continue
    const { start } = offsets(next)
    const written = atBeginning.exec(next.value)?.[0] ?? ''
    const tokens = written === '' ? null : standing(written, start, context, keysOf[node.type])
    if (tokens === null) continue
    setAttributes(node, tokens, start, context)
    next.value = next.value.slice(written.length)
    if (next.position !== undefined) next.position.start = context.lines.point(start + written.length)
    if (next.value === '') parent.children.splice(index + 1, 1)
  }
}

/** `## Heading {#id}` */
function readAtEnd(heading: Heading | DefinitionTerm, context: Context): void {
  let around: Parents = heading
  let last = around.children.at(-1)
  // `## *Heading {#id}*`
  while (last?.type === 'emphasis' || last?.type === 'strong' || last?.type === 'delete') {
    around = last
    last = around.children.at(-1)
  }
  if (last?.type !== 'text') return
  const found = endingOf(last, context, keysOf[heading.type])
  if (found === null) return
  setAttributes(heading, found.tokens, found.start, context)
  cutEnd(last, found.written.length, context)
  // Both hold phrasing.
  around.children = (around.children as PhrasingContent[]).filter(isNotEmpty)
  heading.children = heading.children.filter(node => isNotEmpty(node) && !isHollow(node))
}

function isHollow(node: PhrasingContent): boolean {
  return 'children' in node && node.children.length === 0
}

/** A paragraph, with `{repeats=keep}` on a last line of its own. */
function readLastLine(paragraph: Paragraph, context: Context): void {
  const last = paragraph.children.at(-1)
  if (last?.type !== 'text') return
  const found = endingOf(last, context)
  if (found === null) return
  const { tokens, start, written } = found
  const line = last.value.slice(0, -written.length)
  const before = paragraph.children.at(-2)
  const alone = line === '' ? before === undefined || before.type === 'break' : line.endsWith('\n')
  if (!alone || (line === '' && before === undefined)) {
    const where = alone ? 'next-to-paragraph' : 'on-last-line'
    const place = context.lines.place(start, start + written.length)
    report(context.file, 'attribute-place', place, { attributes: written, where })
    return
  }
  setAttributes(paragraph, tokens, start, context)
  cutEnd(last, written.length, context)
  if (line === '') paragraph.children.pop()
  paragraph.children = paragraph.children.filter(isNotEmpty)
  // The break led to the line of attributes; at a paragraph's end there is none.
  if (paragraph.children.at(-1)?.type === 'break') paragraph.children.pop()
}

interface Found {
  readonly written: string
  readonly start: number
  readonly tokens: readonly Token[]
}

function endingOf(node: Text, context: Context, keys: readonly AttributeKey[] = []): Found | null {
  const written = node.value.endsWith('}') ? (atEnd.exec(node.value)?.[0] ?? '') : ''
  if (written === '') return null
  const start = offsets(node).end - written.length
  const tokens = standing(written, start, context, keys)
  return tokens === null ? null : { written, start, tokens }
}

/**
 * The attributes, if the source has these very braces at that offset: `\{` and `&#123;` are text, and so is what
 * holds an escape or a character reference.
 */
function standing(
  written: string,
  start: number,
  { text }: Context,
  keys: readonly AttributeKey[] = [],
): readonly Token[] | null {
  if (text.slice(start, start + written.length) !== written) return null
  const escapes = /\\*$/.exec(text.slice(Math.max(0, start - 100), start))?.[0].length ?? 0
  return escapes % 2 === 1 ? null : parseAttributes(written, name => isBareName(name, keys))
}

function setAttributes(node: Owner, tokens: readonly Token[], start: number, context: Context): void {
  const { id, values } = checkAttributes(tokens, start, keysOf[node.type], context)
  const { lang, ...others } = values
  const attributes: Attributes = { ...(id === undefined ? {} : { id }), classes: [], values: others }
  node.data = { ...node.data, attributes, ...(lang === undefined ? {} : { language: lang }) }
}

function cutEnd(node: Text, length: number, { text, lines }: Context): void {
  node.value = node.value.slice(0, -length).replace(/[ \t\n]+$/, '')
  if (node.position === undefined) return
  const { start, end } = offsets(node)
  // Before the last line's attributes there may be the marks of a quotation: `> text` `> {#id}`.
  const kept = text.slice(start, end - length).replace(/(?:\n[ \t>]*|[ \t]+)$/, '')
  node.position.end = lines.point(start + kept.length)
}

function isNotEmpty(node: RootContent): boolean {
  return node.type !== 'text' || node.value !== ''
}
