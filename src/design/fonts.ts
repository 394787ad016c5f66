/** The fonts that brand.yml names, and their faces. */
import type { VFile } from 'vfile'
import { isMap, isSeq, type Node, type YAMLMap } from 'yaml'
import type { Phrase } from '../diagnostics/phrases.ts'
import { report } from '../diagnostics/report.ts'
import { chooseFace, readMetrics } from '../fonts/face.ts'
import type { FontFace } from '../fonts/types.ts'
import { nearest } from '../text/nearest.ts'
import type { Brand, BrandFont } from './brand-keys.ts'
import { type ReadFiles, readTemplateFile, type Template } from './template.ts'

const key = 'typography.fonts'

/**
 * The families of all templates of the chain, a nearer template's before a farther one's; of two families with one
 * name only the nearer counts.
 */
export function readFonts(chain: readonly Template[], file: VFile): readonly BrandFont[] {
  const fonts: BrandFont[] = []
  for (const template of chain) {
    const entry = template.entries.get(key)
    if (entry === undefined) continue
    const nearer = new Set(fonts.map(font => font.family))
    const list = isSeq(entry.node) ? entry.node.items : [entry.node]
    for (const item of list) {
      // What a parsed list holds are nodes.
      const family = readFamily(item as Node | null, template, file)
      if (!nearer.has(family[0]?.family ?? '')) fonts.push(...family)
    }
  }
  return fonts
}

/** @returns the path with the template's folder before it; null when it would leave that folder */
export function templatePath(template: Template, path: string): string | null {
  return /^[/\\]|^[a-z]+:|(^|[/\\])\.\.([/\\]|$)/i.test(path) ? null : `${template.folder}/${path}`
}

function readFamily(node: Node | null, template: Template, file: VFile): readonly BrandFont[] {
  const wrong = (at: Node | null, expected: Phrase, found: unknown) => {
    report(file, 'brand-value', template.placeOf(at), { key, expected, found: String(found ?? '').trim() })
    return []
  }
  if (!isMap(node)) return wrong(node, 'font-families', node)
  checkKeys(node, ['family', 'source', 'files'], template, file)
  const family = node.get('family')
  const files = node.get('files')
  const source = node.get('source')
  if (typeof family !== 'string' || family === '') return wrong(node, 'font-family', family)
  if (source !== 'file') return wrong(node, 'font-source', `source: ${source}`)
  if (!isSeq(files) || files.items.length === 0) return wrong(node, 'font-files', files)

  return files.items.flatMap((item): BrandFont[] => {
    const at = item as Node | null
    if (!isMap(at)) return wrong(at, 'font-file', at)
    checkKeys(at, ['path', 'weight', 'style'], template, file)
    const name = String(at.get('path') ?? '')
    const path = name === '' ? null : templatePath(template, name)
    const weight = Number(at.get('weight') ?? 400)
    const style = at.get('style') ?? 'normal'
    if (path === null) return wrong(at, 'font-path', name)
    if (weight % 100 !== 0 || weight < 100 || weight > 900) return wrong(at, 'font-weight', at.get('weight'))
    if (style !== 'normal' && style !== 'italic') return wrong(at, 'font-style', style)
    return [{ family, path, weight, italic: style === 'italic' }]
  })
}

function checkKeys(map: YAMLMap, known: readonly string[], template: Template, file: VFile): void {
  for (const pair of map.items) {
    const name = String(pair.key)
    if (known.includes(name)) continue
    const facts = { key: `${key}.${name}`, nearest: nearest(name, known) }
    report(file, 'brand-unknown-key', template.placeOf(pair.key as Node), facts)
  }
}

/** Reads the font files. A file that is missing or is no usable font is reported and left out. */
export function loadFaces(fonts: readonly BrandFont[], read: ReadFiles, file: VFile): readonly FontFace[] {
  return fonts.flatMap(font => {
    const bytes = readTemplateFile(font.path, read, file)
    if (bytes === null) return []
    const metrics = readMetrics(bytes)
    if (!('why' in metrics)) return [{ ...font, bytes, metrics }]
    report(file, 'font-invalid', font.path, { path: font.path, why: metrics.why })
    return []
  })
}

/** The faces that styles name must be there; running text needs its bold and italics too. */
export function checkFaces(brand: Brand, faces: readonly FontFace[], path: string, file: VFile): void {
  const base = brand['typography.base.family']
  const headings = brand['typography.headings.family']
  const wanted = [
    [base, 400, false],
    [base, 400, true],
    [base, 700, false],
    [base, 700, true],
    [headings, 400, false],
    [headings, brand['typography.headings.weight'], false],
    [brand['typography.monospace.family'], 400, false],
    ...brand['typography.fallback'].map(family => [family, 400, false] as const),
  ] as const
  const reported = new Set<string>()
  for (const [family, weight, italic] of wanted) {
    const face = chooseFace(faces, family, weight, italic)
    const name = `${family} ${weight} ${italic}`
    if ((face?.weight === weight && face.italic === italic) || reported.has(name)) continue
    reported.add(name)
    report(file, 'font-missing', path, { family, weight, style: italic ? 'italic' : 'upright' })
  }
}
