/** Inline nodes as spans: text of one owner in one style, with white space folded. */
import type { TextStyle } from '../design/types.ts'
import type { Inline, Styled } from '../publication/model.ts'
import type { WordBreaker } from './breaks.ts'
import type { FontRequest } from './shape.ts'
import type { ItemContext, Marking, Piece } from './text.ts'
import type { Owner } from './types.ts'

/** Inside the text, a forced line break: its code. */
export const lineBreak = 0x2028
export const lineBreakCharacter = '\u2028'

/** Inside the text, a picture. */
const objectCharacter = '\ufffc'

/** A run of text before fonts are looked up character by character. */
export interface Span {
  readonly text: string
  readonly request: FontRequest
  readonly piece: Omit<Piece, 'font'>
  readonly hyphenate: boolean
  readonly points: WordBreaker | null
}

const unmarked: Marking = { strike: false, underline: false, background: '' }
const plain = { underline: false, link: null, rise: 0, marking: unmarked, picture: null } as const

export function plainSpan(text: string, owner: Owner, style: TextStyle, context: ItemContext): Span {
  return {
    text: style.uppercase ? text.toUpperCase() : text,
    request: requestOf(style, context.language),
    piece: { ...plain, owner, color: style.color },
    hyphenate: false,
    points: null,
  }
}

/** What a style asks of a font. */
export function requestOf(style: TextStyle, language: string): FontRequest {
  const { family, weight, italic, size, letterSpacing } = style
  return { family, weight, italic, size, letterSpacing, language, features: featuresOf(style) }
}

export const smallCaps = 'smcp'
const figureTags = { lining: 'lnum', 'old-style': 'onum' } as const

function featuresOf({ figures, smallCaps: small }: TextStyle): string {
  const tag = figureTags[figures]
  return small ? `${tag} ${smallCaps}` : tag
}

/** What surrounds an inline node. */
interface Around extends Omit<Piece, 'owner' | 'font'> {
  readonly request: FontRequest
  readonly points: WordBreaker | null
}

export function spansOf(nodes: readonly Inline[], style: TextStyle, context: ItemContext): readonly Span[] {
  const spans: Span[] = []
  const add = (node: Inline, text: string, around: Around, hyphenate: boolean) => {
    const { color, underline, link, rise, marking, picture, points } = around
    spans.push({
      text: style.uppercase ? text.toUpperCase() : text,
      request: around.request,
      piece: {
        owner: { kind: 'content', node, part: 'text' },
        color,
        underline,
        link,
        rise,
        marking,
        picture,
      },
      hyphenate,
      points,
    })
  }
  const walk = (children: readonly Inline[], around: Around): void => {
    for (const node of children) visit(node, around)
  }
  const visit = (node: Inline, around: Around): void => {
    const { inline } = context
    const { request } = around
    switch (node.type) {
      case 'text':
        add(node, node.value, around, style.hyphenate)
        break
      case 'strong':
        walk(node.children, { ...around, request: heavier(request, inline.strong.weight) })
        break
      case 'emphasis':
        walk(node.children, { ...around, request: { ...request, italic: !request.italic } })
        break
      case 'inlineCode': {
        const { family, sizeFactor, color } = inline.code
        const code: FontRequest = { ...request, family, size: request.size * sizeFactor, letterSpacing: 0 }
        add(
          node,
          node.value,
          { ...around, request: code, color: around.link === null ? color : around.color },
          false,
        )
        break
      }
      case 'break':
        add(node, lineBreakCharacter, around, false)
        break
      case 'pageReference':
        add(node, `${node.before}${context.pageLabel(node.target)}${node.after}`, around, false)
        break
      case 'link':
      case 'crossReference': {
        const { color, underline, weight } = inline.link
        walk(node.children, { ...around, request: heavier(request, weight), color, underline, link: node })
        break
      }
      case 'abbreviation':
        add(node, node.value, around, style.hyphenate)
        break
      case 'delete':
        walk(node.children, { ...around, marking: { ...around.marking, strike: true } })
        break
      case 'superscript':
      case 'subscript':
        walk(node.children, scripted(around, node.type === 'superscript', context))
        break
      case 'styled':
        walk(node.children, styledAs(node.style, around, context))
        break
      case 'span':
        walk(node.children, {
          ...around,
          request: { ...request, language: node.language },
          points: context.pointsOf(node.language),
        })
        break
      case 'footnoteReference': {
        const raised = scripted(around, true, context)
        add(
          node,
          context.noteNumber(node.target),
          { ...raised, color: inline.link.color, underline: false, link: node },
          false,
        )
        break
      }
      case 'image': {
        const picture = { image: node.image, ...context.pictureSize(node) }
        add(node, objectCharacter, { ...around, picture }, false)
        break
      }
    }
  }
  walk(nodes, {
    request: requestOf(style, context.language),
    color: style.color,
    ...plain,
    points: null,
  })
  return spans
}

function scripted(around: Around, up: boolean, { script }: ItemContext): Around {
  const { request, rise } = around
  const moved = (up ? script.raise : -script.drop) * request.size
  // Figures of several heights would stand at several heights.
  const features = request.features.replace(figureTags['old-style'], figureTags.lining)
  return {
    ...around,
    request: { ...request, size: request.size * script.size, features },
    rise: rise + moved,
  }
}

function styledAs(name: Styled['style'], around: Around, { inline, highlight, key }: ItemContext): Around {
  const { request, marking } = around
  if (name === 'highlight') return { ...around, marking: { ...marking, background: highlight } }
  if (name === 'small-caps') {
    const features = request.features.includes(smallCaps)
      ? request.features
      : `${request.features} ${smallCaps}`
    return { ...around, request: { ...request, features } }
  }
  if (name !== 'keyboard') return { ...around, marking: { ...marking, underline: true } }
  const { family, sizeFactor } = inline.code
  return {
    ...around,
    request: { ...request, family, size: request.size * sizeFactor, letterSpacing: 0 },
    marking: { ...marking, background: key },
  }
}

function heavier(request: FontRequest, weight: number): FontRequest {
  return { ...request, weight: Math.max(request.weight, weight) }
}

/** White space becomes one space that belongs to the node where it starts; none at the ends or beside a line break. */
export function foldSpaces(spans: readonly Span[]): readonly Span[] {
  let open = true
  const folded: Span[] = []
  for (const span of spans) {
    let text = span.text
    if (/[\t\n\r\f\u2028]| {2}/.test(text))
      text = text.replace(/[ \t\n\r\f]+/g, ' ').replace(/ ?\u2028 ?/g, lineBreakCharacter)
    if (open && text.charCodeAt(0) === 0x20) text = text.slice(1)
    if (text === '') continue
    if (text.charCodeAt(0) === lineBreak) dropSpace(folded)
    const last = text.charCodeAt(text.length - 1)
    open = last === 0x20 || last === lineBreak
    folded.push(text === span.text ? span : { ...span, text })
  }
  dropSpace(folded)
  return folded
}

/** Takes the space away that ends the text so far. */
function dropSpace(spans: Span[]): void {
  const span = spans.at(-1)
  if (span?.text.endsWith(' ') !== true) return
  spans.pop()
  if (span.text !== ' ') spans.push({ ...span, text: span.text.slice(0, -1) })
}
