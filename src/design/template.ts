/** A template folder and the templates that it extends: their files, and the entries of their brand.yml. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { VFile } from 'vfile'
import { isMap, isScalar, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import { causeOf } from '../diagnostics/phrases.ts'
import { report, type Spot } from '../diagnostics/report.ts'
import type { Place } from '../publication/model.ts'
import { nearest } from '../text/nearest.ts'
import { compare } from '../text/order.ts'
import { isBrandGroup, isBrandKey, knownPaths } from './brand-keys.ts'

/** One value as it stands in a brand.yml. */
export interface Entry {
  /** Dotted path of its key. */
  readonly key: string
  readonly node: Node | null
  /** The value as written; a scalar without its quotation marks. */
  readonly source: string
  readonly place: Place
  readonly template: Template
}

export interface Template {
  readonly name: string
  /** Path of its folder, with `/`. */
  readonly folder: string
  /** By dotted key. */
  readonly entries: ReadonlyMap<string, Entry>
  /** Where a node of its brand.yml stands. */
  readonly placeOf: (node: Node | null) => Place
}

/** Files read so far, by path. */
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
  let next: { readonly name: string; readonly spot: Spot } | null = { name, spot: file.path ?? '' }
  while (next !== null) {
    const { name: wanted, spot }: { readonly name: string; readonly spot: Spot } = next
    if (chain.some(template => template.name === wanted)) {
      report(file, 'template-cycle', spot, { chain: [...chain.map(t => t.name), wanted].join(' → ') })
      return null
    }
    const folder = folders.map(parent => `${slashed(parent)}/${wanted}`).find(isTemplate)
    if (folder === undefined || /[/\\]/.test(wanted)) {
      const known = templateNames(folders)
      const facts = { name: wanted, nearest: nearest(wanted, known), known: known.join(', ') }
      report(file, 'template-missing', spot, facts)
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

/** @returns the bytes, read once; null after an error in `file` */
export function readTemplateFile(path: string, read: ReadFiles, file: VFile): Uint8Array | null {
  const known = read.get(path)
  if (known !== undefined) return known
  try {
    const bytes = readFileSync(path)
    read.set(path, bytes)
    return bytes
  } catch (error) {
    // Node's own errors carry a code; anything else is a bug.
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    if (code === 'ENOENT' || code === 'ENOTDIR') report(file, 'template-file-missing', path, { path })
    else report(file, 'file-unreadable', path, { path, why: causeOf(code) })
    return null
  }
}

/** @returns the text, without byte order mark and with LF line ends; null after an error in `file` */
export function readTemplateText(path: string, read: ReadFiles, file: VFile): string | null {
  const bytes = readTemplateFile(path, read, file)
  if (bytes === null) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n')
  } catch {
    report(file, 'encoding-invalid', path, { encoding: 'Windows-1252' })
    return null
  }
}

function readTemplate(name: string, folder: string, read: ReadFiles, file: VFile): Template | null {
  const path = `${folder}/brand.yml`
  const source = readTemplateText(path, read, file)
  if (source === null) return null
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  const placeAt = (start: number, end: number): Place => {
    const from = lines.linePos(start)
    const to = lines.linePos(end)
    return { file: path, line: from.line, column: from.col, endLine: to.line, endColumn: to.col }
  }
  const problems = [...document.errors, ...document.warnings]
  for (const problem of problems) {
    report(file, 'brand-syntax', placeAt(...problem.pos), { detail: causeOf(problem.code) })
  }
  if (problems.length > 0) return null
  const { contents } = document
  if (contents !== null && !isMap(contents)) {
    report(file, 'brand-syntax', path, { detail: 'lines-of-keys' })
    return null
  }

  const entries = new Map<string, Entry>()
  const placeOf = (node: Node | null) => placeAt(node?.range?.[0] ?? 0, node?.range?.[1] ?? 0)
  const template: Template = { name, folder, entries, placeOf }
  const textOf = (node: Node | null) =>
    isScalar(node) ? String(node.value ?? '') : source.slice(...(node?.range ?? [0, 0])).trim()
  const visit = (prefix: string, pairs: readonly Pair[]) => {
    for (const pair of pairs) {
      // A parsed document holds nodes there; the type leaves room for documents made by hand.
      const keyNode = pair.key as Node
      const node = pair.value as Node | null
      const key = prefix + textOf(keyNode)
      const group = isBrandGroup(key)
      if (group && isMap(node)) visit(`${key}.`, node.items)
      else if (group && textOf(node) !== '') {
        const facts = { key, expected: 'group-of-keys', found: textOf(node) } as const
        report(file, 'brand-value', placeOf(node), facts)
      } else if (isBrandKey(key)) {
        entries.set(key, { key, node, source: textOf(node), place: placeOf(node ?? keyNode), template })
      } else if (!group) {
        const facts = { key, nearest: elsewhere(key) || nearest(key, knownPaths) }
        report(file, 'brand-unknown-key', placeOf(keyNode), facts)
      }
    }
  }
  visit('', (contents?.items ?? []) as readonly Pair[])
  return template
}

/** The key that has all the words of this one, in another order or deeper: «color.link», «margin.top». */
function elsewhere(key: string): string {
  const words = key.split('.')
  if (words.length < 2) return ''
  return knownPaths.find(path => words.every(word => path.split('.').includes(word))) ?? ''
}

function isTemplate(folder: string): boolean {
  return existsSync(`${folder}/brand.yml`)
}

function templateNames(folders: readonly string[]): readonly string[] {
  const names = new Set<string>()
  for (const parent of folders) {
    if (!existsSync(parent)) continue
    for (const name of readdirSync(parent)) if (isTemplate(`${slashed(parent)}/${name}`)) names.add(name)
  }
  return [...names].sort(compare)
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/').replace(/\/+$/, '')
}
