/** Rules for the sizes that one document uses: a content security policy lets no element carry its own. */

import type { Design } from '../../design/types.ts'
import type { PublicationNode } from '../../publication/model.ts'
import { everyNode } from '../../publication/walk.ts'
import { compare } from '../../text/order.ts'
import { decimal } from './css.ts'
import { widthClass } from './pictures.ts'
import { columnClass } from './table.ts'
import { decimalShifts, shiftClass } from './table-measure.ts'

/**
 * @param length - of points
 * @param point - the decimal point of the document's language
 * @returns one rule for each class that {@link widthClass}, {@link columnClass} and {@link shiftClass} give
 */
export function documentRules(
  root: PublicationNode,
  { table }: Design,
  length: (points: number) => string,
  point: string,
): string {
  const rules = new Map<string, string>()
  for (const node of everyNode(root)) {
    if ((node.type === 'figure' || node.type === 'image') && node.width.kind !== 'natural') {
      const { width } = node
      const value = width.kind === 'share' ? percent(width.share) : length(width.points)
      rules.set(`.${widthClass(width)}`, `width: ${value};`)
    }
    if (node.type !== 'table') continue
    for (const share of node.widths) rules.set(`.${columnClass(share)}`, `width: ${percent(share)};`)
    for (const shift of decimalShifts(node, point).values()) {
      rules.set(
        `.table .${shiftClass(shift)}`,
        `padding-right: calc(${length(table.paddingX)} + ${decimal(shift / 2)}ch);`,
      )
    }
  }
  return [...rules]
    .sort(([a], [b]) => compare(a, b))
    .map(([selector, rule]) => `${selector} { ${rule} }\n`)
    .join('')
}

function percent(share: number): string {
  return `${decimal(share * 100)}%`
}
