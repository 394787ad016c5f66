/** What the handlers of one document share; made anew for every document, so that its numbers start from 1. */

import { localeFor } from '../../locale/locale.ts'
import type { Locale } from '../../locale/types.ts'
import type {
  Block,
  BoxBlock,
  FootnoteDefinition,
  Glossary,
  Index,
  LeafBlock,
} from '../../publication/model.ts'
import type { Edition } from '../types.ts'
import { blockBookmark, noteBookmark, sectionBookmark } from './bookmarks.ts'
import type { WrittenComment } from './comments.ts'
import type { PictureFile } from './drawings.ts'
import type { Numbering } from './numbering.ts'

export interface Build {
  readonly edition: Edition
  /** Names by block or section id: what a reference may point to. */
  readonly bookmarks: ReadonlyMap<string, string>
  /** What is said of the text, in the order in which it is met. */
  readonly comments: WrittenComment[]
  /** Names of those that have been written. */
  readonly written: Set<string>
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
  readonly locale: Locale
  /** Pictures of the text, by their keys in the publication. */
  readonly pictures: Map<string, PictureFile>
  /** Pictures shown so far, for ids of drawings. */
  drawingCount: number
  /** Last number of each sequence of captions. */
  readonly sequences: Map<string, number>
  /** What is to come begins a page. */
  pageBreak: boolean
  /** Notes referred to so far, in that order: `w:id` is the index and one. */
  readonly notes: WrittenNote[]
  /** Their ids. */
  readonly noted: Set<string>
  /** How many of them Word numbers by counting. */
  countedNotes: number
  /** All notes of the document by id. */
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>
}

export interface WrittenNote {
  readonly node: FootnoteDefinition
  /** Its number, where it is not the one that Word comes to by counting. */
  readonly mark: string
}

export function newBuild(edition: Edition): Build {
  const { tree, metadata } = edition.publication
  const locale = localeFor(metadata.language)
  if (locale === null) throw new Error(`no locale for ${metadata.language}`)
  const notes = tree.notes.map(({ id }) => [id, noteBookmark(id)] as const)
  const blocks = [...tree.children, ...tree.notes.flatMap(({ children }) => children)]
  return {
    edition,
    bookmarks: new Map([...blocks.flatMap(bookmarkNames), ...notes]),
    comments: [],
    written: new Set(),
    bookmarkCount: 0,
    openingSections: [],
    links: new Map(),
    media: new Map(),
    numberings: new Map(),
    listCount: 0,
    locale,
    pictures: new Map(),
    drawingCount: 0,
    sequences: new Map(),
    pageBreak: false,
    notes: [],
    noted: new Set(),
    countedNotes: 0,
    definitions: new Map(tree.notes.map(note => [note.id, note])),
  }
}

type Names = readonly (readonly [id: string, name: string])[]

/** A container has no text of its own: what leads to it leads to the first block in it that has. */
function bookmarkNames(node: Block): Names {
  if (isLeaf(node)) {
    const note = node.type === 'table' ? node.note.flatMap(bookmarkNames) : []
    const rows = node.type === 'table' || node.type === 'box' ? node.children.flatMap(bookmarkNames) : []
    return [[node.id, blockBookmark(node.id)], ...rows, ...note]
  }
  const inner = 'children' in node ? node.children.flatMap(bookmarkNames) : []
  const first = node.type === 'section' ? sectionBookmark(node.id) : inner[0]?.[1]
  return first === undefined ? inner : [[node.id, first], ...inner]
}

/** Does the block write a bookmark of its own? */
function isLeaf(node: Block): node is LeafBlock | BoxBlock | Index | Glossary {
  return leaves.has(node.type)
}

const leaves: ReadonlySet<Block['type']> = new Set<Block['type']>([
  'heading',
  'paragraph',
  'code',
  'definitionTerm',
  'figure',
  'table',
  'box',
  'index',
  'glossary',
])
