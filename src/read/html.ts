/** Raw HTML: the small set that has a meaning in print becomes nodes, comments go, everything else is refused. */
import type { Html, Node, Parents, PhrasingContent, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { decodeString } from 'micromark-util-decode-string'
import type { Phrase } from '../diagnostics/phrases.ts'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import type { Place } from '../publication/model.ts'
import { SKIP, visit } from '../text/visit.ts'
import { type Context, offsets } from './context.ts'
import { isLanguage, languageCase } from './language.ts'

/** The attribute that each known element takes and has to have; '' for none. */
const known: ReadonlyMap<string, string> = new Map([
  ...['sub', 'sup', 'br', 'kbd', 'mark', 'u', 'ins', 'del'].map(name => [name, ''] as const),
  ['abbr', 'title'],
  ['span', 'lang'],
])

/** How what is refused is written. */
const instead: Readonly<Record<string, Phrase>> = {
  b: 'instead-bold',
  strong: 'instead-bold',
  i: 'instead-italic',
  em: 'instead-italic',
  s: 'instead-strike',
  strike: 'instead-strike',
  a: 'instead-link',
  img: 'instead-image',
  table: 'instead-table',
  code: 'instead-code',
  pre: 'instead-code-block',
  hr: 'instead-rule',
  p: 'instead-blank-line',
  div: 'instead-directive',
  q: 'instead-quotes',
  h1: ['instead-heading', '#'],
  h2: ['instead-heading', '##'],
  h3: ['instead-heading', '###'],
  ul: 'instead-list',
  ol: 'instead-numbered-list',
  figure: 'instead-figure',
}

/** @param tree - of one file, changed in place; holds no html node afterwards, unless a message says why */
export function readHtml(tree: Root, context: Context): void {
  if (!context.text.includes('<')) return
  const refused: string[] = []
  visit(tree, node => {
    if ('children' in node && node.children.some(child => child.type === 'html'))
      replaceIn(node, refused, context)
  })
  visit(tree, 'html', (_, index, parent) => {
    if (parent === undefined || index === undefined) return
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}

const phrasing = new Set(['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'tableCell'])

function replaceIn(parent: Parents, refused: string[], context: Context): void {
  const inLine = phrasing.has(parent.type) || parent.type === 'definitionTerm'
  if (inLine) {
    // A parent of phrasing holds phrasing.
    parent.children = paired(parent.children as PhrasingContent[], refused, context)
    return
  }
  parent.children = parent.children.filter(child => {
    if (child.type !== 'html') return true
    checkBlock(child, refused, context)
    return false
  }) as typeof parent.children
}

const comment = /<!--(?:>|->|[\s\S]*?-->)/g
const anyTag = /<\/?([A-Za-z][A-Za-z\d-]*)(?:\s+[^<>]*)?\/?>?|<[?!][^>]*>?/g

/** A block of HTML holds comments, or is refused with all it holds. */
function checkBlock(node: Html, refused: string[], context: Context): void {
  const rest = node.value.replace(comment, found => found.replace(/[^\n]/g, ' '))
  const first = rest.search(/\S/)
  if (first === -1) return
  const { start } = offsets(node)
  // Containers take away what stands before each line, so only the block's first line counts exactly.
  const at = node.value.slice(0, first).includes('\n') ? start : start + first
  const tag = [...rest.matchAll(anyTag)][0]
  if (tag === undefined || rest.slice(0, tag.index).trim() !== '') {
    report(context.file, 'html-comment-text', context.lines.place(at, at + 1), {})
    return
  }
  const name = tag[1]?.toLowerCase() ?? ''
  const place = context.lines.place(at, Math.min(offsets(node).end, at + tag[0].length))
  if (known.has(name)) report(context.file, 'html-block', place, { tag: tag[0] })
  else
    for (const { 0: one, 1: named = '' } of rest.matchAll(anyTag))
      refuse(one, named, place, refused, context, one === tag[0])
}

/** One message for an element, at its beginning: its end is counted, and told only where nothing began. */
function refuse(
  tag: string,
  named: string,
  place: Place,
  refused: string[],
  { file }: Context,
  tell = true,
): void {
  const name = named.toLowerCase()
  const opened = refused.lastIndexOf(name)
  if (tag.startsWith('</') && opened !== -1) {
    refused.splice(opened, 1)
    return
  }
  if (!tag.startsWith('</') && !tag.endsWith('/>')) refused.push(name)
  if (!tell) return
  const shown = name === '' ? tag.slice(0, 20) : tag.startsWith('</') ? `</${name}>` : `<${name}>`
  report(file, 'html-unknown', place, { tag: shown, instead: instead[name] ?? null })
}

interface Open {
  readonly name: string
  readonly node: Html
  readonly value: string
  readonly children: PhrasingContent[]
}

const tagShape =
  /^<(\/?)([A-Za-z][A-Za-z\d-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>$/

function paired(
  children: readonly PhrasingContent[],
  refused: string[],
  context: Context,
): PhrasingContent[] {
  const result: PhrasingContent[] = []
  const open: Open[] = []
  const crossed: string[] = []
  let after: 'comment' | 'break' | '' = ''
  const here = () => open.at(-1)?.children ?? result
  for (const node of children) {
    if (node.type !== 'html') {
      if (after === 'comment') closeGap(here().at(-1), node, context)
      if (after === 'break') cutStart(node, context)
      after = ''
      if (node.type !== 'text' || node.value !== '') here().push(node)
      continue
    }
    if (node.value.startsWith('<!--')) {
      after = 'comment'
      continue
    }
    const place = placeOf(node, context.file)
    const [, slash, named = '', written = ''] = tagShape.exec(node.value) ?? []
    const name = named.toLowerCase()
    const attribute = known.get(name)
    if (attribute === undefined) {
      refuse(node.value, named, place, refused, context)
    } else if (name === 'br') {
      if (slash === '/')
        report(context.file, 'html-unknown', place, { tag: '</br>', instead: ['verbatim', '<br>'] })
      cutEnd(here())
      here().push(positioned({ type: 'break' }, node, node))
      after = 'break'
    } else if (slash === '') {
      const value = readAttribute(name, attribute, written, place, context)
      open.push({ name, node, value, children: [] })
    } else if (open.some(one => one.name === name)) {
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        const made = last.name === name ? [element(last, node)] : last.children
        here().push(...made)
        if (last.name === name) break
        crossed.push(last.name)
        reportOpen(last, context)
      }
    } else if (crossed.includes(name)) {
      crossed.splice(crossed.indexOf(name), 1)
    } else {
      report(context.file, 'html-unbalanced', place, { tag: `</${name}>`, counterpart: `<${name}>` })
    }
  }
  for (const one of open) {
    reportOpen(one, context)
    result.push(...one.children)
  }
  return result
}

/** Of the spaces on both sides of a comment, one stays. */
function closeGap(before: PhrasingContent | undefined, after: PhrasingContent, context: Context): void {
  if (after.type !== 'text') return
  if (before !== undefined && !(before.type === 'text' && /\s$/.test(before.value))) return
  cutStart(after, context)
}

/** White space beside a break is none: at a line's end and beginning there is nothing to separate. */
function cutEnd(before: PhrasingContent[]): void {
  const last = before.at(-1)
  if (last?.type === 'text') last.value = last.value.trimEnd()
  if (last?.type === 'text' && last.value === '') before.pop()
}

function cutStart(node: PhrasingContent, { text, lines }: Context): void {
  if (node.type !== 'text') return
  node.value = node.value.trimStart()
  if (node.position === undefined) return
  const { start, end } = offsets(node)
  // A line's beginning may be marks of quotations and lists besides.
  const gap = /^(?:\s|(?<=\n[ \t>]*)>)*/.exec(text.slice(start, end))?.[0].length ?? 0
  node.position.start = lines.point(start + gap)
}

function reportOpen({ name, node }: Open, { file }: Context): void {
  report(file, 'html-unbalanced', placeOf(node, file), { tag: `<${name}>`, counterpart: `</${name}>` })
}

const attributeShape = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

function readAttribute(
  name: string,
  wanted: string,
  written: string,
  place: Place,
  { file }: Context,
): string {
  let value = ''
  for (const [, key = '', quoted, single, bare = ''] of written.matchAll(attributeShape)) {
    if (key.toLowerCase() === wanted) value = decodeString(quoted ?? single ?? bare).trim()
    else report(file, 'unknown-attribute', place, { key, nearest: wanted })
  }
  if (wanted !== '' && value === '') {
    report(file, 'html-attribute-missing', place, { tag: name, attribute: wanted })
  } else if (wanted === 'lang' && !isLanguage(value)) {
    report(file, 'attribute-value', place, { key: 'lang', expected: 'language-tag', found: value })
  }
  return value
}

const styles = { kbd: 'keyboard', mark: 'highlight', u: 'underline', ins: 'insertion' } as const

function element({ name, node, value, children }: Open, closing: Html): PhrasingContent {
  const data = { hName: name }
  switch (name) {
    case 'sub':
      return positioned({ type: 'subscript', children, data }, node, closing)
    case 'sup':
      return positioned({ type: 'superscript', children, data }, node, closing)
    case 'del':
      return positioned({ type: 'delete', children }, node, closing)
    case 'span': {
      const language = languageCase(value)
      const span = { hName: 'span', hProperties: { lang: language } }
      return positioned({ type: 'span', language, children, data: span }, node, closing)
    }
    case 'abbr': {
      const text = plainText({ type: 'paragraph', children })
      // A line may end in it, which an attribute of a book's page would give as a space.
      const expansion = value.replace(/\s+/g, ' ').trim()
      const hChildren = [{ type: 'text' as const, value: text }]
      const abbreviation = { ...data, hProperties: { title: expansion }, hChildren }
      return positioned({ type: 'abbreviation', value: text, expansion, data: abbreviation }, node, closing)
    }
    case 'kbd':
    case 'mark':
    case 'u':
    case 'ins':
      return positioned({ type: 'styled', style: styles[name], children, data }, node, closing)
    default:
      throw new Error(`no node for the HTML element ${name}`)
  }
}

function positioned(made: PhrasingContent, first: Node, last: Node): PhrasingContent {
  if (first.position !== undefined && last.position !== undefined) {
    made.position = { start: first.position.start, end: last.position.end }
  }
  return made
}
