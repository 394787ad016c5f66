/** Headings without words: nothing leads to them, and no format that is to be accessible may have one. */
import type { Paragraph, Root } from 'mdast'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import { isVisible } from '../text/visible.ts'
import { SKIP, visit } from '../text/visit.ts'
import { plainText } from './content.ts'
import { isPlain } from './title.ts'

/**
 * Takes them out, with a warning; a picture or a note that stands in one stays as a paragraph. Runs before whatever
 * counts headings or their levels.
 */
export function wordlessHeadings() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'heading', (node, index, parent) => {
      if (parent === undefined || index === undefined || isVisible(plainText(node))) return
      report(file, 'heading-empty', placeOf(node, file), {})
      const { depth: _, ...rest } = node
      const left: readonly Paragraph[] = isPlain(node) ? [] : [{ ...rest, type: 'paragraph' }]
      parent.children.splice(index, 1, ...left)
      return [SKIP, index + left.length]
    })
  }
}
