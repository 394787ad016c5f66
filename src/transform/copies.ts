/** Finds the paragraphs that stand more than once. */
import type { Paragraph, Root } from 'mdast'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import type { Place, RepeatPolicy } from '../publication/model.ts'
import type { Columns } from '../read/nodes.ts'
import { countWords } from '../text/words.ts'
import { plainText } from './content.ts'
import { comparableOf, equalityKey } from './equality.ts'
import type { Section } from './nodes.ts'

/** Shorter paragraphs are formulas of their kind («El Perú saluda…»), and not worth a reference. */
export const fewestWords = 20

/**
 * A paragraph of the running text that may stand more than once: one of a section, also in its columns, which are
 * only a look. What stands in a list, quotation, box, table, figure, note, definition, signature or address is no
 * candidate: it is there for the sake of that block (a summary restates, a quotation quotes), which would be left
 * with a hole.
 */
export interface Candidate {
  readonly paragraph: Paragraph
  readonly section: Section
  /** What holds it: the section, or columns in it. */
  readonly parent: Section | Columns
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
  const take = (
    paragraph: Paragraph,
    parent: Candidate['parent'],
    section: Section,
    own: Candidate[],
  ): void => {
    const candidate = candidateOf(paragraph, { parent, section, ordinal: own.length }, file)
    if (candidate === null) return
    all.push(candidate)
    own.push(candidate)
    const group = groups.get(candidate.key)
    if (group === undefined) groups.set(candidate.key, [candidate])
    else group.push(candidate)
  }
  const visit = (section: Section): void => {
    const own: Candidate[] = []
    bySection.set(section, own)
    const visitIn = (parent: Candidate['parent']): void => {
      for (const child of parent.children) {
        if (child.type === 'section') visit(child)
        else if (child.type === 'columns') visitIn(child)
        else if (child.type === 'paragraph') take(child, parent, section, own)
      }
    }
    visitIn(section)
  }
  for (const child of tree.children) if (child.type === 'section') visit(child)
  return { all, bySection, groups }
}

function candidateOf(
  paragraph: Paragraph,
  where: Pick<Candidate, 'parent' | 'section' | 'ordinal'>,
  file: VFile,
): Candidate | null {
  const text = plainText(paragraph)
  if (countWords(text) < fewestWords || paragraph.data?.role === 'repeat-reference') return null
  const key = equalityKey(paragraph)
  const written = paragraph.data?.attributes?.values.repeats
  const own = policies.find(policy => policy === written)
  return {
    paragraph,
    ...where,
    text,
    key,
    comparable: comparableOf(key),
    place: placeOf(paragraph, file),
    own,
  }
}

const policies: readonly RepeatPolicy[] = ['reference', 'last', 'first', 'report', 'keep']
