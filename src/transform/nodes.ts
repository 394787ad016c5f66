/**
 * The nodes that our transforms add to mdast. Each carries hName and hProperties, so that remark-rehype renders it
 * in anyone's pipeline.
 */
import type { Literal, Node, Parent, PhrasingContent, RootContent } from 'mdast'
import type {} from 'mdast-util-to-hast'
import type { Acronym, IndexEntry, ParagraphRole, Repeat } from '../publication/model.ts'
import type { Abbreviation } from '../read/nodes.ts'

/** A heading and all that belongs to it, or (`lead`) the blocks before the first heading. */
export interface Section extends Parent {
  type: 'section'
  kind: 'lead' | 'heading'
  id: string
  title: string
  /** Nesting, 1 to 6. */
  depth: number
  /** '' until sections are numbered, and when they are not. */
  number: string
  /** SHA-256 of the text as it stands in the source. */
  fingerprint: string
  acronyms: Acronym[]
  repeats: Repeat[]
  children: RootContent[]
}

/** A link to a block or section of the same document. */
export interface CrossReference extends Parent {
  type: 'crossReference'
  target: string
  children: PhrasingContent[]
}

/** The page label of a block, where there are pages, with the text around it. */
export interface PageReference extends Node {
  type: 'pageReference'
  target: string
  before: string
  after: string
}

declare module 'mdast' {
  interface Data {
    /** Of a block: unique in the document, see `ids.ts`. */
    id?: string
    /** Of a captioned figure or table, or a note: its number as printed. */
    count?: string
    /** Of an index: what it lists. */
    entries?: readonly IndexEntry[]
    /** Of a glossary: its acronyms in alphabetical order. */
    acronyms?: readonly { readonly acronym: string; readonly expansion: string }[]
  }
  interface FootnoteReferenceData {
    /** The note that it refers to, by id, its number, and the how manieth reference to it this is. */
    note?: { readonly target: string; readonly number: string; readonly ordinal: number }
  }
  interface HeadingData {
    /** Level as written; `depth` is that of the nesting. */
    look?: number
    /** Section number as printed; none when sections are not numbered. */
    number?: string
  }
  interface ParagraphData {
    role?: ParagraphRole
  }
  interface RootData {
    title?: string
    /** Texts of the footnotes, once they are out of the sections. */
    notes?: FootnoteDefinition[]
  }
  interface RootContentMap {
    section: Section
    crossReference: CrossReference
    pageReference: PageReference
  }
  interface BlockContentMap {
    section: Section
  }
  interface PhrasingContentMap {
    crossReference: CrossReference
    pageReference: PageReference
  }
}

export function crossReference(target: string, children: PhrasingContent[]): CrossReference {
  const data = { hName: 'a', hProperties: { href: `#${target}` } }
  return { type: 'crossReference', target, children, data }
}

/** HTML's `abbr`, as reading makes it. */
export function abbreviation(value: string, expansion: string): Abbreviation {
  const data = {
    hName: 'abbr',
    hProperties: { title: expansion },
    hChildren: [{ type: 'text' as const, value }],
  }
  return { type: 'abbreviation', value, expansion, data }
}

/** HTML has no pages: the node renders as nothing there. */
export function pageReference(target: string, [before, after]: readonly [string, string]): PageReference {
  const data = { hName: 'span', hProperties: { hidden: true }, hChildren: [] }
  return { type: 'pageReference', target, before, after, data }
}

/** Gives a block its id, for references and for HTML. */
export function setId(node: Node, id: string): void {
  node.data = { ...node.data, id, hProperties: { ...node.data?.hProperties, id } }
}

/** Whatever may stand in an mdast tree, seen only as a node that may have children or a value. */
export type AnyNode = Node & Partial<Pick<Parent, 'children'>> & Partial<Pick<Literal, 'value'>>
