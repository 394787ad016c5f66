/** Pictures with fewer pixels: each of the new ones is the average of the area that it covers. */
import jpeg from 'jpeg-js'
import type { Image } from '../publication/model.ts'
import { jpegProfile, withProfile } from './jpeg-profile.ts'
import { encodePng, type Pixels } from './png-encode.ts'
import { decodeJpeg, quality } from './upright.ts'

export interface Decoders {
  /** Colours multiplied with their opacity. */
  readonly decodePng: (bytes: Uint8Array, width: number, height: number) => Pixels | null
}

/**
 * @param image - PNG or JPEG
 * @param width - pixels, fewer than it has
 * @returns the same picture so wide, in the same kind of file; as it was where that would take more bytes; null where
 * it cannot be decoded
 */
export function resampled(image: Image, width: number, { decodePng }: Decoders): Image | null {
  const height = Math.max(1, Math.round((image.height * width) / image.width))
  const source =
    image.type === 'image/jpeg' ? decodeJpeg(image.bytes) : decodePng(image.bytes, image.width, image.height)
  if (source === null) return null
  const pixels = averaged(source, width, height)
  const bytes =
    image.type === 'image/jpeg'
      ? withProfile(jpeg.encode(pixels, quality).data, jpegProfile(image.bytes))
      : encodePng(pixels, image.bytes)
  return bytes.length < image.bytes.length ? { ...image, bytes, width, height } : image
}

/**
 * @param source - with colours multiplied with their opacity, so that what is transparent lends no colour
 * @param width - at most the source's, as is `height`
 */
export function averaged(source: Pixels, width: number, height: number): Pixels {
  const across = weights(source.width, width)
  const down = weights(source.height, height)
  const data = new Uint8Array(width * height * 4)
  const line = new Float64Array(width * 4)
  for (let y = 0; y < height; y++) {
    const { first, shares } = down[y] ?? none
    line.fill(0)
    for (const [index, share] of shares.entries()) addRow(line, source, first + index, across, share)
    for (let at = 0; at < line.length; at++) data[y * width * 4 + at] = Math.round(line[at] ?? 0)
  }
  return { width, height, data }
}

/** Adds a share of one row of the source, averaged along the row. */
function addRow(
  line: Float64Array,
  { width, data }: Pixels,
  row: number,
  across: readonly Coverage[],
  rowShare: number,
): void {
  for (const [x, { first, shares }] of across.entries()) {
    const to = x * 4
    for (let index = 0; index < shares.length; index++) {
      const from = (row * width + first + index) * 4
      const share = (shares[index] ?? 0) * rowShare
      for (let sample = 0; sample < 4; sample++) {
        line[to + sample] = (line[to + sample] ?? 0) + (data[from + sample] ?? 0) * share
      }
    }
  }
}

/** The pixels that one new pixel covers, and what share of it each has. */
interface Coverage {
  readonly first: number
  readonly shares: readonly number[]
}

const none: Coverage = { first: 0, shares: [] }

function weights(from: number, to: number): readonly Coverage[] {
  const step = from / to
  return Array.from({ length: to }, (_, index) => {
    const start = index * step
    const end = Math.min(from, (index + 1) * step)
    const first = Math.floor(start)
    const last = Math.min(from, Math.ceil(end))
    const shares = Array.from({ length: last - first }, (_, offset) => {
      const pixel = first + offset
      return (Math.min(end, pixel + 1) - Math.max(start, pixel)) / (end - start)
    })
    return { first, shares }
  })
}
