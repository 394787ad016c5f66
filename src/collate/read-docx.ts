/** A finished Word file: what WordprocessingML says of its paragraphs (ECMA-376 Part 1, 17). */
import { unzipSync } from 'fflate'
import { listCounter } from './docx-lists.ts'
import { type Package, type Part, readParagraph } from './docx-text.ts'
import { grid } from './grid.ts'
import { attribute, type Element, elements, find, findAll, parseXml, textOf } from './markup.ts'
import { type BlockKind, composer, isPicture, loose, type Piece, type Reading } from './sequence.ts'

/** Kinds of paragraph by the identifier of their style (17.7.4.17). */
const kinds: readonly (readonly [pattern: RegExp, kind: BlockKind])[] = [
  [/^Title$/, 'title'],
  [/^Heading[1-9]$/, 'heading'],
  [/^HTMLPreformatted$/, 'code'],
  [/^Caption$/, 'caption'],
  [/^Term$/, 'term'],
  [/^Box\w*Title$/, 'box title'],
  [/^TOCHeading$/, 'list title'],
  [/^(TOC[1-9]|TableofFigures)$/, 'entry'],
]

interface Story {
  /** Indentation of the text of each list that is open, in twentieths of a point. */
  readonly lists: number[]
  /** Kind of the box whose frame a table is, '' elsewhere. */
  readonly box: string
  /** Level of its outermost list: lists around a box count on in it. null until the first. */
  base: number | null
}

/** @throws for a package without document */
export function readDocx(bytes: Uint8Array): Reading {
  const files = unzipSync(bytes)
  const read = (path: string) => {
    const file = files[path]
    return file === undefined ? undefined : parseXml(new TextDecoder().decode(file))
  }
  const main = relationships(read('_rels/.rels')).get('officeDocument')?.[0]?.target.replace(/^\//, '') ?? ''
  const folder = main.replace(/[^/]*$/, '')
  const document = find(read(main), 'w:body')
  if (document === undefined) throw new Error('the package has no document')
  const partsOf = (path: string) => relationships(read(path.replace(/([^/]*)$/, '_rels/$1.rels')))
  const related = partsOf(main)
  const part = (type: string) => {
    const target = related.get(type)?.[0]?.target
    return target === undefined
      ? { path: '', tree: undefined }
      : { path: `${folder}${target}`, tree: read(`${folder}${target}`) }
  }
  const styles = styleSheet(part('styles').tree)
  const footnotes = part('footnotes')
  const core = find(
    read(relationships(read('_rels/.rels')).get('core-properties')?.[0]?.target ?? ''),
    'cp:coreProperties',
  )
  const property = (name: string) => textOf(elements(core, name)[0])
  const count = listCounter(part('numbering').tree)
  const into = composer()
  let emblem = ''
  let titled = false

  const notes = noteNumbers(document)
  const around = (links: ReturnType<typeof relationships>): Package => ({
    linkTarget: id => [...links.values()].flat().find(link => link.id === id)?.target ?? 'nothing',
    notes,
    language: styles.language,
    languageOf: styles.languageOf,
  })

  function story(parent: Element, around: Package, box = ''): void {
    const own: Story = { lists: [], box, base: null }
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
    if (isHeading(style)) own.lists.length = 0
    const items = isHeading(style) ? 0 : enterList(properties, style, text, own)
    const box = own.box || boxKind(style)
    const quotations = style === 'Quote' && box === '' && into.position().box === '' ? 1 : 0
    const description = style === 'Description'
    into.inside({ items, quotations, box: box || into.position().box, description }, () =>
      add(style, text, properties),
    )
  }

  /** How many lists a paragraph stands in: by its level, or by its indentation behind a list's. */
  function enterList(properties: Element | undefined, style: string, text: Part, own: Story): number {
    const numbering = elements(properties, 'w:numPr')[0]
    const indent = elements(properties, 'w:ind')[0]
    const left = Number((indent && attribute(indent, 'w:left')) || styles.indentOf(style))
    if (numbering !== undefined) {
      const counter = Number(valueIn(numbering, 'w:ilvl'))
      own.base ??= counter
      const level = Math.max(0, counter - own.base)
      own.lists.length = Math.min(own.lists.length, level)
      while (own.lists.length < level) own.lists.push(left)
      own.lists.push(left)
      into.marker(count(valueIn(numbering, 'w:numId'), counter))
      return level + 1
    }
    const isEmpty = text.pieces.every(piece => piece.text.trim() === '')
    const free = left - (style === 'ListParagraph' ? 0 : styles.indentOf(style)) + 2
    if (isEmpty && text.task === '') return own.lists.filter(list => list <= free).length
    if (text.task !== '') {
      own.lists.length = own.lists.filter(list => list + 2 < left).length
      own.lists.push(left)
      into.marker(text.task)
      return own.lists.length
    }
    own.lists.length = own.lists.filter(list => list <= free).length
    return own.lists.length
  }

  function add(style: string, part: Part, properties: Element | undefined) {
    const kind = kinds.find(([pattern]) => pattern.test(style))?.[1] ?? 'paragraph'
    if (isAlone(part) && kind !== 'heading') {
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
    const number = isNumbered
      ? [{ text: `${count(list, Number(valueIn(numbering, 'w:ilvl')))} `, marks: [] }]
      : []
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
    const [, frame = ''] = /^BoxTable(.+)/.exec(valueIn(find(element, 'w:tblPr'), 'w:tblStyle')) ?? []
    if (frame !== '') {
      const box = kebab(frame)
      for (const cell of elements(element, 'w:tr').flatMap(row => elements(row, 'w:tc'))) {
        into.inside({ box }, () => story(cell, around, box))
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
  const own: Story = { lists: [], box: '', base: 0 }
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
    into.inside({ note: notes.get(`#${id}`) ?? 'without a reference' }, () => {
      into.anchor(`note ${id}`)
      story(note, around(noteLinks))
    })
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

function isHeading(style: string): boolean {
  return kinds.some(([pattern, kind]) => kind === 'heading' && pattern.test(style))
}

/** Bold or italics of a whole heading are how it looks, not what it stresses. */
function withoutLook(pieces: readonly Piece[]): readonly Piece[] {
  const said = pieces.filter(piece => piece.text.trim() !== '' && !isPicture(piece))
  const looks = ['strong', 'emphasis'].filter(mark => said.every(({ marks }) => marks.includes(mark)))
  return pieces.map(piece => ({ ...piece, marks: piece.marks.filter(mark => !looks.includes(mark)) }))
}

/** Of a style of paragraphs in boxes, `BoxKeyMessageTitle`; '' of another. */
function boxKind(style: string): string {
  const [, kind = ''] = /^Box(\w+?)(?:Title)?$/.exec(style) ?? []
  return kebab(kind)
}

function kebab(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, letter => `-${letter}`).toLowerCase()
}

/** A picture that has its paragraph to itself. */
function isAlone({ pieces, pictures }: Part): boolean {
  return (
    pictures.length === 1 &&
    pieces.every(piece => piece.marks.includes('picture') || piece.text.trim() === '')
  )
}

function valueIn(parent: Element | undefined, name: string): string {
  const found = elements(parent, name)[0]
  return found === undefined ? '' : attribute(found, 'w:val')
}

/** Notes are numbered in the order of their references (17.11.14): by `#` and identifier, and by bookmark. */
function noteNumbers(document: Element): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>()
  let count = 0
  const visit = (element: Element, bookmarks: readonly string[]): void => {
    let open = bookmarks
    for (const child of elements(element)) {
      if (child.name === 'w:bookmarkStart') open = [...open, attribute(child, 'w:name')]
      else if (child.name === 'w:bookmarkEnd') open = open.slice(0, -1)
      else if (child.name === 'w:footnoteReference') {
        const id = attribute(child, 'w:id')
        if (!numbers.has(`#${id}`)) numbers.set(`#${id}`, String(++count))
        for (const name of open.slice(-1)) numbers.set(name, id)
      } else visit(child, open)
    }
  }
  visit(document, [])
  return numbers
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

function styleSheet(sheet: Element | undefined) {
  const styles = new Map(findAll(sheet, 'w:style').map(style => [attribute(style, 'w:styleId'), style]))
  const language = valueIn(find(find(sheet, 'w:docDefaults'), 'w:rPr'), 'w:lang')
  const inherited = <Value>(id: string, of: (style: Element) => Value | undefined): Value | undefined => {
    const style = styles.get(id)
    if (style === undefined) return undefined
    return of(style) ?? inherited(valueIn(style, 'w:basedOn'), of)
  }
  return {
    language,
    languageOf: (id: string) =>
      inherited(id, style => valueIn(elements(style, 'w:rPr')[0], 'w:lang') || undefined) ?? '',
    indentOf: (id: string) =>
      Number(
        inherited(id || 'Normal', style => {
          const indent = elements(elements(style, 'w:pPr')[0], 'w:ind')[0]
          return indent === undefined ? undefined : attribute(indent, 'w:left')
        }) ?? 0,
      ),
    numberingOf: (id: string) => inherited(id, style => elements(elements(style, 'w:pPr')[0], 'w:numPr')[0]),
    levelOf: (id: string) =>
      1 +
      Number(inherited(id, style => valueIn(elements(style, 'w:pPr')[0], 'w:outlineLvl') || undefined) ?? -1),
  }
}

function relationships(part: Element | undefined) {
  const found = new Map<string, { readonly id: string; readonly target: string }[]>()
  for (const relationship of findAll(part, 'rel:Relationship')) {
    const type = attribute(relationship, 'Type').replace(/^.*\//, '')
    const own = { id: attribute(relationship, 'Id'), target: attribute(relationship, 'Target') }
    found.set(type, [...(found.get(type) ?? []), own])
  }
  return found
}
