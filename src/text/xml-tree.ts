/** XML as a tree that can be changed and written back: of files that others have made. */
import { SaxesParser } from 'saxes'

export interface XmlElement {
  /** Qualified name, as written. */
  readonly name: string
  readonly attributes: Map<string, string>
  children: XmlNode[]
}

export type XmlNode = XmlElement | string

/**
 * @returns the root element; comments and processing instructions are left out
 * @throws Error for what is not well-formed or has a prefix that nothing declares, and for a document type, which could
 *   name entities and files
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const top: XmlNode[] = []
  const open: XmlElement[] = []
  const add = (node: XmlNode) => (open.at(-1)?.children ?? top).push(node)
  parser.on('doctype', () => {
    throw new Error('document type')
  })
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([qualified, { value }]) => [qualified, value] as const)
    const element: XmlElement = { name, attributes: new Map(values), children: [] }
    add(element)
    open.push(element)
  })
  parser.on('text', value => {
    if (open.length > 0) add(value)
  })
  parser.on('cdata', value => add(value))
  parser.on('closetag', () => open.pop())
  parser.on('error', problem => {
    throw problem
  })
  parser.write(text.replace(/^\ufeff/, '')).close()
  const root = top.find(isElement)
  if (root === undefined) throw new Error('no element')
  return root
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string'
}

export function newElement(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: XmlNode[] = [],
): XmlElement {
  return { name, attributes: new Map(Object.entries(attributes)), children }
}

/** Elements right inside, of one name or of any. */
export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(isElement).filter(child => name === undefined || child.name === name)
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0]
}

/** The element and all below it, in the order of the text. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) if (isElement(child)) yield* everyElement(child)
}

export function xmlText(node: XmlNode): string {
  if (!isElement(node)) return escaped(node, /[&<>]/g)
  const attributes = [...node.attributes]
    .map(([name, value]) => ` ${name}="${escaped(value, /[&<>"\t\n\r]/g)}"`)
    .join('')
  const content = node.children.map(xmlText).join('')
  return content === ''
    ? `<${node.name}${attributes}/>`
    : `<${node.name}${attributes}>${content}</${node.name}>`
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

function escaped(text: string, what: RegExp): string {
  return text.replace(what, character => references[character] ?? character)
}
