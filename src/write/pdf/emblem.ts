/** Draws the template's emblem as paths. */
import svgToPdf from 'svg-to-pdfkit'
import type { Picture } from '../../layout/types.ts'
import type { PdfDocument } from './document.ts'

/**
 * Writes the picture's operators to the current page; it leaves the graphics state as it was.
 *
 * @returns what the library could not draw, in its words
 */
export function drawEmblem(doc: PdfDocument, svg: string, picture: Picture): readonly string[] {
  const warnings: string[] = []
  svgToPdf(doc, svg, picture.x, picture.y, {
    width: picture.width,
    height: picture.height,
    preserveAspectRatio: 'xMidYMid meet',
    warningCallback: warning => warnings.push(warning),
  })
  return warnings
}
