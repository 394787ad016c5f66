/** Lists that the program makes: of sections, figures and tables with their pages; of acronyms. */
import type { TextStyle } from '../design/types.ts'
import type { Glossary, Index } from '../publication/model.ts'
import { flowText, type Place } from './place.ts'
import { round } from './round.ts'
import { breakCosts, moved } from './rows.ts'
import type { Mark, Owner } from './types.ts'

/** Points that each level of an index moves in. */
const step = 12

export function flowIndex(node: Index, place: Place): void {
  flowTitle(node, place)
  const style: TextStyle = { ...place.typesetter.style('index'), align: 'left', indent: 0 }
  for (const [entry, { depth, label: number, text, target }] of node.entries.entries()) {
    // «Figura 3.», as its caption has it.
    const ending = place.typesetter.locale.captionSeparator.trimEnd()
    const label = node.of === 'sections' || number === '' || text === '' ? number : number + ending
    const inset = Math.min((depth - 1) * step, place.width / 4)
    const column = label === '' ? 0 : labelWidth(label, style, node.language, place)
    const page = place.typesetter.pageLabel(target)
    flowEntry(node, entry, { label, text, column, page, target }, style, {
      ...place,
      x: place.x + inset,
      width: place.width - inset,
    })
  }
  place.list.space(place.typesetter.style('body').spaceAfter)
}

export function flowGlossary(node: Glossary, place: Place): void {
  flowTitle(node, place)
  const style: TextStyle = { ...place.typesetter.style('glossary'), align: 'left', indent: 0 }
  const bold = { ...style, weight: 700 }
  const widths = node.entries.map(({ acronym }) => labelWidth(acronym, bold, node.language, place))
  const column = Math.min(Math.max(0, ...widths), place.width / 3)
  for (const [entry, { acronym, expansion }] of node.entries.entries())
    flowEntry(node, entry, { label: acronym, text: expansion, column, page: '', target: '' }, style, place)
  place.list.space(place.typesetter.style('body').spaceAfter)
}

function labelWidth(label: string, style: TextStyle, language: string, { typesetter }: Place): number {
  return typesetter.widths(label, style, language).most + style.size
}

function flowTitle(node: Index | Glossary, place: Place): void {
  const style = place.typesetter.style('indexTitle')
  const prefix = { text: node.title, owner: { kind: 'content', node, part: 'text' } } as const
  flowText(node, [], style, prefix, place)
  place.list.keep(breakCosts.never)
}

interface Entry {
  readonly label: string
  readonly text: string
  /** Width of the label's column. */
  readonly column: number
  /** '' for none. */
  readonly page: string
  readonly target: string
}

function flowEntry(
  node: Index | Glossary,
  entry: number,
  { label, text, column, page, target }: Entry,
  style: TextStyle,
  { list, typesetter, x, width }: Place,
): void {
  const { language } = node
  const owner: Owner = { kind: 'entry', node, entry, part: 'text' }
  const baseline = typesetter.baseline(style)
  const right = page === '' ? 0 : typesetter.widths(page, style, language).most + style.size / 2
  const named: TextStyle = node.type === 'glossary' ? { ...style, weight: 700 } : style
  const first =
    label === ''
      ? []
      : typesetter.setLabel(label, { ...owner, part: 'label' }, named, Math.max(column, style.size), language)
  const lines = typesetter.setLabel(text, owner, style, width - column - right, language)
  const count = Math.max(first.length, lines.length, 1)
  list.space(style.spaceBefore)
  for (let index = 0; index < count; index++) {
    const line = lines[index]
    const marks: Mark[] = (first[index]?.marks ?? []).map(mark => moved(mark, x, baseline))
    marks.push(...(line?.marks ?? []).map(mark => moved(mark, x + column, baseline)))
    const last = index === Math.max(lines.length, 1) - 1
    if (page !== '' && last) {
      const [number] = typesetter.setFurniture(page, owner, { ...style, align: 'right' }, width, language)
      marks.push(
        ...leader(column + (line?.end ?? 0), width - right, width, style).map(mark =>
          moved(mark, x, baseline),
        ),
      )
      marks.push(...(number?.marks ?? []).map(mark => moved(mark, x, baseline)))
    }
    if (target !== '')
      marks.push({
        kind: 'link',
        owner,
        x: round(x),
        y: 0,
        width: round(width),
        height: style.leading,
        target: { kind: 'block', id: target },
      })
    const breakCost = index === 0 ? 0 : breakCosts.never
    list.add({ height: style.leading, marks, baseline, breakCost, reports: [], node })
  }
  list.space(style.spaceAfter)
}

/** Side of a dot, and distance of two, relative to the size of the text. */
const dot = { side: 0.08, pitch: 0.5 }

/** Dots from the text to the page: drawn, so that nobody copies or hears them, at the same places in every line. */
function leader(from: number, to: number, width: number, { size, color }: TextStyle): readonly Mark[] {
  const pitch = size * dot.pitch
  const first = Math.ceil((width - to) / pitch)
  const last = Math.floor((width - from - size / 2) / pitch)
  if (last <= first) return []
  const side = round(size * dot.side)
  const owner: Owner = { kind: 'artifact', role: 'rule' }
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const x = round(width - (last - index) * pitch)
    return { kind: 'rule', owner, x, y: -side, width: side, height: side, color }
  })
}
