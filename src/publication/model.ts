/**
 * The contract between the two halves of the program: what reading and transforming produce, and all that
 * layout and the writers may know of a document. Everything here is complete and read-only.
 *
 * The tree is mdast (https://github.com/syntax-tree/mdast) with every node type that may reach a writer named,
 * so that a handler table that leaves one out does not compile.
 */

/** Where something stands in the source. Lines and columns count from 1, columns in UTF-16 units, end exclusive. */
export interface Place {
  /** Path relative to the project, with `/`. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

interface NodeBase {
  readonly place: Place
}

/** What every block carries. `id` is unique in the document and stable under edits elsewhere. */
interface BlockBase extends NodeBase {
  /** `b` and 12 base-32 characters (leaf and container blocks), or the slug of a section. */
  readonly id: string
  /** BCP 47. */
  readonly language: string
}

export interface Root extends NodeBase {
  readonly type: 'root'
  readonly children: readonly Block[]
  /** In the order of their first references, which is that of their numbers. */
  readonly notes: readonly FootnoteDefinition[]
}

/** A section of the text with its heading as first child; a lead section has none. */
export interface SectionNode extends BlockBase {
  readonly type: 'section'
  readonly section: Section
  readonly children: readonly Block[]
}

export interface Heading extends BlockBase {
  readonly type: 'heading'
  /** Level in every structure tree: that of its nesting, 1 (right below the title) to 6. */
  readonly depth: number
  /** Level as written, which decides its look only; differs from `depth` where the source skips a level. */
  readonly look: number
  /** Section number as printed («2.1»), '' when sections are not numbered. */
  readonly number: string
  readonly children: readonly Inline[]
}

/**
 * Why a paragraph stands here, where its style differs from the body's. `inner-heading`: a heading written inside a
 * list, quotation, box, cell or note. It heads no section, so it is no heading of the structure: its look is that
 * of the text there, in bold, kept with what follows.
 */
export type ParagraphRole = 'body' | 'repeat-reference' | 'inner-heading' | 'cell' | 'signature' | 'address'

export interface Paragraph extends BlockBase {
  readonly type: 'paragraph'
  readonly role: ParagraphRole
  readonly children: readonly Inline[]
}

export interface List extends BlockBase {
  readonly type: 'list'
  readonly ordered: boolean
  /** First number of an ordered list; 1 for an unordered one. */
  readonly start: number
  /** Loose: space between its items. */
  readonly spread: boolean
  readonly children: readonly ListItem[]
}

export interface ListItem extends BlockBase {
  readonly type: 'listItem'
  /** Of a task list: open or done; none elsewhere. */
  readonly task: 'none' | 'open' | 'done'
  readonly children: readonly Block[]
}

export interface Blockquote extends BlockBase {
  readonly type: 'blockquote'
  readonly children: readonly Block[]
}

export interface ThematicBreak extends BlockBase {
  readonly type: 'thematicBreak'
}

/** A block of code, its lines as written. */
export interface Code extends BlockBase {
  readonly type: 'code'
  /** First word of the info string («ts»), '' when there is none. */
  readonly syntax: string
  readonly value: string
}

/** What can carry a caption and be referred to by its number. `number` is '' where it is not counted. */
interface Captioned extends BlockBase {
  /** «3»; '' for an ornament or a table without a caption. */
  readonly number: string
  /** «Figura 3», in the document's language; '' without a number. */
  readonly label: string
  readonly caption: readonly Inline[]
}

/** A picture that stands by itself. */
export interface Figure extends Captioned {
  readonly type: 'figure'
  /** Key in {@link Publication.images}. */
  readonly image: string
  /** '' only when it is an ornament, which readers with a screen reader lose nothing by missing. */
  readonly alternative: string
  readonly decorative: boolean
  readonly width: PictureWidth
}

/** Natural: pixels at 96 a CSS inch, never wider than the measure. Otherwise a share of the measure, or points. */
export type PictureWidth =
  | { readonly kind: 'natural' }
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'points'; readonly points: number }

export type Alignment = 'left' | 'center' | 'right' | 'decimal' | 'default'

/** Rows cover the grid exactly: spans neither overlap nor leave holes. */
export interface Table extends Captioned {
  readonly type: 'table'
  /** One for each column. */
  readonly alignments: readonly Alignment[]
  /** Shares of the table's width, one for each column; empty: by content. */
  readonly widths: readonly number[]
  /** Leading rows whose cells head columns. */
  readonly headerRows: number
  /** Leading columns whose cells head rows. */
  readonly headerColumns: number
  /** On a page of its own turned to landscape, where pages are turned. */
  readonly landscape: boolean
  readonly children: readonly TableRow[]
  /** Blocks printed below it. */
  readonly note: readonly Block[]
}

export interface TableRow extends BlockBase {
  readonly type: 'tableRow'
  readonly children: readonly TableCell[]
}

export interface TableCell extends BlockBase {
  readonly type: 'tableCell'
  /** Grid column of its first one, from 0. */
  readonly column: number
  /** What it heads; none for a cell of data. */
  readonly heads: 'none' | 'column' | 'row' | 'both'
  readonly alignment: Alignment
  readonly columnSpan: number
  readonly rowSpan: number
  /** Plain cells hold one paragraph of role `cell`; an empty cell holds none. */
  readonly children: readonly Block[]
}

/** A footnote's text. Its id is what references point to. */
export interface FootnoteDefinition extends BlockBase {
  readonly type: 'footnoteDefinition'
  /** «1», as printed. */
  readonly number: string
  readonly children: readonly Block[]
}

/** Terms and descriptions in order; a description belongs to the terms before it. */
export interface DefinitionList extends BlockBase {
  readonly type: 'definitionList'
  readonly children: readonly (DefinitionTerm | DefinitionDescription)[]
}

export interface DefinitionTerm extends BlockBase {
  readonly type: 'definitionTerm'
  readonly children: readonly Inline[]
}

export interface DefinitionDescription extends BlockBase {
  readonly type: 'definitionDescription'
  readonly children: readonly Block[]
}

export type BoxKind = 'note' | 'key-message' | 'warning' | 'recommendation' | 'summary'

/** A box set off from the text. */
export interface BoxBlock extends BlockBase {
  readonly type: 'box'
  readonly kind: BoxKind
  /** The author's title, or the kind's name in the document's language; never ''. */
  readonly title: readonly Inline[]
  readonly children: readonly Block[]
}

/** Text in columns, balanced. */
export interface Columns extends BlockBase {
  readonly type: 'columns'
  /** 2 or 3. */
  readonly count: number
  readonly children: readonly Block[]
}

/** What follows begins a page, where there are pages. */
export interface PageBreak extends BlockBase {
  readonly type: 'pageBreak'
}

/** A list made of what the document contains: each entry's text and where it leads. */
export interface Index extends BlockBase {
  readonly type: 'index'
  readonly of: 'sections' | 'figures' | 'tables'
  /** «Índice», «Índice de figuras»… */
  readonly title: string
  readonly entries: readonly IndexEntry[]
}

export interface IndexEntry {
  /** Id of a section or a captioned block. */
  readonly target: string
  /** 1 for the outermost. */
  readonly depth: number
  /** «2.1», «Figura 3»; '' without a number. */
  readonly label: string
  readonly text: string
}

/** The acronyms that the document explains, in alphabetical order. */
export interface Glossary extends BlockBase {
  readonly type: 'glossary'
  readonly title: string
  readonly entries: readonly { readonly acronym: string; readonly expansion: string }[]
}

/** A signature: space to sign over a rule, then name and office, one paragraph each. */
export interface Signature extends BlockBase {
  readonly type: 'signature'
  readonly children: readonly Paragraph[]
}

/** A postal address or contact, its lines kept together. */
export interface Address extends BlockBase {
  readonly type: 'address'
  readonly children: readonly Paragraph[]
}

export interface Text extends NodeBase {
  readonly type: 'text'
  readonly value: string
}

export interface Strong extends NodeBase {
  readonly type: 'strong'
  readonly children: readonly Inline[]
}

export interface Emphasis extends NodeBase {
  readonly type: 'emphasis'
  readonly children: readonly Inline[]
}

export interface InlineCode extends NodeBase {
  readonly type: 'inlineCode'
  readonly value: string
}

export interface Break extends NodeBase {
  readonly type: 'break'
}

/** Struck out («delete» in mdast). */
export interface Delete extends NodeBase {
  readonly type: 'delete'
  readonly children: readonly Inline[]
}

export interface Superscript extends NodeBase {
  readonly type: 'superscript'
  readonly children: readonly Inline[]
}

export interface Subscript extends NodeBase {
  readonly type: 'subscript'
  readonly children: readonly Inline[]
}

/** HTML's `kbd`, `mark`, `u` and `ins`; small capitals. */
export interface Styled extends NodeBase {
  readonly type: 'styled'
  readonly style: 'keyboard' | 'highlight' | 'underline' | 'insertion' | 'small-caps'
  readonly children: readonly Inline[]
}

/** A span in another language. */
export interface Span extends NodeBase {
  readonly type: 'span'
  /** BCP 47. */
  readonly language: string
  readonly children: readonly Inline[]
}

/** An acronym after it has been explained, or HTML's `abbr`. */
export interface Abbreviation extends NodeBase {
  readonly type: 'abbreviation'
  readonly value: string
  readonly expansion: string
}

export interface FootnoteReference extends NodeBase {
  readonly type: 'footnoteReference'
  /** Id of a note in {@link Root.notes}. */
  readonly target: string
  readonly number: string
  /** From 1, where one note is referred to more than once. */
  readonly ordinal: number
}

/** A picture in a line of text. */
export interface InlineImage extends NodeBase {
  readonly type: 'image'
  readonly image: string
  readonly alternative: string
  readonly decorative: boolean
  readonly width: PictureWidth
}

/** A link out of the document (`https:`, `mailto:`…); one to a place inside it is a cross-reference. */
export interface Link extends NodeBase {
  readonly type: 'link'
  readonly url: string
  readonly title: string
  readonly children: readonly Inline[]
}

/** A reference to a block or section of this document. `target` exists in the same tree. */
export interface CrossReference extends NodeBase {
  readonly type: 'crossReference'
  readonly target: string
  readonly children: readonly Inline[]
}

/**
 * The page label of a block, with the text around it: ` (p. ` `4` `)`. Printed where there are pages and
 * nowhere else: see `exceptions.ts`.
 */
export interface PageReference extends NodeBase {
  readonly type: 'pageReference'
  readonly target: string
  readonly before: string
  readonly after: string
}

export type Inline =
  | Text
  | Strong
  | Emphasis
  | InlineCode
  | Break
  | Delete
  | Superscript
  | Subscript
  | Styled
  | Span
  | Abbreviation
  | Link
  | CrossReference
  | PageReference
  | FootnoteReference
  | InlineImage
export type Block =
  | SectionNode
  | Heading
  | Paragraph
  | List
  | ListItem
  | Blockquote
  | ThematicBreak
  | Code
  | Figure
  | Table
  | TableRow
  | TableCell
  | FootnoteDefinition
  | DefinitionList
  | DefinitionTerm
  | DefinitionDescription
  | BoxBlock
  | Columns
  | PageBreak
  | Index
  | Glossary
  | Signature
  | Address
export type PublicationNode = Root | Block | Inline
export type NodeType = PublicationNode['type']

/** The blocks that hold text themselves: what carries a bookmark in Word. */
export type LeafBlock = Heading | Paragraph | Code | DefinitionTerm | Figure | Table

/**
 * One handler per node type. A table written `satisfies Handlers<…>` does not compile when a type is left out,
 * and a handler that renders nothing has to say so with {@link Nothing}.
 */
export type Handlers<Context, Result> = {
  readonly [Type in NodeType]: (
    node: Extract<PublicationNode, { type: Type }>,
    context: Context,
  ) => Result | Nothing
}

/** A deliberate empty result and its reason, so that no format drops content in silence. */
export interface Nothing {
  readonly nothing: string
}

export type Classification = 'publico' | 'uso-interno' | 'reservado' | 'confidencial' | 'secreto'
export type Editing = 'free' | 'tracked'
export type Status = 'borrador' | 'final'
export type RepeatPolicy = 'reference' | 'last' | 'first' | 'report' | 'keep'

/** Validated front matter with its defaults filled in. A text that is not set is ''. */
export interface Metadata {
  readonly title: string
  readonly subtitle: string
  /** BCP 47. */
  readonly language: string
  readonly organisation: string
  readonly department: string
  readonly authors: readonly string[]
  /** `YYYY-MM-DD`, or ''. */
  readonly date: string
  /** The town of «Lima, 23 de noviembre de 2026». */
  readonly place: string
  readonly number: string
  readonly to: readonly string[]
  readonly from: readonly string[]
  readonly subject: string
  readonly reference: string
  readonly summary: string
  readonly keywords: readonly string[]
  readonly classification: Classification
  readonly status: Status
  readonly version: string
  /** Does Word keep track of every change from the start? */
  readonly editing: Editing
  readonly template: string
  /** How repeated paragraphs are treated; '' leaves it to the template. */
  readonly repeats: RepeatPolicy | ''
  /** 0: no bound. */
  readonly maxPages: number
  /** The opening stands on a page of its own, where there are pages. */
  readonly cover: boolean
  /** Deepest level of the contents, 1 to 6; 0: none; null: as the format has it. */
  readonly contents: number | null
  /** As written, its check digit right. */
  readonly isbn: string
  /** `10.…/…`. */
  readonly doi: string
  /** Where the document is published: `https://…`. */
  readonly link: string
  /** Licence or reservation of rights, in words. */
  readonly rights: string
  /** The series that it is a part of. */
  readonly series: string
  readonly variables: Readonly<Record<string, string>>
}

export interface SourceFile {
  /** Path relative to the project, with `/`. */
  readonly path: string
  /** UTF-8, with `\n` line ends and no byte order mark, whatever the file has. */
  readonly bytes: number
  /** Lower-case hexadecimal SHA-256 of those bytes. */
  readonly sha256: string
}

/** An acronym that the document explains; `expansion` is null where the letters do not fit the words. */
export interface Acronym {
  readonly acronym: string
  readonly expansion: string | null
}

/**
 * Why a copy stays whole, or gives way to a reference where it would have gone. `sole`: it is the only text of its
 * section; `run`: it stands in a run of repeats in the same order; `introduces`: a list or the like follows from it;
 * `many`: the text stands three times or more; `circle`: copies would refer to each other; `leaned`: what follows
 * leans on it; `announced`: what stands before announces it; `bare`: its section would begin or end without a
 * paragraph.
 */
export type RepeatReason = 'sole' | 'run' | 'introduces' | 'many' | 'circle' | 'leaned' | 'announced' | 'bare'

/** What became of one copy of a paragraph that stands more than once. */
export interface Repeat {
  /** Id of the block as it stands in the output; of the copy that stayed, when this one went. */
  readonly block: string
  /** First words of the paragraph. */
  readonly opening: string
  readonly policy: RepeatPolicy
  readonly outcome: 'stays' | 'referenced' | 'removed' | 'reported' | 'kept'
  /** Why the outcome is not what the policy alone would give; '' where it is. */
  readonly reason: RepeatReason | ''
  readonly place: Place
  /** The copy that this one was compared with. */
  readonly other: Place
}

/** A figure or table of a section. */
export interface CaptionedItem {
  readonly id: string
  /** «Figura 3»; '' without a number. */
  readonly label: string
  readonly caption: string
}

/** A footnote, listed where its first reference stands. */
export interface NoteItem {
  readonly id: string
  /** «1», as printed. */
  readonly number: string
  /** Its first sentence. */
  readonly summary: string
}

/** A cross-reference between two places of the document. */
export interface SectionReference {
  /** Id of the section that it stands in; a footnote belongs to the section of its first reference. */
  readonly from: string
  /** Id of the section that it leads to, or whose block it leads to. */
  readonly to: string
  /** Id of the block or section that it leads to. */
  readonly target: string
  /** What readers see: «Figura 3». */
  readonly label: string
  readonly place: Place
}

/** Section metadata, also written to `dist/<document>.json`. */
export interface Section {
  /** `lead`: the blocks before the first heading, titled as the document. */
  readonly kind: 'lead' | 'heading'
  readonly id: string
  readonly number: string
  readonly title: string
  readonly depth: number
  /** BCP 47: of its heading. */
  readonly language: string
  /**
   * Words that readers get, subsections included: headings, text, captions, cells, boxes, and the footnotes whose
   * first reference stands here. What the program adds (numbers, labels, page labels, lists) is not counted.
   */
  readonly words: number
  /** `ceil(words / 200)`, at least 1. */
  readonly readingMinutes: number
  /** The section's first sentence. */
  readonly summary: string
  /** SHA-256 of the section's source text before deduplication, lower-case hexadecimal. */
  readonly fingerprint: string
  /** These and what follows: of the section itself, without its subsections. */
  readonly figures: readonly CaptionedItem[]
  readonly tables: readonly CaptionedItem[]
  readonly notes: readonly NoteItem[]
  readonly acronyms: readonly Acronym[]
  /** Those that stand here. */
  readonly references: readonly SectionReference[]
  /** Those that lead here, from this section too. */
  readonly referencedBy: readonly SectionReference[]
  readonly repeats: readonly Repeat[]
  /** File, first and last line. */
  readonly place: Place
  readonly sections: readonly Section[]
}

/** A picture of the text, checked by its content. */
export interface Image {
  /** As every writer may embed it: upright, no CMYK. */
  readonly bytes: Uint8Array
  readonly type: 'image/png' | 'image/jpeg' | 'image/svg+xml'
  /** Pixels (SVG: CSS pixels of its size or view box). */
  readonly width: number
  readonly height: number
  /** Path relative to the project, with `/`, of the file it came from. */
  readonly path: string
  /** The same picture as PNG, for readers without SVG; of length 0 for other types. */
  readonly fallback: Uint8Array
}

/** What somebody who works on a draft says of a block. */
export interface Comment {
  /** '' where the text names nobody. */
  readonly author: string
  /** `YYYY-MM-DD`, or ''. */
  readonly date: string
  readonly text: string
  /** It answers the one before it. */
  readonly reply: boolean
}

/** One document, ready for any writer. */
export interface Publication {
  readonly metadata: Metadata
  readonly sources: readonly SourceFile[]
  /** Program name and version. */
  readonly generator: string
  readonly tree: Root
  readonly sections: readonly Section[]
  readonly images: ReadonlyMap<string, Image>
  /** Of a draft, by the id of their leaf block; none of what is published. */
  readonly comments: ReadonlyMap<string, readonly Comment[]>
}
