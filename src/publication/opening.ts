/**
 * What stands before the text: letterhead, title and summary, made from the metadata alone (and the brand's own
 * lines), so that all four formats open with the same words in the same order.
 */
import type { Locale } from '../locale/types.ts'
import type { Inline, Metadata, Place, Publication } from './model.ts'

export type OpeningRole =
  | 'brandLine'
  | 'organisation'
  | 'department'
  | 'classification'
  | 'draftMark'
  | 'placeDate'
  | 'field'
  | 'title'
  | 'subtitle'
  | 'authors'
  | 'summary'

/** One block of the opening. `label` is printed before the text («Para», «Resumen»); '' prints none. */
export interface OpeningBlock {
  readonly type: 'opening'
  readonly role: OpeningRole
  /** `o-` and the role, with an ordinal where a role comes more than once; unique in the document. */
  readonly id: string
  readonly language: string
  readonly label: string
  readonly place: Place
  readonly children: readonly Inline[]
}

/**
 * @param publication - the document
 * @param brandLines - the template's lines above the letterhead
 * @param locale - of the document's language
 * @returns the blocks in reading order; classification only when the document is not public
 */
export function opening(
  publication: Publication,
  brandLines: readonly string[],
  locale: Locale,
): readonly OpeningBlock[] {
  const { metadata } = publication
  const place = publication.tree.place
  const counts = new Map<OpeningRole, number>()
  const blocks: OpeningBlock[] = []
  const add = (role: OpeningRole, value: string, label = '') => {
    if (value === '') return
    const ordinal = (counts.get(role) ?? 0) + 1
    counts.set(role, ordinal)
    const id = ordinal === 1 ? `o-${role}` : `o-${role}-${ordinal}`
    const children: readonly Inline[] = [{ type: 'text', value, place }]
    blocks.push({ type: 'opening', role, id, language: metadata.language, label, place, children })
  }
  const { terms } = locale

  for (const line of brandLines) add('brandLine', line)
  add('organisation', metadata.organisation)
  add('department', metadata.department)
  add('classification', classificationText(metadata, locale))
  if (metadata.status === 'borrador') add('draftMark', terms.draft)
  add('placeDate', locale.placeDate(metadata.place, writtenDate(metadata, locale)))
  add('title', metadata.title)
  add('subtitle', metadata.subtitle)
  add('authors', metadata.authors.join(', '))
  add('field', metadata.number, terms.number)
  add('field', metadata.to.join('; '), terms.to)
  add('field', metadata.from.join('; '), terms.from)
  add('field', metadata.subject, terms.subject)
  add('field', metadata.reference, terms.reference)
  add('field', metadata.version, terms.version)
  add('summary', metadata.summary, terms.summary)
  return blocks
}

/** «23 de noviembre de 2026», or '' when the document has no date. */
export function writtenDate(metadata: Metadata, locale: Locale): string {
  const [year, month, day] = metadata.date.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return ''
  return locale.date(year, month, day)
}

/** «Reservado»; '' for what is public. */
export function classificationText({ classification }: Metadata, { terms }: Locale): string {
  return classification === 'publico' ? '' : terms.classification[classification]
}

/** «Reservado · Borrador», as pages and covers have it; '' for what is public and final. */
export function noticeText(metadata: Metadata, locale: Locale): string {
  const draft = metadata.status === 'borrador' ? locale.terms.draft : ''
  return [classificationText(metadata, locale), draft].filter(text => text !== '').join(' · ')
}
