/** What refers to what in a publication's tree. */
import type { FootnoteReference, PublicationNode } from '../../publication/model.ts'
import { everyNode } from '../../publication/walk.ts'

/** The ids that something in the tree points to. */
export function referenceTargets(root: PublicationNode): ReadonlySet<string> {
  const targets = new Set<string>()
  for (const node of everyNode(root)) {
    if (node.type === 'crossReference') targets.add(node.target)
    if (node.type === 'index') for (const entry of node.entries) targets.add(entry.target)
  }
  return targets
}

/** The references of each note, in order, by the note's id. */
export function noteReferences(root: PublicationNode): ReadonlyMap<string, readonly FootnoteReference[]> {
  const references = new Map<string, FootnoteReference[]>()
  for (const node of everyNode(root)) {
    if (node.type !== 'footnoteReference') continue
    const known = references.get(node.target)
    if (known === undefined) references.set(node.target, [node])
    else known.push(node)
  }
  return references
}

/** Two hyphens keep it apart from the ids of blocks and sections. */
export function referenceId({ target, ordinal }: FootnoteReference): string {
  return `${target}--${ordinal}`
}
