/** A finished Word file: what WordprocessingML says of its paragraphs (ECMA-376 Part 1, 17). */
import { listCounter } from './docx-lists.ts'
import { noteNumbers, notesIn } from './docx-notes.ts'
import { openDocx, type Relationships, valueIn } from './docx-package.ts'
import { boxKind, frameKind, isHeading, kindOf, quotationFrame, styleSheet } from './docx-styles.ts'
import { type Package, type Part, readParagraph } from './docx-text.ts'
import { grid } from './grid.ts'
import { attribute, type Element, elements, find, findAll } from './markup.ts'
import { composer, loose, type Piece, type Reading, withoutLook } from './sequence.ts'

interface Story {
  /** Kind of the box whose frame a table is, '' elsewhere. */
  readonly box: string
  /** Level of its outermost list: lists around a box count on in it. null until the first. */
  base: number | null
}

/**
 * @param inHouse - made in a house's own Word file, whose heading numbers may look as the house likes
 * @throws for a package without document
 */
export function readDocx(bytes: Uint8Array, inHouse: boolean): Reading {
  const { document, related, partsOf, part, property } = openDocx(bytes)
  const styles = styleSheet(part('styles').tree)
  const footnotes = part('footnotes')
  const count = listCounter(part('numbering').tree)
  const into = composer()
  let emblem = ''
  let titled = false

  const notes = noteNumbers(document)
  const around = (links: Relationships): Package => ({
    linkTarget: id => [...links.values()].flat().find(link => link.id === id)?.target ?? 'nothing',
    notes,
    language: styles.language,
    languageOf: styles.languageOf,
  })

  function story(parent: Element, around: Package, box = ''): void {
    const own: Story = { box, base: null }
    for (const child of elements(parent)) {
      if (child.name === 'w:bookmarkStart') into.anchor(attribute(child, 'w:name'))
      else if (child.name === 'w:p') paragraph(child, around, own)
      else if (child.name === 'w:tbl') table(child, around)
      else if (child.name === 'w:sdt') story(find(child, 'w:sdtContent') ?? child, around, box)
    }
  }

  function paragraph(element: Element, around: Package, own: Story) {
    const properties = elements(element, 'w:pPr')[0]
    const style = valueIn(properties, 'w:pStyle')
    const text = readParagraph(element, around)
    for (const bookmark of findAll(element, 'w:bookmarkStart')) into.anchor(attribute(bookmark, 'w:name'))
    const items = isHeading(style) ? 0 : listsAround(properties, text.task, own)
    // A box of paragraphs inside a framed one has no frame of its own.
    const box = boxKind(style) || own.box
    const quotations = style === 'Quote' && box === '' && into.position().box === '' ? 1 : 0
    const description = style === 'Description'
    into.inside({ items, quotations, box: box || into.position().box, description }, () =>
      add(style, text, properties),
    )
  }

  /** How many lists a paragraph stands in, by the level that it names (17.3.1.19); 0 where it names none. */
  function listsAround(properties: Element | undefined, task: string, own: Story): number {
    const numbering = elements(properties, 'w:numPr')[0]
    if (numbering === undefined) return 0
    const level = Number(valueIn(numbering, 'w:ilvl'))
    own.base ??= level
    const label = count(valueIn(numbering, 'w:numId'), level)
    if (task !== '' || label !== '') into.marker(task || label)
    return level - own.base + 1
  }

  function add(style: string, part: Part, properties: Element | undefined) {
    const kind = kindOf(style)
    if (isAlone(part) && kind !== 'heading' && kind !== 'term') {
      for (const picture of part.pictures) {
        if (titled) into.block('figure', [], picture)
        else emblem = picture
      }
      return
    }
    const said = part.pieces.map(piece => ({
      ...piece,
      marks: piece.marks.filter(mark => mark !== 'picture'),
    }))
    if (kind === 'title') titled = true
    if (kind === 'heading') return heading(style, said, properties)
    if (kind === 'caption')
      return into.block(
        'caption',
        said.map((piece, index) => (index < part.numbered ? { ...piece, marks: [] } : piece)),
      )
    if (kind === 'entry')
      return into.inside({ items: Number(/\d$/.exec(style)?.[0] ?? 1) }, () => into.block('entry', said))
    if (style === 'Field' || style === 'Glossary') return labelled(said, part.tabs[0] ?? said.length)
    if (kind === 'paragraph' && said.every(({ text }) => text.trim() === '')) {
      const [border, more] = elements(elements(properties, 'w:pBdr')[0])
      const isLine = border?.name === 'w:bottom' && more === undefined && style !== 'Signature'
      if (titled && isLine) into.block('rule', [])
      return
    }
    into.block(kind, said)
  }

  function heading(style: string, pieces: readonly Piece[], properties: Element | undefined) {
    const level = styles.levelOf(style)
    section = level
    const numbering = elements(properties, 'w:numPr')[0] ?? styles.numberingOf(style)
    const list = valueIn(numbering, 'w:numId')
    // 0 takes a style's number away (17.9.18).
    const isNumbered = list !== '' && list !== '0'
    const label = isNumbered ? count(list, Number(valueIn(numbering, 'w:ilvl'))) : ''
    // What a house puts behind its numbers is how they look; «Anexo A.» is what our own lists say.
    const isOurs = !inHouse || elements(properties, 'w:numPr').length > 0
    const told = isOurs ? label : label.replace(/[.):–—-]+$/, '')
    const number = isNumbered ? [{ text: `${told} `, marks: [] }] : []
    into.inside({ section, items: 0 }, () =>
      into.block('heading', [...number, ...withoutLook(pieces)], String(level)),
    )
  }
  function labelled(pieces: readonly Piece[], tab: number): void {
    const plain = pieces.slice(0, tab).map(({ text }) => ({ text, marks: [] }))
    into.block('term', plain)
    into.inside({ description: true }, () => into.block('paragraph', pieces.slice(tab)))
  }

  function table(element: Element, around: Package): void {
    const look = find(element, 'w:tblLook')
    const style = valueIn(find(element, 'w:tblPr'), 'w:tblStyle')
    const box = frameKind(style)
    if (box !== '' || style === quotationFrame) {
      for (const cell of elements(element, 'w:tr').flatMap(row => elements(row, 'w:tc'))) {
        into.inside(box === '' ? {} : { box }, () => story(cell, around, box))
      }
      return
    }
    const cells = grid()
    const firstColumn = look !== undefined && /^(1|true|on)$/.test(attribute(look, 'w:firstColumn'))
    into.block('table', [])
    const rows = elements(element, 'w:tr')
    const merges = mergedRows(rows)
    for (const [index, row] of rows.entries()) {
      cells.row()
      const isHead = find(find(row, 'w:trPr'), 'w:tblHeader') !== undefined
      let column = 0
      for (const cell of elements(row, 'w:tc')) {
        const properties = elements(cell, 'w:tcPr')[0]
        const columns = Number(valueIn(properties, 'w:gridSpan') || 1)
        const merge = elements(properties, 'w:vMerge')[0]
        const at = column
        column += columns
        if (merge !== undefined && attribute(merge, 'w:val') !== 'restart') continue
        const span = { rows: merges.get(`${index},${at}`) ?? 1, columns }
        const styled = findAll(cell, 'w:pStyle').some(style => attribute(style, 'w:val') === 'TableHead')
        const heads = !styled ? 'none' : isHead ? 'column' : firstColumn ? 'row' : 'none'
        const name = cells.place({ span, heads })
        into.inside({ cell: name, items: 0, quotations: 0, description: false }, () => {
          into.block('cell', [])
          story(cell, around)
        })
      }
    }
    into.block('table heads', [{ text: cells.heads(), marks: [] }])
  }

  let section = 0
  const ofText = around(related)
  const own: Story = { box: '', base: 0 }
  for (const child of elements(document)) {
    into.inside({ section }, () => {
      if (child.name === 'w:bookmarkStart') into.anchor(attribute(child, 'w:name'))
      else if (child.name === 'w:p') paragraph(child, ofText, own)
      else if (child.name === 'w:tbl') table(child, ofText)
      else if (child.name === 'w:sdt') story(find(child, 'w:sdtContent') ?? child, ofText)
    })
  }
  const noteLinks = footnotes.path === '' ? new Map() : partsOf(footnotes.path)
  for (const note of findAll(footnotes.tree, 'w:footnote')) {
    if (note.attributes.has('w:type')) continue
    const id = attribute(note, 'w:id')
    into.anchor(`note ${id}`)
    for (const { number, story: blocks } of notesIn(note, notes.get(`#${id}`) ?? 'without a reference')) {
      into.inside({ note: number }, () => story(blocks, around(noteLinks)))
    }
  }
  return {
    core: {
      title: property('dc:title'),
      language:
        styles.language === property('dc:language')
          ? styles.language
          : `${property('dc:language')} / ${styles.language}`,
      creator: property('dc:creator'),
      summary: property('dc:description'),
      keywords: property('cp:keywords'),
      date: property('dcterms:created').slice(0, 10),
      emblem,
    },
    // A bookmark on a note's reference stands for the note.
    blocks: loose(into.finish(target => into.at(notes.has(target) ? `note ${notes.get(target)}` : target))),
  }
}

/** A picture that has its paragraph to itself. */
function isAlone({ pieces, pictures }: Part): boolean {
  return (
    pictures.length === 1 &&
    pieces.every(piece => piece.marks.includes('picture') || piece.text.trim() === '')
  )
}

/** How many rows a cell takes (17.4.84), by row and grid column from 0. */
function mergedRows(rows: readonly Element[]): ReadonlyMap<string, number> {
  const spans = new Map<string, number>()
  const open = new Map<number, string>()
  for (const [index, row] of rows.entries()) {
    let column = 0
    for (const cell of elements(row, 'w:tc')) {
      const properties = elements(cell, 'w:tcPr')[0]
      const merge = elements(properties, 'w:vMerge')[0]
      const start = open.get(column)
      if (merge === undefined) open.delete(column)
      else if (attribute(merge, 'w:val') === 'restart') {
        open.set(column, `${index},${column}`)
        spans.set(`${index},${column}`, 1)
      } else if (start !== undefined) spans.set(start, (spans.get(start) ?? 1) + 1)
      column += Number(valueIn(properties, 'w:gridSpan') || 1)
    }
  }
  return spans
}
