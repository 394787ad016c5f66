/** Footnotes: the reference in the text, the note, and the way back. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { FootnoteDefinition, FootnoteReference } from '../../publication/model.ts'
import { type Context, type HastSettings, language } from './context.ts'
import { onLines, text } from './nodes.ts'
import { referenceId } from './references.ts'

/** The arrow as text: without the selector some systems draw a coloured picture. */
const arrow = '\u21A9\uFE0E'

export function referenceToHast(node: FootnoteReference, { settings }: Context): Element {
  const { medium, locale, href } = settings
  const link = h(
    'a',
    {
      id: referenceId(node),
      href: href(node.target),
      role: 'doc-noteref',
      ...(medium === 'book' ? { 'epub:type': 'noteref' } : {}),
      ariaLabel: `${locale.terms.note} ${node.number}`,
    },
    node.number,
  )
  return h('sup.note-reference', [link])
}

/**
 * On a web page an item of the numbered list of notes; in a book an element that reading systems may show beside
 * its reference (EPUB 3.3; DPUB-ARIA 1.1, doc-footnote), so it brings its number along.
 */
export function noteToHast(node: FootnoteDefinition, context: Context): Element {
  const { medium } = context.settings
  const content = context.all(node)
  appendToLast(content, backLinks(node, context.settings))
  if (medium === 'page') return h('li.note', { id: node.id, ...language(node, context) }, onLines(content))
  prependToFirst(content, [h('span.note-number', node.number), text(' ')])
  const properties = { id: node.id, 'epub:type': 'footnote', role: 'doc-footnote' }
  return h('aside.note', { ...properties, ...language(node, context) }, onLines(content))
}

/** One for each reference. */
function backLinks(
  node: FootnoteDefinition,
  { href, locale, medium, references }: HastSettings,
): ElementContent[] {
  const all = references.get(node.id) ?? []
  return all.flatMap((reference, index) => {
    const ordinal = all.length > 1 ? String(index + 1) : ''
    const properties = {
      href: href(referenceId(reference)),
      role: 'doc-backlink',
      ...(medium === 'book' ? { 'epub:type': 'backlink' } : {}),
      ariaLabel: `${locale.terms.backToText}: ${locale.terms.note} ${node.number}${ordinal === '' ? '' : ` – ${ordinal}`}`,
    }
    return [text('\u00A0'), h('a.back', properties, `${arrow}${ordinal}`)]
  })
}

function appendToLast(content: ElementContent[], addition: readonly ElementContent[]): void {
  const last = content.at(-1)
  if (last?.type === 'element' && last.tagName === 'p') last.children.push(...addition)
  else if (addition.length > 0) content.push(h('p', addition.slice(1)))
}

/** At the beginning of the first paragraph, or in one of its own where something else stands first. */
export function prependToFirst(content: ElementContent[], addition: readonly ElementContent[]): void {
  const [first] = content
  if (first?.type === 'element' && first.tagName === 'p') first.children.unshift(...addition)
  else content.unshift(h('p', [...addition]))
}
