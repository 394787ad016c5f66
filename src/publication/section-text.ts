/** The text of blocks as readers get it, for the metadata of sections. */
import { firstSentence } from '../text/sentences.ts'
import type { Block, Inline } from './model.ts'

/** All but page labels and the numbers of notes, which are no words of the text. */
export function inlineText(inlines: readonly Inline[]): string {
  let text = ''
  for (const node of inlines) {
    if ('value' in node) text += node.value
    else if (node.type === 'break') text += ' '
    else if ('children' in node) text += inlineText(node.children)
  }
  return text
}

/**
 * The first sentence of the text's own: a reference that stands for a repeat says nothing about its section.
 *
 * @returns undefined where no block has a sentence
 */
export function summaryOf(blocks: readonly Block[], abbreviations: ReadonlySet<string>): string | undefined {
  for (const block of blocks) {
    // A table holds no sentence of the text's own.
    if (!('children' in block) || block.type === 'table') continue
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
