/** Words between brackets that have attributes of their own: `[text]{lang=qu}`, `[text]{.small-caps}`. */
import type { Parents, PhrasingContent, Text } from 'mdast'
import { report } from '../diagnostics/report.ts'
import { checkAttributes, spanClasses } from './attribute-rules.ts'
import { afterBracket, parseAttributes, type Token } from './attribute-syntax.ts'
import type { Context } from './context.ts'
import type { Span, Styled } from './nodes.ts'
import { sourceText } from './source-text.ts'

/**
 * @param parent - of text; changed in place. The bracket may begin in an earlier text of it, with emphasis between.
 * @param context - of the text that the tree was parsed from
 */
export function readSpans(parent: Parents, context: Context): void {
  if (!parent.children.some(node => node.type === 'text' && node.value.includes('['))) return
  for (let index = 0; index < parent.children.length; index++) {
    const node = parent.children[index]
    if (node?.type !== 'text' || !node.value.includes(']{')) continue
    const source = sourceText(node, context)
    for (const { 0: written, index: at } of node.value.matchAll(afterBracket)) {
      const tokens = source.literal(at - 1) && source.literal(at) ? parseAttributes(written) : null
      // A parent of text is a parent of phrasing.
      const children = parent.children as PhrasingContent[]
      const opening = tokens === null ? null : openingBracket(children, index, at - 1, context)
      if (tokens === null || opening === null) continue
      for (const token of tokens) if (token.type === 'id') refuseId(token, source.at(at), context)
      const { classes, values } = checkAttributes(tokens, source.at(at), ['lang'], context, spanClasses)
      const span = cutSpan(children, opening, { node: index, at: at - 1 }, written.length, context)
      children[opening.node + (opening.at > 0 ? 1 : 0)] = marked(span, classes.length > 0, values.lang ?? '')
      index = opening.node
      break
    }
  }
}

/** Small capitals, another language, or both. */
function marked(span: Span, smallCaps: boolean, language: string): Span | Styled {
  const named: Span = { ...span, language, data: { hName: 'span', hProperties: { lang: language } } }
  if (!smallCaps) return named
  const children = language === '' ? span.children : [named]
  const data = { hName: 'span', hProperties: { className: ['small-caps'] } }
  const { position } = span
  return { type: 'styled', style: 'small-caps', children, data, ...(position && { position }) }
}

/** Only what a reference can name has a label. */
function refuseId(token: Token & { readonly type: 'id' }, start: number, { lines, file }: Context): void {
  const place = lines.place(start + token.at, start + token.at + token.length)
  report(file, 'unknown-attribute', place, { key: `#${token.value}`, nearest: '' })
}

const opens = '['.charCodeAt(0)
const closes = ']'.charCodeAt(0)

interface Spot {
  readonly node: number
  readonly at: number
}

function openingBracket(
  children: readonly PhrasingContent[],
  from: number,
  before: number,
  context: Context,
): Spot | null {
  let depth = 0
  for (let index = from; index >= 0; index--) {
    const node = children[index]
    if (node?.type !== 'text') continue
    const source = sourceText(node, context)
    const { value } = node
    for (let at = (index === from ? before : value.length) - 1; at >= 0; at--) {
      const code = value.charCodeAt(at)
      if ((code !== opens && code !== closes) || !source.literal(at)) continue
      if (code === closes) depth++
      else if (depth === 0) return { node: index, at }
      else depth--
    }
  }
  return null
}

/** Puts what stands between two brackets into a span, and takes the brackets and the attributes out. */
function cutSpan(
  children: PhrasingContent[],
  opening: Spot,
  closing: Spot,
  attributes: number,
  context: Context,
): Span {
  const piece = (index: number, from: number, to: number): Text[] => {
    const node = children[index]
    if (node?.type !== 'text' || from >= to) return []
    const source = sourceText(node, context)
    const position = { start: context.lines.point(source.at(from)), end: context.lines.point(source.at(to)) }
    return [{ type: 'text', value: node.value.slice(from, to), position }]
  }
  const length = (index: number) => {
    const node = children[index]
    return node?.type === 'text' ? node.value.length : 0
  }
  const same = opening.node === closing.node
  const inner = same
    ? piece(opening.node, opening.at + 1, closing.at)
    : [
        ...piece(opening.node, opening.at + 1, length(opening.node)),
        ...children.slice(opening.node + 1, closing.node),
        ...piece(closing.node, 0, closing.at),
      ]
  const place = (spot: Spot, by: number) => {
    const node = children[spot.node]
    return node?.type === 'text' ? sourceText(node, context).at(spot.at + by) : 0
  }
  const position = {
    start: context.lines.point(place(opening, 0)),
    end: context.lines.point(place(closing, 1 + attributes)),
  }
  const span: Span = { type: 'span', language: '', children: inner, position }
  const before = piece(opening.node, 0, opening.at)
  const after = piece(closing.node, closing.at + 1 + attributes, length(closing.node))
  children.splice(opening.node, closing.node - opening.node + 1, ...before, span, ...after)
  return span
}
