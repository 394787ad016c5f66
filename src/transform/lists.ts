/** Fills the lists that a document asks for: of its sections, figures, tables and acronyms. */
import type { Root, RootContent } from 'mdast'
import { collate } from '../locale/collate.ts'
import { numbered } from '../locale/labels.ts'
import type { Locale } from '../locale/types.ts'
import type { IndexEntry } from '../publication/model.ts'
import type { Index } from '../read/nodes.ts'
import { plainText } from './content.ts'
import { walk } from './parts.ts'

/** Runs last: it lists what is left, with its numbers. */
export function lists({ locale }: { readonly locale: Locale }) {
  return (tree: Root): void => {
    walk(tree, node => {
      if (node.type === 'index') node.data = { ...node.data, entries: entriesOf(node, tree, locale) }
      if (node.type === 'glossary') node.data = { ...node.data, acronyms: explained(tree) }
    })
  }
}

function entriesOf(index: Index, tree: Root, locale: Locale): readonly IndexEntry[] {
  const entries: IndexEntry[] = []
  walk(tree, node => {
    const entry =
      index.of === 'sections' ? sectionEntry(node, index.depth) : captionEntry(node, index.of, locale)
    if (entry !== null) entries.push(entry)
  })
  return entries
}

function sectionEntry(node: RootContent, deepest: number): IndexEntry | null {
  if (node.type !== 'section' || node.kind === 'lead' || node.depth > deepest) return null
  return { target: node.id, depth: node.depth, label: node.number, text: node.title }
}

function captionEntry(node: RootContent, of: 'figures' | 'tables', locale: Locale): IndexEntry | null {
  if (node.type !== (of === 'figures' ? 'figure' : 'table')) return null
  const number = node.data?.count
  if (number === undefined) return null
  const caption =
    node.type === 'table' ? (node.data?.settings?.caption ?? []) : 'children' in node ? node.children : []
  const text = caption.map(plainText).join('').replace(/\s+/g, ' ').trim()
  const label = numbered(of === 'figures' ? locale.terms.figure : locale.terms.table, number)
  return { target: node.data?.id ?? '', depth: 1, label, text }
}

function explained(tree: Root): readonly { acronym: string; expansion: string }[] {
  const found = new Map<string, string>()
  walk(tree, node => {
    if (node.type !== 'section') return
    for (const { acronym, expansion } of node.acronyms) {
      if (expansion !== null && !found.has(acronym)) found.set(acronym, expansion)
    }
  })
  const entries = [...found].map(([acronym, expansion]) => ({ acronym, expansion }))
  return entries.sort((a, b) => collate(a.acronym, b.acronym))
}
