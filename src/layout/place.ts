/** Where a block stands, and what the handlers share: text and frames. */
import type { Box, Role, TextStyle } from '../design/types.ts'
import type { Block, Inline } from '../publication/model.ts'
import { addLines, breakCosts, type Frame, type RowList } from './rows.ts'
import type { Typesetter } from './setting.ts'
import { stackedHeight } from './stack.ts'
import type { Prefix } from './text.ts'

/** Where a block stands and what stands around it. */
export interface Place {
  readonly list: RowList
  readonly typesetter: Typesetter
  readonly x: number
  readonly width: number
  /** Height that nothing which cannot be cut may exceed. */
  readonly room: number
  /** Style of paragraphs here. */
  readonly text: Role
  /** Lists around. */
  readonly level: number
  /** Space after paragraphs, where it is not the style's. */
  readonly spaceAfter: number | null
  /** Of the text here, where it is not the style's. */
  readonly align: TextStyle['align'] | null
  /** A table may ask for a landscape page: it stands in nothing else. */
  readonly turns: boolean
  /** Sets blocks in a place: the handlers, for whatever holds blocks. */
  readonly flow: (blocks: readonly Block[], place: Place) => void
}

/** The inline nodes of a block, as lines. */
export function flowText(
  node: Block,
  children: readonly Inline[],
  wanted: TextStyle,
  prefix: Prefix | null,
  { list, typesetter, x, width, align }: Place,
): void {
  const style = align === null ? wanted : { ...wanted, align }
  const measure = width - style.insetLeft - style.insetRight
  const lines = typesetter.set({
    key: node,
    children,
    language: node.language,
    style,
    width: measure,
    prefix,
  })
  list.space(style.spaceBefore)
  list.anchor(node.id)
  addLines(list, lines, {
    x: x + style.insetLeft,
    baseline: typesetter.baseline(style),
    leading: style.leading,
    grid: typesetter.grid(style),
    block: node.id,
    node,
  })
  list.space(style.spaceAfter)
  if (style.keepWithNext) list.keep(breakCosts.never)
}

/** A frame inside many others has no padding left and right rather than less than this to write in, points. */
const smallestFrame = 100

/** Adds rows inside a design's box. */
export function inFrame(
  list: RowList,
  box: Box,
  { x, width, room }: Pick<Place, 'x' | 'width' | 'room'>,
  fill: (inside: Pick<Place, 'x' | 'width' | 'room'>) => void,
): void {
  const { background, borderColor, borderSide, borderWidth, padding } = box
  const left = borderSide === 'left' || borderSide === 'all' ? borderWidth : 0
  const right = borderSide === 'all' ? borderWidth : 0
  const top = borderSide === 'top' || borderSide === 'all' ? borderWidth : 0
  const bottom = borderSide === 'bottom' || borderSide === 'all' ? borderWidth : 0
  // Beside a mere rule the padding only sets the text off from it.
  const inner = background === '' && borderSide !== 'all' ? 0 : padding
  const frame: Frame = {
    x,
    width,
    background,
    borderColor,
    borderSide,
    borderWidth,
    top: top + (borderSide === 'top' ? padding : inner),
    bottom: bottom + (borderSide === 'bottom' ? padding : inner),
  }
  list.open(frame)
  const before = left + (left > 0 ? padding : inner)
  const after = right + inner
  const fits = width - before - after >= smallestFrame
  const inside = { room: room - frame.top - frame.bottom }
  fill(fits ? { x: x + before, width: width - before - after, ...inside } : { x, width, ...inside })
  list.close()
}

/** A line with nothing on it but the label that waits for one. */
export function addEmpty({ list, typesetter, text }: Place, node: Block): void {
  const style = typesetter.style(text)
  const baseline = typesetter.baseline(style)
  list.add({ height: style.leading, marks: [], baseline, breakCost: 0, reports: [], node })
}

/** No page break between the rows that are added. */
export function together(list: RowList, fill: () => void): void {
  held(list, fill, Number.POSITIVE_INFINITY, breakCosts.never)
}

/** Page breaks between the rows that are added cost more, unless they are higher than `most` points together. */
export function held(list: RowList, fill: () => void, most: number, cost: number): void {
  const from = list.rows.length
  fill()
  const end = list.rows.length
  if (stackedHeight(list.rows, { first: from, end }) > most) return
  for (let index = from + 1; index < end; index++) {
    const row = list.rows[index]
    if (row !== undefined) list.rows[index] = { ...row, breakCost: Math.max(row.breakCost, cost) }
  }
}
