/** Publications made by hand: writers are tested without the half of the program that reads. */
import { VFile } from 'vfile'
import { loadDesign } from '../../../src/design/design.ts'
import type { Design } from '../../../src/design/types.ts'
import { localeFor } from '../../../src/locale/locale.ts'
import type {
  Block,
  Blockquote,
  Figure,
  Heading,
  Index,
  IndexEntry,
  Inline,
  List,
  ListItem,
  Metadata,
  Paragraph,
  Place,
  Publication,
  PublicationNode,
  Section,
  SectionNode,
  Table,
} from '../../../src/publication/model.ts'
import { opening } from '../../../src/publication/opening.ts'
import { type Edition, plainWord } from '../../../src/write/types.ts'

export const place: Place = { file: 'source/prueba.md', line: 1, column: 1, endLine: 1, endColumn: 1 }
const templates = new URL('../../../templates/', import.meta.url).pathname

let blocks = 0
const base = (language = 'es-PE') => ({ id: `b${String(++blocks).padStart(12, '0')}`, language, place })

export const text = (value: string): Inline => ({ type: 'text', value, place })
export const strong = (...children: readonly Inline[]): Inline => ({ type: 'strong', children, place })
export const emphasis = (...children: readonly Inline[]): Inline => ({ type: 'emphasis', children, place })
export const code = (value: string): Inline => ({ type: 'inlineCode', value, place })
export const lineBreak = (): Inline => ({ type: 'break', place })
export const link = (url: string, title: string, ...children: readonly Inline[]): Inline => ({
  type: 'link',
  url,
  title,
  children,
  place,
})
export const reference = (target: string, ...children: readonly Inline[]): Inline => ({
  type: 'crossReference',
  target,
  children,
  place,
})
export const pageReference = (target: string): Inline => ({
  type: 'pageReference',
  target,
  before: ' (p. ',
  after: ')',
  place,
})

export const paragraph = (...children: readonly (Inline | string)[]): Paragraph => ({
  type: 'paragraph',
  role: 'body',
  children: children.map(child => (typeof child === 'string' ? text(child) : child)),
  ...base(),
})
export const list = (
  options: Partial<Pick<List, 'ordered' | 'start' | 'spread'>>,
  ...items: readonly (readonly Block[])[]
): List => ({
  type: 'list',
  ordered: false,
  start: 1,
  spread: false,
  ...options,
  children: items.map((children): ListItem => ({ type: 'listItem', task: 'none', children, ...base() })),
  ...base(),
})
export const quotation = (...children: readonly Block[]): Blockquote => ({
  type: 'blockquote',
  children,
  ...base(),
})
export const thematicBreak = (): Block => ({ type: 'thematicBreak', ...base() })

interface SectionOptions {
  readonly number?: string
  readonly look?: number
  readonly language?: string
  readonly id?: string
}

/** A section with its heading; sections among its blocks become its subsections. */
export function section(
  title: string,
  depth: number,
  content: readonly Block[],
  options: SectionOptions = {},
): SectionNode {
  const { number = '', look = depth, language = 'es-PE' } = options
  const id = options.id ?? title.toLowerCase().replace(/[^\p{L}\d]+/gu, '-')
  const heading: Heading = {
    type: 'heading',
    depth,
    look,
    number,
    children: [text(title)],
    ...base(language),
  }
  return {
    type: 'section',
    section: metadataOf('heading', id, number, title, depth, language, content),
    children: [heading, ...content],
    ...base(language),
    id,
  }
}

export function lead(title: string, content: readonly Block[]): SectionNode {
  return {
    type: 'section',
    section: metadataOf('lead', 'inicio', '', title, 1, 'es-PE', content),
    children: content,
    ...base(),
    id: 'inicio',
  }
}

function metadataOf(
  kind: Section['kind'],
  id: string,
  number: string,
  title: string,
  depth: number,
  language: string,
  content: readonly Block[],
): Section {
  const words = content.map(plainText).join(' ').split(/\s+/).filter(Boolean).length
  return {
    kind,
    id,
    number,
    title,
    depth,
    language,
    words,
    readingMinutes: Math.max(1, Math.ceil(words / 200)),
    summary: content.map(plainText).join(' ').split('. ')[0] ?? '',
    fingerprint: '0'.repeat(64),
    ...{ figures: [], tables: [], notes: [], references: [], referencedBy: [] },
    acronyms: [],
    repeats: [],
    place,
    sections: content.flatMap(block => (block.type === 'section' ? [block.section] : [])),
  }
}

/** Text that every format prints, blocks and breaks as spaces; captions stand as the base template has them. */
export function plainText(node: PublicationNode): string {
  if ('value' in node) return node.value
  switch (node.type) {
    case 'heading':
      return [node.number, node.children.map(plainText).join('')].join(' ').trim()
    case 'break':
      return ' '
    case 'footnoteReference':
      return node.number
    case 'root':
      return spaced([...node.children, ...node.notes])
    case 'figure':
      return caption(node)
    case 'table':
      return `${caption(node)} ${spaced([...node.children, ...node.note])}`
    case 'box':
      return `${node.title.map(plainText).join('')} ${spaced(node.children)}`
    case 'index':
      return [node.title, ...node.entries.map(entry => entryText(node.of, entry))].join(' ')
    case 'glossary':
      return [node.title, ...node.entries.flatMap(entry => [entry.acronym, entry.expansion])].join(' ')
  }
  if (!('children' in node)) return ''
  return isLeaf(node) ? node.children.map(plainText).join('') : spaced(node.children)
}

function spaced(nodes: readonly PublicationNode[]): string {
  return nodes.map(plainText).join(' ')
}

function caption({ label, caption }: Figure | Table): string {
  const words = caption.map(plainText).join('')
  if (label === '' || caption.length === 0) return `${label}${words}`
  return `${label}. ${words}`
}

function entryText(of: Index['of'], { label, text }: IndexEntry): string {
  const separator = of === 'sections' || text === '' || label === '' ? '' : '.'
  return `${label}${separator} ${text}`.trim()
}

/** A block of lines, not of blocks; and whatever stands in a line. */
function isLeaf(node: PublicationNode): boolean {
  return !('id' in node) || node.type === 'paragraph' || node.type === 'definitionTerm'
}

const emptyMetadata: Metadata = {
  title: 'Título de prueba',
  subtitle: '',
  language: 'es-PE',
  organisation: 'Ministerio de Prueba',
  department: '',
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
  template: 'base',
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

export function publication(sections: readonly SectionNode[], metadata: Partial<Metadata> = {}): Publication {
  return {
    metadata: { ...emptyMetadata, ...metadata },
    sources: [{ path: 'source/prueba.md', bytes: 1, sha256: '0'.repeat(64) }],
    generator: 'Pliego 0.0.0',
    tree: { type: 'root', children: sections, notes: [], place },
    sections: sections.map(node => node.section),
    images: new Map(),
    comments: new Map(),
  }
}

const designs = new Map<string, Design>()

/** A design of the project's own templates; fonts are left out unless asked for, which keeps goldens short. */
export function design(name = 'base', changes: Partial<Design> = {}): Design {
  let loaded = designs.get(name)
  if (loaded === undefined) {
    const messages = new VFile()
    const made = loadDesign(name, { templates: [templates] }, messages)
    if (made === null) throw new Error(messages.messages.join('\n'))
    loaded = made
    designs.set(name, loaded)
  }
  return { ...loaded, embedWebFonts: false, embedBookFonts: false, ...changes }
}

export function edition(of: Publication, with_: Design = design(), conformant = true): Edition {
  const locale = localeFor(of.metadata.language)
  if (locale === null) throw new Error('no locale')
  return {
    publication: of,
    design: with_,
    opening: opening(of, with_.furniture.brandLines, locale),
    // No page: a book without a list of pages, which keeps goldens short.
    layout: () => ({ pages: [], anchors: new Map(), lines: [], noteNumbers: new Map(), messages: [] }),
    conformant,
    fileDate: new Date(`${of.metadata.date || '1980-01-01'}T00:00:00Z`),
    word: plainWord,
  }
}

/** Every node type, and the characters that markup has to escape. */
export function everything(): Publication {
  const target = paragraph('Este párrafo es destino de una remisión.')
  return publication(
    [
      lead('Título de prueba & «comillas»', [
        paragraph(
          'Texto con ',
          strong(text('negrita '), emphasis(text('y cursiva'))),
          ', ',
          emphasis(text('cursiva')),
          ', ',
          code('código <b>&amp;</b>'),
          ' y un ',
          link('https://example.org/a?b=1&c=2', 'Un título "con" comillas', text('enlace')),
          '; < > & " \' 😀.',
        ),
        paragraph('Primera línea', lineBreak(), ' segunda línea con ]]> dentro.'),
        target,
      ]),
      section(
        'Primera parte',
        1,
        [
          list(
            {},
            [paragraph('uno')],
            [paragraph('dos'), list({ ordered: true, start: 3 }, [paragraph('tres')], [paragraph('cuatro')])],
          ),
          list(
            { spread: true, ordered: true },
            [paragraph('suelto a'), paragraph('más a')],
            [paragraph('suelto b')],
          ),
          quotation(paragraph('Cita.'), list({}, [paragraph('en la cita')])),
          thematicBreak(),
          {
            ...paragraph(
              'Sobre este punto, véase ',
              reference(target.id, text('«Este párrafo…»')),
              pageReference(target.id),
              '.',
            ),
            role: 'repeat-reference',
          },
          { ...paragraph('Kay rimayqa runasimipi.'), language: 'qu' },
          section('Antecedentes', 2, [paragraph('Texto de nivel dos.')], { number: '1.1' }),
          section(
            'Nivel saltado',
            2,
            [
              section('Tercero', 3, [
                section('Cuarto', 4, [section('Quinto', 5, [section('Sexto', 6, [paragraph('Hondo.')])])]),
              ]),
            ],
            { look: 4 },
          ),
        ],
        { number: '1' },
      ),
      section('Segunda parte', 1, [
        paragraph('Véase ', reference('primera-parte', text('la primera parte')), '.'),
        section('Antecedentes', 2, [paragraph('Con título repetido.')], { id: 'segunda-parte-antecedentes' }),
      ]),
    ],
    {
      title: 'Título de prueba & «comillas»',
      subtitle: 'Subtítulo <con> signos',
      department: 'Dirección de Ensayos',
      authors: ['Ana Quispe', "Luis O'Higgins"],
      number: '012-2026',
      to: ['Despacho'],
      from: ['Dirección'],
      subject: 'Asunto',
      reference: 'Memorándum 5',
      summary: 'Resumen en una frase & algo más.',
      keywords: ['prueba', 'ensayo'],
      classification: 'reservado',
      status: 'borrador',
      version: '0.2',
    },
  )
}
