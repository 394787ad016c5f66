/** What the parts of the tree are made with, and what every block of it carries. */
import type { PhrasingContent, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import type { Locale } from '../locale/types.ts'
import type { Section as SectionSource } from '../transform/nodes.ts'
import type { Block, FootnoteDefinition, Inline, Place, Section } from './model.ts'

export interface TreeOptions {
  /** BCP 47. */
  readonly language: string
  /** Of the document: words before numbers, titles of boxes and lists. */
  readonly locale: Locale
  readonly file: VFile
  /** The metadata of a section, from its node and what it holds, those of the sections in it included. */
  readonly describe: (section: Described) => Section
  /** Texts of the footnotes by id; none while these themselves are made. */
  readonly notes: ReadonlyMap<string, FootnoteDefinition>
}

/** What the metadata of a section are made of. */
export interface Described {
  readonly source: SectionSource
  /** Of its heading. BCP 47. */
  readonly language: string
  /** What it holds, subsections included. */
  readonly blocks: readonly Block[]
  /** From its first block to its last. */
  readonly place: Place
  readonly notes: TreeOptions['notes']
}

/** What every block carries. */
export function baseOf(node: RootContent, { file, language }: TreeOptions) {
  return { place: placeOf(node, file), language, id: node.data?.id ?? '' }
}

/** How the tree makes what stands inside a block; a part of it that holds blocks itself is given these. */
export interface Contents {
  /** @param inside - of another block, where a heading heads no section */
  readonly blocks: (nodes: readonly RootContent[], options: TreeOptions, inside?: boolean) => readonly Block[]
  readonly inlines: (nodes: readonly PhrasingContent[], options: TreeOptions) => readonly Inline[]
}
