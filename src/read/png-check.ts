/** PNG (ISO 15948) as its readers need it: what no check sum tells. */
import { inflateSync } from 'node:zlib'
import type { Phrase } from '../diagnostics/phrases.ts'
import { passes } from '../text/adam7.ts'

/** Channels and bits of each colour type (11.2.2). */
const kinds: Readonly<Record<number, { readonly channels: number; readonly bits: readonly number[] }>> = {
  0: { channels: 1, bits: [1, 2, 4, 8, 16] },
  2: { channels: 3, bits: [8, 16] },
  3: { channels: 1, bits: [1, 2, 4, 8] },
  4: { channels: 2, bits: [8, 16] },
  6: { channels: 4, bits: [8, 16] },
}

/** An ICC profile takes no more. */
const mostProfile = 16 * 1024 * 1024

/**
 * Programs that save half a picture, or change it without knowing the format, put its check sums right all the same.
 *
 * @param bytes - of a file whose chunks are whole
 * @returns what is wrong with it; null where nothing is
 */
export function pngFault(bytes: Buffer): Phrase | null {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const [bits = 0, type = 0, compression, filter, interlace = 0] = bytes.subarray(24, 29)
  const kind = kinds[type]
  if (kind?.bits.includes(bits) !== true || compression !== 0 || filter !== 0 || interlace > 1)
    return 'png-header'
  const chunks = chunksOf(bytes)
  const palette = chunks.get('PLTE')?.[0]
  if (type === 3 && (palette === undefined || palette.length === 0 || palette.length % 3 !== 0))
    return 'undecodable'
  const profile = chunks.get('iCCP')?.[0]
  // A name, a null byte, the method's byte, the compressed profile (11.3.2.3).
  if (profile !== undefined && inflated(profile.subarray(profile.indexOf(0) + 2), mostProfile) === null)
    return 'undecodable'
  const rows = bytesOfRows(width, height, bits * kind.channels, interlace === 1)
  // Some encoders leave bytes behind the last row, which nobody reads.
  const data = inflated(Buffer.concat(chunks.get('IDAT') ?? []), rows + 65_536)
  return data !== null && data.length >= rows ? null : 'undecodable'
}

function chunksOf(bytes: Buffer): ReadonlyMap<string, readonly Buffer[]> {
  const chunks = new Map<string, Buffer[]>()
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const name = bytes.toString('latin1', at + 4, at + 8)
    const chunk = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at))
    chunks.set(name, [...(chunks.get(name) ?? []), chunk])
    if (name === 'IEND') break
  }
  return chunks
}

/** @returns null where the data is damaged or longer than `most` bytes */
function inflated(data: Buffer, most: number): Buffer | null {
  try {
    return inflateSync(data, { maxOutputLength: most })
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return null
    throw problem
  }
}

/** Bytes of all rows, each with that of its filter. */
function bytesOfRows(width: number, height: number, pixelBits: number, interlaced: boolean): number {
  const sizeOf = (columns: number, rows: number) =>
    columns <= 0 || rows <= 0 ? 0 : rows * (1 + Math.ceil((columns * pixelBits) / 8))
  if (!interlaced) return sizeOf(width, height)
  return passes.reduce(
    (sum, [left, top, across, down]) =>
      sum + sizeOf(Math.ceil((width - left) / across), Math.ceil((height - top) / down)),
    0,
  )
}
