/** A house's own Word file, opened for one document. */
import type { WordTemplate } from '../../../design/types.ts'
import type { OpeningRole } from '../../../publication/opening.ts'
import {
  childOf,
  everyElement,
  isElement,
  parseXml,
  type XmlElement,
  type XmlNode,
  xmlText,
} from '../../../text/xml-tree.ts'
import type { Edition } from '../../types.ts'
import { type HouseSection, wholeSection } from './sections.ts'
import { fillSlots, type SlotName, type SlotValues } from './slots.ts'

export interface House {
  readonly template: WordTemplate
  readonly values: SlotValues
  /** Main document: its root's attributes go on. */
  readonly document: XmlElement
  /** What stands before our text, its slots filled: nothing where the house's own text has no slot. */
  readonly front: readonly XmlNode[]
  /** The section that a cover of its own stands in, where `front` is empty and the house has more than one. */
  readonly cover: HouseSection | null
  /** Of our text; null where the house says nothing. */
  readonly section: HouseSection | null
  /** What stands before our text says this already. */
  readonly said: ReadonlySet<OpeningRole>
  /** Words of the house's own text that are not taken over: a sample, or what follows the slots. */
  readonly dropped: string
}

const roles: Readonly<Record<SlotName, OpeningRole>> = {
  titulo: 'title',
  fecha: 'placeDate',
  organo: 'organisation',
  clasificacion: 'classification',
}

export function openHouse(template: WordTemplate, edition: Edition): House {
  const values = slotValues(edition)
  const document = parseXml(partText(template, template.main))
  const body = childOf(document, 'w:body')
  const blocks = (body?.children ?? []).filter(isElement)
  const sections = [...everyElement(document)].filter(({ name }) => name === 'w:sectPr')
  const last = blocks.at(-1)?.name === 'w:sectPr' ? blocks.pop() : undefined
  const { lineNumbers } = edition.word
  const section = last === undefined ? null : { section: last, lineNumbers }
  const filled = blocks.map(block => fillSlots({ ...block, children: [block] }, values))
  const lastSlot = filled.findLastIndex(names => names.size > 0)
  // A section that has begun goes to its end.
  const ends = blocks.findIndex((block, index) => index >= lastSlot && sectionOf(block) !== undefined)
  const count = lastSlot < 0 ? 0 : ends < 0 ? lastSlot + 1 : ends + 1
  const [first] = sections
  const own = lastSlot < 0 && sections.length > 1 && first !== undefined
  return {
    template,
    values,
    document,
    front: blocks.slice(0, count).flatMap(block => plainBlock(block)),
    cover: own ? { section: first, lineNumbers: false } : null,
    section,
    said: new Set(filled.slice(0, count).flatMap(names => [...names].map(name => roles[name]))),
    dropped: blocks
      .slice(count)
      .map(wordsOf)
      .filter(text => text !== '')
      .join(' '),
  }
}

export function partText({ parts }: WordTemplate, path: string): string {
  return new TextDecoder().decode(parts.get(path))
}

/** The same words as in the other formats. */
function slotValues({ publication, opening }: Edition): SlotValues {
  const said = (role: OpeningRole) =>
    opening
      .filter(block => block.role === role)
      .flatMap(({ children }) => children.map(child => (child.type === 'text' ? child.value : '')))
      .join(' ')
  const notices = [said('classification'), said('draftMark')].filter(text => text !== '')
  const { title, organisation } = publication.metadata
  return { titulo: title, fecha: said('placeDate'), organo: organisation, clasificacion: notices.join(' · ') }
}

function sectionOf(block: XmlElement): XmlElement | undefined {
  const properties = childOf(block, 'w:pPr')
  return properties === undefined ? undefined : childOf(properties, 'w:sectPr')
}

/** Content controls of whole blocks are lost when LibreOffice saves them: what they hold stands for itself. */
function plainBlock(block: XmlElement): readonly XmlNode[] {
  if (block.name === 'w:sdt')
    return childOf(block, 'w:sdtContent')?.children.filter(isElement).flatMap(plainBlock) ?? []
  const own = sectionOf(block)
  const properties = childOf(block, 'w:pPr')
  if (own !== undefined && properties !== undefined)
    properties.children = properties.children.map(node =>
      node === own ? wholeSection({ section: own, lineNumbers: false }) : node,
    )
  strip(block)
  return [block]
}

/** Names and marks of the house's own text would meet ours. */
const foreign =
  /^w:(?:bookmark(?:Start|End)|comment(?:RangeStart|RangeEnd|Reference)|(?:foot|end)noteReference|proofErr|perm(?:Start|End))$/

function strip(element: XmlElement): void {
  element.children = element.children.filter(node => !isElement(node) || !foreign.test(node.name))
  for (const child of element.children) if (isElement(child)) strip(child)
}

function wordsOf(block: XmlElement): string {
  const texts = [...everyElement(block)].filter(({ name }) => name === 'w:t')
  return texts
    .map(({ children }) => children.filter(child => !isElement(child)).join(''))
    .join('')
    .trim()
}

export function frontXml({ front }: House): string {
  return front.map(xmlText).join('')
}
