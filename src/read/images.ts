/** Pictures: found, checked by content, loaded once; alone in its paragraph, one becomes a figure. */
import { readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { Image, Paragraph, PhrasingContent, Root } from 'mdast'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import { visit } from '../text/visit.ts'
import type { ReadCaption } from './captions.ts'
import type { DocumentFiles, Picture } from './document-files.ts'
import { decode } from './encoding.ts'
import { type Folders, findFile } from './files.ts'
import { type Header, pictureHeader } from './picture-header.ts'
import { projectPath } from './source.ts'

/**
 * @param tree - of one file, changed in place
 * @param folders - of that file
 * @param files - of the document; takes the pictures
 * @param caption - reads the titles of those that become figures
 */
export function readImages(
  tree: Root,
  folders: Folders,
  files: DocumentFiles,
  caption: ReadCaption,
  file: VFile,
): void {
  visit(tree, 'image', node => {
    const picture = load(node, folders, files, file)
    if (picture === null) return
    const values = node.data?.attributes?.values ?? {}
    const decorative = values.decorative === 'yes'
    const written = (node.alt ?? '').trim()
    const place = placeOf(node, file)
    if (decorative && written !== '') report(file, 'image-decorative-text', place, { path: node.url })
    if (!decorative && written === '') report(file, 'image-alternative-missing', place, { path: node.url })
    if (!decorative && isFileName(written, picture.path))
      report(file, 'image-alternative-name', place, { path: node.url })
    const alternative =
      written !== '' ? written : (node.title ?? '').trim() || basename(picture.path, extname(picture.path))
    node.alt = decorative ? '' : alternative
    node.data = {
      ...node.data,
      picture: { image: picture.path, decorative, width: widthOf(values.width ?? '') },
    }
  })
  visit(tree, 'paragraph', (node, index, parent) => {
    const only = node.children.length === 1 ? node.children[0] : undefined
    if (only?.type !== 'image' || parent === undefined || index === undefined) return
    if (node.data !== undefined && 'directiveLabel' in node.data) return
    const { picture, attributes } = only.data ?? {}
    if (picture === undefined) return
    const title = (only.title ?? '').trim()
    const children = title === '' ? [] : caption(title, only)
    parent.children[index] = figureOf(node, only, children, picture, attributes)
  })
  // What is left stands in a line, where a picture has no caption. Without a description, the title is one.
  visit(tree, 'image', node => {
    const title = (node.title ?? '').trim()
    if (title === '' || node.alt === title || node.data?.picture === undefined) return
    report(file, 'image-title-inline', placeOf(node, file), { title })
  })
}

type FigureParts = NonNullable<Image['data']>

function figureOf(
  paragraph: Paragraph,
  image: Image,
  caption: PhrasingContent[],
  picture: NonNullable<FigureParts['picture']>,
  attributes: FigureParts['attributes'],
) {
  const below = paragraph.data?.attributes
  const id = attributes?.id ?? below?.id
  const { language } = paragraph.data ?? {}
  const own = {
    ...(id === undefined ? {} : { id }),
    classes: [],
    values: { ...below?.values, ...attributes?.values },
  }
  const data = {
    hName: 'figure',
    ...(attributes === undefined && below === undefined ? {} : { attributes: own }),
    ...(language === undefined ? {} : { language }),
  }
  const position = paragraph.position === undefined ? {} : { position: paragraph.position }
  const { image: key, decorative, width } = picture
  return {
    type: 'figure' as const,
    image: key,
    alternative: image.alt ?? '',
    decorative,
    width,
    children: caption,
    data,
    ...position,
  }
}

function isFileName(text: string, path: string): boolean {
  const name = basename(path)
  return text !== '' && [name, basename(name, extname(name))].includes(text)
}

/** A share of the measure, or points. */
function widthOf(written: string) {
  const number = Number.parseFloat(written.replace(',', '.'))
  if (written === '') return { kind: 'natural' as const }
  if (written.endsWith('%')) return { kind: 'share' as const, share: number / 100 }
  return { kind: 'points' as const, points: (number * 72) / (written.endsWith('mm') ? 25.4 : 2.54) }
}

function load(node: Image, folders: Folders, files: DocumentFiles, file: VFile): Picture | null {
  const place = placeOf(node, file)
  const found = findFile(node.url, folders)
  if ('outside' in found) {
    report(file, 'image-outside', place, { path: node.url })
    return null
  }
  if ('missing' in found) {
    report(file, 'image-missing', place, { path: node.url, nearest: found.nearest })
    return null
  }
  const path = projectPath(found.path, files.project)
  const former = files.pictures.get(path)
  if (former !== undefined) return former
  const size = statSync(found.path).size
  const { pictureBytes, picturePixels } = files.limits
  if (size > pictureBytes) {
    report(file, 'image-too-large', place, { path: node.url, bytes: size, bound: pictureBytes })
    return null
  }
  const bytes = readFileSync(found.path)
  const header: Header = pictureHeader(bytes)
  if ('refused' in header) {
    report(file, 'image-type', place, { path: node.url, found: header.refused })
    return null
  }
  if ('broken' in header) {
    report(file, 'image-broken', place, { path: node.url, why: header.broken })
    return null
  }
  if (header.type !== 'image/svg+xml' && header.width * header.height > picturePixels) {
    const { width, height } = header
    report(file, 'image-too-many-pixels', place, { path: node.url, width, height, bound: picturePixels })
    return null
  }
  if (header.type === 'image/svg+xml' && !('text' in decode(bytes))) {
    report(file, 'image-broken', place, { path: node.url, why: 'not-utf8' })
    return null
  }
  const picture: Picture = { path, written: node.url, bytes, header, place }
  files.pictures.set(path, picture)
  files.addSource(path, bytes)
  return picture
}
