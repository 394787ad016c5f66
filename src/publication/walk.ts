/** Going through a publication's tree: everything that a node holds, not its children alone. */
import type { Block, Inline, PublicationNode } from './model.ts'

/** What a node holds, in reading order: captions, titles and notes beside its children. */
export function contentOf(node: PublicationNode): readonly (Block | Inline)[] {
  switch (node.type) {
    case 'root':
      return [...node.children, ...node.notes]
    case 'figure':
      return node.caption
    case 'table':
      return [...node.caption, ...node.children, ...node.note]
    case 'box':
      return [...node.title, ...node.children]
    default:
      return 'children' in node ? node.children : []
  }
}

/** The node and all that stands in it, in reading order. */
export function* everyNode(node: PublicationNode): Generator<PublicationNode> {
  // A stack of our own: generators inside one another would pass every node through all that are around it.
  const ahead: PublicationNode[] = [node]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    yield next
    for (const child of contentOf(next).toReversed()) ahead.push(child)
  }
}
