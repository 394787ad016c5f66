/** The files that one document is made of, as reading meets them. */
import type { Phrase } from '../diagnostics/phrases.ts'
import type { Place, SourceFile } from '../publication/model.ts'
import type { Limits } from './limits.ts'
import type { Header } from './picture-header.ts'
import { describeSource } from './source.ts'

/** A picture as loaded, before it is turned upright or drawn. */
export interface Picture {
  /** Relative to the project, with `/`. */
  readonly path: string
  /** As the text names it. */
  readonly written: string
  readonly bytes: Buffer
  readonly header: Exclude<Header, { readonly refused: Phrase } | { readonly broken: Phrase }>
  /** Where it is named first. */
  readonly place: Place
}

export interface DocumentFiles {
  /** Absolute path of the project's folder. */
  readonly project: string
  readonly limits: Limits
  /** By path. */
  readonly pictures: Map<string, Picture>
  readonly sources: readonly SourceFile[]
  /** Files that a text names, once each. */
  readonly addSource: (path: string, bytes: Buffer) => void
  /** A folder whose list of files is part of the document. */
  readonly addFolder: (source: SourceFile) => void
  /** By path, where each included file is included first. */
  readonly includes: Map<string, Place>
  /** By path. */
  readonly texts: Map<string, string>
}

export function documentFiles(project: string, limits: Limits): DocumentFiles {
  const all: SourceFile[] = []
  const addSource = (path: string, bytes: Buffer) => {
    if (!all.some(source => source.path === path)) all.push(describeSource(path, bytes))
  }
  const addFolder = (source: SourceFile) => {
    all.push(source)
  }
  return {
    project,
    limits,
    pictures: new Map(),
    sources: all,
    addSource,
    addFolder,
    includes: new Map(),
    texts: new Map(),
  }
}
