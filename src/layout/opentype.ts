/** The OpenType tables that shaping reads (OpenType 1.9.1): cmap, hmtx, GDEF classes, coverage, class definitions. */
import { type FontFile, openFont, tag } from '../fonts/tables.ts'
import type { FontFace } from '../fonts/types.ts'

/** What is known of a face for shaping: character to glyph, advances. Font units. */
export interface FaceTables {
  readonly font: FontFile
  /** Glyph of a code point, 0 where the face has none. */
  readonly glyphOf: (codePoint: number) => number
  readonly advanceOf: (glyph: number) => number
  /** GDEF class 3: a combining mark. */
  readonly isMark: (glyph: number) => boolean
}

const opened = new WeakMap<FontFace, FaceTables>()

/** @throws when the bytes are no font: design refuses those with a place before layout sees them. */
export function faceTables(face: FontFace): FaceTables {
  const known = opened.get(face)
  if (known !== undefined) return known
  const font = openFont(face.bytes)
  if ('why' in font) throw new Error(`${face.path}: ${font.why}`)
  const tables: FaceTables = {
    font,
    glyphOf: characterMap(font),
    advanceOf: advances(font),
    isMark: markTest(font),
  }
  opened.set(face, tables)
  return tables
}

/** cmap: the full-repertoire subtable (format 12) where there is one, else the BMP's (format 4). */
function characterMap({ view, tables }: FontFile): (codePoint: number) => number {
  const start = tables.get('cmap')?.offset ?? 0
  let bmp = 0
  let full = 0
  for (let index = 0; index < view.getUint16(start + 2); index++) {
    const record = start + 4 + 8 * index
    const platform = view.getUint16(record)
    if (platform !== 0 && platform !== 3) continue
    const subtable = start + view.getUint32(record + 4)
    const format = view.getUint16(subtable)
    if (format === 4) bmp = subtable
    if (format === 12) full = subtable
  }
  const find = (codePoint: number): number =>
    full !== 0 ? groupGlyph(view, full, codePoint) : bmp !== 0 ? segmentGlyph(view, bmp, codePoint) : 0
  // By code point, one more than the glyph: all that Latin, Greek and Cyrillic text asks for, and the rest.
  const usual = new Int32Array(0x2100)
  const others = new Map<number, number>()
  return codePoint => {
    if (codePoint < usual.length) {
      if (usual[codePoint] === 0) usual[codePoint] = find(codePoint) + 1
      return (usual[codePoint] ?? 1) - 1
    }
    const glyph = others.get(codePoint) ?? find(codePoint)
    others.set(codePoint, glyph)
    return glyph
  }
}

function groupGlyph(view: DataView, subtable: number, codePoint: number): number {
  let low = 0
  let high = view.getUint32(subtable + 12) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const group = subtable + 16 + 12 * middle
    if (codePoint < view.getUint32(group)) high = middle - 1
    else if (codePoint > view.getUint32(group + 4)) low = middle + 1
    else return view.getUint32(group + 8) + codePoint - view.getUint32(group)
  }
  return 0
}

function segmentGlyph(view: DataView, subtable: number, codePoint: number): number {
  const twice = view.getUint16(subtable + 6)
  for (let at = 0; at < twice; at += 2) {
    if (codePoint > view.getUint16(subtable + 14 + at)) continue
    const start = view.getUint16(subtable + 16 + twice + at)
    if (codePoint < start) return 0
    const delta = view.getUint16(subtable + 16 + 2 * twice + at)
    const rangeAt = subtable + 16 + 3 * twice + at
    const range = view.getUint16(rangeAt)
    if (range === 0) return (codePoint + delta) & 0xffff
    const glyph = view.getUint16(rangeAt + range + 2 * (codePoint - start))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}

function advances({ view, tables }: FontFile): (glyph: number) => number {
  const count = view.getUint16((tables.get('hhea')?.offset ?? 0) + 34)
  const start = tables.get('hmtx')?.offset ?? 0
  return glyph => view.getUint16(start + 4 * Math.min(glyph, count - 1))
}

function markTest({ view, tables }: FontFile): (glyph: number) => boolean {
  const gdef = tables.get('GDEF')?.offset
  const classes = gdef === undefined ? 0 : view.getUint16(gdef + 4)
  if (gdef === undefined || classes === 0) return () => false
  const known: (boolean | undefined)[] = []
  return glyph => {
    known[glyph] ??= classOf(view, gdef + classes, glyph) === 3
    return known[glyph]
  }
}

/** Index of a glyph in a Coverage table, -1 when it isn't covered. */
export function coverageIndex(view: DataView, coverage: number, glyph: number): number {
  let low = 0
  let high = view.getUint16(coverage + 2) - 1
  const ranges = view.getUint16(coverage) === 2
  while (low <= high) {
    const middle = (low + high) >> 1
    if (ranges) {
      const record = coverage + 4 + 6 * middle
      const first = view.getUint16(record)
      if (glyph < first) high = middle - 1
      else if (glyph > view.getUint16(record + 2)) low = middle + 1
      else return view.getUint16(record + 4) + glyph - first
    } else {
      const found = view.getUint16(coverage + 4 + 2 * middle)
      if (glyph < found) high = middle - 1
      else if (glyph > found) low = middle + 1
      else return middle
    }
  }
  return -1
}

/** Class of a glyph in a ClassDef table; 0 for those it doesn't name. */
export function classOf(view: DataView, classDef: number, glyph: number): number {
  if (view.getUint16(classDef) === 1) {
    const index = glyph - view.getUint16(classDef + 2)
    const inside = index >= 0 && index < view.getUint16(classDef + 4)
    return inside ? view.getUint16(classDef + 6 + 2 * index) : 0
  }
  let low = 0
  let high = view.getUint16(classDef + 2) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const record = classDef + 4 + 6 * middle
    if (glyph < view.getUint16(record)) high = middle - 1
    else if (glyph > view.getUint16(record + 2)) low = middle + 1
    else return view.getUint16(record + 4)
  }
  return 0
}

/** One lookup with its extension subtables resolved: what a feature of GSUB or GPOS does. */
export interface Lookup {
  readonly type: number
  readonly flag: number
  /** Offsets in the file. */
  readonly subtables: readonly number[]
}

/**
 * The lookups of some features, in the order in which they apply.
 *
 * @param name - GSUB or GPOS
 * @param language - OpenType language system tag, padded to four characters
 * @param wanted - feature tags
 * @param extension - lookup type that stands for another with 32-bit offsets: 7 in GSUB, 9 in GPOS
 */
export function lookupsOf(
  { view, tables }: FontFile,
  name: 'GSUB' | 'GPOS',
  language: string,
  wanted: ReadonlySet<string>,
  extension: number,
): readonly Lookup[] {
  const start = tables.get(name)?.offset
  if (start === undefined) return []
  const system = languageSystem(view, start + view.getUint16(start + 4), language)
  if (system === 0) return []
  const features = start + view.getUint16(start + 6)
  const indexes = new Set<number>()
  const addFeature = (index: number, always: boolean) => {
    const record = features + 2 + 6 * index
    if (!always && !wanted.has(tag(view, record))) return
    const feature = features + view.getUint16(record + 4)
    for (let at = 0; at < view.getUint16(feature + 2); at++) indexes.add(view.getUint16(feature + 4 + 2 * at))
  }
  const needed = view.getUint16(system + 2)
  if (needed !== 0xffff) addFeature(needed, true)
  for (let at = 0; at < view.getUint16(system + 4); at++)
    addFeature(view.getUint16(system + 6 + 2 * at), false)

  const list = start + view.getUint16(start + 8)
  return [...indexes]
    .sort((a, b) => a - b)
    .map(index => readLookup(view, list + view.getUint16(list + 2 + 2 * index), extension))
}

function readLookup(view: DataView, lookup: number, extension: number): Lookup {
  let type = view.getUint16(lookup)
  const subtables: number[] = []
  for (let at = 0; at < view.getUint16(lookup + 4); at++) {
    let subtable = lookup + view.getUint16(lookup + 6 + 2 * at)
    if (view.getUint16(lookup) === extension) {
      type = view.getUint16(subtable + 2)
      subtable += view.getUint32(subtable + 4)
    }
    subtables.push(subtable)
  }
  return { type, flag: view.getUint16(lookup + 2), subtables }
}

/** Offset of the language system for Latin text: the language's own, else the script's default; 0 when none. */
function languageSystem(view: DataView, scripts: number, language: string): number {
  const script = offsetOf(view, scripts, scripts, 'latn') || offsetOf(view, scripts, scripts, 'DFLT')
  if (script === 0) return 0
  const own = offsetOf(view, script, script + 2, language)
  if (own !== 0) return own
  const common = view.getUint16(script)
  return common === 0 ? 0 : script + common
}

/** Looks a tag up in a list of (tag, 16-bit offset from `base`) records that starts with their number. */
function offsetOf(view: DataView, base: number, list: number, wanted: string): number {
  for (let index = 0; index < view.getUint16(list); index++) {
    const record = list + 2 + 6 * index
    if (tag(view, record) === wanted) return base + view.getUint16(record + 4)
  }
  return 0
}
