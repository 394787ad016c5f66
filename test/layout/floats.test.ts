/** Figures and small tables that have no room where they stand. */
import { describe, expect, test } from 'vitest'
import type { FloatPlace } from '../../src/design/types.ts'
import type { Layout } from '../../src/layout/types.ts'
import type { Block, Figure, Image, Table } from '../../src/publication/model.ts'
import {
  heading,
  language,
  lay,
  paragraph,
  place,
  publication,
  section,
  squareDesign,
  tallDesign,
  text,
  textOf,
} from './documents.ts'

const base = { language, place }
const image: Image = {
  bytes: new Uint8Array(1),
  type: 'image/png',
  width: 200,
  height: 100,
  path: 'a.png',
  fallback: new Uint8Array(0),
}
const foot = squareDesign.page.height - squareDesign.page.margin.bottom
const { top } = squareDesign.page.margin

const words = (count: number) => Array.from({ length: count }, (_, index) => `voz${index}`).join(' ')

/** 75 points high with its caption, spaces around it not counted. */
const figure = (label = 'Figura 1', id = 'f'): Figure => ({
  ...base,
  type: 'figure',
  id,
  number: '1',
  label,
  caption: [text('Leyenda')],
  image: 'a',
  alternative: 'x',
  decorative: false,
  width: { kind: 'points', points: 120 },
})

const table = (rows: number, label = 'Cuadro 1'): Table => ({
  ...base,
  type: 'table',
  id: 't',
  number: '1',
  label,
  caption: [text('Título')],
  alignments: ['default'],
  widths: [],
  headerRows: 1,
  headerColumns: 0,
  landscape: false,
  note: [],
  children: Array.from({ length: rows }, (_, row) => ({
    ...base,
    type: 'tableRow',
    id: `r${row}`,
    children: [
      {
        ...base,
        type: 'tableCell',
        id: `c${row}`,
        column: 0,
        heads: row === 0 ? 'column' : 'none',
        alignment: 'default',
        columnSpan: 1,
        rowSpan: 1,
        children: [paragraph(`p${row}`, `fila${row}`)],
      },
    ],
  })),
})

async function laid(floats: FloatPlace, ...blocks: readonly Block[]): Promise<Layout> {
  const design = { ...squareDesign, floats: { figure: floats, table: floats } }
  const { layout } = await lay(publication(blocks, {}, [], new Map([['a', image]])), design)
  return layout
}

/** Where the lowest mark of the text or of a picture ends on a page. */
function bottomOf({ pages }: Layout, page: number): number {
  const marks = (pages[page]?.marks ?? []).filter(({ owner }) => owner.kind !== 'artifact')
  return Math.max(...marks.map(mark => (mark.kind === 'glyphs' ? mark.y : mark.y + mark.height)))
}

/** The order in which blocks come down the pages. */
function orderOf({ anchors }: Layout, ...ids: readonly string[]): readonly string[] {
  const at = (id: string) => anchors.get(id) ?? { page: -1, y: 0 }
  return [...ids].sort((a, b) => at(a).page - at(b).page || at(a).y - at(b).y)
}

const before = paragraph('a', words(90))
const after = [paragraph('b', words(60)), paragraph('c', words(60))]

describe('a figure without room', () => {
  test('comes at the top of the next page while the text goes on', async () => {
    const layout = await laid('float', before, figure(), ...after)
    expect(layout.anchors.get('f')).toEqual({ page: 1, y: top })
    expect(layout.anchors.get('b')?.page).toBe(0)
    expect(foot - bottomOf(layout, 0)).toBeLessThan(20)
    expect(orderOf(layout, 'a', 'b', 'c', 'f')).toEqual(['a', 'b', 'f', 'c'])
  })

  test('comes at the foot of the next page', async () => {
    const layout = await laid('bottom', before, figure(), ...after, paragraph('d', words(90)))
    expect(layout.anchors.get('f')?.page).toBe(1)
    // The baseline of its caption, less than a line above the page's foot.
    expect(foot - bottomOf(layout, 1)).toBeLessThan(5)
    expect(orderOf(layout, 'a', 'b', 'c', 'f')).toEqual(['a', 'b', 'c', 'f'])
    const [line] = layout.lines.filter(({ block, page }) => block === 'd' && page === 2)
    expect(line).toBeDefined()
    expect(layout.pages[2]?.marks.filter(({ kind }) => kind === 'picture')).toEqual([])
  })

  test('at the foot only where there is text above it, else at the top', async () => {
    const layout = await laid('bottom', before, figure(), paragraph('b', words(30)))
    expect(layout.anchors.get('f')).toEqual({ page: 1, y: top })
    expect(layout.anchors.get('b')?.page).toBe(0)
  })

  test('stays where a brand says so, and where the text has no number to name it by', async () => {
    for (const layout of [
      await laid('here', before, figure(), ...after),
      await laid('float', before, figure(''), ...after),
    ]) {
      expect(orderOf(layout, 'a', 'b', 'c', 'f')).toEqual(['a', 'f', 'b', 'c'])
      expect(layout.anchors.get('f')?.page).toBe(1)
    }
  })

  test('lets no heading and nothing behind a page break pass', async () => {
    const next = section('s', 'Sección', heading('h', 'Sección'), ...after)
    const headed = await laid('float', before, figure(), next)
    expect(orderOf(headed, 'a', 'f', 'h', 'b')).toEqual(['a', 'f', 'h', 'b'])
    const broken = await laid(
      'float',
      paragraph('a', words(20)),
      { ...base, type: 'pageBreak', id: 'pb' },
      figure(),
      ...after,
    )
    expect(orderOf(broken, 'a', 'f', 'b')).toEqual(['a', 'f', 'b'])
    expect(broken.anchors.get('f')).toEqual({ page: 1, y: top })
  })
})

describe('a table without room', () => {
  test('floats whole where it is small and has a number', async () => {
    const layout = await laid('float', before, table(4), ...after)
    expect(layout.anchors.get('t')).toEqual({ page: 1, y: top })
    expect(layout.anchors.get('c3')?.page).toBe(1)
    expect(orderOf(layout, 'a', 'b', 't')).toEqual(['a', 'b', 't'])
    expect(foot - bottomOf(layout, 0)).toBeLessThan(20)
    const low = await laid('bottom', before, table(4), ...after, paragraph('d', words(90)))
    expect(low.anchors.get('c3')?.page).toBe(1)
    expect(foot - bottomOf(low, 1)).toBeLessThan(8)
  })

  test('is cut where it is large, has no number, or the text behind it is too short to fill its place', async () => {
    for (const blocks of [
      [before, table(9), ...after],
      [before, table(4, ''), ...after],
      [paragraph('a', words(60)), table(5), paragraph('b', 'corto')],
    ]) {
      const layout = await laid('float', ...blocks)
      expect(orderOf(layout, 'a', 't', 'b')).toEqual(['a', 't', 'b'])
      expect(foot - bottomOf(layout, 0)).toBeLessThan(80)
    }
  })
})

test('whatever stands before it, a float comes no later than the page after its place, and the text keeps its order', async () => {
  for (const floats of ['float', 'bottom'] as const) {
    for (let count = 2; count <= 130; count += 4) {
      const text = [
        paragraph('b', words(count)),
        paragraph('c', words(50)),
        paragraph('d', words(120)),
      ] as const
      const [b, ...others] = text
      const second = figure('Figura 2', 'g')
      const blocks = [paragraph('a', words(count)), figure(), b, second, table(4), ...others]
      const layout = await laid(floats, ...blocks)
      expect(orderOf(layout, 'a', 'b', 'c', 'd')).toEqual(['a', 'b', 'c', 'd'])
      expect(orderOf(layout, 'f', 'g')).toEqual(['f', 'g'])
      for (const [id, next] of [
        ['f', 'b'],
        ['t', 'c'],
      ] as const) {
        const [own, text] = [layout.anchors.get(id)?.page ?? -9, layout.anchors.get(next)?.page ?? 9]
        expect(Math.abs(own - text), `${count} ${id}`).toBeLessThanOrEqual(1)
      }
      for (const id of ['r0', 'r1', 'r2', 'r3']) expect(layout.anchors.has(id)).toBe(true)
    }
  }
})

test('the text goes on until the page is full that a landscape table follows', async () => {
  const turned = { ...table(4), landscape: true }
  const blocks = [before, turned, ...after, paragraph('d', words(120))]
  const { layout } = await lay(publication(blocks), tallDesign)
  expect(layout.anchors.get('t')?.page).toBe(1)
  expect(layout.pages[1]?.width).toBe(420)
  expect(layout.anchors.get('c')?.page).toBe(0)
  expect(layout.anchors.get('d')?.page).toBe(0)
  expect(layout.lines.some(({ block, page }) => block === 'd' && page === 2)).toBe(true)
})

test('sections below the first level, too, pass a landscape table', async () => {
  const turned = { ...table(4), landscape: true }
  const pagesOf = async (depth: number) => {
    const inner = section('s', 'Sección', heading('h', 'Sección', depth), paragraph('d', words(120)))
    const next = { ...inner, section: { ...inner.section, depth } }
    const outer = section('o', 'Primera', heading('g', 'Primera'), before, turned, next)
    const { layout } = await lay(publication([outer]), tallDesign)
    const heads = layout.pages.map(({ marks }) =>
      marks.flatMap(mark => (mark.owner.kind === 'artifact' ? textOf(mark) : [])).join(' '),
    )
    const named = heads.map(head => /Primera|Sección/.exec(head)?.[0])
    return [layout.anchors.get('h')?.page, layout.anchors.get('t')?.page, named.slice(1)]
  }
  // The table's page has the name of its own section, though the next one has begun before.
  expect(await pagesOf(2)).toEqual([0, 1, ['Primera', 'Sección']])
  expect(await pagesOf(1)).toEqual([2, 1, ['Primera', 'Sección']])
})
