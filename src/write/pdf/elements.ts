/** Structure elements (ISO 32000-1 14.7.2) as they are built: a tree with slots for what is drawn. */
import type { Owner } from '../../layout/types.ts'
import type {
  FootnoteDefinition,
  Glossary,
  Index,
  IndexEntry,
  PublicationNode,
} from '../../publication/model.ts'
import type { OpeningBlock } from '../../publication/opening.ts'
import type { Dictionary, Reference } from './syntax.ts'

/** Standard structure types (14.8.4) and the ones of {@link roleMap}. */
export type StructureType =
  | 'Document'
  | 'Sect'
  | 'Div'
  | `H${1 | 2 | 3 | 4 | 5 | 6}`
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'TOC'
  | 'TOCI'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'BlockQuote'
  | 'Span'
  | 'Code'
  | 'Note'
  | 'Reference'
  | 'Link'
  | 'Figure'
  | keyof typeof roleMap

/** Types of PDF 2.0 and of our own that say more, and what they are to a reader of PDF 1.7. */
export const roleMap = {
  Title: 'P',
  Strong: 'Span',
  Em: 'Span',
  Aside: 'Sect',
  BoxTitle: 'P',
} as const

/** A structure element. */
export interface Element {
  readonly type: StructureType
  readonly parent: Element | null
  /** BCP 47. */
  readonly language: string
  /** ID: unique in the document; '' for none. */
  readonly id: string
  /** T: what a reader may list the element under; '' for none. */
  readonly title: string
  /** Alt; '' for none. */
  readonly alternative: string
  /** E: what an abbreviation stands for; '' for none. */
  readonly expansion: string
  readonly attributes: readonly Dictionary[]
  readonly kids: (Element | Slot)[]
  /** Its annotations, with the page that each is on (14.7.4.3). */
  readonly annotations: { readonly page: Reference; readonly annotation: Reference }[]
}

/** A stretch of an element's own content: its marked-content sequences in reading order. */
export interface Slot {
  readonly element: Element
  readonly pieces: { readonly page: Reference; readonly mcid: number }[]
}

export type Entry = IndexEntry | Glossary['entries'][number]
/** What marks belong to. */
export type Owned = PublicationNode | OpeningBlock | Entry

/** The element under construction and the ways into the tree from a mark's owner. */
export interface Context {
  readonly parent: Element
  readonly elements: Map<Owned, Element>
  readonly texts: Map<Owned, Slot>
  readonly labels: Map<Owned, Slot>
  /** Notes that have no place yet, by id. */
  readonly notes: Map<string, FootnoteDefinition>
  readonly words: Words
  /** The document's. */
  readonly language: string
}

/** What the structure takes from the locale and the design. */
export interface Words {
  readonly taskOpen: string
  readonly taskDone: string
  /** `#rrggbb` */
  readonly highlight: string
  /** Points that superscripts stand above and subscripts below the baseline of text of the body's size. */
  readonly raise: number
  readonly drop: number
  /** Alternative text of the emblem; '' where it is decoration or there is none. */
  readonly emblem: string
}

export interface ElementOptions {
  readonly language?: string
  readonly id?: string
  readonly title?: string
  readonly alternative?: string
  readonly expansion?: string
  readonly attributes?: Dictionary
}

export function newElement(
  type: StructureType,
  parent: Element | null,
  options: ElementOptions = {},
): Element {
  const element: Element = {
    type,
    parent,
    language: options.language ?? parent?.language ?? '',
    id: options.id ?? '',
    title: options.title ?? '',
    alternative: options.alternative ?? '',
    expansion: options.expansion ?? '',
    attributes: options.attributes === undefined ? [] : [options.attributes],
    kids: [],
    annotations: [],
  }
  parent?.kids.push(element)
  return element
}

/** An element below the context's, which its owner's links belong to. */
export function append(
  type: StructureType,
  owner: Owned,
  context: Context,
  options: ElementOptions = {},
): Element {
  const element = newElement(type, context.parent, options)
  context.elements.set(owner, element)
  return element
}

/** Content of the parent's own; what follows other such content directly goes on in its slot. */
export function slotOf(owner: Owned, context: Context): Slot {
  const slot = slotIn(context.parent)
  context.texts.set(owner, slot)
  return slot
}

export function labelIn(element: Element, owner: Owned, context: Context): void {
  context.labels.set(owner, slotIn(element))
}

export function slotIn(element: Element): Slot {
  const last = element.kids.at(-1)
  if (last !== undefined && 'pieces' in last) return last
  const slot: Slot = { element, pieces: [] }
  element.kids.push(slot)
  return slot
}

/** What a mark belongs to; null for an artifact. */
export function ownedBy(owner: Owner): Owned | null {
  if (owner.kind === 'artifact') return null
  if (owner.kind === 'content') return owner.node
  return entryOf(owner.node, owner.entry)
}

function entryOf(node: Index | Glossary, index: number): Entry {
  const entry = node.entries[index]
  if (entry === undefined) throw new Error(`a mark of entry ${index} of an ${node.type} that has fewer`)
  return entry
}
