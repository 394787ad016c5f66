/** The template's emblem: its SVG, its PNG, and its size in the letterhead. */
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Brand } from './brand-keys.ts'
import { type ReadFiles, readTemplateFile, readTemplateText } from './template.ts'
import type { Emblem } from './types.ts'
import { thousandth } from './units.ts'

/** Width over height may differ this much between the two pictures: rounding to whole pixels. */
const tolerance = 0.02

/** @returns the emblem; null when the brand has none, or after an error in `file` */
export function loadEmblem(brand: Brand, read: ReadFiles, file: VFile): Emblem | null {
  const paths = [brand['logo.path'], brand['logo.png']] as const
  if (paths[0] === '' && paths[1] === '') return null
  if (paths[0] === '' || paths[1] === '') {
    report(file, 'emblem-invalid', paths[0] || paths[1], {
      path: paths[0] || paths[1],
      why: 'emblem-pair',
    })
    return null
  }
  const svg = readTemplateText(paths[0], read, file)
  const pngBytes = readTemplateFile(paths[1], read, file)
  if (svg === null || pngBytes === null) return null

  const ratio = svgRatio(svg)
  if (ratio === null) {
    report(file, 'emblem-invalid', paths[0], { path: paths[0], why: 'no-view-box' })
    return null
  }
  const pixels = pngRatio(pngBytes)
  if (pixels === null || Math.abs(pixels / ratio - 1) > tolerance) {
    const why = pixels === null ? 'no-png' : 'other-proportion'
    report(file, 'emblem-invalid', paths[1], { path: paths[1], why })
    return null
  }
  const height = brand['logo.height']
  return { svg, png: pngBytes, alternative: brand['logo.alt'], width: thousandth(height * ratio), height }
}

/** Width over height of the `viewBox` (SVG 2, 8.6). */
function svgRatio(svg: string): number | null {
  const [, box] = /<svg\b[^>]*?\sviewBox=["']([^"']+)["']/.exec(svg) ?? []
  const [, , width, height] = (box ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  return width !== undefined && height !== undefined && width > 0 && height > 0 ? width / height : null
}

/** Width over height of the IHDR chunk (PNG 3, 11.2.1). */
function pngRatio(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 33 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) return null
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  return width > 0 && height > 0 ? width / height : null
}
