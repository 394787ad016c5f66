/** Makes a line of what it shows: its parts in their glyphs, and its spaces so wide that it fills the measure. */
import type { TextStyle } from '../design/types.ts'
import type { Paragraph } from './items.ts'
import { LineBuilder, type Segment } from './line-builder.ts'
import { forbidden, leftOf, rightOf } from './lines.ts'
import { round } from './round.ts'
import type { Piece } from './text.ts'
import type { Mark } from './types.ts'

/** One line: marks count x from the text's left edge and y from the baseline. */
export interface SetLine {
  readonly marks: readonly Mark[]
  /** Points from the left edge to the end of the last visible glyph. */
  readonly end: number
  readonly spaceRatio: number
  readonly hyphenated: boolean
  readonly last: boolean
  readonly overflow: number
  /** Points that a picture in it stands above the baseline. */
  readonly rise: number
}

/** Where a line stands. */
export interface LineMeasure {
  readonly width: number
  readonly style: TextStyle
  /** The last line ends in a space too: other text follows on its line. */
  readonly spaceAfter: boolean
  /** Part of its width by which a justified line's letters may be made wider or narrower; 0 for none. */
  readonly give: number
}

/** No space grows beyond this ratio of its stretch: twice its width. Where that isn't enough the line stays short. */
export const widest = 2

/**
 * @param start - its first item
 * @param end - the item at which it is broken
 * @param index - of the line in its paragraph, from 0
 */
export function setLine(
  paragraph: Paragraph,
  start: number,
  end: number,
  index: number,
  last: boolean,
  { width, style, spaceAfter, give }: LineMeasure,
): SetLine {
  const segments = segmentsOf(paragraph, start, end)
  const indent = index === 0 ? style.indent : 0
  let natural = 0
  let spaces = 0
  let stretch = 0
  let shrink = 0
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at]
    if (segment === undefined) break
    natural += segment.shaped.width
    if (segment.stretch > 0) spaces += segment.shaped.width
    stretch += segment.stretch
    shrink += shrinkOf(segment, give)
  }
  const left = leftOf(paragraph.items, start)
  const right = rightOf(paragraph.items, end)
  const inside = natural - left - right
  const final = paragraph.items[end]
  const ends = last || (final?.type === 'penalty' && final.penalty === -forbidden)
  // A last line a hair too long is squeezed like the others.
  const fills = style.align === 'justify' && !(ends && width - indent >= inside)
  const scale = fills ? scaleOf((width - indent - spaces) / (inside - spaces), give) : 1
  const slack = width - indent - spaces - (inside - spaces) * scale
  const ratio = fills ? ratioOf(slack, stretch, shrink) : 0
  const set = spaces + (natural - spaces) * scale + ratio * (ratio >= 0 ? stretch : shrink)
  const rest = width - indent - set + (left + right) * scale
  const x = indent - left * scale + (style.align === 'right' ? rest : style.align === 'center' ? rest / 2 : 0)
  const builder = new LineBuilder(x, scale)
  let spaceRatio = 1
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at]
    if (segment === undefined) break
    const { shaped, stretch } = segment
    // Letters give first, and spaces keep their width as long as that is enough.
    const more =
      stretch > 0 ? shaped.width * (1 - scale) + ratio * (ratio >= 0 ? stretch : shrinkOf(segment, give)) : 0
    if (stretch > 0) spaceRatio = scale + more / shaped.width
    builder.add(segment, more)
  }
  builder.closeLine(last && spaceAfter ? spaceOf(segments.at(-1)?.piece) : endSpace(paragraph, end))
  const hyphenated = final?.type === 'penalty' && final.flagged
  const overflow = Math.max(0, round(-rest))
  return {
    marks: builder.marks,
    end: x + set,
    spaceRatio: round(spaceRatio),
    hyphenated,
    last,
    overflow,
    rise: builder.rise,
  }
}

/** Total fit counts with letters and spaces that give alike: what spaces kept as long as they could is theirs to lose. */
function shrinkOf({ shaped, stretch, shrink }: Segment, give: number): number {
  return stretch > 0 ? shrink + give * shaped.width : shrink
}

/** Steps of a thousandth: what is left over is the spaces'. */
function scaleOf(wanted: number, give: number): number {
  const scale = Math.min(Math.max(wanted, 1 - give), 1 + give)
  return (scale < 1 ? Math.ceil(scale * 1000) : Math.floor(scale * 1000)) / 1000
}

function ratioOf(slack: number, stretch: number, shrink: number): number {
  if (slack >= 0) return stretch > 0 ? Math.min(slack / stretch, widest) : 0
  return shrink > 0 ? Math.max(slack / shrink, -1) : 0
}

/** The text of a line, shaped: parts of words as the paragraph's items know them, what a break has cut anew. */
function segmentsOf({ items, pieces }: Paragraph, start: number, end: number): readonly Segment[] {
  const segments: Segment[] = []
  let piece: Piece | null = null
  let text = ''
  const flush = () => {
    if (piece !== null && text !== '')
      segments.push({ piece, shaped: piece.font.shape(text), stretch: 0, shrink: 0 })
    text = ''
  }
  for (let at = start; at < end; at++) {
    const item = items[at]
    const own = pieces[at] ?? null
    if (item === undefined || own === null || item.type === 'penalty') continue
    const { whole } = item
    if (whole !== null && at + whole.count <= end) {
      flush()
      segments.push({ piece: own, shaped: whole.shaped, stretch: item.stretch, shrink: item.shrink })
      at += whole.count - 1
    } else if (item.visible && own.picture === null) {
      // The rest of a part stays one with what the line has of it.
      if (whole !== null || own !== piece) flush()
      piece = own
      text += item.text
    } else {
      flush()
      const { text: unseen, width } = item
      const glyphs = own.picture === null ? [own.font.space(unseen, width)] : []
      segments.push({ piece: own, shaped: { glyphs, width }, stretch: 0, shrink: 0 })
    }
  }
  const final = items[end]
  const own = pieces[end] ?? null
  if (final?.type === 'penalty' && own !== null && final.text === '-') {
    if (own !== piece) flush()
    piece = own
    text += final.text
    flush()
    markHyphen(segments)
  } else flush()
  return segments
}

/** The hyphen that line breaking put in reads as U+00AD. */
function markHyphen(segments: Segment[]): void {
  const segment = segments.pop()
  const hyphen = segment?.shaped.glyphs.at(-1)
  if (segment === undefined || hyphen === undefined) return
  const { piece, shaped } = segment
  const { id, advance, dx, dy } = hyphen
  const glyphs = [...shaped.glyphs.slice(0, -1), { id, advance, dx, dy, text: '\u00ad' }]
  segments.push({ piece, shaped: { glyphs, width: shaped.width }, stretch: 0, shrink: 0 })
}

/** The space at which a line ends is kept, so that copied text has its words apart. */
function endSpace({ items, pieces }: Paragraph, end: number): Segment | null {
  const item = items[end]
  const piece = pieces[end] ?? null
  if (piece === null || item === undefined || item.type === 'box') return null
  if (item.type === 'penalty' && item.text !== ' ') return null
  return spaceOf(piece, item.text)
}

function spaceOf(piece: Piece | undefined, text = ' '): Segment | null {
  if (piece === undefined) return null
  const width = piece.font.spaceWidth
  return { piece, shaped: { glyphs: [piece.font.space(text, width)], width }, stretch: 0, shrink: 0 }
}
