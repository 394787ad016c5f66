/** What a picture is, by its bytes: type, size in pixels, and what no writer could embed. */

import { crc32 } from 'node:zlib'
import type { Phrase } from '../diagnostics/phrases.ts'

export type Header =
  | {
      readonly type: 'image/png' | 'image/jpeg'
      readonly width: number
      readonly height: number
      /** Of EXIF, 1 to 8; 1 is upright. */
      readonly orientation: number
    }
  | { readonly type: 'image/svg+xml' }
  /** A kind that is not published. */
  | { readonly refused: Phrase }
  | { readonly broken: Phrase }

export function pictureHeader(bytes: Buffer): Header {
  const ascii = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return pngHeader(bytes)
  if (ascii(0, 2) === '\xff\xd8') return jpegHeader(bytes)
  if (/^GIF8[79]a/.test(ascii(0, 6))) return { refused: 'gif' }
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return { refused: 'webp' }
  if (/^(?:II\*\0|MM\0\*)/.test(ascii(0, 4))) return { refused: 'tiff' }
  if (ascii(0, 2) === 'BM') return { refused: 'bmp' }
  if (ascii(4, 8) === 'ftyp') return { refused: 'heic-or-video' }
  if (ascii(0, 4) === '%PDF') return { refused: 'pdf' }
  if (/^\xef?\xbb?\xbf?\s*<[\s\S]*<?svg\b/.test(ascii(0, 4096))) return { type: 'image/svg+xml' }
  return { refused: 'unknown-type' }
}

/** PNG (ISO 15948) §5: chunks from the signature to IEND. */
function pngHeader(bytes: Buffer): Header {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return { broken: 'begins-late' }
  let data = false
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const name = bytes.toString('latin1', at + 4, at + 8)
    const check = at + 8 + bytes.readUInt32BE(at)
    if (check + 4 > bytes.length) break
    if (crc32(bytes.subarray(at + 4, check)) !== bytes.readUInt32BE(check)) return { broken: 'changed-bytes' }
    if (name === 'acTL') return { refused: 'animated-png' }
    if (name === 'IDAT') data = true
    if (name !== 'IEND') continue
    if (!data) return { broken: 'without-image' }
    return sized('image/png', bytes.readUInt32BE(16), bytes.readUInt32BE(20), 1)
  }
  return { broken: 'cut-short' }
}

function sized(type: 'image/png' | 'image/jpeg', width: number, height: number, orientation: number): Header {
  return width === 0 || height === 0 ? { broken: 'no-pixels' } : { type, width, height, orientation }
}

/** JPEG (ITU-T T.81) annex B: marker segments up to the frame header. */
function jpegHeader(bytes: Buffer): Header {
  let orientation = 1
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return { broken: 'segment-lost' }
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      if (at + 10 > bytes.length) break
      if (marker > 0xc2) return { refused: 'jpeg-variant' }
      if (bytes[at + 4] !== 8) return { refused: 'jpeg-depth' }
      if (bytes[at + 9] === 4) return { refused: 'jpeg-cmyk' }
      if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < at) return { broken: 'cut-short' }
      return sized('image/jpeg', bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5), orientation)
    }
    if (marker === 0xe1) orientation = exifOrientation(bytes.subarray(at + 4, at + 2 + length)) ?? orientation
    at += 2 + length
  }
  return { broken: 'cut-short' }
}

/** EXIF 2.32 §4.6.4: tag 0x0112 of the first directory. */
function exifOrientation(segment: Buffer): number | null {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0' || segment.length < 16) return null
  const tiff = segment.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const count = short(directory)
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * 12
    if (short(at) !== 0x0112) continue
    const value = short(at + 8)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}
