/** Baseline grid: lines of running text stand at whole numbers of lines from the frame's top, on every page. */
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
} from './documents.ts'

const words = (count: number) => Array.from({ length: count }, () => 'palabra').join(' ')
const blocks: Block[] = [
  paragraph('b1', words(30)),
  section(
    's1',
    'Un encabezado',
    heading('h1', 'Un encabezado'),
    paragraph('b2', words(40)),
    list('l1', false, 1, [paragraph('i1', words(12))], [paragraph('i2', words(12))]),
    paragraph('b3', words(60)),
  ),
  section('s2', 'Otro', heading('h2', 'Otro', 2), paragraph('b4', words(90))),
]
const { body } = squareDesign.styles
const odd = {
  ...squareDesign,
  baselineGrid: true,
  styles: {
    ...squareDesign.styles,
    body: { ...body, spaceAfter: body.leading / 2 },
    heading1: { ...squareDesign.styles.heading1, leading: body.leading + 5 },
  },
}

async function laid(baselineGrid: boolean, given = blocks) {
  const { layout } = await lay(publication(given), { ...odd, baselineGrid })
  const marks = layout.pages.flatMap((page, index) =>
    page.marks.flatMap(mark =>
      mark.kind === 'glyphs' && mark.owner.kind === 'content' ? [{ ...mark, page: index }] : [],
    ),
  )
  return { text: marks.filter(mark => mark.size === body.size && mark.face.weight === 400), marks }
}

const step = body.leading
const places = (marks: readonly { y: number }[]) =>
  new Set(marks.map(({ y }) => Math.round((y % step) * 100) / 100))

describe('the baseline grid', () => {
  test('every line of text on it, over pages; without it they stand where they come', async () => {
    const { text } = await laid(true)
    expect(new Set(text.map(({ page }) => page)).size).toBeGreaterThan(1)
    expect(places(text).size).toBe(1)
    expect(places((await laid(false)).text).size).toBeGreaterThan(1)
  })

  test('a heading stays as near to its text as without: what the grid adds is above it', async () => {
    const distance = async (baselineGrid: boolean, given = blocks) => {
      const { marks } = await laid(baselineGrid, given)
      const at = marks.findIndex(mark => mark.glyphs.map(({ text }) => text).join('') === 'Un encabezado')
      return (marks[at + 1]?.y ?? 0) - (marks[at]?.y ?? 0)
    }
    expect(await distance(true)).toBeCloseTo(await distance(false), 2)
    const atTop = blocks.slice(1)
    const pageBreak: Block = { type: 'pageBreak', id: 'p', language, place }
    for (const before of [[], [paragraph('b0', words(10)), pageBreak]]) {
      const given = [...before, ...atTop]
      expect(await distance(true, given)).toBeCloseTo(await distance(false, given), 2)
    }
  })

  test('the lines of a heading stay together, at the top of a page too', async () => {
    const long = heading('h3', 'Un encabezado de palabras que no caben todas en una sola línea')
    const pageBreak: Block = { type: 'pageBreak', id: 'p', language, place }
    const { leading, size } = odd.styles.heading1
    for (const before of [[], [paragraph('b0', words(10))], [paragraph('b0', words(10)), pageBreak]]) {
      const { layout } = await lay(publication([...before, long, paragraph('b1', words(30))]), {
        ...odd,
        baselineGrid: true,
      })
      const lines = layout.pages.flatMap(({ marks }) =>
        marks.flatMap(mark => (mark.kind === 'glyphs' && mark.size === size ? [mark.y] : [])),
      )
      expect(lines).toHaveLength(2)
      expect((lines[1] ?? 0) - (lines[0] ?? 0)).toBeCloseTo(leading, 3)
    }
  })

  test('nothing is lost', async () => {
    const letters = ({ marks }: Awaited<ReturnType<typeof laid>>) =>
      marks
        .flatMap(mark => mark.glyphs.map(({ text }) => text))
        .join('')
        .replace(/[\s\u00ad]/g, '')
    expect(letters(await laid(true))).toBe(letters(await laid(false)))
  })
})
