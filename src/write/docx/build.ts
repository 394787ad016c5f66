/** What the handlers of one document share; made anew for every document, so that its numbers start from 1. */
import { localeFor } from '../../locale/locale.ts'
import type { Locale } from '../../locale/types.ts'
import type { CodeTokens } from '../../publication/code-tokens.ts'
import type {
  Block,
  BoxBlock,
  Comment,
  FootnoteDefinition,
  Glossary,
  Index,
  LeafBlock,
  PublicationNode,
} from '../../publication/model.ts'
import type { Edition } from '../types.ts'
import { blockBookmark, labelBookmark, noteBookmark, sectionBookmark } from './bookmarks.ts'
import { type HeadingNumbers, headingNumbers } from './heading-numbers.ts'
import { noteTargets } from './note-targets.ts'
import { type Numbering, newNumbering } from './numbering.ts'

export interface Build {
  readonly edition: Edition
  /** Of blocks of code in a language that is known. */
  readonly codeTokens: CodeTokens
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
  readonly numbering: Numbering
  readonly headings: HeadingNumbers
  /** What Word finds again by itself of a reference's words, by the id that it leads to. */
  readonly labels: ReadonlyMap<string, Label>
  readonly locale: Locale
  /** Pictures of the text, by their keys in the publication. */
  readonly pictures: Map<string, PictureFile>
  /** Pictures shown so far, for ids of drawings. */
  drawingCount: number
  /** Watermarks so far, for their names. */
  watermarkCount: number
  /** Families that some text has characters of, beside those of styles. */
  readonly standIns: Set<string>
  /** Last number of each sequence of captions. */
  readonly sequences: Map<string, number>
  /** What is to come begins a page. */
  pageBreak: boolean
  /** Notes referred to so far, in that order: `w:id` is the index and one. */
  readonly notes: WrittenNote[]
  /** Their ids. */
  readonly noted: Set<string>
  /** Those that the text itself refers to, here or further on: the others stand behind a note that does. */
  readonly notedInText: ReadonlySet<string>
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

export interface WrittenComment {
  readonly comment: Comment
  /** Number of the one that it answers; -1: it begins a thread. */
  readonly parent: number
}

/** Relationships to a picture's files. */
export interface PictureFile {
  readonly name: string
  readonly bitmap: string
  /** '' for a bitmap alone. */
  readonly svg: string
}

export function newBuild(edition: Edition, codeTokens: CodeTokens): Build {
  const { tree, metadata } = edition.publication
  const locale = localeFor(metadata.language)
  if (locale === null) throw new Error(`no locale for ${metadata.language}`)
  const notes = tree.notes.map(({ id }) => [id, noteBookmark(id)] as const)
  const numbering = newNumbering()
  const headings = headingNumbers(tree.children, edition.design, numbering)
  const blocks = [...tree.children, ...tree.notes.flatMap(({ children }) => children)]
  return {
    edition,
    codeTokens,
    bookmarks: new Map([...blocks.flatMap(bookmarkNames), ...notes]),
    comments: [],
    written: new Set(),
    bookmarkCount: 0,
    openingSections: [],
    links: new Map(),
    media: new Map(),
    numbering,
    headings,
    labels: new Map(blocks.flatMap(node => labelsOf(node, headings))),
    locale,
    pictures: new Map(),
    drawingCount: 0,
    watermarkCount: 0,
    standIns: new Set(),
    sequences: new Map(),
    pageBreak: false,
    notes: [],
    noted: new Set(),
    notedInText: new Set(tree.children.flatMap(noteTargets)),
    countedNotes: 0,
    definitions: new Map(tree.notes.map(note => [note.id, note])),
  }
}

/** «2.1» of a section, «Figura 3», and the field that gives it (ECMA-376 Part 1, 17.16.5.50). */
export interface Label {
  readonly text: string
  readonly field: string
}

type Labels = readonly (readonly [id: string, label: Label])[]

function labelsOf(node: Block, headings: HeadingNumbers): Labels {
  const inner = innerBlocks(node).flatMap(child => labelsOf(child, headings))
  if (node.type === 'section') {
    const [heading] = node.children
    if (heading?.type !== 'heading' || !headings.counted.has(heading.id)) return inner
    const label = { text: node.section.number, field: `REF ${sectionBookmark(node.id)} \\r \\h` }
    return [[node.id, label], [heading.id, label], ...inner]
  }
  if ((node.type !== 'figure' && node.type !== 'table') || node.label === '') return inner
  // In the look of the reference, not of the caption.
  const field = `REF ${labelBookmark(blockBookmark(node.id))} \\h \\* CHARFORMAT`
  return [[node.id, { text: node.label, field }], ...inner]
}

/** Blocks that stand in a block, a table's notes last. */
export function innerBlocks(node: Block): readonly Block[] {
  const note = node.type === 'table' ? node.note : []
  if (!('children' in node) || inlineHolders.has(node.type)) return note
  // Those that hold inline nodes have been left out.
  return [...(node.children as readonly PublicationNode[] as readonly Block[]), ...note]
}

const inlineHolders: ReadonlySet<Block['type']> = new Set<Block['type']>([
  'heading',
  'paragraph',
  'definitionTerm',
])

type Names = readonly (readonly [id: string, name: string])[]

/** A container has no text of its own: what leads to it leads to the first block in it that has. */
function bookmarkNames(node: Block): Names {
  const inner = innerBlocks(node).flatMap(bookmarkNames)
  if (isLeaf(node)) return [[node.id, blockBookmark(node.id)], ...inner]
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
