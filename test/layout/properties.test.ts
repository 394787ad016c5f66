import { describe, expect, test } from 'vitest'
import type { Layout, Owner } from '../../src/layout/types.ts'
import type {
  Block,
  Heading,
  Inline,
  Paragraph,
  Publication,
  PublicationNode,
} from '../../src/publication/model.ts'
import type { OpeningBlock } from '../../src/publication/opening.ts'
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
} from './documents.ts'

/** mulberry32: the same documents on every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const vocabulary = [
  'a',
  'de',
  'que',
  'la',
  'ONU',
  'Perú',
  'cooperación',
  'multilateralismo',
  'internacional',
  'técnico-científico',
  '—como',
  'dice—',
  '«Organización',
  'institucionalidad»',
  '2018-2019',
  'S/ 1,500',
  'y/o',
  'países',
  'globales.',
  'los',
  'https://www.gob.pe/rree/informes?id=12345&formato=pdf',
  '10\u00a0km',
  'con\u00adtra',
  '¿Aprueba?',
  'iniciativas',
]

function randomDocument(seed: number): Publication {
  const next = random(seed)
  const below = (bound: number) => Math.floor(next() * bound)
  let ids = 0
  const id = () => `b${ids++}`
  const words = (most: number) =>
    Array.from({ length: 1 + below(most) }, () => vocabulary[below(vocabulary.length)] ?? '').join(
      next() < 0.1 ? '\n' : ' ',
    )
  const inlines = (depth: number): Inline[] =>
    Array.from({ length: 1 + below(4) }, (): Inline => {
      const kind = below(depth > 1 ? 3 : 9)
      const edge = next() < 0.5 ? ' ' : ''
      if (kind === 3) return { type: 'strong', place, children: inlines(depth + 1) }
      if (kind === 4) return { type: 'emphasis', place, children: inlines(depth + 1) }
      if (kind === 5) return { type: 'inlineCode', place, value: words(3) }
      if (kind === 6) return { type: 'link', place, url: 'https://gob.pe', title: '', children: inlines(2) }
      if (kind === 7) return { type: 'break', place }
      if (kind === 8) return { type: 'pageReference', place, target: 'b0', before: ' (p. ', after: ')' }
      return text(`${edge}${words(25)}${edge}`)
    })
  const blocks = (depth: number): Block[] =>
    Array.from({ length: 1 + below(5) }, (): Block => {
      const kind = below(depth > 2 ? 4 : 9)
      if (kind === 4) return heading(id(), words(8), 1 + below(6))
      if (kind === 5)
        return list(id(), next() < 0.5, 1 + below(98), blocks(depth + 1), [paragraph(id(), words(30))])
      if (kind === 6) return { type: 'blockquote', id: id(), language, place, children: blocks(depth + 1) }
      if (kind === 7) return { type: 'thematicBreak', id: id(), language, place }
      return paragraph(id(), ...inlines(0))
    })
  const sections = Array.from({ length: 3 }, (_, index) =>
    section(
      `s${index}`,
      index === 0 ? '' : `Sección ${index}`,
      heading(id(), `Sección ${index}`),
      ...blocks(0),
    ),
  )
  return publication(sections, {
    organisation: next() < 0.5 ? 'Ministerio de Relaciones Exteriores del Perú' : '',
    summary: words(40),
    subject: words(12),
    to: [words(4), words(4)],
    classification: next() < 0.5 ? 'confidencial' : 'publico',
  })
}

/** Every node below, with the text that it prints itself. */
function leaves(nodes: readonly PublicationNode[]): readonly Inline[] {
  return nodes.flatMap((node): readonly Inline[] => {
    if ('children' in node) return leaves(node.children)
    return node.type === 'text' ||
      node.type === 'inlineCode' ||
      node.type === 'break' ||
      node.type === 'pageReference'
      ? [node]
      : []
  })
}

function sourceText(node: Inline): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  return node.type === 'break' ? ' ' : ''
}

const fold = (value: string) => value.replace(/\u00ad/g, '').replace(/[ \t\n]+/g, ' ')

/** Text of every content node as set: the clusters of its marks in order. */
function printed({ pages }: Layout): ReadonlyMap<PublicationNode | OpeningBlock, string> {
  const found = new Map<PublicationNode | OpeningBlock, string>()
  for (const page of pages) {
    for (const mark of page.marks) {
      if (mark.kind !== 'glyphs' || !isText(mark.owner)) continue
      const { node } = mark.owner
      found.set(node, `${found.get(node) ?? ''}${mark.glyphs.map(glyph => glyph.text).join('')}`)
    }
  }
  return found
}

function isText(owner: Owner): owner is Extract<Owner, { kind: 'content' }> {
  return owner.kind === 'content' && owner.part === 'text'
}

function isBlock(node: Block | Inline): node is Block {
  return 'id' in node
}

function leafBlocks(blocks: readonly Block[]): readonly (Heading | Paragraph)[] {
  return blocks.flatMap((block): readonly (Heading | Paragraph)[] => {
    if (block.type === 'heading' || block.type === 'paragraph') return [block]
    return 'children' in block ? leafBlocks(block.children.filter(isBlock)) : []
  })
}

function blockIds(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(block =>
    'children' in block ? [block.id, ...blockIds(block.children.filter(isBlock))] : [block.id],
  )
}

describe('random documents', () => {
  for (let seed = 1; seed <= 60; seed++) {
    test(`document ${seed}`, async () => {
      const document = randomDocument(seed)
      const { layout, opening } = await lay(document)
      const set = printed(layout)

      // Nothing is lost, nothing comes twice: every leaf's text is printed as it stands.
      for (const { children, role } of opening) {
        const own = children.map(node => fold(set.get(node) ?? '')).join('')
        const source = fold(children.map(sourceText).join('')).trim()
        expect(own).toBe(role === 'classification' ? source.toUpperCase() : source)
      }
      for (const node of leaves(document.tree.children)) {
        const own = fold(set.get(node) ?? '')
        if (node.type === 'pageReference') expect(own.trim()).toMatch(/^\(p\. \d+\)$/)
        else expect(own.trim()).toBe(fold(sourceText(node)).trim())
      }

      for (const block of leafBlocks(document.tree.children)) {
        const nodes = leaves(block.children)
        const source = nodes.map(node =>
          node.type === 'pageReference' ? (set.get(node) ?? '') : sourceText(node),
        )
        expect(fold(nodes.map(node => set.get(node) ?? '').join('')).trim()).toBe(
          fold(source.join('')).trim(),
        )
      }

      expect([...layout.anchors.keys()].sort()).toEqual(
        [...blockIds(document.tree.children), ...opening.map(({ id }) => id)].sort(),
      )

      for (const page of layout.pages) {
        const baselines = new Set<number>()
        for (const mark of page.marks) {
          expect(mark.x).toBeGreaterThanOrEqual(0)
          expect(mark.y).toBeGreaterThanOrEqual(0)
          if (mark.kind === 'glyphs') {
            const trailing = mark.glyphs.at(-1)?.text === ' ' ? (mark.glyphs.at(-1)?.advance ?? 0) : 0
            const width = (mark.glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) - trailing) * mark.scale
            expect(mark.x + width).toBeLessThanOrEqual(page.width - squareDesign.page.margin.right + 0.01)
            if (mark.owner.kind === 'content') baselines.add(mark.y)
          } else {
            expect(mark.x + mark.width).toBeLessThanOrEqual(page.width + 0.01)
            expect(mark.y + mark.height).toBeLessThanOrEqual(page.height)
          }
        }
        const sorted = [...baselines].sort((a, b) => a - b)
        for (const [index, y] of sorted.entries()) {
          const before = sorted[index - 1]
          if (before !== undefined) expect(y - before).toBeGreaterThanOrEqual(9.5)
          expect(y).toBeLessThanOrEqual(page.height - squareDesign.page.margin.bottom)
        }
      }
      expect(layout.messages.filter(({ rule }) => rule !== 'unsettled-page-labels')).toEqual([])
    })
  }
})

describe('measures', () => {
  test('spaces, hyphens, page tops and last lines of random prose', async () => {
    const next = random(7)
    const prose = Array.from({ length: 60 }, (_, index) =>
      paragraph(
        `b${index}`,
        Array.from(
          { length: 20 + Math.floor(next() * 90) },
          () => vocabulary[Math.floor(next() * 20)] ?? '',
        ).join(' '),
      ),
    )
    const { layout } = await lay(publication(prose))
    let hyphens = 0
    for (const [index, line] of layout.lines.entries()) {
      expect(line.spaceRatio).toBeLessThanOrEqual(2)
      expect(line.overflow).toBe(0)
      hyphens = line.hyphenated ? hyphens + 1 : 0
      expect(hyphens).toBeLessThanOrEqual(2)
      const before = layout.lines[index - 1]
      const after = layout.lines[index + 1]
      const top = before !== undefined && before.page !== line.page
      if (top && line.last && before.block === line.block) throw new Error(`widow in ${line.block}`)
      if (top && before.block === line.block && layout.lines[index - 2]?.block !== line.block) {
        throw new Error(`orphan in ${line.block}`)
      }
      if (after === undefined) expect(line.last).toBe(true)
    }
    expect(layout.pages.length).toBeGreaterThanOrEqual(5)
  })
})
