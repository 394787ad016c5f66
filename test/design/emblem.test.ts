import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { designOf, load } from './support.ts'

describe.each(['base', 'nota-informativa'])('the emblem of %s', name => {
  it('is as wide to its height in SVG, in PNG and in the letterhead', () => {
    const emblem = designOf(load(name)).furniture.emblem
    const png = Buffer.from(emblem?.png ?? [])
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([240, 240])
    expect(emblem?.svg).toContain('viewBox="0 0 96 96"')
    expect(emblem?.width).toBe(emblem?.height)
    expect(emblem?.alternative).not.toBe('')
  })

  it('is made of shapes and plain fills, which every format draws', () => {
    const svg = readFileSync(`templates/${name}/emblem.svg`, 'utf8')
    const elements = [...svg.matchAll(/<([a-zA-Z]+)/g)].map(([, element]) => element)
    expect(elements.filter(element => !['svg', 'path', 'circle', 'rect'].includes(element ?? ''))).toEqual([])
    const attributes = [...svg.matchAll(/\s([a-zA-Z-]+)=/g)].map(([, attribute]) => attribute ?? '')
    const drawn = ['xmlns', 'viewBox', 'width', 'height', 'fill', 'd', 'x', 'y', 'cx', 'cy', 'r']
    expect(attributes.filter(attribute => !drawn.includes(attribute))).toEqual([])
    for (const [, fill] of svg.matchAll(/fill="([^"]*)"/g)) expect(fill).toMatch(/^#[0-9a-f]{6}$/)
  })
})
