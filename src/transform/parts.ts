/** What a node holds beside its children: captions, notes and the blocks of table cells, titles of boxes. */
import type { Root, RootContent } from 'mdast'

/**
 * The lists of nodes that a node holds, in reading order, each to be changed in place. A cell with blocks holds
 * these and no phrasing of its own.
 */
export function partsOf(node: Root | RootContent): RootContent[][] {
  switch (node.type) {
    case 'root':
      return [node.children, node.data?.notes ?? []]
    case 'table': {
      const settings = node.data?.settings
      return [settings?.caption ?? [], node.children, settings?.note ?? []]
    }
    case 'tableCell': {
      const blocks = node.data?.settings?.blocks ?? []
      return blocks.length > 0 ? [blocks] : [node.children]
    }
    case 'box':
      return [node.title, node.children]
    default:
      return 'children' in node ? [node.children] : []
  }
}

/** Calls `see` for a node and all that it holds, in reading order. */
export function walk(node: Root | RootContent, see: (node: RootContent) => void): void {
  if (node.type !== 'root') see(node)
  for (const part of partsOf(node)) for (const child of part) walk(child, see)
}
