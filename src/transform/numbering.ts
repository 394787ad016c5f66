/** Numbers the sections: 1, 1.1, 1.2, 2… The lead section has none. */
import type { Root, RootContent } from 'mdast'

export function numbering() {
  return (tree: Root): void => number(tree.children, '')
}

function number(children: readonly RootContent[], prefix: string): void {
  let ordinal = 0
  for (const node of children) {
    if (node.type !== 'section') continue
    const [heading] = node.children
    if (node.kind === 'heading' && heading?.type === 'heading') {
      node.number = `${prefix}${++ordinal}`
      heading.data = { ...heading.data, number: node.number }
    }
    number(node.children, `${node.number}.`)
  }
}
