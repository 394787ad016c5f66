/**
 * What layout gives and the page writers draw. Lengths are points; x runs right from the page's left edge,
 * y runs down from its top edge.
 */
import type { FontFace } from '../fonts/types.ts'
import type { Glossary, Index, PublicationNode } from '../publication/model.ts'
import type { OpeningBlock } from '../publication/opening.ts'

/**
 * Whose mark it is. Content belongs to a node of the tree or of the opening: text to its innermost inline node
 * (a `text`, `inlineCode`, `abbreviation`, `footnoteReference`…; `image` and `figure` for their pictures, `code`
 * for its lines, `index` and `glossary` for their titles), `label` to what it labels: heading, list item, footnote
 * definition, opening block, figure or table («Figura 3. » before the caption). Lines of an index or a glossary are
 * entries: number or acronym as `label`, the rest with the page as `text`. Page furniture and decoration are
 * artifacts (ISO 14289-1 7.1, 7.8); `repeat` is a table's head on its later pages.
 */
export type Owner =
  | {
      readonly kind: 'content'
      readonly node: PublicationNode | OpeningBlock
      readonly part: 'text' | 'label'
    }
  | {
      readonly kind: 'entry'
      readonly node: Index | Glossary
      /** Index into its entries. */
      readonly entry: number
      readonly part: 'text' | 'label'
    }
  | { readonly kind: 'artifact'; readonly role: 'header' | 'footer' | 'background' | 'rule' | 'repeat' }

export interface Glyph {
  /** Glyph index in the face. */
  readonly id: number
  /** Points to the next glyph before its run is scaled; justification, kerning and letter spacing included. */
  readonly advance: number
  /** Points off the baseline position, right and up. */
  readonly dx: number
  readonly dy: number
  /**
   * What it stands for: one or more characters for the first glyph of a cluster, '' for the others.
   * U+00AD for a hyphen that line breaking put in. A space at a line's end is a glyph like any other.
   */
  readonly text: string
}

/** Text of one face, size and colour on one baseline. */
export interface Glyphs {
  readonly kind: 'glyphs'
  readonly owner: Owner
  readonly face: FontFace
  readonly size: number
  readonly color: string
  readonly x: number
  /** Baseline. */
  readonly y: number
  /** Width of letters and advances relative to their own, in steps of a thousandth: part of justification. */
  readonly scale: number
  readonly glyphs: readonly Glyph[]
}

/** A filled rectangle; x and y are its top left corner. */
export interface Rule {
  readonly kind: 'rule'
  readonly owner: Owner
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly color: string
}

/** The template's emblem, or a picture of the text by its key in the Publication. */
export interface Picture {
  readonly kind: 'picture'
  readonly owner: Owner
  readonly source: { readonly kind: 'emblem' } | { readonly kind: 'image'; readonly image: string }
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The area of a link, one per line it runs over. */
export interface LinkArea {
  readonly kind: 'link'
  /** The `link` or `crossReference` node; a running head has no links. */
  readonly owner: Owner
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly target:
    | { readonly kind: 'url'; readonly url: string }
    | { readonly kind: 'block'; readonly id: string }
}

export type Mark = Glyphs | Rule | Picture | LinkArea

export interface Page {
  /** From 1. */
  readonly number: number
  readonly label: string
  readonly width: number
  readonly height: number
  /** In reading order; artifacts first (backgrounds) or last (furniture). */
  readonly marks: readonly Mark[]
}

/** Where a block or section begins. */
export interface Anchor {
  /** Index into {@link Layout.pages}. */
  readonly page: number
  readonly y: number
}

/** One set line of a paragraph, for measuring. */
export interface LineReport {
  /** Id of the block. */
  readonly block: string
  readonly page: number
  /** Width of an inter-word space relative to its natural width; 1 in lines that are not stretched or have none. */
  readonly spaceRatio: number
  readonly hyphenated: boolean
  readonly last: boolean
  /** Points that the line stands out of its measure; 0 in a good one. */
  readonly overflow: number
}

/** A finding of layout, reported by whoever holds the document's VFile. */
export interface LayoutMessage {
  readonly rule:
    | 'overfull-line'
    | 'line-off-paper'
    | 'table-too-wide'
    | 'unsettled-page-labels'
    | 'missing-glyph'
    | 'right-to-left'
    | 'note-elsewhere'
    | 'small-caps-missing'
    | 'figures-missing'
    | 'too-many-pages'
  readonly facts: Readonly<Record<string, string | number>>
  readonly node: PublicationNode | null
}

export interface Layout {
  readonly pages: readonly Page[]
  /** By block id and section id. */
  readonly anchors: ReadonlyMap<string, Anchor>
  readonly lines: readonly LineReport[]
  /** Numbers of footnotes as their pages print them, by id. */
  readonly noteNumbers: ReadonlyMap<string, string>
  readonly messages: readonly LayoutMessage[]
}
