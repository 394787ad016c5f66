import type { VFile } from 'vfile'
import type { Design, WordTemplate } from '../design/types.ts'
import type { Layout } from '../layout/types.ts'
import type { Publication } from '../publication/model.ts'
import type { OpeningBlock } from '../publication/opening.ts'

/** A text that a document is made of. */
export interface AttachedText {
  /** Relative to the project, with `/`. */
  readonly path: string
  /** With `\n` line ends and no byte order mark. */
  readonly content: string
}

/** One document with its design, ready for any writer. */
export interface Edition {
  readonly publication: Publication
  readonly design: Design
  /** What stands before the text: letterhead, title, summary. In reading order, the same in every format. */
  readonly opening: readonly OpeningBlock[]
  /** Pages; made on the first call and kept. */
  readonly layout: () => Layout
  /** No message of the list in `diagnostics/claims.ts` has fired: conformance may be claimed. */
  readonly conformant: boolean
  /** For every date in the file: front matter's date, else SOURCE_DATE_EPOCH, else 1980-01-01T00:00:00Z. */
  readonly fileDate: Date
  readonly word: WordSettings
  /** The document's own texts, where it asks that they travel in the PDF. */
  readonly attached?: readonly AttachedText[]
}

/** What was asked of the Word file alone. */
export interface WordSettings {
  /** The house's own file that it is set in; null: the design is all there is. */
  readonly template: WordTemplate | null
  /** Every line has its number, for those who comment on paper. */
  readonly lineNumbers: boolean
  /** Markdown of every source by its path, which a draft carries. */
  readonly texts: ReadonlyMap<string, string>
}

export const plainWord: WordSettings = { template: null, lineNumbers: false, texts: new Map() }

/**
 * Makes the bytes of one format.
 *
 * @param edition - the document; the only input, nothing is read from disk or network
 * @param messages - takes what the writer has to say
 * @throws never for what the source contains: everything that may arrive is in the model; an exception is a bug
 */
export type Writer = (edition: Edition, messages: VFile) => Promise<Uint8Array>
