/**
 * Embedded fonts: Type0 fonts whose codes are given out as glyphs come, one for each pair of glyph and text. So a
 * hyphen that line breaking put in and one that was written are two codes of one glyph, and each extracts as
 * what it is.
 */
import { createHash } from 'node:crypto'
import { advanceWidth } from '../../fonts/glyphs.ts'
import { subset } from '../../fonts/subset.ts'
import type { FontFace } from '../../fonts/types.ts'
import type { Glyph } from '../../layout/types.ts'
import { identifiers } from './cff.ts'
import { encoding, toUnicode } from './cmap.ts'
import { object, type PdfDocument, stream } from './document.ts'
import { type Dictionary, latin1, type Reference } from './syntax.ts'

/** One face in use. Code n is entry n − 1. */
export interface EmbeddedFont {
  /** Resource name. */
  readonly name: string
  readonly face: FontFace
  /** The Type0 font, ended by {@link writeFonts}. */
  readonly reference: Reference
  readonly entries: Entry[]
  /** A glyph's first entry, by the glyph. */
  readonly first: (Entry | undefined)[]
}

/** A code: the glyph it shows and the text it stands for. */
export interface Entry {
  readonly glyph: number
  readonly text: string
  /** Thousandths of the size, a whole number: what viewers advance by. */
  readonly width: number
  /** The code as it stands between the parentheses of a literal string. */
  readonly bytes: string
}

/** Zero-width space: a glyph that shows no character of its own still needs one (ISO 19005-2 6.2.11.7.2). */
const noText = '\u200b'

export function embedFont(doc: PdfDocument, face: FontFace, ordinal: number): EmbeddedFont {
  return {
    name: `F${ordinal}`,
    face,
    reference: doc.ref({ Type: 'Font', Subtype: 'Type0' }),
    entries: [],
    first: [],
  }
}

/** The entry for a glyph, made on first use. */
export function entryOf(font: EmbeddedFont, { id, text }: Pick<Glyph, 'id' | 'text'>): Entry {
  const first = font.first[id]
  if (first !== undefined) {
    if (first.text === text) return first
    const other = font.entries.find(candidate => candidate.glyph === id && candidate.text === text)
    if (other !== undefined) return other
  }
  const code = font.entries.length + 1
  const entry = {
    glyph: id,
    text,
    width: thousandths(font.face, advanceWidth(font.face, id)),
    bytes: literal(code),
  }
  if (first === undefined) font.first[id] = entry
  font.entries.push(entry)
  return entry
}

/** Two bytes, those escaped that a literal string cannot hold as they are (ISO 32000-1 7.3.4.2). */
function literal(code: number): string {
  return String.fromCharCode(code >> 8, code & 0xff).replace(/[\\()\r]/g, byte =>
    byte === '\r' ? '\\r' : `\\${byte}`,
  )
}

/** Ends every font (ISO 32000-1 9.7, 9.8). */
export async function writeFonts(doc: PdfDocument, fonts: readonly EmbeddedFont[]): Promise<void> {
  for (const font of fonts) await writeFont(doc, font)
}

async function writeFont(doc: PdfDocument, font: EmbeddedFont): Promise<void> {
  const { face, entries, reference } = font
  const { bytes } = await subset(face, { glyphs: new Set(entries.map(({ glyph }) => glyph)) })
  const name = `${subsetTag(bytes)}+${fontName(face)}`
  const texts = entries.map(({ text }) => (text === '' ? noText : text))
  Object.assign(reference.data, {
    BaseFont: name,
    ...(face.metrics.trueType ? trueType(doc, font, name, bytes) : compact(doc, font, name, bytes)),
    ToUnicode: stream(doc, {}, latin1(toUnicode(texts))),
  })
  reference.end()
}

/** Codes are the character identifiers; two of them may show one glyph. */
function trueType(
  doc: PdfDocument,
  { face, entries }: EmbeddedFont,
  name: string,
  program: Uint8Array,
): Dictionary {
  const descriptor = {
    ...descriptorOf(face, name),
    FontFile2: stream(doc, { Length1: program.length }, program),
  }
  const descendant = {
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: systemInfo,
    FontDescriptor: object(doc, descriptor),
    CIDToGIDMap: stream(doc, {}, bigEndian([0, ...entries.map(({ glyph }) => glyph)])),
    W: [1, entries.map(({ width }) => width)],
  }
  return { Encoding: 'Identity-H', DescendantFonts: [object(doc, descendant)] }
}

/** CFF has no table between identifiers and glyphs, so its codes get their own encoding. */
function compact(
  doc: PdfDocument,
  { face, entries }: EmbeddedFont,
  name: string,
  program: Uint8Array,
): Dictionary {
  const identifierOf = identifiers(program)
  const ids = entries.map(({ glyph }) => identifierOf(glyph))
  const widths = new Map(entries.map(({ glyph, width }) => [identifierOf(glyph), width]))
  const descriptor = {
    ...descriptorOf(face, name),
    FontFile3: stream(doc, { Subtype: 'CIDFontType0C' }, program),
  }
  const descendant = {
    Type: 'Font',
    Subtype: 'CIDFontType0',
    BaseFont: name,
    CIDSystemInfo: systemInfo,
    FontDescriptor: object(doc, descriptor),
    W: [...widths].flatMap(([id, width]) => [id, [width]]),
  }
  const cmap = 'Pliego-H'
  const codes = { Type: 'CMap', CMapName: cmap, CIDSystemInfo: systemInfo, WMode: 0 }
  return {
    Encoding: stream(doc, codes, latin1(encoding(cmap, ids))),
    DescendantFonts: [object(doc, descendant)],
  }
}

const systemInfo: Dictionary = {
  Registry: latin1('Adobe'),
  Ordering: latin1('Identity'),
  Supplement: 0,
}

function descriptorOf(face: FontFace, name: string): Dictionary {
  const { metrics } = face
  const scaled = (units: number) => thousandths(face, units)
  return {
    Type: 'FontDescriptor',
    FontName: name,
    FontWeight: face.weight,
    // Fixed pitch, serif, symbolic, italic (table 123). Symbolic: the codes are of no standard encoding.
    Flags: Number(metrics.fixedPitch) | (Number(metrics.serif) << 1) | 4 | (Number(face.italic) << 6),
    FontBBox: metrics.boundingBox.map(scaled),
    ItalicAngle: metrics.italicAngle,
    Ascent: scaled(metrics.ascender),
    Descent: scaled(metrics.descender),
    CapHeight: scaled(metrics.capHeight),
    XHeight: scaled(metrics.xHeight),
    // Fonts do not tell their stems; this is a usual estimate from the weight, for viewers that substitute.
    StemV: Math.round(50 + (face.weight / 65) ** 2),
  }
}

function thousandths({ metrics }: FontFace, units: number): number {
  return Math.round((units * 1000) / metrics.unitsPerEm)
}

function fontName({ metrics, family }: FontFace): string {
  const name = (metrics.postScriptName || family).replace(/[^A-Za-z0-9.+-]/g, '')
  return name === '' ? 'Font' : name
}

/** Six capital letters from the program's bytes (ISO 32000-1 9.6.4). */
function subsetTag(program: Uint8Array): string {
  const digest = createHash('sha256').update(program).digest()
  return Array.from(digest.subarray(0, 6), byte => String.fromCharCode(65 + (byte % 26))).join('')
}

function bigEndian(values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, 2 * index)
  return bytes
}
