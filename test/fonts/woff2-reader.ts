/** A reader of WOFF 2.0 for tests, written from the specification's decoding side. */
import { brotliDecompressSync } from 'node:zlib'

/** Tags that the fonts of these tests have, by their number (4.1). */
const tags: Readonly<Record<number, string>> = {
  0: 'cmap',
  1: 'head',
  2: 'hhea',
  3: 'hmtx',
  4: 'maxp',
  5: 'name',
  6: 'OS/2',
  7: 'post',
  10: 'glyf',
  11: 'loca',
  13: 'CFF ',
  17: 'gasp',
  26: 'GDEF',
  27: 'GPOS',
  28: 'GSUB',
}

export interface Decoded {
  readonly view: DataView
  readonly names: readonly string[]
  readonly tables: ReadonlyMap<string, Uint8Array>
}

export function decode(file: Uint8Array): Decoded {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const lengths: [string, number][] = []
  let at = 48
  const base128 = () => {
    let value = 0
    for (;;) {
      const byte = view.getUint8(at++)
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
  }
  for (let index = 0; index < view.getUint16(12); index++) {
    const flags = view.getUint8(at++)
    const name = tags[flags] ?? `${flags}`
    const length = base128()
    lengths.push([name, name === 'glyf' || name === 'loca' ? base128() : length])
  }
  const content = brotliDecompressSync(file.subarray(at, at + view.getUint32(20)))
  const tables = new Map<string, Uint8Array>()
  let offset = 0
  for (const [name, length] of lengths) {
    tables.set(name, content.subarray(offset, offset + length))
    offset += length
  }
  if (offset !== content.length) throw new Error('lengths of tables')
  return { view, names: lengths.map(([name]) => name), tables }
}

export interface DecodedGlyph {
  readonly contours: number
  readonly ends: readonly number[]
  /** Points as dx, dy, on curve. */
  readonly points: readonly (readonly [number, number, boolean])[]
  /** Null where it follows from the points. */
  readonly box: readonly number[] | null
  readonly overlapping: boolean
}

/** Differences of table 5.2: bits of x and y, what is added to them, and their signs (0: this axis does not move). */
function tripletRow(
  flag: number,
): readonly [bytes: number, xBits: number, yBits: number, x: number, y: number] {
  if (flag < 10) return [1, 0, 8, 0, 256 * (flag >> 1)]
  if (flag < 20) return [1, 8, 0, 256 * ((flag - 10) >> 1), 0]
  if (flag < 84) return [1, 4, 4, 1 + 16 * ((flag - 20) >> 4), 1 + 16 * (((flag - 20) >> 2) & 3)]
  if (flag < 120)
    return [2, 8, 8, 1 + 256 * Math.floor((flag - 84) / 12), 1 + 256 * (Math.floor((flag - 84) / 4) % 3)]
  return flag < 124 ? [3, 12, 12, 0, 0] : [4, 16, 16, 0, 0]
}

/** The glyphs of a transformed glyf table; of a composed one only the box and that it is one. */
export function decodeGlyf(bytes: Uint8Array): readonly DecodedGlyph[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint16(4)
  const sizes = Array.from({ length: 7 }, (_, index) => view.getUint32(8 + 4 * index))
  let start = 36
  const starts = sizes.map(size => {
    start += size
    return start - size
  })
  const [contourAt = 0, pointsAt = 0, flagsAt = 0, glyphsAt = 0, , boxesAt = 0] = starts
  let [pointAt, flagAt, glyphAt, boxAt] = [pointsAt, flagsAt, glyphsAt, boxesAt + Math.ceil(count / 32) * 4]
  const overlapsAt = (view.getUint16(2) & 1) === 1 ? start : null
  const bit = (at: number, index: number) => ((view.getUint8(at + (index >> 3)) << (index & 7)) & 0x80) !== 0
  const packed = (at: number): readonly [value: number, next: number] => {
    const first = view.getUint8(at)
    if (first === 253) return [view.getUint16(at + 1), at + 3]
    if (first === 254) return [view.getUint8(at + 1) + 506, at + 2]
    return first === 255 ? [view.getUint8(at + 1) + 253, at + 2] : [first, at + 1]
  }

  const glyphs: DecodedGlyph[] = []
  for (let glyph = 0; glyph < count; glyph++) {
    const contours = view.getInt16(contourAt + 2 * glyph)
    const ends: number[] = []
    for (let contour = 0; contour < contours; contour++) {
      const [length, next] = packed(pointAt)
      pointAt = next
      ends.push((ends.at(-1) ?? -1) + length)
    }
    const points: (readonly [number, number, boolean])[] = []
    for (let point = 0; point <= (ends.at(-1) ?? -1); point++) {
      const byte = view.getUint8(flagAt++)
      const flag = byte & 0x7f
      const [size, xBits, yBits, xBase, yBase] = tripletRow(flag)
      let value = 0
      for (let index = 0; index < size; index++) value = value * 256 + view.getUint8(glyphAt++)
      const x = Math.floor(value / 2 ** yBits) % 2 ** xBits
      const y = value % 2 ** yBits
      // Below 20 only one axis moves, and the lowest bit is its sign.
      const right = (flag & 1) === 1
      const up = flag < 10 ? right : (flag & 2) === 2
      points.push([
        xBits === 0 ? 0 : (right ? 1 : -1) * (x + xBase),
        yBits === 0 ? 0 : (up ? 1 : -1) * (y + yBase),
        byte < 128,
      ])
    }
    if (contours > 0) {
      const [instructions, next] = packed(glyphAt)
      if (instructions !== 0) throw new Error('instructions')
      glyphAt = next
    }
    const boxed = bit(boxesAt, glyph)
    const box = boxed ? [0, 2, 4, 6].map(offset => view.getInt16(boxAt + offset)) : null
    if (boxed) boxAt += 8
    glyphs.push({ contours, ends, points, box, overlapping: overlapsAt !== null && bit(overlapsAt, glyph) })
  }
  return glyphs
}
