/** Links of a PDF and what they lead to (ISO 32000-1 12.3.2, 12.5.6.5, 12.6.4.7). */
import { type Dictionary, dictionary, list, textString, type Value } from './pdf-syntax.ts'
import type { Tree } from './pdf-tree.ts'

/** A point of a page, in points from its lower left corner: where a block begins, or a view of the page. */
export interface Start {
  readonly page: Dictionary
  readonly x: number
  readonly y: number
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

/** Named destinations: page, left and top. */
export function readDestinations({ pdf, catalogue }: Tree): ReadonlyMap<string, Start> {
  const found = new Map<string, Start>()
  const visit = (value: Value | undefined): void => {
    const node = pdf.get(value)
    if (!(node instanceof Map)) return
    for (const kid of list(pdf.get(node.get('Kids')))) visit(kid)
    const names = list(pdf.get(node.get('Names')))
    for (let at = 0; at + 1 < names.length; at += 2) {
      const target = pdf.get(names[at + 1])
      const [page, , x, y] = list(target instanceof Map ? pdf.get(target.get('D')) : target)
      const view = { page: dictionary(pdf.get(page)), x: Number(x ?? 0), y: Number(y ?? 0) }
      found.set(textString(names[at]), view)
    }
  }
  const names = pdf.get(catalogue.get('Names'))
  if (names instanceof Map) visit(names.get('Dests'))
  return found
}

/** The block that a view of a page begins with: the first below its upper edge. */
export function nearest(view: Start | undefined, starts: readonly (Start | undefined)[]): number | undefined {
  if (view === undefined) return undefined
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
