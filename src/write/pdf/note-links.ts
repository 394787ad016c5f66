/** The way back from a note to the text: its number leads to the place that refers to it first. */
import type { Anchor, Glyphs, LinkArea, Page } from '../../layout/types.ts'
import type { FootnoteDefinition } from '../../publication/model.ts'

/** Two hyphens keep it apart from the ids of blocks and sections; web page and book name it so too. */
function referenceId(note: string, ordinal: number): string {
  return `${note}--${ordinal}`
}

/** Where each reference to a note stands, by the name of its destination. */
export function referenceAnchors(pages: readonly Page[]): ReadonlyMap<string, Anchor> {
  const anchors = new Map<string, Anchor>()
  for (const [page, { marks }] of pages.entries()) {
    for (const { kind, owner, y } of marks) {
      if (kind !== 'link' || owner.kind !== 'content' || owner.node.type !== 'footnoteReference') continue
      const id = referenceId(owner.node.target, owner.node.ordinal)
      if (!anchors.has(id)) anchors.set(id, { page, y })
    }
  }
  return anchors
}

/** Share of the size that a number's area reaches above and below its baseline. */
const [above, below] = [0.8, 0.2]

/** The link areas of the notes' numbers on a page, where something refers to the note. */
export function returnAreas(page: Page, anchors: ReadonlyMap<string, Anchor>): readonly LinkArea[] {
  const numbers = new Map<FootnoteDefinition, Glyphs[]>()
  for (const mark of page.marks) {
    const { owner } = mark
    if (mark.kind !== 'glyphs' || owner.kind !== 'content' || owner.part !== 'label') continue
    if (!('type' in owner.node) || owner.node.type !== 'footnoteDefinition') continue
    const known = numbers.get(owner.node)
    if (known === undefined) numbers.set(owner.node, [mark])
    else known.push(mark)
  }
  return [...numbers].flatMap(([node, runs]) => {
    const id = referenceId(node.id, 1)
    return anchors.has(id) ? [areaOf(node, runs, id)] : []
  })
}

function areaOf(node: FootnoteDefinition, runs: readonly Glyphs[], id: string): LinkArea {
  const left = Math.min(...runs.map(({ x }) => x))
  const top = Math.min(...runs.map(({ y, size }) => y - above * size))
  const right = Math.max(...runs.map(run => run.x + widthOf(run)))
  const bottom = Math.max(...runs.map(({ y, size }) => y + below * size))
  return {
    kind: 'link',
    owner: { kind: 'content', node, part: 'label' },
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    target: { kind: 'block', id },
  }
}

/** Without the space behind the number. */
function widthOf({ glyphs, scale }: Glyphs): number {
  const last = glyphs.findLastIndex(({ text }) => text.trim() !== '')
  return glyphs.slice(0, last + 1).reduce((width, { advance }) => width + advance * scale, 0)
}
