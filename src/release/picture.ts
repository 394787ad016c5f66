/** The first page of a document as a picture, drawn from the layout's own marks. */
import { fontFile } from '../fonts/glyphs.ts'
import { nameText } from '../fonts/names.ts'
import type { FontFace } from '../fonts/types.ts'
import type { Glyphs, Mark, Page, Picture } from '../layout/types.ts'
import { drawWithFonts } from '../read/svg.ts'
import type { Edition } from '../write/types.ts'

/** Pixels: twice the width that the release page shows it in. */
export const pictureWidth = 560

/** @returns a PNG of the first page, {@link pictureWidth} pixels wide */
export async function firstPagePicture(edition: Edition): Promise<Uint8Array> {
  const [page] = edition.layout().pages
  if (page === undefined) throw new Error('layout makes one page at least')
  const faces = new Set(page.marks.flatMap(mark => (mark.kind === 'glyphs' ? [mark.face] : [])))
  return drawWithFonts(
    pageSvg(page, edition),
    pictureWidth,
    [...faces].map(face => face.bytes),
  )
}

/** The page as SVG, in points; its text is set by the faces' own names. */
export function pageSvg({ width, height, marks }: Page, edition: Edition): string {
  const size = `width="${width}" height="${height}"`
  const paper = `<rect ${size} fill="#ffffff"/>`
  const drawn = marks.map(mark => markSvg(mark, edition)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}">${paper}${drawn}</svg>`
}

function markSvg(mark: Mark, edition: Edition): string {
  if (mark.kind === 'glyphs') return glyphsSvg(mark)
  if (mark.kind === 'picture') return pictureSvg(mark, edition)
  if (mark.kind === 'link') return ''
  const { x, y, width, height, color } = mark
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${color}"/>`
}

/** Every cluster stands where layout put it; what is between them is not set again. */
function glyphsSvg({ face, size, color, x, y, scale, glyphs }: Glyphs): string {
  let at = x
  let spans = ''
  for (const { advance, dx, dy, text } of glyphs) {
    const shown = text.replace('\u00ad', '-').trim()
    if (shown !== '')
      spans += `<tspan x="${number(at + dx * scale)}" y="${number(y - dy)}">${escaped(shown)}</tspan>`
    at += advance * scale
  }
  if (spans === '') return ''
  const slant = face.italic ? ' font-style="italic"' : ''
  return `<text font-family="${escaped(familyName(face))}" font-weight="${face.weight}"${slant} font-size="${size}" fill="${color}">${spans}</text>`
}

/** As the file itself says, typographic family before family (OpenType 1.9.1, name, ids 16 and 1). */
function familyName(face: FontFace): string {
  const font = fontFile(face)
  return nameText(font, 16) || nameText(font, 1) || face.family
}

function pictureSvg({ source, x, y, width, height }: Picture, { design, publication }: Edition): string {
  const image = source.kind === 'image' ? publication.images.get(source.image) : undefined
  const emblem = source.kind === 'emblem' ? design.furniture.emblem : null
  const type = image === undefined || image.type === 'image/svg+xml' ? 'image/png' : image.type
  const bytes = image === undefined ? emblem?.png : image.type === type ? image.bytes : image.fallback
  if (bytes === undefined) return ''
  const data = Buffer.from(bytes).toString('base64')
  return `<image x="${x}" y="${y}" width="${width}" height="${height}" href="data:${type};base64,${data}"/>`
}

/** Three decimals of a point are more than a picture shows. */
function number(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
}
