/** The house's sections as those of a document: paper, heads and feet (ECMA-376 Part 1, 17.6.17). */

import { childOf, isElement, newElement, type XmlElement, xmlText } from '../../../text/xml-tree.ts'
import { put } from '../../../word/schema.ts'
import type { SectionShape } from '../breaks.ts'

export interface HouseSection {
  readonly section: XmlElement
  readonly lineNumbers: boolean
}

/** A section of the house as it stands, for what it was made for. */
export function wholeSection({ section, lineNumbers }: HouseSection): XmlElement {
  const copy = without(section, ['w:lnNumType'])
  if (lineNumbers)
    put(copy, newElement('w:lnNumType', { 'w:countBy': '1', 'w:restart': 'continuous' }), 'w:SectPr')
  return copy
}

/**
 * `w:sectPr` of a section of our text.
 *
 * @param before - null: it is the first, which has the house's heads, first page and page numbers; later ones go on
 */
export function houseSection(house: HouseSection, shape: SectionShape, before: SectionShape | null): string {
  const copy = without(wholeSection(house), ['w:cols'])
  if (before !== null) {
    const again = ['w:headerReference', 'w:footerReference', 'w:titlePg', 'w:type']
    copy.children = copy.children.filter(node => !isElement(node) || !again.includes(node.name))
    childOf(copy, 'w:pgNumType')?.attributes.delete('w:start')
    const turned = shape.landscape || before.landscape
    put(copy, newElement('w:type', { 'w:val': turned ? 'nextPage' : 'continuous' }), 'w:SectPr')
  }
  const size = childOf(copy, 'w:pgSz')
  if (shape.landscape && size !== undefined) turn(size)
  if (shape.columns > 1)
    put(copy, newElement('w:cols', { 'w:num': String(shape.columns), 'w:space': '440' }), 'w:SectPr')
  return xmlText(copy)
}

function turn({ attributes }: XmlElement): void {
  const [width, height] = [attributes.get('w:w') ?? '', attributes.get('w:h') ?? '']
  attributes.set('w:w', height)
  attributes.set('w:h', width)
  attributes.set('w:orient', 'landscape')
}

function without(section: XmlElement, names: readonly string[]): XmlElement {
  const children = section.children
    .filter(isElement)
    .filter(({ name }) => !names.includes(name))
    .map(child => ({ ...child, attributes: new Map(child.attributes) }))
  return { name: section.name, attributes: new Map(), children }
}
