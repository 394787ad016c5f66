/** Document properties (ECMA-376 Part 2, 11; Part 1, 22.2 and 22.3) and settings (Part 1, 17.15). */
import { createHash } from 'node:crypto'
import type { FontFace } from '../../fonts/types.ts'
import { creatorsOf, descriptionOf, wordCount } from '../../publication/metadata.ts'
import type { Publication, Section } from '../../publication/model.ts'
import { legalText } from '../../text/legal.ts'
import type { Edition } from '../types.ts'
import { sectionBookmark } from './bookmarks.ts'
import type { EmbeddedFace } from './embedded-fonts.ts'
import { separators } from './separators.ts'
import { declaration, element, escapeXml, filled, valued } from './xml.ts'

/** docProps/core.xml */
export function coreXml({ publication, fileDate }: Edition): string {
  const { metadata, generator } = publication
  const date = fileDate.toISOString().replace(/\.\d+Z$/, 'Z')
  const time = (name: string) => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, date)
  const creator = creatorsOf(metadata).join('; ')
  return (
    declaration +
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      text('dc:title', metadata.title) +
        text('dc:subject', metadata.subject) +
        text('dc:creator', creator) +
        text('cp:keywords', metadata.keywords.join('; ')) +
        text('dc:description', descriptionOf(publication)) +
        text('cp:lastModifiedBy', creator === '' ? generator : creator) +
        '<cp:revision>1</cp:revision>' +
        time('dcterms:created') +
        time('dcterms:modified') +
        text('dc:language', metadata.language) +
        text('cp:contentStatus', metadata.status) +
        text('cp:version', metadata.version),
    )
  )
}

/** docProps/app.xml */
export function appXml({ publication, design, layout }: Edition): string {
  const { metadata, generator, sections } = publication
  const words = wordCount(sections)
  return (
    declaration +
    element(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
      text('Pages', String(layout().pages.length)) +
        text('Words', String(words)) +
        text('Application', generator) +
        '<DocSecurity>0</DocSecurity>' +
        text('Company', design.brandName || metadata.organisation),
    )
  )
}

/** SHA-256 over all sources, lower-case hexadecimal: two drafts of the same text have the same. */
export function identity({ sources }: Publication): string {
  const hash = createHash('sha256')
  for (const source of sources) hash.update(`${source.path}\n${source.sha256}\n`)
  return hash.digest('hex')
}

/** docProps/custom.xml: what a returned draft is matched by. */
export function customXml({ publication }: Edition): string {
  const { metadata, generator } = publication
  const values: Readonly<Record<string, string>> = {
    classification: metadata.classification,
    department: metadata.department,
    generator,
    number: metadata.number,
    source: identity(publication),
    status: metadata.status,
    template: metadata.template,
    version: metadata.version,
    ...numbered('acronyms', acronymTexts(publication)),
    ...numbered('sections', publication.sections.flatMap(sectionTexts)),
  }
  const properties = Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value], index) =>
      // The first two numbers are taken (MS-OLEPS 2.18); the format is that of all custom properties.
      element(
        'property',
        { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name: `pliego:${name}` },
        text('vt:lpwstr', value),
      ),
    )
  const attributes = {
    xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
    'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
  }
  return declaration + element('Properties', attributes, properties.join(''))
}

/** Word shows no more than 255 characters of a property: what may be longer goes into several. */
function numbered(name: string, lines: readonly string[]): Readonly<Record<string, string>> {
  const chunks: string[] = []
  for (const line of lines) {
    const last = chunks.at(-1)
    if (last !== undefined && last.length + line.length + 1 <= 255)
      chunks[chunks.length - 1] = `${last}\n${line}`
    else chunks.push(line.slice(0, 255))
  }
  return Object.fromEntries(
    chunks.map((text, index) => [`${name}:${String(index + 1).padStart(3, '0')}`, text]),
  )
}

/** «ONU = Organización de las Naciones Unidas». */
function acronymTexts({ sections }: Publication): readonly string[] {
  const explained = (section: Section): readonly string[] => [
    ...section.acronyms.map(({ acronym, expansion }) =>
      expansion === null ? acronym : `${acronym} = ${expansion}`,
    ),
    ...section.sections.flatMap(explained),
  ]
  return [...new Set(sections.flatMap(explained))]
}

/** Bookmark, words, first line of its source and title of a section, by tabs. */
function sectionTexts({ id, number, title, words, place, sections }: Section): readonly string[] {
  const named = number === '' ? title : `${number} ${title}`
  return [
    [sectionBookmark(id), words, `${place.file}:${place.line}`, named].join('\t'),
    ...sections.flatMap(sectionTexts),
  ]
}

const noteSeparators = element(
  'w:footnotePr',
  {},
  separators.map(({ id }) => element('w:footnote', { 'w:id': id })).join(''),
)

/** word/settings.xml, in the order of CT_Settings (17.15.1.78). */
export function settingsXml(edition: Edition, notes: boolean): string {
  const { language } = edition.publication.metadata
  const compatibility = (name: string, value: number) =>
    element('w:compatSetting', {
      'w:name': name,
      'w:uri': 'http://schemas.microsoft.com/office/word',
      'w:val': value,
    })
  const mapping = Object.fromEntries(
    [
      ['bg1', 'light1'],
      ['t1', 'dark1'],
      ['bg2', 'light2'],
      ['t2', 'dark2'],
      ...['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'].map(name => [name, name]),
      ['hyperlink', 'hyperlink'],
      ['followedHyperlink', 'followedHyperlink'],
    ].map(([name, value]) => [`w:${name}`, value]),
  )
  return (
    declaration +
    element(
      'w:settings',
      { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' },
      element('w:zoom', { 'w:percent': 100 }) +
        (edition.design.embedWordFonts ? '<w:embedTrueTypeFonts/>' : '') +
        (edition.publication.metadata.editing === 'tracked' ? '<w:trackRevisions/>' : '') +
        valued('defaultTabStop', 709) +
        '<w:autoHyphenation/>' +
        valued('consecutiveHyphenLimit', 2) +
        valued('hyphenationZone', 425) +
        '<w:doNotHyphenateCaps/>' +
        valued('characterSpacingControl', 'doNotCompress') +
        (notes ? noteSeparators : '') +
        element(
          'w:compat',
          {},
          // Justified text does not stretch a line that ends with a break.
          '<w:doNotExpandShiftReturn/>' +
            compatibility('compatibilityMode', 15) +
            compatibility('overrideTableStyleFontSizeAndJustification', 1) +
            compatibility('enableOpenTypeFeatures', 1) +
            compatibility('doNotFlipMirrorIndents', 1) +
            compatibility('differentiateMultirowTableHeaders', 1) +
            compatibility('useWord2013TrackBottomHyphenation', 0),
        ) +
        element('w:themeFontLang', { 'w:val': language }) +
        element('w:clrSchemeMapping', mapping),
    )
  )
}

/** word/fontTable.xml: what Word looks for when a font is not installed (17.8.3). */
export function fontTableXml(faces: readonly FontFace[], embedded: readonly EmbeddedFace[]): string {
  const families = new Map(faces.map(face => [face.family, face.metrics]))
  const fonts = [...families].map(([family, { fixedPitch, serif }]) =>
    element(
      'w:font',
      { 'w:name': family },
      valued('charset', '00') +
        valued('family', fixedPitch ? 'modern' : serif ? 'roman' : 'swiss') +
        valued('pitch', fixedPitch ? 'fixed' : 'variable') +
        embeddings
          .map(name => embedding(embedded.find(one => one.family === family && one.element === name)))
          .join(''),
    ),
  )
  const namespaces = {
    'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  }
  return declaration + element('w:fonts', namespaces, fonts.join(''))
}

/** In the order of CT_Font. */
const embeddings = ['w:embedRegular', 'w:embedBold', 'w:embedItalic', 'w:embedBoldItalic'] as const

function embedding(face: EmbeddedFace | undefined): string {
  return face === undefined ? '' : element(face.element, { 'r:id': face.id, 'w:fontKey': face.key })
}

function text(name: string, value: string): string {
  return filled(name, escapeXml(legalText(value)))
}
