/**
 * Whose numbers the headings of a numbered text have: the house's, where it counts as the text does («1.», «1.1.»);
 * otherwise those of the text, to which the house's heading styles are bound. References say what all formats say.
 */

import { childOf, childrenOf, isElement, newElement, type XmlElement } from '../../../text/xml-tree.ts'
import { put } from '../../../word/schema.ts'

export interface Bound {
  /** Ids of the house's heading styles, that of the first level first. */
  readonly styles: readonly string[]
  /** `w:numId` of our list in the house's package. */
  readonly list: number
  /** Levels that the text numbers. */
  readonly deepest: number
}

/**
 * @param styles - the house's style sheet with ours in it; changed
 * @param numbering - the house's definitions with ours; changed
 * @returns whether numbers of the house's own had to go
 */
export function bindHeadings(styles: XmlElement, numbering: XmlElement, bound: Bound): boolean {
  const sheet = new Map(childrenOf(styles, 'w:style').map(style => [idOf(style), style]))
  const own = definitionOf(bound.list, numbering)
  const used = bound.styles.slice(0, bound.deepest)
  if (used.every((id, level) => countsAlike(id, level, sheet, numbering))) {
    for (const level of childrenOf(own)) drop(level, 'w:pStyle')
    return false
  }
  const theirs = used.some(id => inheritedList(id, sheet) > 0)
  for (const definition of childrenOf(numbering, 'w:abstractNum'))
    for (const level of childrenOf(definition, 'w:lvl'))
      if (bound.styles.includes(childOf(level, 'w:pStyle')?.attributes.get('w:val') ?? ''))
        drop(level, 'w:pStyle')
  for (const [index, level] of childrenOf(own, 'w:lvl').entries()) {
    const id = bound.styles[index]
    if (id === undefined) continue
    drop(level, 'w:pStyle')
    put(level, newElement('w:pStyle', { 'w:val': id }), 'w:Lvl')
    number(sheet.get(id), index, bound.list)
  }
  return theirs
}

function idOf(style: XmlElement): string {
  return style.attributes.get('w:styleId') ?? ''
}

function numberingOf(style: XmlElement | undefined): XmlElement | undefined {
  const properties = style === undefined ? undefined : childOf(style, 'w:pPr')
  return properties === undefined ? undefined : childOf(properties, 'w:numPr')
}

/** 0: none. */
function listOf(style: XmlElement | undefined): number {
  const numbering = numberingOf(style)
  return Number((numbering && childOf(numbering, 'w:numId')?.attributes.get('w:val')) ?? 0)
}

function inheritedList(id: string, sheet: ReadonlyMap<string, XmlElement>, steps = 0): number {
  const style = sheet.get(id)
  if (style === undefined || steps > 20) return 0
  if (numberingOf(style) !== undefined) return listOf(style)
  return inheritedList(childOf(style, 'w:basedOn')?.attributes.get('w:val') ?? '', sheet, steps + 1)
}

function definitionOf(list: number, numbering: XmlElement): XmlElement {
  const found = childrenOf(numbering, 'w:num').find(
    ({ attributes }) => attributes.get('w:numId') === String(list),
  )
  const id = found === undefined ? undefined : childOf(found, 'w:abstractNumId')?.attributes.get('w:val')
  const overridden = found !== undefined && childOf(found, 'w:lvlOverride') !== undefined
  const definition = childrenOf(numbering, 'w:abstractNum').find(
    ({ attributes }) => attributes.get('w:abstractNumId') === id,
  )
  return definition === undefined || overridden ? newElement('w:abstractNum') : definition
}

/** Does the style number its level «1», «1.1», whatever stands behind the number? */
function countsAlike(
  id: string,
  level: number,
  sheet: ReadonlyMap<string, XmlElement>,
  numbering: XmlElement,
): boolean {
  const list = listOf(sheet.get(id))
  if (list === 0) return false
  const definition = childrenOf(definitionOf(list, numbering), 'w:lvl').find(
    one => childOf(one, 'w:pStyle')?.attributes.get('w:val') === id,
  )
  if (definition === undefined || definition.attributes.get('w:ilvl') !== String(level)) return false
  const value = (name: string) => childOf(definition, name)?.attributes.get('w:val') ?? ''
  const wanted = Array.from({ length: level + 1 }, (_, index) => `%${index + 1}`).join('.')
  return (
    value('w:numFmt') === 'decimal' &&
    value('w:start') === '1' &&
    value('w:lvlText').replace(/[\s.:)–—-]+$/, '') === wanted
  )
}

function drop(parent: XmlElement, name: string): void {
  parent.children = parent.children.filter(node => !isElement(node) || node.name !== name)
}

function number(style: XmlElement | undefined, level: number, list: number): void {
  if (style === undefined) return
  const properties = childOf(style, 'w:pPr') ?? newElement('w:pPr')
  if (childOf(style, 'w:pPr') === undefined) put(style, properties, 'w:Style')
  drop(properties, 'w:numPr')
  const numbering = newElement('w:numPr', {}, [
    newElement('w:ilvl', { 'w:val': String(level) }),
    newElement('w:numId', { 'w:val': String(list) }),
  ])
  put(properties, numbering, 'w:PPrStyle')
}
