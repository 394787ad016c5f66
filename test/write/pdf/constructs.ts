/** A document with the constructs that briefings need beyond plain text, and the pictures that it shows. */
import { deflateSync } from 'node:zlib'
import type {
  Block,
  FootnoteDefinition,
  Image,
  IndexEntry,
  Inline,
  Paragraph,
  SectionNode,
  TableCell,
} from '../../../src/publication/model.ts'
import { base, emphasis, heading, paragraph, place, restartIds, section, strong, text } from './edition.ts'

export const note = (number: string, ...children: Block[]): FootnoteDefinition => ({
  ...base(),
  type: 'footnoteDefinition',
  number,
  children,
})
export const noteReference = (to: FootnoteDefinition, ordinal = 1): Inline => ({
  type: 'footnoteReference',
  target: to.id,
  number: to.number,
  ordinal,
  place,
})
export const picture = (image: string, alternative: string): Inline => ({
  type: 'image',
  image,
  alternative,
  decorative: alternative === '',
  width: { kind: 'natural' },
  place,
})
export const figure = (image: string, alternative: string, number: string, ...caption: Inline[]): Block => ({
  ...base(),
  type: 'figure',
  image,
  alternative,
  decorative: alternative === '',
  width: { kind: 'natural' },
  number,
  label: number === '' ? '' : `Figura ${number}`,
  caption,
})

export interface CellOptions {
  readonly column: number
  readonly heads?: TableCell['heads']
  readonly columnSpan?: number
  readonly rowSpan?: number
}
export const cell = (options: CellOptions, ...children: Block[]): TableCell => ({
  ...base(),
  type: 'tableCell',
  heads: 'none',
  alignment: 'default',
  columnSpan: 1,
  rowSpan: 1,
  ...options,
  children,
})
export const plainCell = (options: CellOptions, ...children: Inline[]): TableCell =>
  cell(options, { ...paragraphOf(...children), role: 'cell' })
export const table = (
  heads: { readonly rows: number; readonly columns: number },
  rows: readonly (readonly TableCell[])[],
  more: {
    readonly number?: string
    readonly caption?: readonly Inline[]
    readonly note?: readonly Block[]
  } = {},
): Block => {
  const { number = '', caption = [], note: below = [] } = more
  return {
    ...base(),
    type: 'table',
    number,
    label: number === '' ? '' : `Cuadro ${number}`,
    caption,
    alignments: [],
    widths: [],
    headerRows: heads.rows,
    headerColumns: heads.columns,
    landscape: false,
    children: rows.map(children => ({ ...base(), type: 'tableRow', children })),
    note: below,
  }
}
export const codeBlock = (syntax: string, value: string): Block => ({
  ...base(),
  type: 'code',
  syntax,
  value,
})
export const index = (title: string, ...entries: IndexEntry[]): Block => ({
  ...base(),
  type: 'index',
  of: 'sections',
  title,
  entries,
})

function paragraphOf(...children: Inline[]): Paragraph {
  return { ...base(), type: 'paragraph', role: 'body', children }
}

/** Every construct, with its notes. */
export function constructs(): { sections: SectionNode[]; notes: FootnoteDefinition[] } {
  restartIds()
  const second = note('2', paragraph(text('Nota de la nota.')))
  const first = note(
    '1',
    paragraph(text('La primera nota'), noteReference(second), text('.')),
    paragraph(text('Su segundo párrafo.')),
  )
  const inCell = note('3', paragraph(text('Nota de un cuadro.')))
  const column = { heads: 'column' } as const
  const row = { heads: 'row' } as const
  const blocks: Block[] = [
    heading(1, text('Todo'), noteReference(first)),
    index(
      'Índice',
      { target: 'todo', depth: 1, label: '1', text: 'Todo' },
      { target: 'todo', depth: 2, label: '1.1', text: 'Dentro' },
      { target: 'todo', depth: 3, label: '', text: 'Muy dentro' },
      { target: 'todo', depth: 1, label: '2', text: 'Otro' },
    ),
    paragraph(
      { type: 'delete', children: [text('tachado ')], place },
      text('H'),
      { type: 'subscript', children: [text('2')], place },
      text('O y 3'),
      { type: 'superscript', children: [text('er')], place },
      text(' lugar; '),
      { type: 'styled', style: 'keyboard', children: [text('Ctrl ')], place },
      { type: 'styled', style: 'highlight', children: [text('resaltado '), strong(text('fuerte '))], place },
      { type: 'styled', style: 'underline', children: [text('subrayado ')], place },
      { type: 'styled', style: 'insertion', children: [text('insertado ')], place },
      { type: 'span', language: 'qu', children: [text('allin punchaw ')], place },
      { type: 'abbreviation', value: 'ONU', expansion: 'Organización de las Naciones Unidas', place },
      text(', otra vez la nota'),
      noteReference(first, 2),
      text(' y un signo '),
      picture('sello', 'Sello'),
      picture('sello', ''),
      text('.'),
    ),
    codeBlock('ts', 'const a = 1\nconst b = 2'),
    figure('mapa', 'Mapa del Perú', '1', text('El mapa '), emphasis(text('de hoy'))),
    figure('sello', '', ''),
    figure('dibujo', 'Un dibujo', ''),
    table({ rows: 1, columns: 0 }, [
      [plainCell({ column: 0, ...column }, text('País')), plainCell({ column: 1, ...column }, text('Año'))],
      [plainCell({ column: 0 }, text('Perú'), noteReference(inCell)), cell({ column: 1 })],
    ]),
    table(
      { rows: 2, columns: 1 },
      [
        [
          plainCell({ column: 0, heads: 'both', rowSpan: 2 }, text('Región')),
          plainCell({ column: 1, columnSpan: 2, ...column }, text('Exportación')),
        ],
        [
          plainCell({ column: 1, ...column }, text('2024')),
          plainCell({ column: 2, ...column }, text('2025')),
        ],
        [
          plainCell({ column: 0, ...row }, text('Costa')),
          plainCell({ column: 1 }, text('10')),
          cell({ column: 2 }, paragraph(text('20')), paragraph(text('estimado'))),
        ],
      ],
      { number: '2', caption: [text('Exportación por región')], note: [paragraph(text('Fuente: propia.'))] },
    ),
    {
      ...base(),
      type: 'definitionList',
      children: [
        { ...base(), type: 'definitionTerm', children: [text('Término')] },
        { ...base(), type: 'definitionTerm', children: [text('Sinónimo')] },
        { ...base(), type: 'definitionDescription', children: [paragraph(text('Primera.'))] },
        { ...base(), type: 'definitionDescription', children: [paragraph(text('Segunda.'))] },
        { ...base(), type: 'definitionTerm', children: [text('Otro')] },
        { ...base(), type: 'definitionDescription', children: [paragraph(text('Suya.'))] },
      ],
    },
    {
      ...base(),
      type: 'box',
      kind: 'warning',
      title: [text('Atención')],
      children: [paragraph(text('Cuidado.'))],
    },
    {
      ...base(),
      type: 'columns',
      count: 2,
      children: [paragraph(text('Una columna.')), paragraph(text('Otra.'))],
    },
    { ...base(), type: 'pageBreak' },
    {
      ...base(),
      type: 'list',
      ordered: false,
      start: 1,
      spread: false,
      children: [
        { ...base(), type: 'listItem', task: 'open', children: [paragraph(text('Por hacer'))] },
        { ...base(), type: 'listItem', task: 'done', children: [paragraph(text('Hecho'))] },
      ],
    },
    {
      ...base(),
      type: 'glossary',
      title: 'Siglas',
      entries: [
        { acronym: 'OEA', expansion: 'Organización de los Estados Americanos' },
        { acronym: 'ONU', expansion: 'Organización de las Naciones Unidas' },
      ],
    },
    { ...base(), type: 'signature', children: [{ ...paragraphOf(text('Ana Quispe')), role: 'signature' }] },
    { ...base(), type: 'address', children: [{ ...paragraphOf(text('Jr. Lampa 545')), role: 'address' }] },
  ]
  return { sections: [section('todo', 'Todo', 1, ...blocks)], notes: [first, second, inCell] }
}

export const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 64" width="96" height="64"><defs><linearGradient id="g"><stop offset="0" stop-color="#1d3f66"/><stop offset="1" stop-color="#d04020"/></linearGradient></defs><rect width="96" height="64" fill="url(#g)"/><circle cx="48" cy="20" r="12" fill="#ffffff" opacity="0.5"/></svg>'

export const images: ReadonlyMap<string, Image> = new Map([
  ['mapa', imageOf(png({ width: 3, height: 2, bits: 8, type: 2 }), 'image/png')],
  ['sello', imageOf(png({ width: 3, height: 2, bits: 8, type: 6 }), 'image/png')],
  ['dibujo', { ...imageOf(Buffer.from(svg), 'image/svg+xml'), width: 96, height: 64 }],
])

export function imageOf(bytes: Uint8Array, type: Image['type'], fallback = new Uint8Array()): Image {
  return { bytes, type, width: 3, height: 2, path: 'source/a.png', fallback }
}

export interface PngOptions {
  readonly width: number
  readonly height: number
  readonly bits: number
  readonly type: number
  readonly chunks?: readonly (readonly [string, Uint8Array])[]
  /** Filtered rows; by default samples that count up, unfiltered. */
  readonly rows?: Uint8Array
  readonly interlaced?: boolean
}

/** A PNG made by the specification's words; checksums are left at 0, which nothing here reads. */
export function png(options: PngOptions): Buffer {
  const { width, height, bits, type, chunks = [], interlaced = false } = options
  const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[type] ?? 1
  const rowBytes = Math.ceil((width * bits * samples) / 8)
  const rows =
    options.rows ??
    Uint8Array.from({ length: (rowBytes + 1) * height }, (_, at) =>
      at % (rowBytes + 1) === 0 ? 0 : (at * 37) % 256,
    )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bits, type, 0, 0, interlaced ? 1 : 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...chunks.map(([name, bytes]) => chunk(name, bytes)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(name: string, bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, Buffer.from(name, 'latin1'), bytes, Buffer.alloc(4)])
}
