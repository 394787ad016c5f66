/** What reports need besides prose: one maker for each construct, and a document with all of them. */
import type {
  Block,
  Figure,
  FootnoteDefinition,
  Inline,
  Paragraph,
  Publication,
  SectionNode,
  Table,
  TableCell,
} from '../../../src/publication/model.ts'
import {
  blockId,
  type blockMaker,
  br,
  code,
  link,
  blockMaker as newMaker,
  place,
  publication,
  reference,
  strong,
} from './support.ts'

export type Maker = ReturnType<typeof blockMaker>

const text = (value: string): Inline => ({ type: 'text', value, place })
export const natural = { kind: 'natural' } as const

export const marks = {
  delete: (value: string): Inline => ({ type: 'delete', children: [text(value)], place }),
  superscript: (value: string): Inline => ({ type: 'superscript', children: [text(value)], place }),
  subscript: (value: string): Inline => ({ type: 'subscript', children: [text(value)], place }),
  styled: (style: 'keyboard' | 'highlight' | 'underline' | 'insertion', value: string): Inline => ({
    type: 'styled',
    style,
    children: [text(value)],
    place,
  }),
  span: (language: string, value: string): Inline => ({
    type: 'span',
    language,
    children: [text(value)],
    place,
  }),
  abbreviation: (value: string, expansion: string): Inline => ({
    type: 'abbreviation',
    value,
    expansion,
    place,
  }),
  note: (target: string, number: string, ordinal = 1): Inline => ({
    type: 'footnoteReference',
    target,
    number,
    ordinal,
    place,
  }),
  image: (image: string, alternative: string): Inline => ({
    type: 'image',
    image,
    alternative,
    decorative: alternative === '',
    width: { kind: 'points', points: 12 },
    place,
  }),
}

export function figure(b: Maker, changes: Partial<Figure> = {}): Figure {
  return {
    type: 'figure',
    ...b.base(),
    number: '1',
    label: 'Figura 1',
    caption: [text('Exportaciones por '), strong('región')],
    image: 'grafico',
    alternative: 'Barras que suben de 2020 a 2025',
    decorative: false,
    width: { kind: 'share', share: 0.5 },
    ...changes,
  }
}

export function cell(
  b: Maker,
  content: string | readonly Block[],
  changes: Partial<TableCell> = {},
): TableCell {
  const children: readonly Block[] =
    typeof content !== 'string' ? content : content === '' ? [] : [cellParagraph(b, content)]
  return {
    type: 'tableCell',
    ...b.base(),
    column: 0,
    heads: 'none',
    alignment: 'default',
    columnSpan: 1,
    rowSpan: 1,
    children,
    ...changes,
  }
}

function cellParagraph(b: Maker, value: string): Paragraph {
  return { type: 'paragraph', ...b.base(), role: 'cell', children: [text(value)] }
}

export function table(
  b: Maker,
  rows: readonly (readonly TableCell[])[],
  changes: Partial<Table> = {},
): Table {
  const count = Math.max(...rows.flat().map(({ column, columnSpan }) => column + columnSpan))
  return {
    type: 'table',
    ...b.base(),
    number: '',
    label: '',
    caption: [],
    alignments: Array.from({ length: count }, () => 'default' as const),
    widths: [],
    headerRows: 1,
    headerColumns: 0,
    landscape: false,
    children: rows.map(children => ({ type: 'tableRow', ...b.base(), children })),
    note: [],
    ...changes,
  }
}

/** Head over two rows, spans both ways, numbers with points, an empty cell, a list in a cell. */
export function spanningTable(b: Maker, changes: Partial<Table> = {}): Table {
  const head = { heads: 'column' } as const
  const side = { heads: 'row' } as const
  const number = (column: number) => ({ column, alignment: 'decimal' }) as const
  return table(
    b,
    [
      [
        cell(b, 'Región', { ...head, rowSpan: 2 }),
        cell(b, 'Millones de soles', { ...head, column: 1, columnSpan: 2, alignment: 'center' }),
      ],
      [cell(b, '2024', { ...head, column: 1 }), cell(b, '2025', { ...head, column: 2 })],
      [cell(b, 'Costa', side), cell(b, '12.5', number(1)), cell(b, '1300', number(2))],
      [cell(b, 'Sierra', side), cell(b, '7.25', number(1)), cell(b, '', number(2))],
      [
        cell(b, 'Selva', side),
        cell(b, [b.list({}, [b.paragraph('maderas')], [b.paragraph('café')])], { column: 1, columnSpan: 2 }),
      ],
    ],
    {
      number: '1',
      label: 'Cuadro 1',
      caption: [text('Exportaciones')],
      headerRows: 2,
      headerColumns: 1,
      note: [b.paragraph('Fuente: ', link('https://www.gob.pe/mincetur', '', 'Mincetur'), '.')],
      ...changes,
    },
  )
}

export const boxOf = (b: Maker, kind: 'note' | 'warning', ...children: Block[]): Block => ({
  type: 'box',
  ...b.base(),
  kind,
  title: [text(kind === 'note' ? 'Nota' : 'Plazo que vence')],
  children,
})

export const codeOf = (b: Maker, value: string): Block => ({ type: 'code', ...b.base(), syntax: 'ts', value })

export const columnsOf = (b: Maker, count: number, ...children: Block[]): Block => ({
  type: 'columns',
  ...b.base(),
  count,
  children,
})

export const pageBreakOf = (b: Maker): Block => ({ type: 'pageBreak', ...b.base() })

export const definitionsOf = (b: Maker): Block => ({
  type: 'definitionList',
  ...b.base(),
  children: [
    { type: 'definitionTerm', ...b.base(), children: [text('Canciller')] },
    {
      type: 'definitionDescription',
      ...b.base(),
      children: [b.paragraph('Ministro de Relaciones Exteriores.'), b.list({}, [b.paragraph('un punto')])],
    },
  ],
})

export const glossaryOf = (b: Maker): Block => ({
  type: 'glossary',
  ...b.base(),
  title: 'Siglas',
  entries: [
    { acronym: 'ONU', expansion: 'Organización de las Naciones Unidas' },
    { acronym: 'OEA', expansion: 'Organización de los Estados Americanos' },
  ],
})

export const linesOf = (b: Maker, type: 'signature' | 'address', ...lines: string[]): Block => ({
  type,
  ...b.base(),
  children: lines.map(line => ({ type: 'paragraph', ...b.base(), role: type, children: [text(line)] })),
})

export const indexOf = (
  b: Maker,
  of: 'sections' | 'figures' | 'tables',
  ...entries: { target: string; depth: number; label: string; text: string }[]
): Block => ({ type: 'index', ...b.base(), of, title: 'Índice', entries })

export const noteOf = (b: Maker, number: string, ...children: Block[]): FootnoteDefinition => ({
  type: 'footnoteDefinition',
  ...b.base(),
  number,
  children,
})

export function constructs(): Publication {
  const b = newMaker()
  const second = noteOf(b, '2', codeOf(b, 'nota que empieza con código'), b.paragraph('y sigue.'))
  const first = noteOf(
    b,
    '1',
    b.paragraph('Ley N.º 29973; véase la otra', marks.note(second.id, '2'), '.'),
    b.list({ ordered: true }, [b.paragraph('con ', link('https://www.gob.pe/nota', '', 'enlace'))]),
    b.paragraph(marks.image('plano', 'Plano'), '.'),
  )
  const drawing = figure(b)
  const grid = spanningTable(b)
  const wide = spanningTable(b, { number: '2', label: 'Cuadro 2', landscape: true, note: [] })
  const section: SectionNode = b.section(
    'datos',
    'Datos',
    1,
    b.heading(1, 'Datos'),
    indexOf(
      b,
      'sections',
      { target: 'datos', depth: 1, label: '1', text: 'Datos' },
      { target: 'mas', depth: 2, label: '1.1', text: 'Más datos' },
    ),
    indexOf(b, 'figures', { target: drawing.id, depth: 1, label: 'Figura 1', text: 'Exportaciones' }),
    indexOf(b, 'tables', { target: grid.id, depth: 1, label: 'Cuadro 1', text: 'Exportaciones' }),
    b.paragraph(
      'Marcas: ',
      marks.delete('tachado'),
      ', 10',
      marks.superscript('2'),
      ', H',
      marks.subscript('2'),
      'O, ',
      marks.styled('keyboard', 'Ctrl'),
      ' ',
      marks.styled('highlight', 'resaltado'),
      ' ',
      marks.styled('underline', 'subrayado'),
      ' ',
      marks.styled('insertion', 'añadido'),
      ' ',
      marks.span('en', 'foreign words'),
      ' ',
      marks.abbreviation('ONU', 'Organización de las Naciones Unidas'),
      ' ',
      marks.image('plano', 'Plano'),
      marks.image('plano', ''),
      marks.note(first.id, '1'),
      ' y otra vez',
      marks.note(first.id, '1', 2),
      '; ',
      reference(grid.id, 'cuadro 1'),
      ', ',
      reference(drawing.id, 'figura 1'),
      ', ',
      reference(first.id, 'nota 1'),
      '.',
    ),
    drawing,
    figure(b, { image: 'foto', label: '', number: '', caption: [], width: natural }),
    figure(b, { image: 'plano', label: '', number: '', caption: [], decorative: true, alternative: '' }),
    grid,
    codeOf(b, 'const a = 1\n\n  if (a < 2) {\n\treturn  a\n  }'),
    b.tasks(['open', 'Por hacer'], ['done', 'Hecho']),
    b.list({}, [b.paragraph('Punto con cuadro'), table(b, [[cell(b, 'a'), cell(b, 'b', { column: 1 })]])]),
    definitionsOf(b),
    boxOf(b, 'note', b.paragraph('Uno'), b.list({}, [b.paragraph('punto')]), b.paragraph('Dos')),
    b.list({ ordered: true }, [boxOf(b, 'warning', b.paragraph('En un punto'))]),
    b.quote(codeOf(b, 'citado'), boxOf(b, 'note', b.paragraph('citado'))),
    columnsOf(b, 2, b.paragraph('Columna uno. '.repeat(20)), b.paragraph('Columna dos. '.repeat(20))),
    b.paragraph('Entre columnas y cuadro', br, code('x')),
    wide,
    b.section('mas', 'Más datos', 2, pageBreakOf(b), b.heading(2, 'Más datos')),
    glossaryOf(b),
    linesOf(b, 'address', 'Jirón Lampa 545', 'Lima'),
    linesOf(b, 'signature', 'Ana Pérez', 'Directora General'),
    columnsOf(b, 3, b.paragraph('a'), b.paragraph('b'), table(b, [[cell(b, blockId(1))]])),
  )
  return publication([section], { title: 'Todos los elementos' }, [first, second])
}
