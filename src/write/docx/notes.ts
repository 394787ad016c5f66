/** word/footnotes.xml (ECMA-376 Part 1, 17.11.15). */
import { TextRun, type XmlComponent } from 'docx'
import type { FootnoteDefinition } from '../../publication/model.ts'
import { noteBookmark } from './bookmarks.ts'
import type { Build, WrittenNote } from './build.ts'
import type { BlockContext, Blocks } from './context.ts'
import { noteTargets } from './note-targets.ts'
import { paragraph } from './paragraphs.ts'
import { bookmarked, type Runs, textRun, xml } from './runs.ts'
import { separators } from './separators.ts'
import { characterStyles } from './styles.ts'

const style = { style: characterStyles.noteReference }

/** The notes that the text refers to, in that order, each with those that only it leads to: after the text. */
export function footnotes(build: Build, context: BlockContext): readonly XmlComponent[] {
  const placed = new Set(build.notedInText)
  return build.notes.map(({ node, mark }, index) =>
    xml('w:footnote', { 'w:id': index + 1 }, [
      ...numbered(node, countedMark(mark), context),
      ...onlyNoted(node, placed, build).flatMap(other => numbered(other, ownMark(other, build), context)),
    ]),
  )
}

/** What a note refers to, and what that does, in the order of their numbers: all that stands nowhere yet. */
function onlyNoted(note: FootnoteDefinition, placed: Set<string>, build: Build) {
  const chain = [note]
  for (const { children } of chain) {
    for (const target of children.flatMap(noteTargets)) {
      const other = build.definitions.get(target)
      if (other === undefined || placed.has(target)) continue
      placed.add(target)
      chain.push(other)
    }
  }
  return chain.slice(1)
}

/** The number, which Word counts, unless it is given. */
function countedMark(mark: WrittenNote['mark']): Runs {
  return [mark === '' ? new TextRun({ children: [xml('w:footnoteRef')], ...style }) : textRun(mark, style)]
}

function ownMark({ id, number }: FootnoteDefinition, build: Build): Runs {
  return bookmarked(noteBookmark(id), [textRun(number, style)], build)
}

function numbered({ children }: FootnoteDefinition, mark: Runs, context: BlockContext): Blocks {
  const note = { mark, waiting: true }
  const inside: BlockContext = { ...context, role: 'footnote', columns: 0, note }
  const alone = children[0]?.type === 'paragraph' ? [] : [paragraph('footnote', [], inside)]
  return [...alone, ...context.flow(children, inside)]
}

export function separatorNotes(): readonly XmlComponent[] {
  const spacing = xml('w:spacing', { 'w:before': 0, 'w:after': 0 })
  return separators.map(({ id, type }) =>
    xml('w:footnote', { 'w:type': type, 'w:id': id }, [
      xml('w:p', {}, [xml('w:pPr', {}, [spacing]), xml('w:r', {}, [xml(`w:${type}`)])]),
    ]),
  )
}
