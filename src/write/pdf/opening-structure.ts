/** What stands before the text: letterhead, title, fields, summary. */
import type { PublicationNode } from '../../publication/model.ts'
import type { OpeningBlock } from '../../publication/opening.ts'
import { append, type Context, type Element, labelIn, newElement } from './elements.ts'

export type PlaceAll = (nodes: readonly PublicationNode[], context: Context) => void

/** Fields, one after the other, are a list of names and values; the label of any other block begins it. */
export function placeOpening(blocks: readonly OpeningBlock[], context: Context, placeAll: PlaceAll): void {
  let fields: Element | null = null
  for (const block of blocks) {
    if (block.role === 'field') {
      fields ??= newElement('L', context.parent, { attributes: { O: 'List', ListNumbering: 'None' } })
      const item = append('LI', block, { ...context, parent: fields }, { language: block.language })
      labelIn(newElement('Lbl', item), block, context)
      placeAll(block.children, { ...context, parent: newElement('LBody', item) })
      continue
    }
    fields = null
    placeBlock(block, context, placeAll)
  }
}

function placeBlock(block: OpeningBlock, context: Context, placeAll: PlaceAll): void {
  const { language } = block
  if (block.role === 'summary') {
    const section = append('Sect', block, context, { language, title: block.label })
    labelIn(newElement('P', section), block, context)
    placeAll(block.children, { ...context, parent: newElement('P', section) })
    return
  }
  const element = append(block.role === 'title' ? 'Title' : 'P', block, context, { language })
  labelIn(element, block, context)
  placeAll(block.children, { ...context, parent: element })
}
