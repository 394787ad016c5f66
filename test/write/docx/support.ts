/** Documents made by hand: a tree from a few calls, a real design, and pages that say what a test wants. */
import type { Layout, Page } from '../../../src/layout/types.ts'
import { localeFor } from '../../../src/locale/locale.ts'
import type {
  Block,
  FootnoteDefinition,
  Image,
  Inline,
  Metadata,
  Place,
  Publication,
  Section,
  SectionNode,
} from '../../../src/publication/model.ts'
import { opening } from '../../../src/publication/opening.ts'
import { type Edition, plainWord } from '../../../src/write/types.ts'
import { design } from './design.ts'

export const place: Place = { file: 'source/prueba.md', line: 1, column: 1, endLine: 1, endColumn: 2 }
const language = 'es-PE'

const text = (value: string): Inline => ({ type: 'text', value, place })
type Content = string | Inline
const inlines = (content: readonly Content[]): readonly Inline[] =>
  content.map(node => (typeof node === 'string' ? text(node) : node))

export const strong = (...content: Content[]): Inline => ({
  type: 'strong',
  children: inlines(content),
  place,
})
export const emphasis = (...content: Content[]): Inline => ({
  type: 'emphasis',
  children: inlines(content),
  place,
})
export const code = (value: string): Inline => ({ type: 'inlineCode', value, place })
export const br: Inline = { type: 'break', place }
export const link = (url: string, title: string, ...content: Content[]): Inline => ({
  type: 'link',
  url,
  title,
  children: inlines(content),
  place,
})
export const reference = (target: string, ...content: Content[]): Inline => ({
  type: 'crossReference',
  target,
  children: inlines(content),
  place,
})
export const pageOf = (target: string): Inline => ({
  type: 'pageReference',
  target,
  before: ' (p. ',
  after: ')',
  place,
})

/** Ids as the real ones look: `b` and twelve base-32 characters. */
export function blockId(number: number): string {
  const digits = 'abcdefghijklmnopqrstuvwxyz234567'
  return `b${[...number.toString(32).padStart(12, '0')].map(d => digits[Number.parseInt(d, 32)]).join('')}`
}

/** Makes blocks with ids counted from 1; one per document. */
export function blockMaker() {
  let count = 0
  const base = (lang = language) => ({ id: blockId(++count), language: lang, place })
  const node = {
    heading: (depth: number, ...content: Content[]): Block => ({
      type: 'heading',
      ...base(),
      depth,
      look: depth,
      number: '',
      children: inlines(content),
    }),
    paragraph: (...content: Content[]): Block => ({
      type: 'paragraph',
      ...base(),
      role: 'body',
      children: inlines(content),
    }),
    innerHeading: (...content: Content[]): Block => ({
      type: 'paragraph',
      ...base(),
      role: 'inner-heading',
      children: inlines(content),
    }),
    foreign: (lang: string, ...content: Content[]): Block => ({
      type: 'paragraph',
      ...base(lang),
      role: 'body',
      children: inlines(content),
    }),
    repeat: (...content: Content[]): Block => ({
      type: 'paragraph',
      ...base(),
      role: 'repeat-reference',
      children: inlines(content),
    }),
    list: (
      options: { ordered?: boolean; start?: number; spread?: boolean },
      ...items: (readonly Block[])[]
    ): Block => ({
      type: 'list',
      ...base(),
      ordered: false,
      start: 1,
      spread: false,
      ...options,
      children: items.map(children => ({
        type: 'listItem' as const,
        ...base(),
        task: 'none' as const,
        children,
      })),
    }),
    quote: (...children: Block[]): Block => ({ type: 'blockquote', ...base(), children }),
    base,
    tasks: (...items: (readonly ['open' | 'done', string])[]): Block => ({
      type: 'list',
      ...base(),
      ordered: false,
      start: 1,
      spread: false,
      children: items.map(([task, value]) => ({
        type: 'listItem' as const,
        ...base(),
        task,
        children: [node.paragraph(value)],
      })),
    }),
    rule: (): Block => ({ type: 'thematicBreak', ...base() }),
    section: (id: string, title: string, depth: number, ...children: Block[]): SectionNode => ({
      type: 'section',
      id,
      language,
      place,
      section: {
        kind: children[0]?.type === 'heading' ? 'heading' : 'lead',
        id,
        number: '',
        title,
        depth,
        language,
        words: 10,
        readingMinutes: 1,
        summary: '',
        fingerprint: '0'.repeat(64),
        ...{ figures: [], tables: [], notes: [], references: [], referencedBy: [] },
        acronyms: [],
        repeats: [],
        place,
        sections: children.flatMap(child => (child.type === 'section' ? [child.section] : [])),
      },
      children,
    }),
  }
  return node
}

const png = design.furniture.emblem?.png ?? new Uint8Array()
const image = (
  type: Image['type'],
  name: string,
  bytes: Uint8Array,
  fallback: Uint8Array = new Uint8Array(),
): Image => ({
  bytes,
  type,
  width: 400,
  height: 200,
  path: `source/${name}`,
  fallback,
})
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>'

/** One picture of each type; the photograph's bytes are never looked at. */
export const pictures: ReadonlyMap<string, Image> = new Map([
  ['grafico', image('image/svg+xml', 'grafico.svg', new TextEncoder().encode(svg), png)],
  ['foto', image('image/jpeg', 'foto.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xd9]))],
  ['plano', image('image/png', 'plano.png', png)],
])

export const metadata: Metadata = {
  title: 'Título de prueba',
  subtitle: '',
  language,
  organisation: 'Ministerio de Pruebas',
  department: 'Dirección General',
  authors: [],
  date: '2026-11-23',
  place: 'Lima',
  number: '',
  to: [],
  from: [],
  subject: '',
  reference: '',
  summary: '',
  keywords: [],
  classification: 'publico',
  status: 'final',
  version: '',
  template: 'nota-informativa',
  repeats: '',
  editing: 'free',
  maxPages: 0,
  cover: false,
  contents: null,
  isbn: '',
  doi: '',
  link: '',
  rights: '',
  series: '',
  variables: {},
}

export function publication(
  sections: readonly SectionNode[],
  changes: Partial<Metadata> = {},
  notes: readonly FootnoteDefinition[] = [],
): Publication {
  const own: readonly Section[] = sections.map(({ section }) => section)
  return {
    metadata: { ...metadata, ...changes },
    sources: [{ path: 'source/prueba.md', bytes: 1, sha256: 'a'.repeat(64) }],
    generator: 'Pliego 0.1.0',
    tree: { type: 'root', place, children: sections, notes },
    sections: own,
    images: pictures,
    comments: new Map(),
  }
}

const inlineHolders: ReadonlySet<Block['type']> = new Set<Block['type']>([
  'heading',
  'paragraph',
  'definitionTerm',
])

/** Blocks right inside a block, a table's note too. */
export function blocksIn(node: Block): readonly Block[] {
  if (!('children' in node) || inlineHolders.has(node.type)) return []
  const below = node.type === 'table' ? node.note : []
  // Those that hold inline nodes have been left out.
  return [...(node.children as readonly Block[]), ...below]
}

/** Pages labelled as given; every block stands on the last one. */
export function fakeLayout(document: Publication, labels: readonly string[]): Layout {
  const anchors = new Map<string, { page: number; y: number }>()
  const visit = (nodes: readonly Block[]) => {
    for (const node of nodes) {
      anchors.set(node.id, { page: labels.length - 1, y: 0 })
      visit(blocksIn(node))
    }
  }
  visit([...document.tree.children, ...document.tree.notes])
  const pages = labels.map(
    (label, index): Page => ({ number: index + 1, label, width: 595, height: 842, marks: [] }),
  )
  return { pages, anchors, lines: [], noteNumbers: new Map(), messages: [] }
}

export function edition(document: Publication, labels: readonly string[] = ['1', '2']): Edition {
  const locale = localeFor(document.metadata.language)
  if (locale === null) throw new Error('no locale')
  return {
    publication: document,
    design,
    opening: opening(document, design.furniture.brandLines, locale),
    layout: () => fakeLayout(document, labels),
    conformant: true,
    fileDate: new Date('2026-11-23T00:00:00Z'),
    word: plainWord,
  }
}
