/** Hand-made documents and a plain design, for layout alone. */
import type { Design, Role, TextStyle } from '../../src/design/types.ts'
import { layout, prepareLayout } from '../../src/layout/layout.ts'
import type { Layout, Mark } from '../../src/layout/types.ts'
import { localeFor } from '../../src/locale/locale.ts'
import { codeTokens } from '../../src/publication/code-tokens.ts'
import type {
  Block,
  FootnoteDefinition,
  Heading,
  Image,
  Inline,
  List,
  Metadata,
  Paragraph,
  Publication,
  Section,
  SectionNode,
  Text,
} from '../../src/publication/model.ts'
import { type OpeningBlock, opening } from '../../src/publication/opening.ts'
import { squareFace } from './square-font.ts'

export const place = { file: 'prueba.md', line: 1, column: 1, endLine: 1, endColumn: 1 }
export const language = 'es-PE'

export const text = (value: string): Text => ({ type: 'text', value, place })
export const paragraph = (id: string, ...children: readonly (string | Inline)[]): Paragraph => ({
  type: 'paragraph',
  role: 'body',
  id,
  language,
  place,
  children: children.map(child => (typeof child === 'string' ? text(child) : child)),
})
export const heading = (id: string, value: string, depth = 1): Heading => ({
  type: 'heading',
  id,
  language,
  place,
  depth,
  look: depth,
  number: '',
  children: [text(value)],
})
export const list = (id: string, ordered: boolean, start: number, ...items: readonly Block[][]): List => ({
  type: 'list',
  ordered,
  start,
  spread: false,
  id,
  language,
  place,
  children: items.map((children, index) => ({
    type: 'listItem',
    task: 'none',
    id: `${id}-${index}`,
    language,
    place,
    children,
  })),
})

export const section = (id: string, title: string, ...children: readonly Block[]): SectionNode => {
  const facts: Section = {
    kind: title === '' ? 'lead' : 'heading',
    id,
    number: '',
    title,
    depth: 1,
    language,
    words: 1,
    readingMinutes: 1,
    summary: '',
    fingerprint: '',
    ...{ figures: [], tables: [], notes: [], references: [], referencedBy: [] },
    acronyms: [],
    repeats: [],
    place,
    sections: [],
  }
  return { type: 'section', id, language, place, section: facts, children }
}

const metadata: Metadata = {
  title: 'Documento de prueba',
  subtitle: '',
  language,
  organisation: '',
  department: '',
  authors: [],
  date: '',
  place: '',
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
  template: 'prueba',
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
  blocks: readonly Block[],
  changes: Partial<Metadata> = {},
  notes: readonly FootnoteDefinition[] = [],
  images: ReadonlyMap<string, Image> = new Map(),
): Publication {
  return {
    metadata: { ...metadata, ...changes },
    sources: [],
    generator: 'prueba',
    tree: { type: 'root', place, children: blocks, notes },
    sections: [],
    images,
    comments: new Map(),
  }
}

export const bodyStyle: TextStyle = {
  family: 'Cuadrada',
  size: 10,
  leading: 12,
  weight: 400,
  italic: false,
  color: '#000000',
  align: 'justify',
  hyphenate: true,
  spaceBefore: 0,
  spaceAfter: 6,
  indent: 0,
  insetLeft: 0,
  insetRight: 0,
  letterSpacing: 0,
  uppercase: false,
  smallCaps: false,
  figures: 'lining',
  keepWithNext: false,
}

const flush: TextStyle = { ...bodyStyle, align: 'left', hyphenate: false }
const head: TextStyle = { ...flush, spaceBefore: 12, keepWithNext: true }
const styles: Record<Role, TextStyle> = {
  body: bodyStyle,
  heading1: { ...head, size: 14, leading: 18 },
  heading2: { ...head, size: 12, leading: 15 },
  heading3: head,
  heading4: head,
  heading5: head,
  heading6: head,
  list: { ...bodyStyle, spaceAfter: 0 },
  quotation: { ...bodyStyle, insetLeft: 20, insetRight: 20 },
  repeatReference: { ...bodyStyle, italic: true },
  brandLine: flush,
  organisation: flush,
  department: flush,
  classification: { ...flush, uppercase: true, weight: 700 },
  draftMark: { ...flush, uppercase: true },
  placeDate: { ...flush, align: 'right' },
  fieldLabel: { ...flush, weight: 700, spaceAfter: 0 },
  fieldValue: { ...flush, spaceAfter: 0 },
  title: { ...head, size: 16, leading: 20 },
  subtitle: head,
  authors: flush,
  summaryLabel: { ...flush, weight: 700, spaceBefore: 9, spaceAfter: 2 },
  summary: { ...flush, spaceAfter: 9 },
  runningHead: { ...flush, size: 8, leading: 10 },
  footer: { ...flush, size: 8, leading: 10, align: 'center' },
  code: { ...flush, size: 9, leading: 11 },
  caption: { ...flush, size: 9, leading: 11, align: 'center' },
  tableHead: { ...flush, weight: 700, spaceAfter: 0 },
  tableCell: { ...flush, hyphenate: true, spaceAfter: 0 },
  tableNote: { ...flush, size: 8, leading: 10 },
  footnote: { ...flush, size: 8, leading: 10, spaceAfter: 0 },
  boxTitle: { ...flush, weight: 700, spaceAfter: 2 },
  box: flush,
  term: { ...flush, weight: 700, spaceAfter: 0 },
  description: { ...flush, insetLeft: 20, spaceAfter: 3 },
  indexTitle: head,
  index: { ...flush, spaceAfter: 0 },
  glossary: { ...flush, spaceAfter: 0 },
  signature: { ...flush, spaceBefore: 12 },
  address: flush,
}

const noBox = {
  background: '',
  borderColor: '#888888',
  borderSide: 'left',
  borderWidth: 0,
  padding: 0,
} as const
const palette = {
  foreground: '#000000',
  background: '#ffffff',
  primary: '#000000',
  secondary: '#000000',
  tertiary: '#000000',
  muted: '#000000',
  link: '#0000ff',
  surface: '#ffffff',
  rule: '#000000',
  info: '#000000',
  success: '#000000',
  warning: '#000000',
  infoSurface: '#ffffff',
  successSurface: '#ffffff',
  warningSurface: '#ffffff',
  primarySurface: '#ffffff',
  highlight: '#ffff00',
}
const titledBox = {
  ...noBox,
  background: '#eeeeee',
  borderWidth: 2,
  padding: 5,
  titleColor: '#880000',
} as const

/** A 340 by 300 point page with a frame of 300 by 200. */
export const squareDesign: Design = {
  name: 'prueba',
  language: 'es',
  brandName: '',
  brandLink: '',
  fallback: [],
  faces: [
    squareFace('Cuadrada'),
    squareFace('Cuadrada', 700),
    squareFace('Cuadrada', 400, true),
    squareFace('Cuadrada', 700, true),
  ],
  styles,
  inline: {
    code: { family: 'Cuadrada', sizeFactor: 1, color: '#000000' },
    link: { color: '#0000ff', underline: true, weight: 400 },
    strong: { weight: 700 },
  },
  page: {
    size: 'propia',
    width: 340,
    height: 300,
    margin: { top: 50, right: 20, bottom: 50, left: 20 },
    headDistance: 30,
    footDistance: 30,
  },
  furniture: {
    brandLines: [],
    bandHeight: 0,
    bandColor: '#000000',
    ruleWidth: 0.5,
    ruleColor: '#888888',
    ruleGap: 6,
    emblemGap: 10,
    headGap: 24,
    emblem: null,
  },
  list: { indent: 20, labelGap: 5, bullets: ['•', '–'], itemSpace: 6 },
  quotationBox: { ...noBox, borderWidth: 2, padding: 8 },
  summaryBox: { ...noBox, background: '#eeeeee', borderSide: 'all', borderWidth: 1, padding: 5 },
  boxes: {
    note: titledBox,
    'key-message': titledBox,
    warning: titledBox,
    recommendation: titledBox,
    summary: titledBox,
  },
  codeBox: { ...noBox, background: '#eeeeee', padding: 4 },
  codeColors: {
    keyword: '#110000',
    string: '#220000',
    number: '#330000',
    comment: '#440000',
    title: '#550000',
    attribute: '#660000',
  },
  table: {
    paddingX: 4,
    paddingY: 3,
    headBackground: '#dddddd',
    zebraBackground: '',
    outerRule: 1,
    innerRule: 0.5,
    outerColor: '#444444',
    ruleColor: '#888888',
  },
  notes: { ruleWidth: 0.5, ruleLength: 60, ruleColor: '#888888', spaceAbove: 6, spaceBetween: 2 },
  script: { size: 0.6, raise: 0.35, drop: 0.15 },
  highlight: '#ffff00',
  captionedSpace: { around: 10, caption: 4 },
  captionAbove: { figure: false, table: true },
  quotes: 'angulares',
  palette,
  darkPalette: palette,
  embedWebFonts: false,
  embedBookFonts: false,
  embedWordFonts: false,
  baselineGrid: false,
  hanging: false,
  expansion: 0,
  floats: { figure: 'float', table: 'float' },
  numberSections: false,
  notesByPage: false,
  repeats: 'report',
  slots: { html: '', screenCss: '', printCss: '', epubCss: '', word: '' },
  files: [],
}

/** The same with pages that can be turned. */
export const tallDesign: Design = { ...squareDesign, page: { ...squareDesign.page, height: 420 } }

export interface Laid {
  readonly layout: Layout
  readonly opening: readonly OpeningBlock[]
}

/** Lays a document out, loading what it needs first. */
export async function lay(document: Publication, design: Design = squareDesign): Promise<Laid> {
  const locale = localeFor(document.metadata.language)
  if (locale === null) throw new Error(`no locale for ${document.metadata.language}`)
  const front = opening(document, design.furniture.brandLines, locale)
  await prepareLayout(document, front, locale)
  return { layout: layout(document, design, front, locale, await codeTokens(document)), opening: front }
}

/** Text of a mark, hyphens put in shown as `¬`. */
export function textOf(mark: Mark): string {
  return mark.kind === 'glyphs'
    ? mark.glyphs
        .map(glyph => glyph.text)
        .join('')
        .replaceAll('\u00ad', '¬')
    : ''
}

/** Marks as one line of text each: what a golden trace holds. */
export function trace({ pages, messages }: Layout): string {
  const lines: string[] = []
  for (const page of pages) {
    lines.push(`page ${page.label}`)
    for (const mark of page.marks) lines.push(`  ${traceMark(mark)}`)
  }
  for (const { rule, facts } of messages) lines.push(`${rule} ${JSON.stringify(facts)}`)
  return `${lines.join('\n')}\n`
}

function traceMark(mark: Mark): string {
  const { owner, x, y } = mark
  const who =
    owner.kind === 'artifact'
      ? `[${owner.role}]`
      : `${owner.node.type}${owner.kind === 'entry' ? owner.entry : ''}${owner.part === 'label' ? '.label' : ''}`
  const at = `${x},${y}`
  switch (mark.kind) {
    case 'glyphs': {
      const style = `${mark.size}${mark.face.weight >= 700 ? 'b' : ''}${mark.face.italic ? 'i' : ''}`
      const space = mark.glyphs.find(glyph => glyph.text === ' ')?.advance
      return `${at} ${style} ${who} ${space === undefined ? '' : `_${space.toFixed(2)} `}“${textOf(mark)}”`
    }
    case 'link':
      return `${at} link ${who} ${mark.width}×${mark.height} ${mark.target.kind === 'url' ? mark.target.url : `#${mark.target.id}`}`
    default:
      return `${at} ${mark.kind} ${who} ${mark.width}×${mark.height}`
  }
}
