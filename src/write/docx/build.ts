/** What the handlers of one document share; made anew for every document, so that its numbers start from 1. */
import type { Block } from '../../publication/model.ts'
import type { Edition } from '../types.ts'
import { blockBookmark, sectionBookmark } from './bookmarks.ts'
import type { Numbering } from './numbering.ts'

export interface Build {
  readonly edition: Edition
  /** Names by block or section id: what a reference may point to. */
  readonly bookmarks: ReadonlyMap<string, string>
  /** Bookmarks begun so far, for `w:id`. */
  bookmarkCount: number
  /** Sections whose first paragraph, which carries their bookmark, is still to come. */
  readonly openingSections: string[]
  /** Relationship ids of links, by address. */
  readonly links: Map<string, string>
  /** Pictures: files in `word/`, by path. */
  readonly media: Map<string, { readonly bytes: Uint8Array; readonly id: string }>
  /** Numbering definitions in use, by reference. */
  readonly numberings: Map<string, Numbering>
  /** Ordered lists begun so far: each is an instance of its definition, counting from its own start. */
  listCount: number
}

export function newBuild(edition: Edition): Build {
  return {
    edition,
    bookmarks: new Map(bookmarkNames(edition.publication.tree.children)),
    bookmarkCount: 0,
    openingSections: [],
    links: new Map(),
    media: new Map(),
    numberings: new Map(),
    listCount: 0,
  }
}

function bookmarkNames(nodes: readonly Block[]): readonly (readonly [string, string])[] {
  return nodes.flatMap(node => {
    const name = node.type === 'section' ? sectionBookmark(node.id) : blockBookmark(node.id)
    const inner =
      'children' in node && node.type !== 'heading' && node.type !== 'paragraph' ? node.children : []
    return [[node.id, name] as const, ...bookmarkNames(inner)]
  })
}
