/** What every step of reading needs to know of the file that it reads. */
import type { Node, Root } from 'mdast'
import type { VFile } from 'vfile'
import type { DocumentFiles } from './document-files.ts'
import type { Folders } from './files.ts'
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

/** Values of `{{name}}`, by every accepted spelling in lower case. */
export type Variables = ReadonlyMap<string, string>

/** Where a text's pictures and includes come from; a text without one has neither. */
export interface Environment {
  readonly files: DocumentFiles
  readonly folders: Folders
}

/** What a file that is not the document's own needs besides. */
export interface PartEnvironment extends Environment {
  readonly variables: Variables
  /** Does the document begin with it? Only there a cover may stand. */
  readonly opens?: boolean
  /** Paths of the files that include this one, the outermost first, itself last. */
  readonly chain: readonly string[]
}

/** Reads a file of a document that is not its own; null where its text could not be parsed. */
export type ParsePart = (
  text: string,
  path: string,
  file: VFile,
  environment: PartEnvironment,
) => { readonly tree: Root; readonly cover: boolean } | null

/** Offsets of a node in its file. */
export function offsets(node: Node): { readonly start: number; readonly end: number } {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) throw new Error(`a ${node.type} node without a position`)
  return { start, end }
}
