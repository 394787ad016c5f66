/** Finds the paragraphs that stand more than once. */
import type { Paragraph, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import type { Place, RepeatPolicy } from '../publication/model.ts'
import { words } from '../text/words.ts'
import { plainText } from './content.ts'
import { equalityKey } from './equality.ts'
import type { Section } from './nodes.ts'

/** Shorter paragraphs are formulas of their kind («El Perú saluda…»), and not worth a reference. */
export const fewestWords = 20

/** A top-level paragraph that may stand more than once. */
export interface Candidate {
  readonly paragraph: Paragraph
  readonly section: Section
  /** Position among the candidates of its section. */
  readonly ordinal: number
  readonly text: string
  readonly key: string
  /** As compared, without marks. */
  readonly comparable: string
  readonly place: Place
  /** What the paragraph itself says (`{repeats=keep}`). */
  readonly own: RepeatPolicy | undefined
}

export interface Candidates {
  /** In the order of the document. */
  readonly all: readonly Candidate[]
  readonly bySection: ReadonlyMap<Section, readonly Candidate[]>
  /** Equal ones, in the order of the document; also those that stand once. */
  readonly groups: ReadonlyMap<string, readonly Candidate[]>
}

/** @param tree - with sections: what stands outside them is no candidate */
export function findCandidates(tree: Root, file: VFile): Candidates {
  const all: Candidate[] = []
  const bySection = new Map<Section, Candidate[]>()
  const groups = new Map<string, Candidate[]>()
  const visit = (node: RootContent): void => {
    if (node.type !== 'section') return
    const own: Candidate[] = []
    bySection.set(node, own)
    for (const child of node.children) {
      visit(child)
      const candidate = child.type === 'paragraph' ? candidateOf(child, node, own.length, file) : null
      if (candidate === null) continue
      all.push(candidate)
      own.push(candidate)
      const group = groups.get(candidate.key)
      if (group === undefined) groups.set(candidate.key, [candidate])
      else group.push(candidate)
    }
  }
  for (const child of tree.children) visit(child)
  return { all, bySection, groups }
}

function candidateOf(paragraph: Paragraph, section: Section, ordinal: number, file: VFile): Candidate | null {
  const text = plainText(paragraph)
  if (words(text).length < fewestWords || paragraph.data?.role === 'repeat-reference') return null
  const key = equalityKey(paragraph)
  const written = paragraph.data?.attributes?.values.repeats
  const own = policies.find(policy => policy === written)
  return {
    paragraph,
    section,
    ordinal,
    text,
    key,
    comparable: key.slice(0, key.indexOf('\0')),
    place: placeOf(paragraph, file),
    own,
  }
}

const policies: readonly RepeatPolicy[] = ['reference', 'last', 'first', 'report', 'keep']
