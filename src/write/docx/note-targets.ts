/** The notes that a node refers to, wherever its references stand. */
import type { PublicationNode } from '../../publication/model.ts'

/** @returns their ids, in the order of the references */
export function noteTargets(node: PublicationNode): readonly string[] {
  if (node.type === 'footnoteReference') return [node.target]
  const children: readonly PublicationNode[] = 'children' in node ? node.children : []
  const captions: readonly PublicationNode[] =
    node.type === 'figure' || node.type === 'table' ? node.caption : node.type === 'box' ? node.title : []
  const below: readonly PublicationNode[] = node.type === 'table' ? node.note : []
  return [...captions, ...children, ...below].flatMap(noteTargets)
}
