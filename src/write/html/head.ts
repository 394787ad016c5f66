/** What the page says of itself to browsers, search engines and catalogues. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { creatorsOf, descriptionOf, doiAddress, isbnName } from '../../publication/metadata.ts'
import type { Publication } from '../../publication/model.ts'

/**
 * @param publisher - who publishes the page; '' when not known
 * @returns `title` and `meta` elements; what the document does not have is left out
 */
export function headMetadata(publication: Publication, publisher: string): readonly Element[] {
  const { generator, metadata } = publication
  const { organisation } = metadata
  const description = descriptionOf(publication)
  const creators = creatorsOf(metadata)
  const named: readonly (readonly [string, string])[] = [
    ['description', description],
    ['author', creators.join(', ')],
    ['keywords', metadata.keywords.join(', ')],
    ['generator', generator],
    ['dcterms.title', metadata.title],
    ...creators.map(creator => ['dcterms.creator', creator] as const),
    ['dcterms.publisher', publisher],
    ['dcterms.issued', metadata.date],
    ['dcterms.language', metadata.language],
    ['dcterms.identifier', doiAddress(metadata) || isbnName(metadata) || metadata.number],
    ['dcterms.subject', metadata.keywords.join('; ')],
    ['dcterms.rights', metadata.rights],
    ['dcterms.isPartOf', metadata.series],
  ]
  const graph: readonly (readonly [string, string])[] = [
    ['og:type', 'article'],
    ['og:title', metadata.title],
    ['og:description', description],
    ['og:site_name', publisher],
    ['og:locale', metadata.language.replace('-', '_')],
    ['og:url', metadata.link],
    ['article:published_time', metadata.date],
  ]
  return [
    h('title', organisation === '' ? metadata.title : `${metadata.title} · ${organisation}`),
    ...named.filter(([, content]) => content !== '').map(([name, content]) => h('meta', { name, content })),
    ...graph
      .filter(([, content]) => content !== '')
      .map(([property, content]) => h('meta', { property, content })),
    ...(metadata.link === '' ? [] : [h('link', { rel: ['canonical'], href: metadata.link })]),
  ]
}
