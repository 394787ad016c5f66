/** What a publication says, as each format should carry it; and its tree as lines of text. */
import type { LoadedDocument } from '../../src/document.ts'
import type { Format } from '../../src/publication/exceptions.ts'
import { exceptions } from '../../src/publication/exceptions.ts'
import type { PublicationNode } from '../../src/publication/model.ts'
import { opening } from '../../src/publication/opening.ts'
import { words } from './texts.ts'

/** The words of a document's files of one format, without what `exceptions.ts` lists: opening, text, notes. */
export function documentWords({ publication, design, locale }: LoadedDocument, format: Format): string[] {
  const left = exceptions.filter(({ printedBy }) => !printedBy.includes(format)).map(({ what }) => what)
  const parts: string[] = []
  const say = (node: PublicationNode) => collect(node, format, left, parts)
  for (const { label, children } of opening(publication, design.furniture.brandLines, locale)) {
    parts.push(label, ' ')
    children.forEach(say)
    parts.push('\n')
  }
  say(publication.tree)
  for (const note of publication.tree.notes) say(note)
  return words(parts.join(''))
}

/** Without what only layout knows, which is the number of a page; capitals of status marks are a matter of style. */
export function comparable(found: readonly string[]): readonly string[] {
  return found.map((word, index) =>
    found[index - 1] === 'p' && /^\d+$/.test(word) ? '0' : word.toLowerCase(),
  )
}

const inline: readonly string[] = [
  'text',
  'strong',
  'emphasis',
  'inlineCode',
  'delete',
  'superscript',
  'subscript',
  'styled',
  'span',
  'abbreviation',
  'link',
  'crossReference',
  'footnoteReference',
  'pageReference',
  'image',
]

function collect(node: PublicationNode, format: Format, left: readonly string[], parts: string[]): void {
  if (left.includes(node.type)) return
  const all = (nodes: readonly PublicationNode[]) => {
    for (const inner of nodes) collect(inner, format, left, parts)
  }
  const line = (text: string) => parts.push(text, '\n')
  switch (node.type) {
    case 'pageReference':
      parts.push(node.before, '0', node.after)
      break
    case 'footnoteReference':
      // Word counts its notes itself; a second reference is a field.
      if (format !== 'docx' || node.ordinal > 1) parts.push(' ', node.number, ' ')
      break
    case 'heading':
      parts.push(node.number, ' ')
      break
    case 'figure':
      line(node.label)
      all(node.caption)
      break
    case 'table':
      line(node.label)
      all(node.caption)
      parts.push('\n')
      all(node.children)
      all(node.note)
      return
    case 'box':
      all(node.title)
      parts.push('\n')
      break
    case 'index':
      line(node.title)
      for (const { label, text } of node.entries) line(`${label} ${text}`)
      break
    case 'glossary':
      line(node.title)
      for (const { acronym, expansion } of node.entries) line(`${acronym} ${expansion}`)
      break
    default:
      if ('value' in node) parts.push(node.value)
  }
  if ('children' in node) all(node.children)
  if (!inline.includes(node.type)) parts.push('\n')
}

const hidden = ['type', 'place', 'id', 'children', 'section', 'notes', 'caption', 'title', 'note']

/** A node a line, indented; scalar properties that are not empty beside its type. */
export function outlineOf(root: PublicationNode): string {
  const byId = new Map<string, string>()
  const lines: string[] = []
  const see = (node: PublicationNode, indent: string, part: string) => {
    const facts = Object.entries(node).flatMap(([key, value]) => {
      if (hidden.includes(key) && typeof value !== 'string') return []
      if (
        ['type', 'id'].includes(key) ||
        value === '' ||
        value === false ||
        (key === 'language' && value === 'es-PE')
      )
        return []
      return [`${key}=${JSON.stringify(value, (name, inner) => (name === 'target' ? undefined : inner))}`]
    })
    if ('id' in node && node.id !== '') byId.set(node.id, node.type)
    lines.push([`${indent}${part}${node.type}`, ...facts].join(' '))
    const inner = (nodes: readonly PublicationNode[], name: string) => {
      for (const child of nodes) see(child, `${indent}  `, name)
    }
    if ('caption' in node) inner(node.caption, 'caption: ')
    if (node.type === 'box') inner(node.title, 'title: ')
    if ('children' in node) inner(node.children, '')
    if (node.type === 'table') inner(node.note, 'note: ')
    if (node.type === 'root') inner(node.notes, 'note: ')
  }
  see(root, '', '')
  return `${lines.join('\n')}\n`.replace(
    /target="([^"]*)"/g,
    (_, id: string) => `target=${byId.get(id) ?? 'nothing'}`,
  )
}
