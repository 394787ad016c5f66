/** Contents: the sections as nested lists of links. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Section } from '../../publication/model.ts'
import { onLines } from './nodes.ts'

/**
 * @param sections - of the publication
 * @param language - BCP 47, of what stands around: entries in another language say so
 * @param href - address of a section by its id
 * @param levels - how many are listed, 1 or more
 */
export function contentsList(
  sections: readonly Section[],
  language: string,
  href: (id: string) => string,
  levels: number,
): Element {
  const items = sections.map(section => {
    const number = section.number === '' ? [] : [h('span.number', section.number), ' ']
    const lang = section.language === language ? {} : { lang: section.language }
    const entry = h('a', { href: href(section.id) }, [...number, section.title])
    if (section.sections.length === 0 || levels === 1) return h('li', lang, entry)
    const inner = contentsList(section.sections, section.language, href, levels - 1)
    return h('li', lang, onLines([entry, inner]))
  })
  return h('ol', onLines(items))
}

/** How many entries {@link contentsList} has. */
export function sectionCount(sections: readonly Section[], levels: number): number {
  if (levels === 0) return 0
  return sections.reduce((sum, section) => sum + 1 + sectionCount(section.sections, levels - 1), 0)
}

/** What names a section among the page's landmarks: its heading, that of the section around it too, or nothing. */
export type SectionName = 'own' | 'with-parent' | 'none'

/**
 * By section id. A name that two sections would share names neither: landmarks have to differ (WCAG technique ARIA11).
 *
 * @param taken - names of landmarks beside the text
 */
export function sectionNames(
  sections: readonly Section[],
  taken: readonly string[],
): ReadonlyMap<string, SectionName> {
  const others = taken.map(name => name.toLowerCase())
  const all: { readonly id: string; readonly short: string; readonly around: string }[] = []
  const visit = (section: Section, around: string) => {
    const short = `${section.number} ${section.title}`.replace(/\s+/g, ' ').trim().toLowerCase()
    all.push({ id: section.id, short, around })
    for (const inner of section.sections) visit(inner, short)
  }
  for (const section of sections) visit(section, '')

  const shorts = counted([...all.map(({ short }) => short), ...others])
  const chosen = all.map(({ id, short, around }) =>
    shorts.get(short) === 1 || around === ''
      ? { id, by: 'own' as const, name: short }
      : { id, by: 'with-parent' as const, name: `${around} ${short}` },
  )
  const names = counted([...chosen.map(({ name }) => name), ...others])
  return new Map(chosen.map(({ id, by, name }) => [id, names.get(name) === 1 ? by : 'none']))
}

function counted(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
