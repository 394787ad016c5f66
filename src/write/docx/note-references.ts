/** References to footnotes (ECMA-376 Part 1, 17.11.14). */
import { TextRun } from 'docx'
import type { FootnoteReference } from '../../publication/model.ts'
import { noteBookmark } from './bookmarks.ts'
import type { Build } from './build.ts'
import { bookmarked, field, type RunContext, type Runs, textRun, xml } from './runs.ts'
import { characterStyles } from './styles.ts'

/**
 * Word has one reference to a note; further ones are fields that repeat its number and lead to it. What only notes
 * refer to has none, since a note cannot refer to another one: its number leads to where `notes.ts` has put it.
 */
export function noteReference(node: FootnoteReference, { build }: RunContext): Runs {
  const style = { style: characterStyles.noteReference }
  const anchor = noteBookmark(node.target)
  if (!build.notedInText.has(node.target))
    return [xml('w:hyperlink', { 'w:anchor': anchor, 'w:history': 1 }, [textRun(node.number, style)])]
  if (build.noted.has(node.target)) return field(`NOTEREF ${anchor} \\h`, node.number, style)
  return firstReference(node.target, build)
}

function firstReference(target: string, build: Build): Runs {
  const node = build.definitions.get(target)
  if (node === undefined) throw new Error(`reference to the note «${target}», which is not in the tree`)
  const mark = node.number === String(build.countedNotes + 1) ? '' : node.number
  if (mark === '') build.countedNotes++
  build.noted.add(target)
  build.notes.push({ node, mark })
  const id = build.notes.length
  const reference = xml('w:footnoteReference', {
    'w:customMarkFollows': mark === '' ? undefined : 1,
    'w:id': id,
  })
  const style = { style: characterStyles.noteReference }
  const run = new TextRun({ children: mark === '' ? [reference] : [reference, mark], ...style })
  return bookmarked(noteBookmark(target), [run], build)
}
