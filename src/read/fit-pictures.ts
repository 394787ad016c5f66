/** Pictures against the size that they are set at: what has too many pixels is told, or made smaller on request. */
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Figure, Image, InlineImage, Place, Publication, PublicationNode } from '../publication/model.ts'

/** Points: how wide text can be set, upright and on a page turned to landscape. */
export interface Measures {
  readonly upright: number
  readonly turned: number
}

/** Pixels an inch beyond which no press shows more. */
const enough = 300
/** What a picture without a width has. */
const natural = 96

/** The largest size that a picture is set at, in points. */
interface Setting {
  readonly width: number
  readonly natural: boolean
  readonly place: Place
}

/**
 * @param publication - a document
 * @param measures - of its design; a picture in a list, box or cell is set narrower, and counted as if it were not
 * @param maxPpi - pixels an inch that each picture is brought down to; undefined: what is over 300 is a warning
 * @param file - takes the warnings
 * @returns the document with its pictures made smaller; the same one where none is
 */
export async function fitPictures(
  publication: Publication,
  measures: Measures,
  maxPpi: number | undefined,
  file: VFile,
): Promise<Publication> {
  if (publication.images.size === 0) return publication
  const settings = new Map<string, Setting>()
  collect(publication.tree, measures.upright, measures, publication.images, settings)
  const images = new Map(publication.images)
  for (const [key, { width, natural: asIs, place }] of settings) {
    const image = images.get(key)
    if (image === undefined || image.type === 'image/svg+xml') continue
    const inches = width / 72
    const ppi = Math.round(image.width / inches)
    if (maxPpi === undefined) {
      const centimetres = Math.round(inches * 25.4) / 10
      if (ppi > enough) report(file, 'image-resolution', place, { path: image.path, ppi, centimetres })
      continue
    }
    // One without a width would be set smaller with fewer pixels.
    const wanted = Math.ceil(inches * (asIs ? Math.max(maxPpi, natural) : maxPpi))
    if (wanted >= image.width) continue
    const { resampled } = await import('./resample.ts')
    const smaller = resampled(image, wanted, await decoders())
    if (smaller !== null) images.set(key, smaller)
    else report(file, 'image-broken', place, { path: image.path, why: 'undecodable' })
  }
  return { ...publication, images }
}

async function decoders() {
  const { decodePng } = await import('./svg.ts')
  return { decodePng: await decodePng() }
}

function collect(
  node: PublicationNode,
  measure: number,
  measures: Measures,
  images: ReadonlyMap<string, Image>,
  settings: Map<string, Setting>,
): void {
  if (node.type === 'figure' || node.type === 'image') note(node, measure, images, settings)
  const inner =
    node.type === 'columns'
      ? measure / node.count
      : node.type === 'table' && node.landscape
        ? measures.turned
        : measure
  for (const child of parts(node)) collect(child, inner, measures, images, settings)
}

function note(
  { image: key, width, place }: Figure | InlineImage,
  measure: number,
  images: ReadonlyMap<string, Image>,
  settings: Map<string, Setting>,
): void {
  const pixels = images.get(key)?.width ?? 0
  const wanted =
    width.kind === 'points'
      ? width.points
      : width.kind === 'share'
        ? width.share * measure
        : (pixels * 72) / natural
  const former = settings.get(key)
  const asIs = width.kind === 'natural' || former?.natural === true
  const set = Math.min(wanted, measure)
  if (former === undefined || set > former.width) settings.set(key, { width: set, natural: asIs, place })
  else if (asIs !== former.natural) settings.set(key, { ...former, natural: asIs })
}

/** All that a node holds. */
function parts(node: PublicationNode): readonly PublicationNode[] {
  const children = 'children' in node ? node.children : []
  switch (node.type) {
    case 'root':
      return [...children, ...node.notes]
    case 'box':
      return [...node.title, ...children]
    case 'figure':
      return node.caption
    case 'table':
      return [...node.caption, ...children, ...node.note]
    default:
      return children
  }
}
