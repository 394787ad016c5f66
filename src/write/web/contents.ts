/** Contents: the sections as nested lists of links. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Section } from '../../publication/model.ts'
import { onLines } from './nodes.ts'

/**
 * @param sections - of the publication
 * @param language - BCP 47, of what stands around: entries in another language say so
 * @param href - address of a section by its id
 */
export function contentsList(
  sections: readonly Section[],
  language: string,
  href: (id: string) => string,
): Element {
  const items = sections.map(section => {
    const number = section.number === '' ? [] : [h('span.number', section.number), ' ']
    const lang = section.language === language ? {} : { lang: section.language }
    const entry = h('a', { href: href(section.id) }, [...number, section.title])
    if (section.sections.length === 0) return h('li', lang, entry)
    return h('li', lang, onLines([entry, contentsList(section.sections, section.language, href)]))
  })
  return h('ol', onLines(items))
}

/** How many entries {@link contentsList} has. */
export function sectionCount(sections: readonly Section[]): number {
  return sections.reduce((sum, section) => sum + 1 + sectionCount(section.sections), 0)
}

/** Titles that more than one section has. */
export function sharedTitles(sections: readonly Section[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  const visit = (section: Section) => {
    if (seen.has(section.title)) shared.add(section.title)
    seen.add(section.title)
    for (const inner of section.sections) visit(inner)
  }
  for (const section of sections) visit(section)
  return shared
}

/** Minutes that the whole text takes at the rate of the sections' own. */
export function readingMinutes(sections: readonly Section[]): number {
  const words = sections.reduce((sum, section) => sum + section.words, 0)
  return Math.max(1, Math.ceil(words / 200))
}
