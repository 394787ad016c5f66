/** A document with every construct beyond plain prose, by hand. */
import type {
  Block,
  BoxKind,
  FootnoteDefinition,
  Image,
  Inline,
  Publication,
  Table,
  TableCell,
} from '../../../src/publication/model.ts'
import {
  emphasis,
  lead,
  link,
  list,
  paragraph,
  place,
  publication,
  reference,
  section,
  strong,
  text,
} from './support.ts'

let count = 0
const base = (language = 'es-PE') => ({ id: `c${String(++count).padStart(4, '0')}`, language, place })

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100" viewBox="0 0 300 100"><rect width="300" height="100" fill="#1d3f66"/></svg>'
export const images: ReadonlyMap<string, Image> = new Map([
  [
    'a.png',
    { bytes: png, type: 'image/png', width: 1, height: 1, path: 'source/a.png', fallback: new Uint8Array() },
  ],
  [
    'b.svg',
    {
      bytes: Buffer.from(svg),
      type: 'image/svg+xml',
      width: 300,
      height: 100,
      path: 'source/b.svg',
      fallback: png,
    },
  ],
])

export const noteReference = (target: string, number: string, ordinal = 1): Inline => ({
  type: 'footnoteReference',
  target,
  number,
  ordinal,
  place,
})
export const note = (id: string, number: string, ...children: readonly Block[]): FootnoteDefinition => ({
  ...base(),
  type: 'footnoteDefinition',
  id,
  number,
  children,
})
export const cell = (column: number, value: string, options: Partial<TableCell> = {}): TableCell => ({
  ...base(),
  type: 'tableCell',
  column,
  heads: 'none',
  alignment: 'default',
  columnSpan: 1,
  rowSpan: 1,
  children: value === '' ? [] : [{ ...paragraph(value), role: 'cell' }],
  ...options,
})
export const table = (rows: readonly (readonly TableCell[])[], options: Partial<Table> = {}): Table => ({
  ...base(),
  type: 'table',
  number: '',
  label: '',
  caption: [],
  alignments: Array.from({ length: Math.max(...rows.map(row => row.length)) }, () => 'default' as const),
  widths: [],
  headerRows: 1,
  headerColumns: 0,
  landscape: false,
  children: rows.map(children => ({ ...base(), type: 'tableRow', children })),
  note: [],
  ...options,
})
const column = { heads: 'column' } as const
const row = { heads: 'row' } as const
const decimal = { alignment: 'decimal' } as const

export const box = (kind: BoxKind, ...children: readonly Block[]): Block => ({
  ...base(),
  type: 'box',
  kind,
  title: [text(`Título de ${kind}`)],
  children,
})

/** One of each, by the name of its golden file. */
export const constructs = {
  code: (): Block => ({ ...base(), type: 'code', syntax: 'ts', value: '\nconst a = "<b>" && 1\n\tfin' }),
  figure: (): Block => ({
    ...base(),
    id: 'figura',
    type: 'figure',
    image: 'b.svg',
    alternative: 'Un rectángulo azul',
    decorative: false,
    width: { kind: 'share', share: 0.6 },
    number: '1',
    label: 'Figura 1',
    caption: [text('Exportaciones, '), emphasis(text('2024'))],
  }),
  ornament: (): Block => ({
    ...base(),
    type: 'figure',
    image: 'a.png',
    alternative: '',
    decorative: true,
    width: { kind: 'points', points: 72.5 },
    number: '',
    label: '',
    caption: [],
  }),
  image: (): Block =>
    paragraph(
      'Un ',
      {
        type: 'image',
        image: 'a.png',
        alternative: 'punto',
        decorative: false,
        width: { kind: 'natural' },
        place,
      },
      ' en la línea.',
    ),
  table: (): Block =>
    table(
      [
        [cell(0, 'Rubro', column), cell(1, 'Monto', { ...column, ...decimal })],
        [cell(0, 'Cobre', row), cell(1, '1,234.50', decimal)],
        [cell(0, 'Oro', row), cell(1, '7.5', decimal)],
        [cell(0, 'Plata', row), cell(1, '12', decimal)],
      ],
      {
        id: 'cuadro',
        number: '1',
        label: 'Tabla 1',
        caption: [text('Montos')],
        headerColumns: 1,
        widths: [0.7, 0.3],
        note: [paragraph('Fuente: elaboración propia.')],
      },
    ),
  'table-spans': (): Block =>
    table(
      [
        [
          cell(0, '', { heads: 'both', rowSpan: 2 }),
          cell(1, '2024', { ...column, columnSpan: 2 }),
          cell(3, '2025', { ...column, columnSpan: 2 }),
        ],
        [1, 2, 3, 4].map(at => cell(at, at % 2 === 1 ? 'Enero' : 'Junio', column)),
        [cell(0, 'Lima', row), ...[1, 2, 3, 4].map(at => cell(at, String(at), { alignment: 'right' }))],
        [
          cell(0, 'Cusco', row),
          cell(1, 'sin datos', { columnSpan: 3, alignment: 'center' }),
          cell(4, '', { children: [paragraph('uno'), list({}, [paragraph('dos')])] }),
        ],
      ],
      {
        headerRows: 2,
        headerColumns: 1,
        alignments: ['left', 'right', 'right', 'right', 'right'],
        landscape: true,
        label: 'Tabla 2',
        number: '2',
        caption: [text('Con cabeceras de varias columnas')],
      },
    ),
  'table-wide': (): Block =>
    table([
      [0, 1, 2, 3, 4].map(at => cell(at, `Columna ${at}`, column)),
      [0, 1, 2, 3, 4].map(at => cell(at, 'dato')),
    ]),
  'table-roomy': (): Block =>
    table([
      [0, 1, 2, 3].map(at => cell(at, `Responsable ${at}`, column)),
      [0, 1, 2, 3].map(at => cell(at, 'un texto que en una pantalla angosta no cabe en una línea')),
    ]),
  'code-long': (): Block => ({ ...base(), type: 'code', syntax: '', value: `corta\n${'larga '.repeat(12)}` }),
  'inner-heading': (): Block =>
    box('note', { ...paragraph('Un encabezado'), role: 'inner-heading' }, paragraph('Texto.')),
  definitions: (): Block => ({
    ...base(),
    type: 'definitionList',
    children: [
      { ...base(), type: 'definitionTerm', children: [text('Pliego')] },
      {
        ...base(),
        type: 'definitionDescription',
        children: [paragraph('Hoja de papel.'), list({}, [paragraph('doblada')])],
      },
    ],
  }),
  box: (): Block => box('warning', paragraph('Con cuidado.'), list({}, [paragraph('punto')])),
  columns: (): Block => ({
    ...base(),
    type: 'columns',
    count: 2,
    children: [paragraph('uno '.repeat(40)), paragraph('dos '.repeat(40))],
  }),
  'page-break': (): Block => ({ ...base(), type: 'pageBreak' }),
  'index-sections': (): Block => ({
    ...base(),
    type: 'index',
    of: 'sections',
    title: 'Índice',
    entries: [
      { target: 'bloques', depth: 1, label: '1', text: 'Bloques' },
      { target: 'lineas', depth: 2, label: '1.1', text: 'Líneas' },
      { target: 'lineas', depth: 1, label: '', text: 'Otra' },
    ],
  }),
  'index-figures': (): Block => ({
    ...base(),
    type: 'index',
    of: 'figures',
    title: 'Índice de figuras',
    entries: [{ target: 'figura', depth: 1, label: 'Figura 1', text: 'Exportaciones, 2024' }],
  }),
  glossary: (): Block => ({
    ...base(),
    type: 'glossary',
    title: 'Siglas',
    entries: [{ acronym: 'ONU', expansion: 'Organización de las Naciones Unidas' }],
  }),
  signature: (): Block => ({
    ...base(),
    type: 'signature',
    children: [
      { ...paragraph('Ana Quispe'), role: 'signature' },
      { ...paragraph('Directora'), role: 'signature' },
    ],
  }),
  address: (): Block => ({
    ...base(),
    type: 'address',
    children: [
      { ...paragraph('Jr. Lampa 545'), role: 'address' },
      { ...paragraph('Lima'), role: 'address' },
    ],
  }),
  tasks: (): Block => {
    const made = list({}, [paragraph('hecho')], [paragraph('por hacer')], [])
    return {
      ...made,
      children: made.children.map((item, at) => ({ ...item, task: at === 0 ? 'done' : 'open' })),
    }
  },
  marks: (): Block =>
    paragraph(
      { type: 'delete', children: [text('tachado')], place },
      ' m',
      { type: 'superscript', children: [text('2')], place },
      ' H',
      { type: 'subscript', children: [text('2')], place },
      'O ',
      ...(['keyboard', 'highlight', 'underline', 'insertion'] as const).map(
        (style): Inline => ({ type: 'styled', style, children: [text(style)], place }),
      ),
      { type: 'span', language: 'qu', children: [text('runasimi')], place },
      { type: 'abbreviation', value: 'ONU', expansion: 'Organización de las Naciones Unidas', place },
    ),
} satisfies Readonly<Record<string, () => Block>>

export const notes = (): readonly FootnoteDefinition[] => [
  note('nota-a', '1', paragraph('Primera nota'), list({}, [paragraph('con una lista')])),
  note('nota-b', '2', paragraph('Segunda nota, con otra', noteReference('nota-c', '3'), '.')),
  note('nota-c', '3', paragraph('Tercera nota.')),
]

/** Everything at once, with references to it all. */
export function everyConstruct(): Publication {
  const make = (names: readonly (keyof typeof constructs)[]) => names.map(name => constructs[name]())
  const kinds = ['note', 'key-message', 'recommendation', 'summary'] as const
  const made = publication([
    lead('Todo', [
      paragraph(
        'Texto',
        noteReference('nota-a', '1'),
        ' y ',
        link(
          'https://example.org',
          '',
          text('enlace'),
          strong(text('con nota'), noteReference('nota-b', '2')),
          text(' dentro'),
        ),
        '.',
      ),
      ...make(['index-sections', 'index-figures', 'glossary']),
    ]),
    section(
      'Bloques',
      1,
      [
        paragraph(
          'Véase la ',
          reference('figura', text('figura 1')),
          ' y la ',
          reference('cuadro', text('tabla 1')),
          noteReference('nota-a', '1', 2),
          '.',
        ),
        ...make(['code', 'figure', 'ornament', 'table', 'table-spans', 'table-wide', 'definitions', 'box']),
        ...make(['code-long', 'table-roomy', 'inner-heading']),
        ...kinds.map(kind => box(kind, paragraph('Texto de la caja.'))),
        ...make(['columns', 'page-break']),
        section('Líneas', 2, make(['image', 'marks', 'tasks', 'address', 'signature']), { id: 'lineas' }),
      ],
      { id: 'bloques' },
    ),
  ])
  return { ...made, images, tree: { ...made.tree, notes: notes() } }
}
