/** A Markdown text as read and transformed, without disk. */
import type { Root } from 'mdast'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { type Diagnostic, diagnostics } from '../../src/diagnostics/report.ts'
import { localeFor } from '../../src/locale/locale.ts'
import type { Locale } from '../../src/locale/types.ts'
import { type TemplateDefaults, toPublication } from '../../src/pipeline.ts'
import type { Publication, PublicationNode } from '../../src/publication/model.ts'
import { parse } from '../../src/read/read.ts'
import { plainText } from '../../src/transform/content.ts'

export const template: TemplateDefaults = {
  language: 'es-PE',
  template: 'base',
  repeats: 'reference',
  numberSections: false,
}

export interface Made {
  readonly publication: Publication | null
  readonly messages: readonly Diagnostic[]
}

/** The whole pipeline on one text. */
export function publicationOf(text: string, defaults: Partial<TemplateDefaults> = {}): Made {
  const file = new VFile({ path: 'source/texto.md', value: text })
  const parsed = parse(text, file)
  if (parsed === null) return { publication: null, messages: diagnostics(file) }
  const source = { file, ...parsed, sources: [], images: new Map() }
  const publication = toPublication(source, { ...template, ...defaults }, 'pliego 0')
  return { publication, messages: diagnostics(file) }
}

/** The same, where nothing may stop it. */
export function published(text: string, defaults: Partial<TemplateDefaults> = {}) {
  const { publication, messages } = publicationOf(text, defaults)
  if (publication === null) throw new Error(messages.map(message => message.reason).join('\n'))
  return { publication, messages }
}

type Transform = (tree: Root, file: VFile) => void

/** Some transforms on one text, in anyone's unified pipeline. */
export function transformed(text: string, transforms: readonly Transform[]) {
  const file = new VFile({ path: 'source/texto.md', value: text })
  const parsed = parse(text, file)
  if (parsed === null) throw new Error(diagnostics(file)[0]?.reason)
  const processor = unified()
  for (const transform of transforms) processor.use(() => transform)
  processor.runSync(parsed.tree, file)
  return { tree: parsed.tree, file, messages: diagnostics(file) }
}

export function spanish(): Locale {
  const locale = localeFor('es-PE')
  if (locale === null) throw new Error('es-PE has no table')
  return locale
}

/** Every node of a publication, in the order of the text. */
export function nodesOf(node: PublicationNode): readonly PublicationNode[] {
  const children: readonly PublicationNode[] = 'children' in node ? node.children : []
  return [node, ...children.flatMap(nodesOf)]
}

/** The leaf blocks as lines of text. */
export function linesOf(blocks: readonly PublicationNode[]): readonly string[] {
  return blocks.flatMap(block => {
    if (block.type === 'thematicBreak') return ['---']
    if (block.type === 'heading') return [`${'#'.repeat(block.depth)} ${plainText(block)}`]
    if (block.type === 'paragraph') return [plainText(block)]
    return 'children' in block ? linesOf(block.children) : []
  })
}

/** Seeded numbers (mulberry32): the same random trees on every machine. */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}
