/** The package document: metadata, manifest, spine (EPUB 3.3 §5). */
import type { Element } from 'xast'
import type { Locale } from '../../locale/types.ts'
import { creatorsOf, descriptionOf, isbnName } from '../../publication/metadata.ts'
import { classificationText } from '../../publication/opening.ts'
import type { Edition } from '../types.ts'
import { picturesAreDescribed } from '../web/pictures.ts'
import {
  type Asset,
  type Chapter,
  coverFile,
  coverImageFile,
  coverPictureFile,
  navigationFile,
  styleFile,
  titleFile,
} from './book.ts'
import { spaced, x, xmlDocument } from './xml.ts'

/** What the package holds and is called. */
export interface Contents {
  /** `urn:uuid:…`. */
  readonly identifier: string
  /** In reading order. */
  readonly chapters: readonly Chapter[]
  /** Pictures and fonts. */
  readonly assets: readonly Asset[]
  /** It marks where the pages of the printed document begin. */
  readonly paged: boolean
}

export function packageDocument(edition: Edition, locale: Locale, contents: Contents): string {
  const { assets, chapters } = contents
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
      x('metadata', {}, spaced(metadata(edition, locale, contents))),
      x('manifest', {}, spaced(manifest(chapters, assets))),
      x('spine', {}, spaced(spine(chapters))),
    ]),
  )
  return xmlDocument(root)
}

function metadata(edition: Edition, locale: Locale, contents: Contents): readonly Element[] {
  const { identifier, paged } = contents
  const { design, fileDate, publication } = edition
  const { metadata: data, generator } = publication
  const publisher = design.brandName || data.organisation
  const restricted = classificationText(data, locale)
  return [
    x('dc:identifier', { id: 'identifier' }, [identifier]),
    ...some('dc:identifier', isbnName(data)),
    ...some('dc:identifier', data.doi === '' ? '' : `doi:${data.doi}`),
    ...some('dc:identifier', data.number),
    x('dc:title', { id: 'title' }, [data.title]),
    meta('title-type', 'main', '#title'),
    ...(data.subtitle === ''
      ? []
      : [x('dc:title', { id: 'subtitle' }, [data.subtitle]), meta('title-type', 'subtitle', '#subtitle')]),
    x('dc:language', {}, [data.language]),
    ...creatorsOf(data).flatMap((name, index) => creator(name, `creator-${index + 1}`)),
    ...some('dc:publisher', publisher),
    ...some('dc:date', data.date),
    ...some('dc:description', descriptionOf(publication)),
    ...data.keywords.map(keyword => x('dc:subject', {}, [keyword])),
    ...some('dc:rights', data.rights),
    ...some('dc:source', data.link),
    ...(data.series === ''
      ? []
      : [
          x('meta', { property: 'belongs-to-collection', id: 'series' }, [data.series]),
          meta('collection-type', 'series', '#series'),
        ]),
    meta('dcterms:modified', `${fileDate.toISOString().slice(0, 19)}Z`),
    ...(restricted === '' ? [] : [meta('dcterms:accessRights', restricted)]),
    ...(data.version === '' ? [] : [meta('schema:version', data.version)]),
    ...accessibility(edition, locale, publisher || generator, paged),
    // EPUB Accessibility 1.1 §3.3.2: the pages are those of the PDF of the same edition.
    ...(paged ? [meta('pageBreakSource', `${data.title} (PDF)`)] : []),
    x('meta', { name: 'generator', content: generator }),
  ]
}

/**
 * EPUB Accessibility 1.1 §2 and §3.5. Every book has pictures: its cover. The text is read in full without them
 * where each says in words what it shows.
 *
 * @param certifier - who vouches for the claim
 */
function accessibility(
  edition: Edition,
  locale: Locale,
  certifier: string,
  paged: boolean,
): readonly Element[] {
  const { publication } = edition
  const described = picturesAreDescribed(publication)
  const features = [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
    ...(described ? ['alternativeText'] : []),
    'displayTransformability',
    ...(paged ? ['pageBreakMarkers', 'pageNavigation'] : []),
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
  const cover = assets.some(({ file }) => file === coverPictureFile) ? coverPictureFile : coverImageFile
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
        properties: file === cover ? 'cover-image' : '',
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
