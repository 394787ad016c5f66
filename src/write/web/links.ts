/** Links, which must not stand in one another: a note's reference in a linked text comes out of the link. */
import type { Element, ElementContent } from 'hast'

/**
 * @param content - what is linked
 * @param wrap - makes the link around a piece of it
 * @returns the pieces in order, each linked but for links that stand among them; `[a[^1] b](url)` gives three
 */
export function linked(
  content: readonly ElementContent[],
  wrap: (piece: ElementContent[]) => Element,
): ElementContent[] {
  const result: ElementContent[] = []
  let piece: ElementContent[] = []
  const flush = () => {
    if (piece.length > 0) result.push(wrap(piece))
    piece = []
  }
  for (const node of content) {
    if (!holdsLink(node)) {
      piece.push(node)
      continue
    }
    flush()
    const bare = node.type !== 'element' || node.tagName === 'a'
    result.push(bare ? node : { ...node, children: linked(node.children, wrap) })
  }
  flush()
  // A link of no text is still one, and still has its address.
  return content.length === 0 ? [wrap([])] : result
}

function holdsLink(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(holdsLink))
}
