/** Markup as a tree of elements, from XML or HTML, with names that depend on no prefix. */
import type { Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { SaxesParser } from 'saxes'
import { unified } from 'unified'

export interface Element {
  /** Local name, behind the conventional prefix of its namespace where that is not XHTML: `w:p`. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (Element | string)[]
}

const prefixes: Readonly<Record<string, string>> = {
  'http://www.w3.org/1999/xhtml': '',
  'http://www.idpf.org/2007/ops': 'epub:',
  'http://www.idpf.org/2007/opf': 'opf:',
  'http://www.w3.org/2000/svg': 'svg:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
  'http://purl.org/dc/terms/': 'dcterms:',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14:',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel:',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp:',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp:',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a:',
  'http://schemas.microsoft.com/office/drawing/2017/decorative': 'decorative:',
}

/** @throws for XML that is not well-formed */
export function parseXml(text: string): Element {
  const open: { name: string; attributes: Map<string, string>; children: (Element | string)[] }[] = []
  const document: (Element | string)[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', problem => {
    throw problem
  })
  parser.on('opentag', tag => {
    const attributes = new Map(
      Object.values(tag.attributes).map(({ uri, local, value }) => [`${prefixOf(uri)}${local}`, value]),
    )
    open.push({ name: `${prefixOf(tag.uri)}${tag.local}`, attributes, children: [] })
  })
  const add = (node: Element | string) => (open.at(-1)?.children ?? document).push(node)
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    const element = open.pop()
    if (element !== undefined) add(element)
  })
  parser.write(text).close()
  return { name: '#document', attributes: new Map(), children: document }
}

function prefixOf(uri: string): string {
  return uri === '' ? '' : (prefixes[uri] ?? `{${uri}}`)
}

/** By the rules of the HTML standard: nothing is refused. */
export function parseHtml(text: string): Element {
  const root: Root = unified().use(rehypeParse).parse(text)
  return { name: '#document', attributes: new Map(), children: root.children.flatMap(fromHast) }
}

function fromHast(node: Root['children'][number]): (Element | string)[] {
  if (node.type === 'text') return [node.value]
  if (node.type !== 'element') return []
  const attributes = new Map(
    Object.entries(node.properties).flatMap(([name, value]) => {
      if (value === null || value === undefined || value === false) return []
      const text = value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value)
      return [[attributeName(name), text] as const]
    }),
  )
  return [{ name: node.tagName, attributes, children: node.children.flatMap(fromHast) }]
}

/** hast names properties as the DOM does. */
function attributeName(property: string): string {
  if (property === 'className') return 'class'
  return property.toLowerCase().replace(/^aria(?=.)/, 'aria-')
}

export function attribute(element: Element, name: string): string {
  return element.attributes.get(name) ?? ''
}

/** Is it one of the white-space separated words of the attribute? */
export function hasWord(element: Element, name: string, word: string): boolean {
  return attribute(element, name).split(/\s+/).includes(word)
}

export function elements(parent: Element | undefined, name = ''): readonly Element[] {
  return (parent?.children ?? []).filter(
    (child): child is Element => typeof child !== 'string' && (name === '' || child.name === name),
  )
}

/** The first descendant of that name, in document order. */
export function find(parent: Element | undefined, name: string): Element | undefined {
  for (const child of elements(parent)) {
    const found = child.name === name ? child : find(child, name)
    if (found !== undefined) return found
  }
  return undefined
}

/** Every descendant of that name, in document order. */
export function findAll(parent: Element | undefined, name: string): readonly Element[] {
  return elements(parent).flatMap(child => [...(child.name === name ? [child] : []), ...findAll(child, name)])
}

export function textOf(element: Element | undefined): string {
  return (element?.children ?? []).map(child => (typeof child === 'string' ? child : textOf(child))).join('')
}
