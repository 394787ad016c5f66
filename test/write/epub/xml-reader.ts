/** A strict reader of the XML that the book is made of: it shares nothing with the writer, and refuses what is not well-formed. */

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

const token =
  /<\?[^?]*\?>|<!DOCTYPE[^>]*>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/

/** @throws where the text is no XML document */
export function parseXml(xml: string): XmlElement {
  if (forbidden.test(xml)) throw new Error('a character that XML forbids')
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [root]
  token.lastIndex = 0
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex
    const match = token.exec(xml)
    if (match === null) throw new Error(`not XML: ${xml.slice(at, at + 60)}`)
    const [, close, start, attributes = '', empty, text] = match
    const parent = open.at(-1)
    if (parent === undefined) throw new Error('text after the end')
    if (close !== undefined) {
      if (parent.name !== close) throw new Error(`</${close}> closes <${parent.name}>`)
      open.pop()
    } else if (start !== undefined) {
      const element: XmlElement = { name: start, attributes: readAttributes(attributes), children: [] }
      parent.children.push(element)
      if (empty !== '/') open.push(element)
    } else if (text !== undefined) {
      if (text.includes(']]>')) throw new Error(']]> in text')
      parent.children.push(decode(text))
    }
  }
  const elements = root.children.filter((child): child is XmlElement => typeof child !== 'string')
  const [element] = elements
  if (open.length !== 1 || elements.length !== 1 || element === undefined)
    throw new Error('not one whole element')
  return element
}

/** The element and all below it, of a name or of any. */
export function elementsOf(element: XmlElement, name = ''): XmlElement[] {
  const own = name === '' || element.name === name ? [element] : []
  const inner = element.children.flatMap(child => (typeof child === 'string' ? [] : elementsOf(child, name)))
  return [...own, ...inner]
}

export function attributes(element: XmlElement, name: string, attribute: string): string[] {
  return elementsOf(element, name).flatMap(found => found.attributes[attribute] ?? [])
}

export function textOf(element: XmlElement): string {
  return element.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')
}

function readAttributes(source: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', value = ''] of source.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
    if (name in found) throw new Error(`${name} twice`)
    found[name] = decode(value)
  }
  return found
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replace(/&([^;]*);?/g, (reference, name: string) => {
    const [, hex, digits] = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name) ?? []
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (digits !== undefined) return String.fromCodePoint(Number(digits))
    const character = named[name]
    if (character === undefined || !reference.endsWith(';')) throw new Error(`no entity ${reference}`)
    return character
  })
}
