/** Lists that the program makes of what the document contains: contents, figures, tables, acronyms. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Glossary, Index, IndexEntry } from '../../publication/model.ts'
import { type Context, language, target, titleId } from './context.ts'
import { onLines, text } from './nodes.ts'

export function indexToHast(node: Index, context: Context): Element {
  const { href } = context.settings
  const title = h('p.index-title', { id: titleId(node) }, node.title)
  const list =
    node.entries.length === 0 ? [] : [nested(node.entries, entry => link(entry, node, href, context))]
  const properties = { ...target(node, context), ariaLabelledBy: [titleId(node)], ...language(node, context) }
  // Page and book have contents of their own as the landmark of that name.
  if (node.of === 'sections') {
    return h('div.index', { ...properties, role: 'group' }, onLines([title, ...list]))
  }
  return h('nav.index', properties, onLines([title, ...list]))
}

/** Between number and text as in captions: «Figura 3. Exportaciones», but «2.1 Antecedentes». */
function link(entry: IndexEntry, { of }: Index, href: (target: string) => string, context: Context): Element {
  const separator =
    of === 'sections' || entry.text === '' ? '' : context.settings.locale.captionSeparator.trimEnd()
  const label = entry.label === '' ? [] : [h('span.number', `${entry.label}${separator}`), text(' ')]
  return h('a', { href: href(entry.target) }, [...label, entry.text])
}

/** Lists in lists after the entries' depths; one that skips a depth stands one list deeper, no more. */
function nested(entries: readonly IndexEntry[], item: (entry: IndexEntry) => Element): Element {
  const outermost = entries.reduce((least, { depth }) => Math.min(least, depth), Number.POSITIVE_INFINITY)
  const groups: { readonly entry: IndexEntry; readonly inner: IndexEntry[] }[] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (entry.depth === outermost || last === undefined) groups.push({ entry, inner: [] })
    else last.inner.push(entry)
  }
  const items = groups.map(({ entry, inner }) =>
    h('li', inner.length === 0 ? [item(entry)] : onLines([item(entry), nested(inner, item)])),
  )
  return h('ol', onLines(items))
}

export function glossaryToHast(node: Glossary, context: Context): Element {
  const entries = node.entries.flatMap(({ acronym, expansion }) => [h('dt', acronym), h('dd', expansion)])
  const title = h('p.index-title', node.title)
  const list = entries.length === 0 ? [] : [h('dl', onLines(entries))]
  const properties = { ...target(node, context), ...language(node, context) }
  return h('div.glossary', properties, onLines([title, ...list]))
}
