/** Ways through the document: destinations, outline, page labels (ISO 32000-1 12.3, 12.4.2). */
import type { Anchor, Page } from '../../layout/types.ts'
import type { Section } from '../../publication/model.ts'
import { object, type PdfDocument } from './document.ts'
import type { Element, Owned } from './elements.ts'
import { type Dictionary, type Reference, text, type Value } from './syntax.ts'
import { nameTree } from './trees.ts'

/** What destinations need: page objects beside the pages that they show. */
export interface Drawn {
  readonly pages: readonly Page[]
  readonly references: readonly Reference[]
}

/**
 * Names every anchor, so that `#id` after the file's address leads to it. Where links lead, the element is named too
 * (a structure destination, ISO 32000-2 12.3.2.3): beside another column or cell, a height does not tell which.
 *
 * @param elements - by anchor: what the text's own links lead to
 */
export function writeDestinations(
  doc: PdfDocument,
  anchors: ReadonlyMap<string, Anchor>,
  elements: ReadonlyMap<string, Reference>,
  drawn: Drawn,
): Reference {
  return nameTree(
    doc,
    [...anchors].map(([id, anchor]) => {
      const [page, ...view] = destination(anchor, drawn)
      const element = elements.get(id)
      return [id, element === undefined ? [page, ...view] : { D: [page, ...view], SD: [element, ...view] }]
    }),
  )
}

function destination(anchor: Anchor, { pages, references }: Drawn): readonly [Reference, ...Value[]] {
  const page = pages[anchor.page]
  const reference = references[anchor.page]
  if (page === undefined || reference === undefined) throw new Error(`an anchor on page ${anchor.page}`)
  return [reference, 'XYZ', null, Math.round((page.height - anchor.y) * 100) / 100, null]
}

/** The elements that links of the text lead to, by the name of their destination. */
export function linkedElements(
  pages: readonly Page[],
  elements: ReadonlyMap<Owned, Element>,
  written: ReadonlyMap<Element, Reference>,
): ReadonlyMap<string, Reference> {
  const linked = new Set<string>()
  for (const { marks } of pages)
    for (const mark of marks)
      if (mark.kind === 'link' && mark.target.kind !== 'url') linked.add(mark.target.id)
  const found = new Map<string, Reference>()
  if (linked.size === 0) return found
  for (const [owned, element] of elements) {
    const reference = 'id' in owned && linked.has(owned.id) ? written.get(element) : undefined
    if (reference !== undefined && 'id' in owned) found.set(owned.id, reference)
  }
  return found
}

/** Levels of the outline that a viewer opens at first. */
const openLevels = 2

/** @returns the outline's root; null when there are no sections */
export function writeOutline(
  doc: PdfDocument,
  sections: readonly Section[],
  anchors: ReadonlyMap<string, Anchor>,
  drawn: Drawn,
): Reference | null {
  if (sections.length === 0) return null
  const root = doc.ref({ Type: 'Outlines' })
  writeItems(doc, root, sections, 1)
  root.end()
  return root

  function writeItems(on: PdfDocument, parent: Reference, items: readonly Section[], level: number): void {
    const references = items.map(() => on.ref({}))
    for (const [index, section] of items.entries()) {
      const item = references[index]
      const anchor = anchors.get(section.id)
      if (item === undefined) continue
      if (anchor === undefined) throw new Error(`section ${section.id} is on no page`)
      const data: Dictionary = item.data
      data.Title = text(section.number === '' ? section.title : `${section.number} ${section.title}`)
      data.Parent = parent
      data.Prev = references[index - 1]
      data.Next = references[index + 1]
      data.Dest = destination(anchor, drawn)
      if (section.sections.length > 0) writeItems(on, item, section.sections, level + 1)
      item.end()
    }
    parent.data.First = references[0]
    parent.data.Last = references.at(-1)
    // Open: how many entries show below it; closed: minus how many would at first (table 153).
    parent.data.Count = level <= openLevels ? visible(items, level) : -visible(items, level)
  }
}

/** Entries that show when the parent of these is open. */
function visible(items: readonly Section[], level: number): number {
  let count = items.length
  if (level >= openLevels) return count
  for (const { sections } of items) count += visible(sections, level + 1)
  return count
}

/** @returns a number tree: decimal ranges where labels count on, a prefix of its own for any other label */
export function writePageLabels(doc: PdfDocument, pages: readonly Page[]): Reference {
  const ranges: Value[] = []
  let expected = ''
  for (const [index, { label }] of pages.entries()) {
    if (label !== expected) {
      const decimal = /^[1-9]\d{0,8}$/.test(label)
      ranges.push(index, decimal ? { S: 'D', St: Number(label) } : { P: text(label) })
    }
    expected = /^[1-9]\d{0,8}$/.test(label) ? String(Number(label) + 1) : ''
  }
  return object(doc, { Nums: ranges })
}

export function countSections(sections: readonly Section[]): number {
  return sections.reduce((count, section) => count + 1 + countSections(section.sections), 0)
}
