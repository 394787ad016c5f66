/**
 * A paragraph as boxes, glue and penalties. Mixed styles stand in one list, and every piece knows its font and the
 * node that it belongs to.
 */
import type { InlineStyles, TextStyle } from '../design/types.ts'
import type { CrossReference, Inline, Link } from '../publication/model.ts'
import { type BreakPoint, isInvisible, isLetter, type WordBreaker } from './breaks.ts'
import { forbidden, type Item } from './lines.ts'
import { type Font, type FontRequest, type Fonts, offsets } from './shape.ts'
import type { LayoutMessage, Owner } from './types.ts'

/** Text of one owner in one font. Boxes of one piece that meet in a line are shaped together. */
export interface Piece {
  readonly owner: Owner
  readonly font: Font
  readonly color: string
  readonly underline: boolean
  readonly link: Link | CrossReference | null
}

/** What an item prints: `visible` false gives its text to the reader with no width and no ink. */
export interface Content {
  readonly piece: Piece
  readonly text: string
  readonly visible: boolean
}

/** `items[i]` prints `contents[i]`; for a penalty, when a line ends there. */
export interface Paragraph {
  readonly items: readonly Item[]
  readonly contents: readonly (Content | null)[]
}

/** A run of text before fonts are looked up character by character. */
interface Span {
  readonly text: string
  readonly request: FontRequest
  readonly piece: Omit<Piece, 'font'>
  readonly hyphenate: boolean
}

/** What turning inline nodes into items needs. */
export interface ItemContext {
  readonly fonts: Fonts
  readonly inline: InlineStyles
  readonly language: string
  /** Label of the page on which a block begins. */
  readonly pageLabel: (target: string) => string
  readonly report: (message: LayoutMessage) => void
}

/** Inside the text, a forced line break. */
const lineBreak = '\u2028'

/** How far inter-word spaces give, as parts of their width: with ratios up to 2 never over twice the width. */
const spaceStretch = 0.5
const spaceShrink = 0.27

/** The text of inline nodes with the style of each piece; the first step, the same for every attempt. */
export interface PreparedText {
  readonly text: string
  readonly runs: readonly Run[]
}

/** Part of the text in one piece: UTF-16 offsets. */
interface Run {
  readonly start: number
  readonly end: number
  readonly piece: Piece
  readonly visible: boolean
  readonly hyphenate: boolean
}

/**
 * @param nodes - of one block
 * @param prefix - text of its own before them, in the block's style: a number, a label
 */
export function prepareText(
  nodes: readonly Inline[],
  prefix: { readonly text: string; readonly owner: Owner } | null,
  style: TextStyle,
  context: ItemContext,
): PreparedText {
  const before = prefix === null ? [] : [plainSpan(prefix.text, prefix.owner, style, context)]
  return fontRuns(foldSpaces([...before, ...spansOf(nodes, style, context)]), context)
}

function plainSpan(text: string, owner: Owner, style: TextStyle, context: ItemContext): Span {
  return {
    text: style.uppercase ? text.toUpperCase() : text,
    request: requestOf(style, context.language),
    piece: { owner, color: style.color, underline: false, link: null },
    hyphenate: false,
  }
}

function requestOf(style: TextStyle, language: string): FontRequest {
  const { family, weight, italic, size, letterSpacing } = style
  return { family, weight, italic, size, letterSpacing, language }
}

/** What surrounds an inline node. */
interface Around {
  readonly request: FontRequest
  readonly color: string
  readonly underline: boolean
  readonly link: Link | CrossReference | null
}

function spansOf(nodes: readonly Inline[], style: TextStyle, context: ItemContext): readonly Span[] {
  const spans: Span[] = []
  const add = (node: Inline, text: string, around: Around, hyphenate: boolean) => {
    const { color, underline, link } = around
    spans.push({
      text: style.uppercase ? text.toUpperCase() : text,
      request: around.request,
      piece: { owner: { kind: 'content', node, part: 'text' }, color, underline, link },
      hyphenate,
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
        add(node, lineBreak, around, false)
        break
      case 'pageReference':
        add(node, `${node.before}${context.pageLabel(node.target)}${node.after}`, around, false)
        break
      case 'link':
      case 'crossReference': {
        const { color, underline, weight } = inline.link
        walk(node.children, { request: heavier(request, weight), color, underline, link: node })
        break
      }
    }
  }
  walk(nodes, {
    request: requestOf(style, context.language),
    color: style.color,
    underline: false,
    link: null,
  })
  return spans
}

function heavier(request: FontRequest, weight: number): FontRequest {
  return { ...request, weight: Math.max(request.weight, weight) }
}

/** White space becomes one space that belongs to the node where it starts; none at the ends or beside a line break. */
function foldSpaces(spans: readonly Span[]): readonly Span[] {
  let open = true
  const folded: Span[] = []
  for (const span of spans) {
    let text = ''
    for (const token of span.text.match(/[ \t\n\r\f]+|\u2028|[^ \t\n\r\f\u2028]+/g) ?? []) {
      const first = token.charAt(0)
      if (/[ \t\n\r\f]/.test(first)) {
        if (!open) text += ' '
        open = true
        continue
      }
      if (first === lineBreak) [text] = dropSpace(folded, text)
      text += token
      open = first === lineBreak
    }
    folded.push({ ...span, text })
  }
  dropSpace(folded, '')
  return folded.filter(span => span.text !== '')
}

/** Takes the space away that ends the text so far, in `text` or in the last span that has any. */
function dropSpace(spans: Span[], text: string): [string] {
  if (text.endsWith(' ')) return [text.slice(0, -1)]
  for (let index = spans.length - 1; text === '' && index >= 0; index--) {
    const span = spans[index]
    if (span === undefined || span.text === '') continue
    if (span.text.endsWith(' ')) spans[index] = { ...span, text: span.text.slice(0, -1) }
    break
  }
  return [text]
}

/** Finds the font of every character. */
function fontRuns(spans: readonly Span[], context: ItemContext): PreparedText {
  const runs: Run[] = []
  let text = ''
  for (const span of spans) {
    const pieces = new Map<Font, Piece>()
    const choose = context.fonts.chooser(span.request)
    let current: { font: Font; start: number; visible: boolean } | null = null
    const close = (end: number) => {
      if (current === null) return
      const { font, start, visible } = current
      const piece = pieces.get(font) ?? { ...span.piece, font }
      pieces.set(font, piece)
      runs.push({ start, end, piece, visible, hyphenate: span.hyphenate })
    }
    let at = text.length
    for (const character of span.text) {
      const visible = !isInvisible(character)
      const font: Font =
        !visible || follows(character)
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

/** Combining marks, joiners and variation selectors stay with the character before them; any font has the spaces. */
function follows(character: string): boolean {
  return character > '~' ? /^(?:\p{M}|\u00ad|\u200c|\u200d|\u2028)$/u.test(character) : character === ' '
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
    node: owner.kind === 'content' && owner.node.type !== 'opening' ? owner.node : null,
  })
  return context.fonts.get(span.request)
}

/** Where words may be broken beside the spaces: how hard an attempt tries. */
export interface Attempt {
  readonly points: WordBreaker
  /** The same for text that isn't hyphenated. */
  readonly plainPoints: WordBreaker
  /** Words wider than this are broken anywhere, points. */
  readonly widest: number
}

/** The items of a text, ending in the penalty that ends the last line. */
export function makeItems({ text, runs }: PreparedText, attempt: Attempt): Paragraph {
  const items: Item[] = []
  const contents: (Content | null)[] = []
  const push = (item: Item, content: Content | null) => {
    items.push(item)
    contents.push(content)
  }
  let run = 0
  const runAt = (offset: number): Run | undefined => {
    while ((runs[run]?.end ?? Number.POSITIVE_INFINITY) <= offset) run++
    return runs[run]
  }
  for (let start = 0; start < text.length; ) {
    const found = runAt(start)
    if (found === undefined) break
    const first = text.charAt(start)
    let end = start + 1
    if (first === lineBreak) {
      push(newLine, { piece: found.piece, text: ' ', visible: true })
    } else if (isSpace(first.charCodeAt(0))) {
      push(glueOf(first, found.piece, holdsTogether(text, start)), {
        piece: found.piece,
        text: first,
        visible: true,
      })
    } else {
      while (end < text.length && !endsWord(text.charCodeAt(end))) end++
      pushWord(text, start, end, runs, run, attempt, push)
    }
    start = end
  }
  push(newLine, null)
  return { items, contents }
}

const newLine: Item = { type: 'penalty', width: 0, penalty: -forbidden, flagged: false }

function endsWord(code: number): boolean {
  return isSpace(code) || code === 0x2028
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x2007 || code === 0x202f
}

/** A space inside guillemets or before double punctuation, as French sets them, keeps its neighbours together. */
function holdsTogether(text: string, at: number): boolean {
  const after = text.charAt(at + 1)
  if (text.charAt(at - 1) === '«' || after === '»') return true
  const beyond = text.charCodeAt(at + 2)
  return after !== '' && ':;!?'.includes(after) && (Number.isNaN(beyond) || endsWord(beyond))
}

function glueOf(space: string, { font }: Piece, together: boolean): Item {
  const natural = font.spaceWidth
  // The narrow no-break space stands before French punctuation and between thousands: it doesn't give.
  if (space === '\u202f')
    return { type: 'glue', width: natural * 0.7, stretch: 0, shrink: 0, breakable: false }
  return {
    type: 'glue',
    width: natural,
    stretch: natural * spaceStretch,
    shrink: natural * spaceShrink,
    breakable: space === ' ' && !together,
  }
}

function pushWord(
  text: string,
  start: number,
  end: number,
  runs: readonly Run[],
  firstRun: number,
  attempt: Attempt,
  push: (item: Item, content: Content | null) => void,
): void {
  const breaker = runs[firstRun]?.hyphenate === true ? attempt.points : attempt.plainPoints
  const points = breaker(text.slice(start, end))
  for (let index = firstRun; index < runs.length; index++) {
    const run = runs[index]
    if (run === undefined || run.start >= end) break
    const from = Math.max(run.start, start)
    const to = Math.min(run.end, end)
    const { piece } = run
    const part = text.slice(from, to)
    if (!run.visible) {
      push({ type: 'box', width: 0, letters: 0 }, { piece, text: part, visible: false })
    } else {
      pushPart(part, from - start, piece, points, attempt.widest, push)
    }
    const atEnd = points.find(point => start + point.at === to)
    if (atEnd !== undefined && to < end) pushPoint(atEnd, piece, push)
  }
}

/** @param from - where the part begins in its word */
function pushPart(
  part: string,
  from: number,
  piece: Piece,
  points: readonly BreakPoint[],
  widest: number,
  push: (item: Item, content: Content | null) => void,
): void {
  const shaped = piece.font.shape(part)
  const anywhere = shaped.width > widest
  const inside = points.filter(({ at }) => at > from && at < from + part.length)
  if (inside.length === 0 && !anywhere) {
    push(
      { type: 'box', width: shaped.width, letters: letterCount(part) },
      { piece, text: part, visible: true },
    )
    return
  }
  const x = offsets(shaped, part.length)
  let begun = 0
  const box = (end: number) => {
    const text = part.slice(begun, end)
    const width = (x[end] ?? 0) - (x[begun] ?? 0)
    push({ type: 'box', width, letters: letterCount(text) }, { piece, text, visible: true })
    begun = end
  }
  for (const point of anywhere ? everywhere(part, from, inside) : inside) {
    box(point.at - from)
    pushPoint(point, piece, push)
  }
  box(part.length)
}

/** A break between any two characters, with those that the word offers anyway. */
function everywhere(part: string, from: number, inside: readonly BreakPoint[]): readonly BreakPoint[] {
  const offered = new Map(inside.map(point => [point.at, point]))
  const points: BreakPoint[] = []
  for (let at = 1; at < part.length; at++) {
    const point = offered.get(from + at)
    if (point !== undefined) points.push(point)
    else if (!startsInside(part, at))
      points.push({ at: from + at, penalty: 2000, flagged: false, hyphen: false })
  }
  return points
}

function pushPoint(
  point: BreakPoint,
  piece: Piece,
  push: (item: Item, content: Content | null) => void,
): void {
  const { penalty, flagged, hyphen } = point
  const width = hyphen ? piece.font.shape('-').width : 0
  push({ type: 'penalty', width, penalty, flagged }, hyphen ? { piece, text: '-', visible: true } : null)
}

/** Is this the second half of a surrogate pair, or a combining mark? */
function startsInside(text: string, at: number): boolean {
  return /^[\udc00-\udfffp{M}]/.test(text.slice(at, at + 1))
}

function letterCount(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (isLetter(code) || (code >= 0x30 && code <= 0x39)) count++
  }
  return count
}
