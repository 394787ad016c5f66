/** A finished PDF as assistive technology reads it: by its structure tree (ISO 32000-1 14.7, 14.8; ISO 14289-1). */
import { cellName, grid, type Heads } from './grid.ts'
import { type Page, readPages, type Shown } from './pdf-content.ts'
import {
  type Dictionary,
  dictionary,
  list,
  nameOf,
  type Pdf,
  readObjects,
  textString,
  type Value,
} from './pdf-objects.ts'
import { type BlockKind, composer, type Piece, type Reading } from './sequence.ts'

interface Style {
  readonly marks: readonly string[]
  readonly language: string
  readonly page: Value | undefined
}

/** Where a block begins: the first thing that it shows. */
interface Start {
  readonly page: Dictionary
  readonly x: number
  readonly y: number
}

interface Link {
  /** '' for a link inside the document. */
  readonly uri: string
  readonly destination: string
}

const inlineTypes = new Set([
  'Span',
  'Em',
  'Strong',
  'Code',
  'Quote',
  'Link',
  'Reference',
  'Annot',
  'Lbl',
  'NonStruct',
])

/** Types that are read by their own names: of PDF 2.0 (ISO 32000-2 14.8.4), and the title of a box. */
const known = new Set(['Title', 'Em', 'Strong', 'Aside', 'BoxTitle'])

/** @throws for a file without a structure tree, or with content that its tree names and no page has */
export function readPdf(bytes: Uint8Array): Reading {
  const pdf = readObjects(bytes)
  const catalogue = dictionary(pdf.get(pdf.trailer.get('Root')))
  const tree = pdf.get(catalogue.get('StructTreeRoot'))
  if (!(tree instanceof Map)) throw new Error('the file has no structure tree')
  const roles = pdf.get(tree.get('RoleMap'))
  const pages = readPages(pdf)
  const pageOf = new Map(pages.map(page => [page.dictionary, page]))
  const destinations = readDestinations(pdf, catalogue)
  const documentLanguage = textString(pdf.get(catalogue.get('Lang')))

  const into = composer()
  const starts: (Start | undefined)[] = []
  let pending: Piece[] = []
  let start: Start | undefined
  let emblem = ''
  let titled = false
  let _noteCount = 0

  const flush = (kind: BlockKind = 'paragraph', fact = '') => {
    const pieces = pending
    pending = []
    const first = start
    start = undefined
    const said = pieces.filter(({ text }) => text.trim() !== '')
    if (kind === 'paragraph' && said.length === 0) return
    starts[into.next()] = first
    // A block of code is a paragraph with an element for code, and nothing else.
    if (kind !== 'paragraph' || !said.every(({ marks }) => marks.includes('code')))
      return into.block(kind, pieces, fact)
    into.block(
      'code',
      pieces.map(piece => ({ ...piece, marks: piece.marks.filter(mark => mark !== 'code') })),
    )
  }

  function kids(element: Dictionary): readonly Value[] {
    return list(pdf.get(element.get('K')))
  }
  function type(element: Dictionary): string {
    const name = nameOf(pdf.get(element.get('S')))
    if (known.has(name) || !(roles instanceof Map)) return name
    const role = pdf.get(roles.get(name))
    return role === null ? name : nameOf(role)
  }
  function attributes(element: Dictionary): ReadonlyMap<string, Value> {
    const all = list(pdf.get(element.get('A'))).map(value => pdf.get(value))
    return new Map(all.flatMap(value => (value instanceof Map ? [...value] : [])))
  }
  function shown(page: Value | undefined, mcid: number): Shown & { readonly page: Page } {
    const own = pageOf.get(dictionary(pdf.get(page)))
    const found = own?.marked.get(mcid)
    if (own === undefined || found === undefined) throw new Error(`no page shows content ${mcid}`)
    return { ...found, page: own }
  }
  function say(page: Value | undefined, mcid: number, { marks, language }: Style): void {
    const { text, x, y, page: own } = shown(page, mcid)
    if (start === undefined && x !== -1) start = { page: own.dictionary, x, y }
    pending.push({ text, marks: language === documentLanguage ? marks : [...marks, `language ${language}`] })
  }
  function elementsOf(parent: Dictionary): readonly Dictionary[] {
    return kids(parent).flatMap(kid => {
      const value = pdf.get(kid)
      return value instanceof Map && value.has('S') ? [value] : []
    })
  }
  /** What lies in an element: content, elements, annotations. */
  function fill(element: Dictionary, style: Style): void {
    const page = element.get('Pg') ?? style.page
    const own = { ...style, page }
    for (const kid of kids(element)) {
      const value = pdf.get(kid)
      if (typeof value === 'number') say(page, value, own)
      else if (value instanceof Map && nameOf(value.get('Type')) === 'MCR') {
        say(value.get('Pg') ?? page, Number(value.get('MCID')), own)
      } else if (value instanceof Map && value.has('S')) visit(value, own)
    }
  }
  function visit(element: Dictionary, outer: Style) {
    const name = type(element)
    const language = element.has('Lang') ? textString(pdf.get(element.get('Lang'))) : outer.language
    const style = { ...outer, language, page: element.get('Pg') ?? outer.page }
    if (inlineTypes.has(name)) return inline(name, element, style)
    if (name === 'Figure' && isInline(element))
      return sayText(`⟦picture ${textString(pdf.get(element.get('Alt')))}⟧`, style)
    if (name !== 'Note') flush()
    block(name, element, style)
    if (name !== 'Note') flush()
  }
  function sayText(text: string, { marks, language }: Style) {
    pending.push({ text, marks: language === documentLanguage ? marks : [...marks, `language ${language}`] })
  }
  function isInline(figure: Dictionary): boolean {
    return nameOf(attributes(figure).get('Placement')) !== 'Block'
  }

  function inline(name: string, element: Dictionary, style: Style) {
    const link = linkOf(element)
    if (name === 'Link' && link !== undefined) {
      const own = [...style.marks, ...(link.uri === '' ? [] : [`link ${link.uri}`])]
      const from = pending.length
      fill(element, { ...style, marks: own })
      if (link.uri !== '') return
      const isNote = isNoteReference(element)
      const pieces = pending.splice(from)
      for (const piece of pieces) {
        pending.push(
          isNote
            ? { text: piece.text, marks: ['note'], target: link.destination }
            : { ...piece, target: link.destination },
        )
      }
      return
    }
    const mark = markOf(name, element)
    fill(element, mark === '' ? style : { ...style, marks: [...style.marks, mark] })
  }
  /** A note's number is all that its reference has; an entry of contents has more. */
  function isNoteReference(link: Dictionary): boolean {
    return kids(link).every(kid => {
      const value = pdf.get(kid)
      return value instanceof Map && (nameOf(value.get('Type')) === 'OBJR' || type(value) === 'Lbl')
    })
  }
  /** A link over several lines has an annotation on each; all must lead to one place. */
  function linkOf(element: Dictionary): Link | undefined {
    const annotations = kids(element).flatMap(kid => {
      const value = pdf.get(kid)
      const isAnnotation = value instanceof Map && nameOf(value.get('Type')) === 'OBJR'
      return isAnnotation ? [dictionary(pdf.get(value.get('Obj')))] : []
    })
    if (annotations.length === 0) return undefined
    const uris = annotations.map(annotation => {
      const action = pdf.get(annotation.get('A'))
      const uri = action instanceof Map ? textString(pdf.get(action.get('URI'))) : ''
      return Buffer.from(uri, 'latin1').toString('utf8')
    })
    const destinations = annotations.map(annotation => textString(pdf.get(annotation.get('Dest'))))
    return { uri: [...new Set(uris)].join(' | '), destination: [...new Set(destinations)].join(' | ') }
  }
  function markOf(name: string, element: Dictionary): string {
    const own: Readonly<Record<string, string>> = { Em: 'emphasis', Strong: 'strong', Code: 'code' }
    if (own[name] !== undefined) return own[name]
    const found = attributes(element)
    const decoration = nameOf(found.get('TextDecorationType'))
    const shift = found.get('BaselineShift')
    if (decoration === 'LineThrough') return 'strike'
    if (decoration === 'Underline') return 'underline'
    if (found.has('BackgroundColor')) return 'highlight'
    if (typeof shift === 'number') return shift > 0 ? 'superscript' : 'subscript'
    return element.has('E') ? `expansion ${textString(pdf.get(element.get('E')))}` : ''
  }

  function block(name: string, element: Dictionary, style: Style) {
    const position = into.position()
    const leaf = (kind: BlockKind, fact = '') => {
      fill(element, style)
      flush(kind, fact)
    }
    const level = /^H([1-9])$/.exec(name)?.[1]
    if (level !== undefined) return leaf('heading', level)
    if (name === 'Title') {
      titled = true
      return leaf('title')
    }
    if (name === 'P') return leaf('paragraph')
    if (name === 'BoxTitle') return leaf('box title')
    if (name === 'Caption') return leaf('caption')
    if (name === 'Figure') return figure(element, style)
    if (name === 'Sect') {
      const headed = elementsOf(element)
        .slice(0, 1)
        .some(first => /^H[1-9]$/.test(type(first)))
      return into.inside({ section: position.section + (headed ? 1 : 0) }, () => fill(element, style))
    }
    if (name === 'BlockQuote')
      return into.inside({ quotations: position.quotations + 1 }, () => fill(element, style))
    if (name === 'Aside') return into.inside({ box: true }, () => fill(element, style))
    if (name === 'L') return listed(element, style)
    if (name === 'TOC') return into.inside({ items: position.items + 1 }, () => contents(element, style))
    if (name === 'Table') return table(element, style)
    if (name === 'Note') return noted(element, style)
    fill(element, style)
  }

  function figure(element: Dictionary, style: Style): void {
    fill(element, { ...style, marks: [] })
    pending = []
    const [, , , top] = list(attributes(element).get('BBox'))
    if (start !== undefined && typeof top === 'number') start = { ...start, y: top }
    const alternative = textString(pdf.get(element.get('Alt')))
    if (titled) flush('figure', alternative)
    else emblem = alternative
    start = undefined
  }

  function listed(element: Dictionary, style: Style): void {
    const numbering = nameOf(attributes(element).get('ListNumbering'))
    const { items } = into.position()
    for (const child of elementsOf(element)) {
      if (type(child) === 'Caption') {
        fill(child, style)
        flush('list title')
      } else if (numbering === 'None') described(child, style)
      else into.inside({ items: items + 1 }, () => item(child, style))
    }
  }
  /** Terms and what is said of them. */
  function described(element: Dictionary, style: Style): void {
    const own = { ...style, page: element.get('Pg') ?? style.page }
    for (const part of elementsOf(element)) {
      if (type(part) === 'Lbl') {
        fill(part, { ...own, language: languageOf(part, own) })
        flush('term')
      } else into.inside({ description: true }, () => visit(part, own))
    }
  }
  function item(element: Dictionary, outer: Style): void {
    const style = { ...outer, language: languageOf(element, outer), page: element.get('Pg') ?? outer.page }
    for (const part of elementsOf(element)) {
      if (type(part) !== 'Lbl') {
        visit(part, style)
        continue
      }
      const alternative = textString(pdf.get(part.get('Alt')))
      fill(part, style)
      const text = pending
        .map(piece => piece.text)
        .join('')
        .trim()
      pending = []
      start = undefined
      into.marker(alternative || (/^\d/.test(text) ? text : '•'))
    }
  }
  function languageOf(element: Dictionary, style: Style): string {
    return element.has('Lang') ? textString(pdf.get(element.get('Lang'))) : style.language
  }
  function contents(element: Dictionary, style: Style) {
    for (const child of elementsOf(element)) {
      const name = type(child)
      if (name === 'Caption') {
        into.inside({ items: into.position().items - 1 }, () => {
          fill(child, style)
          flush('list title')
        })
      } else if (name === 'TOC')
        into.inside({ items: into.position().items + 1 }, () => contents(child, style))
      else {
        const own = { ...style, language: languageOf(child, style), page: child.get('Pg') ?? style.page }
        const parts = elementsOf(child)
        for (const part of parts) if (type(part) !== 'TOC') visit(part, own)
        entry()
        for (const part of parts) {
          if (type(part) === 'TOC')
            into.inside({ items: into.position().items + 1 }, () => contents(part, own))
        }
      }
    }
  }
  /** The page's number, which the list of exceptions names, ends an entry. */
  function entry(): void {
    const last = pending.findLastIndex(({ text }) => text.trim() !== '')
    pending = pending.map((piece, index) =>
      index === last ? { ...piece, text: piece.text.replace(/\s+\S+\s*$/, '') } : piece,
    )
    flush('entry')
  }

  function table(element: Dictionary, style: Style): void {
    const cells = grid()
    let begun = false
    for (const part of elementsOf(element)) {
      const name = type(part)
      if (name === 'Caption') {
        visit(part, style)
        continue
      }
      if (!begun) into.block('table', [])
      begun = true
      for (const row of name === 'TR' ? [part] : elementsOf(part)) {
        cells.row()
        for (const cell of elementsOf(row)) tableCell(cell, { ...style, page: row.get('Pg') ?? style.page })
      }
    }
    function tableCell(cell: Dictionary, outer: Style): void {
      const found = attributes(cell)
      const span = { rows: Number(found.get('RowSpan') ?? 1), columns: Number(found.get('ColSpan') ?? 1) }
      const scope = nameOf(found.get('Scope'))
      const heads: Heads =
        type(cell) !== 'TH' ? 'none' : scope === 'Both' ? 'both' : scope === 'Row' ? 'row' : 'column'
      into.inside({ cell: cellName(cells.place(span), span, heads), items: 0, quotations: 0 }, () => {
        into.block('cell', [])
        fill(cell, { ...outer, language: languageOf(cell, outer) })
        flush()
      })
    }
  }

  /** A note stands where it is referred to; the paragraph around it goes on behind it. */
  function noted(element: Dictionary, style: Style): void {
    const held = { pending, start }
    pending = []
    start = undefined
    _noteCount++
    const [label] = elementsOf(element)
    let number = ''
    if (label !== undefined && type(label) === 'Lbl') {
      fill(label, style)
      number = pending
        .map(piece => piece.text)
        .join('')
        .trim()
      pending = []
      start = undefined
    }
    into.inside(
      {
        ...into.position(),
        note: number,
        section: 0,
        items: 0,
        quotations: 0,
        cell: '',
        box: false,
        description: false,
      },
      () => {
        for (const part of elementsOf(element))
          if (part !== label) visit(part, { ...style, language: documentLanguage })
      },
    )
    pending = held.pending
    start = held.start
  }

  fill(tree, { marks: [], language: documentLanguage, page: undefined })
  flush()
  const information = pdf.get(pdf.trailer.get('Info'))
  const fact = (key: string) => (information instanceof Map ? textString(pdf.get(information.get(key))) : '')
  const core = {
    title: fact('Title'),
    language: documentLanguage,
    creator: fact('Author'),
    summary: fact('Subject'),
    keywords: fact('Keywords').replaceAll(', ', '; '),
    emblem,
  }
  return { core, blocks: into.finish(target => nearest(destinations.get(target), starts)) }
}

/** The block that a view of a page begins with: the first below its upper edge. */
function nearest(view: Start | undefined, starts: readonly (Start | undefined)[]): number | undefined {
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

/** Named destinations (12.3.2.3): page, left and top. */
function readDestinations(pdf: Pdf, catalogue: Dictionary): ReadonlyMap<string, Start> {
  const found = new Map<string, Start>()
  const visit = (value: Value | undefined): void => {
    const node = pdf.get(value)
    if (!(node instanceof Map)) return
    for (const kid of list(pdf.get(node.get('Kids')))) visit(kid)
    const names = list(pdf.get(node.get('Names')))
    for (let at = 0; at + 1 < names.length; at += 2) {
      const target = pdf.get(names[at + 1])
      const [page, , x, y] = list(target instanceof Map ? pdf.get(target.get('D')) : target)
      found.set(textString(names[at]), {
        page: dictionary(pdf.get(page)),
        x: Number(x ?? 0),
        y: Number(y ?? 0),
      })
    }
  }
  const names = pdf.get(catalogue.get('Names'))
  if (names instanceof Map) visit(names.get('Dests'))
  return found
}
