import type { PublicationNode } from '../../publication/model.ts'
import type { OpeningBlock } from '../../publication/opening.ts'

/** The words below a node, as a description of it. */
export function plainText(node: PublicationNode | OpeningBlock): string {
  return textOf(node).replace(/\s+/g, ' ').trim()
}

function textOf(node: PublicationNode | OpeningBlock): string {
  if ('value' in node) return node.value
  if ('alternative' in node) return node.alternative
  if ('children' in node) return node.children.map(textOf).join('')
  // A note's number is no part of what is said.
  return node.type === 'break' ? ' ' : ''
}
