/** The last step of pictures, which loads big libraries and so runs only for the documents that need them. */
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Image } from '../publication/model.ts'
import type { Picture } from './document-files.ts'
import { decode } from './encoding.ts'
import { jpegFault } from './jpeg-check.ts'
import { pictureHeader } from './picture-header.ts'
import { pngFault } from './png-check.ts'

/**
 * Turns photographs upright; checks drawings and draws them once as PNG.
 *
 * @param fonts - folder with the typefaces for texts in drawings
 * @param file - takes the messages
 * @returns by path in the project
 */
export async function finishImages(
  pictures: ReadonlyMap<string, Picture>,
  fonts: string,
  file: VFile,
): Promise<ReadonlyMap<string, Image>> {
  const images = new Map<string, Image>()
  for (const [path, picture] of pictures) {
    const image =
      picture.header.type === 'image/svg+xml'
        ? await drawn(picture, fonts, file)
        : await turned(picture, file)
    if (image !== null) images.set(path, image)
  }
  return images
}

const none = new Uint8Array(0)

async function turned({ path, written, bytes, header, place }: Picture, file: VFile): Promise<Image | null> {
  if (header.type === 'image/svg+xml') return null
  const { type, width, height, orientation } = header
  const fault = type === 'image/png' ? pngFault(bytes) : jpegFault(bytes)
  if (fault !== null) {
    report(file, 'image-broken', place, { path: written, why: fault })
    return null
  }
  if (orientation === 1) return { bytes, type, width, height, path, fallback: none }
  const { upright } = await import('./upright.ts')
  const result = upright(bytes, orientation)
  const after = result === null ? null : pictureHeader(Buffer.from(result))
  if (result === null || after === null || !('width' in after)) {
    report(file, 'image-broken', place, { path: written, why: 'cannot-turn' })
    return null
  }
  return { bytes: result, type, width: after.width, height: after.height, path, fallback: none }
}

async function drawn(
  { path, written, bytes, place }: Picture,
  fonts: string,
  file: VFile,
): Promise<Image | null> {
  const decoded = decode(bytes)
  const text = 'text' in decoded ? decoded.text : ''
  const { checkSvg, drawSvg } = await import('./svg.ts')
  const checked = checkSvg(text)
  if ('unsafe' in checked) {
    report(file, 'image-svg-unsafe', place, { path: written, what: checked.unsafe })
    return null
  }
  if ('broken' in checked) {
    report(file, 'image-broken', place, { path: written, why: checked.broken })
    return null
  }
  const { width, height } = checked
  try {
    const fallback = await drawSvg(text, width, fonts)
    return { bytes: Buffer.from(text), type: 'image/svg+xml', width, height, path, fallback }
  } catch (cause) {
    // The drawing library throws a string for whatever it cannot draw.
    report(file, 'image-broken', place, { path: written, why: ['verbatim', String(cause)] })
    return null
  }
}
