/** What a node says, without where it stands: the ground of equality, ids and fingerprints. */
import type { Node } from 'mdast'

/** A node of mdast or of a Publication, seen as bare data. */
export interface Content {
  readonly type: string
  readonly value?: unknown
  readonly children?: readonly Content[]
}

/** The text of a node; a break counts as a space, and so does the boundary between two blocks. */
export function plainText(node: Content): string {
  const parts: string[] = []
  collect(node, parts)
  return parts.join('')
}

function collect(node: Content, parts: string[]): void {
  if (node.type === 'break') parts.push(' ')
  else if (texts.has(node.type)) parts.push(String(node.value))
  else if (node.children !== undefined) {
    const [first] = node.children
    const between = first !== undefined && blocks.has(first.type) ? ' ' : ''
    for (const [index, child] of node.children.entries()) {
      if (index > 0) parts.push(between)
      collect(child, parts)
    }
  }
}

const texts = new Set(['text', 'inlineCode', 'code', 'abbreviation'])

/** Every type of block. */
export const blocks: ReadonlySet<string> = new Set([
  'section',
  'heading',
  'paragraph',
  'list',
  'listItem',
  'blockquote',
  'thematicBreak',
  'table',
  'tableRow',
  'tableCell',
  'code',
  'html',
  'footnoteDefinition',
  'figure',
  'definitionList',
  'definitionTerm',
  'definitionDescription',
  'box',
  'columns',
  'pageBreak',
  'index',
  'glossary',
  'signature',
  'address',
])

/**
 * All that a node says, as one string: type, own values and children, without positions and data. Equal strings
 * mean equal content, for any node type.
 */
export function signature(node: Node | Content): string {
  return JSON.stringify(node, (key, value) => {
    // Captions, notes and spans of tables, and which picture an image is.
    if (key === 'data') return value.settings ?? value.picture
    return key === 'position' || key === 'place' ? undefined : value
  })
}
