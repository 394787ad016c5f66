/**
 * The text as hast (https://github.com/syntax-tree/hast), the same for the web page and the book: remark-rehype
 * with a handler of our own for every node type.
 */
import type { ElementContent, Root as HastRoot } from 'hast'
import type { Root as MdastRoot } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import remarkRehype from 'remark-rehype'
import { VFile } from 'vfile'
import type { Block, Inline, PublicationNode, Root } from '../../publication/model.ts'
import { type Context, handlers, type Result } from './handlers.ts'

export interface HastSettings {
  /** BCP 47, of the file: blocks in another language say so. */
  readonly language: string
  /** Blocks that something refers to, and that need an id for it. */
  readonly targets: ReadonlySet<string>
  /** Address of a block or section, seen from the file that is being made: `#id` or `file.xhtml#id`. */
  readonly href: (target: string) => string
  /** Headings carry a link to themselves. */
  readonly anchors: boolean
  /** Titles that more than one section has. */
  readonly sharedTitles: ReadonlySet<string>
}

/**
 * @param nodes - blocks of the publication's tree, or inlines of the opening's
 * @param settings - what depends on the file that they go into
 */
export function toHast(nodes: readonly (Block | Inline)[], settings: HastSettings): ElementContent[] {
  const table = Object.fromEntries(
    Object.entries(handlers).map(([type, handle]) => [
      type,
      (state: State, node: PublicationNode, parent: PublicationNode | undefined) => {
        const all = (from: PublicationNode): ElementContent[] => allChildren(state, from)
        // The entry's key is the node's type: TypeScript cannot follow that through Object.entries.
        const call = handle as (node: PublicationNode, context: Context) => Result
        const result = call(node, { settings, parent, all })
        return 'nothing' in result ? undefined : result
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
function allChildren(state: State, node: PublicationNode): ElementContent[] {
  if (!('children' in node)) return []
  // See above: the tree stands for mdast.
  const parent = node as unknown as MdastRoot
  return parent.children.flatMap(child => state.one(child, parent) ?? [])
}

/** Every id that a cross-reference of the tree points to. */
export function referenceTargets(root: Root): ReadonlySet<string> {
  const targets = new Set<string>()
  const visit = (node: PublicationNode) => {
    if (node.type === 'crossReference') targets.add(node.target)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(root)
  return targets
}
