/** Nests the flat list of blocks into sections. */
import type { Heading, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import { sha256 } from '../text/digest.ts'
import { plainText, signature } from './content.ts'
import type { Section } from './nodes.ts'

/**
 * Puts every heading of the body and what follows it into a section, and the blocks before the first heading into
 * the lead section, titled as the document. A heading that skips a level keeps its look (`data.look`) and takes
 * the level of its nesting, with a warning. Runs after `title`.
 */
export function sections() {
  return (tree: Root, file: VFile): void => {
    const top: Section[] = []
    const open: Section[] = []
    for (const node of tree.children) {
      if (node.type === 'heading') {
        while (look(open.at(-1)) >= node.depth) open.pop()
        const outer = open.at(-1)
        const section = headed(node, outer, file)
        const siblings: RootContent[] = outer?.children ?? top
        siblings.push(section)
        open.push(section)
      } else {
        if (open.length === 0) {
          open.push(newSection('lead', tree.data?.title ?? '', 1, []))
          top.push(...open)
        }
        open.at(-1)?.children.push(node)
      }
    }
    for (const section of top) complete(section)
    tree.children = top
  }
}

/** Level of a section's heading as written; a lead section ends at any heading. */
function look(section: Section | undefined): number {
  if (section === undefined) return 0
  const [heading] = section.children
  if (section.kind === 'lead' || heading?.type !== 'heading') return Number.POSITIVE_INFINITY
  return heading.data?.look ?? 0
}

function headed(heading: Heading, outer: Section | undefined, file: VFile): Section {
  const title = plainText(heading).replace(/\s+/g, ' ').trim()
  const level = outer === undefined ? 0 : look(outer)
  const depth = (outer?.depth ?? 0) + 1
  if (heading.depth > level + 1) {
    report(file, 'heading-level-skipped', placeOf(heading, file), { from: level, to: heading.depth })
  }
  heading.data = { ...heading.data, look: heading.depth }
  heading.depth = levels[depth - 1] ?? 6
  return newSection('heading', title, depth, [heading])
}
const levels = [1, 2, 3, 4, 5, 6] as const

function newSection(
  kind: Section['kind'],
  title: string,
  depth: number,
  children: Section['children'],
): Section {
  const data = { hName: 'section' }
  const unknown = { id: '', number: '', fingerprint: '' }
  return { type: 'section', kind, title, depth, ...unknown, acronyms: [], repeats: [], children, data }
}

/** What depends on all that a section holds: from its first block to its last, subsections included. */
function complete(section: Section): void {
  for (const child of section.children) if (child.type === 'section') complete(child)
  const first = section.children[0]?.position
  const last = section.children.at(-1)?.position
  if (first !== undefined && last !== undefined) section.position = { start: first.start, end: last.end }
  section.fingerprint = sha256(section.children.map(child => ownText(child)).join('\n'))
}

/** A subsection stands for itself by its fingerprint, so that no text is hashed twice. */
function ownText(node: RootContent): string {
  return node.type === 'section' ? node.fingerprint : signature(node)
}
