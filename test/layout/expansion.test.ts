/** Letters that give: justified lines are set a little wider or narrower before their spaces are. */
import { describe, expect, test } from 'vitest'
import { fontItems } from '../../src/layout/font-items.ts'
import { makeFonts } from '../../src/layout/shape.ts'
import { requestOf } from '../../src/layout/spans.ts'
import { lay, paragraph, publication, squareDesign, text } from './documents.ts'

const words = 'una frase de palabras desiguales que da muchas líneas distintas a un párrafo justificado '
const document = publication([paragraph('b1', text(words.repeat(6).trim()))])
const right = squareDesign.page.width - squareDesign.page.margin.right

/** Full lines of the paragraph: scale, and where the last letter ends. */
async function fullLines(expansion: number) {
  const { layout } = await lay(document, { ...squareDesign, expansion })
  const marks = layout.pages.flatMap(page =>
    page.marks.flatMap(mark =>
      mark.kind === 'glyphs' && mark.size === squareDesign.styles.body.size ? [mark] : [],
    ),
  )
  const lines = marks.slice(0, -1).map(({ x, scale, glyphs }) => {
    const letters = glyphs.at(-1)?.text === ' ' ? glyphs.slice(0, -1) : glyphs
    const spaces = letters.filter(glyph => glyph.text === ' ').map(glyph => glyph.advance * scale)
    return { scale, end: x + scale * letters.reduce((sum, { advance }) => sum + advance, 0), spaces }
  })
  return { lines, ratios: layout.lines.flatMap(line => (line.block === 'b1' ? [line.spaceRatio] : [])) }
}

const spread = (lines: Awaited<ReturnType<typeof fullLines>>['lines']) => {
  const spaces = lines.flatMap(line => line.spaces)
  const mean = spaces.reduce((sum, space) => sum + space, 0) / spaces.length
  return spaces.reduce((sum, space) => sum + (space - mean) ** 2, 0) / spaces.length
}

describe('expansion', () => {
  test('every full line ends at the margin, with letters within what they may give', async () => {
    const { lines } = await fullLines(0.02)
    expect(lines.length).toBeGreaterThan(5)
    expect(new Set(lines.map(({ scale }) => scale)).size).toBeGreaterThan(2)
    for (const { scale, end } of lines) {
      expect(scale).toBeGreaterThanOrEqual(0.98)
      expect(scale).toBeLessThanOrEqual(1.02)
      expect(end).toBeCloseTo(right, 2)
    }
  })

  test('spaces keep their width where letters are enough', async () => {
    const { lines } = await fullLines(0.02)
    const enough = lines.filter(({ scale }) => scale > 0.98 && scale < 1.02)
    expect(enough.length).toBeGreaterThan(1)
    // Letters give in steps of a thousandth of the line: spaces share what is left of one.
    for (const { spaces } of enough) for (const space of spaces) expect(Math.abs(space - 5)).toBeLessThan(0.1)
  })

  test('what letters cannot give any more comes out of the spaces, and no line stands out', async () => {
    const paragraphs = Array.from({ length: 60 }, (_, shift) =>
      paragraph(
        `b${shift}`,
        text(
          `${'a'.repeat(1 + (shift % 9))} ${words
            .slice(shift % 40)
            .repeat(3)
            .trim()}`,
        ),
      ),
    )
    for (const expansion of [0.005, 0.02, 0.04]) {
      const { layout } = await lay(publication(paragraphs), { ...squareDesign, expansion })
      expect(layout.messages.filter(({ rule }) => rule === 'overfull-line')).toEqual([])
    }
  })

  test('spaces stay more even than without', async () => {
    const [without, giving] = [await fullLines(0), await fullLines(0.02)]
    expect(without.lines.every(({ scale }) => scale === 1)).toBe(true)
    expect(spread(giving.lines)).toBeLessThan(spread(without.lines) / 1.5)
  })

  test('what is reported of spaces is what is printed', async () => {
    const { lines, ratios } = await fullLines(0.02)
    for (const [index, { spaces }] of lines.entries())
      expect((spaces[0] ?? 0) / 5).toBeCloseTo(ratios[index] ?? 0, 2)
  })
})

test('a space shrinks by a third, but not where it is narrow by nature', () => {
  const font = makeFonts(squareDesign.faces).get(requestOf(squareDesign.styles.body, 'es'))
  const shrink = (spaceWidth: number) => {
    const space = fontItems({ ...font, size: 10, spaceWidth }, { hanging: false }).space(0x20, false)
    return space.type === 'glue' ? space.shrink : Number.NaN
  }
  expect(shrink(3)).toBeCloseTo(1)
  expect(shrink(2)).toBeCloseTo(0.4)
  expect(shrink(1.5)).toBe(0)
})
