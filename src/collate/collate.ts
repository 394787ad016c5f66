/** Proves that a finished file says what its publication says. */
import type { Format } from '../publication/exceptions.ts'
import { compare, type Difference, wordDifference } from './compare.ts'
import { type Document, expected, numbersByPage } from './expected.ts'
import type { Reading } from './sequence.ts'

export type { Difference } from './compare.ts'
export type { Document } from './expected.ts'

type Reader = (bytes: Uint8Array, document: Document) => Promise<Reading>

const readers: Readonly<Record<Format, Reader>> = {
  pdf: async (bytes, document) =>
    (await import('./read-pdf.ts')).readPdf(bytes, numbersByPage(document, 'pdf')),
  docx: async (bytes, { inHouse }) => (await import('./read-docx.ts')).readDocx(bytes, inHouse),
  epub: async bytes => (await import('./read-epub.ts')).readEpub(bytes),
  html: async bytes => (await import('./read-html.ts')).readHtml(bytes),
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
  let reading: Reading
  try {
    reading = await readers[format](bytes, document)
  } catch (problem) {
    const found = problem instanceof Error ? problem.message : String(problem)
    return [{ place: null, section: '', what: 'file', expected: '', found, words: found }]
  }
  const found = compare(expected(document, format), reading)
  return format !== 'pdf' || found.length > 0 ? found : witnessed(bytes)
}

/** Where the own reader finds nothing, another must see the same text. */
async function witnessed(bytes: Uint8Array): Promise<readonly Difference[]> {
  const { disagreements } = await import('./second-witness.ts')
  return (await disagreements(bytes)).map(({ page, own, other }) => ({
    place: null,
    section: '',
    what: `page ${page}`,
    expected: own,
    found: other,
    words: wordDifference(own, other),
  }))
}
