/** The whole way of one text, in call order: read, transform, design, layout, write. */
import { join } from 'node:path'
import type { VFile } from 'vfile'
import { loadDesign } from './design/design.ts'
import type { Design } from './design/types.ts'
import { type Finding, failed, findings, report } from './diagnostics/report.ts'
import { makeEdition } from './edition.ts'
import type { Layout } from './layout/types.ts'
import { localeFor } from './locale/locale.ts'
import type { Locale } from './locale/types.ts'
import { toPublication } from './pipeline.ts'
import { generator, ownTemplates } from './program.ts'
import { publicationJson } from './publication/json.ts'
import type { Publication, SourceFile } from './publication/model.ts'
import { fitPictures, type Measures } from './read/fit-pictures.ts'
import type { Limits } from './read/limits.ts'
import { read } from './read/read.ts'
import type { Edition, Format } from './write/types.ts'
import { pagedFormats, writers } from './write/writers.ts'

/** Used where neither the command line nor the document names a template. */
export const defaultTemplate = 'base'

export interface DocumentOptions {
  readonly command: 'build' | 'check'
  /** Absolute. */
  readonly project: string
  /** Folders searched for templates, in order. */
  readonly templates: readonly string[]
  readonly template: string
  readonly formats: readonly Format[]
  readonly strict: boolean
  /** Every file is read back and compared with its text. */
  readonly prove?: boolean
  readonly epoch: number | null
  /** Of reading, where they are not as they are by default. */
  readonly limits?: Partial<Limits>
  /** Designs of this run by template name: each template is loaded once. */
  readonly designs: Map<string, Design>
}

export interface DocumentOutcome {
  readonly diagnostics: readonly Finding[]
  readonly sources: readonly SourceFile[]
  /** null where nothing asked for pages. */
  readonly pages: number | null
  readonly words: number
  /** By format, and `json`; null when the document failed, empty for a check. */
  readonly outputs: readonly { readonly format: Format | 'json'; readonly bytes: Uint8Array }[] | null
}

/** A text with its template, before anything is made of it. */
export interface LoadedDocument {
  readonly file: VFile
  readonly publication: Publication
  readonly design: Design
  readonly locale: Locale
  /** Of the front matter. */
  readonly maxPpi: number | undefined
}

/**
 * Reads and transforms one document.
 *
 * @param path - the source file, absolute
 * @returns the document, or its messages alone after an error
 */
export async function loadDocument(
  path: string,
  options: Pick<DocumentOptions, 'project' | 'templates' | 'template' | 'limits' | 'designs'>,
): Promise<LoadedDocument | { readonly file: VFile }> {
  const { project, limits = {} } = options
  const source = await read(path, { project, limits, fonts: join(ownTemplates, 'base', 'fonts') })
  const { file } = source
  if (!('tree' in source)) return { file }

  const template = options.template || (source.frontMatter.template ?? defaultTemplate)
  const design = options.designs.get(template) ?? loadDesign(template, { templates: options.templates }, file)
  if (design === null) return { file }
  options.designs.set(template, design)

  const { repeats, numberSections, language, quotes } = design
  const publication = toPublication(
    source,
    { template, repeats, numberSections, language, quotes },
    generator,
  )
  const locale = publication === null ? null : localeFor(publication.metadata.language)
  const { maxPpi } = source.frontMatter
  return publication === null || locale === null ? { file } : { file, publication, design, locale, maxPpi }
}

/**
 * Makes every file of one document, in memory.
 *
 * @param path - the source file, absolute
 * @param options - what to make and from where
 * @returns the files, or null in their place when a message (or, if strict, a warning) stopped the document
 */
export async function makeDocument(path: string, options: DocumentOptions): Promise<DocumentOutcome> {
  const document = await loadDocument(path, options)
  const { file } = document
  if (!('publication' in document)) {
    return { diagnostics: findings(file), sources: [], pages: null, words: 0, outputs: null }
  }
  const { design, locale, maxPpi } = document
  const publication = await fitPictures(document.publication, measuresOf(design.page), maxPpi, file)
  // A check sets pages too: what does not fit or has no glyph is found there.
  const paged = options.command === 'check' || options.formats.some(format => pagedFormats.includes(format))
  const edition = await makeEdition(publication, design, locale, file, paged, options.epoch)
  const layout = paged ? edition.layout() : null
  if (layout !== null) reportLayout(layout, file)

  const outputs = stops(file, options.strict) ? null : await write(edition, options, file)
  if (options.prove === true && outputs !== null) await prove(document, outputs)
  return {
    diagnostics: findings(file),
    sources: publication.sources,
    pages: layout === null ? null : layout.pages.length,
    words: wordCount(publication),
    // Once more: a writer may have had something to say.
    outputs: stops(file, options.strict) ? null : outputs,
  }
}

function measuresOf({ width, height, margin: { top, right, bottom, left } }: Design['page']): Measures {
  return { upright: width - left - right, turned: height - top - bottom }
}

async function write(edition: Edition, options: DocumentOptions, file: VFile) {
  if (options.command === 'check') return []
  const outputs: { format: Format | 'json'; bytes: Uint8Array }[] = []
  for (const format of options.formats) outputs.push({ format, bytes: await writers[format](edition, file) })
  outputs.push({ format: 'json', bytes: Buffer.from(publicationJson(edition.publication)) })
  return outputs
}

async function prove(
  document: LoadedDocument,
  outputs: readonly { readonly format: Format | 'json'; readonly bytes: Uint8Array }[],
): Promise<void> {
  const { proveFile } = await import('./prove.ts')
  for (const { format, bytes } of outputs) if (format !== 'json') await proveFile(document, format, bytes)
}

function reportLayout(layout: Layout, file: VFile): void {
  for (const { rule, facts, node } of layout.messages) {
    // Layout's messages carry the facts of their rule; which they are is not visible in the type.
    report(file, rule, node?.place ?? file.path, facts as never)
  }
}

function stops(file: VFile, strict: boolean): boolean {
  return failed(file) || (strict && file.messages.some(message => message.fatal === false))
}

function wordCount(publication: Publication): number {
  return publication.sections.reduce((sum, section) => sum + section.words, 0)
}
