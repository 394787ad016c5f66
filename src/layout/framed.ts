/** Boxes with a title, definition lists, signatures and addresses. */
import type {
  Address,
  BoxBlock,
  DefinitionDescription,
  DefinitionList,
  DefinitionTerm,
  Signature,
} from '../publication/model.ts'
import { flowText, held, inFrame, type Place, together } from './place.ts'
import { breakCosts } from './rows.ts'

/** A box no higher than this part of a page is better not cut. */
const smallBox = 4
/** Lines of a first paragraph that only lead in to what follows: «Deben presentarse:». */
const leadIn = 2

export function flowBox(node: BoxBlock, place: Place): void {
  const { list, typesetter } = place
  const box = typesetter.design.boxes[node.kind]
  const title = typesetter.style('boxTitle')
  const style = typesetter.style('box')
  list.space(Math.max(style.spaceBefore, typesetter.style('body').spaceAfter))
  const fill = () =>
    inFrame(list, box, place, inside => {
      const within = { ...place, ...inside, text: 'box', spaceAfter: null, turns: false } as const
      flowText(node, node.title, { ...title, spaceBefore: 0, color: box.titleColor }, null, within)
      list.keep(breakCosts.never)
      const [first, ...others] = node.children
      const begun = list.rows.length
      if (first !== undefined) place.flow([first], within)
      // A title with a line or two at a page's foot announces what the reader does not see.
      const leads = first?.type === 'paragraph' && others.length > 0
      if (leads && list.rows.length - begun <= leadIn) list.keep(breakCosts.inSmallFrame)
      place.flow(others, within)
    })
  held(list, fill, typesetter.design.page.height / smallBox, breakCosts.inSmallFrame)
  list.space(Math.max(style.spaceAfter, typesetter.style('body').spaceAfter))
}

export function flowDefinitions(node: DefinitionList, place: Place): void {
  place.list.anchor(node.id)
  place.flow(node.children, place)
  place.list.space(place.typesetter.style('body').spaceAfter)
}

export function flowTerm(node: DefinitionTerm, place: Place): void {
  flowText(node, node.children, place.typesetter.style('term'), null, place)
  place.list.keep(breakCosts.never)
}

export function flowDescription(node: DefinitionDescription, place: Place): void {
  const { insetLeft, insetRight } = place.typesetter.style('description')
  place.list.anchor(node.id)
  const x = place.x + insetLeft
  const width = place.width - insetLeft - insetRight
  const prose = place.text === 'body' || place.text === 'quotation' || place.text === 'list'
  const text = prose ? ('description' as const) : place.text
  place.flow(node.children, { ...place, x, width, text, spaceAfter: null, turns: false })
}

/** Space to sign in, lines of text, and the longest that the rule under it is, points. */
const signatureLines = 3
const signatureRule = 200

export function flowSignature(node: Signature, place: Place): void {
  const { list, typesetter, x, width } = place
  const { furniture } = typesetter.design
  const style = typesetter.style('signature')
  const room = signatureLines * style.leading
  const long = Math.min(signatureRule, width)
  const free = width - long
  const left = x + (style.align === 'center' ? free / 2 : style.align === 'right' ? free : 0)
  const owner = { kind: 'artifact', role: 'rule' } as const
  const height = Math.max(furniture.ruleWidth, 0.5)
  const rule = { kind: 'rule', owner, x: left, y: room, width: long, height, color: style.color } as const
  const around = typesetter.style('body').spaceAfter
  list.space(Math.max(style.spaceBefore, around))
  list.anchor(node.id)
  // Nobody signs a page without text.
  list.keep(breakCosts.afterHyphen)
  together(list, () => {
    list.add({ height: room + 3, marks: [rule], baseline: room, breakCost: 0, reports: [], node })
    for (const child of node.children)
      flowText(child, child.children, { ...style, spaceBefore: 0, spaceAfter: 0 }, null, place)
  })
  list.space(Math.max(style.spaceAfter, around))
}

export function flowAddress(node: Address, place: Place): void {
  const { list, typesetter } = place
  const style = typesetter.style('address')
  const around = typesetter.style('body').spaceAfter
  list.space(Math.max(style.spaceBefore, around))
  list.anchor(node.id)
  together(list, () => {
    for (const child of node.children)
      flowText(child, child.children, { ...style, spaceBefore: 0, spaceAfter: 0 }, null, place)
  })
  list.space(Math.max(style.spaceAfter, around))
}
