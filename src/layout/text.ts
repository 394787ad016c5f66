/** The text of a block, made ready once for every attempt at its lines. */
import type { InlineStyles, TextStyle } from '../design/types.ts'
import type { CrossReference, FootnoteReference, Inline, InlineImage, Link } from '../publication/model.ts'
import type { WordBreaker } from './breaks.ts'
import { fontRuns } from './runs.ts'
import type { Font, Fonts } from './shape.ts'
import { foldSpaces, plainSpan, spansOf } from './spans.ts'
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
