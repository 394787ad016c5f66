/** Contents as front matter asks for them. */
import type { Root } from 'mdast'
import type { Index } from '../read/nodes.ts'
import { setId } from './nodes.ts'
import { walk } from './parts.ts'

/** Without a level of its own a list of contents goes as deep as sections nest. */
const deepest = 6

/**
 * Contents in the text (`::indice`) without a level of their own take that of the front matter; where there are none,
 * they come first. Runs after `ids`.
 *
 * @param depth - deepest level listed; 0 adds none; undefined changes nothing
 */
export function contents({ depth }: { readonly depth: number | undefined }) {
  return (tree: Root): void => {
    if (depth === undefined || depth === 0) return
    let written = false
    walk(tree, node => {
      if (node.type !== 'index' || node.of !== 'sections') return
      written = true
      if (node.depth === deepest) node.depth = depth
    })
    const headed = tree.children.some(node => node.type === 'section' && node.kind === 'heading')
    if (written || !headed) return
    const made: Index = { type: 'index', of: 'sections', depth, data: { hName: 'nav' } }
    if (tree.position !== undefined) made.position = { start: tree.position.start, end: tree.position.start }
    // Two hyphens keep it apart from every label.
    setId(made, 'o--contents')
    tree.children.unshift(made)
  }
}
