/** TrueType outlines: the tables glyf and loca (OpenType 1.9.1). */
import { type FontFile, table } from './tables.ts'

/** One point, relative to the one before it. */
export interface Point {
  readonly dx: number
  readonly dy: number
  readonly onCurve: boolean
}

/** A glyph's own contours, in glyf's order of points. */
export interface SimpleGlyph {
  readonly kind: 'simple'
  /** Index of each contour's last point. */
  readonly ends: readonly number[]
  readonly points: readonly Point[]
  readonly instructions: Uint8Array
  readonly overlapping: boolean
  /** xMin, yMin, xMax, yMax as the file has them. */
  readonly box: readonly number[]
}

/** A glyph put together from others. */
export interface CompositeGlyph {
  readonly kind: 'composite'
  /** The component records as they stand in the file. */
  readonly records: Uint8Array
  readonly components: readonly number[]
  readonly instructions: Uint8Array
  readonly box: readonly number[]
}

export type Outline = SimpleGlyph | CompositeGlyph

const point = {
  onCurve: 0x01,
  shortX: 0x02,
  shortY: 0x04,
  repeat: 0x08,
  sameX: 0x10,
  sameY: 0x20,
  overlap: 0x40,
}
const component = { words: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80, instructions: 0x100 }

/** @returns how to find the bytes of a glyph; those of an empty one, or of one beyond the last, are none */
export function glyphBytes(font: FontFile): (glyph: number) => Uint8Array {
  const { view } = font
  const long = view.getInt16(table(font, 'head', 54).offset + 50) === 1
  const glyf = table(font, 'glyf').offset
  const loca = table(font, 'loca')
  const count = loca.length / (long ? 4 : 2) - 1
  const at = (index: number) =>
    long ? view.getUint32(loca.offset + 4 * index) : 2 * view.getUint16(loca.offset + 2 * index)
  return glyph => {
    if (glyph >= count) return new Uint8Array()
    const [start, end] = [at(glyph), at(glyph + 1)]
    return new Uint8Array(view.buffer, view.byteOffset + glyf + start, Math.max(0, end - start))
  }
}

/** @returns null for a glyph without contours */
export function readOutline(bytes: Uint8Array): Outline | null {
  if (bytes.length < 10) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const contours = view.getInt16(0)
  if (contours === 0) return null
  const box = [2, 4, 6, 8].map(offset => view.getInt16(offset))
  return contours < 0 ? readComposite(bytes, view, box) : readSimple(bytes, view, contours, box)
}

/** @returns the glyphs that a composed one is put together from; none for any other */
export function components(bytes: Uint8Array): readonly number[] {
  if (bytes.length < 10) return []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return view.getInt16(0) < 0 ? readComposite(bytes, view, []).components : []
}

function readComposite(bytes: Uint8Array, view: DataView, box: readonly number[]): CompositeGlyph {
  const components: number[] = []
  let at = 10
  let flags: number
  do {
    flags = view.getUint16(at)
    components.push(view.getUint16(at + 2))
    const scales =
      flags & component.matrix ? 8 : flags & component.twoScales ? 4 : flags & component.scale ? 2 : 0
    at += 4 + (flags & component.words ? 4 : 2) + scales
  } while ((flags & component.more) !== 0)
  const length = flags & component.instructions ? view.getUint16(at) : 0
  return {
    kind: 'composite',
    records: bytes.subarray(10, at),
    components,
    instructions: bytes.subarray(at + 2, at + 2 + length),
    box,
  }
}

function readSimple(
  bytes: Uint8Array,
  view: DataView,
  contours: number,
  box: readonly number[],
): SimpleGlyph {
  const ends = Array.from({ length: contours }, (_, index) => view.getUint16(10 + 2 * index))
  const length = view.getUint16(10 + 2 * contours)
  const start = 12 + 2 * contours
  let at = start + length
  const count = (ends.at(-1) ?? -1) + 1
  const flags: number[] = []
  while (flags.length < count) {
    const flag = view.getUint8(at++)
    let times = flag & point.repeat ? view.getUint8(at++) + 1 : 1
    while (times-- > 0) flags.push(flag)
  }
  const coordinate = (flag: number, short: number, same: number): number => {
    if ((flag & short) !== 0) return (flag & same) !== 0 ? view.getUint8(at++) : -view.getUint8(at++)
    if ((flag & same) !== 0) return 0
    at += 2
    return view.getInt16(at - 2)
  }
  const dx = flags.map(flag => coordinate(flag, point.shortX, point.sameX))
  const dy = flags.map(flag => coordinate(flag, point.shortY, point.sameY))
  return {
    kind: 'simple',
    ends,
    points: flags.map((flag, index) => ({
      dx: dx[index] ?? 0,
      dy: dy[index] ?? 0,
      onCurve: (flag & point.onCurve) !== 0,
    })),
    instructions: bytes.subarray(start, start + length),
    overlapping: ((flags[0] ?? 0) & point.overlap) !== 0,
    box,
  }
}
