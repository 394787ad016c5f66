/** Characters to glyphs, and their advance widths: the tables cmap, hhea, hmtx and maxp (OpenType 1.9.1). */
import { type FontFile, openFont, table } from './tables.ts'
import type { FontFace } from './types.ts'

interface GlyphTables {
  readonly font: FontFile
  readonly lookup: (codePoint: number) => number
  readonly known: Map<number, number>
  readonly count: number
  /** Glyphs with an advance of their own; the last one's is that of all after it. */
  readonly advances: { readonly offset: number; readonly count: number }
}

const opened = new WeakMap<FontFace, GlyphTables>()

/**
 * @param codePoint - Unicode scalar value
 * @returns the glyph index; 0 (.notdef) when the face has none
 */
export function glyphFor(face: FontFace, codePoint: number): number {
  const { known, lookup } = tablesOf(face)
  let glyph = known.get(codePoint)
  if (glyph === undefined) {
    glyph = lookup(codePoint)
    known.set(codePoint, glyph)
  }
  return glyph
}

export function hasCharacter(face: FontFace, codePoint: number): boolean {
  return glyphFor(face, codePoint) !== 0
}

/** @returns font units */
export function advanceWidth(face: FontFace, glyph: number): number {
  const { font, advances } = tablesOf(face)
  return font.view.getUint16(advances.offset + 4 * Math.min(glyph, advances.count - 1))
}

export function glyphCount(face: FontFace): number {
  return tablesOf(face).count
}

/** The face's table directory, for readers of other tables (GSUB, GPOS). */
export function fontFile(face: FontFace): FontFile {
  return tablesOf(face).font
}

/** Checks that the tables this module reads are there and whole. */
export function checkGlyphTables(font: FontFile): void {
  openGlyphTables(font).lookup(0x20)
}

function tablesOf(face: FontFace): GlyphTables {
  const known = opened.get(face)
  if (known !== undefined) return known
  const font = openFont(face.bytes)
  // A face's metrics were read from the same bytes.
  if ('why' in font) throw new Error(`${face.path}: ${font.why}`)
  const tables = openGlyphTables(font)
  opened.set(face, tables)
  return tables
}

function openGlyphTables(font: FontFile): GlyphTables {
  const { view } = font
  const count = view.getUint16(table(font, 'maxp', 6).offset + 4)
  const advances = view.getUint16(table(font, 'hhea', 36).offset + 34)
  const { offset } = table(font, 'hmtx', 4 * advances)
  if (advances === 0) throw new RangeError('hhea numberOfHMetrics')
  return { font, lookup: characterMap(font), known: new Map(), count, advances: { offset, count: advances } }
}

/** Full Unicode (format 12) before its first plane (format 4), whatever the platform that holds it. */
function characterMap(font: FontFile): (codePoint: number) => number {
  const { view } = font
  const cmap = table(font, 'cmap', 4)
  const count = view.getUint16(cmap.offset + 2)
  let firstPlane: number | null = null
  for (let index = 0; index < count; index++) {
    const record = cmap.offset + 4 + 8 * index
    const platform = view.getUint16(record)
    const encoding = view.getUint16(record + 2)
    if (platform !== 0 && !(platform === 3 && (encoding === 1 || encoding === 10))) continue
    const subtable = cmap.offset + view.getUint32(record + 4)
    const format = view.getUint16(subtable)
    if (format === 12) return groups(view, subtable)
    if (format === 4) firstPlane ??= subtable
  }
  if (firstPlane === null) throw new RangeError('cmap without Unicode')
  return segments(view, firstPlane)
}

/** Format 12: groups of consecutive characters and glyphs. */
function groups(view: DataView, subtable: number): (codePoint: number) => number {
  const count = view.getUint32(subtable + 12)
  const start = (index: number) => view.getUint32(subtable + 16 + 12 * index)
  return codePoint => {
    const group = lastAtMost(count, codePoint, start)
    if (group < 0 || codePoint > view.getUint32(subtable + 20 + 12 * group)) return 0
    return view.getUint32(subtable + 24 + 12 * group) + codePoint - start(group)
  }
}

/** Format 4: segments, each with a difference or an array of glyphs. */
function segments(view: DataView, subtable: number): (codePoint: number) => number {
  const size = view.getUint16(subtable + 6)
  const ends = subtable + 14
  const starts = ends + size + 2
  const deltas = starts + size
  const ranges = deltas + size
  const start = (index: number) => view.getUint16(starts + 2 * index)
  return codePoint => {
    if (codePoint > 0xffff) return 0
    const segment = lastAtMost(size / 2, codePoint, start)
    if (segment < 0 || codePoint > view.getUint16(ends + 2 * segment)) return 0
    const delta = view.getUint16(deltas + 2 * segment)
    const range = view.getUint16(ranges + 2 * segment)
    if (range === 0) return (codePoint + delta) & 0xffff
    const glyph = view.getUint16(ranges + 2 * segment + range + 2 * (codePoint - start(segment)))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
}

/** Index of the last of `count` ascending values that is not above `limit`; -1 when there is none. */
function lastAtMost(count: number, limit: number, value: (index: number) => number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (value(middle) <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}
