/** Joins what a line shows into marks: runs of glyphs, links, pictures, and the rules that go with them. */
import type { FontFace } from '../fonts/types.ts'
import { round } from './round.ts'
import type { ShapedText } from './shape.ts'
import type { Piece } from './text.ts'
import type { Glyph, LinkArea, Mark, Owner } from './types.ts'

/** A stretch of the line in one piece, with its glyphs. */
export interface Segment {
  readonly piece: Piece
  readonly shaped: ShapedText
  /** Points that an inter-word space may give; 0 for words. */
  readonly stretch: number
  readonly shrink: number
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
export class LineBuilder {
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
