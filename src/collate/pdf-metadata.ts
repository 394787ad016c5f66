/** What a PDF says of itself, twice: in its information dictionary (ISO 32000-1 14.3.3) and in XMP (ISO 16684-1). */
import { type Element, elements, find, findAll, parseXml, textOf } from './markup.ts'
import { isStream, textString } from './pdf-syntax.ts'
import type { Tree } from './pdf-tree.ts'
import type { Core } from './sequence.ts'

const rdf = '{http://www.w3.org/1999/02/22-rdf-syntax-ns#}'
const xmp = '{http://ns.adobe.com/xap/1.0/}'

/** Where the two differ both are given. */
export function readMetadata({ pdf, catalogue, language }: Tree): Omit<Core, 'emblem'> {
  const information = pdf.get(pdf.trailer.get('Info'))
  const fact = (key: string) => (information instanceof Map ? textString(pdf.get(information.get(key))) : '')
  const stream = pdf.get(catalogue.get('Metadata'))
  const packet = isStream(stream) ? parseXml(Buffer.from(stream.data, 'latin1').toString('utf8')) : undefined
  const property = (name: string) => valuesOf(packet, name).join('; ')
  const date = /^D:(\d{4})(\d\d)(\d\d)/.exec(fact('CreationDate'))?.slice(1).join('-') ?? ''
  const keywords = fact('Keywords').replaceAll(', ', '; ')
  return {
    title: agreed(fact('Title'), property('dc:title')),
    language: agreed(language, property('dc:language')),
    creator: agreed(fact('Author'), property('dc:creator')),
    summary: agreed(fact('Subject'), property('dc:description')),
    keywords: agreed(keywords, property('dc:subject')),
    date: agreed(date, property(`${xmp}CreateDate`).slice(0, 10)),
  }
}

/** Items of an array, or the one value, which may stand in an attribute (ISO 16684-1 7.9.2.2). */
function valuesOf(packet: Element | undefined, name: string): readonly string[] {
  const property = find(packet, name)
  if (property === undefined) {
    return findAll(packet, `${rdf}Description`).flatMap(({ attributes }) => attributes.get(name) ?? [])
  }
  const items = elements(elements(property)[0], `${rdf}li`)
  return items.length > 0 ? items.map(textOf) : [textOf(property)]
}

function agreed(one: string, other: string): string {
  return one === other ? one : `${one} / ${other}`
}
