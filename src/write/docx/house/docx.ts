/** A Word file made in a house's own one. */
import type { VFile } from 'vfile'
import type { WordTemplate } from '../../../design/types.ts'
import { report } from '../../../diagnostics/report.ts'
import { codeTokens } from '../../../publication/code-tokens.ts'
import { xmlText } from '../../../text/xml-tree.ts'
import type { Edition } from '../../types.ts'
import { plainSection, SectionBreak, type SectionShape } from '../breaks.ts'
import { newBuild } from '../build.ts'
import { linksOf, written } from '../content.ts'
import { noticeXml, watermarkXml } from '../furniture.ts'
import { openingParagraphs } from '../opening.ts'
import { makeParts } from '../parts.ts'
import { sectionProperties } from '../section.ts'
import { graft } from './graft.ts'
import { openHouse } from './house.ts'
import { houseSection, wholeSection } from './sections.ts'

/** @param edition - on the pages of the house's file */
export async function inHouse(
  edition: Edition,
  template: WordTemplate,
  messages: VFile,
): Promise<Uint8Array> {
  const house = openHouse(template, edition)
  const opening = edition.opening.filter(({ role }) => !house.said.has(role))
  const build = newBuild({ ...edition, opening }, await codeTokens(edition.publication))
  const before = openingParagraphs(build)
  const { cover, section } = house
  build.pageBreak = cover === null && edition.publication.metadata.cover
  const content = written(cover === null ? before : [...before, new SectionBreak(coverShape)], build)
  const parts = makeParts({ ...content, furniture: [] }, build, (shape, previous) => {
    if (shape === coverShape && cover !== null) return xmlText(wholeSection(cover))
    const last = previous === coverShape ? null : previous
    return section === null ? sectionProperties([], edition, shape, last) : houseSection(section, shape, last)
  })
  const { language } = edition.publication.metadata
  const { styles: list, deepest } = build.headings
  // What the house's first page has said, its heads still have to say.
  const head = newBuild(edition, new Map())
  const notices = { notice: noticeXml(head), watermark: () => watermarkXml(head) }
  const made = graft(house, { parts, links: linksOf(build), language, headings: { list, deepest }, notices })
  const { path } = template
  if (made.renumbered) report(messages, 'word-template-numbers', path, { path })
  if (made.added.length > 0)
    report(messages, 'word-template-styles', path, { path, styles: made.added.join(', ') })
  const { dropped } = template
  if (dropped !== '') {
    const text = dropped.length > 60 ? `${dropped.slice(0, 60)}…` : dropped
    report(messages, 'word-template-text', path, { path, text })
  }
  return made.bytes
}

/** Of the house's first section, told from others by being this one. */
const coverShape: SectionShape = { ...plainSection }
