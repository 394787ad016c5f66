/** The notes that a node refers to, wherever its references stand. */
import type { PublicationNode } from '../../publication/model.ts'
import { everyNode } from '../../publication/walk.ts'

/** @returns their ids, in the order of the references */
export function noteTargets(node: PublicationNode): readonly string[] {
  return [...everyNode(node)].flatMap(inner => (inner.type === 'footnoteReference' ? [inner.target] : []))
}
