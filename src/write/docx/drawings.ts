/** Drawings: the emblem as a picture in line with text, the band as a shape (ECMA-376 Part 1, 20.4 and 20.2). */
import type { XmlComponent } from 'docx'
import type { Design, Emblem } from '../../design/types.ts'
import type { Figure, Image, InlineImage, PictureWidth } from '../../publication/model.ts'
import type { Build, PictureFile } from './build.ts'
import { xml } from './runs.ts'
import { runText } from './text.ts'
import { emu, hex } from './units.ts'

const drawingml = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const picture = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
const wordShape = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'
const svgBlip = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main'
const decorativeMark = 'http://schemas.microsoft.com/office/drawing/2017/decorative'

/** Ids of `wp:docPr`, unique in the package. */
const ids = { emblem: 1, band: 2, firstImage: 3 } as const

/** `w:drawing` of the emblem: PNG for every reader, SVG for those that know it. */
export function emblemDrawing(emblem: Emblem, build: Build): XmlComponent {
  const png = picturePart('media/emblem.png', emblem.png, build)
  const svg = picturePart('media/emblem.svg', new TextEncoder().encode(emblem.svg), build)
  const file = { name: 'emblem.png', bitmap: png, svg }
  const named = { id: ids.emblem, name: 'Emblema', alternative: emblem.alternative }
  return inlineDrawing(file, named, emblem)
}

/** Room for a picture, points: a width, and the height of what must stand on its page besides. */
export interface PictureRoom {
  readonly width: number
  readonly less: number
}

/** `w:drawing` of a picture of the text, in line with it. */
export function imageDrawing(node: Figure | InlineImage, room: PictureRoom, build: Build): XmlComponent {
  const image = build.edition.publication.images.get(node.image)
  if (image === undefined) throw new Error(`no picture «${node.image}» in the publication`)
  const { page } = build.edition.design
  const height = page.height - page.margin.top - page.margin.bottom - room.less - 1
  const number = build.drawingCount++
  const named = {
    id: ids.firstImage + number,
    name: `${build.locale.terms.figure} ${number + 1}`,
    alternative: node.decorative ? '' : node.alternative,
  }
  const size = pictureSize(image, node.width, { width: room.width, height })
  return inlineDrawing(pictureFile(node.image, image, build), named, size)
}

/** Points, in proportion: as the text asks, at most as wide as the measure and as high as the page allows. */
export function pictureSize(image: Size, wanted: PictureWidth, most: Size): Size {
  const asked =
    wanted.kind === 'natural'
      ? image.width * 0.75
      : wanted.kind === 'share'
        ? most.width * wanted.share
        : wanted.points
  const ratio = image.height / image.width
  const width = Math.min(asked, most.width, most.height / ratio)
  return { width, height: width * ratio }
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Each picture is in the package once, however often it is shown. */
function pictureFile(key: string, image: Image, build: Build): PictureFile {
  const known = build.pictures.get(key)
  if (known !== undefined) return known
  const name = `image${build.pictures.size + 1}`
  const vector = image.type === 'image/svg+xml'
  const ending = image.type === 'image/jpeg' ? 'jpeg' : 'png'
  const bitmap = picturePart(`media/${name}.${ending}`, vector ? image.fallback : image.bytes, build)
  const svg = vector ? picturePart(`media/${name}.svg`, image.bytes, build) : ''
  const file = { name: `${name}.${ending}`, bitmap, svg }
  build.pictures.set(key, file)
  return file
}

/** @param named - with an empty alternative, it is an ornament */
function inlineDrawing(
  file: PictureFile,
  named: { readonly id: number; readonly name: string; readonly alternative: string },
  { width, height }: Size,
): XmlComponent {
  const size = { cx: emu(width), cy: emu(height) }
  const vector =
    file.svg === ''
      ? []
      : [
          extension('{96DAC541-7B7A-43D3-8B79-37D633B846F1}', [
            xml('asvg:svgBlip', { 'xmlns:asvg': svgBlip, 'r:embed': file.svg }),
          ]),
        ]
  const content = xml('pic:pic', { 'xmlns:pic': picture }, [
    xml('pic:nvPicPr', {}, [xml('pic:cNvPr', { id: 0, name: file.name }), xml('pic:cNvPicPr')]),
    xml('pic:blipFill', {}, [
      xml('a:blip', { 'r:embed': file.bitmap }, vector),
      xml('a:stretch', {}, [xml('a:fillRect')]),
    ]),
    xml('pic:spPr', {}, rectangle(size)),
  ])
  const { id, name, alternative } = named
  const properties =
    alternative === ''
      ? xml('wp:docPr', { id, name }, [decorative()])
      : xml('wp:docPr', { id, name, descr: runText(alternative) })
  return xml('w:drawing', {}, [
    xml('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
      xml('wp:extent', size),
      properties,
      graphic(picture, content),
    ]),
  ])
}

/** @returns the id of the relationship to it */
function picturePart(path: string, bytes: Uint8Array, build: Build): string {
  const id = `rIdPicture${build.media.size + 1}`
  build.media.set(path, { bytes, id })
  return id
}

/** `w:drawing` of the coloured band at the page's top edge: an empty rectangle, marked as decorative. */
export function bandDrawing({ furniture, page }: Design): XmlComponent {
  const size = { cx: emu(page.width), cy: emu(furniture.bandHeight) }
  const distances = { distT: 0, distB: 0, distL: 0, distR: 0 }
  const placing = { relativeHeight: 1, behindDoc: 1, locked: 1, layoutInCell: 1, allowOverlap: 1 }
  const content = xml('wps:wsp', { 'xmlns:wps': wordShape }, [
    xml('wps:cNvSpPr'),
    xml('wps:spPr', {}, [
      ...rectangle(size),
      xml('a:solidFill', {}, [xml('a:srgbClr', { val: hex(furniture.bandColor) })]),
      xml('a:ln', {}, [xml('a:noFill')]),
    ]),
    xml('wps:bodyPr'),
  ])
  return xml('w:drawing', {}, [
    xml('wp:anchor', { ...distances, simplePos: 0, ...placing }, [
      xml('wp:simplePos', { x: 0, y: 0 }),
      atEdge('wp:positionH'),
      atEdge('wp:positionV'),
      xml('wp:extent', size),
      xml('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
      xml('wp:wrapNone'),
      xml('wp:docPr', { id: ids.band, name: 'Franja' }, [decorative()]),
      xml('wp:cNvGraphicFramePr'),
      graphic(wordShape, content),
    ]),
  ])
}

function atEdge(name: string): XmlComponent {
  const offset = xml('wp:posOffset')
  offset.addChildElement('0')
  return xml(name, { relativeFrom: 'page' }, [offset])
}

function graphic(uri: string, content: XmlComponent): XmlComponent {
  return xml('a:graphic', { 'xmlns:a': drawingml }, [xml('a:graphicData', { uri }, [content])])
}

function rectangle(size: { readonly cx: number; readonly cy: number }): readonly XmlComponent[] {
  return [
    xml('a:xfrm', {}, [xml('a:off', { x: 0, y: 0 }), xml('a:ext', size)]),
    xml('a:prstGeom', { prst: 'rect' }, [xml('a:avLst')]),
  ]
}

/** Screen readers pass over a drawing with this mark (MS-ODRAWXML 2.2.51). */
function decorative(): XmlComponent {
  return extension('{C183D7F6-B498-43B3-948B-1728B52AA6E4}', [
    xml('adec:decorative', { 'xmlns:adec': decorativeMark, val: 1 }),
  ])
}

function extension(uri: string, content: readonly XmlComponent[]): XmlComponent {
  return xml('a:extLst', { 'xmlns:a': drawingml }, [xml('a:ext', { uri }, content)])
}
