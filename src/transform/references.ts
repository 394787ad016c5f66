/** Turns links to a place in the same document into cross-references. */
import type { Link, PhrasingContent, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import { numbered, sectionReference } from '../locale/labels.ts'
import type { Locale, QuoteStyle } from '../locale/types.ts'
import type { LabelReference } from '../read/nodes.ts'
import { slug } from '../text/fold.ts'
import { nearest } from '../text/nearest.ts'
import { plainText } from './content.ts'
import { crossReference, pageReference } from './nodes.ts'
import { isAnnex } from './numbering.ts'
import { innerQuotes, openingWords } from './opening-words.ts'
import { partsOf } from './parts.ts'

export interface ReferenceOptions {
  readonly locale: Locale
  /** Around a title that stands for a number. */
  readonly quotes: QuoteStyle
}

/**
 * `[text](#id)` becomes a cross-reference to the section or block with that id, or whose id is the same after
 * folding (`#Lucha-contra-la-Corrupción`). Where there is none the text stays, the link goes, with a warning.
 * `[@id]` gets the text that its target has in the document's language («Figura 3»); one without a target is an
 * error. Runs after `ids`, `numbering` and `captions`.
 */
export function references(options: ReferenceOptions) {
  return (tree: Root, file: VFile): void => {
    const targets: Targets = { ids: new Map(), notes: new Map(), named: [], guesses: mostGuesses, ...options }
    collect(tree, targets)
    resolveIn(tree, targets, file)
  }
}

/** Comparing every dead link with every section takes quadratic time, and nobody reads a thousand guesses. */
const mostGuesses = 100

interface Targets extends ReferenceOptions {
  readonly ids: Map<string, RootContent>
  /** By their names in lower case: `[@source]` means `[^source]` where no label says otherwise. */
  readonly notes: Map<string, RootContent>
  /** Those that an author may have meant: sections and labels. */
  readonly named: string[]
  /** Missing targets for which the nearest will still be looked for. */
  guesses: number
}

function collect(node: Root | RootContent, targets: Targets): void {
  const id = node.data?.id
  if (node.type === 'footnoteDefinition') {
    const name = node.label ?? node.identifier
    targets.notes.set(name.toLowerCase(), node)
    targets.named.push(name)
  }
  if (id !== undefined && node.type !== 'root') {
    // A section comes before its heading, which may have its label.
    if (!targets.ids.has(id)) targets.ids.set(id, node)
    if (node.type === 'section' || node.data?.attributes?.id === id) targets.named.push(id)
  }
  for (const part of partsOf(node)) for (const child of part) collect(child, targets)
}

function resolveIn(node: Root | RootContent, targets: Targets, file: VFile): void {
  for (const part of partsOf(node)) {
    const children: RootContent[] = []
    for (const child of part) {
      resolveIn(child, targets, file)
      if (child.type === 'labelReference') children.push(...labelled(child, targets, file))
      else if (child.type === 'link' && child.url.startsWith('#'))
        children.push(...resolved(child, targets, file))
      else children.push(child)
    }
    // Phrasing stands where phrasing stood.
    if (children.length !== part.length || children.some((child, at) => child !== part[at])) {
      part.splice(0, part.length, ...children)
    }
  }
}

function labelled(node: LabelReference, targets: Targets, file: VFile): readonly PhrasingContent[] {
  const target = targets.ids.get(node.target) ?? targets.notes.get(node.target.toLowerCase())
  if (target === undefined) {
    const guess = targets.guesses-- > 0 ? nearest(node.target, targets.named) : ''
    report(file, 'reference-missing', placeOf(node, file), { target: node.target, nearest: guess })
    return []
  }
  const { position } = node
  const placed = <N extends PhrasingContent>(made: N): N =>
    position === undefined ? made : { ...made, position }
  // A note's number is known once repeats are gone: `numberNotes` writes it.
  if (target.type === 'footnoteDefinition') {
    return [placed(crossReference(target.data?.id ?? node.target, []))]
  }
  const { text, exact } = wordsFor(target, targets)
  const reference = placed(crossReference(node.target, [placed({ type: 'text', value: text })]))
  return exact ? [reference] : [reference, placed(pageReference(node.target, targets.locale.pageReference))]
}

/** What a reference says; `exact` when a number leads readers there, so that they need no page. */
function wordsFor(target: RootContent, { locale, quotes }: Targets): { text: string; exact: boolean } {
  const { terms } = locale
  const [marks] = locale.quotes[quotes]
  const quoted = (title: string) =>
    `${marks?.open ?? ''}${innerQuotes(title, marks?.open ?? '')}${marks?.close ?? ''}`
  const number = target.data?.count
  if (target.type === 'section') {
    // «Anexo A», but «sección A.1».
    const text = isAnnex(target) ? target.number : sectionReference(target, locale, quotes)
    return { text, exact: target.number !== '' }
  }
  if (target.type === 'figure' || target.type === 'table') {
    const word = target.type === 'figure' ? terms.figure : terms.table
    return {
      text: number === undefined ? word.toLowerCase() : numbered(word, number),
      exact: number !== undefined,
    }
  }
  if (target.type === 'box') {
    const title = target.title.map(plainText).join('').replace(/\s+/g, ' ').trim()
    return { text: quoted(title || terms.box[target.kind]), exact: false }
  }
  const opening = openingWords(plainText(target), locale)
  return { text: opening === '' ? terms.page : quoted(`${opening}…`), exact: false }
}

function resolved(link: Link, targets: Targets, file: VFile): readonly PhrasingContent[] {
  const wanted = link.url.slice(1)
  const target = [wanted, slug(wanted)].find(id => targets.ids.has(id))
  if (target === undefined) {
    const guess = targets.guesses-- > 0 ? nearest(wanted, targets.named) : ''
    report(file, 'link-target-missing', placeOf(link, file), { target: wanted, nearest: guess })
    return link.children
  }
  const reference = crossReference(target, link.children)
  if (link.position !== undefined) reference.position = link.position
  return [reference]
}
