import { describe, expect, it } from 'vitest'
import { contrast, nearestPassing } from '../../src/design/contrast.ts'
import { brand, load } from './support.ts'

describe('contrast ratio', () => {
  // The values that WCAG's own definition gives.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4],
  ])('%s on %s is %d', (text, background, ratio) => {
    expect(contrast(text, background)).toBeCloseTo(ratio, 1)
    expect(contrast(background, text)).toBe(contrast(text, background))
  })

  it('the nearest passing colour passes and is near', () => {
    const nearest = (color: string, ground: string, required: number) =>
      nearestPassing(color, () => ground, required)
    expect(nearest('#777777', '#ffffff', 4.5)).toBe('#767676')
    expect(nearest('#888888', '#000000', 4.5)).toBe('#888888')
    expect(contrast(nearest('#223344', '#111111', 4.5), '#111111')).toBeGreaterThanOrEqual(4.5)
    expect(nearest('#808080', '#777777', 21)).toBe('')
  })
})

describe('a brand', () => {
  it('with a colour too light for text is refused: both colours, the place, the nearest that passes', () => {
    const { design, found, messages } = brand('color:\n  muted: "#8a8a8a"\n')
    expect(design).toBeNull()
    expect(found).toEqual(Array(2).fill('contrast-low prueba/brand.yml:3:10'))
    expect(messages[0]?.reason).toBe(
      '«color.muted» (#8a8a8a) sobre «color.background» (#ffffff) tiene un contraste de 3.45:1; WCAG 2.2 AA pide 4.5:1',
    )
    expect(messages[0]?.remedy).toMatch(/^el color más próximo que cumple es #[0-9a-f]{6}$/)
    const [proposed = ''] = /#[0-9a-f]{6}/.exec(messages[0]?.remedy ?? '') ?? []
    expect(contrast(proposed, '#ffffff')).toBeGreaterThanOrEqual(4.5)
  })

  it('is measured in its dark scheme, on boxes, and on the white of paper', () => {
    expect(brand('dark:\n  link: "#333333"\n').messages[0]?.reason).toContain('«dark.background»')
    expect(brand('color:\n  surface: "#808080"\n').messages[0]?.reason).toContain('«color.surface»')
    const black = 'color:\n  background: "#000000"\n  foreground: "#ffffff"\n'
    expect(
      brand(black)
        .messages.map(message => message.reason)
        .join(),
    ).toContain('«papel»')
  })

  it.each(['color', 'dark'] as const)('%s: titles of boxes on the tint of their colour', scheme => {
    const set = (color: string) => brand(`${scheme}:\n  warning: "${color}"\n`)
    const { messages } = set(scheme === 'color' ? '#b87830' : '#80602a')
    expect(messages.map(message => message.reason)).toEqual([
      expect.stringMatching(`^«${scheme}.warning» .* sobre «recuadro de ${scheme}.warning»`),
    ])
    const [proposed = ''] = /#[0-9a-f]{6}/.exec(messages[0]?.remedy ?? '') ?? []
    expect(set(proposed).found).toEqual([])
  })

  it('measures words on highlights, and names each colour once for all boxes', () => {
    const { messages } = brand('color:\n  highlight: "#808080"\n')
    expect(messages.map(message => message.reason.replace(/ \(.*/, ''))).toEqual([
      '«color.foreground»',
      '«typography.link.color»',
    ])
    // Just dark enough for the surface, which is lighter than some boxes.
    const muted = nearestPassing('#808080', () => '#f3f5f7', 4.5)
    const boxes = brand(`color:\n  muted: "${muted}"\n`).messages.map(message => message.reason)
    expect(boxes).toEqual([expect.stringMatching('^«color.muted» .* sobre «recuadro de color.primary»')])
  })

  it('that does not underline links tells them from the words around them', () => {
    const link = (decoration: string) =>
      `typography:\n  link: { decoration: ${decoration}, color: "#1a1a40" }\ndark:\n  link: "#e0e8ff"\n`
    expect(brand(link('underline')).found).toEqual([])
    expect(brand(link('none')).found).toEqual([
      'contrast-low prueba/brand.yml:3:36',
      'contrast-low prueba/brand.yml:5:9',
    ])
  })

  it.each(['base', 'nota-informativa'])('%s passes', name => {
    expect(load(name).found).toEqual([])
  })
})
