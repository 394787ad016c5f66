import { describe, expect, test } from 'vitest'
import type { Block, FootnoteDefinition, Image, Table } from '../../src/publication/model.ts'
import {
  language,
  lay,
  list,
  paragraph,
  place,
  publication,
  squareDesign,
  text,
  textOf,
} from './documents.ts'

const base = { language, place }
const words = (count: number) => Array.from({ length: count }, (_, index) => `voz${index}`).join(' ')
const image: Image = {
  bytes: new Uint8Array(1),
  type: 'image/png',
  width: 4000,
  height: 8000,
  path: 'a.png',
  fallback: new Uint8Array(0),
}

function note(number: string, value: string): FootnoteDefinition {
  return {
    ...base,
    type: 'footnoteDefinition',
    id: `n${number}`,
    number,
    children: [paragraph(`np${number}`, value)],
  }
}

const reference = (number: string) =>
  ({ type: 'footnoteReference', place, target: `n${number}`, number, ordinal: 1 }) as const

function table(rows: number, cellWords: number): Table {
  return {
    ...base,
    type: 'table',
    id: 't',
    number: '1',
    label: 'Cuadro 1',
    caption: [text('Título')],
    alignments: ['default', 'decimal'],
    widths: [],
    headerRows: 1,
    headerColumns: 0,
    landscape: false,
    note: [paragraph('tn', 'Fuente propia')],
    children: Array.from({ length: rows }, (_, row) => ({
      ...base,
      type: 'tableRow',
      id: `r${row}`,
      children: [0, 1].map(column => ({
        ...base,
        type: 'tableCell',
        id: `c${row}-${column}`,
        column,
        heads: row === 0 ? 'column' : 'none',
        alignment: column === 0 ? 'default' : 'decimal',
        columnSpan: 1,
        rowSpan: 1,
        children: [
          paragraph(
            `p${row}-${column}`,
            column === 0
              ? `F${row} ${words(row === 0 ? 1 : cellWords)}`
              : `${row}.${'5'.repeat((row % 3) + 1)}`,
          ),
        ],
      })),
    })),
  }
}

async function contentOf(blocks: readonly Block[], notes: readonly FootnoteDefinition[] = []) {
  const { layout } = await lay(publication(blocks, {}, notes, new Map([['a', image]])))
  for (const page of layout.pages)
    for (const mark of page.marks) {
      expect(mark.y).toBeGreaterThanOrEqual(0)
      if (mark.kind === 'glyphs' && mark.owner.kind !== 'artifact')
        expect(mark.y).toBeLessThanOrEqual(page.height - squareDesign.page.margin.bottom)
      if (mark.kind === 'picture') {
        expect(mark.x + mark.width).toBeLessThanOrEqual(page.width - squareDesign.page.margin.right + 0.01)
        expect(mark.y + mark.height).toBeLessThanOrEqual(page.height - squareDesign.page.margin.bottom + 0.01)
      }
    }
  const marks = layout.pages.flatMap(({ marks }) => marks.filter(({ owner }) => owner.kind !== 'artifact'))
  return { layout, said: marks.map(textOf).join(' ') }
}

describe('constructs', () => {
  test('a long table: every row once, its head repeated as an artifact', async () => {
    const { layout, said } = await contentOf([table(40, 3)])
    expect(layout.pages.length).toBeGreaterThan(2)
    for (let row = 0; row < 40; row++) expect(said.match(new RegExp(`\\bF${row}\\b`, 'g'))).toHaveLength(1)
    for (const page of layout.pages.slice(1, -1))
      expect(page.marks.some(({ owner }) => owner.kind === 'artifact' && owner.role === 'repeat')).toBe(true)
    expect(said).toContain('Cuadro 1')
    expect(said).toContain('Fuente')
    expect(layout.anchors.has('p39-1')).toBe(true)
  })

  test('a row taller than a page is split', async () => {
    const { layout, said } = await contentOf([table(2, 600)])
    expect(layout.pages.length).toBeGreaterThan(2)
    expect(said.match(/\bvoz599\b/g)).toHaveLength(1)
  })

  test('a row that no page holds begins where it stands', async () => {
    const [head, tall] = table(2, 1500).children
    const [, short] = table(2, 1).children
    if (head === undefined || tall === undefined || short === undefined) throw new Error('no rows')
    const node = { ...table(3, 1), children: [head, { ...short, id: 'r' }, tall] }
    const page = { ...squareDesign.page, height: 6 * squareDesign.page.height }
    const foot = page.height - page.margin.bottom
    for (let above = 980; above <= 1220; above += 30) {
      const text = publication([paragraph('a', words(above)), node])
      const { layout } = await lay(text, { ...squareDesign, page })
      const lowest = (layout.pages[0]?.marks ?? []).flatMap(mark =>
        mark.kind === 'glyphs' && mark.owner.kind === 'content' ? [mark.y] : [],
      )
      // Caption, head, the short row, and four lines of the tall one, with the space between.
      expect(foot - Math.max(...lowest), `${above} words`).toBeLessThan(
        10 * squareDesign.styles.tableCell.leading,
      )
    }
  })

  test('numbers and bullets of a list stand inside its cell, however narrow', async () => {
    const items = list('l', true, 9, [paragraph('i1', 'voz')], [paragraph('i2', 'voz')])
    const [head, row] = table(2, 60).children
    const [wide, narrow] = row?.children ?? []
    if (head === undefined || row === undefined || wide === undefined || narrow === undefined)
      throw new Error()
    const cells = [wide, { ...narrow, alignment: 'default', children: [items] }] as const
    const node = { ...table(2, 60), widths: [5, 1], children: [head, { ...row, children: cells }] }
    const { layout } = await contentOf([node])
    const { left, right } = squareDesign.page.margin
    const edge = left + ((squareDesign.page.width - left - right) * 5) / 6
    const marks = layout.pages.flatMap(page => page.marks)
    const labels = marks.filter(
      mark => mark.kind === 'glyphs' && mark.owner.kind === 'content' && mark.owner.part === 'label',
    )
    expect(labels.map(label => (label.kind === 'glyphs' ? textOf(label).trim() : ''))).toContain('10.')
    for (const { x } of labels.filter(label => label.kind === 'glyphs' && /^\d/.test(textOf(label))))
      expect(x).toBeGreaterThanOrEqual(edge)
  })

  test('a row is cut where it would leave more than a sixth of a page empty, else it moves', async () => {
    const { top, bottom } = squareDesign.page.margin
    const foot = squareDesign.page.height - bottom
    const sixth = (foot - top) / 6
    let [cut, moved] = [0, 0]
    for (let above = 5; above <= 160; above += 5) {
      const { layout } = await contentOf([paragraph('a', words(above)), table(2, 90)])
      const first = layout.anchors.get('c1-0')?.page ?? 0
      const pages = layout.pages.map(({ marks }) =>
        marks.filter(mark => mark.kind === 'glyphs' && mark.owner.kind === 'content'),
      )
      const lines = layout.lines.filter(({ block }) => block === 'p1-0')
      const pagesOf = new Set(lines.map(({ page }) => page))
      if (pagesOf.size > 1) {
        cut++
        for (const page of pagesOf) expect(lines.filter(line => line.page === page).length).toBeGreaterThan(1)
      } else if (first > 0) moved++
      for (const [page, marks] of pages.slice(0, -1).entries()) {
        const lowest = Math.max(...marks.map(({ y }) => y))
        // The table's head and its caption move with its row.
        expect(foot - lowest, `${above} words, page ${page + 1}`).toBeLessThan(sixth + 60)
      }
    }
    expect(cut).toBeGreaterThan(5)
    expect(moved).toBeGreaterThan(2)
  })

  test('short quotations and tables are not cut, and nobody signs a page without text', async () => {
    const quotation: Block = {
      ...base,
      type: 'blockquote',
      id: 'q',
      children: [paragraph('q1', 'Lo dicho.'), paragraph('q2', 'Quien lo dijo')],
    }
    const signature: Block = { ...base, type: 'signature', id: 's', children: [paragraph('s1', 'Firmante')] }
    const small = { ...table(2, 2), label: '', caption: [], note: [] }
    for (let above = 5; above <= 160; above += 5) {
      const blocks = [paragraph('a', words(above)), quotation, small, paragraph('b', words(above)), signature]
      const { layout } = await contentOf(blocks)
      const page = (id: string) => layout.anchors.get(id)?.page
      expect(page('q1'), `${above} words`).toBe(page('q2'))
      expect(page('r0'), `${above} words`).toBe(page('r1'))
      const lines = layout.lines.filter(({ block }) => block === 'b')
      expect(lines.filter(line => line.page === page('s')).length, `${above} words`).toBeGreaterThan(0)
    }
  })

  test('numbers stand with their points under one another', async () => {
    const { layout } = await contentOf([table(4, 1)])
    const numbers = layout.pages.flatMap(({ marks }) =>
      marks.flatMap(mark =>
        mark.kind === 'glyphs' && /^[1-3]\.5/.test(textOf(mark))
          ? [mark.x + (mark.glyphs[0]?.advance ?? 0)]
          : [],
      ),
    )
    expect(numbers).toHaveLength(3)
    expect(new Set(numbers.map(x => x.toFixed(2))).size).toBe(1)
  })

  test('also where some are bold', async () => {
    const made = table(3, 1)
    const children = made.children.map((row, at) => ({
      ...row,
      children: row.children.map(cell => {
        const [first] = cell.children
        if (at !== 1 || cell.column !== 1 || first?.type !== 'paragraph') return cell
        return {
          ...cell,
          children: [{ ...first, children: [{ type: 'strong', place, children: [text('1.55')] }] }],
        }
      }),
    })) as Table['children']
    const { layout } = await contentOf([{ ...made, children }])
    const numbers = layout.pages.flatMap(({ marks }) =>
      marks.filter(mark => mark.kind === 'glyphs' && /^[12]\.5/.test(textOf(mark))),
    )
    const [bold, plain] = numbers
    if (bold?.kind !== 'glyphs' || plain?.kind !== 'glyphs') throw new Error('no numbers')
    expect(bold.face.weight).not.toBe(plain.face.weight)
    // Every glyph of the face is a square: one digit and the point stand on the left in both.
    expect(bold.x).toBeCloseTo(plain.x, 3)
  })

  test('a footnote stands on the page of its reference, a long one goes on', async () => {
    const blocks = [paragraph('a', words(150)), paragraph('b', 'final', reference('1'), ' y', reference('2'))]
    const { layout, said } = await contentOf(blocks, [note('1', 'breve'), note('2', `largo ${words(900)}`)])
    expect(layout.anchors.get('n1')?.page).toBe(layout.anchors.get('b')?.page)
    expect(layout.anchors.get('n2')?.page).toBe(layout.anchors.get('b')?.page)
    expect(said.match(/\bvoz899\b/g)).toHaveLength(1)
  })

  test('a long note fills the page of a text that ends early, as the next long note cannot begin yet', async () => {
    const blocks = [
      paragraph('a', words(40), reference('1')),
      paragraph('b', words(10)),
      paragraph('c', words(10), reference('2')),
      paragraph('d', words(40)),
    ]
    const { layout } = await contentOf(blocks, [note('1', words(700)), note('2', words(700))])
    expect(layout.pages.length).toBeGreaterThan(4)
    for (const { marks } of layout.pages.slice(0, -1)) {
      const baselines = marks.flatMap(mark => (mark.kind === 'glyphs' ? [mark.y] : [])).sort((x, y) => x - y)
      const gaps = baselines.slice(1).map((y, index) => y - (baselines[index] ?? 0))
      expect(Math.max(...gaps)).toBeLessThan(4 * squareDesign.styles.body.leading)
    }
  })

  test('columns that go on have three lines at least on either page', async () => {
    let cut = 0
    for (let count = 70; count < 130; count += 3) {
      const columns: Block = {
        ...base,
        type: 'columns',
        id: 'k',
        count: 2,
        children: [paragraph('c', words(count))],
      }
      const { layout } = await lay(
        publication([paragraph('a', words(55)), columns, paragraph('b', words(20))]),
      )
      const lines = [0, 1].map(page => {
        const own = layout.lines.filter(line => line.block === 'c' && line.page === page)
        return Math.ceil(own.length / 2)
      })
      if (lines.every(number => number > 0)) {
        cut++
        expect(Math.min(...lines)).toBeGreaterThanOrEqual(3)
      }
    }
    expect(cut).toBeGreaterThan(3)
  })

  test('code has the colours of its words, and a mark where a line goes on', async () => {
    const value = `const a = "uno" // dos\n\tb(${'x'.repeat(30)}, ${'y'.repeat(30)})`
    const { layout } = await contentOf([{ ...base, type: 'code', id: 'k', syntax: 'ts', value }])
    const marks = layout.pages.flatMap(page => page.marks)
    const colored = new Map<string, string>()
    const lines = new Set<number>()
    for (const mark of marks) {
      if (mark.kind !== 'glyphs' || mark.owner.kind === 'artifact' || mark.owner.node.type !== 'code')
        continue
      lines.add(mark.y)
      colored.set(mark.color, `${colored.get(mark.color) ?? ''}${textOf(mark)}`)
    }
    const { keyword, string, comment } = squareDesign.codeColors
    expect([keyword, string, comment].map(color => colored.get(color))).toEqual(['const', '"uno"', '// dos'])
    const elbows = marks.filter(mark => mark.kind === 'rule' && mark.color === comment)
    expect(elbows).toHaveLength(2 * (lines.size - 2))
    expect(lines.size).toBe(3)
    const [, second = 0, third = 0] = [...lines].sort((a, b) => a - b)
    for (const { y } of elbows.slice(0, 2)) {
      expect(y).toBeGreaterThan(second)
      expect(y).toBeLessThan(third)
    }
  })

  test.each([100, 300, 600, 1200])('a row of %i words, higher than its columns, loses none', async count => {
    const columns = { ...base, type: 'columns', id: 'co', count: 2, children: [table(2, count)] } as const
    const { said } = await contentOf([columns])
    for (let word = 0; word < count; word++) expect(said).toMatch(new RegExp(`\\bvoz${word}\\b`))
  })

  test('figures, code, boxes, columns, lists of contents', async () => {
    const captioned = { ...base, number: '1', label: 'Figura 1', caption: [text('Leyenda')] }
    const { layout, said } = await contentOf([
      {
        ...captioned,
        type: 'figure',
        id: 'f',
        image: 'a',
        alternative: 'x',
        decorative: false,
        width: { kind: 'natural' },
      },
      { ...base, type: 'code', id: 'k', syntax: '', value: `\tuna\n${'largo'.repeat(40)}\nfin` },
      {
        ...base,
        type: 'box',
        id: 'x',
        kind: 'note',
        title: [text('Nota')],
        children: [paragraph('x1', words(20))],
      },
      {
        ...base,
        type: 'columns',
        id: 'co',
        count: 2,
        children: [paragraph('co1', words(60)), paragraph('co2', 'cierre')],
      },
      { ...base, type: 'pageBreak', id: 'pb' },
      {
        ...base,
        type: 'index',
        id: 'i',
        of: 'figures',
        title: 'Lista',
        entries: [{ target: 'f', depth: 1, label: 'Figura 1', text: 'Leyenda' }],
      },
      {
        ...base,
        type: 'glossary',
        id: 'g',
        title: 'Siglas',
        entries: [{ acronym: 'ONU', expansion: 'Naciones Unidas' }],
      },
      { ...base, type: 'signature', id: 's', children: [paragraph('s1', 'Firmante')] },
      { ...base, type: 'address', id: 'd', children: [paragraph('d1', 'Calle')] },
    ])
    for (const word of ['Leyenda', 'Nota', 'cierre', 'Lista', 'Siglas', 'ONU', 'Firmante', 'Calle'])
      expect(said).toContain(word)
    expect(said.match(/largo/g)?.length).toBeGreaterThan(30)
    for (const id of ['f', 'k', 'x', 'x1', 'co', 'co2', 'pb', 'i', 'g', 's', 's1', 'd1'])
      expect(layout.anchors.has(id)).toBe(true)
    expect(layout.anchors.get('i')?.page).toBeGreaterThan(layout.anchors.get('co')?.page ?? 99)
  })
})
