import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type {
  Classification,
  Comment,
  Editing,
  Image,
  RepeatPolicy,
  SourceFile,
  Status,
} from '../publication/model.ts'

/** Front matter as validated: canonical keys, nothing filled in. A key that is not there is undefined. */
export interface FrontMatter {
  readonly title?: string
  readonly subtitle?: string
  readonly lang?: string
  readonly organisation?: string
  readonly department?: string
  readonly authors?: readonly string[]
  readonly date?: string
  readonly place?: string
  readonly number?: string
  readonly to?: readonly string[]
  readonly from?: readonly string[]
  readonly subject?: string
  readonly reference?: string
  readonly summary?: string
  readonly keywords?: readonly string[]
  readonly classification?: Classification
  readonly status?: Status
  readonly version?: string
  readonly editing?: Editing
  readonly template?: string
  readonly repeats?: RepeatPolicy
  readonly maxPages?: number
  /** The opening on a page of its own. */
  readonly cover?: boolean
  /** Section numbers, whatever the template says. */
  readonly numbered?: boolean
  /** Deepest level of the contents, 1 to 6; 0: no contents. Not set: as the template and the format have it. */
  readonly contents?: number
  /** As written, its check digit right. */
  readonly isbn?: string
  /** `10.…/…`. */
  readonly doi?: string
  /** Where the document is published. */
  readonly link?: string
  readonly rights?: string
  readonly series?: string
  /** Pixels for an inch of its set size that a picture may have: with more it is made smaller. */
  readonly maxPpi?: number
  /** The PDF carries the texts that it is made of. Not set: it does not. */
  readonly embedSource?: boolean
  /** Those that need no explanation in this document. */
  readonly acronyms?: readonly string[]
  /** Is the text set by the rules of its language? Not set: yes. */
  readonly typography?: boolean
  readonly variables?: Readonly<Record<string, string>>
}

/** Attributes `{#id .class key=value}` as read from the source; on `node.data.attributes` of the mdast node. */
export interface Attributes {
  readonly id?: string
  readonly classes: readonly string[]
  readonly values: Readonly<Record<string, string>>
}

/** One document as read: the tree still holds every node type that remark knows. */
export interface SourceDocument {
  /** Takes the document's messages; `path` is relative to the project, with `/`. */
  readonly file: VFile
  readonly tree: Root
  readonly frontMatter: FrontMatter
  readonly sources: readonly SourceFile[]
  readonly images: ReadonlyMap<string, Image>
}

declare module 'mdast' {
  interface Data {
    attributes?: Attributes
    /** Of paragraphs, headings and cells. */
    comments?: readonly Comment[]
  }
}
