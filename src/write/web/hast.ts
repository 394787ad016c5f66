/**
 * The text as hast (https://github.com/syntax-tree/hast), the same for the web page and the book: remark-rehype
 * with a handler of our own for every node type.
 */
import type { ElementContent, Root as HastRoot } from 'hast'
import type { Root as MdastRoot } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import remarkRehype from 'remark-rehype'
import { VFile } from 'vfile'
import type { Block, Inline, PublicationNode } from '../../publication/model.ts'
import type { Context, HastSettings, Result } from './context.ts'
import { handlers } from './handlers.ts'
import { pageMark } from './page-marks.ts'

/**
 * @param nodes - blocks of the publication's tree, or inlines of the opening's
 * @param settings - what depends on the file that they go into
 */
export function toHast(nodes: readonly (Block | Inline)[], settings: HastSettings): ElementContent[] {
  const table = Object.fromEntries(
    Object.entries(handlers).map(([type, handle]) => [
      type,
      (state: State, node: PublicationNode, parent: PublicationNode | undefined) => {
        const some = (content: readonly (Block | Inline)[], of: PublicationNode) => each(state, content, of)
        const all = (from: PublicationNode) => ('children' in from ? each(state, from.children, from) : [])
        // The entry's key is the node's type: TypeScript cannot follow that through Object.entries.
        const call = handle as (node: PublicationNode, context: Context) => Result
        const result = call(node, { settings, parent, all, some })
        if ('nothing' in result) return undefined
        const starts = node.type === 'text' ? [] : (settings.pageStarts.get(node) ?? [])
        return starts.length === 0 ? result : [...starts.map(pageMark), ...[result].flat()]
      },
    ]),
  )
  // remark-rehype looks handlers up by node type and reads nothing else of a node: our tree may stand for mdast.
  const tree = { type: 'root', children: nodes } as unknown as MdastRoot
  const root = remarkRehype({ handlers: table })(tree, new VFile()) as HastRoot
  // Every handler gives element content: no doctype is among it.
  return root.children as ElementContent[]
}

/** Like `state.all`, which also trims text after a break: here no character of the text may go. */
function each(state: State, content: readonly (Block | Inline)[], parent: PublicationNode): ElementContent[] {
  // See above: the tree stands for mdast.
  const nodes = content as unknown as MdastRoot['children']
  return nodes.flatMap(child => state.one(child, parent as unknown as MdastRoot) ?? [])
}
