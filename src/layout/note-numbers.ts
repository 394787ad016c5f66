/** Numbers of footnotes: those of the document, or anew on each page. */
import type { Inline, Publication } from '../publication/model.ts'
import { everyNode } from '../publication/walk.ts'
import { type NoteRows, newNotes } from './feet.ts'
import type { PageRows } from './pages.ts'
import type { Row } from './rows.ts'
import type { Layout, LayoutMessage } from './types.ts'

/** By id. A note that nothing printed refers to keeps its own. */
export function numbersOfNotes(
  { tree }: Publication,
  rows: readonly Row[],
  pages: readonly PageRows[],
  notes: NoteRows,
  byPage: boolean,
): ReadonlyMap<string, string> {
  const numbers = new Map(tree.notes.map(({ id, number }) => [id, number]))
  if (!byPage) return numbers
  const seen = new Set<string>()
  for (const { first, end } of pages) {
    const before = seen.size
    for (const row of rows.slice(first, end)) newNotes(row, seen, notes)
    for (const [index, id] of [...seen].slice(before).entries()) numbers.set(id, String(index + 1))
  }
  return numbers
}

/** Numbers that begin anew on each page say nothing on another one: a note called again there, a reference to it. */
export function reportCallsFromElsewhere(
  { tree }: Publication,
  { pages, noteNumbers }: Pick<Layout, 'pages' | 'noteNumbers'>,
  report: (message: LayoutMessage) => void,
): void {
  const home = new Map<string, number>()
  const tell = (node: Inline, id: string) =>
    report({ rule: 'note-elsewhere', facts: { number: noteNumbers.get(id) ?? '' }, node })
  for (const { number, marks } of pages) {
    for (const { kind, owner } of marks) {
      if (kind !== 'glyphs' || owner.kind !== 'content' || owner.node.type !== 'footnoteReference') continue
      const { target } = owner.node
      if (home.get(target) === undefined) home.set(target, number)
      else if (home.get(target) !== number) tell(owner.node, target)
    }
  }
  for (const node of everyNode(tree))
    if (node.type === 'crossReference' && noteNumbers.has(node.target)) tell(node, node.target)
}
