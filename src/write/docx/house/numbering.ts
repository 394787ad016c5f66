/** The house's numbering definitions and ours in one part (ECMA-376 Part 1, 17.9.17): abstract ones first. */
import {
  childrenOf,
  everyElement,
  isElement,
  newElement,
  parseXml,
  type XmlElement,
} from '../../../text/xml-tree.ts'

export interface HouseNumbering {
  readonly tree: XmlElement
  /** What our list numbers grow by. */
  readonly offset: number
}

/** @param house - its word/numbering.xml, changed; null where it has none */
export function mergeNumbering(house: XmlElement | null, own: string): HouseNumbering {
  const ours = parseXml(own)
  unfont(ours)
  if (house === null) return { tree: ours, offset: 0 }
  const offset = highest(house, 'w:num', 'w:numId')
  const abstract = highest(house, 'w:abstractNum', 'w:abstractNumId') + 1
  for (const [name, value] of ours.attributes)
    if (!house.attributes.has(name)) house.attributes.set(name, value)
  const definitions = childrenOf(ours, 'w:abstractNum').map(element => {
    raise(element, 'w:abstractNumId', abstract)
    return element
  })
  const lists = childrenOf(ours, 'w:num').map(element => {
    raise(element, 'w:numId', offset)
    for (const child of childrenOf(element, 'w:abstractNumId')) raise(child, 'w:val', abstract)
    return element
  })
  const rest = childrenOf(house)
  const of = (name: string) => rest.filter(element => element.name === name)
  const others = rest.filter(({ name }) => !['w:numPicBullet', 'w:abstractNum', 'w:num'].includes(name))
  const children = [
    ...of('w:numPicBullet'),
    ...of('w:abstractNum'),
    ...definitions,
    ...of('w:num'),
    ...lists,
    ...others,
  ]
  return { tree: { ...newElement(house.name), attributes: house.attributes, children }, offset }
}

/** Labels are in the font of their text, which is the house's. */
function unfont(numbering: XmlElement): void {
  for (const element of everyElement(numbering)) {
    if (element.name === 'w:rPr')
      element.children = element.children.filter(node => !isElement(node) || node.name !== 'w:rFonts')
  }
}

function highest(tree: XmlElement, name: string, attribute: string): number {
  const numbers = childrenOf(tree, name).map(({ attributes }) => Number(attributes.get(attribute) ?? 0))
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}

function raise({ attributes }: XmlElement, name: string, by: number): void {
  attributes.set(name, String(Number(attributes.get(name) ?? 0) + by))
}
