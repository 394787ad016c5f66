/**
 * A paragraph as boxes, glue and penalties. Mixed styles stand in one list, and every item knows what it prints.
 */
import { type BreakPoint, isLetter, type WordBreaker } from './breaks.ts'
import { forbidden, type Item } from './lines.ts'
import { offsets } from './shape.ts'
import { lineBreak, type Piece, type PreparedText, type Run } from './text.ts'

/** What an item prints: `visible` false gives its text to the reader with no width and no ink. */
export interface Content {
  readonly piece: Piece
  readonly text: string
  readonly visible: boolean
}

/** `items[i]` prints `contents[i]`; for a penalty, when a line ends there. */
export interface Paragraph {
  readonly items: readonly Item[]
  readonly contents: readonly (Content | null)[]
}

/** How far inter-word spaces give, as parts of their width: with ratios up to 2 never over twice the width. */
const spaceStretch = 0.5
const spaceShrink = 0.27

/** Where words may be broken beside the spaces: how hard an attempt tries. */
export interface Attempt {
  readonly points: WordBreaker
  /** The same for text that isn't hyphenated. */
  readonly plainPoints: WordBreaker
  /** Words wider than this are broken anywhere, points. */
  readonly widest: number
}

/** The items of a text, ending in the penalty that ends the last line. */
export function makeItems({ text, runs }: PreparedText, attempt: Attempt): Paragraph {
  const items: Item[] = []
  const contents: (Content | null)[] = []
  const push = (item: Item, content: Content | null) => {
    items.push(item)
    contents.push(content)
  }
  let run = 0
  const runAt = (offset: number): Run | undefined => {
    while ((runs[run]?.end ?? Number.POSITIVE_INFINITY) <= offset) run++
    return runs[run]
  }
  for (let start = 0; start < text.length; ) {
    const found = runAt(start)
    if (found === undefined) break
    const first = text.charAt(start)
    let end = start + 1
    if (first === lineBreak) {
      push(newLine, { piece: found.piece, text: ' ', visible: true })
    } else if (isSpace(first.charCodeAt(0))) {
      const together =
        holdsTogether(text, start) || isInPageLabel(found, start) || isNoteNumber(runAt(start + 1))
      push(glueOf(first, found.piece, together), {
        piece: found.piece,
        text: first,
        visible: true,
      })
    } else {
      while (end < text.length && !endsWord(text.charCodeAt(end))) end++
      pushWord(text, start, end, runs, run, attempt, push)
    }
    start = end
  }
  push(newLine, null)
  return { items, contents }
}

const newLine: Item = { type: 'penalty', width: 0, penalty: -forbidden, flagged: false }

function endsWord(code: number): boolean {
  return isSpace(code) || code === 0x2028
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x2007 || code === 0x202f
}

/** A space inside guillemets or before double punctuation, as French sets them, keeps its neighbours together. */
function holdsTogether(text: string, at: number): boolean {
  const after = text.charAt(at + 1)
  if (text.charAt(at - 1) === '«' || after === '»') return true
  const beyond = text.charCodeAt(at + 2)
  return after !== '' && ':;!?'.includes(after) && (Number.isNaN(beyond) || endsWord(beyond))
}

/** «p. 4» stays together; the space before it belongs to it too. */
function isInPageLabel({ start, piece: { owner } }: Run, at: number): boolean {
  return owner.kind === 'content' && owner.node.type === 'pageReference' && at > start
}

/** No line begins with the number of a note. */
function isNoteNumber(run: Run | undefined): boolean {
  return run?.piece.owner.kind === 'content' && run.piece.owner.node.type === 'footnoteReference'
}

function glueOf(space: string, { font }: Piece, together: boolean): Item {
  const natural = font.spaceWidth
  // The narrow no-break space stands before French punctuation and between thousands: it doesn't give.
  if (space === '\u202f')
    return { type: 'glue', width: natural * 0.7, stretch: 0, shrink: 0, breakable: false }
  return {
    type: 'glue',
    width: natural,
    stretch: natural * spaceStretch,
    shrink: natural * spaceShrink,
    breakable: space === ' ' && !together,
  }
}

function pushWord(
  text: string,
  start: number,
  end: number,
  runs: readonly Run[],
  firstRun: number,
  attempt: Attempt,
  push: (item: Item, content: Content | null) => void,
): void {
  const base = runs[firstRun]
  const hyphenating =
    attempt.points === attempt.plainPoints ? attempt.points : (base?.points ?? attempt.points)
  const breaker = base?.hyphenate === true ? hyphenating : attempt.plainPoints
  // A raised number after a word is no part of it.
  let stop = end
  for (let index = firstRun + 1; (runs[index]?.start ?? end) < stop; index++) {
    if (runs[index]?.piece.rise !== 0) stop = runs[index]?.start ?? end
  }
  const points = breaker(text.slice(start, stop))
  const only = runs[firstRun]
  if (only?.visible === true && only.end >= end) {
    pushPart(text.slice(start, end), 0, only.piece, points, attempt.widest, push)
    return
  }
  const wide = wordWidth(text, start, end, runs, firstRun) > attempt.widest
  for (let index = firstRun; index < runs.length; index++) {
    const run = runs[index]
    if (run === undefined || run.start >= end) break
    const from = Math.max(run.start, start)
    const to = Math.min(run.end, end)
    const { piece } = run
    const part = text.slice(from, to)
    if (!run.visible) {
      push({ type: 'box', width: 0, letters: 0 }, { piece, text: part, visible: false })
    } else {
      pushPart(part, from - start, piece, points, wide ? 0 : attempt.widest, push)
    }
    const atEnd = points.find(point => start + point.at === to)
    if (to === end) break
    if (atEnd !== undefined) pushPoint(atEnd, piece, push)
    else if (wide && run.visible && !isNoteNumber(runs[index + 1]))
      pushPoint({ at: to, ...anyBreak }, piece, push)
  }
}

/** Of a word in several pieces, where that matters: pictures and all. */
function wordWidth(text: string, start: number, end: number, runs: readonly Run[], firstRun: number): number {
  let width = 0
  for (let index = firstRun; index < runs.length; index++) {
    const run = runs[index]
    if (run === undefined || run.start >= end) break
    const { piece, visible } = run
    if (piece.picture !== null) width += piece.picture.width
    else if (visible)
      width += piece.font.shape(text.slice(Math.max(run.start, start), Math.min(run.end, end))).width
  }
  return width
}

/** A break where no word should be broken. */
const anyBreak = { penalty: 2000, flagged: false, hyphen: false } as const

/** @param from - where the part begins in its word */
function pushPart(
  part: string,
  from: number,
  piece: Piece,
  points: readonly BreakPoint[],
  widest: number,
  push: (item: Item, content: Content | null) => void,
): void {
  if (piece.picture !== null) {
    push({ type: 'box', width: piece.picture.width, letters: 0 }, { piece, text: part, visible: true })
    return
  }
  const shaped = piece.font.shape(part)
  const anywhere = shaped.width > widest
  const inside =
    points.length === 0 ? points : points.filter(({ at }) => at > from && at < from + part.length)
  if (inside.length === 0 && !anywhere) {
    push(
      { type: 'box', width: shaped.width, letters: letterCount(part) },
      { piece, text: part, visible: true },
    )
    return
  }
  const x = offsets(shaped, part.length)
  let begun = 0
  const box = (end: number) => {
    const text = part.slice(begun, end)
    const width = (x[end] ?? 0) - (x[begun] ?? 0)
    push({ type: 'box', width, letters: letterCount(text) }, { piece, text, visible: true })
    begun = end
  }
  for (const point of anywhere ? everywhere(part, from, inside) : inside) {
    box(point.at - from)
    pushPoint(point, piece, push)
  }
  box(part.length)
}

/** A break between any two characters, with those that the word offers anyway. */
function everywhere(part: string, from: number, inside: readonly BreakPoint[]): readonly BreakPoint[] {
  const offered = new Map(inside.map(point => [point.at, point]))
  const points: BreakPoint[] = []
  for (let at = 1; at < part.length; at++) {
    const point = offered.get(from + at)
    if (point !== undefined) points.push(point)
    else if (!startsInside(part, at)) points.push({ at: from + at, ...anyBreak })
  }
  return points
}

function pushPoint(
  point: BreakPoint,
  piece: Piece,
  push: (item: Item, content: Content | null) => void,
): void {
  const { penalty, flagged, hyphen } = point
  const width = hyphen ? piece.font.shape('-').width : 0
  push({ type: 'penalty', width, penalty, flagged }, hyphen ? { piece, text: '-', visible: true } : null)
}

/** Is this the second half of a surrogate pair, or a combining mark? */
function startsInside(text: string, at: number): boolean {
  return /^[\udc00-\udfffp{M}]/.test(text.slice(at, at + 1))
}

function letterCount(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (isLetter(code) || (code >= 0x30 && code <= 0x39)) count++
  }
  return count
}

/** The same items with breaks at spaces that allow none, where what they hold together is wider than a line. */
export function loosened(items: readonly Item[], width: number): readonly Item[] {
  const loose = [...items]
  let begun = 0
  let wide = 0
  for (const [at, item] of items.entries()) {
    wide += item.type === 'penalty' ? 0 : item.width
    if (!(item.type === 'penalty' ? item.penalty < forbidden : item.type === 'glue' && item.breakable))
      continue
    if (wide > width)
      for (let index = begun; index < at; index++) {
        const held = loose[index]
        if (held?.type === 'glue') loose[index] = { ...held, breakable: true }
      }
    begun = at + 1
    wide = 0
  }
  return loose
}

/** Widths of a text: its widest unbreakable part, and its widest line when nothing is broken. */
export function contentWidths(
  text: PreparedText,
  points: WordBreaker,
  plainPoints: WordBreaker,
): { least: number; most: number } {
  const attempt = { points, plainPoints, widest: Number.POSITIVE_INFINITY }
  let least = 0
  let most = 0
  let part = 0
  let line = 0
  for (const item of makeItems(text, attempt).items) {
    if (item.type === 'penalty') {
      least = Math.max(least, part + item.width)
      part = 0
      if (item.penalty === -forbidden) {
        most = Math.max(most, line)
        line = 0
      }
      continue
    }
    line += item.width
    if (item.type === 'glue' && item.breakable) part = 0
    else part += item.width
    least = Math.max(least, part)
  }
  return { least, most }
}
