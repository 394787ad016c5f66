/** What the file says of itself: document information dictionary and XMP packet, from the same facts. */
import { creatorsOf, descriptionOf } from '../../publication/metadata.ts'
import { legalText } from '../../text/legal.ts'
import type { Edition } from '../types.ts'

/** One set of facts for both, since PDF/A wants them to agree (ISO 19005-2 6.6.3). */
export interface Description {
  readonly title: string
  readonly authors: readonly string[]
  readonly publisher: string
  readonly subject: string
  readonly keywords: readonly string[]
  /** BCP 47. */
  readonly language: string
  readonly generator: string
  readonly date: Date
  /** PDF/UA-1 and a part of PDF/A, level A, are claimed. */
  readonly conformant: boolean
  /** Of ISO 19005: only the third lets files of any kind be attached. */
  readonly part: 2 | 3
}

export function describe(edition: Edition): Description {
  const { publication, design, conformant, fileDate } = edition
  const { metadata, generator } = publication
  return {
    title: legible(metadata.title),
    authors: creatorsOf(metadata)
      .map(legible)
      .filter(author => author !== ''),
    publisher: legible(design.brandName || metadata.organisation),
    subject: legible(descriptionOf(publication)),
    keywords: metadata.keywords.map(legible),
    language: metadata.language,
    generator: legible(generator),
    date: new Date(Math.floor(fileDate.getTime() / 1000) * 1000),
    conformant,
    part: (edition.attached ?? []).length > 0 ? 3 : 2,
  }
}

/** The document information dictionary (ISO 32000-1 14.3.3); what is not known is left out. */
export function information(description: Description): Readonly<Record<string, string | Date>> {
  const { title, authors, subject, keywords, generator, date } = description
  const entries: Record<string, string | Date> = {
    Title: title,
    Author: authors.join('; '),
    Subject: subject,
    Keywords: keywords.join(', '),
    Creator: generator,
    Producer: generator,
    CreationDate: date,
    ModDate: date,
  }
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== ''))
}

/** The XMP packet (ISO 16684-1), UTF-8. */
export function xmp(description: Description): Uint8Array {
  const { title, authors, publisher, subject, keywords, language, generator, date, conformant } = description
  const time = `${date.toISOString().slice(0, 19)}Z`
  // One Author in the information dictionary is one dc:creator here.
  const author = authors.join('; ')
  const parts = [
    namespace('dc', 'http://purl.org/dc/elements/1.1/', [
      property('dc:format', 'application/pdf'),
      alternatives('dc:title', title),
      array('dc:creator', 'Seq', author === '' ? [] : [author]),
      array('dc:publisher', 'Bag', publisher === '' ? [] : [publisher]),
      alternatives('dc:description', subject),
      array('dc:subject', 'Bag', keywords),
      array('dc:language', 'Bag', [language]),
    ]),
    namespace('xmp', 'http://ns.adobe.com/xap/1.0/', [
      property('xmp:CreatorTool', generator),
      property('xmp:CreateDate', time),
      property('xmp:ModifyDate', time),
      property('xmp:MetadataDate', time),
    ]),
    namespace('pdf', 'http://ns.adobe.com/pdf/1.3/', [
      property('pdf:Producer', generator),
      property('pdf:Keywords', keywords.join(', ')),
    ]),
    ...(conformant ? claims(description.part) : []),
  ]
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
${parts.join('\n')}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
  return new TextEncoder().encode(packet)
}

/** PDF/A (ISO 19005-2 6.6.4, ISO 19005-3 6.6.4) and PDF/UA-1 (ISO 14289-1 5), whose properties PDF/A wants described (6.6.2.3). */
const claims = (part: Description['part']): readonly string[] => [
  namespace('pdfaid', 'http://www.aiim.org/pdfa/ns/id/', [
    property('pdfaid:part', String(part)),
    property('pdfaid:conformance', 'A'),
  ]),
  namespace('pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', [property('pdfuaid:part', '1')]),
  `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
${[
  property('pdfaSchema:schema', 'PDF/UA identification schema'),
  property('pdfaSchema:namespaceURI', 'http://www.aiim.org/pdfua/ns/id/'),
  property('pdfaSchema:prefix', 'pdfuaid'),
].join('\n')}
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
${[
  property('pdfaProperty:name', 'part'),
  property('pdfaProperty:valueType', 'Integer'),
  property('pdfaProperty:category', 'internal'),
  property('pdfaProperty:description', 'Part of ISO 14289 to which the file conforms'),
].join('\n')}
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`,
]

function namespace(prefix: string, uri: string, properties: readonly string[]): string {
  const present = properties.filter(property => property !== '')
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${uri}">\n${present.join('\n')}\n</rdf:Description>`
}

function property(name: string, value: string): string {
  return value === '' ? '' : `<${name}>${escaped(value)}</${name}>`
}

function array(name: string, kind: 'Bag' | 'Seq', values: readonly string[]): string {
  if (values.length === 0) return ''
  const items = values.map(value => property('rdf:li', value)).join('')
  return `<${name}><rdf:${kind}>${items}</rdf:${kind}></${name}>`
}

function alternatives(name: string, value: string): string {
  if (value === '') return ''
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt></${name}>`
}

function escaped(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** One line, the same in XMP and in the information dictionary. */
function legible(value: string): string {
  return legalText(value.replace(/[\t\n\r]+/g, ' '))
}
