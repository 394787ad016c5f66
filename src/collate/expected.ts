/** What the file of a format must say: the publication in the neutral form, with what `publication/exceptions.ts` allows it. */
import type { Format } from '../publication/exceptions.ts'
import { descriptionOf } from '../publication/metadata.ts'
import type { Block as Node, Place, Publication } from '../publication/model.ts'
import type { OpeningBlock } from '../publication/opening.ts'
import { isLeftOut, isReduced, reduced, toldPosition } from './allowed.ts'
import { inlines, own, type TextContext } from './expected-text.ts'
import { grid } from './grid.ts'
import {
  type Block,
  type BlockKind,
  type Composer,
  type Core,
  composer,
  loose,
  type Piece,
  unindented,
  withoutLook,
} from './sequence.ts'

/** A document as its files should carry it. */
export interface Document {
  readonly publication: Publication
  readonly opening: readonly OpeningBlock[]
  /** Alternative text of the template's emblem, '' without one. */
  readonly emblem: string
  /** Where the organisation's name in the letterhead leads; '' for nowhere. */
  readonly organisationLink: string
  /** Between «Figura 3» and its caption. */
  readonly captionSeparator: string
  /** Where pages have captions; a structure tree has a table's first and a figure's last, wherever they stand. */
  readonly captionAbove: { readonly figure: boolean; readonly table: boolean }
  /** Its first page is a house's own, which says in its own order what the opening says. */
  readonly inHouse: boolean
  /** Footnotes begin with 1 on each page, where there are pages. */
  readonly notesByPage: boolean
  /** What a check box of a task list is called. */
  readonly tasks: { readonly open: string; readonly done: string }
}

export interface Expected {
  readonly core: Core
  readonly blocks: readonly Block[]
  /** Of each block, in the same order. */
  readonly places: readonly Place[]
  /** How many blocks of the opening may stand in any order and look. */
  readonly free: number
}

interface Context extends TextContext {
  readonly document: Document
  readonly into: Composer
  /** Adds a block and remembers where its text stands in the source. */
  readonly add: (kind: BlockKind, pieces: readonly Piece[], place: Place, fact?: string) => void
}

export function expected(document: Document, format: Format): Expected {
  const { publication, opening, emblem } = document
  const { metadata, tree } = publication
  const into = composer()
  const places: Place[] = []
  const noteNumbers = new Map(tree.notes.map(({ id, number }) => [id, number]))
  const context: Context = {
    format,
    language: metadata.language,
    document,
    into,
    add(kind, pieces, place, fact) {
      if (isLeftOut(kind, format)) return
      const before = into.next()
      const told = pieces.map(piece => reduced(piece, format))
      if (kind === 'paragraph' && isReduced('paragraph of code', format) && isCode(told)) {
        into.block(
          'code',
          unindented(told).map(piece => ({ ...piece, marks: piece.marks.filter(mark => mark !== 'code') })),
        )
      } else into.inside(toldPosition(kind, into.position(), format), () => into.block(kind, told, fact))
      // What says nothing is no block.
      if (into.next() > before) places.push(place)
    },
    number: target => noteNumbers.get(target) ?? '',
  }
  for (const block of opening) addOpening(block, context)
  const free = document.inHouse && format === 'docx' ? places.length : 0
  addAll(tree.children, context)
  for (const note of tree.notes) add(note, context)
  const { title, language, keywords } = metadata
  const summary = descriptionOf(publication)
  const creator = (metadata.authors.length > 0 ? metadata.authors : [metadata.organisation]).join('; ')
  const { date } = metadata
  const blocks = into.finish()
  const core = { title, language, creator, summary, keywords: keywords.join('; '), date, emblem }
  return { core, blocks: isReduced('table in list', format) ? loose(blocks) : blocks, places, free }
}

/** Are notes of a format numbered on each page? */
export function numbersByPage({ notesByPage }: Document, format: Format): boolean {
  return notesByPage && !isReduced('number on its page', format)
}

function isCode(pieces: readonly Piece[]): boolean {
  const said = pieces.filter(({ text }) => text.trim() !== '')
  return said.length > 0 && said.every(({ marks }) => marks.includes('code'))
}

function addOpening({ role, label, children, place, id }: OpeningBlock, context: Context) {
  const capitals =
    isReduced('status mark', context.format) && (role === 'draftMark' || role === 'classification')
  const { organisationLink } = context.document
  const linked = role === 'organisation' && organisationLink !== ''
  const marks =
    linked && !isLeftOut('link of the organisation', context.format) ? [`link ${organisationLink}`] : []
  const text = inlines(children, context, marks).map(piece =>
    capitals ? { ...piece, text: piece.text.toUpperCase() } : piece,
  )
  context.into.anchor(id)
  if (role === 'title') return context.add('title', text, place)
  if (label === '') return context.add('paragraph', text, place)
  const labelled: readonly Piece[] = [{ text: label, marks: [] }]
  context.add(role === 'field' ? 'term' : 'paragraph', labelled, place)
  context.into.inside({ description: role === 'field' }, () => context.add('paragraph', text, place))
}

function addAll(nodes: readonly Node[], context: Context): void {
  for (const node of nodes) add(node, context)
}

function add(node: Node, context: Context): void {
  context.into.anchor(node.id)
  // The handler's type follows from the node's.
  const handler = blockHandlers[node.type] as (node: Node, context: Context) => void
  handler(node, context)
}

const look = { nothing: 'how a page looks' } as const

const blockHandlers = {
  section(node, context) {
    const { kind, depth } = node.section
    context.into.inside({ section: kind === 'lead' ? 0 : depth }, () => addAll(node.children, context))
  },
  heading(node, context) {
    const number = node.number === '' ? [] : [{ text: `${node.number} `, marks: [] }]
    const all = inlines(node.children, context, own(node, context))
    const byHand =
      node.depth !== node.look && isReduced('emphasis in a heading of a skipped level', context.format)
    const words = byHand ? all.map(piece => ({ ...piece, marks: piece.marks.filter(isNoLook) })) : all
    const look = isReduced('emphasis of a whole heading', context.format)
    context.add(
      'heading',
      [...number, ...(look ? withoutLook(words) : words)],
      node.place,
      String(node.depth),
    )
  },
  paragraph(node, context) {
    const marks = node.role === 'inner-heading' ? ['strong', ...own(node, context)] : own(node, context)
    const styled = node.role !== 'body' && isReduced('nested quotation', context.format)
    context.into.inside(styled ? { quotations: 0 } : {}, () =>
      context.add('paragraph', inlines(node.children, context, marks), node.place),
    )
  },
  list(node, context) {
    const { items } = context.into.position()
    const { tasks } = context.document
    const styled = isReduced('list in quotation', context.format)
    context.into.inside({ items: items + 1, ...(styled ? { quotations: 0 } : {}) }, () => {
      for (const [index, item] of node.children.entries()) {
        context.into.anchor(item.id)
        const task = item.task === 'done' ? tasks.done : tasks.open
        const marker = node.ordered ? `${node.start + index}.` : '•'
        context.into.marker(item.task === 'none' ? marker : task)
        addAll(item.children, context)
      }
    })
  },
  listItem: (node, context) => addAll(node.children, context),
  blockquote(node, context) {
    const { quotations } = context.into.position()
    const styled = isReduced('nested quotation', context.format) ? { description: false } : {}
    context.into.inside({ quotations: quotations + 1, ...styled }, () => addAll(node.children, context))
  },
  thematicBreak: (node, context) => context.add('rule', [], node.place),
  code(node, context) {
    const isOneLine = isReduced('lines of code', context.format)
    const value = isOneLine ? node.value.replace(/\s*\n\s*/g, ' ').trim() : node.value
    context.add('code', [{ text: value, marks: own(node, context) }], node.place)
  },
  figure(node, context) {
    const isAbove = context.document.captionAbove.figure && context.format === 'docx'
    if (isAbove) caption(node, context)
    if (!node.decorative) context.add('figure', [], node.place, node.alternative)
    if (!isAbove) caption(node, context)
  },
  table(node, context) {
    const isAbove = context.document.captionAbove.table || context.format === 'pdf'
    if (isAbove) caption(node, context)
    context.add('table', [], node.place)
    const cells = grid()
    const isOnlyColumn = isReduced('both', context.format)
    for (const row of node.children) {
      cells.row()
      for (const cell of row.children) {
        const span = { rows: cell.rowSpan, columns: cell.columnSpan }
        const isEmpty = cell.children.length === 0 && isReduced('empty head', context.format)
        const heads = isEmpty ? 'none' : cell.heads === 'both' && isOnlyColumn ? 'column' : cell.heads
        context.into.inside({ cell: cells.place({ span, heads }), items: 0, quotations: 0 }, () => {
          context.into.anchor(cell.id)
          context.add('cell', [], cell.place)
          addAll(cell.children, context)
        })
      }
    }
    context.add('table heads', [{ text: cells.heads(), marks: [] }], node.place)
    if (!isAbove) caption(node, context)
    addAll(node.note, context)
  },
  tableRow: (node, context) => addAll(node.children, context),
  tableCell: (node, context) => addAll(node.children, context),
  footnoteDefinition(node, context) {
    context.into.inside({ note: node.number, section: 0 }, () => addAll(node.children, context))
  },
  definitionList: (node, context) => addAll(node.children, context),
  definitionTerm: (node, context) =>
    context.add('term', inlines(node.children, context, own(node, context)), node.place),
  definitionDescription(node, context) {
    const styled = isReduced('nested quotation', context.format) ? { quotations: 0 } : {}
    context.into.inside({ description: true, ...styled }, () => addAll(node.children, context))
  },
  box(node, context) {
    const styled = isReduced('table in list', context.format) ? { items: 0 } : {}
    const kind = isReduced('kind of box', context.format) ? 'box' : node.kind
    context.into.inside({ box: kind, ...styled }, () => {
      context.add('box title', inlines(node.title, context, own(node, context)), node.place)
      addAll(node.children, context)
    })
  },
  columns: (node, context) => addAll(node.children, context),
  pageBreak: () => look,
  index(node, context) {
    context.add('list title', [{ text: node.title, marks: [] }], node.place)
    for (const { label, text, depth, target } of node.entries) {
      const separator =
        node.of === 'sections' || label === '' || text === '' ? ' ' : context.document.captionSeparator
      context.into.inside({ items: depth }, () =>
        context.add('entry', [{ text: `${label}${separator}${text}`, marks: [], target }], node.place),
      )
    }
  },
  glossary(node, context) {
    context.add('list title', [{ text: node.title, marks: [] }], node.place)
    for (const { acronym, expansion } of node.entries) {
      context.add('term', [{ text: acronym, marks: [] }], node.place)
      context.into.inside({ description: true }, () =>
        context.add('paragraph', [{ text: expansion, marks: [] }], node.place),
      )
    }
  },
  signature: (node, context) => addAll(node.children, context),
  address: (node, context) => addAll(node.children, context),
} satisfies {
  readonly [Type in Node['type']]: (node: Extract<Node, { type: Type }>, context: Context) => void
}

const isNoLook = (mark: string) => mark !== 'strong' && mark !== 'emphasis'

function caption(node: Extract<Node, { type: 'figure' | 'table' }>, context: Context): void {
  const { label, place } = node
  if (label === '' && node.caption.length === 0) return
  const text = inlines(node.caption, context, own(node, context))
  const ending = text.length === 0 ? '' : context.document.captionSeparator
  context.add('caption', [{ text: label === '' ? '' : `${label}${ending}`, marks: [] }, ...text], place)
}
