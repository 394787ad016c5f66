/**
 * What of a part goes on into documents. Left out is what would be somebody else's: changes and comments of those who
 * wrote the template, marks of their editing, data that controls are bound to, what later versions of Word add.
 */
import { childOf, isElement, type XmlElement, type XmlNode } from '../text/xml-tree.ts'
import type { Grammar } from './grammar.ts'
import { linesOf } from './lines.ts'
import { passedOver } from './validity.ts'
import { valueType } from './values.ts'

const leftOut = new Set(
  linesOf(`
w:bookmarkStart w:bookmarkEnd w:commentRangeStart w:commentRangeEnd w:commentReference w:annotationRef
w:footnoteReference w:endnoteReference w:footnoteRef w:endnoteRef w:footnotePr w:endnotePr
w:del w:delText w:moveFrom w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd
w:rPrChange w:pPrChange w:sectPrChange w:tblPrChange w:tblPrExChange w:tblGridChange w:trPrChange w:tcPrChange
w:numberingChange w:cellIns w:cellDel w:cellMerge w:proofErr w:permStart w:permEnd w:lastRenderedPageBreak
w:dataBinding w15:dataBinding w:placeholder w:ffData w:fldData w:smartTagPr w:customXmlPr
w:rsid w:nsid w:tmpl w:divId w:printerSettings w15:webExtensionLinked w15:webExtensionCreated w15:footnoteColumns
`).flatMap(line => line.split(' ')),
)

/** What these hold stands for itself, but a mark of one that changed holds nothing. */
const transparent = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml'])

const leftOutAttributes =
  /^(?:w:(?:rsid\w*|tplc|fullDate|characterSet)|o:gfxdata|w14:(?:paraId|textId|anchorId|noSpellErr)|wp14:(?:anchorId|editId))$/

/** What styles have by the standard, but by no validator (Part 1, 17.7.5; 17.7.6). */
const notOfStyles = new Set(['w:highlight', 'w:rtl', 'w:cs', 'w:trHeight'])

/** Namespaces that alternatives may ask for. */
const understood = /^(?:w14|w15|wp14|wps|wpg|wpc|a14|asvg|adec)$/

/** @param root - of a part; its content changes */
export function keepOnly(root: XmlElement, grammar: Grammar): void {
  if (/^w:(?:styles|numbering)$/.test(root.name)) leaveOut(root, notOfStyles)
  lessen(root, grammar)
}

function leaveOut(element: XmlElement, names: ReadonlySet<string>): void {
  element.children = element.children.filter(child => !isElement(child) || !names.has(child.name))
  for (const child of element.children) if (isElement(child)) leaveOut(child, names)
}

function lessen(element: XmlElement, grammar: Grammar): void {
  for (const [name, value] of element.attributes)
    if (leftOutAttributes.test(name) || (value === '' && name.startsWith('r:')))
      element.attributes.delete(name)
  element.children = element.children.flatMap(child => kept(child, grammar))
  if (element.name === 'w:compat')
    element.children = element.children.filter(child => isElement(child) && isOffered(child))
  // Settings are many, and few of them are about documents. A document's background is no part of its text.
  if (element.name === 'w:settings' || element.name === 'w:document')
    element.children = element.children.filter(child => isElement(child) && grammar.elements.has(child.name))
}

function kept(node: XmlNode, grammar: Grammar): readonly XmlNode[] {
  if (!isElement(node)) return [node]
  if (leftOut.has(node.name) || isDeletedRow(node)) return []
  if (passedOver.test(node.name) && !grammar.elements.has(node.name)) return []
  lessen(node, grammar)
  if (transparent.has(node.name)) return node.children
  if (node.name === 'mc:AlternateContent') return alternatives(node)
  if (node.name.endsWith(':extLst'))
    node.children = node.children.filter(child => isElement(child) && isKnown(child, grammar))
  return node.children.length === 0 && mayBeEmpty.test(node.name) ? [] : [node]
}

/** Programs add settings of their own, which Word does not offer (MS-DOCX 2.2.3). */
function isOffered({ name, attributes }: XmlElement): boolean {
  return name !== 'w:compatSetting' || valueType('compatSettingName')(attributes.get('w:name') ?? '') !== null
}

/** Lists without an entry, which programs write and no validator accepts. */
const mayBeEmpty = /:(?:extLst|tabs)$/

function isDeletedRow(node: XmlElement): boolean {
  const properties = node.name === 'w:tr' ? childOf(node, 'w:trPr') : undefined
  return properties !== undefined && childOf(properties, 'w:del') !== undefined
}

/** An extension (ECMA-376 Part 1, 20.1.2.2.14) may be left out. */
function isKnown(extension: XmlElement, { elements }: Grammar): boolean {
  const [content, ...more] = extension.children.filter(isElement)
  return content !== undefined && more.length === 0 && elements.has(content.name)
}

/** The first alternative whose content is known stays, with what takes its place elsewhere. */
function alternatives(node: XmlElement): readonly XmlNode[] {
  const choices = node.children.filter(isElement).filter(({ name }) => name === 'mc:Choice')
  const choice = choices.find(({ attributes }) =>
    (attributes.get('Requires') ?? '?').split(' ').every(prefix => understood.test(prefix)),
  )
  const fallback = childOf(node, 'mc:Fallback')
  if (choice === undefined) return fallback?.children ?? []
  node.children = fallback === undefined ? [choice] : [choice, fallback]
  return [node]
}
