/** A photograph turned as its EXIF orientation says, since not every reader of every format turns it. */
import jpeg from 'jpeg-js'
import { jpegProfile, withProfile } from './jpeg-profile.ts'

/** Of libjpeg's scale: no difference that print shows. */
export const quality = 92

/**
 * @param bytes - JPEG
 * @param orientation - of EXIF, 2 to 8
 * @returns the same picture upright, without EXIF; null when it cannot be decoded
 */
export function upright(bytes: Uint8Array, orientation: number): Uint8Array | null {
  const source = decodeJpeg(bytes)
  if (source === null) return null
  const { width, height, data } = source
  const turned = orientation >= 5
  const target = { width: turned ? height : width, height: turned ? width : height }
  const pixels = new Uint8Array(data.length)
  for (let y = 0; y < target.height; y++) {
    for (let x = 0; x < target.width; x++) {
      const [column, row] = from(orientation, x, y, width, height)
      const at = (row * width + column) * 4
      pixels.set(data.subarray(at, at + 4), (y * target.width + x) * 4)
    }
  }
  return withProfile(jpeg.encode({ ...target, data: pixels }, quality).data, jpegProfile(bytes))
}

/** @returns its pixels, RGBA; null when it cannot be decoded */
export function decodeJpeg(bytes: Uint8Array) {
  const bounds = { maxMemoryUsageInMB: 4096, maxResolutionInMP: 1000 }
  try {
    return jpeg.decode(bytes, { useTArray: true, formatAsRGBA: true, ...bounds })
  } catch {
    // The decoder throws for whatever it does not know; the caller says that the picture is broken.
    return null
  }
}

/** Where a pixel of the upright picture stands in the stored one (EXIF 2.32 §4.6.4, orientation). */
function from(
  orientation: number,
  x: number,
  y: number,
  width: number,
  height: number,
): readonly [number, number] {
  switch (orientation) {
    case 2:
      return [width - 1 - x, y]
    case 3:
      return [width - 1 - x, height - 1 - y]
    case 4:
      return [x, height - 1 - y]
    case 5:
      return [y, x]
    case 6:
      return [y, height - 1 - x]
    case 7:
      return [width - 1 - y, height - 1 - x]
    case 8:
      return [width - 1 - y, x]
    default:
      return [x, y]
  }
}
