import { localeFor } from '../../locale/locale.ts'
import type { Owned } from './elements.ts'
import { plainText } from './plain-text.ts'

/**
 * What a link annotation says of itself (ISO 14289-1 7.18.5).
 *
 * @param language - of the document, BCP 47
 * @param noteNumbers - as the pages have them, by id
 */
export function describeLink(
  owned: Owned,
  language: string,
  noteNumbers: ReadonlyMap<string, string>,
): string {
  if ('acronym' in owned) return owned.acronym
  if (!('type' in owned)) return owned.label === '' ? owned.text : `${owned.label} ${owned.text}`
  const terms = localeFor(language)?.terms
  if (owned.type === 'footnoteReference')
    return `${terms?.note ?? ''} ${noteNumbers.get(owned.target) ?? ''}`.trim()
  if (owned.type === 'footnoteDefinition')
    return `${terms?.backToText ?? ''}: ${terms?.note ?? ''} ${noteNumbers.get(owned.id) ?? ''}`
  const said = plainText(owned)
  if (owned.type !== 'link') return said
  return owned.title === '' ? said || owned.url : owned.title
}
