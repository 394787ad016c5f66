/** Sets a paragraph: breaks it with more and more means until it fits, then makes the marks of every line. */
import type { TextStyle } from '../design/types.ts'
import type { FontFace } from '../fonts/types.ts'
import type { WordBreaker } from './breaks.ts'
import { loosened, makeItems, type Paragraph } from './items.ts'
import { type Break, breakLines, forbidden, leftOf, lineStart, rightOf } from './lines.ts'
import { round } from './round.ts'
import type { ShapedText } from './shape.ts'
import type { Piece, PreparedText } from './text.ts'
import type { Glyph, LinkArea, Mark, Owner } from './types.ts'

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

/** Where lines may stand. */
export interface Measure {
  readonly width: number
  readonly style: TextStyle
  readonly points: WordBreaker
  readonly plainPoints: WordBreaker
  /** The last line ends in a space too: other text follows on its line. */
  readonly spaceAfter: boolean
  /** May the first and last letters of justified lines stand out of the measure? */
  readonly hanging: boolean
  /** Part of its width by which a justified line's letters may be made wider or narrower; 0 for none. */
  readonly give: number
}

/** No space grows beyond this ratio of its stretch: twice its width. Where that isn't enough the line stays short. */
const widest = 2

/** Up to this ratio wider spaces are better than hyphens. */
const withoutHyphens = 0.85

/** In measures below this, relative to the size, spaces that allow no break do so rather than stand out. */
const narrowMeasure = 20

/** @returns at least one line for a text that isn't empty */
export function setParagraph(text: PreparedText, wanted: Measure): readonly SetLine[] {
  if (text.text === '') return []
  // A picture keeps its size.
  const pictures = text.runs.some(({ piece }) => piece.picture !== null)
  const measure = pictures ? { ...wanted, give: 0 } : wanted
  const { paragraph, breaks } = broken(text, measure)
  const lines: SetLine[] = []
  let after = -1
  for (const [index, { at }] of breaks.entries()) {
    const start = lineStart(paragraph.items, after)
    lines.push(setLine(paragraph, start, at, index, index === breaks.length - 1, measure))
    after = at
  }
  return lines
}

/** The attempts of Knuth and Plass: without hyphenation, with it, and with whatever it takes. */
function broken(
  text: PreparedText,
  { width, style, points, plainPoints, hanging, give }: Measure,
): { paragraph: Paragraph; breaks: readonly Break[] } {
  const measure = (line: number) => (line === 0 ? width - style.indent : width)
  const justified = style.align === 'justify'
  const ragged = justified ? 0 : 2.5 * style.size
  const attempt = { plainPoints, hanging: hanging && justified, widest: Number.POSITIVE_INFINITY }
  const narrow = width < narrowMeasure * style.size
  // In a narrow measure a short last line is better than a hyphen: «Duración / (h)».
  const shortest = narrow && !justified ? 0 : Math.max(style.indent, style.size)
  const setting = { measure, ragged, give: justified ? give : 0, spare: 0, emergency: false, shortest }
  // Ragged text takes uneven lines before hyphens.
  const plain = makeItems(text, { ...attempt, points: plainPoints })
  const first = breakLines(plain.items, { ...setting, tolerance: justified ? withoutHyphens : 2.5 })
  if (first !== null) return { paragraph: plain, breaks: first }

  const hyphenated = makeItems(text, { ...attempt, points })
  const { items } = hyphenated
  const second = { ...setting, tolerance: justified ? widest : 4 }
  const breaks = breakLines(items, second) ?? breakLines(items, { ...second, shortest: 0 })
  if (breaks !== null) return { paragraph: hyphenated, breaks }

  const made = makeItems(text, { ...attempt, points, widest: measure(0) })
  const last = narrow ? { ...made, items: loosened(made.items, measure(0)) } : made
  const desperate = {
    ...setting,
    tolerance: 1e4,
    shortest: 0,
    spare: width / 20,
    emergency: true,
  }
  return {
    paragraph: last,
    breaks: breakLines(last.items, desperate) ?? [{ at: last.items.length - 1, ratio: 0 }],
  }
}

/** A stretch of the line in one piece, with its glyphs. */
interface Segment {
  readonly piece: Piece
  readonly shaped: ShapedText
  /** Points that an inter-word space may give; 0 for words. */
  readonly stretch: number
  readonly shrink: number
}

function setLine(
  paragraph: Paragraph,
  start: number,
  end: number,
  index: number,
  last: boolean,
  { width, style, spaceAfter, give }: Measure,
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

/** Glyphs of a segment, each as much wider than it is. */
interface Shown {
  readonly glyphs: readonly Glyph[]
  /** Points. */
  readonly more: number
}

const nothingShown: Shown = { glyphs: [], more: 0 }
const noGlyph: Glyph = { id: 0, advance: 0, dx: 0, dy: 0, text: '' }

/** Joins segments into marks: text of one piece is one mark, a link one area, an underline one rule. */
class LineBuilder {
  readonly marks: Mark[] = []
  rise = 0
  private readonly scale: number
  private x: number
  private space: { natural: Glyph | null; made: Glyph; by: number } = { natural: null, made: noGlyph, by: 0 }
  private open: { readonly piece: Piece; readonly x: number; readonly shown: Shown[] } | null = null
  private link: { owner: Owner; piece: Piece; x: number } | null = null

  /** @param scale - width of the letters, relative to their own */
  constructor(x: number, scale: number) {
    this.x = x
    this.scale = scale
  }

  add({ piece, shaped: { glyphs, width } }: Segment, more: number): void {
    if (this.open !== null && this.open.piece !== piece) this.flush()
    if (this.link !== null && this.link.piece.link !== piece.link) this.closeLink()
    if (piece.link !== null && this.link === null) {
      this.link = { owner: { kind: 'content', node: piece.link, part: 'text' }, piece, x: this.x }
    }
    if (piece.picture !== null) this.addPicture(piece)
    else {
      this.open ??= { piece, x: this.x, shown: [] }
      this.open.shown.push({ glyphs, more })
    }
    this.x += width * this.scale + more
  }

  /** In an array of their size, as a book keeps a million: counted loops, most run before V8 has optimised for-of. */
  private glyphsOf(shown: readonly Shown[]): readonly Glyph[] {
    let count = 0
    for (let part = 0; part < shown.length; part++) count += shown[part]?.glyphs.length ?? 0
    const line = new Array<Glyph>(count)
    let to = 0
    for (let part = 0; part < shown.length; part++) {
      const { glyphs, more } = shown[part] ?? nothingShown
      for (let at = 0; at < glyphs.length; at++) {
        const glyph = glyphs[at] ?? noGlyph
        line[to++] = more === 0 ? glyph : this.stretched(glyph, more / this.scale)
      }
    }
    return line
  }

  /** The spaces of a line in one font are one object. */
  private stretched(glyph: Glyph, more: number): Glyph {
    const { natural, made, by } = this.space
    if (natural === glyph && by === more) return made
    const { id, advance, dx, dy, text } = glyph
    this.space = { natural: glyph, by: more, made: { id, advance: advance + more, dx, dy, text } }
    return this.space.made
  }

  closeLine(space: Segment | null): void {
    const end = this.x
    if (space !== null && space.piece.picture === null) this.add(space, 0)
    this.flush(end)
    this.closeLink(end)
  }

  private addPicture({ owner, picture, rise }: Piece): void {
    if (picture === null) return
    const { image, width, height } = picture
    const source = { kind: 'image' as const, image }
    const y = round(-rise - height)
    this.marks.push({
      kind: 'picture',
      owner,
      source,
      x: round(this.x),
      y,
      width: round(width),
      height: round(height),
    })
    this.rise = Math.max(this.rise, rise + height)
  }

  private flush(end = this.x): void {
    if (this.open === null) return
    const { piece, x, shown } = this.open
    const { owner, color, font, rise } = piece
    const glyphs = this.glyphsOf(shown)
    this.marks.push({
      kind: 'glyphs',
      owner,
      face: font.face,
      size: font.size,
      color,
      x: round(x),
      y: rise === 0 ? 0 : round(-rise),
      scale: this.scale,
      glyphs,
    })
    this.marks.push(...markingOf(piece, round(x), round(Math.min(end, this.x) - x)))
    this.open = null
  }

  private closeLink(end = this.x): void {
    if (this.link === null) return
    const { owner, piece, x } = this.link
    const { link, font, underline, color, rise } = piece
    const width = round(end - x)
    this.link = null
    if (link === null || width <= 0) return
    const target: LinkArea['target'] =
      link.type === 'link'
        ? { kind: 'url' as const, url: link.url }
        : { kind: 'block' as const, id: link.target }
    const height = round(font.ascender - font.descender)
    this.marks.push({
      kind: 'link',
      owner,
      x: round(x),
      y: round(-font.ascender - rise),
      width,
      height,
      target,
    })
    if (underline) this.marks.push(underlineOf(font.face, font.size, round(x), width, color))
  }
}

function underlineOf({ metrics }: FontFace, size: number, x: number, width: number, color: string): Mark {
  const scale = size / metrics.unitsPerEm
  const height = Math.max(round(metrics.underlineThickness * scale), 0.3)
  const y = round(-metrics.underlinePosition * scale - height / 2)
  return { kind: 'rule', owner: { kind: 'artifact', role: 'rule' }, x, y, width, height, color }
}

/** Lines through and under a piece, and the colour behind it: decoration. */
function markingOf({ font, color, rise, marking }: Piece, x: number, width: number): readonly Mark[] {
  const { strike, underline, background } = marking
  const marks: Mark[] = []
  if (width <= 0) return marks
  if (background !== '') {
    const owner: Owner = { kind: 'artifact', role: 'background' }
    const height = round(font.ascender - font.descender)
    marks.push({ kind: 'rule', owner, x, y: round(-rise - font.ascender), width, height, color: background })
  }
  const line = underlineOf(font.face, font.size, x, width, color)
  if (underline) marks.push({ ...line, y: round(line.y - rise) })
  // A third of the size above the baseline is the middle of small letters.
  if (strike) marks.push({ ...line, y: round(-rise - font.size * 0.3) })
  return marks
}
