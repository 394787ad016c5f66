/** A house's own Word file, opened for one document. */
import type { WordTemplate } from '../../../design/types.ts'
import type { OpeningRole } from '../../../publication/opening.ts'
import {
  childOf,
  isElement,
  parseXml,
  type XmlElement,
  type XmlNode,
  xmlText,
} from '../../../text/xml-tree.ts'
import { fillSlots, type SlotName, type SlotValues } from '../../../word/slots.ts'
import type { Edition } from '../../types.ts'
import { type HouseSection, wholeSection } from './sections.ts'

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
  const blocks = (childOf(document, 'w:body')?.children ?? []).filter(isElement)
  const last = blocks.at(-1)?.name === 'w:sectPr' ? blocks.pop() : undefined
  const [holder] = template.cover ? blocks.splice(0) : []
  const cover = holder === undefined ? undefined : sectionOf(holder)
  const { lineNumbers } = edition.word
  const filled = blocks.map(block => fillSlots({ ...block, children: [block] }, values))
  return {
    template,
    values,
    document,
    front: blocks.flatMap(block => plainBlock(block)),
    cover: cover === undefined ? null : { section: cover, lineNumbers: false },
    section: last === undefined ? null : { section: last, lineNumbers },
    said: new Set(filled.flatMap(names => [...names].map(name => roles[name]))),
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
  return [block]
}

export function frontXml({ front }: House): string {
  return front.map(xmlText).join('')
}
