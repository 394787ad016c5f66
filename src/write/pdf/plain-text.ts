import type { PublicationNode } from '../../publication/model.ts'
import type { OpeningBlock } from '../../publication/opening.ts'

/** The words below a node, as a description of it. */
export function plainText(node: PublicationNode | OpeningBlock): string {
  return textOf(node).replace(/\s+/g, ' ').trim()
}

function textOf(node: PublicationNode | OpeningBlock): string {
  if ('value' in node) return node.value
  if ('children' in node) return node.children.map(textOf).join('')
  return node.type === 'break' ? ' ' : ''
}
