/** What stands in a section: its words, figures, tables, notes and references. */
import { countWords } from '../text/words.ts'
import type { Block, CaptionedItem, Figure, FootnoteDefinition, Inline, NoteItem, Table } from './model.ts'
import type { FoundReference } from './section-links.ts'
import { inlineText, summaryOf } from './section-text.ts'

export interface SectionContents {
  readonly figures: readonly CaptionedItem[]
  readonly tables: readonly CaptionedItem[]
  readonly notes: readonly NoteItem[]
  readonly references: readonly FoundReference[]
  /** Of all blocks, notes included. */
  readonly ids: readonly string[]
  /** Of text, captions, cells, titles of boxes, code and notes. */
  readonly words: number
}

/**
 * @param blocks - of one section, without its subsections
 * @param notes - texts of the footnotes by id: each belongs where its first reference stands, also in another note
 */
export function sectionContents(
  blocks: readonly Block[],
  notes: ReadonlyMap<string, FootnoteDefinition>,
  abbreviations: ReadonlySet<string>,
): SectionContents {
  const figures: CaptionedItem[] = []
  const tables: CaptionedItem[] = []
  const listed: NoteItem[] = []
  const references: FoundReference[] = []
  const ids: string[] = []
  let count = 0

  const seeBlock = (block: Block): void => {
    ids.push(block.id)
    switch (block.type) {
      case 'figure':
        seeCaption(block, figures)
        break
      case 'table':
        seeCaption(block, tables)
        seeBlocks([...block.children, ...block.note])
        break
      case 'box':
        seeText(block.title)
        seeBlocks(block.children)
        break
      case 'heading':
      case 'paragraph':
      case 'definitionTerm':
        seeText(block.children)
        break
      case 'code':
        count += countWords(block.value)
        break
      // Made of what is counted where it stands.
      case 'index':
      case 'glossary':
      case 'pageBreak':
      case 'thematicBreak':
        break
      default:
        seeBlocks(block.children)
    }
  }
  const seeBlocks = (many: readonly Block[]): void => {
    for (const block of many) seeBlock(block)
  }
  const seeCaption = ({ id, label, caption }: Figure | Table, list: CaptionedItem[]): void => {
    list.push({ id, label, caption: inlineText(caption) })
    seeText(caption)
  }
  const seeText = (inlines: readonly Inline[]): void => {
    count += countWords(inlineText(inlines))
    seeInlines(inlines)
  }
  const seeInlines = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if (inline.type === 'footnoteReference' && inline.ordinal === 1) seeNote(notes.get(inline.target))
      if (inline.type === 'crossReference') {
        const { target, children, place } = inline
        references.push({ target, label: inlineText(children), place })
      }
      if ('children' in inline) seeInlines(inline.children)
    }
  }
  const seeNote = (note: FootnoteDefinition | undefined): void => {
    if (note === undefined) return
    const { id, number, children } = note
    listed.push({ id, number, summary: summaryOf(children, abbreviations) ?? '' })
    seeBlock(note)
  }
  seeBlocks(blocks)
  return { figures, tables, notes: listed, references, ids, words: count }
}
