/** Which character of the source each character of a text node came from. */
import type { Text } from 'mdast'
import { decodeString } from 'micromark-util-decode-string'
import { type Context, offsets } from './context.ts'

export interface SourceText {
  /** Offset in the file of the character at an index of the value; of the node's end after the last. */
  readonly at: (index: number) => number
  /** Is it written as it is, neither by an escape nor by a character reference? */
  readonly literal: (index: number) => boolean
}

const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z\d]{1,31});/y

interface Kept {
  readonly value: string
  readonly source: SourceText
}

/** A text that is looked at for each of its thousand brackets is walked through once. */
const kept = new WeakMap<Text, Kept>()

/** A text whose source is not where its node stands, as of a title with escapes: all of it counts as written. */
export function standsAt(node: Text, start: number): void {
  kept.set(node, { value: node.value, source: { at: () => start, literal: () => true } })
}

/** Of a node whose place still is that of its whole value. */
export function sourceText(node: Text, context: Context): SourceText {
  const former = kept.get(node)
  if (former?.value === node.value) return former.source
  const source = walked(node, context)
  kept.set(node, { value: node.value, source })
  return source
}

/**
 * Walks along value and source together. Where they part in a way that no rule of CommonMark explains, the rest
 * stands at the node's end and counts as not literal, so that it is left alone.
 */
function walked(node: Text, { text }: Context): SourceText {
  const { value } = node
  const { start, end } = offsets(node)
  if (text.slice(start, end) === value) {
    return { at: index => start + index, literal: () => true }
  }
  const starts: number[] = []
  const literals: boolean[] = []
  let from = start
  for (let index = 0; index < value.length && from < end; ) {
    const step = stepAt(text, from, end, value, index)
    if (step === null) break
    for (let count = 0; count < step.made; count++) {
      starts.push(step.begins)
      literals.push(step.literal)
    }
    index += step.made
    from = step.next
  }
  return { at: index => starts[index] ?? end, literal: index => literals[index] ?? false }
}

interface Step {
  readonly begins: number
  readonly next: number
  /** Characters of the value. */
  readonly made: number
  readonly literal: boolean
}

function stepAt(text: string, from: number, end: number, value: string, index: number): Step | null {
  const written = text[from]
  const wanted = value[index]
  if (written === '\\' && text[from + 1] === wanted && /[!-/:-@[-`{-~]/.test(wanted ?? '')) {
    return { begins: from, next: from + 2, made: 1, literal: false }
  }
  if (written === '&') {
    reference.lastIndex = from
    const found = reference.exec(text)?.[0]
    const decoded = found === undefined ? '' : decodeString(found)
    if (found !== undefined && decoded !== found && value.startsWith(decoded, index)) {
      return { begins: from, next: from + found.length, made: decoded.length, literal: false }
    }
  }
  if (written === wanted && wanted !== '\n') return { begins: from, next: from + 1, made: 1, literal: true }
  if (wanted !== '\n') return null
  // White space before a line's end goes, and so do the indentation and marks of quotations after it.
  const lineEnd = text.indexOf('\n', from)
  if (lineEnd === -1 || lineEnd >= end || text.slice(from, lineEnd).trim() !== '') return null
  const marks = /[ \t>]*/y
  marks.lastIndex = lineEnd + 1
  const next = lineEnd + 1 + (marks.exec(text)?.[0].length ?? 0)
  return { begins: lineEnd, next, made: 1, literal: true }
}

/** Is every character of a stretch written as it is? */
export function isLiteral(source: SourceText, from: number, length: number): boolean {
  for (let index = from; index < from + length; index++) if (!source.literal(index)) return false
  return true
}
