/** Reads a finished file back and tells where it does not say what its text says. */
import type { VFile } from 'vfile'
import { collate } from './collate/collate.ts'
import { collated } from './collate/document.ts'
import type { Design } from './design/types.ts'
import { report } from './diagnostics/report.ts'
import { withoutLetterhead } from './edition.ts'
import type { Locale } from './locale/types.ts'
import type { Format } from './publication/exceptions.ts'
import type { Publication } from './publication/model.ts'

/** Differences that are told of one file, unless a machine asks. */
export const mostTold = 12

/** A text with its template. */
interface ProvableDocument {
  readonly file: VFile
  readonly publication: Publication
  readonly design: Design
  readonly locale: Locale
  /** The Word file is made in one of the house's own, which has its own letterhead. */
  readonly inHouse: boolean
}

/**
 * @param document - takes the messages too
 * @param bytes - the finished file
 * @param most - differences that are reported before the rest is counted
 */
export async function proveFile(
  { publication, design, locale, file, inHouse }: ProvableDocument,
  format: Format,
  bytes: Uint8Array,
  most = mostTold,
): Promise<void> {
  const house = format === 'docx' && inHouse
  const own = house ? withoutLetterhead(design) : design
  const differences = await collate(collated(publication, own, locale, house), format, bytes)
  for (const { place, ...facts } of differences.slice(0, most)) {
    report(file, 'formats-differ', place ?? file.path, { format, ...facts })
  }
  const count = differences.length - most
  if (count > 0) report(file, 'formats-differ-more', file.path, { format, count })
}
