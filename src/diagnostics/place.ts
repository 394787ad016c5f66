import type { Node } from 'mdast'
import type { VFile } from 'vfile'
import type { Place } from '../publication/model.ts'

/**
 * Where a node of the source tree stands.
 *
 * @param node - as parsed; one without a position stands for the whole file
 * @param file - the document
 */
export function placeOf(node: Node, file: VFile): Place {
  const { start, end } = node.position ?? wholeFile
  return {
    file: file.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  }
}

const wholeFile = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
