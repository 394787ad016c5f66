/** One node type, one element: the table that web page and book share. */
import type { Element, ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import { normalizeUri } from 'micromark-util-sanitize-uri'
import type { Block, Handlers, Nothing, PublicationNode, SectionNode } from '../../publication/model.ts'
import type { HastSettings } from './hast.ts'
import { onLines, text } from './nodes.ts'

export interface Context {
  readonly settings: HastSettings
  readonly parent: PublicationNode | undefined
  /** The node's children as hast. */
  readonly all: (node: PublicationNode) => ElementContent[]
}

export type Result = ElementContent | ElementContent[] | Nothing

export const handlers = {
  root: (node, { all }) => all(node),

  section(node, context) {
    const name =
      node.section.kind === 'lead'
        ? { ariaLabel: node.section.title }
        : { ariaLabelledBy: labelledBy(node, context) }
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
    const className = node.role === 'body' ? {} : { className: [node.role] }
    return h('p', { ...target(node, context), ...className, ...language(node, context) }, context.all(node))
  },

  list(node, context) {
    const className = node.spread ? {} : { className: ['tight'] }
    const start = node.ordered && node.start !== 1 ? { start: node.start } : {}
    return block(node.ordered ? 'ol' : 'ul', node, context, { ...className, ...start })
  },

  listItem: (node, context) => block('li', node, context),
  blockquote: (node, context) => block('blockquote', node, context),
  thematicBreak: (node, context) => h('hr', target(node, context)),

  text: node => withOpeningDashes(node.value),
  strong: (node, { all }) => h('strong', all(node)),
  emphasis: (node, { all }) => h('em', all(node)),
  inlineCode: node => h('code', node.value),
  break: () => [h('br'), text('\n')],

  link(node, { all }) {
    const title = node.title === '' ? {} : { title: node.title }
    const rel = /^https?:/i.test(node.url) ? { rel: ['external'] } : {}
    const [only] = node.children
    // On paper links print their address, but for those that show it already.
    const shown = node.children.length === 1 && only?.type === 'text' && only.value === node.url
    const className = shown ? { className: ['address'] } : {}
    return h('a', { href: normalizeUri(node.url), ...className, ...title, ...rel }, all(node))
  },
  crossReference: (node, { all, settings }) =>
    h('a.cross-reference', { href: settings.href(node.target) }, all(node)),
  pageReference: () => ({ nothing: 'there are no pages in a web page or a book that flows' }),
} satisfies Handlers<Context, Result>

function block(tag: string, node: Block, context: Context, properties: Properties = {}): Element {
  const all = { ...target(node, context), ...properties, ...language(node, context) }
  return h(tag, all, onLines(context.all(node)))
}

/** «coordinar -con los sectores-»: browsers break lines after any hyphen, and would part this one from its word. */
function withOpeningDashes(value: string): ElementContent[] {
  return value
    .split(/((?<=\s)-\p{L}+)/u)
    .map((part, index) => (index % 2 === 0 ? text(part) : h('span.opening-dash', part)))
    .filter(node => node.type !== 'text' || node.value !== '')
}

function target(node: Block, { settings }: Context): Properties {
  return settings.targets.has(node.id) ? { id: node.id } : {}
}

/** `lang` where a block's language is not that of what it stands in. */
function language(node: Block, { parent, settings }: Context): Properties {
  const around = parent !== undefined && 'language' in parent ? parent.language : settings.language
  return node.language === around ? {} : { lang: node.language }
}

/** A section is named by its heading; one of several of the same title also by those above it. */
function labelledBy(node: SectionNode, { parent, settings }: Context): string[] {
  const own = headingId(node)
  const shared = settings.sharedTitles.has(node.section.title) && parent?.type === 'section'
  return shared ? [...headingId(parent), ...own] : own
}

function headingId(node: SectionNode): string[] {
  const [first] = node.children
  return first?.type === 'heading' ? [first.id] : []
}
