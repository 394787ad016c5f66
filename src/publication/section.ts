/** The metadata of a section, from its blocks as readers get them. */
import { firstSentence } from '../text/sentences.ts'
import { words } from '../text/words.ts'
import type { Section as SectionSource } from '../transform/nodes.ts'
import type { Block, Inline, Place, Section } from './model.ts'

export interface SectionOptions {
  /** BCP 47. */
  readonly language: string
  readonly abbreviations: ReadonlySet<string>
}

/** Words that a reader gets through in a minute. */
const pace = 200

/**
 * @param source - the node of the transformed tree
 * @param blocks - what it holds, subsections included
 * @param place - from its first block to its last
 */
export function sectionMetadata(
  source: SectionSource,
  blocks: readonly Block[],
  place: Place,
  options: SectionOptions,
): Section {
  const sections = blocks.flatMap(block => (block.type === 'section' ? [block.section] : []))
  const own = blocks.filter(block => block.type !== 'section')
  const count = sum(own.map(wordsOf)) + sum(sections.map(section => section.words))
  const { kind, id, number, title, depth, fingerprint, acronyms, repeats } = source
  return {
    ...{ kind, id, number, title, depth, language: options.language },
    words: count,
    readingMinutes: Math.max(1, Math.ceil(count / pace)),
    summary:
      summaryOf(own, options.abbreviations) ?? sections.find(section => section.summary)?.summary ?? '',
    ...{ fingerprint, acronyms, repeats, place, sections },
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function wordsOf(block: Block): number {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'definitionTerm':
      return words(inlineText(block.children)).length
    case 'code':
      return words(block.value).length
    case 'figure':
      return words(inlineText(block.caption)).length
    case 'table':
      return (
        words(inlineText(block.caption)).length +
        sum(block.children.map(wordsOf)) +
        sum(block.note.map(wordsOf))
      )
    case 'box':
      return words(inlineText(block.title)).length + sum(block.children.map(wordsOf))
    // Lists of what is counted where it stands.
    case 'index':
    case 'glossary':
    case 'pageBreak':
    case 'thematicBreak':
      return 0
    default:
      return sum(block.children.map(wordsOf))
  }
}

/** The first sentence of the text's own: a reference that stands for a repeat says nothing about the section. */
function summaryOf(blocks: readonly Block[], abbreviations: ReadonlySet<string>): string | undefined {
  for (const block of blocks) {
    if (!('children' in block) || unsummed.has(block.type)) continue
    if (block.type === 'definitionTerm' || block.type === 'heading') continue
    if (block.type !== 'paragraph') {
      const found = summaryOf(block.children, abbreviations)
      if (found !== undefined) return found
    } else if (block.role === 'body') {
      const sentence = firstSentence(inlineText(block.children), abbreviations)
      if (sentence !== '') return sentence
    }
  }
  return undefined
}

/** What holds no sentence of the text's own. */
const unsummed: ReadonlySet<Block['type']> = new Set(['table', 'signature', 'address'])

/** As readers get it, but for page labels: they are no words of the text. */
function inlineText(inlines: readonly Inline[]): string {
  let text = ''
  for (const node of inlines) {
    if ('value' in node) text += node.value
    else if (node.type === 'break') text += ' '
    else if ('children' in node) text += inlineText(node.children)
  }
  return text
}
