/** What tables of data and boxes made of tables have in common (ECMA-376 Part 1, 17.4). */
import { LineRuleType, Paragraph, type XmlComponent } from 'docx'
import type { BlockContext, Blocks } from './context.ts'
import { paragraph } from './paragraphs.ts'
import { xml } from './runs.ts'
import { twips } from './units.ts'

/** An element that says a width, in points. */
export function widthElement(name: string, points: number): XmlComponent {
  return xml(name, { 'w:w': twips(points), 'w:type': 'dxa' })
}

interface Margins {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** @param name - of a table's cells or of one cell: `w:tblCellMar`, `w:tcMar` */
export function cellMargins(name: string, margins: Margins): XmlComponent {
  const sides = (['top', 'left', 'bottom', 'right'] as const).map(side =>
    widthElement(`w:${side}`, margins[side]),
  )
  return xml(name, {}, sides)
}

/** Word calls a file corrupt where a cell does not end with a paragraph. */
export function closedCell(properties: XmlComponent, content: Blocks, inside: BlockContext): XmlComponent {
  const closed = content.at(-1) instanceof Paragraph
  return xml('w:tc', {}, [properties, ...content, ...(closed ? [] : [paragraph(inside.role, [], inside)])])
}

/**
 * Word runs tables together that have no paragraph between them, and wants one after the last. This one is as low as
 * can be: the space is its own, so that it makes one with what the next paragraph has above it.
 *
 * @param points - below the table
 */
export function spacer(points: number): Paragraph {
  const after = Math.max(0, twips(points - 1))
  return new Paragraph({ spacing: { before: 0, after, line: twips(1), lineRule: LineRuleType.EXACT } })
}
