/** word/footnotes.xml (ECMA-376 Part 1, 17.11.15). */
import type { XmlComponent } from 'docx'
import type { Build } from './build.ts'
import type { BlockContext } from './context.ts'
import { paragraph } from './paragraphs.ts'
import { xml } from './runs.ts'
import { separators } from './separators.ts'

/** The notes that the text refers to, in that order: after the text. */
export function footnotes(build: Build, context: BlockContext): readonly XmlComponent[] {
  return build.notes.map(({ node, mark }, index) => {
    const note = { mark, waiting: true }
    const inside: BlockContext = { ...context, role: 'footnote', columns: 0, note }
    const begins = node.children[0]?.type === 'paragraph'
    const alone = begins ? [] : [paragraph('footnote', [], inside)]
    return xml('w:footnote', { 'w:id': index + 1 }, [...alone, ...context.flow(node.children, inside)])
  })
}

export function separatorNotes(): readonly XmlComponent[] {
  const spacing = xml('w:spacing', { 'w:before': 0, 'w:after': 0 })
  return separators.map(({ id, type }) =>
    xml('w:footnote', { 'w:type': type, 'w:id': id }, [
      xml('w:p', {}, [xml('w:pPr', {}, [spacing]), xml('w:r', {}, [xml(`w:${type}`)])]),
    ]),
  )
}
