/** Styles under the identifiers that English Word gives them: a house's own file may have others (`Ttulo1`). */
import { attribute, type Element, find, findAll } from './markup.ts'

/** Names of Word's own styles, the same in every language (ECMA-376 Part 1, 17.7.4.9), in lower case. */
const ids: Readonly<Record<string, string>> = {
  normal: 'Normal',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map(level => [`heading ${level}`, `Heading${level}`])),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map(level => [`toc ${level}`, `TOC${level}`])),
  title: 'Title',
  'list paragraph': 'ListParagraph',
  quote: 'Quote',
  'html preformatted': 'HTMLPreformatted',
  'footnote reference': 'FootnoteReference',
  'html code': 'HTMLCode',
  'html keyboard': 'HTMLKeyboard',
  caption: 'Caption',
  'toc heading': 'TOCHeading',
  'table of figures': 'TableofFigures',
  signature: 'Signature',
}

/** @returns what to read for the identifiers that differ */
export function styleNames(sheet: Element | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const style of findAll(sheet, 'w:style')) {
    const name = find(style, 'w:name')
    const known = ids[name === undefined ? '' : attribute(name, 'w:val').toLowerCase()]
    const own = attribute(style, 'w:styleId')
    if (known !== undefined && known !== own) names.set(own, known)
  }
  return names
}

const naming: ReadonlySet<string> = new Set(['w:pStyle', 'w:rStyle', 'w:basedOn'])

/** The same part, its styles under these identifiers. */
export function renamed(tree: Element, names: ReadonlyMap<string, string>): Element {
  if (names.size === 0) return tree
  const key = tree.name === 'w:style' ? 'w:styleId' : naming.has(tree.name) ? 'w:val' : ''
  const name = key === '' ? undefined : names.get(attribute(tree, key))
  const attributes = name === undefined ? tree.attributes : new Map([...tree.attributes, [key, name]])
  const children = tree.children.map(child => (typeof child === 'string' ? child : renamed(child, names)))
  return { ...tree, attributes, children }
}
