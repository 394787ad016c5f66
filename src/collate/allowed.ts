/** What a format may tell with less or leave out: `publication/exceptions.ts`, applied to the neutral form. */
import { exceptions, type Format, type Reduction, reductions } from '../publication/exceptions.ts'
import type { BlockKind, Piece, Position } from './sequence.ts'

export function isLeftOut(what: string, format: Format): boolean {
  return exceptions.some(exception => exception.what === what && !exception.printedBy.includes(format))
}

/** A mark as a format can show it; '' where it cannot. */
function reducedMark(mark: string, format: Format): string {
  const [name = ''] = mark.split(' ')
  const rule = reductions.find(({ what, formats }) => what === name && formats.includes(format))
  return rule === undefined ? mark : rule.becomes
}

export function isReduced(what: Reduction['what'], format: Format): boolean {
  return reductions.some(reduction => reduction.what === what && reduction.formats.includes(format))
}

/** Most lists around a paragraph that Word tells (ECMA-376 Part 1, 17.9.3). */
const deepest = 9

/** Of a block that is no paragraph of a quotation or description, a format of styles does not tell that it is in one. */
export function toldPosition(kind: BlockKind, position: Position, format: Format): Partial<Position> {
  const items = isReduced('lists in lists', format) ? Math.min(position.items, deepest) : position.items
  if (!isReduced('nested quotation', format)) return { items }
  if (kind !== 'paragraph') return { items, quotations: 0, description: false }
  const inBox = position.box !== '' && isReduced('quotation in box', format)
  return {
    items,
    quotations: inBox ? 0 : Math.min(position.quotations, 1),
    description: position.description && position.quotations === 0,
  }
}

export function reduced(piece: Piece, format: Format): Piece {
  return { ...piece, marks: piece.marks.map(mark => reducedMark(mark, format)).filter(mark => mark !== '') }
}
