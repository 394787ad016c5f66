/** Spans as runs: every character in a font that has it, or told. */
import { rightToLeft } from '../diagnostics/direction.ts'
import { isInvisible } from './breaks.ts'
import type { Font } from './shape.ts'
import { lineBreakCharacter, type Span, smallCaps } from './spans.ts'
import type { ItemContext, Piece, PreparedText, Run } from './text.ts'
import type { LayoutMessage, Owner } from './types.ts'

/** Finds the font of every character. */
export function fontRuns(spans: readonly Span[], context: ItemContext): PreparedText {
  const runs: Run[] = []
  let text = ''
  for (const span of spans) {
    const own = context.fonts.get(span.request)
    const simple = span.piece.picture === null && own.hasAll(span.text)
    // Of the opening and of page furniture; the publication's text has none.
    const backwards = simple ? undefined : rightToLeft.exec(span.text)?.[0]
    if (backwards !== undefined) {
      context.report({ rule: 'right-to-left', facts: { text: backwards }, node: nodeOf(span.piece.owner) })
      continue
    }
    if (span.request.features.includes(smallCaps)) checkSmallCaps(span, own, context)
    if (simple) {
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
    const choose = context.fonts.chooser(span.request)
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
