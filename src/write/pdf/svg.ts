/** Draws SVG as paths: the template's emblem on its page, pictures of the text as form XObjects. */
import svgToPdf from 'svg-to-pdfkit'
import type { Picture } from '../../layout/types.ts'
import { drawOn, object, type PdfDocument } from './document.ts'
import type { Dictionary, Reference } from './syntax.ts'

/**
 * Text would need fonts that are not embedded, pictures would be read from disk, and filters are not known to the
 * library: these elements are left out.
 */
const undrawable = /<(text|image|foreignObject|filter)\b(?:[^>]*\/>|[\s\S]*?<\/\1\s*>)/g

/** Nothing of it would be left out. */
export function drawable(svg: string): boolean {
  return svg.search(undrawable) < 0
}

/**
 * Writes the picture's operators to the current page; it leaves the graphics state as it was.
 *
 * @returns what could not be drawn, element names or the library's words
 */
export function drawSvg(
  doc: PdfDocument,
  svg: string,
  { x, y, width, height }: Pick<Picture, 'x' | 'y' | 'width' | 'height'>,
): readonly string[] {
  const left: string[] = []
  const paths = svg.replace(undrawable, (_, name: string) => {
    left.push(`<${name}>`)
    return ''
  })
  svgToPdf(doc, paths, x, y, {
    width,
    height,
    preserveAspectRatio: 'xMidYMid meet',
    warningCallback: warning => left.push(warning),
  })
  return left
}

/** A form of `width` by `height` units, y down. pdfkit draws on what it takes for its page, and here gets the form. */
export function svgForm(
  doc: PdfDocument,
  svg: string,
  width: number,
  height: number,
): { readonly reference: Reference; readonly left: readonly string[] } {
  const reference = doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] })
  const resources: Record<'fonts' | 'xobjects' | 'ext_gstates' | 'patterns', Record<string, Reference>> = {
    fonts: {},
    xobjects: {},
    ext_gstates: {},
    patterns: {},
  }
  const surface = {
    ...resources,
    width,
    height,
    annotations: [],
    write: (chunk: Uint8Array) => reference.write(chunk),
  }
  let left: readonly string[] = []
  drawOn(doc, surface, () => {
    left = drawSvg(doc, svg, { x: 0, y: 0, width, height })
  })
  const used: Dictionary = {}
  if (Object.keys(resources.xobjects).length > 0) used.XObject = resources.xobjects
  if (Object.keys(resources.ext_gstates).length > 0) used.ExtGState = resources.ext_gstates
  if (Object.keys(resources.patterns).length > 0) used.Pattern = resources.patterns
  reference.data.Resources = object(doc, used)
  reference.end()
  return { reference, left }
}
