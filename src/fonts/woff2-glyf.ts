/** The transformed glyf table of WOFF 2.0 (5.1, 5.2): each kind of value in a stream of its own. */
import { type CompositeGlyph, glyphBytes, type Point, readOutline, type SimpleGlyph } from './glyf.ts'
import { type FontFile, table } from './tables.ts'

/** The seven streams, in the order in which the table holds them. */
interface Streams {
  readonly contours: number[]
  readonly points: number[]
  readonly flags: number[]
  readonly glyphs: number[]
  readonly composites: number[]
  readonly boxes: number[]
  readonly instructions: number[]
}

/** Bit 0 of optionFlags: the table ends in a bitmap of overlapping glyphs. */
const hasOverlaps = 1

export function transformGlyf(font: FontFile): Uint8Array {
  const { view } = font
  const count = view.getUint16(table(font, 'maxp', 6).offset + 4)
  const bytesOf = glyphBytes(font)
  const boxed = new Uint8Array(Math.ceil(count / 32) * 4)
  const overlapping = new Uint8Array(Math.ceil(count / 8))
  const streams: Streams = {
    contours: [],
    points: [],
    flags: [],
    glyphs: [],
    composites: [],
    boxes: [],
    instructions: [],
  }

  for (let glyph = 0; glyph < count; glyph++) {
    const outline = readOutline(bytesOf(glyph))
    if (outline === null) add16(streams.contours, 0)
    else if (outline.kind === 'composite') addComposite(outline, streams)
    else {
      addSimple(outline, streams)
      if (outline.overlapping) mark(overlapping, glyph)
    }
    if (outline === null || (outline.kind === 'simple' && sameBox(outline))) continue
    mark(boxed, glyph)
    for (const side of outline.box) add16(streams.boxes, side)
  }

  const overlaps = overlapping.some(byte => byte !== 0)
  const head: number[] = []
  add16(head, 0)
  add16(head, overlaps ? hasOverlaps : 0)
  add16(head, count)
  add16(head, view.getInt16(table(font, 'head', 54).offset + 50))
  const { contours, points, flags, glyphs, composites, boxes, instructions } = streams
  const parts = [contours, points, flags, glyphs, composites, [...boxed, ...boxes], instructions]
  for (const { length } of parts) {
    add16(head, length >>> 16)
    add16(head, length)
  }
  return joined([head, ...parts, overlaps ? overlapping : []])
}

function addComposite({ records, instructions }: CompositeGlyph, streams: Streams): void {
  add16(streams.contours, -1)
  addAll(streams.composites, records)
  if (instructions.length === 0) return
  addPacked(streams.glyphs, instructions.length)
  addAll(streams.instructions, instructions)
}

function addSimple({ ends, points, instructions }: SimpleGlyph, streams: Streams): void {
  add16(streams.contours, ends.length)
  let last = -1
  for (const end of ends) {
    addPacked(streams.points, end - last)
    last = end
  }
  for (const point of points) addTriplet(point, streams)
  addPacked(streams.glyphs, instructions.length)
  addAll(streams.instructions, instructions)
}

/**
 * A point by table 5.2 of the specification: the flag tells the range and signs of both differences, the bytes hold
 * what of them the flag does not.
 */
function addTriplet({ dx, dy, onCurve }: Point, { flags, glyphs }: Streams): void {
  const x = Math.abs(dx)
  const y = Math.abs(dy)
  const curve = onCurve ? 0 : 128
  const right = dx < 0 ? 0 : 1
  const up = dy < 0 ? 0 : 1
  const signs = right + 2 * up
  if (x === 0 && y < 1280) {
    flags.push(curve + 2 * (y >> 8) + up)
    glyphs.push(y & 0xff)
  } else if (y === 0 && x < 1280) {
    flags.push(curve + 10 + 2 * (x >> 8) + right)
    glyphs.push(x & 0xff)
  } else if (x <= 64 && y <= 64) {
    flags.push(curve + 20 + 16 * ((x - 1) >> 4) + 4 * ((y - 1) >> 4) + signs)
    glyphs.push((((x - 1) & 0xf) << 4) | ((y - 1) & 0xf))
  } else if (x <= 768 && y <= 768) {
    flags.push(curve + 84 + 12 * ((x - 1) >> 8) + 4 * ((y - 1) >> 8) + signs)
    glyphs.push((x - 1) & 0xff, (y - 1) & 0xff)
  } else if (x < 4096 && y < 4096) {
    flags.push(curve + 120 + signs)
    glyphs.push(x >> 4, ((x & 0xf) << 4) | (y >> 8), y & 0xff)
  } else {
    flags.push(curve + 124 + signs)
    add16(glyphs, x)
    add16(glyphs, y)
  }
}

/** Is the box in the file the one that its points span? Then it need not be written. */
function sameBox({ points, box }: SimpleGlyph): boolean {
  let x = 0
  let y = 0
  let left = Number.POSITIVE_INFINITY
  let bottom = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let top = Number.NEGATIVE_INFINITY
  for (const { dx, dy } of points) {
    x += dx
    y += dy
    if (x < left) left = x
    if (x > right) right = x
    if (y < bottom) bottom = y
    if (y > top) top = y
  }
  return left === box[0] && bottom === box[1] && right === box[2] && top === box[3]
}

/** 255UInt16 (4.1). */
function addPacked(stream: number[], value: number): void {
  if (value < 253) stream.push(value)
  else if (value < 506) stream.push(255, value - 253)
  else if (value < 762) stream.push(254, value - 506)
  else {
    stream.push(253)
    add16(stream, value)
  }
}

function add16(stream: number[], value: number): void {
  stream.push((value >> 8) & 0xff, value & 0xff)
}

function addAll(stream: number[], bytes: Uint8Array): void {
  for (const byte of bytes) stream.push(byte)
}

function mark(bitmap: Uint8Array, index: number): void {
  bitmap[index >> 3] = (bitmap[index >> 3] ?? 0) | (0x80 >> (index & 7))
}

function joined(parts: readonly ArrayLike<number>[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}
