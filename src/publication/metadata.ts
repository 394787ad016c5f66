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
