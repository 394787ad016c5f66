/**
 * The nodes that reading adds to mdast: directives, HTML and attributes become these, so that nothing after read/
 * knows how they were written. mdast's own `code`, `delete`, `table`, `footnoteReference`, `footnoteDefinition`
 * and `image` stay as remark gives them. Each carries hName, so that remark-rehype renders it in anyone's pipeline.
 */
import type { Node, Parent, PhrasingContent, RootContent } from 'mdast'
import type { Alignment, BoxKind, PictureWidth } from '../publication/model.ts'

/** `:::nota[Título]`. */
export interface Box extends Parent {
  type: 'box'
  kind: BoxKind
  /** What the author wrote in `[…]`; empty: the kind's own name. */
  title: PhrasingContent[]
  children: RootContent[]
}

export interface Columns extends Parent {
  type: 'columns'
  count: number
  children: RootContent[]
}

export interface PageBreak extends Node {
  type: 'pageBreak'
}

/** `::indice{de=secciones nivel=2}`, figures, tables. */
export interface Index extends Node {
  type: 'index'
  of: 'sections' | 'figures' | 'tables'
  /** Deepest level listed; 6 lists all. */
  depth: number
}

export interface Glossary extends Node {
  type: 'glossary'
}

export interface Signature extends Parent {
  type: 'signature'
  children: RootContent[]
}

export interface Address extends Parent {
  type: 'address'
  children: RootContent[]
}

/** An image alone in its paragraph. The picture is loaded: `image` is its key in SourceDocument.images. */
export interface Figure extends Parent {
  type: 'figure'
  image: string
  alternative: string
  decorative: boolean
  width: PictureWidth
  /** Caption. */
  children: PhrasingContent[]
}

/** What a table directive, an attribute line or a CSV file add to a GFM table; on `table.data.settings`. */
export interface TableSettings {
  readonly caption: PhrasingContent[]
  readonly widths: readonly number[]
  readonly headerRows: number
  readonly headerColumns: number
  readonly landscape: boolean
  /** For each column, where GFM's own alignment does not say it (decimal). */
  readonly alignments: readonly Alignment[]
  readonly note: RootContent[]
}

/** Of a cell that covers more than one place of the grid, or holds blocks. */
export interface CellSettings {
  readonly columnSpan: number
  readonly rowSpan: number
  /** Blocks in place of the cell's own phrasing content. */
  readonly blocks: RootContent[]
}

export interface DefinitionList extends Parent {
  type: 'definitionList'
  children: (DefinitionTerm | DefinitionDescription)[]
}
export interface DefinitionTerm extends Parent {
  type: 'definitionTerm'
  children: PhrasingContent[]
}
export interface DefinitionDescription extends Parent {
  type: 'definitionDescription'
  children: RootContent[]
}

export interface Superscript extends Parent {
  type: 'superscript'
  children: PhrasingContent[]
}
export interface Subscript extends Parent {
  type: 'subscript'
  children: PhrasingContent[]
}
export interface Styled extends Parent {
  type: 'styled'
  style: 'keyboard' | 'highlight' | 'underline' | 'insertion' | 'small-caps'
  children: PhrasingContent[]
}
export interface Span extends Parent {
  type: 'span'
  /** BCP 47. */
  language: string
  children: PhrasingContent[]
}
/** HTML's `abbr` with its title. */
export interface Abbreviation extends Node {
  type: 'abbreviation'
  value: string
  expansion: string
}
/** `[@fig-export]`: becomes a cross-reference with text and number. */
export interface LabelReference extends Node {
  type: 'labelReference'
  target: string
}

/** What reading knows of a picture in a line; on `image.data.picture`. */
export interface PictureSettings {
  readonly image: string
  readonly decorative: boolean
  readonly width: PictureWidth
}

declare module 'mdast' {
  interface TableData {
    settings?: TableSettings
  }
  interface TableCellData {
    settings?: CellSettings
  }
  interface ImageData {
    picture?: PictureSettings
  }
  interface Data {
    /** BCP 47, where a block's language is not the document's. */
    language?: string
  }
  interface RootContentMap {
    box: Box
    columns: Columns
    pageBreak: PageBreak
    index: Index
    glossary: Glossary
    signature: Signature
    address: Address
    figure: Figure
    definitionList: DefinitionList
    definitionTerm: DefinitionTerm
    definitionDescription: DefinitionDescription
    superscript: Superscript
    subscript: Subscript
    styled: Styled
    span: Span
    abbreviation: Abbreviation
    labelReference: LabelReference
  }
  interface BlockContentMap {
    box: Box
    columns: Columns
    pageBreak: PageBreak
    index: Index
    glossary: Glossary
    signature: Signature
    address: Address
    figure: Figure
    definitionList: DefinitionList
  }
  interface PhrasingContentMap {
    superscript: Superscript
    subscript: Subscript
    styled: Styled
    span: Span
    abbreviation: Abbreviation
    labelReference: LabelReference
  }
}
