/**
 * What makes a tagged PDF useful and a validator cannot see (ISO 14289-1 7, the points that the Matterhorn Protocol
 * leaves to people): each fault as a sentence.
 */
import { array, dict, type Pdf, type PdfFile, textString } from './reader.ts'
import { catalogue, type ReadPage, readPages } from './text.ts'
import { destinations, elementText, everyElement, isNamed, readTree, type TreeElement } from './tree.ts'

interface Read {
  readonly file: PdfFile
  readonly pages: readonly ReadPage[]
  readonly root: TreeElement
  readonly all: readonly TreeElement[]
}

/** @param furniture - words that only running heads, footers and marks have */
export function faultsOf(file: PdfFile, furniture: readonly string[] = []): readonly string[] {
  const pages = readPages(file)
  const root = readTree(file, pages)
  const read: Read = { file, pages, root, all: everyElement(root) }
  return [
    ...documentFaults(read),
    ...headingFaults(read),
    ...tableFaults(read),
    ...pictureFaults(read),
    ...linkFaults(read),
    ...noteFaults(read),
    ...listFaults(read),
    ...emptyFaults(read),
    ...artifactFaults(read, furniture),
  ]
}

function documentFaults({ file, pages, root }: Read): readonly string[] {
  const faults: string[] = []
  const of = catalogue(file)
  if (root.type !== 'Document') faults.push(`a ${root.type} in place of the document`)
  if (!of.has('Lang') || textString(of.get('Lang')) === '') faults.push('no language')
  const preferences = dict(file.resolve(of.get('ViewerPreferences')))
  if (preferences.get('DisplayDocTitle') !== true) faults.push('the title is not shown')
  for (const [index, { dict: page, unmarked }] of pages.entries()) {
    if (!isNamed(page.get('Tabs'), 'S'))
      faults.push(`page ${index + 1}: tab order is not that of the structure`)
    if (unmarked.length > 0) faults.push(`page ${index + 1}: content outside of the structure`)
  }
  return faults
}

/** Levels begin at 1 and go down one at a time; the outline says what the headings say. */
function headingFaults({ file, all }: Read): readonly string[] {
  const faults: string[] = []
  const headings = all.filter(({ type }) => /^H\d$/.test(type))
  let before = 0
  for (const heading of headings) {
    const level = Number(heading.type.slice(1))
    if (level > before + 1) faults.push(`${heading.type} after H${before}: «${said(heading)}»`)
    if (said(heading) === '') faults.push(`an empty ${heading.type}`)
    before = level
  }
  const written = all
    .filter(({ type }) => /^(H\d|Title)$/.test(type))
    .map(heading => folded(elementText(heading)))
  let at = 0
  for (const title of outlineTitles(file, catalogue(file).get('Outlines'))) {
    const found = written.indexOf(folded(title), at)
    if (found < 0) faults.push(`the outline's «${title}» is no heading there`)
    else at = found + 1
  }
  return faults
}

function outlineTitles(file: PdfFile, value: Pdf | undefined): readonly string[] {
  if (value === undefined) return []
  const titles: string[] = []
  for (let next = dict(file.resolve(value)).get('First'); next !== undefined; ) {
    const item = dict(file.resolve(next))
    titles.push(textString(item.get('Title')), ...outlineTitles(file, next))
    next = item.get('Next')
  }
  return titles
}

/** Heads that say something, that have a scope and that the cells name; rows that fill one grid. */
function tableFaults({ all }: Read): readonly string[] {
  const faults: string[] = []
  const ids = new Set(all.flatMap(({ texts }) => texts.get('ID') ?? []))
  for (const table of all.filter(({ type }) => type === 'Table')) {
    const name = `the table «${said(table).slice(0, 40)}»`
    const below = everyElement(table)
    const heads = below.filter(({ type }) => type === 'TH')
    if (!heads.some(head => said(head) !== '')) faults.push(`${name} has no heads`)
    for (const head of heads) {
      if (!isNamed(head.attributes.get('Scope'), 'Row', 'Column', 'Both'))
        faults.push(`${name}: a head without scope`)
    }
    for (const { attributes } of below) {
      const named = attributes.has('Headers') ? array(attributes.get('Headers')).map(textString) : []
      for (const id of named) if (!ids.has(id)) faults.push(`${name}: a cell names ${id}, which is not there`)
    }
    const widths = new Set(rowWidths(below.filter(({ type }) => type === 'TR')))
    if (widths.size !== 1) faults.push(`${name}: rows of ${[...widths].join(' and ')} columns`)
  }
  return faults
}

/** Columns that each row fills, cells of rows above that reach into it included. */
function rowWidths(rows: readonly TreeElement[]): readonly number[] {
  let reaching: { width: number; rows: number }[] = []
  return rows.map(({ kids }) => {
    let width = reaching.reduce((sum, cell) => sum + cell.width, 0)
    reaching = reaching.flatMap(cell => (cell.rows > 1 ? [{ ...cell, rows: cell.rows - 1 }] : []))
    for (const cell of kids) {
      if (typeof cell === 'string') continue
      const own = Number(cell.attributes.get('ColSpan') ?? 1)
      const rows = Number(cell.attributes.get('RowSpan') ?? 1)
      width += own
      if (rows > 1) reaching.push({ width: own, rows: rows - 1 })
    }
    return width
  })
}

const fileName = /\.(png|jpe?g|svg|gif|webp|pdf|tiff?|bmp)$/i

function pictureFaults({ all }: Read): readonly string[] {
  const faults: string[] = []
  for (const { type, texts, attributes } of all) {
    const alternative = texts.get('Alt')
    if (type === 'Figure' && (alternative === undefined || !attributes.has('BBox'))) {
      faults.push(`a figure without ${alternative === undefined ? 'alternative text' : 'its place'}`)
    }
    if (alternative === undefined) continue
    if (fileName.test(alternative.trim()))
      faults.push(`alternative text that is a file's name: «${alternative}»`)
    if (!/\p{L}/u.test(alternative)) faults.push(`alternative text without a word: «${alternative}»`)
  }
  return faults
}

/** Links have words or a described picture, an annotation that says where it leads, and lead somewhere. */
function linkFaults({ file, all }: Read): readonly string[] {
  const faults: string[] = []
  const known = destinations(file)
  for (const link of all) {
    if (link.type !== 'Link') {
      if (link.links.length > 0) faults.push(`a link in a ${link.type}`)
      continue
    }
    const pictures = everyElement(link).some(({ texts }) => texts.has('Alt'))
    if (said(link) === '' && !pictures) faults.push('a link without text')
    if (link.links.length === 0) faults.push(`a link that cannot be followed: «${said(link)}»`)
    for (const { address, destination, description } of link.links) {
      if (address === '' && destination === '') faults.push(`a link that leads nowhere: «${said(link)}»`)
      if (description === '') faults.push(`a link that does not say where it leads: «${said(link)}»`)
      if (destination !== '' && !known.has(destination))
        faults.push(`a link to ${destination}, which is not there`)
    }
  }
  return faults
}

/** Every note is referred to, and leads back. */
function noteFaults({ all }: Read): readonly string[] {
  const faults: string[] = []
  const targets = new Set(all.flatMap(({ links }) => links.map(({ destination }) => destination)))
  for (const note of all.filter(({ type }) => type === 'Note')) {
    const id = note.texts.get('ID') ?? ''
    if (id === '' || !targets.has(id)) faults.push(`a note that nothing refers to: «${said(note)}»`)
    const label = note.kids.find(kid => typeof kid !== 'string')
    const back =
      label === undefined || typeof label === 'string'
        ? []
        : everyElement(label).flatMap(({ links }) => links)
    if (!back.some(({ destination }) => destination.startsWith(`${id}--`))) {
      faults.push(`a note that does not lead back: «${said(note)}»`)
    }
  }
  return faults
}

const parts: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'Caption', 'L'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOCI', 'TOC', 'Caption'],
  Table: ['THead', 'TBody', 'TFoot', 'TR', 'Caption', 'P', 'L', 'Note', 'Div'],
  TR: ['TH', 'TD'],
}

/** Lists, contents and tables hold what they may hold (ISO 32000-1 14.8.4.3), and text only in their parts. */
function listFaults({ all }: Read): readonly string[] {
  return all.flatMap(({ type, kids }) =>
    kids.flatMap(kid => {
      const allowed = parts[type]
      if (allowed === undefined) return []
      if (typeof kid === 'string') return kid.trim() === '' ? [] : [`text of a ${type}'s own: «${kid}»`]
      return allowed.includes(kid.type) ? [] : [`a ${kid.type} in a ${type}`]
    }),
  )
}

/** Blocks that say nothing; cells may. */
function emptyFaults({ all }: Read): readonly string[] {
  const blocks = ['P', 'Title', 'BoxTitle', 'Caption', 'BlockQuote', 'Note', 'Sect', 'L', 'LI', 'TOC', 'TOCI']
  return all.flatMap(element => {
    const pictures = everyElement(element).some(({ texts }) => texts.has('Alt'))
    return blocks.includes(element.type) && said(element) === '' && !pictures
      ? [`an empty ${element.type}`]
      : []
  })
}

/** Side by side in a running head: classification, draft mark, organisation, section. */
const runningTexts = 4

/** What screen readers pass over says nothing of its own: the structure has its words too. */
function artifactFaults({ pages, root }: Read, furniture: readonly string[]): readonly string[] {
  const known = [elementText(root), ...furniture].map(folded)
  return pages.flatMap(({ artifacts }, index) =>
    artifacts.flatMap(artifact =>
      // A running head shortens what does not fit.
      artifact.split('…').every(part => isKnown(folded(part), known, runningTexts))
        ? []
        : [`page ${index + 1}: passed over: «${artifact}»`],
    ),
  )
}

/** @param pieces - so many texts may stand side by side */
function isKnown(words: string, known: readonly string[], pieces: number): boolean {
  if (words === '') return true
  if (pieces === 0) return false
  let length = words.length
  while (length > 0 && !known.some(text => text.includes(words.slice(0, length)))) length--
  return length > 0 && isKnown(words.slice(length), known, pieces - 1)
}

function said(element: TreeElement): string {
  return elementText(element)
    .replace(/[\u00ad\u200b]/g, '')
    .trim()
}

/** Letters alone, without case: heads are repeated on other lines, in capitals. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
}
