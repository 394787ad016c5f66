import type { Node } from 'mdast'
import type { Point } from 'unist'
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
    file: start.file ?? file.path,
    line: start.line,
    column: start.column,
    // What is put together from several files ends, as a place, where its first file does.
    endLine: start.file === end.file ? end.line : start.line,
    endColumn: start.file === end.file ? end.column : start.column,
  }
}

interface Ends {
  readonly start: Point
  readonly end: Point
}

const wholeFile: Ends = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

declare module 'unist' {
  interface Point {
    /** Path of the file, where it is not the document's own: an include, or a part of several. */
    file?: string
  }
}
