/** The TrueType font program of a PDF (ISO 32000-1, 9.9): the outlines that a document uses and nothing else. */
import { components, glyphBytes } from './glyf.ts'
import { padded, tableBytes, writeSfnt } from './sfnt.ts'
import { type FontFile, table } from './tables.ts'

/** Instructions come along unchanged: they are small or missing in text faces, and some readers run them. */
const copied = ['cvt ', 'fpgm', 'prep']

/**
 * @param wanted - glyph indices; .notdef and the parts of composed glyphs come with them
 * @returns a font file in which they keep their indices; other glyphs are empty, those after the last are cut off
 */
export function fontProgram(font: FontFile, wanted: Iterable<number>): Uint8Array {
  const bytesOf = glyphBytes(font)
  const kept = withComponents(wanted, bytesOf)
  const count = Math.max(...kept) + 1
  let size = 0
  for (const glyph of kept) size += padded(bytesOf(glyph).length)
  const glyf = new Uint8Array(size)
  const loca = new DataView(new ArrayBuffer(4 * (count + 1)))
  let end = 0
  for (let glyph = 0; glyph < count; glyph++) {
    if (kept.has(glyph)) {
      const bytes = bytesOf(glyph)
      glyf.set(bytes, end)
      end += padded(bytes.length)
    }
    loca.setUint32(4 * (glyph + 1), end)
  }

  const source = tableBytes(font)
  const tables = new Map([
    ['glyf', glyf],
    ['loca', new Uint8Array(loca.buffer)],
    ['hmtx', horizontalMetrics(font, kept, count)],
    ['head', with16(source.get('head'), 50, 1)],
    ['hhea', with16(source.get('hhea'), 34, count)],
    ['maxp', with16(source.get('maxp'), 4, count)],
  ])
  for (const name of copied) {
    const bytes = source.get(name)
    if (bytes !== undefined) tables.set(name, bytes)
  }
  return writeSfnt(0x00010000, tables)
}

function withComponents(wanted: Iterable<number>, bytesOf: (glyph: number) => Uint8Array): Set<number> {
  const kept = new Set<number>()
  const waiting = [0, ...wanted]
  for (const glyph of waiting) {
    if (kept.has(glyph)) continue
    kept.add(glyph)
    waiting.push(...components(bytesOf(glyph)))
  }
  return kept
}

/** Advance and left side bearing of each glyph; glyphs after the font's last advance share it. */
function horizontalMetrics(font: FontFile, kept: ReadonlySet<number>, count: number): Uint8Array {
  const { view } = font
  const source = table(font, 'hmtx').offset
  const advances = view.getUint16(table(font, 'hhea').offset + 34)
  const bytes = new Uint8Array(4 * count)
  const target = new DataView(bytes.buffer)
  for (const glyph of kept) {
    const own = glyph < advances
    target.setUint16(4 * glyph, view.getUint16(source + 4 * (own ? glyph : advances - 1)))
    const bearing = own ? 4 * glyph + 2 : 4 * advances + 2 * (glyph - advances)
    target.setInt16(4 * glyph + 2, view.getInt16(source + bearing))
  }
  return bytes
}

/** A copy with one 16-bit field changed. */
function with16(bytes: Uint8Array | undefined, offset: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes ?? [])
  new DataView(copy.buffer).setUint16(offset, value)
  return copy
}
