/** The cover picture: the brand's band, emblem and colours around title, organisation and date, as SVG. */
import type { Element } from 'hast'
import { toXast } from 'hast-util-to-xast'
import type { Element as XastElement } from 'xast'
import type { Role } from '../../design/types.ts'
import type { Locale } from '../../locale/types.ts'
import { writtenDate } from '../../publication/opening.ts'
import type { Edition } from '../types.ts'
import { fontStack } from '../web/css.ts'
import { emblemToHast } from '../web/emblem.ts'
import { spaced, x, xmlDocument } from './xml.ts'

/** Units of the picture; two to three, as shelves show covers. */
const width = 1200
const height = 1800
const margin = 110

/** @returns SVG, readable at the size of a stamp */
export function coverImage(edition: Edition, locale: Locale): string {
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

  const restricted =
    metadata.classification === 'publico' ? '' : locale.terms.classification[metadata.classification]
  const mark = [restricted, metadata.status === 'borrador' ? locale.terms.draft : '']
    .filter(Boolean)
    .join(' · ')
  parts.push(...lines(edition, 'classification', mark, 44, 490, 1))
  parts.push(...title(edition, 580))
  parts.push(...lines(edition, 'organisation', metadata.organisation, 46, 1560, 2))
  parts.push(...lines(edition, 'placeDate', writtenDate(metadata, locale), 38, 1720, 1))
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

/** The title in the largest size at which it fits between classification and organisation. */
function title(edition: Edition, top: number): XastElement[] {
  const value = edition.publication.metadata.title
  for (let size = 112; size > 40; size -= 8) {
    const broken = breakLines(value, size)
    if (broken.length * size * 1.2 <= 1400 - top && broken.every(line => textWidth(line) * size <= room)) {
      return setLines(edition, 'title', broken, size, top + size)
    }
  }
  return setLines(edition, 'title', breakLines(value, 40).slice(0, 16), 40, top + 40)
}

function lines(
  edition: Edition,
  role: Role,
  value: string,
  size: number,
  y: number,
  most: number,
): XastElement[] {
  if (value === '') return []
  const shown = edition.design.styles[role].uppercase ? value.toUpperCase() : value
  const broken = breakLines(shown, size)
  if (broken.length > most && size > 20) return lines(edition, role, value, size - 2, y, most)
  return setLines(edition, role, broken, size, y)
}

function setLines(
  edition: Edition,
  role: Role,
  texts: readonly string[],
  size: number,
  y: number,
): XastElement[] {
  const { design } = edition
  const style = design.styles[role]
  return texts.map((text, index) =>
    x(
      'text',
      {
        x: String(margin),
        y: String(Math.round(y + index * size * 1.2)),
        'font-family': fontStack(design, style.family, family => family),
        'font-size': String(size),
        'font-weight': String(style.weight),
        fill: style.color,
      },
      [text],
    ),
  )
}

const room = width - 2 * margin

/** Greedy lines. A picture cannot carry the brand's fonts, so widths are those of a wide sans, not measured. */
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
