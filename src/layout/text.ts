/** The text of a block: inline nodes as runs, each in one font and of one owner, with white space folded. */
import type { InlineStyles, TextStyle } from '../design/types.ts'
import { rightToLeft } from '../diagnostics/direction.ts'
import type {
  CrossReference,
  FootnoteReference,
  Inline,
  InlineImage,
  Link,
  Styled,
} from '../publication/model.ts'
import { isInvisible, type WordBreaker } from './breaks.ts'
import type { Font, FontRequest, Fonts } from './shape.ts'
import type { LayoutMessage, Owner } from './types.ts'

/** Text of one owner in one font. Boxes of one piece that meet in a line are shaped together. */
export interface Piece {
  readonly owner: Owner
  readonly font: Font
  readonly color: string
  readonly underline: boolean
  readonly link: LinkNode | null
  /** Points that it stands above the baseline; below it when negative. */
  readonly rise: number
  readonly marking: Marking
  /** A picture in the place of text. */
  readonly picture: InlinePicture | null
}

export type LinkNode = Link | CrossReference | FootnoteReference

/** What is drawn with a piece; a background of '' is none. */
export interface Marking {
  readonly strike: boolean
  readonly underline: boolean
  readonly background: string
}

export interface InlinePicture {
  readonly image: string
  /** Points. */
  readonly width: number
  readonly height: number
}

/** A run of text before fonts are looked up character by character. */
interface Span {
  readonly text: string
  readonly request: FontRequest
  readonly piece: Omit<Piece, 'font'>
  readonly hyphenate: boolean
  readonly points: WordBreaker | null
}

/** What turning inline nodes into items needs. */
export interface ItemContext {
  readonly fonts: Fonts
  readonly inline: InlineStyles
  readonly script: { readonly size: number; readonly raise: number; readonly drop: number }
  /** Backgrounds of highlighted words and of keys. */
  readonly highlight: string
  readonly key: string
  readonly language: string
  /** Where words of another language may be broken. */
  readonly pointsOf: (language: string) => WordBreaker
  /** Size of a picture in a line, points. */
  readonly pictureSize: (node: InlineImage) => { readonly width: number; readonly height: number }
  /** Label of the page on which a block begins. */
  readonly pageLabel: (target: string) => string
  /** Number of a footnote, as its page prints it. */
  readonly noteNumber: (id: string) => string
  readonly report: (message: LayoutMessage) => void
}

/** Inside the text, a forced line break: its code. */
export const lineBreak = 0x2028
const lineBreakCharacter = '\u2028'

/** Inside the text, a picture. */
const objectCharacter = '\ufffc'

/** The text of inline nodes with the style of each piece; the first step, the same for every attempt. */
export interface PreparedText {
  readonly text: string
  readonly runs: readonly Run[]
}

/** Part of the text in one piece: UTF-16 offsets. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly piece: Piece
  readonly visible: boolean
  readonly hyphenate: boolean
  /** Of its own language, where that is not the block's. */
  readonly points: WordBreaker | null
}

/** Text of its own before a block's, in the block's style. */
export interface Prefix {
  readonly text: string
  readonly owner: Owner
  readonly weight?: number
}

/**
 * @param nodes - of one block
 * @param prefix - text of its own before them, in the block's style: a number, a label
 */
export function prepareText(
  nodes: readonly Inline[],
  prefix: Prefix | null,
  style: TextStyle,
  context: ItemContext,
): PreparedText {
  const before =
    prefix === null
      ? []
      : [plainSpan(prefix.text, prefix.owner, { ...style, weight: prefix.weight ?? style.weight }, context)]
  return fontRuns(foldSpaces([...before, ...spansOf(nodes, style, context)]), context)
}

/** Text as it stands, white space and all: a line of code. */
export function prepareVerbatim(
  text: string,
  owner: Owner,
  style: TextStyle,
  context: ItemContext,
): PreparedText {
  return fontRuns([plainSpan(text, owner, { ...style, uppercase: false }, context)], context)
}

const unmarked: Marking = { strike: false, underline: false, background: '' }
const plain = { underline: false, link: null, rise: 0, marking: unmarked, picture: null } as const

function plainSpan(text: string, owner: Owner, style: TextStyle, context: ItemContext): Span {
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

const smallCaps = 'smcp'

function featuresOf({ figures, smallCaps: small }: TextStyle): string {
  const tag = figures === 'lining' ? 'lnum' : 'onum'
  return small ? `${tag} ${smallCaps}` : tag
}

/** What surrounds an inline node. */
interface Around {
  readonly request: FontRequest
  readonly color: string
  readonly underline: boolean
  readonly link: LinkNode | null
  readonly rise: number
  readonly marking: Marking
  readonly picture: InlinePicture | null
  readonly points: WordBreaker | null
}

function spansOf(nodes: readonly Inline[], style: TextStyle, context: ItemContext): readonly Span[] {
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
  return { ...around, request: { ...request, size: request.size * script.size }, rise: rise + moved }
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
function foldSpaces(spans: readonly Span[]): readonly Span[] {
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

/** Finds the font of every character. */
function fontRuns(spans: readonly Span[], context: ItemContext): PreparedText {
  const runs: Run[] = []
  let text = ''
  for (const span of spans) {
    // Of the opening and of page furniture; the publication's text has none.
    const backwards = rightToLeft.exec(span.text)?.[0]
    if (backwards !== undefined) {
      context.report({ rule: 'right-to-left', facts: { text: backwards }, node: nodeOf(span.piece.owner) })
      continue
    }
    const choose = context.fonts.chooser(span.request)
    const own = context.fonts.get(span.request)
    if (span.request.features.includes(smallCaps)) checkSmallCaps(span, own, context)
    if (span.piece.picture === null && own.hasAll(span.text)) {
      const piece = { ...span.piece, font: own }
      const { hyphenate, points } = span
      runs.push({
        start: text.length,
        end: text.length + span.text.length,
        piece,
        visible: true,
        hyphenate,
        points,
      })
      text += span.text
      continue
    }
    const pieces = new Map<Font, Piece>()
    let current: { font: Font; start: number; visible: boolean } | null = null
    const close = (end: number) => {
      if (current === null) return
      const { font, start, visible } = current
      const piece = pieces.get(font) ?? { ...span.piece, font }
      pieces.set(font, piece)
      runs.push({ start, end, piece, visible, hyphenate: span.hyphenate, points: span.points })
    }
    let at = text.length
    let previous = ''
    for (const character of span.text) {
      const visible = !isInvisible(character)
      const stays =
        span.piece.picture !== null ||
        !visible ||
        (follows(character) && isComposed(previous, character, choose))
      previous = character
      const font: Font = stays
        ? (current?.font ?? context.fonts.get(span.request))
        : fontFor(character, choose, span, context)
      if (current === null || current.font !== font || current.visible !== visible) {
        close(at)
        current = { font, start: at, visible }
      }
      at += character.length
    }
    close(at)
    text += span.text
  }
  return { text, runs }
}

/** Every small letter must have another form as a small capital: a scaled capital is none. */
function checkSmallCaps({ text, request, piece: { owner } }: Span, own: Font, context: ItemContext): void {
  const plainFont = context.fonts.get({ ...request, features: '' })
  for (const letter of new Set(text.match(/\p{Ll}/gu))) {
    const [small, usual] = [own, plainFont].map(font => font.shape(letter).glyphs[0]?.id)
    if (small !== usual || usual === 0) continue
    context.report({
      rule: 'small-caps-missing',
      facts: { letter, family: request.family },
      node: nodeOf(owner),
    })
    return
  }
}

/** For messages; null in the opening and in page furniture. */
function nodeOf(owner: Owner): LayoutMessage['node'] {
  return owner.kind === 'content' && owner.node.type !== 'opening' ? owner.node : null
}

/** Combining marks, joiners and variation selectors stay with the character before them; any font has the spaces. */
function follows(character: string): boolean {
  if (character < '\u0300') return character === ' '
  return character === lineBreakCharacter || /^(?:\p{M}|\u200c|\u200d)$/u.test(character)
}

/** A mark that no font has is no loss where it makes one letter with the character before it. */
function isComposed(
  previous: string,
  mark: string,
  choose: (codePoint: number) => Font | undefined,
): boolean {
  if (!/^\p{M}$/u.test(mark) || choose(mark.codePointAt(0) ?? 0) !== undefined) return true
  const composed = (previous + mark).normalize('NFC')
  return composed.length === 1 && choose(composed.charCodeAt(0)) !== undefined
}

/** A font has these by its ordinary space or hyphen. */
const standIns: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2007': ' ',
  '\u2011': '-',
  '\u2010': '-',
}

function fontFor(
  character: string,
  choose: (codePoint: number) => Font | undefined,
  span: Span,
  context: ItemContext,
): Font {
  const wanted = character > '~' ? (standIns[character] ?? character) : character
  const font = choose(wanted.codePointAt(0) ?? 0)
  if (font !== undefined) return font
  const { owner } = span.piece
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  context.report({
    rule: 'missing-glyph',
    facts: { character, code: `U+${code}`, family: span.request.family },
    node: nodeOf(owner),
  })
  return context.fonts.get(span.request)
}
