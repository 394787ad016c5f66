/** Lists the acronyms that a text explains: «Organización de las Naciones Unidas (ONU)». */
import type { Heading, Paragraph, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import type { Locale } from '../locale/types.ts'
import type { Place } from '../publication/model.ts'
import { plainText } from './content.ts'
import { expansionOf, foldLetters } from './expansion.ts'
import type { Section } from './nodes.ts'
import { partsOf } from './parts.ts'

export interface AcronymOptions {
  /** Of the document: its small words. */
  readonly locale: Locale
}

interface Found {
  readonly section: Section
  readonly acronym: string
  readonly expansion: string | null
  /** The words before the bracket, for the message. */
  readonly words: string
  /** Only looked for where there is something to say. */
  readonly place: () => Place
}

/**
 * Puts each acronym into the `acronyms` of the section that explains it, subsections each their own. One whose
 * letters fit the words before it nowhere in the document has no expansion, and a warning. Runs after
 * `deduplicate`.
 */
export function acronyms({ locale }: AcronymOptions) {
  return (tree: Root, file: VFile): void => {
    const small = new Set(locale.smallWords.map(foldLetters))
    const found: Found[] = []
    for (const node of tree.children) if (node.type === 'section') collect(node, node, found, small, file)
    const explained = new Set(found.filter(one => one.expansion !== null).map(one => one.acronym))
    const warned = new Set<string>()
    const listed = new Map<Section, Set<string>>()
    for (const { section, acronym, expansion, words, place } of found) {
      // Explained elsewhere: here the brackets only name it again.
      if (expansion === null && explained.has(acronym)) continue
      if (expansion === null && !warned.has(acronym)) {
        warned.add(acronym)
        report(file, 'acronym-mismatch', place(), { acronym, words })
      }
      const own = listed.get(section) ?? new Set()
      if (!own.has(acronym)) section.acronyms.push({ acronym, expansion })
      listed.set(section, own.add(acronym))
    }
  }
}

/** Folded. */
type SmallWords = ReadonlySet<string>

function collect(
  parent: RootContent,
  section: Section,
  found: Found[],
  small: SmallWords,
  file: VFile,
): void {
  for (const node of partsOf(parent).flat()) {
    if (node.type === 'section') collect(node, node, found, small, file)
    else if (node.type === 'heading') found.push(...acronymsIn(node, section, small, file))
    else if (node.type !== 'paragraph') collect(node, section, found, small, file)
    else if (node.data?.role !== 'repeat-reference') found.push(...acronymsIn(node, section, small, file))
  }
}

const bracketed = /\((\p{Lu}[^()]{1,18})\)/gu
/** «ONU», «EE. UU.», «ONGs», «COP26»; written as a word («Reniec») it only counts with its expansion. */
const capitals = /^\p{Lu}(?:[\p{Lu}\p{N}&/-]|\. ?)*\p{Lu}[\p{N}.]*s?$/u
const word = /^\p{Lu}\p{Ll}{3,}$/u
const roman = /^[IVXLCDM]+$/
/** As many words as show what the acronym was compared with. */
const shownWords = 8

function* acronymsIn(
  block: Heading | Paragraph,
  section: Section,
  small: SmallWords,
  file: VFile,
): Generator<Found> {
  const text = plainText(block)
  for (const { 0: whole, 1: acronym = '', index } of text.matchAll(bracketed)) {
    const before = text.slice(Math.max(0, index - 400), index)
    if (!(capitals.test(acronym) || word.test(acronym))) continue
    const expansion = expansionOf(acronym, before, small)
    if (expansion === null && (!capitals.test(acronym) || roman.test(acronym))) continue
    // «CAPÍTULO II (DEROGADO)», «(ONU)» at a beginning: nothing that could be its expansion.
    if (expansion === null && !/\p{Ll}/u.test(before)) continue
    if (expansion !== null && word.test(acronym) && !/\s.*\s/u.test(expansion)) continue
    const words = before.trim().split(/\s+/).slice(-shownWords).join(' ')
    yield { section, acronym, expansion, words, place: () => within(block, index, whole.length, file) }
  }
}

/** The place of a bracket, as exactly as the text node that holds it allows; else that of the block. */
function within(block: Heading | Paragraph, offset: number, length: number, file: VFile): Place {
  const place = placeOf(block, file)
  let at = 0
  for (const child of block.children) {
    const size = plainText(child).length
    if (offset < at + size || child === block.children.at(-1)) {
      const own = placeOf(child, file)
      const before = child.type === 'text' ? child.value.slice(0, offset - at).split('\n') : []
      // A second line may begin with the marks of a quotation or list, which the value leaves out.
      if (before.length !== 1) return before.length === 0 ? own : place
      const column = own.column + (before[0]?.length ?? 0)
      return { ...own, column, endLine: own.line, endColumn: column + length }
    }
    at += size
  }
  return place
}
