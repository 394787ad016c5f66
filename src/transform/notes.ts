/** Footnotes: their texts stand together, in the order of their first references. */
import type { FootnoteDefinition, Root, RootContent } from 'mdast'
import { numbered } from '../locale/labels.ts'
import type { Locale } from '../locale/types.ts'
import { partsOf, walk } from './parts.ts'

/**
 * Moves the definitions of footnotes out of the sections into `tree.data.notes`, the first of each name; a lead
 * section that held nothing else goes. Runs after `sections`, whose fingerprints they are part of.
 */
export function takeNotes() {
  return (tree: Root): void => {
    const notes = new Map<string, FootnoteDefinition>()
    const take = (node: Root | RootContent): void => {
      for (const part of partsOf(node)) {
        for (const child of part) take(child)
        const kept = part.filter(child => {
          if (child.type !== 'footnoteDefinition') return true
          if (!notes.has(child.identifier)) notes.set(child.identifier, child)
          return false
        })
        if (kept.length < part.length) part.splice(0, part.length, ...kept)
      }
    }
    take(tree)
    if (notes.size === 0) return
    tree.children = tree.children.filter(child => child.type !== 'section' || child.children.length > 0)
    tree.data = { ...tree.data, notes: [...notes.values()] }
  }
}

/**
 * Numbers notes and references in the order in which readers meet them; a note that nothing refers to is left
 * out. Runs after `deduplicate`, which takes references away.
 */
export function numberNotes({ locale }: { readonly locale: Locale }) {
  return (tree: Root): void => {
    const notes = tree.data?.notes ?? []
    const byName = new Map(notes.map(note => [note.identifier, note]))
    const ordinals = new Map<FootnoteDefinition, number>()
    const see = (node: RootContent): void => {
      if (node.type !== 'footnoteReference') return
      const note = byName.get(node.identifier)
      if (note === undefined) return
      const ordinal = (ordinals.get(note) ?? 0) + 1
      ordinals.set(note, ordinal)
      const number = note.data?.count ?? String(ordinals.size)
      note.data = { ...note.data, count: number }
      node.data = { ...node.data, note: { target: note.data.id ?? '', number, ordinal } }
    }
    for (const child of tree.children) walk(child, see)
    // A note may refer to others, which then follow: the map grows while it is gone through.
    for (const note of ordinals.keys()) walk(note, see)
    tree.data = { ...tree.data, notes: [...ordinals.keys()] }
    const byId = new Map(notes.map(note => [note.data?.id, note.data?.count ?? '']))
    walk(tree, node => {
      if (node.type !== 'crossReference' || node.children.length > 0) return
      const number = byId.get(node.target)
      if (number === undefined) return
      const value = number === '' ? locale.terms.note : numbered(locale.terms.note.toLowerCase(), number)
      const text = { type: 'text', value } as const
      node.children = [node.position === undefined ? text : { ...text, position: node.position }]
    })
  }
}
