/** docx's components as XML text. */
import type { BaseXmlComponent, IContext } from 'docx'
import { escapeXml } from './xml.ts'

/** Of the file that docx's elements are written for, these tell its numbering alone that they are in a list. */
const context = {
  file: { Numbering: { createConcreteNumberingInstance: () => {} } },
  viewWrapper: {},
  stack: [],
} as unknown as IContext

export function serialise(component: BaseXmlComponent): string {
  const tree = component.prepForXml(context)
  if (tree === undefined) throw new Error('docx gives no element')
  return withListNumber(xmlOf(tree))
}

/** docx writes the name of a list and which of its instances it is, `{name-0}`; here names are numbers. */
function withListNumber(text: string): string {
  if (!text.includes('<w:numId ')) return text
  return text.replace(/(?<=<w:numId w:val=")\{(\d+)-0\}(?=")/g, '$1')
}

/** docx's form of an element: its name as only key; an array of children, text or `_attr` as value. */
function xmlOf(tree: Readonly<Record<string, unknown>>): string {
  const [entry] = Object.entries(tree)
  if (entry === undefined) throw new Error('docx gives an element without a name')
  const [name, value] = entry
  let attributes = ''
  let content = ''
  for (const child of Array.isArray(value) ? value : [value]) {
    if (!isRecord(child)) content += escapeXml(String(child))
    else if (isRecord(child._attr)) attributes += attributesOf(child._attr)
    else if (Object.keys(child).length > 0) content += xmlOf(child)
  }
  return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`
}

function attributesOf(attributes: Readonly<Record<string, unknown>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
