import type { FrontMatter } from '../read/types.ts'
import type { Metadata, Publication } from './model.ts'

/** What stands in for front matter that a document leaves out. */
export interface MetadataDefaults {
  readonly title: string
  readonly language: string
  readonly template: string
}

/** Front matter with its defaults filled in; a text that is not set is ''. */
export function metadataOf(matter: FrontMatter, defaults: MetadataDefaults): Metadata {
  return {
    title: matter.title ?? defaults.title,
    subtitle: matter.subtitle ?? '',
    language: matter.lang ?? defaults.language,
    organisation: matter.organisation ?? '',
    department: matter.department ?? '',
    authors: matter.authors ?? [],
    date: matter.date ?? '',
    place: matter.place ?? '',
    number: matter.number ?? '',
    to: matter.to ?? [],
    from: matter.from ?? [],
    subject: matter.subject ?? '',
    reference: matter.reference ?? '',
    summary: matter.summary ?? '',
    keywords: matter.keywords ?? [],
    classification: matter.classification ?? 'publico',
    status: matter.status ?? 'final',
    version: matter.version ?? '',
    editing: matter.editing ?? 'free',
    template: defaults.template,
    repeats: matter.repeats ?? '',
    maxPages: matter.maxPages ?? 0,
    cover: matter.cover ?? false,
    contents: matter.contents ?? null,
    isbn: matter.isbn ?? '',
    doi: matter.doi ?? '',
    link: matter.link ?? '',
    rights: matter.rights ?? '',
    series: matter.series ?? '',
    variables: matter.variables ?? {},
  }
}

/** What catalogues and search engines say of a document: its summary or, without one, its first sentence. */
export function descriptionOf({ metadata, sections }: Pick<Publication, 'metadata' | 'sections'>): string {
  return metadata.summary || (sections[0]?.summary ?? '')
}

/** Its authors; of a document that names none, its organisation, if it has one. */
export function creatorsOf({ authors, organisation }: Metadata): readonly string[] {
  return authors.length > 0 ? authors : [organisation].filter(name => name !== '')
}

/** `urn:isbn:9780306406157` (RFC 3187); '' for a document without one. */
export function isbnName({ isbn }: Metadata): string {
  return isbn === '' ? '' : `urn:isbn:${isbn.replace(/[\s-]/g, '')}`
}

/** Where its DOI leads; '' for a document without one. */
export function doiAddress({ doi }: Metadata): string {
  return doi === '' ? '' : `https://doi.org/${doi}`
}

/** Words of the whole text. */
export function wordCount(sections: Publication['sections']): number {
  return sections.reduce((sum, section) => sum + section.words, 0)
}

/** Words that a reader gets through in a minute. */
const pace = 200

export function readingMinutes(words: number): number {
  return Math.max(1, Math.ceil(words / pace))
}
