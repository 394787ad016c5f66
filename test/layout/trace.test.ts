import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type {
  Block,
  FootnoteDefinition,
  Image,
  Inline,
  Publication,
  Table,
  TableCell,
} from '../../src/publication/model.ts'
import {
  heading,
  language,
  lay,
  list,
  paragraph,
  place,
  publication,
  section,
  squareDesign,
  tallDesign,
  text,
  trace,
} from './documents.ts'

const words = (count: number) =>
  Array.from({ length: count }, (_, index) => `palabra${index % 7 === 0 ? 's' : ''}`).join(' ')

const documents: Readonly<Record<string, Publication>> = {
  inline: publication([
    paragraph(
      'b1',
      'Una frase con ',
      {
        type: 'strong',
        place,
        children: [text('énfasis '), { type: 'emphasis', place, children: [text('doble')] }],
      },
      ', ',
      { type: 'inlineCode', value: 'un código', place },
      ' y ',
      {
        type: 'link',
        url: 'https://www.gob.pe/rree',
        title: '',
        place,
        children: [text('un enlace largo que pasa de una línea a otra')],
      },
      '; después un corte',
      { type: 'break', place },
      'y la última línea.',
    ),
  ]),
  lists: publication([
    paragraph('b0', 'Antes de la lista:'),
    list(
      'b1',
      true,
      9,
      [paragraph('b2', 'El noveno punto, que ocupa más de una línea de las que caben aquí.')],
      [
        paragraph('b3', 'El décimo, con otra lista dentro.'),
        list('b4', false, 1, [paragraph('b5', 'Uno.')], [paragraph('b6', 'Dos.')]),
      ],
      [],
    ),
    { type: 'thematicBreak', id: 'b7', language, place },
    {
      type: 'blockquote',
      id: 'b8',
      language,
      place,
      children: [paragraph('b9', 'Una cita que también pasa de una línea, con su filete al lado.')],
    },
  ]),
  letterhead: publication(
    [
      section('inicio', '', paragraph('b1', words(60))),
      section('s2', 'Segunda parte', heading('b2', 'Segunda parte'), paragraph('b3', words(70))),
    ],
    {
      organisation: 'Ministerio',
      department: 'Dirección General',
      classification: 'reservado',
      status: 'borrador',
      place: 'Lima',
      date: '2026-11-23',
      number: '015-2026',
      to: ['La Viceministra'],
      subject: 'Un asunto que no cabe en una sola línea de la columna del texto',
      summary: 'Lo que hay que saber de todo esto en un par de líneas.',
    },
  ),
  numbered: publication([
    { ...heading('b1', 'Antecedentes y marco', 2), number: '1.2' },
    paragraph('b2', 'Texto con «\u00a0comillas\u00a0», —raya— y 10\u202f000 km.'),
    { ...paragraph('b3', 'Un párrafo repetido, en su estilo.'), role: 'repeat-reference' },
  ]),
  pageReference: publication([
    paragraph(
      'b1',
      'Sobre este punto, véase ',
      {
        type: 'crossReference',
        target: 'b3',
        place,
        children: [
          text('el final'),
          { type: 'pageReference', target: 'b3', before: ' (p. ', after: ')', place },
        ],
      },
      '.',
    ),
    paragraph('b2', words(90)),
    paragraph('b3', 'El final.'),
  ]),
}

const base = { language, place }
const image: Image = {
  bytes: new Uint8Array(1),
  type: 'image/png',
  width: 100,
  height: 80,
  path: 'a.png',
  fallback: new Uint8Array(0),
}
const note = (id: string, number: string, ...children: Block[]): FootnoteDefinition => ({
  ...base,
  type: 'footnoteDefinition',
  id,
  number,
  children,
})
const reference = (target: string, number: string): Inline => ({
  type: 'footnoteReference',
  place,
  target,
  number,
  ordinal: 1,
})
const cell = (
  id: string,
  column: number,
  heads: TableCell['heads'],
  spans: readonly [columns: number, rows: number],
  ...children: Block[]
): TableCell => ({
  ...base,
  type: 'tableCell',
  id,
  column,
  heads,
  alignment: 'default',
  columnSpan: spans[0],
  rowSpan: spans[1],
  children,
})
const table = (landscape: boolean, rows: readonly (readonly TableCell[])[]): Table => ({
  ...base,
  type: 'table',
  id: 't',
  number: '1',
  label: 'Cuadro 1',
  caption: [text('Un título')],
  alignments: ['default', 'default', 'default'],
  widths: [],
  headerRows: 1,
  headerColumns: 1,
  landscape,
  note: [paragraph('tn', 'Fuente: propia.')],
  children: rows.map((children, index) => ({ ...base, type: 'tableRow', id: `r${index}`, children })),
})
const box = (id: string, ...children: Block[]): Block => ({
  ...base,
  type: 'box',
  id,
  kind: 'warning',
  title: [text('Atención')],
  children,
})
const spanned = [
  [
    cell('c0', 0, 'both', [1, 1], paragraph('p0', 'Zona')),
    cell('c1', 1, 'column', [2, 1], paragraph('p1', 'Comercio')),
  ],
  [
    cell('c2', 0, 'row', [1, 2], paragraph('p2', 'Norte y sur')),
    cell('c3', 1, 'none', [1, 1], paragraph('p3', 'uno')),
    cell('c4', 2, 'none', [1, 1], paragraph('p4', 'dos')),
  ],
  [cell('c5', 1, 'none', [2, 1], paragraph('p5', 'los dos juntos'))],
]

const constructs: Readonly<Record<string, Publication>> = {
  marks: publication([
    paragraph(
      'b1',
      'Con ',
      { type: 'styled', style: 'keyboard', place, children: [text('Ctrl')] },
      ', ',
      { type: 'styled', style: 'highlight', place, children: [text('resalte')] },
      ', ',
      { type: 'styled', style: 'insertion', place, children: [text('nuevo')] },
      ', ',
      { type: 'delete', place, children: [text('viejo')] },
      ', H',
      { type: 'subscript', place, children: [text('2')] },
      'O, x',
      { type: 'superscript', place, children: [text('2')] },
      ', ',
      { type: 'abbreviation', place, value: 'ONU', expansion: 'Naciones Unidas' },
      ' y ',
      { type: 'span', place, language: 'en', children: [text('hyphenation')] },
      '.',
    ),
  ]),
  tasks: publication([
    {
      ...list('l', false, 1, [paragraph('b1', 'Pendiente.')], [paragraph('b2', 'Hecho.')]),
      children: (['open', 'done'] as const).map(task => ({
        ...base,
        type: 'listItem',
        task,
        id: task,
        children: [paragraph(`p${task}`, task)],
      })),
    },
  ]),
  definitions: publication([
    {
      ...base,
      type: 'definitionList',
      id: 'd',
      children: [
        { ...base, type: 'definitionTerm', id: 'd1', children: [text('Término')] },
        { ...base, type: 'definitionTerm', id: 'd2', children: [text('Sinónimo')] },
        {
          ...base,
          type: 'definitionDescription',
          id: 'd3',
          children: [paragraph('d4', 'Lo que quiere decir, en más de una línea de las de aquí.')],
        },
      ],
    },
  ]),
  spans: publication([table(false, spanned)]),
  landscape: publication([paragraph('b1', 'Antes.'), table(true, spanned), paragraph('b2', 'Después.')]),
  splitBox: publication([
    paragraph('b1', words(50)),
    box('x', paragraph('x1', words(70)), box('y', paragraph('y1', 'Dentro.')), {
      ...base,
      type: 'blockquote',
      id: 'q',
      children: [paragraph('q1', 'Cita al final.')],
    }),
  ]),
  columns: publication([
    paragraph('b1', words(40)),
    { ...base, type: 'columns', id: 'c', count: 2, children: [paragraph('c1', words(110))] },
    paragraph('b2', 'Después.'),
  ]),
  notes: publication(
    [
      paragraph('b1', words(50)),
      paragraph('b2', 'Con una nota', reference('n1', '1'), ' y otra ', reference('n2', '2'), '.'),
      paragraph('b3', words(40)),
    ],
    {},
    [
      note('n1', '1', paragraph('n1p', 'Breve.'), paragraph('n1q', 'Segundo párrafo.')),
      note('n2', '2', paragraph('n2p', words(60))),
    ],
  ),
  index: publication([
    {
      ...base,
      type: 'index',
      id: 'i',
      of: 'sections',
      title: 'Índice',
      entries: [
        { target: 's', depth: 1, label: '1', text: 'Una sección' },
        {
          target: 's',
          depth: 2,
          label: '',
          text: 'Otra con un título que no cabe en la línea que le toca ni por poco',
        },
      ],
    },
    {
      ...base,
      type: 'glossary',
      id: 'g',
      title: 'Siglas',
      entries: [{ acronym: 'ONU', expansion: 'Organización de las Naciones Unidas' }],
    },
    section('s', 'Sección', heading('h', 'Sección')),
  ]),
  figure: publication(
    [
      {
        ...base,
        type: 'figure',
        id: 'f',
        image: 'a',
        alternative: 'x',
        decorative: false,
        number: '1',
        label: 'Figura 1',
        caption: [text('Su leyenda')],
        width: { kind: 'share', share: 0.5 },
      },
      {
        ...base,
        type: 'code',
        id: 'k',
        syntax: '',
        value: 'corta\n\tuna línea larga (que se parte tras un signo), y sigue',
      },
      { ...base, type: 'signature', id: 's', children: [paragraph('s1', 'Firma')] },
      { ...base, type: 'address', id: 'a', children: [paragraph('a1', 'Calle'), paragraph('a2', 'Ciudad')] },
    ],
    {},
    [],
    new Map([['a', image]]),
  ),
  cover: publication([paragraph('b1', 'El texto.')], {
    cover: true,
    organisation: 'Ministerio',
    subtitle: 'Un subtítulo',
    to: ['La Viceministra'],
    summary: 'Lo que hay que saber.',
    classification: 'reservado',
  }),
}

describe('marks of small documents', () => {
  for (const [name, document] of Object.entries({ ...documents, ...constructs })) {
    test(name, async () => {
      const golden = new URL(`fixtures/${name}.trace`, import.meta.url)
      const found = trace((await lay(document, name === 'landscape' ? tallDesign : squareDesign)).layout)
      if (process.env.UPDATE === '1') writeFileSync(golden, found)
      expect(found).toBe(readFileSync(golden, 'utf8'))
    })
  }
})

test('a rule between two parts is not printed at the top of a page, and its place is the part below', async () => {
  const divided = (before: number) =>
    publication([
      paragraph('b1', words(before)),
      { ...base, type: 'thematicBreak', id: 'r' },
      paragraph('b2', words(60)),
    ])
  const rules = async (before: number) => {
    const { layout } = await lay(divided(before))
    const own = layout.pages.map(
      ({ marks }) =>
        marks.filter(mark => mark.kind === 'rule' && mark.width === 300 && mark.y > 40 && mark.y < 255)
          .length,
    )
    return { own, rule: layout.anchors.get('r'), text: layout.anchors.get('b2') }
  }
  expect((await rules(40)).own).toEqual([1, 0])
  // The page is full: what follows the rule goes on, and the rule with it.
  const { own, rule, text: below } = await rules(96)
  expect(own).toEqual([0, 0])
  expect(rule).toEqual(below)
  expect(rule?.page).toBe(1)
})

test('a rule that begins an item is printed there, with its label', async () => {
  for (const before of [40, 96]) {
    const item: Block = { ...base, type: 'thematicBreak', id: 'r' }
    const { layout } = await lay(
      publication([paragraph('b1', words(before)), list('l', true, 7, [item], [paragraph('b2', words(60))])]),
    )
    const labels = layout.pages
      .flatMap(({ marks }) => marks)
      .filter(({ kind, owner }) => kind === 'glyphs' && owner.kind === 'content' && owner.part === 'label')
    expect(labels).toHaveLength(2)
  }
})
