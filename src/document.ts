/** The whole way of one text, in call order: read, transform, design, layout, write. */
import { join, resolve } from 'node:path'
import type { VFile } from 'vfile'
import { loadDesign } from './design/design.ts'
import type { Design, WordTemplate } from './design/types.ts'
import { type Finding, failed, findings, report } from './diagnostics/report.ts'
import type { MissingCharacter } from './diagnostics/rules/output.ts'
import { makeEdition, onWordPages } from './edition.ts'
import type { Layout } from './layout/types.ts'
import { localeFor } from './locale/locale.ts'
import type { Locale } from './locale/types.ts'
import { toPublication } from './pipeline.ts'
import { generator, ownTemplates } from './program.ts'
import type { Format } from './publication/exceptions.ts'
import { publicationJson } from './publication/json.ts'
import { wordCount } from './publication/metadata.ts'
import type { Publication, SourceFile } from './publication/model.ts'
import { fitPictures, type Measures } from './read/fit-pictures.ts'
import type { Limits } from './read/limits.ts'
import { read } from './read/read.ts'
import { shownPath } from './read/source.ts'
import type { SourceDocument } from './read/types.ts'
import { compare } from './text/order.ts'
import type { AttachedText, Edition, WordSettings } from './write/types.ts'
import { pagedFormats, printedFormats, writeBeside, writers } from './write/writers.ts'

/** Used where neither the command line nor the document names a template. */
const defaultTemplate = 'base'

export interface DocumentOptions {
  readonly command: 'build' | 'check'
  /** Absolute. */
  readonly project: string
  /** Folders searched for templates, in order. */
  readonly templates: readonly string[]
  readonly template: string
  readonly formats: readonly Format[]
  /** Folder beside the web page for all that it shows; '' keeps it in the page. */
  readonly assetFolder?: string
  readonly strict: boolean
  /** Every file is read back and compared with its text. */
  readonly prove?: boolean
  readonly epoch: number | null
  /** Of reading, where they are not as they are by default. */
  readonly limits?: Partial<Limits>
  readonly review?: Partial<ReviewOptions>
  /** Designs of this run by template name: each template is loaded once. */
  readonly designs: Map<string, Design>
}

/** For those who work on the Word file. */
export interface ReviewOptions {
  /** A Word file of the house, relative to the project or absolute; '' leaves it to the template. */
  readonly wordTemplate: string
  /** A draft, whatever the document says. */
  readonly draft: boolean
  readonly lineNumbers: boolean
}

export interface DocumentOutcome {
  readonly diagnostics: readonly Finding[]
  readonly sources: readonly SourceFile[]
  /** null where nothing asked for pages. */
  readonly pages: number | null
  readonly words: number
  /** By format, and `json`; null when the document failed, empty for a check. */
  readonly outputs: readonly MadeFile[] | null
}

export interface MadeFile {
  readonly format: Format | 'json'
  /** Of a file that belongs to the web page: its name in the folder beside it; '' for the format's own file. */
  readonly part: string
  readonly bytes: Uint8Array
}

/** A text with its template, before anything is made of it. */
export interface LoadedDocument {
  readonly file: VFile
  readonly publication: Publication
  readonly design: Design
  readonly locale: Locale
  /** Of the front matter. */
  readonly maxPpi: number | undefined
  /** The PDF carries the texts that it is made of. */
  readonly embedSource: boolean
  /** The Word file is made in one of the house's own, which has its own letterhead. */
  readonly inHouse: boolean
}

/**
 * Reads and transforms one document.
 *
 * @param path - the source file, absolute
 * @returns the document, or its messages alone after an error
 */
export async function loadDocument(
  path: string,
  options: Pick<DocumentOptions, 'project' | 'templates' | 'template' | 'limits' | 'review' | 'designs'>,
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
    options.review?.draft === true ? drafted(source) : source,
    { template, repeats, numberSections, language, quotes },
    generator,
  )
  const locale = publication === null ? null : localeFor(publication.metadata.language)
  const { maxPpi, embedSource = false } = source.frontMatter
  const inHouse = (options.review?.wordTemplate || design.slots.word) !== ''
  return publication === null || locale === null
    ? { file }
    : { file, publication, design, locale, maxPpi, embedSource, inHouse }
}

/** `--draft`: what the document says of its status does not count. */
function drafted(source: SourceDocument): SourceDocument {
  return { ...source, frontMatter: { ...source.frontMatter, status: 'borrador' } }
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
  const { design, locale, maxPpi, embedSource } = document
  const publication = await fitPictures(document.publication, measuresOf(design.page), maxPpi, file)
  // A check sets pages too: what does not fit or has no glyph is found there.
  const paged = options.command === 'check' || options.formats.some(format => pagedFormats.includes(format))
  const word = await wordSettings(design, options, file)
  const made = await makeEdition(publication, design, locale, file, paged, options.epoch, word)
  const edition = embedSource ? { ...made, attached: attachedTexts(word.texts) } : made
  const layout = paged ? edition.layout() : null
  // What pages alone cannot show is no fault of a book, which has no letters and lines of its own.
  const printed =
    options.command === 'check' || options.formats.some(format => printedFormats.includes(format))
  if (layout !== null && printed) reportLayout(layout, file)

  const outputs = stops(file, options.strict) ? null : await write(edition, locale, options, file)
  if (options.prove === true && outputs !== null) await prove(document, outputs)
  return {
    diagnostics: findings(file),
    sources: publication.sources,
    pages: layout === null ? null : layout.pages.length,
    words: wordCount(publication.sections),
    // Once more: a writer may have had something to say.
    outputs: stops(file, options.strict) ? null : outputs,
  }
}

/** In the order of their paths, whatever the order in which they were read. */
function attachedTexts(texts: ReadonlyMap<string, string>): readonly AttachedText[] {
  return [...texts].map(([path, content]) => ({ path, content })).sort((a, b) => compare(a.path, b.path))
}

async function wordSettings(design: Design, options: DocumentOptions, file: VFile): Promise<WordSettings> {
  const { review = {}, project } = options
  const asked = review.wordTemplate ?? ''
  const path = asked === '' ? design.slots.word : resolve(project, asked)
  const texts = file.data.texts ?? new Map<string, string>()
  let template: WordTemplate | null = null
  if (path !== '' && (options.command === 'check' || options.formats.includes('docx'))) {
    const { loadWordTemplate } = await import('./design/word-template.ts')
    template = loadWordTemplate(path, asked === '' ? shownPath(path, project) : asked, design.page, file)
  }
  return { template, lineNumbers: review.lineNumbers ?? false, texts }
}

function measuresOf({ width, height, margin: { top, right, bottom, left } }: Design['page']): Measures {
  return { upright: width - left - right, turned: height - top - bottom }
}

async function write(edition: Edition, locale: Locale, options: DocumentOptions, file: VFile) {
  if (options.command === 'check') return []
  const { assetFolder = '' } = options
  const outputs: MadeFile[] = []
  for (const format of options.formats) {
    if (format === 'html' && assetFolder !== '') {
      const { page, files } = await writeBeside(edition, assetFolder, file)
      outputs.push({ format, part: '', bytes: page })
      for (const { name, bytes } of files) outputs.push({ format, part: name, bytes })
      continue
    }
    const own = format === 'docx' ? await onWordPages(edition, locale) : edition
    outputs.push({ format, part: '', bytes: await writers[format](own, file) })
  }
  outputs.push({ format: 'json', part: '', bytes: Buffer.from(publicationJson(edition.publication)) })
  return outputs
}

async function prove(document: LoadedDocument, outputs: readonly MadeFile[]): Promise<void> {
  const { proveFile } = await import('./prove.ts')
  for (const { format, part, bytes } of outputs) {
    if (format !== 'json' && part === '') await proveFile(document, format, bytes)
  }
}

function reportLayout(layout: Layout, file: VFile): void {
  // One message for a block names all that its fonts lack.
  const lacking = new Map<string, MissingCharacter[]>()
  for (const { rule, facts, node } of layout.messages) {
    const place = node?.place ?? file.path
    if (rule !== 'missing-glyph') {
      // Layout's messages carry the facts of their rule; which they are is not visible in the type.
      report(file, rule, place, facts as never)
      continue
    }
    const [family = '', character = '', code = ''] = [facts.family, facts.character, facts.code].map(String)
    const key = JSON.stringify([place, family])
    const former = lacking.get(key)
    const missing = former ?? []
    if (!missing.some(one => one.code === code)) missing.push({ character, code })
    if (former !== undefined) continue
    lacking.set(key, missing)
    report(file, rule, place, { missing, family })
  }
}

function stops(file: VFile, strict: boolean): boolean {
  return failed(file) || (strict && file.messages.some(message => message.fatal === false))
}
