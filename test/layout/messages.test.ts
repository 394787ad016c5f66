import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/publication/model.ts'
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
  text,
  textOf,
} from './documents.ts'
import { squareFace } from './square-font.ts'

const words = (count: number) => Array.from({ length: count }, () => 'palabra').join(' ')
const longWord = 'x'.repeat(150)

describe('messages', () => {
  test('a character that no face has is named with its node; the same one once', async () => {
    const node = text('漢 y 漢')
    const { layout } = await lay(publication([paragraph('b1', node)]))
    expect(layout.messages).toEqual([
      { rule: 'missing-glyph', facts: { character: '漢', code: 'U+6F22', family: 'Cuadrada' }, node },
    ])
  })

  test('a combining mark that no face has is named, unless a face has the letter that it makes', async () => {
    const faces = [squareFace('Cuadrada', 400, false, '\u0301\u0303')]
    const found = (
      await lay(publication([paragraph('b1', 'cafe\u0301, g\u0303')]), { ...squareDesign, faces })
    ).layout
    expect(found.messages.map(({ facts }) => facts.code)).toEqual(['U+0303'])
  })

  test('a character that only another family has is set in it', async () => {
    const faces = [squareFace('Cuadrada', 400, false, 'ñ'), squareFace('Otra')]
    const { layout } = await lay(publication([paragraph('b1', 'año nuevo')]), { ...squareDesign, faces })
    const marks = layout.pages[0]?.marks.flatMap(mark => (mark.kind === 'glyphs' ? [mark] : [])) ?? []
    expect(marks.filter(mark => mark.face.family === 'Otra').map(textOf)).toEqual(['ñ'])
    expect(layout.messages).toEqual([])
  })

  test('small capitals that a family has not are named, never scaled capitals; none are needed for figures', async () => {
    const small = { type: 'styled', style: 'small-caps', place, children: [text('XXI y más')] } as const
    const { layout } = await lay(publication([paragraph('b1', small)]))
    expect(layout.messages).toEqual([
      { rule: 'small-caps-missing', facts: { letter: 'y', family: 'Cuadrada' }, node: small.children[0] },
    ])
    const capitals = { ...small, children: [text('XXI, 21')] }
    expect((await lay(publication([paragraph('b1', capitals)]))).layout.messages).toEqual([])
  })

  test('old-style figures that a family has not', async () => {
    const { styles } = squareDesign
    const body = { ...styles.body, figures: 'old-style' } as const
    const { layout } = await lay(publication([paragraph('b1', 'Uno')]), {
      ...squareDesign,
      styles: { ...styles, body },
    })
    expect(layout.messages).toEqual([{ rule: 'figures-missing', facts: { family: 'Cuadrada' }, node: null }])
  })

  test('more pages than asked for: the text where it overflows', async () => {
    const overflowing = paragraph('b9', 'Aquí empieza la segunda página del texto de prueba y sigue.')
    const blocks = [paragraph('b1', words(100)), overflowing]
    const { layout } = await lay(publication(blocks, { maxPages: 1 }))
    expect(layout.messages).toEqual([
      {
        rule: 'too-many-pages',
        facts: { pages: 2, bound: 1, overflow: 'Aquí empieza la segunda página del texto de…' },
        node: overflowing,
      },
    ])
    expect((await lay(publication(blocks, { maxPages: 2 }))).layout.messages).toEqual([])
  })

  test('a table whose words fit no column, with its place; one on a landscape page may hold them', async () => {
    const words = ['Encabezamiento', 'Extraordinario', 'Inconstitucional', 'Administrativamente']
    const cell = (value: string, column: number) =>
      ({
        type: 'tableCell',
        id: `c${column}`,
        language,
        place,
        column,
        heads: 'none',
        alignment: 'default',
        columnSpan: 1,
        rowSpan: 1,
        children: [paragraph(`p${column}`, value)],
      }) as const
    const table = {
      type: 'table',
      id: 't',
      language,
      place,
      number: '',
      label: '',
      caption: [],
      alignments: words.map(() => 'default' as const),
      widths: [],
      headerRows: 0,
      headerColumns: 0,
      landscape: false,
      note: [],
      children: [{ type: 'tableRow', id: 'r', language, place, children: words.map(cell) }],
    } as const
    const tall = { ...squareDesign, page: { ...squareDesign.page, width: 180, height: 500 } }
    expect((await lay(publication([table]), tall)).layout.messages).toEqual([
      { rule: 'table-too-wide', facts: { points: 4 }, node: table },
    ])
    const turned = await lay(publication([{ ...table, landscape: true }]), tall)
    expect(turned.layout.messages).toEqual([])
    expect(turned.layout.pages.map(({ width }) => width)).toContain(500)
  })

  test('a number wider than the page in a place that cannot be broken stands out, with a message', async () => {
    const told = async (digits: number) => {
      const number = `${'1'.repeat(digits)}\u00a0${'2'.repeat(digits)}`
      const { layout } = await lay(publication([paragraph('b1', number)]))
      expect(layout.lines.some(({ overflow }) => overflow > 0)).toBe(true)
      return layout.messages.map(({ rule }) => rule)
    }
    expect(await told(30)).toEqual(['overfull-line'])
    // Beyond the edge of the paper.
    expect(await told(35)).toEqual(['line-off-paper'])
  })

  const reference = { type: 'pageReference', target: 'meta', before: ' p.', after: '', place } as const

  /** Lines, a paragraph that needs a fourth line for a label of two digits, lines, and the block that it refers to. */
  const referring = (before: number, between: number) => {
    const line = (index: number) => paragraph(`l${index}`, 'Renglón.')
    const wrap = { type: 'break', place } as const
    return publication([
      ...Array.from({ length: before }, (_, index) => line(index)),
      paragraph('b1', 'Uno', wrap, 'dos', wrap, 'x'.repeat(56), reference),
      ...Array.from({ length: between }, (_, index) => line(before + index)),
      paragraph('meta', 'Meta.'),
    ])
  }

  test('a page reference that reaches from one digit to two settles', async () => {
    const { layout } = await lay(referring(3, 110))
    const page = layout.pages[layout.anchors.get('meta')?.page ?? -1]
    const set = layout.pages
      .flatMap(({ marks }) => marks)
      .filter(mark => 'node' in mark.owner && mark.owner.node === reference)
    expect(page?.label).toBe('11')
    expect(set.map(textOf).join('')).toBe(' p.11')
    expect(layout.messages).toEqual([])
  })

  test('one that never settles ends after four rounds with a message', async () => {
    // With «p.9» three lines go to the next page together and push the target to page 10; with «p.10» four lines
    // split in two and two, and the target stays on page 9.
    const { page } = squareDesign
    const design = { ...squareDesign, page: { ...page, margin: { ...page.margin, bottom: 60 } } }
    const found = []
    for (let before = 70; before < 80; before++) {
      found.push(...(await lay(referring(before, 8), design)).layout.messages)
    }
    expect(found[0]).toEqual({ rule: 'unsettled-page-labels', facts: { rounds: 4 }, node: null })
  })
})

describe('words wider than the measure', () => {
  test('are broken anywhere, and every letter is there', async () => {
    const { layout } = await lay(publication([paragraph('b1', `antes ${longWord} después`)]))
    expect(layout.messages).toEqual([])
    expect(layout.lines.every(({ overflow }) => overflow === 0)).toBe(true)
    const set = (layout.pages[0]?.marks ?? []).map(textOf).join('')
    expect(set).toContain(longWord)
  })

  test('an address breaks after its punctuation and gets no hyphen', async () => {
    const url = 'https://www.gob.pe/rree/informes-y-publicaciones/asuntos-multilaterales?anio=2026'
    const { layout } = await lay(publication([paragraph('b1', `Véase ${url} y siga.`)]))
    const set = (layout.pages[0]?.marks ?? []).map(textOf).join('')
    expect(set).toContain(url)
    expect(layout.lines.some(({ hyphenated }) => hyphenated)).toBe(false)
  })
})

describe('pages', () => {
  /** Page index on which each block begins. */
  const startsOf = async (blocks: readonly Block[]) => {
    const { layout } = await lay(publication(blocks))
    return { starts: (id: string) => layout.anchors.get(id)?.page, layout }
  }

  test('a heading goes with at least two lines of what follows', async () => {
    for (let filler = 60; filler < 110; filler++) {
      const { starts, layout } = await startsOf([
        paragraph('b1', words(filler)),
        heading('h', 'Título'),
        paragraph('b2', words(40)),
      ])
      const first = layout.lines.filter(line => line.block === 'b2' && line.page === starts('h'))
      expect(starts('h')).toBe(starts('b2'))
      expect(first.length).toBeGreaterThanOrEqual(2)
    }
  })

  test('no paragraph leaves one line on a page', async () => {
    for (let filler = 40; filler < 120; filler++) {
      const { layout } = await startsOf([
        paragraph('b1', words(filler)),
        paragraph('b2', words(60)),
        paragraph('b3', words(60)),
      ])
      for (const block of ['b1', 'b2', 'b3']) {
        const pages = layout.lines.filter(line => line.block === block).map(({ page }) => page)
        for (const page of new Set(pages)) {
          expect(pages.length === 1 || pages.filter(other => other === page).length >= 2).toBe(true)
        }
      }
    }
  })

  test('a heading at the end of a full page of headings still comes out', async () => {
    const blocks = Array.from({ length: 40 }, (_, index) => heading(`h${index}`, `Título ${index}`))
    const { layout } = await startsOf(blocks)
    expect(layout.lines.filter(line => line.block.startsWith('h'))).toHaveLength(40)
  })

  test('a box that runs over a page has its background on both', async () => {
    const { layout } = await lay(publication([paragraph('b1', words(20))], { summary: words(140) }))
    const backgrounds = layout.pages.map(({ marks }) =>
      marks.filter(mark => mark.kind === 'rule' && mark.color === '#eeeeee'),
    )
    expect(backgrounds.slice(0, 2).map(found => found.length)).toEqual([1, 1])
  })

  test('a box too high for one page does not begin with its title and a lead-in at the foot of one', async () => {
    const items = Array.from({ length: 12 }, (_, index) => [paragraph(`i${index}`, words(20))])
    const box = (id: string): Block => ({
      type: 'box',
      kind: 'note',
      title: [text('Requisitos')],
      children: [paragraph(`${id}-1`, 'Hay que presentar:'), list(`${id}-2`, false, 1, ...items)],
      id,
      language,
      place,
    })
    const startsBehind = async (lines: number) => {
      const blocks = Array.from({ length: lines }, (_, index) => paragraph(`b${index}`, 'una'))
      const { styles } = squareDesign
      const tall = { box: { ...styles.box, leading: 24 }, boxTitle: { ...styles.boxTitle, leading: 24 } }
      const design = { ...squareDesign, styles: { ...styles, ...tall } }
      const { layout } = await lay(publication([...blocks, box('x')]), design)
      return ['x', 'x-1', 'i0'].map(id => layout.anchors.get(id)?.page ?? -1)
    }
    const starts = await Promise.all(Array.from({ length: 24 }, (_, lines) => startsBehind(lines)))
    for (const pages of starts) expect(new Set(pages).size, String(pages)).toBe(1)
    // Some begin on the first page, some on the second.
    expect(new Set(starts.map(([page]) => page)).size).toBeGreaterThan(1)
  })

  test('a page may end right behind a short box', async () => {
    const box = { type: 'box', kind: 'note', title: [text('Ojo')], id: 'x', language, place } as const
    const children = [paragraph('x-1', words(12))]
    const pagesBehind = async (lines: number) => {
      const before = Array.from({ length: lines }, (_, index) => paragraph(`b${index}`, 'una'))
      const after = Array.from({ length: 12 }, (_, index) => paragraph(`a${index}`, 'dos'))
      const { layout } = await lay(publication([...before, { ...box, children }, ...after]))
      return ['x', 'a0'].map(id => layout.anchors.get(id)?.page ?? -1)
    }
    const pages = await Promise.all(Array.from({ length: 14 }, (_, lines) => pagesBehind(lines)))
    expect(pages).toContainEqual([0, 1])
  })

  test('page labels, running heads with the section in force, and «Página X de Y»', async () => {
    const { layout } = await lay(
      publication(
        [
          section('uno', 'Uno', heading('h1', 'Uno'), paragraph('b1', words(150))),
          section('dos', 'Dos', heading('h2', 'Dos'), paragraph('b2', words(150))),
        ],
        { organisation: 'Ministerio' },
      ),
    )
    const furniture = layout.pages.map(({ marks }) =>
      marks.filter(mark => mark.owner.kind === 'artifact' && mark.kind === 'glyphs').map(textOf),
    )
    expect(furniture).toEqual([
      ['Página 1 de 4'],
      ['Ministerio', 'Uno', 'Página 2 de 4'],
      ['Ministerio', 'Dos', 'Página 3 de 4'],
      ['Ministerio', 'Dos', 'Página 4 de 4'],
    ])
    expect(layout.pages.map(({ label }) => label)).toEqual(['1', '2', '3', '4'])
  })

  test('fifty lists and quotations inside one another stay on the page', async () => {
    for (const kind of ['list', 'blockquote'] as const) {
      let inner: Block = paragraph('b', words(20))
      for (let depth = 0; depth < 50; depth++) {
        const id = `n${depth}`
        inner =
          kind === 'list'
            ? list(id, false, 1, [paragraph(`p${depth}`, words(12)), inner])
            : {
                type: 'blockquote',
                id,
                language,
                place,
                children: [paragraph(`p${depth}`, words(12)), inner],
              }
      }
      const { layout } = await lay(publication([inner]))
      expect(layout.messages).toEqual([])
      for (const { marks } of layout.pages) {
        for (const mark of marks) {
          expect(mark.x).toBeGreaterThanOrEqual(0)
          if (mark.kind !== 'glyphs') expect(mark.x + mark.width).toBeLessThanOrEqual(320)
        }
      }
    }
  })

  test('a list number wider than the indent moves the text of the whole list', async () => {
    const { layout } = await lay(
      publication([list('l', true, 1000, [paragraph('b1', 'Uno')], [paragraph('b2', 'Dos')])]),
    )
    const marks = layout.pages[0]?.marks.flatMap(mark => (mark.kind === 'glyphs' ? [mark] : [])) ?? []
    const labels = marks.filter(({ owner }) => owner.kind === 'content' && owner.part === 'label')
    expect(labels.map(textOf)).toEqual(['1000. ', '1001. '])
    expect(labels.map(({ x }) => x)).toEqual([20, 20])
    expect(marks.filter(mark => ['Uno', 'Dos'].includes(textOf(mark))).map(({ x }) => x)).toEqual([50, 50])
  })
})
