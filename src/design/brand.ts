/** Reads the values of brand.yml, a template's own before those of what it extends. */
import type { VFile } from 'vfile'
import { isScalar, isSeq, type Node } from 'yaml'
import type { Phrase } from '../diagnostics/phrases.ts'
import { report } from '../diagnostics/report.ts'
import { type Brand, type BrandKey, brandKeys } from './brand-keys.ts'
import { readFonts, templatePath } from './fonts.ts'
import type { Entry, Template } from './template.ts'
import { parseLength } from './units.ts'

/** Ready values, and where each stands for messages that come later. */
export interface ReadBrand {
  readonly brand: Brand
  readonly entries: ReadonlyMap<string, Entry>
}

/** What a value should have been, where it is not. */
interface Expected {
  readonly expected: Phrase
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
  const missing: string[] = []

  for (const [name, key] of Object.entries<BrandKey>(brandKeys)) {
    if (key.kind === 'fonts') {
      values[name] = readFonts(chain, file)
      continue
    }
    const entry = entries.get(name)
    if (entry === undefined && key.optional !== true) {
      missing.push(name)
      continue
    }
    const empty = entry === undefined || (key.optional === true && entry.source === '')
    const value = empty ? emptyValue(key) : readValue(entry, key, entries)
    if (entry !== undefined && isExpected(value)) {
      report(file, 'brand-value', entry.place, { key: name, expected: value.expected, found: entry.source })
      complete = false
    } else values[name] = value
  }
  if (missing.length > 0) {
    report(file, 'brand-key-missing', `${chain[0]?.folder ?? ''}/brand.yml`, { keys: missing })
    complete = false
  }
  // Every key of the table has its value now, of the type that its kind names.
  return complete ? { brand: values as unknown as Brand, entries } : null
}

type Value = string | number | boolean | readonly string[]

function emptyValue(key: BrandKey): Value {
  return key.kind === 'texts' ? [] : ''
}

function isExpected(value: Value | Expected): value is Expected {
  return typeof value === 'object' && 'expected' in value
}

function readValue(entry: Entry, key: BrandKey, entries: ReadonlyMap<string, Entry>): Value | Expected {
  const { node, source } = entry
  const [least = '', most = ''] = key.range ?? []
  if (key.kind === 'texts') return readTexts(node) ?? { expected: 'texts' }
  if (!isScalar(node)) return { expected: 'single-value' }
  switch (key.kind) {
    case 'color':
      return resolveColor(entry, entries) ?? { expected: 'color' }
    case 'length':
      return within(parseLength(source), key) ?? { expected: ['length-between', least, most] }
    case 'number':
      return within(Number(source), key) ?? { expected: ['number-within', least, most] }
    case 'weight':
      return /^[1-9]00$/.test(source) ? Number(source) : { expected: 'font-weight' }
    case 'switch':
      return typeof node.value === 'boolean' ? node.value : { expected: 'true-or-false' }
    case 'path':
      return templatePath(entry.template, source) ?? { expected: 'template-file' }
    default: {
      const fits = key.choices?.includes(source) ?? source !== ''
      return fits
        ? source
        : { expected: key.choices === undefined ? 'text' : ['one-of', key.choices.join(', ')] }
    }
  }
}

function readTexts(node: Node | null): readonly string[] | null {
  if (!isSeq(node)) return null
  const texts = node.items.map(item => (isScalar(item) ? String(item.value ?? '') : ''))
  return texts.includes('') ? null : texts
}

function within(value: number | null, key: BrandKey): number | null {
  const [low, high] = key.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  return value !== null && value >= low && value <= high ? value : null
}

/** A colour as `#rrggbb`; names lead to the palette, then to another colour of the same scheme. */
function resolveColor(entry: Entry, entries: ReadonlyMap<string, Entry>): string | null {
  const scheme = entry.key.startsWith('dark.') ? 'dark.' : 'color.'
  const seen = new Set<string>()
  let source = entry.source
  for (;;) {
    const [, digits] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(source) ?? []
    if (digits !== undefined) {
      return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`.toLowerCase()
    }
    const next = entries.get(`color.palette.${source}`) ?? entries.get(`${scheme}${source}`)
    if (next === undefined || seen.has(source)) return null
    seen.add(source)
    source = next.source
  }
}
