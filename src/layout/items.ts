/**
 * A paragraph as boxes, glue and penalties. Mixed styles stand in one list, and every item knows what it prints.
 */
import type { BreakPoint, WordBreaker } from './breaks.ts'
import { fontItems, type PrintedItem, printed } from './font-items.ts'
import { forbidden } from './lines.ts'
import { lineBreak } from './spans.ts'
import type { Piece, PreparedText, Run } from './text.ts'

/** `items[i]` prints in the font and colour of `pieces[i]`; for a penalty, when a line ends there. */
export interface Paragraph {
  readonly items: readonly PrintedItem[]
  readonly pieces: readonly (Piece | null)[]
}

/** Where words may be broken beside the spaces: how hard an attempt tries. */
export interface Attempt {
  readonly points: WordBreaker
  /** The same for text that isn't hyphenated. */
  readonly plainPoints: WordBreaker
  /** Words wider than this are broken anywhere, points. */
  readonly widest: number
  /** May the first and last letters of lines stand out of the measure? */
  readonly hanging: boolean
}

/** The items of a text, ending in the penalty that ends the last line. */
export function makeItems(prepared: PreparedText, attempt: Attempt): Paragraph {
  const { text, runs } = prepared
  const items: PrintedItem[] = []
  const pieces: (Piece | null)[] = []
  const push: Push = (item, piece) => {
    items.push(item)
    pieces.push(piece)
  }
  let at = 0
  for (const [index, run] of runs.entries()) {
    const { piece, end } = run
    const font = fontItems(piece.font, attempt)
    const words = font.words(breakerOf(run, attempt))
    const plain = run.visible && piece.picture === null && attempt.widest === Number.POSITIVE_INFINITY
    const isLabel = isPageLabel(run)
    const beforeNote = isNoteNumber(runs[index + 1])
    while (at < end) {
      const first = text.charCodeAt(at)
      let next = at + 1
      if (first === lineBreak) {
        push(newLine, piece)
      } else if (isSpace(first)) {
        // «p. 4» stays together.
        const held = (isLabel && at > run.start) || (beforeNote && next === end)
        push(font.space(first, held || holdsTogether(text, at)), piece)
      } else {
        while (next < text.length && !endsWord(text.charCodeAt(next))) next++
        if (plain && next <= end) for (const item of words(text.slice(at, next))) push(item, piece)
        else pushWord(text, at, next, runs, index, attempt, push)
      }
      // A word may end in a later run.
      at = next
    }
  }
  push(newLine, null)
  return { items, pieces }
}

type Push = (item: PrintedItem, piece: Piece | null) => void

const newLine = printed({ type: 'penalty', text: ' ', width: 0, penalty: -forbidden })

function breakerOf({ hyphenate, points }: Run, attempt: Attempt): WordBreaker {
  if (!hyphenate || attempt.points === attempt.plainPoints) return attempt.plainPoints
  return points ?? attempt.points
}

function endsWord(code: number): boolean {
  return isSpace(code) || code === lineBreak
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x2007 || code === 0x202f
}

/** A space inside guillemets or before double punctuation, as French sets them, keeps its neighbours together. */
function holdsTogether(text: string, at: number): boolean {
  const after = codeAt(text, at + 1)
  if (after === closing || codeAt(text, at - 1) === opening) return true
  if (after !== 0x3a && after !== 0x3b && after !== 0x21 && after !== 0x3f) return false
  const beyond = codeAt(text, at + 2)
  return beyond === 0 || endsWord(beyond)
}

const opening = 0xab
const closing = 0xbb

/** 0 beyond the text's ends. */
function codeAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0
}

/** The space before it belongs to it too. */
function isPageLabel({ piece: { owner } }: Run): boolean {
  return owner.kind === 'content' && owner.node.type === 'pageReference'
}

/** No line begins with the number of a note. */
function isNoteNumber(run: Run | undefined): boolean {
  return run?.piece.owner.kind === 'content' && run.piece.owner.node.type === 'footnoteReference'
}

/** A word in several pieces, or one that is not set as it is. */
function pushWord(
  text: string,
  start: number,
  end: number,
  runs: readonly Run[],
  firstRun: number,
  attempt: Attempt,
  push: Push,
): void {
  // A raised number after a word is no part of it.
  let stop = end
  for (let index = firstRun + 1; (runs[index]?.start ?? end) < stop; index++) {
    if (runs[index]?.piece.rise !== 0) stop = runs[index]?.start ?? end
  }
  const base = runs[firstRun]
  const breaker = base === undefined ? attempt.plainPoints : breakerOf(base, attempt)
  const points = breaker(text.slice(start, stop))
  const wide = wordWidth(text, start, end, runs, firstRun) > attempt.widest
  for (let index = firstRun; index < runs.length; index++) {
    const run = runs[index]
    if (run === undefined || run.start >= end) break
    const from = Math.max(run.start, start)
    const to = Math.min(run.end, end)
    const { piece } = run
    const part = text.slice(from, to)
    if (!run.visible) push(unseenBox(part), piece)
    else pushPart(part, from - start, piece, points, wide ? 0 : attempt.widest, attempt, push)
    const atEnd = points.find(point => start + point.at === to)
    if (to === end) break
    const { point } = fontItems(piece.font, attempt)
    if (atEnd !== undefined) push(point(atEnd), piece)
    else if (wide && run.visible && !isNoteNumber(runs[index + 1]))
      push(point({ at: to, ...anyBreak }), piece)
  }
}

/** Text that only a reader gets. */
function unseenBox(text: string): PrintedItem {
  return printed({ type: 'box', text, width: 0, visible: false })
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
  attempt: Attempt,
  push: Push,
): void {
  if (piece.picture !== null) {
    push(printed({ type: 'box', text: part, width: piece.picture.width }), piece)
    return
  }
  const within = points.flatMap(point => {
    const at = point.at - from
    return at > 0 && at < part.length ? [{ ...point, at }] : []
  })
  const anywhere = piece.font.shape(part).width > widest
  const inside = anywhere ? everywhere(part, within) : within
  for (const item of fontItems(piece.font, attempt).part(part, inside)) push(item, piece)
}

/** A break between any two characters, with those that the word offers anyway. */
function everywhere(part: string, inside: readonly BreakPoint[]): readonly BreakPoint[] {
  const offered = new Map(inside.map(point => [point.at, point]))
  const points: BreakPoint[] = []
  for (let at = 1; at < part.length; at++) {
    const point = offered.get(at)
    if (point !== undefined) points.push(point)
    else if (!startsInside(part, at)) points.push({ at, ...anyBreak })
  }
  return points
}

/** Is this the second half of a surrogate pair, or a combining mark? */
function startsInside(text: string, at: number): boolean {
  return /^[\udc00-\udfffp{M}]/.test(text.slice(at, at + 1))
}

/** The same items with breaks at spaces that allow none, where what they hold together is wider than a line. */
export function loosened(items: readonly PrintedItem[], width: number): readonly PrintedItem[] {
  const loose = [...items]
  let begun = 0
  let wide = 0
  for (const [at, item] of items.entries()) {
    wide += item.type === 'penalty' ? 0 : item.width
    if (!(item.type === 'penalty' ? item.penalty < forbidden : item.breakable)) continue
    if (wide > width)
      for (let index = begun; index < at; index++) {
        const held = loose[index]
        if (held?.type === 'glue') loose[index] = printed({ ...held, breakable: true })
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
  const attempt = { points, plainPoints, widest: Number.POSITIVE_INFINITY, hanging: false }
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
    if (item.breakable) part = 0
    else part += item.width
    least = Math.max(least, part)
  }
  return { least, most }
}
