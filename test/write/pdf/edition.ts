/** Hand-made editions: a tree written in short, set by a plain greedy line breaker of the test's own. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Design } from '../../../src/design/types.ts'
import { readMetrics } from '../../../src/fonts/face.ts'
import { advanceWidth, glyphFor } from '../../../src/fonts/glyphs.ts'
import type { FontFace } from '../../../src/fonts/types.ts'
import type { Anchor, Glyph, Layout, Mark, Owner, Page } from '../../../src/layout/types.ts'
import { localeFor } from '../../../src/locale/locale.ts'
import type {
  Block,
  FootnoteDefinition,
  Image,
  Inline,
  Metadata,
  Publication,
  Section,
  SectionNode,
} from '../../../src/publication/model.ts'
import { type OpeningBlock, opening } from '../../../src/publication/opening.ts'
import { type Edition, plainWord } from '../../../src/write/types.ts'

export const place = { file: 'source/a.md', line: 1, column: 1, endLine: 1, endColumn: 1 }

/** @param file - path in the project */
export function faceOf(file: string, weight = 400, italic = false): FontFace {
  const path = fileURLToPath(new URL(`../../../${file}`, import.meta.url))
  const bytes = readFileSync(path)
  const metrics = readMetrics(bytes)
  if ('why' in metrics) throw new Error(String(metrics.why))
  return { family: 'Noto', weight, italic, path, bytes, metrics }
}

const serif = faceOf('templates/base/fonts/NotoSerif-Regular.ttf')
const bold = faceOf('templates/base/fonts/NotoSerif-Bold.ttf', 700)
const italic = faceOf('templates/base/fonts/NotoSerif-Italic.ttf', 400, true)
const mono = faceOf('templates/base/fonts/NotoSansMono-Regular.ttf')

export const text = (value: string): Inline => ({ type: 'text', value, place })
export const strong = (...children: Inline[]): Inline => ({ type: 'strong', children, place })
export const emphasis = (...children: Inline[]): Inline => ({ type: 'emphasis', children, place })
export const code = (value: string): Inline => ({ type: 'inlineCode', value, place })
export const lineBreak = (): Inline => ({ type: 'break', place })
export const link = (url: string, title: string, ...children: Inline[]): Inline => ({
  type: 'link',
  url,
  title,
  children,
  place,
})
export const reference = (target: string, ...children: Inline[]): Inline => ({
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

let blocks = 0
/** Counts ids from 1 again: goldens that show ids must not depend on the test files that ran before. */
export const restartIds = () => {
  blocks = 0
}
export const base = (language = 'es-PE') => ({ id: `b${String(++blocks).padStart(4, '0')}`, language, place })
export const paragraph = (...children: Inline[]): Block => ({
  type: 'paragraph',
  role: 'body',
  children,
  ...base(),
})
export const foreign = (language: string, ...children: Inline[]): Block => ({
  type: 'paragraph',
  role: 'body',
  children,
  ...base(language),
})
export const heading = (depth: number, ...children: Inline[]): Block => ({
  type: 'heading',
  depth,
  look: depth,
  number: '',
  children,
  ...base(),
})
export const list = (ordered: boolean, ...items: Block[][]): Block => ({
  type: 'list',
  ordered,
  start: 1,
  spread: false,
  children: items.map(children => ({ type: 'listItem', task: 'none', children, ...base() })),
  ...base(),
})
export const quotation = (...children: Block[]): Block => ({ type: 'blockquote', children, ...base() })
export const thematicBreak = (): Block => ({ type: 'thematicBreak', ...base() })
export const section = (id: string, title: string, depth: number, ...children: Block[]): SectionNode => ({
  type: 'section',
  section: {
    kind: 'heading',
    id,
    number: '',
    title,
    depth,
    language: 'es-PE',
    words: 1,
    readingMinutes: 1,
    summary: '',
    fingerprint: '',
    ...{ figures: [], tables: [], notes: [], references: [], referencedBy: [] },
    acronyms: [],
    repeats: [],
    place,
    sections: children.filter(child => child.type === 'section').map(child => child.section),
  },
  children,
  ...base(),
  id,
})

const metadata: Metadata = {
  title: 'Título & <prueba>',
  subtitle: 'Un subtítulo',
  language: 'es-PE',
  organisation: 'Ministerio de Ejemplo',
  department: 'Dirección',
  authors: [],
  date: '2026-11-23',
  place: 'Lima',
  number: '12-2026',
  to: ['La Ministra'],
  from: [],
  subject: 'Asunto',
  reference: '',
  summary: 'El resumen.',
  keywords: ['uno', 'dos'],
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

export interface EditionOptions {
  readonly metadata?: Partial<Metadata>
  readonly conformant?: boolean
  readonly fileDate?: Date
  readonly pageHeight?: number
  readonly labels?: (page: number) => string
  /** SVG of an emblem that stands before the first opening block. */
  readonly emblem?: string
  /** Face of what is not emphasised. */
  readonly face?: FontFace
  readonly notes?: readonly FootnoteDefinition[]
  readonly images?: ReadonlyMap<string, Image>
}

export const emblem =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96"><path fill="#1d3f66" d="M8 26 45 40V90L8 76Z"/><circle fill="#1d3f66" cx="48" cy="18" r="12"/></svg>'

/** An edition of these sections, set on A6. */
export function editionOf(sections: readonly SectionNode[], options: EditionOptions = {}): Edition {
  const locale = localeFor('es-PE')
  if (locale === null) throw new Error('no Spanish')
  const publication: Publication = {
    metadata: { ...metadata, ...options.metadata },
    sources: [],
    generator: 'Pliego 0.0.0',
    tree: { type: 'root', children: sections, notes: options.notes ?? [], place },
    sections: sections.map(({ section: data }): Section => data),
    images: options.images ?? new Map(),
    comments: new Map(),
  }
  const blocksBefore = opening(publication, ['Una línea'], locale)
  const layout = set(blocksBefore, publication, options)
  const { emblem: svg = emblem } = options
  return {
    publication,
    // What the writer reads; everything else reaches it through marks.
    design: {
      highlight: '#ffee80',
      script: { size: 0.6, raise: 0.35, drop: 0.15 },
      styles: { body: { size: 10 } },
      furniture: { emblem: { svg, png: new Uint8Array(), alternative: 'Emblema', width: 40, height: 40 } },
    } as unknown as Design,
    opening: blocksBefore,
    layout: () => layout,
    conformant: options.conformant ?? true,
    fileDate: options.fileDate ?? new Date('2026-11-23T00:00:00Z'),
    word: plainWord,
  }
}

/** A word with the glyphs' owner and looks. */
interface Word {
  readonly text: string
  readonly owner: Owner
  readonly face: FontFace
  /** Key of a picture that stands for the word. */
  readonly image?: string
}

function set(before: readonly OpeningBlock[], publication: Publication, options: EditionOptions): Layout {
  const size = 10
  const width = 300
  const left = 40
  const height = options.pageHeight ?? 420
  const label = options.labels ?? String
  const regular = options.face ?? serif
  const pages: { marks: Mark[] }[] = []
  const anchors = new Map<string, Anchor>()
  let marks: Mark[] = []
  let y = 0

  const newPage = () => {
    marks = []
    pages.push({ marks })
    y = 40
  }
  const artifact = (role: Extract<Owner, { kind: 'artifact' }>['role']): Owner => ({ kind: 'artifact', role })
  const put = (word: Word, x: number, at: number): number => {
    if (word.image !== undefined) {
      const source = { kind: 'image', image: word.image } as const
      marks.push({ kind: 'picture', owner: word.owner, source, x, y: at - 9, width: 12, height: 9 })
      return 12
    }
    const glyphs = glyphsOf(word.face, word.text, size)
    marks.push({
      kind: 'glyphs',
      scale: 1,
      owner: word.owner,
      face: word.face,
      size,
      color: '#102030',
      x,
      y: at,
      glyphs,
    })
    return glyphs.reduce((sum, glyph) => sum + glyph.advance, 0)
  }
  const setBlock = (id: string, words: readonly Word[], linkOf: ReadonlyMap<Owner, Inline>) => {
    anchors.set(id, { page: pages.length - 1, y })
    let x = left
    y += 14
    for (const word of words) {
      const advance = glyphsOf(word.face, word.text, size).reduce((sum, glyph) => sum + glyph.advance, 0)
      if (x + advance > left + width && x > left) {
        x = left
        y += 14
      }
      if (y > height - 40) {
        newPage()
        y += 14
      }
      const from = x
      x += put(word, x, y)
      const target = linkOf.get(word.owner)
      if (target === undefined || !('url' in target || 'target' in target)) continue
      marks.push({
        kind: 'link',
        owner: { kind: 'content', node: target, part: 'text' },
        x: from,
        y: y - 10,
        width: x - from,
        height: 14,
        target: 'url' in target ? { kind: 'url', url: target.url } : { kind: 'block', id: target.target },
      })
    }
    y += 6
  }
  const setInlines = (
    id: string,
    children: readonly Inline[],
    face: FontFace,
    label: readonly Word[] = [],
  ) => {
    const words: Word[] = [...label]
    const links = new Map<Owner, Inline>()
    collect(children, face, null)
    setBlock(id, words, links)

    function collect(nodes: readonly Inline[], current: FontFace, within: Inline | null): void {
      for (const node of nodes) {
        const owner: Owner = { kind: 'content', node, part: 'text' }
        if (within !== null) links.set(owner, within)
        const push = (value: string, of: FontFace) => {
          for (const word of value.match(/\S+\s*|\s+/gu) ?? []) words.push({ text: word, owner, face: of })
        }
        if (node.type === 'text') push(node.value, current)
        else if (node.type === 'inlineCode') push(node.value, mono)
        else if (node.type === 'pageReference') push(`${node.before}1${node.after}`, current)
        else if (node.type === 'strong') collect(node.children, bold, within)
        else if (node.type === 'emphasis') collect(node.children, italic, within)
        else if (node.type === 'abbreviation') push(node.value, current)
        else if (node.type === 'image') words.push({ text: ' ', owner, face: current, image: node.image })
        else if (node.type === 'footnoteReference') {
          links.set(owner, node)
          push(node.number, current)
        } else if (node.type === 'link' || node.type === 'crossReference')
          collect(node.children, current, node)
        else if (node.type !== 'break') collect(node.children, current, within)
      }
    }
  }
  const setBlocks = (children: readonly Block[], label: readonly Word[] = []) => {
    let first = label
    for (const block of children) {
      if (block.type === 'heading') setInlines(block.id, block.children, bold, first)
      else if (block.type === 'paragraph') setInlines(block.id, block.children, regular, first)
      else if (block.type === 'list') {
        for (const [index, item] of block.children.entries()) {
          const owner: Owner = { kind: 'content', node: item, part: 'label' }
          setBlocks(item.children, [{ text: block.ordered ? `${index + 1}. ` : '• ', owner, face: regular }])
        }
      } else if (block.type === 'thematicBreak') {
        marks.push({
          kind: 'rule',
          owner: artifact('rule'),
          x: left,
          y,
          width,
          height: 0.5,
          color: '#999999',
        })
        y += 6
      } else setOther(block)
      first = []
    }
  }

  const entryOwner = (
    node: Extract<Block, { type: 'index' | 'glossary' }>,
    entry: number,
    part: 'text' | 'label',
  ) => ({ kind: 'entry', node, entry, part }) as const
  const setOther = (block: Block) => {
    anchors.set(block.id, { page: pages.length - 1, y })
    const owner = (part: 'text' | 'label'): Owner => ({ kind: 'content', node: block, part })
    const word = (value: string, of: Owner): Word => ({ text: value, owner: of, face: regular })
    const line = (...words: Word[]) => setBlock(block.id, words, new Map())
    if (block.type === 'code') {
      for (const row of block.value.split('\n')) line(word(`${row} `, owner('text')))
    } else if (block.type === 'figure') {
      const source = { kind: 'image', image: block.image } as const
      if (y + 80 > height - 40) newPage()
      marks.push({ kind: 'picture', owner: owner('text'), source, x: left, y, width: 90, height: 60 })
      y += 66
    }
    if ('caption' in block && block.label !== '') {
      setInlines(block.id, block.caption, italic, [word(`${block.label}. `, owner('label'))])
    }
    if (block.type === 'box') setInlines(block.id, block.title, bold)
    if (block.type === 'definitionTerm') setInlines(block.id, block.children, bold)
    else if (block.type === 'table') {
      for (const [index, row] of block.children.entries()) {
        setOther(row)
        if (index === 0) line(word('Cabeza repetida ', artifact('repeat')))
      }
      setBlocks(block.note)
    } else if (block.type === 'index') {
      line(word(block.title, owner('text')))
      for (const [index, { label: number, text: value, target }] of block.entries.entries()) {
        const words = [word(`${value} `, entryOwner(block, index, 'text'))]
        if (number !== '') words.unshift(word(`${number} `, entryOwner(block, index, 'label')))
        words.push(word('. . . ', artifact('rule')), word('1', entryOwner(block, index, 'text')))
        line(...words)
        const area = { x: left, y: y - 16, width, height: 14 }
        marks.push({
          kind: 'link',
          owner: entryOwner(block, index, 'text'),
          ...area,
          target: { kind: 'block', id: target },
        })
      }
    } else if (block.type === 'glossary') {
      line(word(block.title, owner('text')))
      for (const [index, { acronym, expansion }] of block.entries.entries()) {
        line(
          word(`${acronym} `, entryOwner(block, index, 'label')),
          word(expansion, entryOwner(block, index, 'text')),
        )
      }
    } else if ('children' in block) {
      for (const child of block.children) {
        if ('id' in child) setBlocks([child])
      }
    }
  }

  newPage()
  marks.push({
    kind: 'rule',
    owner: artifact('background'),
    x: 0,
    y: 0,
    width: 380,
    height: 12,
    color: '#aa0000',
  })
  const [first] = before
  if (first !== undefined) {
    const owner: Owner = { kind: 'content', node: first, part: 'text' }
    marks.push({ kind: 'picture', owner, source: { kind: 'emblem' }, x: 320, y: 20, width: 40, height: 40 })
  }
  for (const block of before) {
    const owner: Owner = { kind: 'content', node: block, part: 'label' }
    const label = block.label === '' ? [] : [{ text: `${block.label} `, owner, face: bold }]
    setInlines(block.id, block.children, regular, label)
  }
  setBlocks(publication.tree.children)
  // At the foot of the last page, away from what refers to them.
  for (const note of publication.tree.notes) {
    anchors.set(note.id, { page: pages.length - 1, y })
    const owner: Owner = { kind: 'content', node: note, part: 'label' }
    setBlocks(note.children, [{ text: `${note.number} `, owner, face: regular }])
  }

  const finished = pages.map(({ marks: own }, index): Page => {
    const name = label(index + 1)
    const foot: Mark = {
      kind: 'glyphs',
      scale: 1,
      owner: artifact('footer'),
      face: regular,
      size,
      color: '#102030',
      x: left,
      y: height - 20,
      glyphs: glyphsOf(regular, `Página ${name}`, size),
    }
    return { number: index + 1, label: name, width: 380, height, marks: [...own, foot] }
  })
  const noteNumbers = new Map(publication.tree.notes.map(note => [note.id, note.number]))
  return { pages: finished, anchors, lines: [], noteNumbers, messages: [] }
}

function glyphsOf(face: FontFace, value: string, size: number): Glyph[] {
  return Array.from(value, character => {
    // As line breaking does: a soft hyphen shows the hyphen's glyph and stays what it is.
    const shown = character === '\u00ad' ? '-' : character
    const id = glyphFor(face, shown.codePointAt(0) ?? 0)
    return {
      id,
      advance: (advanceWidth(face, id) * size) / face.metrics.unitsPerEm,
      dx: 0,
      dy: 0,
      text: character,
    }
  })
}

/** A document with every node type. */
export function everyNode(): SectionNode[] {
  return [
    section(
      'introduccion',
      'Introducción',
      1,
      heading(1, text('Introducción')),
      paragraph(
        text('Un párrafo con '),
        strong(text('fuerza, '), emphasis(text('énfasis '))),
        text('y '),
        code('código'),
        text(', un '),
        link('https://example.org/ñ?a=1&b=(2)', '', text('enlace '), strong(text('fuera'))),
        text(', separa\u00ad'),
        lineBreak(),
        text('ción-guion y guion-normal. '),
        reference('cierre', text('«El cierre»')),
        pageReference('cierre'),
        text('.'),
      ),
      list(
        false,
        [paragraph(text('Uno')), list(true, [paragraph(text('Uno punto uno'))], [paragraph(text('Dos'))])],
        [paragraph(text('Otro'))],
      ),
      quotation(paragraph(text('Una cita.')), paragraph(text('Y sigue.'))),
      thematicBreak(),
      foreign('qu', text('Allin punchaw.')),
      section('detalle', 'Detalle (2)', 2, heading(2, text('Detalle (2)')), paragraph(text(long))),
    ),
    section('cierre', 'Cierre', 1, heading(1, text('Cierre')), paragraph(text('Fin.'))),
  ]
}

const long = Array.from(
  { length: 40 },
  (_, index) => `Frase número ${index + 1} de un párrafo que pasa de página.`,
).join(' ')
