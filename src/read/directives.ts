/** Directives become nodes; what is not one of them, or not well written, is told at its place. */
import type { Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { Phrase } from '../diagnostics/phrases.ts'
import { placeOf } from '../diagnostics/place.ts'
import { failed, report } from '../diagnostics/report.ts'
import { visit } from '../text/visit.ts'
import { checkAttributes, type ReadAttributes } from './attribute-rules.ts'
import { parseAttributes } from './attribute-syntax.ts'
import type { ReadCaption } from './captions.ts'
import { type Context, offsets } from './context.ts'
import { directiveNamed, nearestDirective } from './directive-names.ts'
import { setTable, tableOfList } from './table-settings.ts'
import { checkRows, joinCells } from './tables.ts'

/** What a directive brings in from other files. */
export interface Sources {
  /** The blocks of an included text; empty after a message. */
  readonly include: (path: string, node: LeafDirective) => readonly RootContent[]
  /** A table made of a CSV file, with the alignments that it suggests; null after a message. */
  readonly csv: (
    path: string,
    separator: string,
    headerRows: number,
    node: Directive,
  ) => { readonly table: Table; readonly alignments: string } | null
  /** A caption given as an attribute. */
  readonly caption: ReadCaption
}

type Directive = ContainerDirective | LeafDirective

/**
 * Takes the cover's directive off, where it comes first.
 *
 * @returns was it there?
 */
export function takeCover(tree: Root, context: Context): boolean {
  const [first] = tree.children
  if (first?.type !== 'leafDirective' || directiveNamed(first.name)?.effect.makes !== 'cover') return false
  const attributes = attributesOf(first, [], context)
  if (first.children.length > 0 || attributes?.id !== undefined) {
    const facts = { name: first.name, expected: 'nothing-added' } as const
    report(context.file, 'directive-content', placeOf(first, context.file), facts)
  }
  tree.children.shift()
  return true
}

/** @param tree - of one file, changed in place: no directive is left, unless a message says why */
export function readDirectives(tree: Root, context: Context, sources: Sources): void {
  if (!/[:{]/.test(context.text)) return
  visit(tree, 'textDirective', node => {
    const place = placeOf(node, context.file)
    const known = directiveNamed(node.name)
    const form = formOf(node.name, known?.form === 'leaf')
    if (known !== undefined) report(context.file, 'directive-form', place, { name: node.name, form })
    else unknown(node.name, node, context)
  })
  // From the inside out, so that what a directive holds is read before it.
  const found: { node: Directive; parent: { children: RootContent[] } }[] = []
  visit(tree, (node, _, parent) => {
    if ((node.type === 'containerDirective' || node.type === 'leafDirective') && parent !== undefined) {
      // A parent of directives is a parent of blocks.
      found.push({ node, parent: parent as { children: RootContent[] } })
    }
  })
  for (const { node, parent } of found.reverse()) {
    const made = replacement(node, context, sources)
    // After an error, something stays in its place: what contains it is not empty for that.
    const kept = made.length === 0 && failed(context.file) ? [nothing] : made
    parent.children.splice(parent.children.indexOf(node), 1, ...kept)
  }
  visit(tree, 'table', node => readAttributeLine(node, sources.caption, context))
}

/** How a directive is written. */
function formOf(name: string, leaf: boolean): Phrase {
  return [leaf ? 'on-its-own-line' : 'between-fences', name]
}

const nothing: Paragraph = { type: 'paragraph', children: [] }

function unknown(name: string, node: { readonly position?: Directive['position'] }, { file }: Context): void {
  const place = placeOf({ type: 'directive', ...node }, file)
  report(file, 'unknown-directive', place, { name, nearest: nearestDirective(name) })
}

function replacement(node: Directive, context: Context, sources: Sources): readonly RootContent[] {
  const { file } = context
  const directive = directiveNamed(node.name)
  if (directive === undefined) {
    unknown(node.name, node, context)
    return []
  }
  const container = node.type === 'containerDirective'
  if (directive.form !== 'both' && (directive.form === 'container') !== container) {
    const form = formOf(node.name, container)
    report(file, 'directive-form', placeOf(node, file), { name: node.name, form })
    return []
  }
  const attributes = attributesOf(node, directive.attributes, context)
  if (attributes === null) return []
  const label = takeLabel(node)
  return made(node, label, attributes, context, sources)
}

function attributesOf(
  node: Directive,
  keys: Parameters<typeof checkAttributes>[2],
  context: Context,
): ReadAttributes | null {
  const { start, end } = offsets(node)
  const line = context.text.slice(start, end).split('\n', 1)[0]?.trimEnd() ?? ''
  const written = /\{[^{}]*(?:"[^"]*"[^{}]*)*\}$/.exec(line)?.[0] ?? ''
  if (written === '' || /^\{\s*\}$/.test(written)) return { id: undefined, classes: [], values: {} }
  const at = start + line.length - written.length
  const tokens = parseAttributes(written, () => true)
  if (tokens !== null) {
    const before = context.file.messages.length
    const read = checkAttributes(tokens, at, keys, context)
    return context.file.messages.length === before ? read : null
  }
  const place = context.lines.place(at, at + written.length)
  const facts = { key: node.name, expected: 'attribute-list', found: written } as const
  report(context.file, 'attribute-value', place, facts)
  return null
}

/** The text in `[…]`, which the parser puts first into a container. */
function takeLabel(node: Directive): PhrasingContent[] {
  if (node.type === 'leafDirective') return node.children
  const [first] = node.children
  if (first?.type !== 'paragraph' || first.data?.directiveLabel !== true) return []
  node.children.shift()
  return first.children
}

function made(
  node: Directive,
  label: PhrasingContent[],
  { id, values }: ReadAttributes,
  context: Context,
  sources: Sources,
): readonly RootContent[] {
  const { file } = context
  const effect = directiveNamed(node.name)?.effect
  const place = placeOf(node, file)
  const content = (expected: Phrase) => {
    report(file, 'directive-content', place, { name: node.name, expected })
    return []
  }
  const { lang, typography } = values
  const attributes = {
    ...(id === undefined ? {} : { id }),
    classes: [],
    values: typography === undefined ? {} : { typography },
  }
  const base = node.position === undefined ? {} : { position: node.position }
  const data = {
    ...(id === undefined && typography === undefined ? {} : { attributes }),
    ...(lang === undefined ? {} : { language: lang }),
  }
  // A container holds blocks.
  const blocks = node.type === 'containerDirective' ? (node.children as RootContent[]) : []
  const needsSource = (): string => {
    if (values.src === undefined) content('source-file')
    return values.src ?? ''
  }
  if (effect === undefined) return []
  if (id !== undefined && (effect.makes === 'include' || effect.makes === 'language'))
    return content('label-inside')
  const untitled = effect.makes !== 'box' && effect.makes !== 'table'
  if (untitled && label.length > 0) return content('no-label')
  if (node.type === 'containerDirective' && blocks.length === 0) return content('some-text')
  switch (effect.makes) {
    case 'box':
      return [
        {
          type: 'box',
          kind: effect.kind,
          title: label,
          children: blocks,
          ...base,
          data: { hName: 'aside', ...data },
        },
      ]
    case 'columns': {
      const count = Number(values.count ?? 2)
      return [{ type: 'columns', count, children: blocks, ...base, data: { hName: 'div', ...data } }]
    }
    case 'signature':
    case 'address': {
      if (blocks.some(block => block.type !== 'paragraph')) return content('only-paragraphs')
      const hName = effect.makes === 'address' ? 'address' : 'div'
      return [{ type: effect.makes, children: blocks, ...base, data: { hName, ...data } }]
    }
    case 'language': {
      if (lang === undefined) return content('language-attribute')
      for (const block of blocks) block.data = { ...block.data, language: block.data?.language ?? lang }
      return blocks
    }
    case 'pageBreak':
      return [{ type: 'pageBreak', ...base, data: { hName: 'div', ...data } }]
    case 'glossary':
      return [{ type: 'glossary', ...base, data: { hName: 'dl', ...data } }]
    case 'index': {
      // The rule of `of` reads only these three.
      const of = (values.of as 'sections' | 'figures' | 'tables' | undefined) ?? effect.of
      const depth = Number(values.depth ?? 6)
      return [{ type: 'index', of, depth, ...base, data: { hName: 'nav', ...data } }]
    }
    case 'include': {
      const src = needsSource()
      return src === '' || node.type !== 'leafDirective' ? [] : sources.include(src, node)
    }
    case 'cover':
      report(file, 'cover-place', place, {})
      return []
    case 'table':
      return table({ node, label, blocks, values, data }, content, context, sources)
  }
}

/** The settings in the line of attributes below a table. */
function readAttributeLine(table: Table, read: ReadCaption, { file }: Context): void {
  const values = table.data?.attributes?.values ?? {}
  if (table.data?.settings !== undefined || Object.keys(values).length === 0) return
  const caption = values.caption === undefined ? [] : read(values.caption, table)
  const fault = setTable(table, values, caption, [])
  if (fault !== null)
    report(file, 'directive-content', placeOf(table, file), { name: 'tabla', expected: fault })
}

/** A directive's parts, each as it is kept. */
interface Written {
  readonly node: Directive
  readonly label: PhrasingContent[]
  readonly blocks: readonly RootContent[]
  readonly values: ReadAttributes['values']
  readonly data: object
}

/** @param content - tells what was expected, and gives nothing */
function table(
  { node, label, blocks, values, data }: Written,
  content: (expected: Phrase) => readonly RootContent[],
  context: Context,
  sources: Sources,
): readonly RootContent[] {
  const { src, separator = '' } = values
  const found = src === undefined ? null : sources.csv(src, separator, Number(values.headerRows ?? 1), node)
  if (src !== undefined && found === null) return []
  const [first, ...others] = blocks
  const written = first?.type === 'table' ? first : first?.type === 'list' ? tableOfList(first) : null
  if (found === null && written === null) return content('table-first')
  if (found !== null && blocks.some(block => block.type === 'table')) return content('table-or-source')
  const made = found?.table ?? written
  if (made === null) return []
  if (Object.keys(made.data?.attributes?.values ?? {}).length > 0) return content('attributes-in-directive')
  if (found !== null && node.position !== undefined) made.position = node.position
  if (first?.type === 'list' && found === null) checkRows(made, context)
  if (values.caption !== undefined && label.length > 0) return content('one-caption')
  const caption = values.caption === undefined ? label : sources.caption(values.caption, node)
  const fault = setTable(made, values, caption, found === null ? others : [...blocks], found?.alignments)
  if (fault !== null) return content(fault)
  // Once columns are counted: joined cells go.
  if (found === null) joinCells(made, context)
  made.data = { ...made.data, ...data }
  return [made]
}
