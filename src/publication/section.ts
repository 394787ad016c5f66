/** The metadata of a section, from its blocks as readers get them. */
import type { Described } from './base.ts'
import { readingMinutes } from './metadata.ts'
import type { Section } from './model.ts'
import { sectionContents } from './section-contents.ts'
import type { SectionLinks } from './section-links.ts'
import { summaryOf } from './section-text.ts'

/**
 * @param described - the section as transformed and as published
 * @param abbreviations - which end no sentence, lower case
 * @param links - take its cross-references, and give them back once all sections are known
 */
export function sectionMetadata(
  { source, language, blocks, place, notes }: Described,
  abbreviations: ReadonlySet<string>,
  links: SectionLinks,
): Section {
  const sections = blocks.flatMap(block => (block.type === 'section' ? [block.section] : []))
  const own = blocks.filter(block => block.type !== 'section')
  const { figures, tables, notes: listed, ...contents } = sectionContents(own, notes, abbreviations)
  const words = sections.reduce((sum, section) => sum + section.words, contents.words)
  const { kind, id, number, title, depth, fingerprint, acronyms, repeats } = source
  const { references, referencedBy } = links.add(id, contents.ids, contents.references)
  return {
    ...{ kind, id, number, title, depth, language, words },
    readingMinutes: readingMinutes(words),
    summary: summaryOf(own, abbreviations) ?? sections.find(section => section.summary)?.summary ?? '',
    ...{ fingerprint, figures, tables, notes: listed, acronyms, references, referencedBy, repeats },
    ...{ place, sections },
  }
}
