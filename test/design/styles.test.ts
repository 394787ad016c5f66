import { describe, expect, it } from 'vitest'
import type { Role, TextStyle } from '../../src/design/types.ts'
import { brand, designOf, load, ownDesign } from './support.ts'

const { styles, palette, inline } = ownDesign('nota-informativa')

const descending = (roles: readonly Role[], value: (style: TextStyle) => number) => {
  const values = roles.map(role => value(styles[role]))
  expect(values).toEqual(values.toSorted((a, b) => b - a))
}

describe('styles', () => {
  it('sizes fall from the title to the last heading, and none is below the body’s', () => {
    const roles = [
      'title',
      'heading1',
      'heading2',
      'heading3',
      'heading4',
      'heading5',
      'heading6',
      'body',
    ] as const
    descending(roles, style => style.size)
    expect(new Set(roles.slice(0, 6).map(role => styles[role].size)).size).toBe(6)
  })

  it('what stands beside the text is smaller than it, notes smallest', () => {
    descending(['body', 'box', 'caption', 'tableCell', 'footnote', 'tableNote', 'runningHead'], s => s.size)
    expect(styles.tableHead.size).toBe(styles.tableCell.size)
    expect(styles.code.size).toBeLessThan(styles.body.size)
  })

  it('spaces over headings fall with their level, and are larger than those under them', () => {
    const roles = ['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'] as const
    descending(roles, style => style.spaceBefore)
    for (const role of roles) expect(styles[role].spaceBefore).toBeGreaterThan(styles[role].spaceAfter)
  })

  it('every leading holds its size, every size can be read', () => {
    for (const [role, style] of Object.entries(styles)) {
      expect(style.leading / style.size, role).toBeGreaterThanOrEqual(1.15)
      expect(style.size, role).toBeGreaterThanOrEqual(7.5)
    }
  })

  it('what announces other text stays with it', () => {
    const kept = Object.entries(styles).filter(([, style]) => style.keepWithNext)
    const headings = ['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6']
    expect(kept.map(([role]) => role)).toEqual([
      ...headings,
      'title',
      'subtitle',
      'summaryLabel',
      'boxTitle',
      'term',
      'indexTitle',
    ])
  })

  it('only running text is justified', () => {
    const justified = Object.entries(styles).filter(([, style]) => style.align === 'justify')
    expect(justified.map(([role]) => role)).toEqual([
      'body',
      'list',
      'quotation',
      'repeatReference',
      'footnote',
      'description',
    ])
  })

  it('text takes its colours from those whose contrast is measured', () => {
    const measured = new Set([
      palette.foreground,
      palette.primary,
      palette.secondary,
      palette.muted,
      palette.link,
    ])
    for (const [role, style] of Object.entries(styles)) expect(measured.has(style.color), role).toBe(true)
    expect(measured.has(inline.link.color) && measured.has(inline.code.color)).toBe(true)
  })

  it('grow with the body’s size', () => {
    const base = designOf(load('base')).styles
    const larger = designOf(brand('typography:\n  base: { size: 12pt }\n')).styles
    for (const role of Object.keys(base) as Role[])
      expect(larger[role].size, role).toBeGreaterThan(base[role].size)
  })
})
