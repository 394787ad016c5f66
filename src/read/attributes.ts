/**
 * Attributes `{#id .class key=value}`: found where they may stand, checked, kept on `node.data.attributes` and
 * taken out of the text.
 */
import type { Heading, Image, Link, Paragraph, Parents, Root, RootContent, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Place } from '../publication/model.ts'
import { nearest } from '../text/nearest.ts'
import { afterBracket, atBeginning, atEnd, parseAttributes, type Token } from './attribute-syntax.ts'
import { repeatPolicies, shown, valueNamed } from './keys.ts'
import type { Lines } from './lines.ts'
import type { Attributes } from './types.ts'

type Owner = Heading | Paragraph | Link | Image

/** The keys that a node takes, besides `#id`, which every one takes. No class has a meaning yet. */
const keysOf: Readonly<Record<Owner['type'], readonly string[]>> = {
  heading: [],
  paragraph: ['repeats'],
  link: [],
  image: [],
}

interface Context {
  readonly text: string
  readonly lines: Lines
  readonly file: VFile
}

/**
 * @param tree - changed in place
 * @param text - that the tree was parsed from
 * @param lines - of the same text
 * @param file - takes the messages
 */
export function readAttributes(tree: Root, text: string, lines: Lines, file: VFile): void {
  const context: Context = { text, lines, file }
  visit(tree, node => {
    if ('children' in node) readAfterLinks(node, context)
    if (node.type === 'heading') readAtEnd(node, context)
    if (node.type === 'paragraph') readLastLine(node, context)
    if (node.type === 'text') refuseSpans(node, context)
  })
}

/** `[text](https://…){#id}`, `![](picture.png){#id}` */
function readAfterLinks(parent: Parents, context: Context): void {
  for (let index = 0; index + 1 < parent.children.length; index++) {
    const node = parent.children[index]
    const next = parent.children[index + 1]
    if ((node?.type !== 'link' && node?.type !== 'image') || next?.type !== 'text') continue
    const { start } = offsets(next)
    const written = atBeginning.exec(next.value)?.[0] ?? ''
    const tokens = written === '' ? null : standing(written, start, context)
    if (tokens === null) continue
    setAttributes(node, tokens, start, context)
    next.value = next.value.slice(written.length)
    if (next.position !== undefined) next.position.start = context.lines.point(start + written.length)
    if (next.value === '') parent.children.splice(index + 1, 1)
  }
}

/** `## Heading {#id}` */
function readAtEnd(heading: Heading, context: Context): void {
  const last = heading.children.at(-1)
  if (last?.type !== 'text') return
  const found = endingOf(last, context)
  if (found === null) return
  setAttributes(heading, found.tokens, found.start, context)
  cutEnd(last, found.written.length, context)
  heading.children = heading.children.filter(isNotEmpty)
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
    const where = alone ? 'unidos a él, sin línea en blanco' : 'solos en su última línea'
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

/** `[text]{lang=qu}`: a span, which no node type carries yet, and which would come out as text. */
function refuseSpans(node: Text, context: Context): void {
  if (!node.value.includes(']{')) return
  const { start, end } = offsets(node)
  const source = context.text.slice(start, end)
  for (const { 0: written, index } of source.matchAll(afterBracket)) {
    const tokens = source[index - 2] === '\\' ? null : parseAttributes(written)
    if (tokens === null) continue
    const at = start + index
    const place = context.lines.place(at, at + written.length)
    report(context.file, 'unknown-node', place, { type: `[…]${written}` })
  }
}

interface Found {
  readonly written: string
  readonly start: number
  readonly tokens: readonly Token[]
}

function endingOf(node: Text, context: Context): Found | null {
  const written = node.value.endsWith('}') ? (atEnd.exec(node.value)?.[0] ?? '') : ''
  if (written === '') return null
  const start = offsets(node).end - written.length
  const tokens = standing(written, start, context)
  return tokens === null ? null : { written, start, tokens }
}

/**
 * The attributes, if the source has these very braces at that offset: `\{` and `&#123;` are text, and so is what
 * holds an escape or a character reference.
 */
function standing(written: string, start: number, { text }: Context): readonly Token[] | null {
  if (text.slice(start, start + written.length) !== written) return null
  const escapes = /\\*$/.exec(text.slice(Math.max(0, start - 100), start))?.[0].length ?? 0
  return escapes % 2 === 1 ? null : parseAttributes(written)
}

function setAttributes(node: Owner, tokens: readonly Token[], start: number, context: Context): void {
  const values: Record<string, string> = {}
  let id: string | undefined
  for (const token of tokens) {
    const place = context.lines.place(start + token.at, start + token.at + token.length)
    if (token.type === 'id') id = readId(token.value, id, place, context)
    else if (token.type === 'value') readValue(node, token, values, place, context)
    else report(context.file, 'unknown-attribute', place, { key: `.${token.value}`, nearest: '' })
  }
  const attributes: Attributes = { ...(id === undefined ? {} : { id }), classes: [], values }
  node.data = { ...node.data, attributes }
}

function readId(
  found: string,
  former: string | undefined,
  place: Place,
  { file }: Context,
): string | undefined {
  if (former !== undefined) {
    report(file, 'attribute-value', place, { key: '#', expected: 'una sola etiqueta', found })
    return former
  }
  if (!isId(found)) {
    const expected = 'una letra y después letras, cifras, «-», «_» o «.»'
    report(file, 'attribute-value', place, { key: '#', expected, found })
    return undefined
  }
  return found
}

function readValue(
  node: Owner,
  { key, value: found }: Extract<Token, { type: 'value' }>,
  values: Record<string, string>,
  place: Place,
  { file }: Context,
): void {
  const known = keysOf[node.type]
  if (!known.includes(key)) {
    report(file, 'unknown-attribute', place, { key, nearest: nearest(key, known) })
    return
  }
  const policy = valueNamed(repeatPolicies, found)
  if (policy === undefined) {
    report(file, 'attribute-value', place, { key, expected: `una de: ${shown(repeatPolicies)}`, found })
  } else if (key in values) {
    report(file, 'attribute-value', place, { key, expected: 'un solo valor', found })
  } else {
    values[key] = policy
  }
}

/** Fit for an XML id (XML 1.0 §2.3) and a fragment of an address: Latin letters, digits, `-`, `_`, `.`. */
function isId(value: string): boolean {
  return /^[A-Za-zÀ-ÖØ-öø-ſ][A-Za-zÀ-ÖØ-öø-ſ0-9._-]*$/.test(value)
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

function offsets(node: Text): { start: number; end: number } {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) throw new Error('a text node without a position')
  return { start, end }
}
