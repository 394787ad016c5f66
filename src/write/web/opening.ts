/** The opening as hast: letterhead, title block, summary, in the order in which they are read. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { OpeningBlock, OpeningRole } from '../../publication/opening.ts'
import type { HastSettings } from './context.ts'
import { toHast } from './hast.ts'
import { onLines, text } from './nodes.ts'

export interface OpeningHast {
  /** Brand lines, organisation, department, classification, draft mark. */
  readonly letterhead: readonly Element[]
  /** All else, from place and date to the summary. */
  readonly title: readonly Element[]
}

const letterheadRoles: readonly OpeningRole[] = [
  'brandLine',
  'organisation',
  'department',
  'classification',
  'draftMark',
]

/** Id of the summary's label; two hyphens keep it apart from every id that is made from words. */
const summaryLabelId = 'o--summary-label'

/**
 * @param blocks - the edition's opening
 * @param organisationLink - where the organisation's name leads; '' for nowhere
 */
export function openingToHast(
  blocks: readonly OpeningBlock[],
  organisationLink: string,
  settings: HastSettings,
): OpeningHast {
  const letterhead: Element[] = []
  const title: Element[] = []
  let fields: Element | null = null
  for (const block of blocks) {
    const content = toHast(block.children, settings)
    if (block.role === 'field') {
      if (fields === null) {
        fields = h('dl.fields', '\n')
        title.push(fields)
      }
      fields.children.push(h('div', onLines([h('dt', block.label), h('dd', content)])), text('\n'))
      continue
    }
    fields = null
    const linked = block.role === 'organisation' && organisationLink !== ''
    const element = toElement(block, linked ? [h('a', { href: organisationLink }, content)] : content)
    if (letterheadRoles.includes(block.role)) letterhead.push(element)
    else title.push(element)
  }
  return { letterhead, title }
}

function toElement(block: OpeningBlock, content: readonly ElementContent[]): Element {
  if (block.role === 'title') return h('h1.title', [...content])
  if (block.role !== 'summary') return h('p', { className: [block.role] }, [...content])
  const label = h('p.summaryLabel', { id: summaryLabelId }, block.label)
  const properties = { role: 'doc-abstract', ariaLabelledBy: [summaryLabelId] }
  return h('div.summary', properties, onLines([label, h('p', [...content])]))
}
