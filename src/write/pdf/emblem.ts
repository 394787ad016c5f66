/** Draws the template's emblem as paths. */
import svgToPdf from 'svg-to-pdfkit'
import type { Picture } from '../../layout/types.ts'
import type { PdfDocument } from './document.ts'

/**
 * Text would need fonts that are not embedded, pictures would be read from disk, and filters are not known to the
 * library: these elements are left out.
 */
const undrawable = /<(text|image|foreignObject|filter)\b(?:[^>]*\/>|[\s\S]*?<\/\1\s*>)/g

/**
 * Writes the picture's operators to the current page; it leaves the graphics state as it was.
 *
 * @returns what could not be drawn, element names or the library's words
 */
export function drawEmblem(doc: PdfDocument, svg: string, picture: Picture): readonly string[] {
  const left: string[] = []
  const paths = svg.replace(undrawable, (_, name: string) => {
    left.push(`<${name}>`)
    return ''
  })
  svgToPdf(doc, paths, picture.x, picture.y, {
    width: picture.width,
    height: picture.height,
    preserveAspectRatio: 'xMidYMid meet',
    warningCallback: warning => left.push(warning),
  })
  return left
}
