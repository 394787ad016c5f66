/** What every step of reading needs to know of the file that it reads. */
import type { Node } from 'mdast'
import type { VFile } from 'vfile'
import type { Limits } from './limits.ts'
import type { Lines } from './lines.ts'

export interface Context {
  /** Of one file: the document's own, an include, or a part. */
  readonly text: string
  /** Of the same text; its places name the same file. */
  readonly lines: Lines
  /** Takes the messages. */
  readonly file: VFile
  readonly limits: Limits
}

/** Offsets of a node in its file. */
export function offsets(node: Node): { readonly start: number; readonly end: number } {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) throw new Error(`a ${node.type} node without a position`)
  return { start, end }
}
