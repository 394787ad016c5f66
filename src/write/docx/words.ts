/** The words of inline nodes, where no formatting can go. */
import type { Inline } from '../../publication/model.ts'

export function plainText(nodes: readonly Inline[]): string {
  return nodes
    .map(node => {
      if (node.type === 'break') return ' '
      if (node.type === 'image') return node.alternative
      if ('children' in node) return plainText(node.children)
      return 'value' in node ? node.value : ''
    })
    .join('')
}
