/** Sets texts by the rules of their language: quotation marks, dashes, ranges, spaces, ellipses, apostrophes. */
import type { Link, PhrasingContent, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import { localeFor } from '../locale/locale.ts'
import type { Locale, QuotationMarks, QuoteStyle } from '../locale/types.ts'
import type { Place } from '../publication/model.ts'
import { plainText } from './content.ts'
import { eachLine, type Line } from './lines.ts'
import { walk } from './parts.ts'
import { apostrophes, pairQuotes, type QuoteMark } from './quotes.ts'
import { type Change, settingChanges } from './setting.ts'

export interface TypographyOptions {
  /** BCP 47, of the document. */
  readonly language: string
  /** Which pair of quotation marks is the outer one. */
  readonly quotes: QuoteStyle
}

/**
 * Runs after all that compares texts as written. Quotations (another's words, often of a law) stay as typed unless
 * they have `{tipografia=sí}`; so do code, addresses, blocks with `{tipografia=no}`, and languages without a
 * table. A double mark without a partner stays, with a warning.
 */
export function typography(options: TypographyOptions) {
  return (tree: Root, file: VFile): void => {
    const alone: Alone[] = []
    eachLine(tree, options.language, line => setLine(line, options.quotes, alone, file))
    for (const { place } of withoutPassages(alone)) report(file, 'quotes-unbalanced', place, {})
    // Titles of sections are their headings' texts.
    walk(tree, node => {
      const [heading] = node.type === 'section' && node.kind === 'heading' ? node.children : []
      if (node.type === 'section' && heading?.type === 'heading') node.title = titleOf(heading)
    })
  }
}

/** A double mark without a partner in its line. */
interface Alone {
  readonly place: Place
  /** Does it begin its line, or end it? */
  readonly begins: boolean
  readonly ends: boolean
}

/** A mark that begins one block and one that ends a later one hold a passage, of a law mostly: as typed. */
function withoutPassages(alone: readonly Alone[]): readonly Alone[] {
  return alone.filter((mark, index) => {
    const opens = mark.begins && alone[index + 1]?.ends === true
    const closes = mark.ends && alone[index - 1]?.begins === true
    return !opens && !closes
  })
}

function titleOf(heading: RootContent): string {
  return plainText(heading)
    .replace(/[ \t\n]+/g, ' ')
    .trim()
}

/** A text outside the tree: a value of the front matter. */
export function setText(text: string, language: string, quotes: QuoteStyle): string {
  const node: Setable = { type: 'text', value: text }
  change([{ node, start: 0, length: text.length, locale: localeFor(language) }], text, quotes)
  return node.value
}

/** What holds text that may change. */
interface Setable {
  readonly type: string
  value: string
}

interface Piece {
  readonly node: Setable & { readonly position?: Line['owner']['position'] }
  /** Offset in the line. */
  readonly start: number
  readonly length: number
  /** null: the text stays as typed. */
  readonly locale: Locale | null
}

function setLine(line: Line, quotes: QuoteStyle, alone: Alone[], file: VFile): void {
  if (!line.typography) return
  const pieces: Piece[] = []
  const text = flatten(line.nodes, localeFor(line.language), pieces)
  // References that stand for repeats quote the beginning of a text, whose own place has the message.
  const said = line.owner.data !== undefined && 'role' in line.owner.data
  for (const at of change(pieces, text, quotes)) {
    const piece = pieces[pieceAt(pieces, at)]
    if (said || !piece?.locale) continue
    const place = spotOf(piece, at, text, line, file)
    const ends = /^[\s.,;:)\]…]*$/.test(text.slice(at + 1, at + 20))
    alone.push({ place, begins: text.slice(0, at).trim() === '', ends })
  }
}

/** A character that stands for what is no text: code, pictures, addresses, page labels. */
const object = '\uFFFC'

function flatten(
  nodes: readonly PhrasingContent[],
  locale: Locale | null,
  pieces: Piece[],
  start = 0,
): string {
  let text = ''
  for (const node of nodes) {
    const at = start + text.length
    if (node.type === 'text' || node.type === 'abbreviation') {
      pieces.push({ node, start: at, length: node.value.length, locale })
      text += node.value
    } else if (node.type === 'break') text += '\n'
    else if (node.type === 'footnoteReference') continue
    else if (!('children' in node) || (node.type === 'link' && isAddress(node))) text += object
    else {
      const inner = node.type === 'span' && node.language !== '' ? localeFor(node.language) : locale
      text += flatten(node.children, inner, pieces, at)
    }
  }
  return text
}

/** Is the text of a link its address? */
function isAddress(link: Link): boolean {
  const text = plainText(link)
  return !/\s/.test(text) && (link.url.includes(text) || /^(?:https?:\/\/|www\.)|@/.test(text))
}

/** @returns offsets of the double marks without a partner */
function change(pieces: readonly Piece[], text: string, quotes: QuoteStyle): readonly number[] {
  const changes = new Map<number, Change>()
  const put = (made: Change) => {
    if (!changes.has(made.at)) changes.set(made.at, made)
  }
  const { marks, unbalanced } = pairQuotes(text)
  setQuotes(marks, pieces, quotes, put)
  const locales = new Set(pieces.flatMap(({ locale }) => locale ?? []))
  for (const { typography: language } of locales) {
    for (const made of settingChanges(text, language)) {
      if (pieces[pieceAt(pieces, made.at)]?.locale?.typography === language) put(made)
    }
  }
  if (text.includes("'")) for (const at of apostrophes(text)) put({ at, length: 1, text: '’' })
  if (changes.size > 0)
    apply(
      pieces,
      [...changes.values()].sort((a, b) => a.at - b.at),
    )
  return unbalanced
}

function setQuotes(
  marks: readonly QuoteMark[],
  pieces: readonly Piece[],
  quotes: QuoteStyle,
  put: (change: Change) => void,
): void {
  const chosen = new Map<number, { readonly open: string; readonly close: string }>()
  for (const { at, opens, single, opening, around } of marks) {
    const locale = pieces[pieceAt(pieces, opening)]?.locale
    if (!locale) continue
    if (opens) {
      const pair = pairFor(
        locale.quotes[quotes],
        around.map(outer => (typeof outer === 'string' ? outer : (chosen.get(outer)?.open ?? ''))),
        single,
      )
      if (pair !== undefined) chosen.set(at, pair)
    }
    const pair = chosen.get(opening)
    if (pair !== undefined) put({ at, length: 1, text: opens ? pair.open : pair.close })
  }
}

/**
 * The first pair of the language, outermost first, that is not open around; beyond the last, by depth. Outermost
 * single marks stay single: they stand around a meaning, as in «pliego, ‘hoja’».
 */
function pairFor(pairs: readonly QuotationMarks[], around: readonly string[], single: boolean) {
  if (single && around.length === 0) return pairs.find(({ open }) => open === '‘')
  const used = around.map(open => open[0])
  return pairs.find(({ open }) => !used.includes(open[0])) ?? pairs[around.length % pairs.length]
}

/** Index of the last piece that begins at or before an offset. */
function pieceAt(pieces: readonly Piece[], at: number): number {
  let [low, high] = [0, pieces.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** What does not lie in one piece stays as it is. */
function apply(pieces: readonly Piece[], changes: readonly Change[]): void {
  let next = 0
  for (const { node, start, length, locale } of pieces) {
    let [set, done] = ['', 0]
    for (; next < changes.length; next++) {
      const {
        at,
        length: size,
        text,
      } = changes[next] ?? { at: Number.POSITIVE_INFINITY, length: 0, text: '' }
      if (at >= start + length) break
      if (at < start + done || at + size > start + length || locale === null) continue
      set += node.value.slice(done, at - start) + text
      done = at - start + size
    }
    if (done > 0 || set !== '') node.value = set + node.value.slice(done)
  }
}

/** The place of one character, as exactly as the source of its node allows. */
function spotOf({ node, start, length }: Piece, at: number, text: string, line: Line, file: VFile): Place {
  const placed = node.position === undefined ? line.owner : { type: node.type, position: node.position }
  const place = placeOf(placed, file)
  // A second line may begin with the marks of a list, and an escape takes two characters.
  const plain = place.endColumn - place.column === length && place.line === place.endLine
  if (!plain || text.slice(start, at).includes('\n')) return place
  const column = place.column + at - start
  return { ...place, column, endLine: place.line, endColumn: column + 1 }
}
