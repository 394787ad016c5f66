/** The lines of text of a tree, wherever they stand: paragraphs, headings, cells, captions, titles of boxes, notes. */
import type { PhrasingContent, Root, RootContent } from 'mdast'
import type { Section } from './nodes.ts'

/** What phrasing content hangs on, with what holds for it there. */
export interface Line {
  /** To be changed in place. */
  readonly nodes: PhrasingContent[]
  readonly owner: RootContent
  /** BCP 47. */
  readonly language: string
  /** Is the text set by the rules of its language? Not in quotations, whose text is another's, unless asked for. */
  readonly typography: boolean
  /** The innermost section that it stands in; null in notes. */
  readonly section: Section | null
}

type Around = Pick<Line, 'language' | 'typography' | 'section'>

/**
 * Calls `see` for every line of text, in reading order, the notes last. Language and typography are those of the
 * nearest block that names its own.
 *
 * @param language - of the document
 */
export function eachLine(tree: Root, language: string, see: (line: Line) => void): void {
  const around = { language, typography: true, section: null }
  for (const node of tree.children) visit(node, around, see)
  for (const note of tree.data?.notes ?? []) visit(note, around, see)
}

function visit(node: RootContent, outer: Around, see: (line: Line) => void): void {
  const around = within(node, outer)
  const line = (nodes: PhrasingContent[]) => {
    if (nodes.length > 0) see({ nodes, owner: node, ...around })
  }
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'figure':
    case 'definitionTerm':
      line(node.children)
      break
    case 'tableCell': {
      const blocks = node.data?.settings?.blocks ?? []
      if (blocks.length === 0) line(node.children)
      for (const block of blocks) visit(block, around, see)
      break
    }
    case 'table':
      line(node.data?.settings?.caption ?? [])
      for (const row of node.children) visit(row, around, see)
      for (const block of node.data?.settings?.note ?? []) visit(block, around, see)
      break
    default:
      if (node.type === 'box') line(node.title)
      if ('children' in node) for (const child of node.children) visit(child, around, see)
  }
}

function within(node: RootContent, outer: Around): Around {
  const language = node.data?.language ?? outer.language
  const asked = node.data?.attributes?.values.typography
  const typography = asked === undefined ? outer.typography && node.type !== 'blockquote' : asked === 'on'
  return { language, typography, section: node.type === 'section' ? node : outer.section }
}
