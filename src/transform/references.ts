/** Turns links to a place in the same document into cross-references. */
import type { Link, PhrasingContent, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import { slug } from '../text/fold.ts'
import { nearest } from '../text/nearest.ts'
import { crossReference } from './nodes.ts'

/**
 * `[text](#id)` becomes a cross-reference to the section or block with that id, or whose id is the same after
 * folding (`#Lucha-contra-la-Corrupción`). Where there is none the text stays, the link goes, with a warning.
 * Runs after `ids`.
 */
export function references() {
  return (tree: Root, file: VFile): void => {
    const targets: Targets = { ids: new Set(), named: [], guesses: mostGuesses }
    collect(tree, targets)
    resolveIn(tree, targets, file)
  }
}

/** Comparing every dead link with every section takes quadratic time, and nobody reads a thousand guesses. */
const mostGuesses = 100

interface Targets {
  readonly ids: Set<string>
  /** Those that an author may have meant: sections and labels. */
  readonly named: string[]
  /** Missing targets for which the nearest will still be looked for. */
  guesses: number
}

function collect(node: Root | RootContent, targets: Targets): void {
  const id = node.data?.id
  if (id !== undefined) {
    targets.ids.add(id)
    if (node.type === 'section' || node.data?.attributes?.id === id) targets.named.push(id)
  }
  if ('children' in node) for (const child of node.children) collect(child, targets)
}

function resolveIn(node: Root | RootContent, targets: Targets, file: VFile): void {
  if (!('children' in node)) return
  const children: RootContent[] = []
  for (const child of node.children) {
    resolveIn(child, targets, file)
    if (child.type === 'link' && child.url.startsWith('#')) children.push(...resolved(child, targets, file))
    else children.push(child)
  }
  // Phrasing stands where phrasing stood.
  node.children = children as typeof node.children
}

function resolved(link: Link, targets: Targets, file: VFile): readonly PhrasingContent[] {
  const wanted = link.url.slice(1)
  const target = [wanted, slug(wanted)].find(id => targets.ids.has(id))
  if (target === undefined) {
    const guess = targets.guesses-- > 0 ? nearest(wanted, targets.named) : ''
    report(file, 'link-target-missing', placeOf(link, file), { target: wanted, nearest: guess })
    return link.children
  }
  const reference = crossReference(target, link.children)
  if (link.position !== undefined) reference.position = link.position
  return [reference]
}
