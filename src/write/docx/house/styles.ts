/** The house's style sheet with what a document needs besides (ECMA-376 Part 1, 17.7). */

import { fold } from '../../../text/fold.ts'
import {
  childOf,
  childrenOf,
  everyElement,
  isElement,
  newElement,
  parseXml,
  type XmlElement,
} from '../../../text/xml-tree.ts'
import { put } from '../../../word/schema.ts'

export interface HouseStyles {
  readonly tree: XmlElement
  /** The house's id of each style of ours. */
  readonly ids: ReadonlyMap<string, string>
  /** Names of styles that the house lacks. */
  readonly added: readonly string[]
  /** Ids of paragraph styles that number what has them. */
  readonly numbered: ReadonlySet<string>
}

/**
 * @param house - its word/styles.xml; changed
 * @param own - ours
 * @param language - BCP 47, of the document
 */
export function mergeStyles(house: XmlElement, own: string, language: string): HouseStyles {
  const ours = childrenOf(parseXml(own), 'w:style')
  const theirs = childrenOf(house, 'w:style')
  const byName = new Map(
    theirs.flatMap(style => namesOf(style).map(name => [`${typeOf(style)} ${name}`, idOf(style)])),
  )
  const taken = new Set(theirs.map(style => idOf(style).toLowerCase()))
  const ids = new Map<string, string>()
  const missing: XmlElement[] = []
  for (const style of ours) {
    const known = isDefault(style) ? defaultOf(theirs, typeOf(style)) : undefined
    const id =
      known ??
      namesOf(style)
        .map(name => byName.get(`${typeOf(style)} ${name}`))
        .find(found => found !== undefined)
    if (id === undefined) missing.push(style)
    ids.set(idOf(style), id ?? freeId(idOf(style), taken))
  }
  for (const style of missing) house.children.push(adopted(style, ids))
  speak(house, language)
  const added = missing.filter(style => !isDefault(style)).map(nameOf)
  return { tree: house, ids, added, numbered: numberedStyles(house) }
}

function typeOf(style: XmlElement): string {
  return style.attributes.get('w:type') ?? 'paragraph'
}

function idOf(style: XmlElement): string {
  return style.attributes.get('w:styleId') ?? ''
}

function isDefault(style: XmlElement): boolean {
  return /^(?:1|true|on)$/.test(style.attributes.get('w:default') ?? '')
}

function defaultOf(styles: readonly XmlElement[], type: string): string | undefined {
  const found = styles.find(style => typeOf(style) === type && isDefault(style))
  return found === undefined ? undefined : idOf(found)
}

function nameOf(style: XmlElement): string {
  return childOf(style, 'w:name')?.attributes.get('w:val') ?? ''
}

/** Its name and its other names, without regard to case: Word's own are «heading 1» here and «Heading 1» there. */
function namesOf(style: XmlElement): readonly string[] {
  const others = childOf(style, 'w:aliases')?.attributes.get('w:val') ?? ''
  return [nameOf(style), ...others.split(',')].map(name => fold(name).trim()).filter(name => name !== '')
}

function isThemeFont({ name, attributes }: XmlElement): boolean {
  return name === 'w:rFonts' && attributes.has('w:asciiTheme')
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id.toLowerCase()); number++) id = `${wanted}${number}`
  taken.add(id.toLowerCase())
  return id
}

/**
 * In the house's fonts: our theme's stand for body and headings, of which the house has its own. Without a number,
 * which it gets once it is known whose.
 */
function adopted(style: XmlElement, ids: ReadonlyMap<string, string>): XmlElement {
  for (const element of everyElement(style)) {
    if (element.name === 'w:pPr')
      element.children = element.children.filter(node => !isElement(node) || node.name !== 'w:numPr')
    if (element.name === 'w:rPr')
      element.children = element.children.filter(node => !isElement(node) || !isThemeFont(node))
  }
  style.attributes.set('w:styleId', ids.get(idOf(style)) ?? idOf(style))
  for (const child of childrenOf(style)) {
    if (!['w:basedOn', 'w:next', 'w:link'].includes(child.name)) continue
    const named = child.attributes.get('w:val') ?? ''
    child.attributes.set('w:val', ids.get(named) ?? named)
  }
  return style
}

/** The document's language is that of its text, whatever the house wrote its template in. */
function speak(house: XmlElement, language: string): void {
  for (const element of everyElement(house)) {
    if (element.name === 'w:rPr')
      element.children = element.children.filter(node => !isElement(node) || node.name !== 'w:lang')
  }
  const defaults = ensured(house, 'w:docDefaults', 0)
  const run = ensured(ensured(defaults, 'w:rPrDefault', 0), 'w:rPr', 0)
  const spoken = newElement('w:lang', { 'w:val': language, 'w:eastAsia': language, 'w:bidi': 'ar-SA' })
  put(run, spoken, 'w:RPrBaseStyleable')
}

function ensured(parent: XmlElement, name: string, at: number): XmlElement {
  const known = childOf(parent, name)
  if (known !== undefined) return known
  const made = newElement(name)
  parent.children.splice(at, 0, made)
  return made
}

/** Those that have numbering, or are based on one that has. */
function numberedStyles(house: XmlElement): ReadonlySet<string> {
  const styles = new Map(childrenOf(house, 'w:style').map(style => [idOf(style), style]))
  const numbers = (style: XmlElement | undefined, steps: number): boolean => {
    if (style === undefined || steps > 20) return false
    const properties = childOf(style, 'w:pPr')
    const numbering = properties === undefined ? undefined : childOf(properties, 'w:numPr')
    const id = numbering === undefined ? undefined : childOf(numbering, 'w:numId')?.attributes.get('w:val')
    if (id !== undefined) return id !== '0'
    return numbers(styles.get(childOf(style, 'w:basedOn')?.attributes.get('w:val') ?? ''), steps + 1)
  }
  return new Set([...styles].filter(([, style]) => numbers(style, 0)).map(([id]) => id))
}
