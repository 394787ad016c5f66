/** Words as glyphs at a size: shaped once for each font, from then on looked up. */
import { chooseFace } from '../fonts/face.ts'
import type { FontFace } from '../fonts/types.ts'
import { shapeWithHarfBuzz } from './harfbuzz.ts'
import { type LatinShaper, latinShaper, type ShapedGlyph, type Wishes } from './latin.ts'
import { type FaceTables, faceTables } from './opentype.ts'
import type { Glyph } from './types.ts'

/** Glyphs of one piece of text and the sum of their advances, points. */
export interface ShapedText {
  readonly glyphs: readonly Glyph[]
  readonly width: number
}

/** A face at a size, with its letter spacing, for text of one language. */
export interface Font {
  readonly face: FontFace
  readonly size: number
  /** Points. */
  readonly ascender: number
  readonly descender: number
  readonly shape: (text: string) => ShapedText
  /** The glyph of an inter-word space, for any character that stands for one. */
  readonly space: (text: string, advance: number) => Glyph
  /** Natural width of an inter-word space. */
  readonly spaceWidth: number
  /** Is every character of a text a simple one that it has? No: each one has to be looked at. */
  readonly hasAll: (text: string) => boolean
}

export interface FontRequest {
  readonly family: string
  readonly weight: number
  readonly italic: boolean
  readonly size: number
  readonly letterSpacing: number
  readonly language: string
  /** OpenType tags of figures and small capitals, in order and with spaces between. */
  readonly features: string
}

/** Fonts of one document. The same request gives the same object. */
export interface Fonts {
  readonly get: (request: FontRequest) => Font
  /** Finds the first font that has a character: the request's own, else another family's; undefined when none has it. */
  readonly chooser: (request: FontRequest) => (codePoint: number) => Font | undefined
}

/**
 * @param faces - of the design
 * @param fallback - families that are looked through before the others, which come in the order of their faces
 */
export function makeFonts(faces: readonly FontFace[], fallback: readonly string[] = []): Fonts {
  const fonts = new Map<string, Font>()
  const families = [...new Set([...fallback, ...faces.map(face => face.family)])]
  let last: { readonly request: FontRequest; readonly font: Font } | null = null
  const get = (request: FontRequest): Font => {
    // Block after block asks for the same.
    if (last !== null && isSame(last.request, request)) return last.font
    const font = find(request)
    last = { request, font }
    return font
  }
  const find = ({ family, weight, italic, size, letterSpacing, language, features }: FontRequest): Font => {
    const key = `${family}|${weight}|${italic}|${size}|${letterSpacing}|${language}|${features}`
    let font = fonts.get(key)
    if (font === undefined) {
      const face = chooseFace(faces, family, weight, italic) ?? faces[0]
      if (face === undefined) throw new Error('a design without faces')
      font = makeFont(face, size, letterSpacing, language, features)
      fonts.set(key, font)
    }
    return font
  }
  const chooser = (request: FontRequest) => {
    const own = get(request)
    const { glyphOf } = faceTables(own.face)
    const others = () => families.map(family => get({ ...request, family }))
    return (codePoint: number): Font | undefined =>
      glyphOf(codePoint) !== 0 ? own : others().find(({ face }) => faceTables(face).glyphOf(codePoint) !== 0)
  }
  return { get, chooser }
}

function isSame(a: FontRequest, b: FontRequest): boolean {
  if (a.size !== b.size || a.weight !== b.weight || a.italic !== b.italic) return false
  if (a.features !== b.features || a.letterSpacing !== b.letterSpacing) return false
  return a.language === b.language && a.family === b.family
}

/** Shaped words by face, language and wishes: sizes share them. */
const shapers = new WeakMap<FontFace, Map<string, (text: string) => readonly ShapedGlyph[]>>()

function shaperOf(
  face: FontFace,
  language: string,
  wishes: Wishes,
): (text: string) => readonly ShapedGlyph[] {
  const known = shapers.get(face) ?? new Map<string, (text: string) => readonly ShapedGlyph[]>()
  shapers.set(face, known)
  const key = `${language}|${wishes.features}|${wishes.ligated}`
  let shaper = known.get(key)
  if (shaper === undefined) {
    let plain: LatinShaper | null | undefined
    shaper = text => {
      if (plain === undefined) plain = latinShaper(face, language, wishes)
      return plain?.(text) ?? shapeWithHarfBuzz(face, text, language, wishes)
    }
    known.set(key, shaper)
  }
  return shaper
}

/** Combining marks begin here; before them, only the soft hyphen prints nothing. */
const firstMark = 0x300
const softHyphen = 0xad
const noBreakSpace = 0xa0

/** Dashes, quotation marks, bullets, dots. */
function isPunctuation(code: number): boolean {
  return code >= 0x2013 && code <= 0x2026
}

function makeFont(
  face: FontFace,
  size: number,
  letterSpacing: number,
  language: string,
  features: string,
): Font {
  const tables = faceTables(face)
  const scale = size / face.metrics.unitsPerEm
  const shaper = shaperOf(face, language, { features, ligated: letterSpacing === 0 })
  const words = new Map<string, ShapedText>()
  const spaceGlyph = tables.glyphOf(0x20)
  const advance = tables.advanceOf(spaceGlyph) * scale + letterSpacing
  const space: Glyph = { id: spaceGlyph, advance, dx: 0, dy: 0, text: ' ' }
  /** By glyph, the one that words share, unless kerning or a ligature makes it another, and what it was made of. */
  const usual: ({ readonly shaped: ShapedGlyph; readonly glyph: Glyph } | undefined)[] = []
  const sized = (shaped: ShapedGlyph): Glyph => {
    const known = usual[shaped.id]
    if (known?.shaped === shaped) return known.glyph
    const glyph = scaled(shaped, scale, letterSpacing)
    if (known !== undefined) return isSameGlyph(known.glyph, glyph) ? known.glyph : glyph
    usual[shaped.id] = { shaped, glyph }
    return glyph
  }
  return {
    face,
    size,
    ascender: face.metrics.ascender * scale,
    descender: face.metrics.descender * scale,
    spaceWidth: space.advance,
    space: (text, advance) => {
      if (text === ' ' && advance === space.advance) return space
      return { id: spaceGlyph, advance, dx: 0, dy: 0, text }
    },
    hasAll: text => {
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index)
        if (code === softHyphen || (code >= firstMark && !isPunctuation(code))) return false
        if (code !== 0x20 && code !== noBreakSpace && tables.glyphOf(code) === 0) return false
      }
      return true
    },
    shape: text => {
      let shaped = words.get(text)
      if (shaped === undefined) {
        const glyphs = withHyphens(text, tables, shaper).map(sized)
        let width = 0
        for (const glyph of glyphs) width += glyph.advance
        shaped = { glyphs, width }
        words.set(text, shaped)
      }
      return shaped
    },
  }
}

/** U+2010 and U+2011 look like the hyphen-minus: a face that has only that one sets them with it. */
function withHyphens(
  text: string,
  { glyphOf }: FaceTables,
  shaper: (text: string) => readonly ShapedGlyph[],
): readonly ShapedGlyph[] {
  if (!/[\u2010\u2011]/.test(text)) return shaper(text)
  const plain = text.replace(/[\u2010\u2011]/g, hyphen =>
    glyphOf(hyphen.charCodeAt(0)) === 0 ? '-' : hyphen,
  )
  let at = 0
  return shaper(plain).map(({ id, advance, dx, dy, text: { length } }) => {
    const own = text.slice(at, at + length)
    at += length
    return { id, advance, dx, dy, text: own }
  })
}

function scaled(glyph: ShapedGlyph, scale: number, letterSpacing: number): Glyph {
  const { id, advance, dx, dy, text } = glyph
  // A mark stays on its base: only glyphs that move on are spaced.
  const spacing = advance === 0 ? 0 : letterSpacing
  return { id, advance: advance * scale + spacing, dx: dx * scale, dy: dy * scale, text }
}

function isSameGlyph(a: Glyph, b: Glyph): boolean {
  return a.id === b.id && a.advance === b.advance && a.dx === b.dx && a.dy === b.dy && a.text === b.text
}

/**
 * Distance from the start of a text to each of its UTF-16 units, points; inside a ligature by equal parts.
 *
 * @returns one more number than the text has units
 */
export function offsets(shaped: ShapedText, length: number): readonly number[] {
  const found: number[] = [0]
  let x = 0
  let pending = 0
  let cluster = 0
  const close = () => {
    for (let unit = 1; unit <= cluster; unit++) found.push(x + (pending * unit) / cluster)
    x += pending
    pending = 0
  }
  for (const glyph of shaped.glyphs) {
    if (glyph.text !== '') {
      close()
      cluster = glyph.text.length
    }
    pending += glyph.advance
  }
  close()
  while (found.length <= length) found.push(x)
  return found
}
