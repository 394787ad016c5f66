/** The document and its sections for machines: schema.org as JSON-LD. */
import { descriptionOf, doiAddress, readingMinutes, wordCount } from '../../publication/metadata.ts'
import type { Metadata, Publication, Section } from '../../publication/model.ts'
import { webText } from '../web/characters.ts'
import { pictureKeys, picturesAreDescribed } from '../web/pictures.ts'

/**
 * @param brandName - the publisher where it is not the document's organisation; ''
 * @returns JSON-LD that can stand in a `script` element as it is
 */
export function structuredData(publication: Publication, brandName: string): string {
  const legal = (_: string, value: unknown) => (typeof value === 'string' ? webText(value) : value)
  return JSON.stringify(report(publication, brandName), legal, 1).replace(/</g, '\\u003c')
}

function report(publication: Publication, brandName: string) {
  const { metadata, sections, tree } = publication
  const pictured = pictureKeys(tree).length > 0
  const described = picturesAreDescribed(publication)
  return present({
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: metadata.title,
    alternativeHeadline: metadata.subtitle,
    abstract: descriptionOf(publication),
    inLanguage: metadata.language,
    datePublished: metadata.date,
    reportNumber: metadata.number,
    version: metadata.version,
    creativeWorkStatus: metadata.status === 'borrador' ? 'Draft' : 'Published',
    author: authors(metadata),
    publisher: brandName === '' ? organisation(metadata) : { '@type': 'Organization', name: brandName },
    url: metadata.link,
    isbn: metadata.isbn,
    identifier: doiAddress(metadata),
    copyrightNotice: metadata.rights,
    isPartOf: metadata.series === '' ? '' : { '@type': 'CreativeWorkSeries', name: metadata.series },
    keywords: metadata.keywords,
    wordCount: wordCount(sections),
    timeRequired: `PT${readingMinutes(wordCount(sections))}M`,
    accessMode: pictured ? ['textual', 'visual'] : 'textual',
    accessModeSufficient: described ? 'textual' : 'textual,visual',
    accessibilityFeature: pictured && described ? 'alternativeText' : '',
    accessibilityHazard: 'none',
    hasPart: sections.map(part),
  })
}

function part(section: Section, index: number): object {
  return present({
    '@type': 'Article',
    '@id': `#${section.id}`,
    name: section.title,
    position: section.number === '' ? String(index + 1) : section.number,
    abstract: section.summary,
    inLanguage: section.language,
    wordCount: section.words,
    timeRequired: `PT${section.readingMinutes}M`,
    hasPart: section.sections.map(part),
  })
}

function authors(metadata: Metadata): unknown {
  if (metadata.authors.length > 0) return metadata.authors.map(name => ({ '@type': 'Person', name }))
  return organisation(metadata)
}

function organisation(metadata: Metadata): unknown {
  if (metadata.organisation === '') return ''
  const department = metadata.department === '' ? '' : { '@type': 'Organization', name: metadata.department }
  return present({ '@type': 'Organization', name: metadata.organisation, department })
}

/** What is not empty. */
function present(values: Readonly<Record<string, unknown>>): object {
  const filled = Object.entries(values).filter(
    ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(filled)
}
