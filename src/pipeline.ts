/** From a text as read to its Publication: the transforms in their order. */
import type { Root } from 'mdast'
import { type PluggableList, unified } from 'unified'
import { failed, report } from './diagnostics/report.ts'
import { knownLocales, localeFor } from './locale/locale.ts'
import type { Locale, QuoteStyle } from './locale/types.ts'
import { metadataOf } from './publication/metadata.ts'
import type { Publication, RepeatPolicy } from './publication/model.ts'
import { publish } from './publication/publish.ts'
import type { FrontMatter, SourceDocument } from './read/types.ts'
import { acronyms } from './transform/acronyms.ts'
import { captions } from './transform/captions.ts'
import { contents } from './transform/contents.ts'
import { deduplicate } from './transform/deduplicate.ts'
import { ids } from './transform/ids.ts'
import { lists } from './transform/lists.ts'
import { numberNotes, takeNotes } from './transform/notes.ts'
import { numbering } from './transform/numbering.ts'
import { references } from './transform/references.ts'
import { sections } from './transform/sections.ts'
import { title } from './transform/title.ts'
import { setText, typography } from './transform/typography.ts'
import { wordlessHeadings } from './transform/wordless-headings.ts'

/** What the template decides where the document says nothing. */
export interface TemplateDefaults {
  /** BCP 47; '' or undefined when the template names none. */
  readonly language?: string | undefined
  /** The template's name. */
  readonly template: string
  readonly repeats: RepeatPolicy
  readonly numberSections: boolean
  /** Outer quotation marks of titles that stand for a number; undefined: «…». */
  readonly quotes?: QuoteStyle | undefined
}

/** Used where neither the document nor its template names a language. */
const ownLanguage = 'es'

/**
 * @param source - a text as read; its tree is changed, its `file` takes the messages
 * @param defaults - the template's
 * @param generator - program name and version
 * @returns null when an error stopped the document
 */
export function toPublication(
  source: SourceDocument,
  defaults: TemplateDefaults,
  generator: string,
): Publication | null {
  const { file, frontMatter, tree } = source
  const language = frontMatter.lang ?? (defaults.language || ownLanguage)
  if (frontMatter.lang === undefined && !defaults.language) {
    report(file, 'language-missing', file.path, { language })
  }
  const locale = localeFor(language)
  if (locale === null) {
    report(file, 'language-unknown', file.data.language ?? file.path, {
      language,
      known: knownLocales.join(', '),
    })
    return null
  }

  const quotes = defaults.quotes ?? 'angulares'
  const transformed = unified()
    .use(transforms(source, defaults, { language, locale, quotes }))
    .runSync(tree, file) as Root // each keeps the root
  const set = (text: string) => (frontMatter.typography === false ? text : setText(text, language, quotes))
  const metadata = metadataOf(setMatter(frontMatter, set), {
    title: set(transformed.data?.title ?? ''),
    language,
    template: defaults.template,
  })
  const publication = publish(transformed, source, metadata, locale, generator)
  return failed(file) ? null : publication
}

/** What readers get as text is set like the text. */
function setMatter(matter: FrontMatter, set: (text: string) => string): FrontMatter {
  const keys = ['title', 'subtitle', 'subject', 'reference', 'summary'] as const
  const texts = keys.flatMap(key => {
    const text = matter[key]
    return text === undefined ? [] : [[key, set(text)] as const]
  })
  return { ...matter, ...Object.fromEntries(texts) }
}

interface Tongue {
  /** BCP 47. */
  readonly language: string
  readonly locale: Locale
  readonly quotes: QuoteStyle
}

export function transforms(
  { frontMatter }: SourceDocument,
  defaults: TemplateDefaults,
  { language, locale, quotes }: Tongue,
): PluggableList {
  const set: PluggableList = frontMatter.typography === false ? [] : [[typography, { language, quotes }]]
  return [
    // First: none of these may give the title, a level or a section.
    wordlessHeadings,
    // As it moves the levels that sections are nested by.
    [title, { title: frontMatter.title ?? '' }],
    // Before anything that asks in which section a block stands.
    sections,
    // Once fingerprints are taken, and before the notes get their ids.
    takeNotes,
    // Ids are made of the text as written, so before anything that changes it.
    ids,
    // Before what names a target by its number; no later transform adds or removes any of these.
    [numbering, { locale, sections: frontMatter.numbered ?? defaults.numberSections }],
    captions,
    // Once ids are made: contents that the front matter asks for change none.
    [contents, { depth: frontMatter.contents }],
    // While every block that a link may mean is still there.
    [references, { locale, quotes }],
    // Before what counts or lists: readers get the text without its repeats.
    [deduplicate, { policy: frontMatter.repeats ?? defaults.repeats, locale }],
    // On what is left, so that each expansion is listed where it stands.
    [acronyms, { locale, known: frontMatter.acronyms ?? [] }],
    // After all that compares, cuts or searches the text as written; before the lists, which print it.
    ...set,
    // Readers meet the references that deduplication has left.
    [numberNotes, { locale }],
    // Last: they list what is left, with its numbers.
    [lists, { locale }],
  ]
}
