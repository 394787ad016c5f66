/** A finished PDF as assistive technology reads it: by its structure tree (ISO 32000-1 14.7, 14.8; ISO 14289-1). */
import { grid, type Heads } from './grid.ts'
import { isNoteReference, linkOf, readDestinations, type Start, targetOf } from './pdf-links.ts'
import { readMetadata } from './pdf-metadata.ts'
import { type Dictionary, list, nameOf, textString, type Value } from './pdf-syntax.ts'
import { readTree } from './pdf-tree.ts'
import { type BlockKind, composer, type Piece, type Reading, unindented } from './sequence.ts'

interface Style {
  readonly marks: readonly string[]
  readonly language: string
  readonly page: Value | undefined
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

/**
 * @param notesByPage - their numbers begin anew on each page: they are counted, and each must be that of its call
 * @throws for a file without a structure tree, or with content that its tree names and no page has
 */
export function readPdf(bytes: Uint8Array, notesByPage = false): Reading {
  const tree = readTree(bytes)
  const { type, elements: elementsOf, attributes, language: documentLanguage } = tree
  const destinations = readDestinations(tree)

  const into = composer()
  const starts: (Start | undefined)[] = []
  const firstBlocks = new Map<Dictionary, number>()
  let pending: Piece[] = []
  let start: Start | undefined
  let emblem = ''
  let titled = false
  const noteNumber = notesByPage ? counted() : (text: string) => text

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
      unindented(pieces).map(piece => ({ ...piece, marks: piece.marks.filter(mark => mark !== 'code') })),
    )
  }

  function say(mcid: number, { marks, language, page }: Style): void {
    const { text, x, y, page: own } = tree.shown(mcid, page)
    if (start === undefined && x !== -1) start = { page: own, x, y }
    pending.push({ text, marks: language === documentLanguage ? marks : [...marks, `language ${language}`] })
  }
  /** What lies in an element: content, elements, annotations. */
  function fill(element: Dictionary, style: Style): void {
    const page = element.get('Pg') ?? style.page
    for (const kid of tree.kids(element)) {
      if ('mcid' in kid) say(kid.mcid, { ...style, page: kid.page ?? page })
      else if ('element' in kid) visit(kid.element, { ...style, page })
    }
  }
  function visit(element: Dictionary, outer: Style) {
    const name = type(element)
    const language = languageOf(element, outer)
    const style = { ...outer, language, page: element.get('Pg') ?? outer.page }
    if (inlineTypes.has(name)) return inline(name, element, style)
    if (name === 'Figure' && isInline(element))
      return sayText(`⟦picture ${tree.text(element, 'Alt')}⟧`, style)
    if (name !== 'Note') flush()
    firstBlocks.set(element, into.next())
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
    const link = linkOf(element, tree)
    if (name === 'Link' && link !== undefined) {
      const own = [...style.marks, ...(link.uri === '' ? [] : [`link ${link.uri}`])]
      const from = pending.length
      fill(element, { ...style, marks: own })
      if (link.uri !== '') return
      const isNote = isNoteReference(element, tree)
      const pieces = pending.splice(from)
      for (const piece of pieces) {
        pending.push(
          isNote
            ? { text: noteNumber(piece.text, link.destination), marks: ['note'], target: link.destination }
            : { ...piece, target: link.destination },
        )
      }
      return
    }
    const mark = markOf(name, element)
    fill(element, mark === '' ? style : { ...style, marks: [...style.marks, mark] })
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
    return element.has('E') ? `expansion ${tree.text(element, 'E')}` : ''
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
    if (name === 'Aside') return into.inside({ box: 'box' }, () => fill(element, style))
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
    const alternative = tree.text(element, 'Alt')
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
        firstBlocks.set(part, into.next())
        fill(part, { ...own, language: languageOf(part, own) })
        flush('term')
      } else into.inside({ description: true }, () => visit(part, own))
    }
  }
  function item(element: Dictionary, outer: Style): void {
    const style = { ...outer, language: languageOf(element, outer), page: element.get('Pg') ?? outer.page }
    firstBlocks.set(element, into.next())
    for (const part of elementsOf(element)) {
      if (type(part) !== 'Lbl') {
        visit(part, style)
        continue
      }
      const alternative = tree.text(part, 'Alt')
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
    return element.has('Lang') ? tree.text(element, 'Lang') : style.language
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
    into.block('table heads', [{ text: cells.heads(), marks: [] }])
    function tableCell(cell: Dictionary, outer: Style): void {
      const found = attributes(cell)
      const span = { rows: Number(found.get('RowSpan') ?? 1), columns: Number(found.get('ColSpan') ?? 1) }
      const scope = nameOf(found.get('Scope'))
      const heads: Heads =
        type(cell) !== 'TH' ? 'none' : scope === 'Both' ? 'both' : scope === 'Row' ? 'row' : 'column'
      const named = list(found.get('Headers')).map(textString)
      firstBlocks.set(cell, into.next())
      const cellAt = cells.place({ span, heads, id: tree.text(cell, 'ID'), named })
      into.inside({ cell: cellAt, items: 0, quotations: 0 }, () => {
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
        note: noteNumber(number),
        section: 0,
        items: 0,
        quotations: 0,
        cell: '',
        box: '',
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

  fill(tree.root, { marks: [], language: documentLanguage, page: undefined })
  flush()
  const core = { ...readMetadata(tree), emblem }
  return { core, blocks: into.finish(target => targetOf(destinations.get(target), firstBlocks, starts)) }
}

/**
 * The number of a note in the document, from what its page prints: calls and notes alternate in reading order.
 *
 * @returns takes a printed number and, for a call, what it leads to
 */
function counted(): (printed: string, target?: string) => string {
  const calls = new Map<string, { readonly number: string; readonly printed: string }>()
  let notes = 0
  return (printed, target) => {
    if (target !== undefined) {
      const call = calls.get(target) ?? { number: String(calls.size + 1), printed }
      calls.set(target, call)
      return call.printed === printed ? call.number : `${call.number} printed ${printed}`
    }
    const call = [...calls.values()][notes++]
    return call?.printed === printed ? call.number : `${notes} printed ${printed}`
  }
}
