import { describe, expect, test } from 'vitest'
import type { Layout, Mark, Owner } from '../../src/layout/types.ts'
import type { Block, Inline, PublicationNode } from '../../src/publication/model.ts'
import { lay, squareDesign, tallDesign, textOf } from './documents.ts'
import { randomDocument } from './random-document.ts'

/** Every node below some, they themselves included, in the order of the text. */
function everyNode(nodes: readonly PublicationNode[]): readonly PublicationNode[] {
  return nodes.flatMap(node => {
    const parts: PublicationNode[] = []
    if (node.type === 'figure' || node.type === 'table') parts.push(...node.caption)
    if (node.type === 'box') parts.push(...node.title)
    if ('children' in node) parts.push(...node.children)
    if (node.type === 'table') parts.push(...node.note)
    return [node, ...everyNode(parts)]
  })
}

/** What a mark belongs to, as a key. */
function keyOf(owner: Owner): object | string | null {
  if (owner.kind === 'artifact') return null
  return owner.kind === 'entry' ? (owner.node.entries[owner.entry] ?? null) : owner.node
}

const fold = (value: string) =>
  value
    .replace(/[¬\u00ad]/g, '')
    .replace(/[ \t\n]+/g, ' ')
    .trim()

function said({ pages }: Layout, part: 'text' | 'label'): ReadonlyMap<object | string | null, string> {
  const found = new Map<object | string | null, string>()
  for (const mark of pages.flatMap(({ marks }) => marks)) {
    const { owner } = mark
    if (mark.kind !== 'glyphs' || owner.kind === 'artifact' || owner.part !== part) continue
    const key = keyOf(owner)
    found.set(key, (found.get(key) ?? '') + textOf(mark))
  }
  return found
}

function wordsOf(node: Block | Inline | PublicationNode): string | RegExp | null {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'abbreviation':
      return fold(node.value)
    case 'code':
      return fold(node.value)
    case 'footnoteReference':
      return node.number
    case 'pageReference':
      return /^\(p\. \d+\)$/
    case 'index':
    case 'glossary':
      return node.title
    default:
      return null
  }
}

/** Points that a mark reaches to the right; the space that ends a line may stand out. */
function rightOf(mark: Mark): number {
  if (mark.kind !== 'glyphs') return mark.x + mark.width
  const ends = /^[ \u00a0\u202f]$/.test(mark.glyphs.at(-1)?.text ?? '') ? -1 : mark.glyphs.length
  return mark.x + mark.glyphs.slice(0, ends).reduce((sum, { advance }) => sum + advance, 0)
}

/** What a mark covers with ink: of letters, from the tops of small ones to the baseline, which no neighbour reaches. */
function inkOf(mark: Mark): { left: number; right: number; top: number; bottom: number } {
  const right = rightOf(mark)
  if (mark.kind === 'glyphs') {
    const [low, high] = [
      Math.min(...mark.glyphs.map(({ dy }) => dy)),
      Math.max(...mark.glyphs.map(({ dy }) => dy)),
    ]
    return { left: mark.x, right, top: mark.y - high - 0.6 * mark.size, bottom: mark.y - low }
  }
  return { left: mark.x, right, top: mark.y, bottom: mark.y + mark.height }
}

/** Pairs of letters, pictures and drawn labels that lie on one another. */
function overlaps(marks: readonly Mark[]): readonly string[] {
  const shown = marks
    .filter(
      ({ kind, owner }) =>
        kind === 'glyphs' ||
        kind === 'picture' ||
        (kind === 'rule' && owner.kind === 'content' && owner.part === 'label'),
    )
    .map(mark => ({ mark, ...inkOf(mark) }))
    .sort((a, b) => a.top - b.top)
  const found: string[] = []
  for (const [index, a] of shown.entries()) {
    for (const b of shown.slice(index + 1)) {
      if (b.top >= a.bottom - 0.05) break
      if (a.mark.kind === 'rule' && b.mark.kind === 'rule') continue
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      if (across > 0.05) found.push(`${describeMark(a.mark)} on ${describeMark(b.mark)}`)
    }
  }
  return found
}

/** Points: borders are no thicker, and cross at their corners. */
const thickest = 2

/** Grounds of boxes, rows and words that cut into one another: one lies in the other, or beside it. */
function crossing(marks: readonly Mark[]): readonly string[] {
  const grounds = marks.flatMap(mark =>
    mark.kind === 'rule' &&
    mark.owner.kind === 'artifact' &&
    mark.owner.role === 'background' &&
    Math.min(mark.width, mark.height) > thickest
      ? [{ mark, ...inkOf(mark) }]
      : [],
  )
  type Ground = (typeof grounds)[number]
  const within = (a: Ground, b: Ground) =>
    a.left >= b.left - 0.05 &&
    a.right <= b.right + 0.05 &&
    a.top >= b.top - 0.05 &&
    a.bottom <= b.bottom + 0.05
  const beside = (a: Ground, b: Ground) =>
    a.left >= b.right - 0.05 ||
    b.left >= a.right - 0.05 ||
    a.top >= b.bottom - 0.05 ||
    b.top >= a.bottom - 0.05
  return grounds.flatMap((a, index) =>
    grounds
      .slice(index + 1)
      .flatMap(b =>
        within(a, b) || within(b, a) || beside(a, b)
          ? []
          : [`${describeMark(a.mark)} into ${describeMark(b.mark)}`],
      ),
  )
}

function describeMark(mark: Mark): string {
  const owner = mark.owner.kind === 'artifact' ? mark.owner.role : mark.owner.node.type
  return `${mark.kind} of ${owner} «${textOf(mark)}» at ${mark.x}, ${mark.y}`
}

const bottom = { ...tallDesign, floats: { figure: 'bottom', table: 'bottom' } } as const
const designs = [squareDesign, tallDesign, bottom]

describe('random documents of every node type', () => {
  for (let seed = 1; seed <= 120; seed++) {
    test(`document ${seed}`, async () => {
      const document = randomDocument(seed)
      const { layout } = await lay(document, designs[seed % 3])
      const nodes = everyNode([...document.tree.children, ...document.tree.notes])

      // Nothing is lost, nothing comes twice.
      const texts = said(layout, 'text')
      const labels = said(layout, 'label')
      const pictures = new Map<PublicationNode, number>()
      for (const { owner, kind } of layout.pages.flatMap(({ marks }) => marks))
        if (kind === 'picture' && owner.kind === 'content' && owner.node.type !== 'opening')
          pictures.set(owner.node, (pictures.get(owner.node) ?? 0) + 1)
      for (const node of nodes) {
        const wanted = wordsOf(node)
        const own = fold(texts.get(node) ?? '')
        if (wanted instanceof RegExp) expect(own).toMatch(wanted)
        else if (wanted !== null) expect(own).toBe(wanted)
        if (node.type === 'figure' || node.type === 'image') expect(pictures.get(node)).toBe(1)
        if (node.type === 'footnoteDefinition') expect(fold(labels.get(node) ?? '')).toBe(node.number)
        if (node.type === 'figure' || node.type === 'table')
          expect(fold(labels.get(node) ?? '').startsWith(node.label)).toBe(true)
        if (node.type === 'glossary')
          for (const entry of node.entries) {
            expect(fold(labels.get(entry) ?? '')).toBe(entry.acronym)
            expect(fold(texts.get(entry) ?? '')).toBe(fold(entry.expansion))
          }
        if (node.type === 'index')
          for (const entry of node.entries) {
            expect(fold(labels.get(entry) ?? '')).toBe(entry.label)
            expect(fold(texts.get(entry) ?? '').replace(/ \d+$/, '')).toBe(fold(entry.text))
          }
        if ('id' in node && node.type !== 'listItem') expect(layout.anchors.has(node.id)).toBe(true)
      }

      const { margin } = squareDesign.page
      for (const page of layout.pages) {
        expect(overlaps(page.marks)).toEqual([])
        expect(crossing(page.marks)).toEqual([])
        for (const mark of page.marks) {
          const furniture = mark.owner.kind === 'artifact' && /header|footer/.test(mark.owner.role)
          expect(mark.x).toBeGreaterThanOrEqual(margin.left - 0.01)
          expect(rightOf(mark), describeMark(mark)).toBeLessThanOrEqual(page.width - margin.right + 0.05)
          if (furniture) continue
          const bottom = mark.kind === 'glyphs' ? mark.y : mark.y + mark.height
          expect(bottom).toBeLessThanOrEqual(page.height - margin.bottom + 0.05)
          expect(mark.y).toBeGreaterThanOrEqual(margin.top - 0.05)
        }
      }
      for (const { overflow } of layout.lines) expect(overflow).toBe(0)
    })
  }
})

test('what lies on something else is found', async () => {
  const { layout } = await lay(randomDocument(1))
  const [page] = layout.pages
  const lines = (page?.marks ?? []).filter(({ kind }) => kind === 'glyphs')
  const below = lines.find(({ y }) => y > (lines[0]?.y ?? 0) + 8)
  const shifted = lines.map(mark =>
    mark === below ? { ...mark, y: lines[0]?.y ?? 0, x: lines[0]?.x ?? 0 } : mark,
  )
  expect(overlaps(lines)).toEqual([])
  expect(overlaps(shifted)).not.toEqual([])
  const owner = { kind: 'artifact', role: 'background' } as const
  const ground = (y: number) =>
    ({ kind: 'rule', owner, x: 20, y, width: 90, height: 30, color: '#eeeeee' }) as const
  expect(crossing([ground(50), ground(80)])).toEqual([])
  expect(crossing([ground(50), ground(70)])).not.toEqual([])
})
