/** One node type, one element: the table that web page and book share. */
import type { ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import { normalizeUri } from 'micromark-util-sanitize-uri'
import type { Handlers, SectionNode, Styled, Text } from '../../publication/model.ts'
import { codeToHast } from './code.ts'
import {
  block,
  type Context,
  type HastSettings,
  language,
  languageChange,
  type Result,
  target,
  titleId,
} from './context.ts'
import { noteToHast, prependToFirst, referenceToHast } from './footnotes.ts'
import { linked } from './links.ts'
import { glossaryToHast, indexToHast } from './lists.ts'
import { onLines, text } from './nodes.ts'
import { pageMark } from './page-marks.ts'
import { figureToHast, imageToHast } from './pictures.ts'
import { cellToHast, rowToHast, tableToHast } from './table.ts'

export const handlers = {
  root: (node, { all }) => all(node),

  section(node, context) {
    const name = sectionName(node, context)
    return h('section', { id: node.id, ...language(node, context), ...name }, onLines(context.all(node)))
  },

  heading(node, context) {
    const { all, parent, settings } = context
    const number = node.number === '' ? [] : [h('span.number', node.number), text(' ')]
    const properties = { id: node.id, className: [`heading${node.look}`], ...language(node, context) }
    const content = [...number, ...all(node)]
    // HTML's own levels end at h6; ARIA goes on.
    const level = node.depth < 6 ? {} : { ariaLevel: node.depth + 1 }
    const heading = h(`h${Math.min(node.depth + 1, 6)}`, { ...properties, ...level }, content)
    if (!settings.anchors || parent?.type !== 'section') return heading
    // Beside the heading, not in it: its name is read with neither heading nor section.
    const anchor = h('a.anchor', { href: settings.href(parent.id), ariaLabel: parent.section.title })
    return h('div.heading', [heading, anchor])
  },

  paragraph(node, context) {
    // A signature, an address and a cell say by their own element what their paragraphs are.
    const classed = node.role === 'repeat-reference' || node.role === 'inner-heading'
    const className = classed ? { className: [node.role] } : {}
    return h('p', { ...target(node, context), ...className, ...language(node, context) }, context.all(node))
  },

  list(node, context) {
    const className = node.spread ? {} : { className: ['tight'] }
    const start = node.ordered && node.start !== 1 ? { start: node.start } : {}
    return block(node.ordered ? 'ol' : 'ul', node, context, { ...className, ...start })
  },

  listItem(node, context) {
    if (node.task === 'none') return block('li', node, context)
    const { taskOpen, taskDone } = context.settings.locale.terms
    const done = node.task === 'done'
    const name = { role: 'img', ariaLabel: done ? taskDone : taskOpen }
    const content = context.all(node)
    prependToFirst(content, [h('span.check', name, done ? '☑\uFE0E' : '☐'), text(' ')])
    const properties = { ...target(node, context), className: ['task'], ...language(node, context) }
    return h('li', properties, onLines(content))
  },

  blockquote: (node, context) => block('blockquote', node, context),
  thematicBreak: (node, context) => h('hr', target(node, context)),

  code: codeToHast,

  figure: figureToHast,
  table: tableToHast,
  tableRow: rowToHast,
  tableCell: cellToHast,
  footnoteDefinition: noteToHast,

  definitionList: (node, context) => block('dl', node, context, { className: ['definitions'] }),
  definitionTerm: (node, context) =>
    h('dt', { ...target(node, context), ...language(node, context) }, context.all(node)),
  definitionDescription: (node, context) => block('dd', node, context),

  box(node, context) {
    const { all, some } = context
    const title = h('p.box-title', { id: titleId(node) }, some(node.title, node))
    const properties = {
      ...target(node, context),
      className: ['box', `box-${node.kind}`],
      role: 'note',
      ariaLabelledBy: [titleId(node)],
      ...language(node, context),
    }
    return h('div', properties, onLines([title, ...all(node)]))
  },

  columns: (node, context) =>
    block('div', node, context, { className: ['columns', `columns-${node.count}`] }),

  pageBreak: (node, context) =>
    context.settings.medium === 'page'
      ? h('div.page-break', target(node, context))
      : { nothing: 'the pages of a book that flows are those of its reader' },

  index: indexToHast,
  glossary: glossaryToHast,
  signature: (node, context) => block('div', node, context, { className: ['signature'] }),
  // Not `address`, which is for the contact of whoever wrote the page.
  address: (node, context) => block('div', node, context, { className: ['postal'] }),

  text: (node, { settings }) => textToHast(node, settings),
  strong: (node, { all }) => h('strong', all(node)),
  emphasis: (node, { all }) => h('em', all(node)),
  inlineCode: node => h('code', node.value),
  break: () => [h('br'), text('\n')],
  delete: (node, { all }) => h('del', all(node)),
  superscript: (node, { all }) => h('sup', all(node)),
  subscript: (node, { all }) => h('sub', all(node)),
  styled: (node, { all }) => h(styledTags[node.style], all(node)),
  span: (node, { all, settings }) =>
    h('span', { lang: node.language, ...languageChange(node.language, settings.language) }, all(node)),
  abbreviation: node => h('abbr', { title: node.expansion }, node.value),
  footnoteReference: referenceToHast,
  image: imageToHast,

  link(node, { all }) {
    const title = node.title === '' ? {} : { title: node.title }
    const rel = /^https?:/i.test(node.url) ? { rel: ['external'] } : {}
    const [only] = node.children
    // On paper links print their address, but for those that show it already.
    const shown = node.children.length === 1 && only?.type === 'text' && only.value === node.url
    const className = shown ? { className: ['address'] } : {}
    const properties = { href: normalizeUri(node.url), ...className, ...title, ...rel }
    return linked(all(node), piece => h('a', properties, piece))
  },
  crossReference: (node, { all, settings }) =>
    linked(all(node), piece => h('a.cross-reference', { href: settings.href(node.target) }, piece)),
  pageReference: () => ({ nothing: 'there are no pages in a web page or a book that flows' }),
} satisfies Handlers<Context, Result>

const styledTags: Readonly<Record<Styled['style'], string>> = {
  keyboard: 'kbd',
  highlight: 'mark',
  underline: 'u',
  insertion: 'ins',
  'small-caps': 'span.small-caps',
}

/** Marks of pages stand where these begin. */
function textToHast(node: Text, { pageStarts }: HastSettings): ElementContent[] {
  const content: ElementContent[] = []
  let from = 0
  for (const start of pageStarts.get(node) ?? []) {
    content.push(...withDashesKept(node.value.slice(from, start.offset)), pageMark(start))
    from = start.offset
  }
  content.push(...withDashesKept(node.value.slice(from)))
  return content
}

/**
 * Browsers break lines after any hyphen and around dashes, and would part them from their words: «coordinar -con
 * los sectores-», «el acuerdo —firmado en Lima— rige». What holds together is the dash and the letters beside it.
 * Words before a dash are looked for only where there is one: the search is the slowest of a page.
 */
const range = String.raw`[\p{L}\p{N}]+(?:\u2011[\p{L}\p{N}]+)+`
const opening = String.raw`(?<![^\s([«“])[-–—][\p{L}\p{N}¿¡«“(]{1,16}[—–]?`
const closing = String.raw`[^\s—–]{1,16}[—–](?![\p{L}\p{N}])[.,;:!?»”)\]]*`
const hyphens = new RegExp(`(${opening}|${range})`, 'u')
const dashes = new RegExp(`(${opening}|${closing}|${range})`, 'u')

function withDashesKept(value: string): ElementContent[] {
  if (!/[-\u2011–—]/.test(value)) return value === '' ? [] : [text(value)]
  return value
    .split(/[–—]/.test(value) ? dashes : hyphens)
    .map((part, index) => (index % 2 === 0 ? text(part) : h('span.opening-dash', plainHyphens(part))))
    .filter(node => node.type !== 'text' || node.value !== '')
}

/** Browsers find no «1998-1999» where a hyphen is U+2011; here the span keeps the line together. */
function plainHyphens(value: string): string {
  return value.replaceAll('\u2011', '-')
}

/** A section is named by its heading, and thereby a landmark; one that nothing tells from another is none. */
function sectionName(node: SectionNode, { parent, settings }: Context): Properties {
  const by = settings.sectionNames.get(node.id) ?? 'own'
  if (by === 'none') return {}
  if (node.section.kind === 'lead') return { ariaLabel: node.section.title }
  const around = by === 'with-parent' && parent?.type === 'section' ? headingId(parent) : []
  return { ariaLabelledBy: [...around, ...headingId(node)] }
}

function headingId(node: SectionNode): string[] {
  const [first] = node.children
  return first?.type === 'heading' ? [first.id] : []
}
