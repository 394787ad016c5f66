/** Directives become nodes; what is not one of them, or not well written, is told at its place. */
import type { Paragraph, PhrasingContent, Root, RootContent, Table, Text } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { toString as plainText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { placeOf } from '../diagnostics/place.ts'
import { failed, report } from '../diagnostics/report.ts'
import { nearest } from '../text/nearest.ts'
import { checkAttributes, type ReadAttributes } from './attribute-rules.ts'
import { parseAttributes } from './attribute-syntax.ts'
import { type Context, offsets } from './context.ts'
import { directiveNamed, directiveNames } from './directive-names.ts'
import type { TableSettings } from './nodes.ts'
import { columnAlignments, joinCells } from './tables.ts'

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
}

type Directive = ContainerDirective | LeafDirective

/** @param tree - of one file, changed in place: no directive is left, unless a message says why */
export function readDirectives(tree: Root, context: Context, sources: Sources): void {
  if (!context.text.includes(':')) return
  visit(tree, 'textDirective', node => {
    const place = placeOf(node, context.file)
    const known = directiveNamed(node.name)
    const form =
      known?.form === 'leaf' ? `sola en su línea: «::${node.name}»` : `entre «:::${node.name}» y «:::»`
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
  const unclosed = context.file.messages.some(message => message.ruleId === 'directive-unclosed')
  visit(tree, 'text', (node, _, parent) => {
    if (parent?.type === 'paragraph' && node.value.includes('::')) checkStray(node, unclosed, context)
  })
}

const nothing: Paragraph = { type: 'paragraph', children: [] }

function unknown(name: string, node: { readonly position?: Directive['position'] }, { file }: Context): void {
  const place = placeOf({ type: 'directive', ...node }, file)
  report(file, 'unknown-directive', place, { name, nearest: nearest(name, directiveNames) })
}

/**
 * Lines that look like a directive and would be published as text.
 *
 * @param unclosed - is a directive left open? Then a fence too many is the one that it lacks
 */
function checkStray(node: Text, unclosed: boolean, context: Context): void {
  const { value } = node
  const { start, end } = offsets(node)
  const written = context.text.slice(start, end)
  for (const { 0: line, index } of written.matchAll(
    /(?<=^|\n[ \t>]*)(?:::+[ \t]*\p{L}[^\n]*|:{3,}[ \t]*(?=\n|$))/gu,
  )) {
    if (!value.includes(line.trim())) continue
    const place = context.lines.place(start + index, start + index + line.length)
    const name = /\p{L}[\p{L}\p{M}\p{N}-]*/u.exec(line)?.[0] ?? ''
    if (name === '') {
      if (!unclosed) report(context.file, 'directive-stray-fence', place, {})
    } else {
      const near = directiveNamed(name) === undefined ? nearest(name, directiveNames) : name
      report(context.file, 'directive-syntax', place, { line: line.slice(0, 40).trim(), nearest: near })
    }
  }
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
    const form = container ? `sola en su línea: «::${node.name}»` : `entre «:::${node.name}» y «:::»`
    report(file, 'directive-form', placeOf(node, file), { name: node.name, form })
    return []
  }
  if (container && !isClosed(node, context)) return []
  const attributes = attributesOf(node, directive.attributes, context)
  if (attributes === null) return []
  const label = takeLabel(node)
  return made(node, label, attributes, context, sources)
}

/** The last line of a container is its fence, unless the text or what contains it ended before. */
function isClosed(node: ContainerDirective, { text, file, lines }: Context): boolean {
  const { start, end } = offsets(node)
  const written = text.slice(start, end)
  const fence = /^:+/.exec(written)?.[0] ?? ':::'
  const last = written.slice(written.lastIndexOf('\n') + 1).replace(/^[ \t>]*/, '')
  if (written.includes('\n') && /^:{3,}[ \t]*$/.test(last) && last.trim().length >= fence.length) return true
  const opening = written.indexOf('\n')
  const place = lines.place(start, opening === -1 ? end : start + opening)
  report(file, 'directive-unclosed', place, { name: node.name, fence })
  return false
}

function attributesOf(
  node: Directive,
  keys: Parameters<typeof checkAttributes>[2],
  context: Context,
): ReadAttributes | null {
  const { start, end } = offsets(node)
  const line = context.text.slice(start, end).split('\n', 1)[0]?.trimEnd() ?? ''
  const written = /\{[^{}]*(?:"[^"]*"[^{}]*)*\}$/.exec(line)?.[0] ?? ''
  if (written === '' || /^\{\s*\}$/.test(written)) return { id: undefined, values: {} }
  const at = start + line.length - written.length
  const tokens = parseAttributes(written, () => true)
  if (tokens !== null) {
    const before = context.file.messages.length
    const read = checkAttributes(tokens, at, keys, context)
    return context.file.messages.length === before ? read : null
  }
  const place = context.lines.place(at, at + written.length)
  const expected = '#etiqueta, clave=valor o clave="varias palabras"'
  report(context.file, 'attribute-value', place, { key: node.name, expected, found: written })
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
  const content = (expected: string) => {
    report(file, 'directive-content', place, { name: node.name, expected })
    return []
  }
  const { lang, typography } = values
  const attributes = {
    ...(id === undefined ? {} : { id }),
    classes: [],
    values: typography === undefined ? {} : { typography },
  }
  const base = {
    ...(node.position === undefined ? {} : { position: node.position }),
  }
  const data = {
    ...(id === undefined && typography === undefined ? {} : { attributes }),
    ...(lang === undefined ? {} : { language: lang }),
  }
  // A container holds blocks.
  const blocks = node.type === 'containerDirective' ? (node.children as RootContent[]) : []
  const needsSource = (): string => {
    if (values.src === undefined) content('«src», el nombre del archivo')
    return values.src ?? ''
  }
  if (effect === undefined) return []
  const untitled = effect.makes !== 'box' && effect.makes !== 'table'
  if (untitled && label.length > 0) return content('nada entre corchetes')
  if (node.type === 'containerDirective' && blocks.length === 0) return content('algún texto')
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
      if (blocks.some(block => block.type !== 'paragraph')) return content('solo párrafos')
      const hName = effect.makes === 'address' ? 'address' : 'div'
      return [{ type: effect.makes, children: blocks, ...base, data: { hName, ...data } }]
    }
    case 'language': {
      if (lang === undefined) return content('«lang», el código de una lengua')
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
    case 'table':
      return table(node, label, blocks, values, data, context, sources, content)
  }
}

function table(
  node: Directive,
  caption: PhrasingContent[],
  blocks: readonly RootContent[],
  values: ReadAttributes['values'],
  data: object,
  context: Context,
  sources: Sources,
  content: (expected: string) => readonly RootContent[],
): readonly RootContent[] {
  const headerRows = Number(values.headerRows ?? 1)
  const own = blocks.findIndex(block => block.type === 'table')
  const fromFile =
    values.src === undefined ? null : sources.csv(values.src, values.separator ?? '', headerRows, node)
  if (values.src !== undefined && fromFile === null) return []
  if (values.src === undefined && own !== 0)
    return content('primero una tabla, y después, si la hay, su nota')
  if (values.src !== undefined && own !== -1) return content('una tabla escrita o «src», no las dos')
  const first = blocks[0]
  const made = fromFile?.table ?? (first?.type === 'table' ? first : null)
  const note = fromFile === null ? blocks.slice(1) : blocks
  if (made === null) return []
  if (note.some(block => block.type !== 'paragraph' && block.type !== 'list')) {
    return content('debajo de la tabla solo párrafos o listas, que son su nota')
  }
  const columns = made.children[0]?.children.length ?? 0
  const widths = (values.widths ?? '').split(/[\s;,]+/).filter(part => part !== '')
  if (widths.length > 0 && widths.length !== columns)
    return content(`un ancho para cada una de sus ${columns} columnas`)
  const words = (values.align ?? '').split(/[\s,;]+/).filter(part => part !== '')
  if (words.length > columns) return content(`como mucho ${columns} alineaciones`)
  const sum = widths.reduce((total, width) => total + Number.parseFloat(width), 0)
  const aligned = columnAlignments(made, values.align ?? fromFile?.alignments)
  // Without header rows, the empty head that GFM asks for is none.
  const [head] = made.children
  if (headerRows === 0 && head !== undefined && plainText(head) === '') made.children.shift()
  if (fromFile === null) joinCells(made, context)
  const settings: TableSettings = {
    caption,
    widths: widths.map(width => Number.parseFloat(width) / sum),
    headerRows: Math.min(headerRows, made.children.length),
    headerColumns: Math.min(Number(values.headerColumns ?? 0), columns),
    landscape: values.landscape === 'yes',
    alignments: aligned,
    note: [...note],
  }
  if (fromFile !== null && node.position !== undefined) made.position = node.position
  made.data = { ...made.data, ...data, settings }
  return [made]
}
