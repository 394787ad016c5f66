/** The package document: metadata, manifest, spine (EPUB 3.3 §5). */
import type { Element } from 'xast'
import type { Locale } from '../../locale/types.ts'
import type { Edition } from '../types.ts'
import { picturesAreDescribed } from '../web/walk.ts'
import {
  type Asset,
  type Chapter,
  coverFile,
  coverImageFile,
  navigationFile,
  styleFile,
  titleFile,
} from './book.ts'
import { spaced, x, xmlDocument } from './xml.ts'

/**
 * @param identifier - `urn:uuid:…`
 * @param chapters - in reading order
 * @param assets - pictures and fonts
 */
export function packageDocument(
  edition: Edition,
  locale: Locale,
  identifier: string,
  chapters: readonly Chapter[],
  assets: readonly Asset[],
): string {
  const root = x(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      version: '3.0',
      'unique-identifier': 'identifier',
      'xml:lang': edition.publication.metadata.language,
    },
    spaced([
      x('metadata', {}, spaced(metadata(edition, locale, identifier))),
      x('manifest', {}, spaced(manifest(chapters, assets))),
      x('spine', {}, spaced(spine(chapters))),
    ]),
  )
  return xmlDocument(root)
}

function metadata(edition: Edition, locale: Locale, identifier: string): readonly Element[] {
  const { design, fileDate, publication } = edition
  const { metadata: data, generator } = publication
  const creators = data.authors.length > 0 ? data.authors : [data.organisation].filter(name => name !== '')
  const publisher = design.brandName || data.organisation
  const restricted = data.classification === 'publico' ? '' : locale.terms.classification[data.classification]
  return [
    x('dc:identifier', { id: 'identifier' }, [identifier]),
    ...some('dc:identifier', data.number),
    x('dc:title', { id: 'title' }, [data.title]),
    meta('title-type', 'main', '#title'),
    ...(data.subtitle === ''
      ? []
      : [x('dc:title', { id: 'subtitle' }, [data.subtitle]), meta('title-type', 'subtitle', '#subtitle')]),
    x('dc:language', {}, [data.language]),
    ...creators.flatMap((name, index) => creator(name, `creator-${index + 1}`)),
    ...some('dc:publisher', publisher),
    ...some('dc:date', data.date),
    ...some('dc:description', data.summary),
    ...data.keywords.map(keyword => x('dc:subject', {}, [keyword])),
    meta('dcterms:modified', `${fileDate.toISOString().slice(0, 19)}Z`),
    ...(restricted === '' ? [] : [meta('dcterms:accessRights', restricted)]),
    ...(data.version === '' ? [] : [meta('schema:version', data.version)]),
    ...accessibility(edition, locale, publisher || generator),
    x('meta', { name: 'generator', content: generator }),
  ]
}

/**
 * EPUB Accessibility 1.1 §2 and §3.5. Every book has pictures: its cover. The text is read in full without them
 * where each says in words what it shows.
 *
 * @param certifier - who vouches for the claim
 */
function accessibility(edition: Edition, locale: Locale, certifier: string): readonly Element[] {
  const described = picturesAreDescribed(edition.publication)
  const features = [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
    ...(described ? ['alternativeText'] : []),
    'displayTransformability',
  ]
  const claim = [
    x('meta', { property: 'dcterms:conformsTo', id: 'conformance' }, [
      'EPUB Accessibility 1.1 - WCAG 2.2 Level AA',
    ]),
    meta('a11y:certifiedBy', certifier, '#conformance'),
  ]
  return [
    meta('schema:accessMode', 'textual'),
    meta('schema:accessMode', 'visual'),
    meta('schema:accessModeSufficient', described ? 'textual' : 'textual,visual'),
    ...features.map(feature => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
    // The locale's words speak of alternatives for the pictures.
    ...(described ? [meta('schema:accessibilitySummary', locale.terms.accessibility)] : []),
    ...(edition.conformant ? claim : []),
  ]
}

function manifest(chapters: readonly Chapter[], assets: readonly Asset[]): readonly Element[] {
  const page = 'application/xhtml+xml'
  const properties = ({ xhtml }: Chapter) => (xhtml.includes('<svg') ? 'svg' : '')
  return [
    x('item', { id: 'toc', href: navigationFile, 'media-type': page, properties: 'nav' }),
    ...chapters.map(chapter =>
      x('item', {
        id: id(chapter.file),
        href: chapter.file,
        'media-type': page,
        properties: properties(chapter),
      }),
    ),
    x('item', { id: 'style', href: styleFile, 'media-type': 'text/css' }),
    ...assets.map(({ file, mediaType }) =>
      x('item', {
        id: id(file),
        href: file,
        'media-type': mediaType,
        properties: file === coverImageFile ? 'cover-image' : '',
      }),
    ),
  ]
}

/** Cover, title page, contents, text. */
function spine(chapters: readonly Chapter[]): readonly Element[] {
  const files = chapters.map(({ file }) => file)
  const isFront = (file: string) => file === coverFile || file === titleFile
  const front = files.filter(isFront)
  const text = files.filter(file => !isFront(file))
  return [...front.map(id), 'toc', ...text.map(id)].map(idref => x('itemref', { idref }))
}

/** A file's id in the manifest: an XML name. */
function id(file: string): string {
  return `item-${file.replace(/[^\w.-]/g, '-')}`
}

function meta(property: string, value: string, refines = ''): Element {
  return x('meta', { refines, property }, [value])
}

function some(name: string, value: string): readonly Element[] {
  return value === '' ? [] : [x(name, {}, [value])]
}

function creator(name: string, id: string): readonly Element[] {
  return [
    x('dc:creator', { id }, [name]),
    x('meta', { refines: `#${id}`, property: 'role', scheme: 'marc:relators' }, ['aut']),
  ]
}
