/** Numbers figures and tables, each in a row of their own: those with a caption, as the others have no label. */
import type { Root } from 'mdast'
import { walk } from './parts.ts'

export function captions() {
  return (tree: Root): void => {
    let figures = 0
    let tables = 0
    walk(tree, node => {
      if (node.type === 'figure' && node.children.length > 0) {
        node.data = { ...node.data, count: String(++figures) }
      } else if (node.type === 'table' && (node.data?.settings?.caption.length ?? 0) > 0) {
        node.data = { ...node.data, count: String(++tables) }
      }
    })
  }
}
