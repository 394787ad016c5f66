import { localeFor } from '../locale/locale.ts'
import type { Block, Paragraph, Place, Publication } from '../publication/model.ts'
import { words } from '../text/words.ts'
import { plainText } from './content.ts'
import { fewestWords } from './copies.ts'
import { equalityKey } from './equality.ts'
import { openingWords } from './opening-words.ts'

/** A paragraph that stands in another document as well. */
export interface RepeatAcross {
  /** The document it was found in, by its index in what was given. */
  readonly document: number
  readonly opening: string
  readonly place: Place
  /** The first copy in another document. */
  readonly other: Place
}

/**
 * Paragraphs that stand in more than one document of a run, by the same equality as within one. For messages and
 * lists only: a document's files depend on nothing but their own input.
 *
 * @returns in the order of the documents and of their texts
 */
export function repeatsAcross(publications: readonly Publication[]): readonly RepeatAcross[] {
  const copies = publications.map(({ tree }) => firstCopies(tree.children))
  const documents = new Map<string, number[]>()
  for (const [document, own] of copies.entries()) {
    for (const key of own.keys()) documents.set(key, [...(documents.get(key) ?? []), document])
  }
  const found: RepeatAcross[] = []
  for (const [document, own] of copies.entries()) {
    for (const [key, paragraph] of own) {
      const elsewhere = documents.get(key)?.find(other => other !== document)
      const other = elsewhere === undefined ? undefined : copies[elsewhere]?.get(key)
      if (other === undefined) continue
      const locale = localeFor(paragraph.language)
      const text = plainText(paragraph)
      const opening = locale === null ? text : openingWords(text, locale)
      found.push({ document, opening, place: paragraph.place, other: other.place })
    }
  }
  return found
}

function firstCopies(
  blocks: readonly Block[],
  found = new Map<string, Paragraph>(),
): ReadonlyMap<string, Paragraph> {
  for (const block of blocks) {
    if (block.type === 'section') firstCopies(block.children, found)
    if (block.type !== 'paragraph' || block.role !== 'body') continue
    if (words(plainText(block)).length < fewestWords) continue
    const key = equalityKey(block)
    if (!found.has(key)) found.set(key, block)
  }
  return found
}
