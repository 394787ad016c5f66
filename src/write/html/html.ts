/** One web page that needs nothing from elsewhere: all that it shows stands in it or, on request, beside it. */
import type { ElementContent, Root, RootContent } from 'hast'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { VFile } from 'vfile'
import { report } from '../../diagnostics/report.ts'
import { localeFor } from '../../locale/locale.ts'
import type { Locale } from '../../locale/types.ts'
import { type CodeTokens, codeTokens } from '../../publication/code-tokens.ts'
import { readingMinutes, wordCount } from '../../publication/metadata.ts'
import type { Edition, Writer } from '../types.ts'
import { webText } from '../web/characters.ts'
import { contentsList, sectionCount } from '../web/contents.ts'
import type { HastSettings } from '../web/context.ts'
import { emblemToHast } from '../web/emblem.ts'
import { toHast } from '../web/hast.ts'
import { colophon } from '../web/interface.ts'
import { onLines, text } from '../web/nodes.ts'
import { openingToHast } from '../web/opening.ts'
import { hastSettings } from '../web/settings.ts'
import { templateFile } from '../web/style.ts'
import { type Carrier, carryBeside, carryInside } from './carrier.ts'
import { citeBlock } from './cite.ts'
import { headMetadata } from './head.ts'
import { pageScript } from './script.ts'
import { contentSecurityPolicy } from './security.ts'
import { structuredData } from './structured-data.ts'
import { pageStyles } from './styles.ts'
import { documentElement, fillPage, type SlotContent } from './template.ts'

/** Everything in the page. */
export const html: Writer = (edition, messages) => webPage(edition, carryInside(), messages)

/** The page with its style sheets, fonts, pictures and script in files of their own, in a folder beside it. */
export async function htmlBeside(edition: Edition, folder: string, messages: VFile) {
  const carrier = carryBeside(folder)
  const page = await webPage(edition, carrier, messages)
  return { page, files: carrier.files() }
}

async function webPage(edition: Edition, carrier: Carrier, messages: VFile): Promise<Uint8Array> {
  const { design, publication } = edition
  const locale = localeFor(publication.metadata.language)
  if (locale === null) throw new Error(`no locale for ${publication.metadata.language}: publishing checks it`)

  const styles = await pageStyles(edition, locale, carrier.font, messages)
  const data = structuredData(publication, design.brandName)
  const body = bodySlots(edition, locale, await codeTokens(publication), carrier)
  const script = pageScript(body.text ?? [], body.contents ?? [])
  const runs = script === '' ? [] : [script]
  const { parts } = carrier
  const policy = parts.inline
    ? contentSecurityPolicy(
        styles.map(({ css }) => css),
        [...runs, data],
        parts,
      )
    : contentSecurityPolicy([], [data], parts)
  const slots: SlotContent = {
    security: [h('meta', { httpEquiv: 'Content-Security-Policy', content: policy })],
    metadata: onLines(headMetadata(publication, design.brandName || publication.metadata.organisation)),
    style: onLines(styles.map(carrier.style)),
    'structured-data': [h('script', { type: 'application/ld+json' }, data)],
    ...body,
    script: runs.map(carrier.script),
  }
  const page = fillPage(design.slots.html, slots)
  const path = templateFile(design, 'page.html')
  for (const slot of page.unknown)
    report(messages, 'slot-unknown', path, { slot, known: Object.keys(slots).join(', ') })
  for (const slot of page.missing) report(messages, 'slot-missing', path, { slot })

  const { cover, language } = publication.metadata
  const className = cover ? { className: ['cover'] } : {}
  documentElement(page.root).properties = { lang: language, dir: 'ltr', ...className }
  makeLegal(page.root)
  return Buffer.from(`${unified().use(rehypeStringify).stringify(page.root)}\n`)
}

function bodySlots(edition: Edition, locale: Locale, tokens: CodeTokens, carrier: Carrier): SlotContent {
  const { design, opening, publication } = edition
  const settings = hastSettings(
    edition,
    locale,
    { medium: 'page', anchors: true, href: target => `#${target}`, pageStarts: new Map(), tokens },
    carrier.picture,
  )
  const { letterhead, title } = openingToHast(opening, design.brandLink, settings)
  const emblem = design.furniture.emblem === null ? null : emblemToHast(design.furniture.emblem, 'p--')
  return {
    skip: [text(locale.terms.skipToContent)],
    emblem: emblem === null ? [] : [emblem],
    letterhead: onLines(letterhead),
    contents: contents(edition, locale, settings),
    opening: onLines(title),
    text: onLines([...toHast(publication.tree.children, settings), ...notes(edition, locale, settings)]),
    colophon: onLines([
      citeBlock(publication.metadata, design.brandName, locale),
      ...colophonLines(edition, locale).map(line => h('p', line)),
    ]),
  }
}

/** The notes of the text, in the order of their numbers (DPUB-ARIA 1.1, doc-endnotes). */
function notes({ publication }: Edition, locale: Locale, settings: HastSettings): ElementContent[] {
  const all = toHast(publication.tree.notes, settings)
  if (all.length === 0) return []
  // Two hyphens keep it apart from every id of the text.
  const id = 'p--notes'
  const title = h('h2.heading2', { id }, locale.terms.notes)
  const properties = { role: 'doc-endnotes', ariaLabelledBy: [id] }
  return [h('section.notes', properties, onLines([title, h('ol', onLines(all))]))]
}

/** Contents and reading time; a text of one section needs none. */
function contents({ publication }: Edition, locale: Locale, settings: HastSettings): ElementContent[] {
  if (!hasContents(publication)) return []
  const levels = publication.metadata.contents ?? allLevels
  const list = contentsList(publication.sections, settings.language, settings.href, levels)
  const time = h('p.reading-time', locale.readingTime(readingMinutes(wordCount(publication.sections))))
  const details = h('details', onLines([h('summary', locale.terms.contents), list]))
  // Contents that may scroll take the keyboard themselves: a folded list is not sure to (WCAG 2.2, 2.1.1).
  const scrolls = sectionCount(publication.sections, levels) > entriesInView
  const properties = { ariaLabel: locale.terms.contents, ...(scrolls ? { tabIndex: 0 } : {}) }
  return [h('nav.contents', properties, onLines([details, time]))]
}

const allLevels = 6

/** As many contents fit beside the text on a low screen, their titles on two lines each. */
const entriesInView = 12

function hasContents({ metadata, sections }: Edition['publication']): boolean {
  return sectionCount(sections, metadata.contents ?? allLevels) > 1
}

/** With the reading time where no contents show it. */
function colophonLines({ publication }: Edition, locale: Locale): readonly string[] {
  const lines = colophon(publication, locale)
  if (hasContents(publication)) return lines
  return [...lines, locale.readingTime(readingMinutes(wordCount(publication.sections)))]
}

/** Style sheets and data have been made legal before they were hashed; again changes nothing. */
function makeLegal(node: Root | RootContent): void {
  if (node.type === 'text') node.value = webText(node.value)
  if (node.type === 'element') {
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value === 'string') node.properties[name] = webText(value)
    }
  }
  if ('children' in node) for (const child of node.children) makeLegal(child)
}
