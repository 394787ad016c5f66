/** PNG (W3C, Portable Network Graphics, third edition) as PDF image data (ISO 32000-1 7.4.4.4, 8.9.5). */
import { unzlibSync } from 'fflate'
import { passes } from '../../text/adam7.ts'

/** Samples ready for an image XObject. */
export interface Samples {
  readonly width: number
  readonly height: number
  /** 1 grey or palette, 3 RGB. */
  readonly colors: number
  readonly bits: number
  /** RGB triples of a palette; null without one. */
  readonly palette: Uint8Array | null
  /** Each row packed to whole bytes; with `predicted`, compressed as the file had it, filters and all. */
  readonly data: Uint8Array
  readonly predicted: boolean
  /** Opacity of each pixel, in `alphaBits` bits; null when all are opaque. */
  readonly alpha: Uint8Array | null
  readonly alphaBits: number
  /** ICC profile; null when the file has none. */
  readonly profile: Uint8Array | null
}

interface Header {
  readonly width: number
  readonly height: number
  readonly bits: number
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha. */
  readonly type: number
  readonly interlaced: boolean
}

interface Chunks {
  readonly header: Header
  readonly palette: Uint8Array | null
  /** tRNS: an opacity for each entry of the palette, or the one transparent colour. */
  readonly transparency: Uint8Array | null
  readonly profile: Uint8Array | null
  readonly data: Uint8Array
}

/** @throws when the bytes are no PNG, which reading has made sure of */
export function readPng(bytes: Uint8Array): Samples {
  const { header, palette, transparency, profile, data } = readChunks(bytes)
  const { width, height, bits, type } = header
  const colors = type === 2 || type === 6 ? 3 : 1
  const shared = { width, height, colors, bits, palette: type === 3 ? palette : null, profile }
  if (!header.interlaced && type < 4 && transparency === null) {
    return { ...shared, data, predicted: true, alpha: null, alphaBits: 8 }
  }

  const rows = unfilter(unzlibSync(data), header)
  const opaque = { ...shared, predicted: false }
  if (type >= 4) return { ...opaque, ...split(rows, header), alphaBits: bits }
  const alpha = transparency === null ? null : opacities(rows, header, transparency)
  return { ...opaque, data: rows, alpha, alphaBits: 8 }
}

function readChunks(bytes: Uint8Array): Chunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Map<string, Uint8Array[]>()
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const chunk = bytes.subarray(at + 8, at + 8 + length)
    const known = found.get(type)
    if (known === undefined) found.set(type, [chunk])
    else known.push(chunk)
    at += 12 + length
  }
  const [head] = found.get('IHDR') ?? []
  if (head === undefined) throw new Error('a PNG without its header')
  const fields = new DataView(head.buffer, head.byteOffset, head.byteLength)
  return {
    header: {
      width: fields.getUint32(0),
      height: fields.getUint32(4),
      bits: fields.getUint8(8),
      type: fields.getUint8(9),
      interlaced: fields.getUint8(12) === 1,
    },
    palette: found.get('PLTE')?.[0] ?? null,
    transparency: found.get('tRNS')?.[0] ?? null,
    profile: inflateProfile(found.get('iCCP')?.[0]),
    data: Buffer.concat(found.get('IDAT') ?? []),
  }
}

/** A name, a null byte, the method's byte, the compressed profile (11.3.2.3). */
function inflateProfile(chunk: Uint8Array | undefined): Uint8Array | null {
  return chunk === undefined ? null : unzlibSync(chunk.subarray(chunk.indexOf(0) + 2))
}

const samplesPerPixel: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** @returns the rows without filters, those of an interlaced picture put together */
function unfilter(source: Uint8Array, header: Header): Uint8Array {
  const { width, height, bits, type, interlaced } = header
  const pixelBits = bits * (samplesPerPixel[type] ?? 1)
  if (!interlaced) return unfilterRows(source, 0, width, height, pixelBits)
  const rowBytes = bytesOf(width, pixelBits)
  const out = new Uint8Array(rowBytes * height)
  let at = 0
  for (const [left, top, stepX, stepY] of passes) {
    const columns = Math.ceil((width - left) / stepX)
    const rows = Math.ceil((height - top) / stepY)
    if (columns <= 0 || rows <= 0) continue
    const part = unfilterRows(source, at, columns, rows, pixelBits)
    at += (bytesOf(columns, pixelBits) + 1) * rows
    for (let row = 0; row < rows; row++) {
      const from = row * bytesOf(columns, pixelBits)
      const to = (top + row * stepY) * rowBytes
      for (let column = 0; column < columns; column++) {
        copyPixel(part, from, column, out, to, left + column * stepX, pixelBits)
      }
    }
  }
  return out
}

function bytesOf(pixels: number, pixelBits: number): number {
  return Math.ceil((pixels * pixelBits) / 8)
}

function copyPixel(
  from: Uint8Array,
  fromRow: number,
  fromPixel: number,
  to: Uint8Array,
  toRow: number,
  toPixel: number,
  pixelBits: number,
): void {
  if (pixelBits >= 8) {
    const size = pixelBits / 8
    const start = fromRow + fromPixel * size
    to.set(from.subarray(start, start + size), toRow + toPixel * size)
    return
  }
  const value = sampleAt(from, fromRow, fromPixel, pixelBits)
  const bit = toPixel * pixelBits
  const index = toRow + (bit >> 3)
  to[index] = (to[index] ?? 0) | (value << (8 - pixelBits - (bit & 7)))
}

/** A sample of 1, 2, 4 or 8 bits. */
function sampleAt(bytes: Uint8Array, row: number, index: number, bits: number): number {
  const bit = index * bits
  return ((bytes[row + (bit >> 3)] ?? 0) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1)
}

/** Undoes the filters (9.2) of rows that begin at `start`. */
function unfilterRows(
  source: Uint8Array,
  start: number,
  width: number,
  height: number,
  pixelBits: number,
): Uint8Array {
  const rowBytes = bytesOf(width, pixelBits)
  const back = Math.max(1, pixelBits >> 3)
  const out = new Uint8Array(rowBytes * height)
  for (let row = 0; row < height; row++) {
    const from = start + row * (rowBytes + 1)
    const filter = source[from] ?? 0
    const at = row * rowBytes
    unfilterRow(source.subarray(from + 1, from + 1 + rowBytes), filter, out, at, rowBytes, back)
  }
  return out
}

/** A row at a time by its one filter: pictures have millions of bytes. Above the first row all is 0. */
function unfilterRow(
  row: Uint8Array,
  filter: number,
  out: Uint8Array,
  at: number,
  rowBytes: number,
  back: number,
): void {
  out.set(row, at)
  const hasAbove = at > 0
  if (filter === 0 || (filter === 2 && !hasAbove)) return
  if (filter === 2) {
    for (let index = at; index < at + rowBytes; index++) {
      out[index] = (out[index] ?? 0) + (out[index - rowBytes] ?? 0)
    }
    return
  }
  if (filter === 1) {
    for (let index = at + back; index < at + rowBytes; index++) {
      out[index] = (out[index] ?? 0) + (out[index - back] ?? 0)
    }
    return
  }
  for (let index = at; index < at + rowBytes; index++) {
    const inside = index - at >= back
    const left = inside ? (out[index - back] ?? 0) : 0
    const up = hasAbove ? (out[index - rowBytes] ?? 0) : 0
    const corner = inside && hasAbove ? (out[index - rowBytes - back] ?? 0) : 0
    out[index] = (out[index] ?? 0) + predicted(filter, left, up, corner)
  }
}

/** Of the filters that look both ways. */
function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 3) return (left + up) >> 1
  const estimate = left + up - corner
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** Parts colours and opacity, which lie pixel by pixel in 8 or 16 bits. */
function split(rows: Uint8Array, { width, height, bits, type }: Header): Pick<Samples, 'data' | 'alpha'> {
  const size = bits / 8
  const colorBytes = (type === 6 ? 3 : 1) * size
  const data = new Uint8Array(width * height * colorBytes)
  const alpha = new Uint8Array(width * height * size)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const from = pixel * (colorBytes + size)
    for (let byte = 0; byte < colorBytes; byte++) data[pixel * colorBytes + byte] = rows[from + byte] ?? 0
    for (let byte = 0; byte < size; byte++) alpha[pixel * size + byte] = rows[from + colorBytes + byte] ?? 0
  }
  return { data, alpha: alpha.every(value => value === 0xff) ? null : alpha }
}

/** A byte for each pixel, from what tRNS says of its palette entry or of its colour (11.3.1.1). */
function opacities(rows: Uint8Array, { width, height, bits, type }: Header, table: Uint8Array): Uint8Array {
  const samples = type === 2 ? 3 : 1
  const rowBytes = bytesOf(width, bits * samples)
  const alpha = new Uint8Array(width * height).fill(0xff)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const row = Math.floor(pixel / width) * rowBytes
    const first = (pixel % width) * samples
    if (type === 3) alpha[pixel] = table[sampleAt(rows, row, first, bits)] ?? 0xff
    else if (isColor(rows, row, first, bits, table)) alpha[pixel] = 0
  }
  return alpha
}

/** The transparent colour has two bytes for each sample, whatever the picture has. */
function isColor(rows: Uint8Array, row: number, first: number, bits: number, color: Uint8Array): boolean {
  for (let sample = 0; sample * 2 < color.length; sample++) {
    const wanted = (color[sample * 2] ?? 0) * 256 + (color[sample * 2 + 1] ?? 0)
    const at = row + (first + sample) * 2
    const found =
      bits === 16 ? (rows[at] ?? 0) * 256 + (rows[at + 1] ?? 0) : sampleAt(rows, row, first + sample, bits)
    if (found !== wanted) return false
  }
  return true
}
