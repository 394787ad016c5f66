import type { Node } from 'unist'
import type { Place } from '../publication/model.ts'

/**
 * @param node - as the parser made it
 * @param file - path relative to the project, with `/`
 * @throws when the node has no position: every node that was read has one
 */
export function placeOf(node: Node, file: string): Place {
  const { position } = node
  if (position === undefined) throw new Error(`a ${node.type} node without a position`)
  const { start, end } = position
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}
