/** Marks where pages of the printed document begin (DPUB-ARIA 1.1, doc-pagebreak; EPUB Accessibility 1.1 §3.3). */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Layout, Mark } from '../../layout/types.ts'
import type { Publication, PublicationNode } from '../../publication/model.ts'
import type { OpeningBlock } from '../../publication/opening.ts'
import { everyNode } from '../../publication/walk.ts'
import type { PageStart } from './context.ts'

export function pageMark({ id, label }: PageStart): Element {
  return h('span', { id, 'epub:type': 'pagebreak', role: 'doc-pagebreak', ariaLabel: label })
}

/** Two hyphens keep it apart from the ids of blocks and sections. */
export function pageId(number: number): string {
  return `page--${number}`
}

/**
 * Finds each page's first words in the text. A page that holds nothing but the end of a note, or that begins in a
 * list made by the program, begins where the next words do.
 *
 * @returns for all pages but the first, by the node that a page begins in or before
 */
export function pageStarts(
  { pages }: Layout,
  { tree }: Publication,
  opening: readonly OpeningBlock[],
): ReadonlyMap<PublicationNode, readonly PageStart[]> {
  const inText = new Set<PublicationNode | OpeningBlock>([
    ...tree.children.flatMap(block => [...everyNode(block)]),
    ...opening.flatMap(block => [block, ...block.children.flatMap(node => [...everyNode(node)])]),
  ])
  const starts = new Map<PublicationNode, PageStart[]>()
  const shown = new Map<PublicationNode | OpeningBlock, number>()
  for (const { label, marks, number } of pages) {
    let searching = number > 1
    for (const mark of marks) {
      const { owner } = mark
      if (owner.kind === 'artifact' || mark.kind === 'link' || !inText.has(owner.node)) continue
      if (searching) {
        const node = owner.kind === 'content' ? beginning(owner.node) : owner.node
        if (node === null) continue
        const offset = node.type === 'text' ? wordStart(node.value, shown.get(node) ?? 0) : 0
        starts.set(node, [...(starts.get(node) ?? []), { id: pageId(number), label, offset }])
        searching = false
      }
      if (owner.kind === 'content' && owner.part === 'text') {
        shown.set(owner.node, (shown.get(owner.node) ?? 0) + characters(mark))
      }
    }
  }
  return starts
}

/** Where a mark can stand: in a text, before anything else in a line and before what has no text. */
function beginning(node: PublicationNode | OpeningBlock): PublicationNode | null {
  if (node.type === 'opening')
    return node.children.flatMap(inner => [...everyNode(inner)]).find(holds) ?? null
  return [...everyNode(node)].find(holds) ?? null
}

function holds({ type }: PublicationNode): boolean {
  return (
    type === 'text' ||
    type === 'inlineCode' ||
    type === 'abbreviation' ||
    type === 'image' ||
    type === 'figure' ||
    type === 'code'
  )
}

/** Without the hyphens that line breaking put in. */
function characters(mark: Mark): number {
  if (mark.kind !== 'glyphs') return 0
  return mark.glyphs.reduce((sum, { text }) => sum + (text === '\u00AD' ? 0 : text.length), 0)
}

/** A page that begins inside a word begins before it: a mark in a word would be heard in it. */
function wordStart(value: string, offset: number): number {
  if (offset >= value.length || /\s/.test(value[offset] ?? '')) return Math.min(offset, value.length)
  let start = offset
  while (start > 0 && !/\s/.test(value[start - 1] ?? '')) start--
  return start
}
