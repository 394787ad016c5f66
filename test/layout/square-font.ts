/**
 * A TrueType font by code: capitals are one em wide, all else half an em, ascender 0.8 and descender 0.2. Layout
 * traces set in it change with layout alone. Its glyphs are empty: layout reads widths, never outlines.
 */
import { readMetrics } from '../../src/fonts/face.ts'
import type { FontFace } from '../../src/fonts/types.ts'

const unitsPerEm = 1000
const first = 0x20
const last = 0x2060

/** @param without - characters that the font doesn't have */
export function squareFace(family: string, weight = 400, italic = false, without = ''): FontFace {
  const bytes = squareFont(without)
  const metrics = readMetrics(bytes)
  if ('why' in metrics) throw new Error(String(metrics.why))
  return { family, weight, italic, path: `${family}.ttf`, bytes, metrics }
}

function squareFont(without: string): Uint8Array {
  const count = last - first + 2
  const tables: Record<string, Uint8Array> = {
    'OS/2': words([
      4,
      500,
      400,
      5,
      0,
      ...zeros(29),
      800,
      -200 & 0xffff,
      0,
      1000,
      200,
      0,
      0,
      0,
      0,
      500,
      700,
      0,
      32,
      0,
    ]),
    cmap: cmap(without),
    glyf: new Uint8Array(4),
    head: words([
      1,
      0,
      1,
      0,
      0,
      0,
      0x5f0f,
      0x3cf5,
      0,
      unitsPerEm,
      ...zeros(8),
      0,
      0,
      1000,
      1000,
      0,
      8,
      2,
      0,
      0,
    ]),
    hhea: words([1, 0, 800, -200 & 0xffff, 0, ...zeros(12), count]),
    hmtx: words(Array.from({ length: count }, (_, glyph) => [widthOf(glyph - 1 + first), 0]).flat()),
    loca: words(zeros(count + 1)),
    maxp: words([1, 0, count, ...zeros(13)]),
    name: words([0, 0, 6]),
    post: words([3, 0, 0, 0, -100 & 0xffff, 50, ...zeros(10)]),
  }
  return sfnt(tables)
}

function widthOf(codePoint: number): number {
  return codePoint >= 0x41 && codePoint <= 0x5a ? 1000 : 500
}

/** Format 12 with one group, or two around each character left out. */
function cmap(without: string): Uint8Array {
  const holes = [...without].map(character => character.codePointAt(0) ?? 0).sort((a, b) => a - b)
  const groups: number[][] = []
  let start = first
  for (const hole of [...holes, last + 1]) {
    if (hole > start) groups.push([start, hole - 1, start - first + 1])
    start = hole + 1
  }
  const longs = groups.flat().flatMap(value => [value >>> 16, value & 0xffff])
  return words([0, 1, 3, 10, 0, 12, 12, 0, 0, 16 + 12 * groups.length, 0, 0, 0, groups.length, ...longs])
}

function sfnt(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(tables).sort()
  let offset = 12 + 16 * names.length
  const parts: Uint8Array[] = []
  const header: number[] = [1, 0, names.length, 0, 0, 0]
  for (const name of names) {
    const table = tables[name] ?? new Uint8Array()
    const padded = new Uint8Array((table.length + 3) & ~3)
    padded.set(table)
    const tag = [...name].map(character => character.charCodeAt(0))
    header.push(((tag[0] ?? 0) << 8) | (tag[1] ?? 0), ((tag[2] ?? 0) << 8) | (tag[3] ?? 0), 0, 0)
    header.push(offset >>> 16, offset & 0xffff, 0, table.length)
    parts.push(padded)
    offset += padded.length
  }
  const bytes = new Uint8Array(offset)
  let at = 0
  for (const part of [words(header), ...parts]) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function words(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2)
  const view = new DataView(bytes.buffer)
  for (const [index, value] of values.entries()) view.setUint16(2 * index, value)
  return bytes
}

function zeros(count: number): readonly number[] {
  return new Array<number>(count).fill(0)
}
