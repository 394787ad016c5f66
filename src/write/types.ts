import type { VFile } from 'vfile'
import type { Design } from '../design/types.ts'
import type { Layout } from '../layout/types.ts'
import type { Publication } from '../publication/model.ts'
import type { OpeningBlock } from '../publication/opening.ts'

export type Format = 'pdf' | 'docx' | 'epub' | 'html'

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
}

/**
 * Makes the bytes of one format.
 *
 * @param edition - the document; the only input, nothing is read from disk or network
 * @param messages - takes what the writer has to say
 * @throws never for what the source contains: everything that may arrive is in the model; an exception is a bug
 */
export type Writer = (edition: Edition, messages: VFile) => Promise<Uint8Array>
