/** Proves that a finished file says what its publication says. */
import type { Format } from '../publication/exceptions.ts'
import { compare, type Difference } from './compare.ts'
import { type Document, expected } from './expected.ts'
import type { Reading } from './sequence.ts'

export type { Difference } from './compare.ts'
export type { Document } from './expected.ts'

const readers: Readonly<Record<Format, () => Promise<(bytes: Uint8Array) => Reading>>> = {
  pdf: async () => (await import('./read-pdf.ts')).readPdf,
  docx: async () => (await import('./read-docx.ts')).readDocx,
  epub: async () => (await import('./read-epub.ts')).readEpub,
  html: async () => (await import('./read-html.ts')).readHtml,
}

/**
 * @param bytes - the file; one that cannot be read differs as a whole
 * @returns nothing where it says the same
 */
export async function collate(
  document: Document,
  format: Format,
  bytes: Uint8Array,
): Promise<readonly Difference[]> {
  const read = await readers[format]()
  let reading: Reading
  try {
    reading = read(bytes)
  } catch (problem) {
    const found = problem instanceof Error ? problem.message : String(problem)
    return [{ place: null, section: '', what: 'file', expected: '', found, words: found }]
  }
  return compare(expected(document, format), reading)
}
