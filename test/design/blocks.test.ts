import { describe, expect, it } from 'vitest'
import { contrast } from '../../src/design/contrast.ts'
import type { Design } from '../../src/design/types.ts'
import { brand, designOf, ownDesign } from './support.ts'

describe.each(['base', 'nota-informativa'])('the boxes of %s', name => {
  const { boxes, summaryBox, palette, darkPalette } = ownDesign(name)

  it('differ in title, rule and ground, and have the summary’s geometry', () => {
    for (const colors of ['titleColor', 'borderColor', 'background'] as const) {
      const shown = Object.entries(boxes).filter(([kind]) => kind !== 'summary')
      expect(new Set(shown.map(([, box]) => box[colors])).size, colors).toBe(4)
    }
    const { background, borderColor, ...geometry } = summaryBox
    for (const box of Object.values(boxes)) expect(box).toMatchObject(geometry)
    expect(boxes.summary).toMatchObject({ background, borderColor })
  })

  it('take every colour from the palette, so that the dark one has its twin', () => {
    const colors = new Set(Object.values(palette))
    for (const { background, borderColor, titleColor } of Object.values(boxes)) {
      expect([background, borderColor, titleColor].filter(color => !colors.has(color))).toEqual([])
    }
    expect(Object.keys(darkPalette)).toEqual(Object.keys(palette))
    for (const [role, color] of Object.entries(darkPalette)) {
      // Both palettes have the same roles.
      expect(color, role).not.toBe(palette[role as keyof typeof palette])
    }
  })

  it('two roles share a light colour only where they share the dark one', () => {
    const added = ['info', 'success', 'warning', 'highlight', 'primarySurface'] as const
    for (const role of added) {
      const same = Object.values(palette).filter(color => color === palette[role])
      expect(same, role).toHaveLength(1)
    }
  })

  it('are paler than their titles are dark: tints, not fields of colour', () => {
    for (const { background } of Object.values(boxes)) {
      expect(contrast(background, palette.background)).toBeLessThan(1.2)
    }
    for (const role of ['infoSurface', 'successSurface', 'warningSurface', 'primarySurface'] as const) {
      expect(contrast(darkPalette[role], darkPalette.background)).toBeLessThan(1.5)
    }
  })
})

describe('tables, figures and notes', () => {
  it('have rows without a ground unless the brand wants it', () => {
    const { table, palette } = ownDesign('nota-informativa')
    expect(table.zebraBackground).toBe('')
    expect(designOf(brand('table: { zebra: true }\n')).table.zebraBackground).toMatch(/^#/)
    expect([table.outerColor, table.headBackground]).toEqual([palette.primary, palette.surface])
    expect(table.outerRule).toBeGreaterThan(table.innerRule)
  })

  it('have captions over tables and under figures unless the brand wants it otherwise', () => {
    expect(ownDesign('base').captionAbove).toEqual({ figure: false, table: true })
    const { captionAbove } = designOf(brand('figure: { caption: above }\ntable: { caption: below }\n'))
    expect(captionAbove).toEqual({ figure: true, table: false })
    expect(brand('figure: { caption: encima }\n').found).toEqual(['brand-value prueba/brand.yml:2:20'])
  })

  it('space grows with the leading, as all spaces do', () => {
    const spaces = ({ table, notes, captionedSpace }: Design) => [
      table.paddingX,
      table.paddingY,
      notes.spaceAbove,
      notes.spaceBetween,
      captionedSpace.around,
      captionedSpace.caption,
    ]
    const base = spaces(ownDesign('base'))
    const open = spaces(designOf(brand('typography: { base: { line-height: 1.8 } }\n')))
    for (const [at, space] of base.entries()) expect(open[at]).toBeGreaterThan(space)
  })

  it('a caption is nearer to what it names than to the text around', () => {
    const { captionedSpace } = ownDesign('base')
    expect(captionedSpace.caption).toBeLessThan(captionedSpace.around)
  })
})

it('superscripts and subscripts stay within the leading', () => {
  const { script, styles } = ownDesign('base')
  // Noto’s ascenders reach about 0.76 of the size, its descenders 0.24 below the line.
  for (const { size, leading } of [styles.body, styles.tableCell, styles.footnote]) {
    expect(size * script.size * (script.raise + 0.76)).toBeLessThan(leading * 0.8)
    expect(size * script.size * (script.drop + 0.24)).toBeLessThan(leading * 0.4)
  }
})

it('quotation marks are angular unless the brand wants English ones', () => {
  expect(ownDesign('nota-informativa').quotes).toBe('angulares')
  expect(designOf(brand('quotes: inglesas\n')).quotes).toBe('inglesas')
})
