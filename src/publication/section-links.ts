/** The cross-references between the sections of one document, listed at both ends. */
import type { Section, SectionReference } from './model.ts'

/** A reference as found, before it is known in which section its target stands. */
export type FoundReference = Pick<SectionReference, 'target' | 'label' | 'place'>

interface Ends {
  readonly references: SectionReference[]
  readonly referencedBy: SectionReference[]
}

export interface SectionLinks {
  /**
   * @param section - its id
   * @param blocks - ids of all that stands in it, subsections apart
   * @param found - references that stand there
   * @returns its two lists, which `connect` fills
   */
  readonly add: (
    section: string,
    blocks: readonly string[],
    found: readonly FoundReference[],
  ) => { readonly [End in keyof Ends]: readonly SectionReference[] }
  /** To be called once, when all sections of the document are there. */
  readonly connect: (sections: readonly Section[]) => void
}

export function sectionLinks(): SectionLinks {
  const sectionOf = new Map<string, string>()
  const all = new Map<string, Ends & { readonly found: readonly FoundReference[] }>()
  const connect = (sections: readonly Section[]): void => {
    // Sections are described from the inside out, and listed here in the order of the text.
    for (const { id, sections: inner } of sections) {
      const own = all.get(id)
      for (const { target, label, place } of own?.found ?? []) {
        const to = sectionOf.get(target)
        if (to === undefined) continue
        const reference = { from: id, to, target, label, place }
        own?.references.push(reference)
        all.get(to)?.referencedBy.push(reference)
      }
      connect(inner)
    }
  }
  const add: SectionLinks['add'] = (section, blocks, found) => {
    for (const block of [section, ...blocks]) sectionOf.set(block, section)
    const ends: Ends = { references: [], referencedBy: [] }
    all.set(section, { ...ends, found })
    return ends
  }
  return { add, connect }
}
