/** Writing XML: from elements made here, and XHTML from hast. */
import type { Root as HastRoot } from 'hast'
import { toXast } from 'hast-util-to-xast'
import type { Element, ElementContent, Root } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { webText } from '../web/characters.ts'

/** @param attributes - those of '' are left out */
export function x(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (ElementContent | string)[] = [],
): Element {
  const present = Object.entries(attributes).filter(([, value]) => value !== '')
  return {
    type: 'element',
    name,
    attributes: Object.fromEntries(present),
    children: children.map(child => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  }
}

/** Elements on lines of their own. */
export function spaced(elements: readonly Element[]): ElementContent[] {
  return elements.flatMap(element => [{ type: 'text', value: '\n' }, element])
}

/** @returns a document with its declaration; characters that XML forbids come as U+FFFD */
export function xmlDocument(root: Element): string {
  return `${declaration}\n${serialise(root)}\n`
}

/** XHTML (HTML, 14): `lang` comes as `xml:lang` too, for readers that know XML alone. */
export function xhtmlDocument(page: HastRoot): string {
  // A hast root gives a xast root.
  const root = toXast(page) as Root
  for (const node of root.children) if (node.type === 'element') addXmlLang(node)
  const elements = root.children.flatMap(node => (node.type === 'element' ? [serialise(node)] : []))
  return `${declaration}\n<!DOCTYPE html>\n${elements.join('\n').replace(selfClosed, '<$1$2></$1>')}\n`
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>'

/** `<span/>` would swallow what follows where a reading system takes the file for HTML (XHTML 1.0, C.3). */
const selfClosed =
  /<(a|code|dd|div|dt|em|li|ol|p|pre|section|span|strong|td|th|ul)((?:\s[\w:-]+="[^"]*")*)\/>/g

function addXmlLang(element: Element): void {
  const { lang } = element.attributes
  if (lang != null) element.attributes['xml:lang'] = lang
  for (const child of element.children) if (child.type === 'element') addXmlLang(child)
}

function serialise(element: Element): string {
  makeLegal(element)
  // The serialiser leaves `]]>` in text, which XML forbids (XML 1.0, 2.4).
  return toXml(element, { closeEmptyElements: true, tightClose: true }).replaceAll(']]>', ']]&gt;')
}

function makeLegal(element: Element): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    if (value != null) element.attributes[name] = webText(value)
  }
  for (const child of element.children) {
    if (child.type === 'element') makeLegal(child)
    else if (child.type === 'text') child.value = webText(child.value)
  }
}
