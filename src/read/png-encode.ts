/** PNG files (W3C, Portable Network Graphics, third edition) of pictures that were changed. */
import { crc32 } from 'node:zlib'
import { deflate } from '../bytes/deflate.ts'

/** Rows of RGBA, 8 bits a sample. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** What colours mean: kept, as the samples are still those of the same space. */
const colourChunks = new Set(['iCCP', 'sRGB', 'gAMA', 'cHRM'])

/**
 * @param pixels - with colours multiplied with their opacity
 * @param original - the PNG that they come from: its colour space is kept, and grey stays grey
 */
export function encodePng({ width, height, data }: Pixels, original: Uint8Array): Uint8Array {
  const source = Buffer.from(original.buffer, original.byteOffset, original.byteLength)
  const grey = ((source[25] ?? 0) & 3) === 0
  const opaque = isOpaque(data)
  const samples = (grey ? 1 : 3) + (opaque ? 0 : 1)
  const rows = Buffer.alloc(width * height * samples)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const alpha = data[pixel * 4 + 3] ?? 0
    for (let sample = 0; sample < (grey ? 1 : 3); sample++) {
      const value = data[pixel * 4 + sample] ?? 0
      rows[pixel * samples + sample] = alpha === 0 ? 0 : Math.min(255, Math.round((value * 255) / alpha))
    }
    if (!opaque) rows[pixel * samples + samples - 1] = alpha
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, (grey ? 0 : 2) + (opaque ? 0 : 4), 0, 0, 0], 8)
  return Buffer.concat([
    source.subarray(0, 8),
    chunk('IHDR', header),
    ...chunksOf(source)
      .filter(({ name }) => colourChunks.has(name))
      .map(({ whole }) => whole),
    chunk('IDAT', deflate(filtered(rows, width * samples, samples), 9)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function isOpaque(data: Uint8Array): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false
  return true
}

function chunksOf(png: Buffer): readonly { readonly name: string; readonly whole: Buffer }[] {
  const chunks: { name: string; whole: Buffer }[] = []
  for (let at = 8; at + 12 <= png.length; ) {
    const end = at + 12 + png.readUInt32BE(at)
    chunks.push({ name: png.toString('latin1', at + 4, at + 8), whole: png.subarray(at, end) })
    at = end
  }
  return chunks
}

function chunk(name: string, data: Uint8Array): Buffer {
  const whole = Buffer.alloc(data.length + 12)
  whole.writeUInt32BE(data.length)
  whole.write(name, 4, 'latin1')
  whole.set(data, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), data.length + 8)
  return whole
}

/** Each row as its difference from the one above and the pixel before (9.4, Paeth), which compresses best of one. */
function filtered(rows: Uint8Array, length: number, back: number): Uint8Array {
  const count = rows.length / length
  const out = new Uint8Array(rows.length + count)
  for (let row = 0; row < count; row++) {
    const from = row * length
    out[from + row] = 4
    for (let index = 0; index < length; index++) {
      const left = index < back ? 0 : (rows[from + index - back] ?? 0)
      const up = row === 0 ? 0 : (rows[from + index - length] ?? 0)
      const corner = index < back || row === 0 ? 0 : (rows[from + index - length - back] ?? 0)
      out[from + row + 1 + index] = (rows[from + index] ?? 0) - paeth(left, up, corner)
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
