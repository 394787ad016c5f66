/** SVG pictures: checked for what could run or fetch, measured, and drawn once as PNG for readers without SVG. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import type { Phrase } from '../diagnostics/phrases.ts'
import { drawing } from '../text/drawing.ts'

export type CheckedSvg =
  | { readonly width: number; readonly height: number }
  | { readonly unsafe: Phrase }
  | { readonly broken: Phrase }

/** Elements that run, fetch or embed what is not a drawing. */
const forbidden = new Set([
  'script',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'handler',
  'set',
])
const animation = /^animate/
const mostElements = 100_000

/**
 * @param text - of the whole file
 * @returns its size in CSS pixels (SVG 2 §8.2: width and height, else the view box, else 300 by 150)
 */
export function checkSvg(text: string): CheckedSvg {
  if (/<!DOCTYPE[^>]*\[|<!ENTITY/i.test(text)) return { unsafe: 'entity-definition' }
  const parser = new SaxesParser({ xmlns: false })
  let broken: Phrase | null = null
  let unsafe: Phrase | null = null
  let size: { width: number; height: number } | null = null
  let elements = 0
  let style = 0
  parser.on('error', cause => {
    const [, line = '1', column = '1'] = /^(\d+):(\d+)/.exec(cause.message) ?? []
    broken ??= ['xml-fault', line, column]
  })
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name)
    elements++
    if (elements === 1) {
      if (local === 'svg') size = sizeOf(attributes)
      else broken ??= 'no-svg-element'
    }
    if (local === 'style') style++
    if (forbidden.has(local) || animation.test(local)) unsafe ??= ['element', name]
    for (const [key, value] of Object.entries(attributes)) unsafe ??= faultOf(key, value)
  })
  parser.on('closetag', ({ name }) => {
    if (localName(name) === 'style') style--
  })
  parser.on('text', written => {
    if (style > 0 && /@import|url\(\s*["']?(?!#)/i.test(written)) unsafe ??= 'link-to-file'
  })
  parser.on('processinginstruction', ({ target }) => {
    if (target === 'xml-stylesheet') unsafe ??= 'link-to-file'
  })
  parser.write(text.replace(/^\ufeff/, '')).close()
  if (broken !== null) return { broken }
  if (unsafe !== null) return { unsafe }
  if (elements > mostElements) return { broken: ['more-elements-than', mostElements] }
  return size ?? { broken: 'without-size' }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}

function faultOf(key: string, value: string): Phrase | null {
  const name = localName(key)
  if (/^on/i.test(name) && !key.includes(':')) return ['script', key]
  if (name === 'href' && !/^\s*(?:#|data:image\/(?:png|jpeg);base64,)/i.test(value)) return 'link-to-file'
  if (name === 'src') return 'link-to-file'
  if (/url\(\s*["']?(?!\s*["']?#)/i.test(value) || /@import|expression\(|javascript:/i.test(value)) {
    return 'link-to-file'
  }
  return null
}

/** CSS pixels in each unit (CSS Values 4 §6.2). */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
}

function sizeOf(attributes: Readonly<Record<string, string>>): { width: number; height: number } {
  const box = (attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const [, , boxWidth = 0, boxHeight = 0] = box
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : 0
  const width = length(attributes.width)
  const height = length(attributes.height)
  if (width > 0 && height > 0) return { width, height }
  if (width > 0) return { width, height: ratio > 0 ? width / ratio : 150 }
  if (height > 0) return { width: ratio > 0 ? height * ratio : 300, height }
  return ratio > 0 ? { width: boxWidth, height: boxHeight } : { width: 300, height: 150 }
}

/** 0 where it is not a length that stands by itself. */
function length(written: string | undefined): number {
  const [, number = '', unit = ''] = /^\s*(\d*\.?\d+(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(written ?? '') ?? []
  return Number(number) * (units[unit.toLowerCase()] ?? 0)
}

/** Pixels across, at most: four times a page's width at 96 pixels an inch. */
const widest = 3200

/**
 * Draws at twice its size, so that print readers without SVG get 192 pixels an inch.
 *
 * @param fonts - folder with the typefaces that texts are set in, for none is looked for on the machine; '': texts
 * are left out of the picture
 * @returns a PNG
 * @throws a string for what cannot be drawn
 */
export async function drawSvg(text: string, width: number, fonts: string): Promise<Uint8Array> {
  const fontBuffers =
    fonts !== '' && text.includes('<text') ? fontFiles.map(name => readFileSync(join(fonts, name))) : []
  return drawWithFonts(text, Math.max(1, Math.min(widest, Math.round(width * 2))), fontBuffers)
}

/**
 * @param across - pixels
 * @param fontBuffers - files of the typefaces that its texts may be set in
 * @returns a PNG
 * @throws a string for what cannot be drawn
 */
export async function drawWithFonts(
  text: string,
  across: number,
  fontBuffers: readonly Uint8Array[],
): Promise<Uint8Array> {
  const Resvg = await drawing()
  const picture = new Resvg(text, {
    fitTo: { mode: 'width', value: across },
    font: {
      fontBuffers: [...fontBuffers],
      loadSystemFonts: false,
      defaultFontFamily: 'Noto Sans',
      sansSerifFamily: 'Noto Sans',
      serifFamily: 'Noto Serif',
      monospaceFamily: 'Noto Sans Mono',
    },
  })
  const image = picture.render()
  const png = image.asPng()
  image.free()
  picture.free()
  return png
}

/**
 * The drawing library reads PNG of every kind.
 *
 * @returns a function from a PNG and its size to its pixels, colours multiplied with their opacity; it gives null where
 * there is nothing to see, which is what becomes of one that cannot be decoded
 */
export async function decodePng() {
  const Resvg = await drawing()
  return (png: Uint8Array, width: number, height: number) => {
    const size = `width="${width}" height="${height}"`
    const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
    const picture = new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} preserveAspectRatio="none" style="image-rendering:optimizeSpeed" href="${href}"/></svg>`,
    )
    const image = picture.render()
    const data = image.pixels
    image.free()
    picture.free()
    return data.some(sample => sample !== 0) ? { width, height, data } : null
  }
}

const fontFiles = [
  'NotoSans-Regular.ttf',
  'NotoSans-Bold.ttf',
  'NotoSans-Italic.ttf',
  'NotoSerif-Regular.ttf',
  'NotoSerif-Bold.ttf',
  'NotoSansMono-Regular.ttf',
]
