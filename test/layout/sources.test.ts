import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadDesign } from '../../src/design/design.ts'
import { toPublication } from '../../src/pipeline.ts'
import { read } from '../../src/read/read.ts'
import { lay, textOf } from './documents.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** The documents of `source/` as they are published. */
async function published(name: string) {
  const source = await read(`${project}source/${name}`, { project })
  if (!('tree' in source)) throw new Error(source.file.messages.join('\n'))
  const template = source.frontMatter.template ?? 'base'
  const design = loadDesign(template, { templates: [`${project}templates`] }, source.file)
  if (design === null) throw new Error(source.file.messages.join('\n'))
  const { repeats, numberSections, language } = design
  const publication = toPublication(source, { template, repeats, numberSections, language }, 'prueba')
  if (publication === null) throw new Error(source.file.messages.join('\n'))
  return { publication, design, ...(await lay(publication, design)) }
}

describe('what readers see', () => {
  for (const name of readdirSync(`${project}source`)
    .filter(file => file.endsWith('.md'))
    .sort()) {
    test(name, async () => {
      const { layout, design } = await published(name)
      expect(layout.messages).toEqual([])
      let hyphens = 0
      for (const [index, line] of layout.lines.entries()) {
        const before = layout.lines[index - 1]
        const sameBlock = before?.block === line.block
        expect(line.spaceRatio).toBeLessThanOrEqual(2)
        // Two thirds, less what letters give.
        expect(line.spaceRatio).toBeGreaterThan(0.64)
        expect(line.overflow).toBe(0)
        hyphens = line.hyphenated ? hyphens + 1 : 0
        expect(hyphens).toBeLessThanOrEqual(2)
        // No page begins with a paragraph's last line, or with half a word.
        if (before !== undefined && before.page !== line.page && sameBlock) {
          expect(line.last).toBe(false)
          expect(before.hyphenated).toBe(false)
        }
      }
      for (const { marks, width: paper } of layout.pages) {
        const right = paper - design.page.margin.right
        for (const mark of marks) {
          if (mark.kind !== 'glyphs') continue
          const ends = mark.glyphs.at(-1)?.text === ' ' ? -1 : mark.glyphs.length
          const natural = mark.glyphs.slice(0, ends).reduce((sum, glyph) => sum + glyph.advance, 0)
          const width = natural * mark.scale
          // Signs may stand in the margin, with the greater part of their width at most.
          const last = mark.glyphs.slice(0, ends).at(-1)
          const sign = /[\u00ad\-.,:;!?…»”’)—–]$/.test(last?.text ?? '') ? (last?.advance ?? 0) * 0.6 : 0
          expect(mark.x + width).toBeLessThanOrEqual(right + 0.05 + sign)
        }
      }
    })
  }

  test('the ministry’s text takes two pages, and its reference names the page of the paragraph', async () => {
    const { layout } = await published('asuntos-multilaterales-y-globales.md')
    expect(layout.pages).toHaveLength(2)
    const labels = layout.pages.flatMap(({ marks }) =>
      marks.flatMap(mark =>
        mark.owner.kind === 'content' && mark.owner.node.type === 'pageReference'
          ? [{ text: textOf(mark).trim(), target: mark.owner.node.target }]
          : [],
      ),
    )
    const [label] = labels
    const anchor = layout.anchors.get(label?.target ?? '')
    expect(labels.map(({ text }) => text)).toEqual([`(p. ${(anchor?.page ?? -1) + 1})`])
  })

  test('last lines hold more than four letters', async () => {
    const { layout } = await published('asuntos-multilaterales-y-globales.md')
    const last = new Map<string, number>()
    for (const { marks } of layout.pages) {
      const rows = new Map<number, string>()
      for (const mark of marks) {
        if (mark.owner.kind === 'content' && mark.owner.part === 'text') {
          rows.set(mark.y, `${rows.get(mark.y) ?? ''}${textOf(mark)}`)
        }
      }
      for (const [y, words] of rows) last.set(`${y}`, words.replace(/[^\p{L}\p{N}]/gu, '').length)
    }
    expect(Math.min(...[...last.values()].filter(count => count > 0))).toBeGreaterThan(4)
  })
})
