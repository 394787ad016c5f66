/** Takes the title out of the body and moves what is left up to level 1. */
import type { Heading, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import { fold } from '../text/fold.ts'
import type { AnyNode } from './nodes.ts'

export interface TitleOptions {
  /** Of the front matter; '' when it has none. */
  readonly title: string
}

/**
 * Sets `tree.data.title`. A first block that is the only heading of level 1 and equals the title (or gives it) is
 * removed, and the other headings move up one level; one that differs stays, with a warning. Without any heading
 * of level 1 the least level becomes 1. Without any title the file's name is the title, with a warning.
 */
export function title(options: TitleOptions) {
  return (tree: Root, file: VFile): void => {
    const headings = tree.children.filter(node => node.type === 'heading')
    const first = tree.children.find(node => node.type !== 'yaml' && node.type !== 'definition')
    const top = headings.filter(heading => heading.depth === 1)
    const candidate = top.length === 1 && first === top[0] ? top[0] : undefined
    const written = candidate === undefined ? '' : textOf(candidate).replace(/\s+/g, ' ').trim()
    const found = options.title || written || (file.data.stem ?? file.stem ?? '')
    tree.data = { ...tree.data, title: found }

    if (options.title === '' && written === '') report(file, 'title-missing', file.path, { title: found })
    if (candidate !== undefined && isPlain(candidate) && fold(written) === fold(found)) {
      tree.children.splice(tree.children.indexOf(candidate), 1)
    } else if (candidate !== undefined) {
      report(file, 'title-differs', placeOf(candidate, file), { title: found, heading: written })
    }
    raise(tree.children.filter(node => node.type === 'heading'))
  }
}

/** Nothing but words: a link, note or picture would be lost with the heading. */
export function isPlain(node: AnyNode): boolean {
  return plain.has(node.type) && (node.children ?? []).every(isPlain)
}
const plain = new Set(['heading', 'text', 'emphasis', 'strong', 'inlineCode', 'break'])

function raise(headings: readonly Heading[]): void {
  const least = Math.min(...headings.map(heading => heading.depth))
  for (const heading of headings) heading.depth = levels[heading.depth - least] ?? 6
}
const levels = [1, 2, 3, 4, 5, 6] as const
