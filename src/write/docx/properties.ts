/** Document properties (ECMA-376 Part 2, 11; Part 1, 22.2 and 22.3) and settings (Part 1, 17.15). */
import { createHash } from 'node:crypto'
import type { Design } from '../../design/types.ts'
import type { Edition } from '../types.ts'
import { separators } from './separators.ts'
import { legalText } from './text.ts'
import { declaration, element, escapeXml, filled, valued } from './xml.ts'

/** docProps/core.xml */
export function coreXml({ publication, fileDate }: Edition): string {
  const { metadata, generator } = publication
  const date = fileDate.toISOString().replace(/\.\d+Z$/, 'Z')
  const time = (name: string) => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, date)
  const creator = metadata.authors.length > 0 ? metadata.authors.join('; ') : metadata.organisation
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
        text('dc:description', metadata.summary) +
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
  const words = sections.reduce((sum, section) => sum + section.words, 0)
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

/** docProps/custom.xml: what a returned draft is matched by. */
export function customXml({ publication }: Edition): string {
  const { metadata, generator, sources } = publication
  const identity = createHash('sha256')
  for (const source of sources) identity.update(`${source.path}\n${source.sha256}\n`)
  const values: Readonly<Record<string, string>> = {
    classification: metadata.classification,
    department: metadata.department,
    generator,
    number: metadata.number,
    source: identity.digest('hex'),
    template: metadata.template,
    version: metadata.version,
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
export function fontTableXml(design: Design): string {
  const families = new Map(design.faces.map(face => [face.family, face.metrics]))
  const fonts = [...families].map(([family, { fixedPitch, serif }]) =>
    element(
      'w:font',
      { 'w:name': family },
      valued('charset', '00') +
        valued('family', fixedPitch ? 'modern' : serif ? 'roman' : 'swiss') +
        valued('pitch', fixedPitch ? 'fixed' : 'variable'),
    ),
  )
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return declaration + element('w:fonts', { 'xmlns:w': namespace }, fonts.join(''))
}

function text(name: string, value: string): string {
  return filled(name, escapeXml(legalText(value)))
}
