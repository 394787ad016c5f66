/** A template folder and the templates that it extends: their files, and the entries of their brand.yml. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { VFile } from 'vfile'
import { isMap, isScalar, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import { report } from '../diagnostics/report.ts'
import type { Place } from '../publication/model.ts'
import { nearest } from '../text/nearest.ts'
import { brandKeys } from './brand-keys.ts'

/** One value as it stands in a brand.yml. */
export interface Entry {
  /** Dotted path of its key. */
  readonly key: string
  readonly node: Node | null
  /** The value as written. */
  readonly source: string
  readonly place: Place
  readonly template: Template
}

export interface Template {
  readonly name: string
  /** Path of its folder, with `/`. */
  readonly folder: string
  readonly entries: ReadonlyMap<string, Entry>
}

/** Files read so far, for {@link Design.files}. */
export type ReadFiles = Map<string, Uint8Array>

/**
 * @param folders - where templates are looked for, in order
 * @returns the template and all that it extends, nearest first; null after an error in `file`
 */
export function readTemplates(
  name: string,
  folders: readonly string[],
  read: ReadFiles,
  file: VFile,
): readonly Template[] | null {
  const chain: Template[] = []
  let next: { name: string; spot: Place | string } | null = { name, spot: file.path ?? '' }
  while (next !== null) {
    const { name: wanted, spot }: { name: string; spot: Place | string } = next
    if (chain.some(template => template.name === wanted)) {
      report(file, 'template-cycle', spot, { chain: [...chain.map(t => t.name), wanted].join(' → ') })
      return null
    }
    const folder = folders.map(parent => `${slashed(parent)}/${wanted}`).find(isTemplate)
    if (folder === undefined || !/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(wanted)) {
      const known = knownTemplates(folders)
      report(file, 'template-missing', spot, {
        name: wanted,
        nearest: nearest(wanted, known),
        known: known.join(', '),
      })
      return null
    }
    const template = readTemplate(wanted, folder, read, file)
    if (template === null) return null
    chain.push(template)
    const parent = template.entries.get('extends')
    next = parent === undefined ? null : { name: parent.source, spot: parent.place }
  }
  return chain
}

/** The bytes of a file, read once; null when it is not there. */
export function readTemplateFile(path: string, read: ReadFiles): Uint8Array | null {
  const known = read.get(path)
  if (known !== undefined) return known
  if (!existsSync(path)) return null
  const bytes = readFileSync(path)
  read.set(path, bytes)
  return bytes
}

function readTemplate(name: string, folder: string, read: ReadFiles, file: VFile): Template | null {
  const path = `${folder}/brand.yml`
  const source = new TextDecoder().decode(readTemplateFile(path, read) ?? new Uint8Array())
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  const placeOf = (start: number, end: number): Place => {
    const from = lines.linePos(start)
    const to = lines.linePos(end)
    return { file: path, line: from.line, column: from.col, endLine: to.line, endColumn: to.col }
  }

  for (const problem of document.errors) {
    report(file, 'brand-syntax', placeOf(...problem.pos), { detail: problem.message })
  }
  if (document.errors.length > 0) return null
  const entries = new Map<string, Entry>()
  const template = { name, folder, entries }
  const visit = (prefix: string, pairs: readonly Pair[]) => {
    for (const pair of pairs) {
      // The types of `yaml` leave a parsed pair's sides open; a parsed document holds nodes there.
      const node = pair.value as Node | null
      const keyNode = pair.key as Node
      const key = prefix + (isScalar(keyNode) ? String(keyNode.value) : '?')
      const [start, end] = node?.range ?? keyNode.range ?? [0, 0]
      if (isMap(node) && isGroup(key)) visit(`${key}.`, node.items)
      else if (isKnown(key)) {
        const text = isScalar(node) ? String(node.value ?? '') : source.slice(start, end).trim()
        entries.set(key, { key, node, source: text, place: placeOf(start, end), template })
      } else if (isGroup(key) && node !== null && !(isScalar(node) && node.value === null)) {
        report(file, 'brand-value', placeOf(start, end), {
          key,
          expected: 'un grupo de claves',
          found: source.slice(start, end).trim(),
        })
      } else if (!isGroup(key)) {
        const [from, to] = keyNode.range ?? [start, end]
        report(file, 'brand-unknown-key', placeOf(from, to), {
          key,
          nearest: nearest(key, Object.keys(brandKeys)),
        })
      }
    }
  }
  if (isMap(document.contents)) visit('', document.contents.items as readonly Pair[])
  else if (document.contents !== null) {
    report(file, 'brand-syntax', placeOf(0, source.length), { detail: 'se esperan líneas «clave: valor»' })
    return null
  }
  return template
}

const freeGroup = 'color.palette.'

function isKnown(key: string): boolean {
  return key in brandKeys || key === 'extends' || (key.startsWith(freeGroup) && key.length > freeGroup.length)
}

function isGroup(key: string): boolean {
  const prefix = `${key}.`
  return prefix === freeGroup || Object.keys(brandKeys).some(known => known.startsWith(prefix))
}

function isTemplate(folder: string): boolean {
  return existsSync(`${folder}/brand.yml`)
}

function knownTemplates(folders: readonly string[]): readonly string[] {
  const names = new Set<string>()
  for (const parent of folders) {
    if (!existsSync(parent)) continue
    for (const name of readdirSync(parent)) if (isTemplate(`${slashed(parent)}/${name}`)) names.add(name)
  }
  return [...names].sort()
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/').replace(/\/+$/, '')
}
