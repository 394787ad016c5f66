/** Reads the values of brand.yml, a template's own before those of what it extends. */
import type { VFile } from 'vfile'
import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import { report } from '../diagnostics/report.ts'
import { nearest } from '../text/nearest.ts'
import { type Brand, type BrandFont, type BrandKey, brandKeys } from './brand-keys.ts'
import type { Entry, Template } from './template.ts'
import { parseLength } from './units.ts'

/** Ready values, and where each stands for messages that come later. */
export interface ReadBrand {
  readonly brand: Brand
  readonly entries: ReadonlyMap<string, Entry>
}

/**
 * @param chain - a template and all that it extends, nearest first
 * @returns every value; null after an error in `file`: a value of the wrong kind, a key that no template sets
 */
export function readBrand(chain: readonly Template[], file: VFile): ReadBrand | null {
  const entries = new Map<string, Entry>()
  for (const template of chain.toReversed()) {
    for (const [key, entry] of template.entries) entries.set(key, entry)
  }
  const values: Record<string, unknown> = {}
  let complete = true
  const wrong = (entry: Entry, expected: string, found = entry.source) => {
    report(file, 'brand-value', entry.place, { key: entry.key, expected, found })
    complete = false
  }

  for (const [name, key] of Object.entries<BrandKey>(brandKeys)) {
    if (key.kind === 'fonts') {
      values[name] = readFonts(chain, wrong, file)
      continue
    }
    const entry = entries.get(name)
    if (entry === undefined) {
      if (key.optional === true) values[name] = key.kind === 'texts' ? [] : ''
      else {
        report(file, 'brand-key-missing', `${chain[0]?.folder ?? ''}/brand.yml`, { key: name })
        complete = false
      }
      continue
    }
    const value = readValue(entry, key, entries)
    if (typeof value === 'object' && 'expected' in value) wrong(entry, value.expected)
    else values[name] = value
  }
  // Every key of the table has its value, of the type that its kind names.
  return complete ? { brand: values as unknown as Brand, entries } : null
}

interface Expected {
  readonly expected: string
}
type Value = string | number | boolean | readonly string[]

function readValue(entry: Entry, key: BrandKey, entries: ReadonlyMap<string, Entry>): Value | Expected {
  const { node, source } = entry
  if (key.kind === 'texts') return readTexts(node) ?? { expected: 'una lista de textos' }
  if (!isScalar(node)) return { expected: 'un solo valor' }
  switch (key.kind) {
    case 'color':
      return (
        resolveColor(entry, entries) ?? { expected: 'un color #rrggbb o el nombre de un color de la paleta' }
      )
    case 'length':
      return inRange(parseLength(source), key) ?? { expected: lengthExpected(key) }
    case 'number':
      return inRange(Number(source), key) ?? { expected: `un número entre ${key.range?.join(' y ')}` }
    case 'weight':
      return /^[1-9]00$/.test(source) ? Number(source) : { expected: 'un peso: 100, 200 … 900' }
    case 'switch':
      return typeof node.value === 'boolean' ? node.value : { expected: 'true o false' }
    case 'path':
      return source === '' ? '' : relativePath(entry)
    default: {
      const fits = key.choices?.includes(source) ?? (source !== '' || key.optional === true)
      return fits ? source : { expected: key.choices?.join(', ') ?? 'un texto' }
    }
  }
}

/** A file of the template that names it; no way out of its folder. */
function relativePath(entry: Entry): string | Expected {
  if (/^[/\\]|^[a-z]+:|(^|[/\\])\.\.([/\\]|$)/i.test(entry.source)) {
    return { expected: 'un archivo de la carpeta de la plantilla' }
  }
  return `${entry.template.folder}/${entry.source}`
}

function readTexts(node: Node | null): readonly string[] | null {
  if (!isSeq(node)) return null
  const texts = node.items.map(item => (isScalar(item) ? String(item.value ?? '') : ''))
  return texts.includes('') ? null : texts
}

function inRange(value: number | null, key: BrandKey): number | null {
  const [low, high] = key.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  return value !== null && value >= low && value <= high ? value : null
}

function lengthExpected(key: BrandKey): string {
  return `una medida en mm, cm, pt o in, de ${key.range?.join(' a ')} pt`
}

/** A colour as `#rrggbb`; names lead to the palette, then to another colour of the same scheme. */
function resolveColor(entry: Entry, entries: ReadonlyMap<string, Entry>): string | null {
  const scheme = entry.key.startsWith('dark.') ? 'dark.' : 'color.'
  const seen = new Set<string>()
  let source = entry.source
  for (;;) {
    const [, digits] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(source) ?? []
    if (digits !== undefined)
      return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`.toLowerCase()
    if (seen.has(source)) return null
    seen.add(source)
    const next = entries.get(`color.palette.${source}`) ?? entries.get(`${scheme}${source}`)
    if (next === undefined) return null
    source = next.source
  }
}

/** The families of all templates of the chain; a nearer template's family hides a farther one's of its name. */
function readFonts(
  chain: readonly Template[],
  wrong: (entry: Entry, expected: string, found?: string) => void,
  file: VFile,
): readonly BrandFont[] {
  const fonts: BrandFont[] = []
  for (const template of chain) {
    const entry = template.entries.get('typography.fonts')
    if (entry === undefined) continue
    if (!isSeq(entry.node)) {
      wrong(entry, 'una lista de familias')
      continue
    }
    const hidden = new Set(fonts.map(font => font.family))
    for (const item of entry.node.items) {
      const family = isMap(item) ? readFamily(item, entry, wrong, file) : null
      if (family === null) wrong(entry, 'family, source y files en cada familia', String(item))
      else if (!hidden.has(family[0]?.family ?? '')) fonts.push(...family)
    }
  }
  return fonts
}

function readFamily(
  map: YAMLMap,
  entry: Entry,
  wrong: (entry: Entry, expected: string, found?: string) => void,
  file: VFile,
): readonly BrandFont[] | null {
  checkKeys(map, ['family', 'source', 'files'], entry, file)
  const family = map.get('family')
  const files = map.get('files')
  if (typeof family !== 'string' || !isSeq(files)) return null
  const source = map.get('source')
  if (source !== 'file') wrong(entry, 'source: file (los tipos de letra van en la plantilla)', String(source))

  const fonts: BrandFont[] = []
  for (const item of files.items) {
    if (!isMap(item)) return null
    checkKeys(item, ['path', 'weight', 'style'], entry, file)
    const path = String(item.get('path') ?? '')
    const weight = Number(item.get('weight') ?? 400)
    const style = String(item.get('style') ?? 'normal')
    const place = relativePath({ ...entry, source: path })
    if (path === '' || typeof place !== 'string')
      wrong(entry, 'un archivo de la carpeta de la plantilla', path)
    else if (!(weight >= 100 && weight <= 900)) wrong(entry, 'un peso: 100, 200 … 900', String(weight))
    else if (style !== 'normal' && style !== 'italic') wrong(entry, 'style: normal o italic', style)
    else fonts.push({ family, path: place, weight, italic: style === 'italic' })
  }
  return fonts
}

function checkKeys(map: YAMLMap, known: readonly string[], entry: Entry, file: VFile): void {
  for (const pair of map.items) {
    const key = String(pair.key)
    if (known.includes(key)) continue
    report(file, 'brand-unknown-key', entry.place, {
      key: `typography.fonts.${key}`,
      nearest: nearest(key, known),
    })
  }
}
