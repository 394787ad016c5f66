/** Paragraphs that stand, the same or almost, in more than one document of a run. */
import { localeFor } from '../locale/locale.ts'
import type { Block, Paragraph, Place, Publication } from '../publication/model.ts'
import { countWords } from '../text/words.ts'
import { plainText } from './content.ts'
import { fewestWords } from './copies.ts'
import { comparableOf, equalityKey } from './equality.ts'
import { type Change, changes, nearPairs, weightyWords } from './near.ts'
import { openingWords } from './opening-words.ts'

/** A paragraph that stands in another document as well. */
export interface RepeatAcross {
  /** The document it was found in, by its index in what was given. */
  readonly document: number
  readonly opening: string
  readonly place: Place
  /** The first copy in another document. */
  readonly other: Place
  /** What differs from the other, numbers and negations first; null where they are equal. */
  readonly changes: readonly Change[] | null
}

/**
 * By the same equality, and the same nearness, as within one document. For messages and lists only: a document's
 * files depend on nothing but their own input. An equal pair is listed on both sides; a near one on that of the
 * later document, beside the first that it is near to.
 *
 * @returns in the order of the documents and of their texts
 */
export function repeatsAcross(publications: readonly Publication[]): readonly RepeatAcross[] {
  const texts = publications.flatMap(({ tree }, document) => textsOf(tree.children, document))
  const copies = new Map<string, Text[]>()
  for (const text of texts) {
    const own = copies.get(text.key)
    if (own === undefined) copies.set(text.key, [text])
    else own.push(text)
  }
  const found: RepeatAcross[] = []
  const near = nearAcross([...copies.values()])
  for (const text of texts) {
    const own = copies.get(text.key) ?? []
    const [first] = own
    const other = first?.document === text.document ? own[1] : first
    if (other !== undefined) found.push(repeat(text, other, null))
    const similar = near.get(text)
    if (similar !== undefined) found.push(repeat(text, similar, differences(similar, text)))
  }
  return found
}

/** A paragraph of a document; of copies in one, the first. */
interface Text {
  readonly document: number
  readonly paragraph: Paragraph
  readonly key: string
  readonly plain: string
}

function textsOf(blocks: readonly Block[], document: number): readonly Text[] {
  const found = new Map<string, Text>()
  const visit = (block: Block): void => {
    if (block.type === 'section' || block.type === 'columns') for (const child of block.children) visit(child)
    if (block.type !== 'paragraph' || block.role !== 'body') return
    const plain = plainText(block)
    if (countWords(plain) < fewestWords) return
    const key = equalityKey(block)
    if (!found.has(key)) found.set(key, { document, paragraph: block, key, plain })
  }
  for (const block of blocks) visit(block)
  return [...found.values()]
}

/** For each text that has no equal before it, the first in another document that it is near to. */
function nearAcross(groups: readonly (readonly Text[])[]): ReadonlyMap<Text, Text> {
  const firsts = groups.flatMap(([first]) => first ?? [])
  const pairs = nearPairs(
    firsts.map(({ key }) => comparableOf(key)),
    { allowed: (first, second) => firsts[first]?.document !== firsts[second]?.document },
  )
  const near = new Map<Text, Text>()
  for (const { first, second } of pairs) {
    const [one, other] = [firsts[second], firsts[first]]
    if (one !== undefined && other !== undefined) near.set(one, other)
  }
  return near
}

function differences(before: Text, after: Text): readonly Change[] {
  const locale = localeFor(after.paragraph.language)
  const weighty =
    locale === null ? { numerals: new Set<string>(), negations: new Set<string>() } : weightyWords(locale)
  return changes(before.plain, after.plain, weighty)
}

function repeat(text: Text, other: Text, differing: RepeatAcross['changes']): RepeatAcross {
  const { document, paragraph, plain } = text
  const locale = localeFor(paragraph.language)
  const opening = locale === null ? plain : openingWords(plain, locale)
  return { document, opening, place: paragraph.place, other: other.paragraph.place, changes: differing }
}
