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
      return words(inlineText(block.children)).length
    case 'thematicBreak':
      return 0
    default:
      return sum(block.children.map(wordsOf))
  }
}

/** The first sentence of the text's own: a reference that stands for a repeat says nothing about the section. */
function summaryOf(blocks: readonly Block[], abbreviations: ReadonlySet<string>): string | undefined {
  for (const block of blocks) {
    if (block.type === 'heading' || block.type === 'thematicBreak') continue
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

/** As readers get it, but for page labels: they are no words of the text. */
function inlineText(inlines: readonly Inline[]): string {
  let text = ''
  for (const node of inlines) {
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value
    else if (node.type === 'break') text += ' '
    else if (node.type !== 'pageReference') text += inlineText(node.children)
  }
  return text
}
