/**
 * Going through a text's tree (mdast) in reading order. As unist-util-visit does, without the lists of parents and the
 * test that it makes for each node, which take longer than what is done at most nodes.
 */
import type { Nodes, Parents, Root } from 'mdast'

/** What comes next: nothing said, the children and then the next sibling; `[SKIP, index]`, only that sibling. */
type Next = readonly [typeof SKIP, number] | number | undefined
// `void`, so that a function without an answer may be given.
// biome-ignore lint/suspicious/noConfusingVoidType: the type of such functions
type See<Node extends Nodes> = (node: Node, index?: number, parent?: Parents) => Next | void

/** In an answer: not the node's own children. */
export const SKIP = Symbol('skip')

/**
 * Calls `see` for the root and all that its children hold, or for the nodes of some types.
 *
 * @param tree - may be changed by `see`, which then answers with the index of the sibling that comes next
 */
export function visit<Type extends Nodes['type']>(
  tree: Root,
  types: Type | readonly Type[],
  see: See<Extract<Nodes, { type: Type }>>,
): void
export function visit(tree: Root, see: See<Nodes>): void
export function visit(tree: Root, first: string | readonly string[] | See<Nodes>, second?: See<never>): void {
  if (typeof first === 'function') step(tree, undefined, undefined, undefined, first)
  // Called for the types that it was declared for.
  else step(tree, undefined, undefined, first, second as See<Nodes>)
}

function step(
  node: Nodes,
  index: number | undefined,
  parent: Parents | undefined,
  types: string | readonly string[] | undefined,
  see: See<Nodes>,
): number | undefined {
  const wanted =
    types === undefined || (typeof types === 'string' ? node.type === types : types.includes(node.type))
  const next = wanted ? see(node, index, parent) : undefined
  if (typeof next === 'object') return next[1]
  if ('children' in node) {
    for (let at = 0; at < node.children.length; ) {
      const child = node.children[at]
      at = (child && step(child, at, node, types, see)) ?? at + 1
    }
  }
  return typeof next === 'number' ? next : undefined
}
