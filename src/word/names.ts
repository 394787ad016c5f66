/**
 * A part of a Word file as a tree under the usual prefixes, with nothing in it that the tables do not know and the
 * part says may be passed over (ECMA-376 Part 3, 10): later versions of Word, other programs.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { everyElement, newElement, type XmlElement } from '../text/xml-tree.ts'
import { linesOf } from './lines.ts'

const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
const officeDrawing = 'http://schemas.microsoft.com/office/drawing'
const officeWord = 'http://schemas.microsoft.com/office/word'

/** Namespaces by the prefixes that the tables and all of the program have for them. */
export const namespaces: Readonly<Record<string, string>> = Object.fromEntries(
  linesOf(`
w http://schemas.openxmlformats.org/wordprocessingml/2006/main
r http://schemas.openxmlformats.org/officeDocument/2006/relationships
m http://schemas.openxmlformats.org/officeDocument/2006/math
mc ${compatibility}
a http://schemas.openxmlformats.org/drawingml/2006/main
pic http://schemas.openxmlformats.org/drawingml/2006/picture
wp http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing
wps ${officeWord}/2010/wordprocessingShape
wpg ${officeWord}/2010/wordprocessingGroup
wpc ${officeWord}/2010/wordprocessingCanvas
wp14 ${officeWord}/2010/wordprocessingDrawing
w14 ${officeWord}/2010/wordml
w15 ${officeWord}/2012/wordml
a14 ${officeDrawing}/2010/main
asvg ${officeDrawing}/2016/SVG/main
adec ${officeDrawing}/2017/decorative
v urn:schemas-microsoft-com:vml
o urn:schemas-microsoft-com:office:office
w10 urn:schemas-microsoft-com:office:word
xml http://www.w3.org/XML/1998/namespace
`).map(line => line.split(' ')),
)

const prefixes = new Map(Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]))

/** Elements within elements; Word's own files have some thirty. */
const deepest = 250

/** Those of later versions, which a reader may not know: a root that uses one says so. */
const ignorable = ['w14', 'w15', 'wp14', 'a14', 'asvg', 'adec']

/**
 * @returns the root, which declares every prefix; what stands in a namespace that is not above and may be passed over
 *   is left out
 * @throws Error as `parseXml`
 */
export function parsePart(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const root = newElement('')
  const open: Open[] = [{ element: root, ignored: new Set(), skipped: false }]
  parser.on('doctype', () => {
    throw new Error('document type')
  })
  parser.on('error', problem => {
    throw problem
  })
  parser.on('opentag', tag => {
    if (open.length > deepest) throw new Error('too deep')
    const parent = open.at(-1)
    if (parent !== undefined) open.push(opened(tag, parent, prefix => parser.resolve(prefix)))
  })
  parser.on('text', words => addText(open, words))
  parser.on('cdata', words => addText(open, words))
  parser.on('closetag', () => open.pop())
  parser.write(text.replace(/^\ufeff/, '')).close()
  const [top] = root.children
  if (top === undefined || typeof top === 'string') throw new Error('no element')
  return top
}

/** An element whose end has not been read. */
interface Open {
  readonly element: XmlElement
  /** Namespaces that may be passed over. */
  readonly ignored: ReadonlySet<string>
  readonly skipped: boolean
}

function addText(open: readonly Open[], words: string): void {
  const parent = open.at(-1)
  if (parent !== undefined && !parent.skipped && open.length > 1) parent.element.children.push(words)
}

function opened(tag: SaxesTagNS, parent: Open, resolve: (prefix: string) => string | undefined): Open {
  const attributes = Object.values(tag.attributes)
  const named = attributes.find(({ uri, local }) => uri === compatibility && local === 'Ignorable')
  const more = words(named?.value ?? '').map(prefix => resolve(prefix) ?? '')
  const ignored = more.length === 0 ? parent.ignored : new Set([...parent.ignored, ...more])
  const passedOver = (uri: string) => uri !== '' && ignored.has(uri) && !prefixes.has(uri)
  if (parent.skipped || passedOver(tag.uri)) return { ...parent, ignored, skipped: true }
  const element = newElement(nameOf(tag.uri, tag.name, tag.local))
  for (const { uri, name, local, value, prefix } of attributes) {
    if (prefix === 'xmlns' || name === 'xmlns' || passedOver(uri)) continue
    if (uri === compatibility && local !== 'Requires') continue
    element.attributes.set(nameOf(uri, name, local), value)
  }
  const required = element.attributes.get('Requires')
  if (element.name === 'mc:Choice' && required !== undefined)
    element.attributes.set(
      'Requires',
      words(required)
        .map(prefix => prefixes.get(resolve(prefix) ?? '') ?? '?')
        .join(' '),
    )
  parent.element.children.push(element)
  return { element, ignored, skipped: false }
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter(word => word !== '')
}

/** A name in a namespace that is not known keeps its prefix, and a mark that it is none of those above. */
function nameOf(uri: string, name: string, local: string): string {
  if (uri === '') return local
  const prefix = prefixes.get(uri)
  return prefix === undefined ? `?${name}` : `${prefix}:${local}`
}

/** Declares on the root what is used below it, as a part that goes on needs it. */
export function declare(root: XmlElement): void {
  const used = new Set<string>()
  for (const { name, attributes } of everyElement(root)) {
    for (const word of [name, ...attributes.keys()]) used.add(word.replace(/:.*|^[^:]*$/, ''))
    for (const prefix of words(attributes.get('Requires') ?? '')) used.add(prefix)
  }
  const later = ignorable.filter(prefix => used.has(prefix))
  if (later.length > 0) used.add('mc')
  for (const [prefix, uri] of Object.entries(namespaces))
    if (used.has(prefix) && prefix !== 'xml') root.attributes.set(`xmlns:${prefix}`, uri)
  if (later.length > 0) root.attributes.set('mc:Ignorable', later.join(' '))
}
