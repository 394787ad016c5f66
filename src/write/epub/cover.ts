/** The cover picture: the brand's band, emblem and colours around title, organisation and date, as SVG and PNG. */
import type { Element } from 'hast'
import { toXast } from 'hast-util-to-xast'
import type { Element as XastElement } from 'xast'
import type { Role } from '../../design/types.ts'
import { chooseFace } from '../../fonts/face.ts'
import { standIns } from '../../fonts/fallback.ts'
import { hasCharacter } from '../../fonts/glyphs.ts'
import type { FontFace } from '../../fonts/types.ts'
import type { Locale } from '../../locale/types.ts'
import { noticeText, writtenDate } from '../../publication/opening.ts'
import { drawing } from '../../text/drawing.ts'
import type { Edition } from '../types.ts'
import { type FamilyNames, fontStack } from '../web/css.ts'
import { emblemToHast } from '../web/emblem.ts'
import { spaced, x, xmlDocument } from './xml.ts'

/** Units of the picture; two to three, as shelves show covers. */
const width = 1200
const height = 1800
const margin = 110

/** One line of text on the cover. */
interface CoverLine {
  readonly role: Role
  readonly text: string
  readonly size: number
  /** Baseline. */
  readonly y: number
}

/**
 * @param familyNames - what the reader of the picture calls a family of the design
 * @returns SVG, readable at the size of a stamp
 */
export function coverImage(
  edition: Edition,
  locale: Locale,
  familyNames: FamilyNames = family => [family],
): string {
  const { design, publication } = edition
  const { metadata } = publication
  const { furniture, palette } = design
  const parts: XastElement[] = [
    x('title', {}, [metadata.title]),
    rectangle(0, 0, width, height, palette.background),
    rectangle(0, 0, width, 90, palette.primary),
    rectangle(0, 1470, width, height - 1470, palette.surface),
    rectangle(0, 1464, width, 6, palette.rule),
  ]
  const emblem = furniture.emblem === null ? null : emblemToHast(furniture.emblem, 'emblem-')
  if (emblem !== null) parts.push(placed(emblem, margin, 190, 210))
  for (const { role, text, size, y } of coverLines(edition, locale)) {
    const style = design.styles[role]
    const font = {
      'font-family': fontStack(design, style.family, familyNames),
      'font-size': String(size),
      'font-weight': String(style.weight),
      fill: style.color,
    }
    parts.push(x('text', { x: String(margin), y: String(Math.round(y)), ...font }, [text]))
  }
  const root = x(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width: String(width),
      height: String(height),
      'xml:lang': metadata.language,
    },
    spaced(parts),
  )
  return xmlDocument(root)
}

/** Pixels across: what shelves and stores show. */
const pixels = 600

/**
 * The same picture for shelves and stores that show no SVG, its texts in the brand's own letters.
 *
 * @returns PNG; null where the brand's typefaces lack a character of the texts
 */
export async function coverPicture(edition: Edition, locale: Locale): Promise<Uint8Array | null> {
  const { faces, styles } = edition.design
  const used = new Set<FontFace>()
  const signs = new Map<FontFace, Set<number>>()
  for (const { role, text } of coverLines(edition, locale)) {
    const { family, weight } = styles[role]
    const face = chooseFace(faces, family, weight, false)
    if (face === undefined) return null
    used.add(face)
    const standIn = standIns(edition.design, { family, weight, italic: false })
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0
      if (hasCharacter(face, code)) continue
      const other = standIn(character)
      if (other === undefined) return null
      signs.set(other, (signs.get(other) ?? new Set()).add(code))
    }
  }
  const buffers = [...used].map(({ bytes }) => bytes)
  // With letters in it, a font that has a sign would give the words beside it too.
  for (const [face, characters] of signs) {
    const { subset } = await import('../../fonts/subset.ts')
    buffers.push((await subset(face, { characters, features: [] })).bytes)
  }
  const Resvg = await drawing()
  const picture = new Resvg(coverImage(edition, locale), {
    fitTo: { mode: 'width', value: pixels },
    font: { fontBuffers: buffers, loadSystemFonts: false },
  })
  const image = picture.render()
  const png = image.asPng()
  image.free()
  picture.free()
  return png
}

function coverLines(edition: Edition, locale: Locale): readonly CoverLine[] {
  const { metadata } = edition.publication
  return [
    ...lines(edition, 'classification', noticeText(metadata, locale), 44, 490, 1),
    ...title(metadata.title, 580),
    ...lines(edition, 'organisation', metadata.organisation, 46, 1560, 2),
    ...lines(edition, 'placeDate', writtenDate(metadata, locale), 38, 1720, 1),
  ]
}

/** The title in the largest size at which it fits between classification and organisation. */
function title(value: string, top: number): readonly CoverLine[] {
  for (let size = 112; size > 40; size -= 8) {
    const broken = breakLines(value, size)
    if (broken.length * size * 1.2 <= 1400 - top && broken.every(line => textWidth(line) * size <= room)) {
      return setLines('title', broken, size, top + size)
    }
  }
  return setLines('title', breakLines(value, 40).slice(0, 16), 40, top + 40)
}

function lines(
  edition: Edition,
  role: Role,
  value: string,
  size: number,
  y: number,
  most: number,
): readonly CoverLine[] {
  if (value === '') return []
  const shown = edition.design.styles[role].uppercase ? value.toUpperCase() : value
  const broken = breakLines(shown, size)
  if (broken.length > most && size > 20) return lines(edition, role, value, size - 2, y, most)
  return setLines(role, broken, size, y)
}

function setLines(role: Role, texts: readonly string[], size: number, y: number): readonly CoverLine[] {
  return texts.map((text, index) => ({ role, text, size, y: y + index * size * 1.2 }))
}

const room = width - 2 * margin

/** Greedy lines. An SVG cannot carry the brand's fonts, so widths are those of a wide sans, not measured. */
function breakLines(value: string, size: number): readonly string[] {
  const broken: string[] = []
  for (const word of value.split(/\s+/)) {
    const last = broken.at(-1)
    const longer = `${last} ${word}`
    if (last === undefined || textWidth(longer) * size > room) broken.push(word)
    else broken[broken.length - 1] = longer
  }
  return broken
}

/** Ems. */
function textWidth(text: string): number {
  let ems = 0
  for (const character of text) {
    if (/[\sijlI.,;:'’|!()[\]-]/.test(character)) ems += 0.36
    else if (/[mwMW@%—]/.test(character)) ems += 0.98
    else if (/[\p{Lu}]/u.test(character)) ems += 0.74
    else if (/[\p{Ll}\d]/u.test(character)) ems += 0.62
    else ems += 1
  }
  return ems
}

function rectangle(left: number, top: number, wide: number, high: number, fill: string): XastElement {
  return x('rect', { x: String(left), y: String(top), width: String(wide), height: String(high), fill })
}

/** The emblem at a place, in its own proportions. */
function placed(emblem: Element, left: number, top: number, high: number): XastElement {
  // An svg element gives an element.
  const svg = toXast(emblem, { space: 'svg' }) as XastElement
  const { viewBox, fill, stroke } = svg.attributes
  const [, , boxWidth = 1, boxHeight = 1] = (viewBox ?? '').split(/[\s,]+/).map(Number)
  return x(
    'svg',
    {
      x: String(left),
      y: String(top),
      width: String(Math.round((high * boxWidth) / boxHeight)),
      height: String(high),
      viewBox: viewBox ?? '',
      fill: fill ?? '',
      stroke: stroke ?? '',
    },
    svg.children,
  )
}
