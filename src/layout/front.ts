/** The opening as rows: letterhead, title, fields, summary. */
import type { TextStyle } from '../design/types.ts'
import type { OpeningBlock, OpeningRole } from '../publication/opening.ts'
import { inFrame } from './place.ts'
import { addLines, breakCosts, moved, type RowList, reportOf } from './rows.ts'
import type { Typesetter } from './setting.ts'
import { stackedHeight } from './stack.ts'
import type { Mark } from './types.ts'

/** Roles set as plain text in the style of the same name. */
type PlainRole = Exclude<OpeningRole, 'field' | 'summary' | 'organisation' | 'department'>

interface Front {
  readonly list: RowList
  readonly typesetter: Typesetter
  readonly x: number
  readonly width: number
}

/** Of a cover's page, points of its height: what stands above the title. */
const titleHeight = 1 / 3

/**
 * Adds the opening's blocks to a row list, in their order.
 *
 * @param cover - on a page of their own, with the title about a third down
 */
export function flowOpening(
  opening: readonly OpeningBlock[],
  list: RowList,
  typesetter: Typesetter,
  cover: boolean,
): void {
  const { page } = typesetter.design
  const width = page.width - page.margin.left - page.margin.right
  const front: Front = { list, typesetter, x: page.margin.left, width }
  const heads = opening.filter(({ role }) => role === 'organisation' || role === 'department')
  const fields = opening.filter(({ role }) => role === 'field')
  const column = labelColumn(fields, front)
  let headed = false
  for (const block of opening) {
    const { role } = block
    if (role !== 'brandLine' && !headed) {
      flowLetterhead(heads, front)
      headed = true
    }
    if (cover && role === 'title') lowerTitle(front)
    if (cover && (block === fields[0] || role === 'summary'))
      list.space(coverLines * typesetter.style('body').leading)
    if (role === 'field') flowField(block, column, block === fields.at(-1), front)
    else if (role === 'summary') flowSummary(block, front)
    else if (role !== 'organisation' && role !== 'department') flowPlain(block, role, front)
  }
  if (!headed) flowLetterhead(heads, front)
  if (cover) list.breakPage()
}

/** Lines left empty on a cover above its fields and its summary. */
const coverLines = 2

/** What is missing to the title's place, as a row without marks. */
function lowerTitle({ list, typesetter }: Front): void {
  const { page, styles } = typesetter.design
  const used = page.margin.top + stackedHeight(list.rows) + styles.title.spaceBefore
  const height = page.height * titleHeight - used
  const { never } = breakCosts
  if (height > 0) list.add({ height, marks: [], baseline: 0, breakCost: never, reports: [], node: null })
}

function linesOf(block: OpeningBlock, style: TextStyle, width: number, { typesetter }: Front) {
  const { children, language } = block
  return typesetter.set({ key: block, children, language, style, width, prefix: null })
}

function flowPlain(block: OpeningBlock, role: PlainRole, front: Front): void {
  const { list, typesetter, x, width } = front
  const style = typesetter.style(role)
  list.space(style.spaceBefore)
  list.anchor(block.id)
  addLines(list, linesOf(block, style, width - style.insetLeft - style.insetRight, front), {
    x: x + style.insetLeft,
    baseline: typesetter.baseline(style),
    leading: style.leading,
    block: block.id,
    node: null,
  })
  list.space(style.spaceAfter)
  if (style.keepWithNext) list.keep(breakCosts.never)
}

/** Emblem, organisation and department as one row, with the rule under it. */
function flowLetterhead(blocks: readonly OpeningBlock[], front: Front): void {
  const { list, typesetter, x, width } = front
  const { emblem, emblemGap, ruleGap, ruleWidth, ruleColor } = typesetter.design.furniture
  if (blocks.length === 0 && emblem === null) return
  const centred = typesetter.style('organisation').align === 'center'
  const beside = emblem === null || centred ? 0 : emblem.width + emblemGap
  const above = emblem !== null && centred ? emblem.height + emblemGap / 2 : 0
  const marks: Mark[] = []
  const reports = []
  let y = above
  for (const block of blocks) {
    const style = typesetter.style(block.role === 'organisation' ? 'organisation' : 'department')
    list.anchor(block.id)
    y += y > above ? style.spaceBefore : 0
    for (const line of linesOf(block, style, width - beside, front)) {
      for (const mark of line.marks) marks.push(moved(mark, x + beside, y + typesetter.baseline(style)))
      reports.push(reportOf(line, block.id))
      y += style.leading
    }
    y += block === blocks.at(-1) ? 0 : style.spaceAfter
  }
  const height = centred ? y : Math.max(y, emblem?.height ?? 0)
  const drop = centred ? 0 : (height - y) / 2
  const placed = marks.map(mark => moved(mark, 0, drop))
  if (emblem !== null) {
    const left = centred ? x + (width - emblem.width) / 2 : x
    const top = centred ? 0 : (height - emblem.height) / 2
    const size = { width: emblem.width, height: emblem.height }
    const owner = { kind: 'artifact', role: 'header' } as const
    placed.unshift(
      moved({ kind: 'picture', owner, source: { kind: 'emblem' }, x: left, y: top, ...size }, 0, 0),
    )
  }
  if (ruleWidth > 0) {
    const owner = { kind: 'artifact', role: 'rule' } as const
    const rule = {
      kind: 'rule',
      owner,
      x,
      y: height + ruleGap,
      width,
      height: ruleWidth,
      color: ruleColor,
    } as const
    placed.push(moved(rule, 0, 0))
  }
  const under = ruleWidth > 0 ? ruleGap + ruleWidth : 0
  list.add({ height: height + under, marks: placed, baseline: 0, breakCost: 0, reports, node: null })
  list.space(typesetter.style('body').leading / 2)
  list.keep(breakCosts.never)
}

/** Width of the fields' label column: as wide as the widest label, at most two fifths of the measure. */
function labelColumn(fields: readonly OpeningBlock[], front: Front): number {
  const style = front.typesetter.style('fieldLabel')
  const widths = fields.map(block => labelLines(block, style, front.width, front)[0]?.end ?? 0)
  return Math.min(Math.max(0, ...widths) + style.size, front.width * 0.4)
}

function labelLines(block: OpeningBlock, style: TextStyle, width: number, { typesetter }: Front) {
  const owner = { kind: 'content', node: block, part: 'label' } as const
  return typesetter.setLabel(block.label, owner, { ...style, indent: 0 }, width, block.language)
}

/** Label in its column, text hanging beside it. */
function flowField(block: OpeningBlock, column: number, last: boolean, front: Front): void {
  const { list, typesetter, x, width } = front
  const labelStyle = typesetter.style('fieldLabel')
  const style = typesetter.style('fieldValue')
  const labels = labelLines(block, labelStyle, column - labelStyle.size / 2, front)
  const values = linesOf(block, style, width - column, front)
  const leading = Math.max(style.leading, labelStyle.leading)
  const baseline = Math.max(typesetter.baseline(style), typesetter.baseline(labelStyle))
  list.space(style.spaceBefore)
  list.anchor(block.id)
  for (let index = 0; index < Math.max(labels.length, values.length); index++) {
    const label = labels[index]
    const value = values[index]
    const marks = [
      ...(label?.marks ?? []).map(mark => moved(mark, x, baseline)),
      ...(value?.marks ?? []).map(mark => moved(mark, x + column, baseline)),
    ]
    const reports = value === undefined ? [] : [reportOf(value, block.id)]
    const breakCost = index === 0 ? breakCosts.afterHyphen : breakCosts.never
    list.add({ height: leading, marks, baseline, breakCost, reports, node: null })
  }
  list.space(last ? Math.max(style.spaceAfter, typesetter.style('body').spaceAfter) : style.spaceAfter)
}

function flowSummary(block: OpeningBlock, front: Front): void {
  const { list, typesetter, x, width } = front
  const style = typesetter.style('summary')
  const labelStyle = typesetter.style('summaryLabel')
  list.space(labelStyle.spaceBefore)
  list.anchor(block.id)
  inFrame(list, typesetter.design.summaryBox, { x, width, room: typesetter.design.page.height }, inside => {
    const common = { x: inside.x, block: block.id, node: null }
    const labelBaseline = typesetter.baseline(labelStyle)
    const label = block.label === '' ? [] : labelLines(block, labelStyle, inside.width, front)
    addLines(list, label, { ...common, baseline: labelBaseline, leading: labelStyle.leading })
    list.space(labelStyle.spaceAfter)
    if (label.length > 0) list.keep(breakCosts.never)
    const lines = linesOf(block, style, inside.width, front)
    addLines(list, lines, { ...common, baseline: typesetter.baseline(style), leading: style.leading })
  })
  list.space(style.spaceAfter)
}
