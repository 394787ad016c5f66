/** Footnotes at the feet of pages: which a row brings along, how high they are, how much of one may wait. */
import type { NoteGeometry } from '../design/types.ts'
import { breakCosts, moved, type Row } from './rows.ts'
import { fittingCount, placeRows, stackedHeight } from './stack.ts'
import type { Mark } from './types.ts'

/** Footnotes by their id. */
export interface NoteRows {
  readonly rows: ReadonlyMap<string, readonly Row[]>
  readonly geometry: NoteGeometry
}

/** A note that begins on a page stands there with this many lines at least. */
const firstLines = 2

/** The notes that a row refers to first, and those that these refer to, each with its rows. */
export function newNotes(row: Row, seen: Set<string>, notes: NoteRows | null): readonly (readonly Row[])[] {
  if (notes === null) return []
  const found: (readonly Row[])[] = []
  for (const { owner, kind } of row.marks) {
    if (kind !== 'glyphs' || owner.kind !== 'content' || owner.node.type !== 'footnoteReference') continue
    const { target } = owner.node
    if (seen.has(target)) continue
    seen.add(target)
    const own = notes.rows.get(target) ?? []
    if (own.length > 0) found.push(own)
    for (const inner of own) found.push(...newNotes(inner, seen, notes))
  }
  return found
}

/** Notes that no printed row refers to. */
export function unplacedNotes(seen: Set<string>, notes: NoteRows | null): readonly Row[] {
  if (notes === null) return []
  return [...notes.rows].flatMap(([id, rows]) => {
    if (seen.has(id)) return []
    seen.add(id)
    return rows
  })
}

/** Space and rule above the first note. */
export function footHead({ geometry }: NoteRows): number {
  return geometry.spaceAbove + geometry.ruleWidth + geometry.spaceBetween
}

/** Space and rule above included; 0 for none. */
export function notesHeight(rows: readonly Row[], notes: NoteRows | null): number {
  return notes === null || rows.length === 0 ? 0 : footHead(notes) + stackedHeight(rows)
}

/** What of a note may go on at the foot of the next page, points. */
export function mayWait(note: readonly Row[]): number {
  let kept = Math.min(firstLines, note.length)
  while (kept < note.length && note[kept]?.breakCost === breakCosts.never) kept++
  return kept === note.length ? 0 : stackedHeight(note) - stackedHeight(note, { first: 0, end: kept })
}

/**
 * How many rows of notes stand in a room.
 *
 * @param least - so many stand there in any case; where it is 0, notes may all wait
 */
export function fittingRows(
  rows: readonly Row[],
  room: number,
  least: number,
  notes: NoteRows | null,
): number {
  if (notes === null) return 0
  const count = fittingCount(rows, room - footHead(notes))
  if (count === rows.length) return count
  let good = count
  while (good > 0 && rows[good]?.breakCost === breakCosts.never) good--
  return good > 0 ? good : Math.max(count, Math.min(least, rows.length))
}

/** Notes at the foot of a page, under their rule. */
export function placeNotes(
  rows: readonly Row[],
  top: number,
  x: number,
  { spaceAbove, ruleWidth, ruleLength, ruleColor, spaceBetween }: NoteGeometry,
): { readonly marks: readonly Mark[]; readonly tops: readonly number[] } {
  if (rows.length === 0) return { marks: [], tops: [] }
  const owner = { kind: 'artifact', role: 'rule' } as const
  const y = top + spaceAbove
  const rule = { kind: 'rule', owner, x, y, width: ruleLength, height: ruleWidth, color: ruleColor } as const
  const { marks, tops } = placeRows(rows, { first: 0, end: rows.length }, y + ruleWidth + spaceBetween)
  return { marks: ruleWidth > 0 ? [moved(rule, 0, 0), ...marks] : marks, tops }
}
