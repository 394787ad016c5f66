/** References to footnotes (ECMA-376 Part 1, 17.11.14). */
import { TextRun } from 'docx'
import type { FootnoteReference } from '../../publication/model.ts'
import { noteBookmark } from './bookmarks.ts'
import type { Build } from './build.ts'
import { noteTargets } from './note-targets.ts'
import { bookmarked, field, type RunContext, type Runs, textRun, xml } from './runs.ts'
import { characterStyles } from './styles.ts'

/** Word has one reference to a note; further ones are fields that repeat its number and lead to it. */
export function noteReference(node: FootnoteReference, { build }: RunContext): Runs {
  const style = { style: characterStyles.noteReference }
  if (build.noted.has(node.target))
    return field(`NOTEREF ${noteBookmark(node.target)} \\h`, node.number, style)
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
  // A note cannot refer to another one: what only notes refer to has its reference beside theirs.
  const inner = [...new Set(noteTargets(node))]
    .filter(other => !build.notedInText.has(other))
    // One of these may refer to the next.
    .flatMap(other => (build.noted.has(other) ? [] : [textRun(' ', style), ...firstReference(other, build)]))
  return [...bookmarked(noteBookmark(target), [run], build), ...inner]
}
