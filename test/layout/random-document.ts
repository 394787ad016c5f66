/** Seeded documents of every node type, for properties that hold of any document. */
import type {
  Block,
  FootnoteDefinition,
  Image,
  Inline,
  Paragraph,
  Publication,
  Table,
  TableCell,
} from '../../src/publication/model.ts'
import { heading, language, list, paragraph, place, publication, section, text } from './documents.ts'

/** mulberry32: the same documents on every run. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const vocabulary =
  'de la que ONU Perú país norma año técnica cooperación y/o 2018-2019 S/1,500 «así» 5\u202f%'
const image = (width: number, height: number): Image => ({
  bytes: new Uint8Array(1),
  type: 'image/png',
  width,
  height,
  path: 'a.png',
  fallback: new Uint8Array(0),
})
const images = new Map([
  ['ancha', image(3000, 300)],
  ['alta', image(300, 3000)],
  ['chica', image(40, 30)],
])

/** How deep a block stands, and what may not stand in it. */
interface Around {
  readonly depth: number
  /** In a cell, a column or a note, whose measure holds no grid. */
  readonly narrow: boolean
  readonly notes: boolean
}

export function randomDocument(seed: number): Publication {
  const next = random(seed)
  const words = vocabulary.split(' ')
  const below = (bound: number) => Math.floor(next() * bound)
  const some = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value
  const base = { language, place }
  let ids = 0
  const id = () => `b${ids++}`
  const prose = (most: number) => Array.from({ length: 1 + below(most) }, () => some(words)).join(' ')
  const notes: FootnoteDefinition[] = []

  const note = (): Inline => {
    const number = `${notes.length + 1}`
    const own = { ...base, type: 'footnoteDefinition', id: `nota${number}`, number } as const
    const at = notes.push({ ...own, children: [] }) - 1
    const inside = { depth: 2, narrow: true, notes: false }
    notes[at] = {
      ...own,
      children: [plain(below(6) === 0 ? 200 : 20), ...(below(4) === 0 ? blocks(inside) : [])],
    }
    return { type: 'footnoteReference', place, target: own.id, number, ordinal: 1 }
  }
  const plain = (most: number): Paragraph => paragraph(id(), prose(most))
  const inlines = (deep: number, around: Around): Inline[] =>
    Array.from({ length: 1 + below(3) }, (): Inline => {
      const children = () => inlines(deep + 1, around)
      const kinds: readonly (() => Inline)[] = [
        () => text(`${prose(12)} `),
        () => text(prose(12)),
        () => ({ type: 'strong', place, children: children() }),
        () => ({ type: 'emphasis', place, children: children() }),
        () => ({ type: 'inlineCode', place, value: prose(2) }),
        () => ({ type: 'break', place }),
        () => ({ type: 'delete', place, children: children() }),
        () => ({ type: 'superscript', place, children: [text('2')] }),
        () => ({ type: 'subscript', place, children: [text('i')] }),
        () => ({
          type: 'styled',
          place,
          style: some(['keyboard', 'highlight', 'underline', 'insertion'] as const),
          children: children(),
        }),
        () => ({ type: 'span', place, language: 'en', children: children() }),
        () => ({ type: 'abbreviation', place, value: 'ONU', expansion: 'Organización' }),
        () => ({ type: 'link', place, url: 'https://gob.pe', title: '', children: [text(prose(4))] }),
        () => ({ type: 'crossReference', place, target: 's0', children: [text(prose(2))] }),
        () => ({ type: 'pageReference', place, target: 's1', before: ' (p. ', after: ')' }),
        () => ({
          type: 'image',
          place,
          image: 'chica',
          alternative: 'x',
          decorative: false,
          width: { kind: 'natural' },
        }),
        () => (around.notes ? note() : text(' ')),
      ]
      return (deep > 1 ? kinds[below(2)] : some(kinds))?.() ?? text('x')
    })

  const cell = (column: number, heads: TableCell['heads'], spans: readonly [number, number]): TableCell => ({
    ...base,
    type: 'tableCell',
    id: id(),
    column,
    heads,
    alignment: some(['left', 'center', 'right', 'default', 'decimal'] as const),
    columnSpan: spans[0],
    rowSpan: spans[1],
    children:
      below(8) === 0
        ? []
        : below(6) === 0
          ? blocks({ depth: 3, narrow: true, notes: true })
          : below(12) === 0
            ? [plain(200), plain(30)]
            : [paragraph(id(), ...inlines(1, { depth: 3, narrow: true, notes: true }))],
  })
  /** Three columns; every group of two rows begins with a cell over both, or over two columns. */
  const table = (): Table => ({
    ...base,
    type: 'table',
    id: id(),
    number: '1',
    label: below(4) === 0 ? '' : 'Cuadro 1',
    caption: below(4) === 0 ? [] : inlines(0, { depth: 0, narrow: false, notes: true }),
    alignments: ['default', 'default', 'default'],
    widths: below(3) === 0 ? [2, 1, 1] : [],
    headerRows: 1,
    headerColumns: 1,
    landscape: below(4) === 0,
    note: below(3) === 0 ? [plain(10)] : [],
    children: Array.from({ length: 1 + 2 * below(8) }, (_, row) => {
      const heads = row === 0 ? 'column' : 'row'
      const children =
        row === 0
          ? [cell(0, heads, [1, 1]), cell(1, heads, [2, 1])]
          : row % 2 === 1
            ? [cell(0, heads, [1, 2]), cell(1, 'none', [1, 1]), cell(2, 'none', [1, 1])]
            : [cell(1, 'none', [2, 1])]
      return { ...base, type: 'tableRow' as const, id: id(), children }
    }),
  })

  const blocks = (around: Around): Block[] => {
    const inside = { ...around, depth: around.depth + 1 }
    const kinds: readonly (() => Block)[] = [
      () => paragraph(id(), ...inlines(0, around)),
      () => ({ ...paragraph(id(), ...inlines(0, around)), role: 'inner-heading' }),
      () => ({ ...base, type: 'code', id: id(), syntax: '', value: `${prose(30)}\n\t${prose(3)}` }),
      () => ({
        ...base,
        type: 'figure',
        id: id(),
        image: some(['ancha', 'alta', 'chica']),
        alternative: 'x',
        decorative: false,
        number: '1',
        label: 'Figura 1',
        caption: inlines(0, around),
        width: some([
          { kind: 'natural' },
          { kind: 'share', share: 0.5 },
          { kind: 'points', points: 90 },
        ] as const),
      }),
      () => ({ ...base, type: 'thematicBreak', id: id() }),
      () => list(id(), next() < 0.5, 1 + below(98), blocks(inside), [plain(20)]),
      () => ({
        ...base,
        type: 'list',
        id: id(),
        ordered: false,
        start: 1,
        spread: true,
        children: (['open', 'done'] as const).map(task => ({
          ...base,
          type: 'listItem',
          task,
          id: id(),
          children: [plain(9)],
        })),
      }),
      () => ({ ...base, type: 'blockquote', id: id(), children: blocks(inside) }),
      () => ({
        ...base,
        type: 'definitionList',
        id: id(),
        children: [
          { ...base, type: 'definitionTerm', id: id(), children: [text('Voz'), ...inlines(1, around)] },
          { ...base, type: 'definitionDescription', id: id(), children: blocks(inside) },
        ],
      }),
      () => ({
        ...base,
        type: 'box',
        id: id(),
        kind: some(['note', 'key-message', 'warning', 'recommendation', 'summary'] as const),
        title: inlines(1, around),
        children: blocks(inside),
      }),
      () => ({ ...base, type: 'signature', id: id(), children: [plain(4), plain(4)] }),
      () => ({ ...base, type: 'address', id: id(), children: [plain(4), plain(4)] }),
      () => ({ ...base, type: 'pageBreak', id: id() }),
      () => ({
        ...base,
        type: 'glossary',
        id: id(),
        title: 'Siglas',
        entries: [1, 2].map(() => ({ acronym: 'ONU', expansion: prose(9) })),
      }),
      () => ({
        ...base,
        type: 'index',
        id: id(),
        of: 'sections',
        title: 'Índice',
        entries: [1, 2].map(depth => ({ target: 's1', depth, label: some(['', '2.1']), text: prose(14) })),
      }),
      ...(around.narrow
        ? []
        : [
            table,
            (): Block => ({
              ...base,
              type: 'columns',
              id: id(),
              count: 2,
              children: [...blocks({ depth: 2, narrow: true, notes: true }), plain(90)],
            }),
          ]),
    ]
    const shallow = kinds.slice(0, 5)
    return Array.from({ length: 1 + below(around.depth === 0 ? 6 : 3) }, () =>
      some(around.depth > 2 ? shallow : kinds)(),
    )
  }

  const sections = Array.from({ length: 3 }, (_, index) =>
    section(
      `s${index}`,
      `Sección ${index}`,
      heading(id(), `Sección ${index}`),
      ...blocks({ depth: 0, narrow: false, notes: true }),
    ),
  )
  return publication(
    sections,
    { organisation: 'Ministerio', summary: prose(30), subject: prose(9), cover: below(2) === 0 },
    notes,
    images,
  )
}
