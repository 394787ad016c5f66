/** Links of a PDF and what they lead to (ISO 32000-1 12.3.2, 12.5.6.5, 12.6.4.7). */
import { type Dictionary, dictionary, list, textString, type Value } from './pdf-syntax.ts'
import type { Tree } from './pdf-tree.ts'

/** A point of a page, in points from its lower left corner: where a block begins, or a view of the page. */
export interface Start {
  readonly page: Dictionary
  readonly x: number
  readonly y: number
}

/** What a name leads to. */
export interface Destination {
  readonly view: Start
  /** Of the structure tree (ISO 32000-2 12.3.2.3); undefined where only a view is named. */
  readonly element: Dictionary | undefined
}

export interface Link {
  /** '' for a link inside the document. */
  readonly uri: string
  readonly destination: string
}

/** A link over several lines has an annotation on each; all must lead to one place. */
export function linkOf(element: Dictionary, { pdf, kids }: Tree): Link | undefined {
  const annotations = kids(element).flatMap(kid => ('annotation' in kid ? [kid.annotation] : []))
  if (annotations.length === 0) return undefined
  const uris = annotations.map(annotation => {
    const action = pdf.get(annotation.get('A'))
    const uri = action instanceof Map ? textString(pdf.get(action.get('URI'))) : ''
    return Buffer.from(uri, 'latin1').toString('utf8')
  })
  const destinations = annotations.map(annotation => textString(pdf.get(annotation.get('Dest'))))
  return { uri: [...new Set(uris)].join(' | '), destination: [...new Set(destinations)].join(' | ') }
}

/** A note's number is all that its reference has; an entry of contents has more. */
export function isNoteReference(link: Dictionary, { kids, type }: Tree): boolean {
  return kids(link).every(kid => 'annotation' in kid || ('element' in kid && type(kid.element) === 'Lbl'))
}

/** Named destinations: page, left and top, and the element if one is named. */
export function readDestinations({ pdf, catalogue }: Tree): ReadonlyMap<string, Destination> {
  const found = new Map<string, Destination>()
  const visit = (value: Value | undefined): void => {
    const node = pdf.get(value)
    if (!(node instanceof Map)) return
    for (const kid of list(pdf.get(node.get('Kids')))) visit(kid)
    const names = list(pdf.get(node.get('Names')))
    for (let at = 0; at + 1 < names.length; at += 2) {
      const target = pdf.get(names[at + 1])
      const [page, , x, y] = list(target instanceof Map ? pdf.get(target.get('D')) : target)
      const view = { page: dictionary(pdf.get(page)), x: Number(x ?? 0), y: Number(y ?? 0) }
      const element = pdf.get(list(target instanceof Map ? pdf.get(target.get('SD')) : null)[0])
      found.set(textString(names[at]), { view, element: element instanceof Map ? element : undefined })
    }
  }
  const names = pdf.get(catalogue.get('Names'))
  if (names instanceof Map) visit(names.get('Dests'))
  return found
}

/**
 * The block that a destination leads to: that of its element, if it begins on the page that is shown, below the upper
 * edge of the view; else the one that the view begins with.
 *
 * @param blocks - by element: its first block
 * @param starts - of each block
 */
export function targetOf(
  destination: Destination | undefined,
  blocks: ReadonlyMap<Dictionary, number>,
  starts: readonly (Start | undefined)[],
): number | undefined {
  if (destination === undefined) return undefined
  const { view, element } = destination
  const block = element === undefined ? undefined : blocks.get(element)
  const start = block === undefined ? undefined : starts.slice(block).find(one => one !== undefined)
  const isShown = start !== undefined && start.page === view.page && start.y <= view.y + 0.5
  return isShown ? block : nearest(view, starts)
}

/** The first below its upper edge. */
function nearest(view: Start, starts: readonly (Start | undefined)[]): number | undefined {
  let best: number | undefined
  let height = Number.NEGATIVE_INFINITY
  for (const [index, start] of starts.entries()) {
    if (start === undefined || start.page !== view.page || start.y > view.y + 0.5) continue
    if (start.y > height + 0.5) {
      height = start.y
      best = index
    }
  }
  return best
}
