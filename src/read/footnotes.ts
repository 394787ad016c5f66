/** Notes: each text has one call or more, and each label one text. */
import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import { isVisible } from '../text/visible.ts'
import { SKIP, visit } from '../text/visit.ts'
import { calledInCaptions } from './captions.ts'
import type { Context } from './context.ts'

/**
 * Takes out the notes that nothing calls, with a warning; refuses a second text for one label, and a note without.
 *
 * @param tree - of one file, changed in place
 * @param prefix - told apart from the notes of other files of the document; '' for the document's own
 */
export function checkFootnotes(tree: Root, prefix: string, { file }: Context): void {
  const texts = new Map<string, FootnoteDefinition>()
  visit(tree, node => {
    if (node.type !== 'footnoteDefinition') return
    const former = texts.get(node.identifier)
    if (former === undefined) texts.set(node.identifier, node)
    else {
      const label = node.label ?? node.identifier
      report(file, 'footnote-duplicate', placeOf(node, file), { label, line: placeOf(former, file).line })
    }
  })
  const called = calledNotes(tree, texts)
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (called.has(node.identifier) || parent === undefined || index === undefined) return
    report(file, 'footnote-unused', placeOf(node, file), { label: node.label ?? node.identifier })
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  for (const [identifier, note] of texts) {
    const label = note.label ?? identifier
    if (called.has(identifier) && isSilent(note))
      report(file, 'footnote-empty', placeOf(note, file), { label })
  }
  if (prefix === '') return
  visit(tree, node => {
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
      node.identifier = `${prefix}:${node.identifier}`
    }
  })
}

/** Notes that the text calls, and those that these call: what only calls itself is called by nobody. */
function calledNotes(tree: Root, texts: ReadonlyMap<string, FootnoteDefinition>): ReadonlySet<string> {
  const called = new Set([...calledInCaptions(tree), ...callsIn(tree)])
  // The set grows while it is gone through.
  for (const identifier of called) {
    const note = texts.get(identifier)
    if (note !== undefined) for (const other of callsIn(note)) called.add(other)
  }
  return called
}

/** Outside the notes that stand in it. */
function callsIn(node: Nodes): readonly string[] {
  if (node.type === 'footnoteReference') return [node.identifier]
  const children: readonly Nodes[] = 'children' in node ? node.children : []
  return children.flatMap(child => (child.type === 'footnoteDefinition' ? [] : callsIn(child)))
}

function isSilent(node: Nodes): boolean {
  if ('children' in node) return node.children.every(isSilent)
  return silent.has(node.type) || ('value' in node && !isVisible(node.value))
}
const silent = new Set(['break', 'definition', 'thematicBreak'])
