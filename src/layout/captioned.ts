/** Figures, and the captions that they and tables have. */
import type { Figure, Table } from '../publication/model.ts'
import { flowText, type Place } from './place.ts'
import { breakCosts, type Float, makeRowList, moved } from './rows.ts'
import type { Mark } from './types.ts'

/** «Figura 3. » in bold and the caption; nothing for a block that has neither. */
export function flowCaption(node: Figure | Table, place: Place): void {
  if (node.label === '' && node.caption.length === 0) return
  const style = place.typesetter.style('caption')
  const separator = node.caption.length === 0 ? '' : place.typesetter.locale.captionSeparator
  const owner = { kind: 'content', node, part: 'label' } as const
  const label = node.label === '' ? null : { text: node.label + separator, owner, weight: 700 }
  flowText(node, node.caption, { ...style, spaceBefore: 0, spaceAfter: 0, keepWithNext: false }, label, place)
}

export function flowFigure(node: Figure, place: Place): void {
  const { list, typesetter, x, width } = place
  const { captionAbove, captionedSpace } = typesetter.design
  const above = captionAbove.figure
  const style = typesetter.style('caption')
  const trial = makeRowList()
  flowCaption(node, { ...place, list: trial })
  const captioned = trial.rows.reduce((sum, row) => sum + row.height, 0)
  const highest = Math.max(style.size, place.room - captioned - captionedSpace.caption - 1)
  const natural = typesetter.pictureSize(node.image, node.width, width)
  const scale = Math.min(1, highest / natural.height)
  const size = { width: natural.width * scale, height: natural.height * scale }
  const picture = {
    kind: 'picture',
    owner: { kind: 'content', node, part: 'text' },
    source: { kind: 'image', image: node.image },
    x,
    y: 0,
    ...size,
  } satisfies Mark

  const float = floatOf(node, place)
  list.space(captionedSpace.around)
  if (trial.rows.length === 0 || !above) list.anchor(node.id)
  const caption = () => {
    for (const row of trial.rows) list.add({ ...row, float, baseline: 0, breakCost: breakCosts.never })
  }
  if (above && trial.rows.length > 0) {
    list.anchor(node.id)
    for (const [index, row] of trial.rows.entries())
      list.add({ ...row, float, baseline: 0, breakCost: index === 0 ? 0 : breakCosts.never })
    list.keep(breakCosts.never)
    list.space(captionedSpace.caption)
  }
  list.add({
    height: size.height,
    marks: [moved(picture, 0, 0)],
    baseline: size.height,
    breakCost: 0,
    reports: [],
    node,
    float,
  })
  if (!above && trial.rows.length > 0) {
    list.space(captionedSpace.caption)
    caption()
  }
  list.space(captionedSpace.around)
}

/** Only what the text names by its number, and what stands in the text itself, may leave its place. */
export function floatOf(node: Figure | Table, { typesetter, turns }: Place): Float | null {
  const { captionedSpace, floats } = typesetter.design
  const place = floats[node.type]
  if (place === 'here' || node.label === '' || !turns) return null
  return { place, around: captionedSpace.around, text: typesetter.style('body').spaceAfter }
}
