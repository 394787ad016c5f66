/** Where a block stands, and what that leaves it of the page. */
import type { AlignmentType, XmlComponent } from 'docx'
import type { Box } from '../../design/types.ts'
import type { Block, BoxKind, ListItem } from '../../publication/model.ts'
import type { Build } from './build.ts'
import type { Runs } from './runs.ts'
import { boxInsets } from './style-properties.ts'
import { styleOf, type styleSheet } from './styles.ts'

/** What the body, a cell or a note holds: paragraphs, tables, ends of bookmarks, section breaks. */
export type Blocks = readonly XmlComponent[]

export type ParagraphRole = keyof typeof styleSheet

/** Lengths are points from the edges of the frame or the cell. */
export interface BlockContext {
  readonly build: Build
  /** Sets blocks: what the handlers of containers call, so that they need not know one another. */
  readonly flow: (nodes: readonly Block[], context: BlockContext) => Blocks
  /** Whose insets the text stands in besides `left` and `right`, since the style of its paragraphs has them. */
  readonly container: 'text' | 'quotation' | 'description'
  /** Of plain paragraphs. */
  readonly role: ParagraphRole
  readonly left: number
  readonly right: number
  /** Of the frame, the column or the cell. */
  readonly width: number
  /** The innermost quotation or box. */
  readonly frame: Frame | null
  readonly list: ListState | null
  /** Levels of lists around the frame or cell: what counts in it has counters of its own. */
  readonly outerLevels: number
  /** Nothing of the innermost list comes after this block. */
  readonly last: boolean
  /** Points after the paragraphs of a box that ends here; null elsewhere. */
  readonly after: number | null
  /** A cell's, where the table says one. */
  readonly align: (typeof AlignmentType)[keyof typeof AlignmentType] | null
  /** Points that a number of a cell lacks on its right to have its point under the others of its column. */
  readonly hang: number
  /** Kept on a page with what follows: the head of a table. */
  readonly keepNext: boolean
  /** Columns of the section that it stands in; 0 where no section may begin: in cells and notes. */
  readonly columns: number
  /** A note whose number waits for its first paragraph. */
  readonly note: { readonly mark: Runs; waiting: boolean } | null
}

export interface Frame {
  readonly box: Box
  /** Where the text of the frame begins. */
  readonly edge: number
  /** Kind of a box, whose styles draw it themselves, as that of quotations does; null for a quotation. */
  readonly kind: BoxKind | null
}

export interface ListState {
  /** Its `w:numId`. */
  readonly number: number
  /** From 0, lists around its frame or cell included: Word has one counter to a level for all lists of one definition. */
  readonly level: number
  /** The item's number waits for its first paragraph. */
  readonly item: { waiting: boolean; readonly task: ListItem['task'] }
  /** Points from where its labels may begin to its text. */
  readonly indent: number
  /** Points after its paragraphs, and after the last one. */
  readonly space: number
  readonly spaceAtEnd: number
}

/** For what stands in a frame or cell of its own. */
export function levelsAround({ list, outerLevels }: BlockContext): number {
  return list === null ? outerLevels : list.level + 1
}

/** Points from the frame to where a container's text begins. */
export function textEdge(context: BlockContext): number {
  return context.left + containerInsets(context).left
}

export function rightEdge(context: BlockContext): number {
  return context.right + context.hang + containerInsets(context).right
}

/** Points between both. */
export function room(context: BlockContext): number {
  return Math.max(12, context.width - textEdge(context) - rightEdge(context))
}

function containerInsets({ container, build }: BlockContext) {
  return container === 'text' ? { left: 0, right: 0 } : styleInsets(container, build)
}

/** Points that a paragraph's style sets it in, those of its box included. */
export function styleInsets(role: ParagraphRole, { edition }: Build) {
  const { quotationBox, codeBox } = edition.design
  const { insetLeft, insetRight } = styleOf(role, edition.design)
  const box = role === 'quotation' ? quotationBox : role === 'code' ? codeBox : null
  const { left, right } = box === null ? { left: 0, right: 0 } : boxInsets(box)
  return { left: insetLeft + left, right: insetRight + right }
}
