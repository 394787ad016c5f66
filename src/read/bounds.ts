/**
 * What the parser must not be given: Markdown that takes it quadratic time or its whole stack, and characters
 * that no output format may hold. Looked for in the plain text, so before it is parsed.
 */
import type { Node, Parent } from 'mdast'
import { report } from '../diagnostics/report.ts'
import type { Context } from './context.ts'

/** Unclosed HTML openers in one paragraph: each makes the parser look through all the rest of it. */
const mostUnclosed = 50

/**
 * @param context - of a text that has not been parsed yet
 * @returns may the text be parsed?
 */
export function withinBounds(context: Context): boolean {
  return [checkCharacters, checkNesting, checkUnclosed].every(check => check(context))
}

/**
 * XML 1.0 §2.2 forbids most of these, HTML the others; pasting from other programs brings them in. Those that turn
 * the direction of a text (Unicode 16, UAX #9 §2) show another text than is written.
 */
function checkCharacters({ text, lines, file }: Context): boolean {
  const found = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g
  let clean = true
  for (const { 0: character, index } of text.matchAll(found)) {
    report(file, 'control-character', lines.place(index, index + 1), { code: codePoint(character) })
    clean = false
  }
  return clean
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

function checkNesting({ text, lines, file, limits }: Context): boolean {
  const bound = limits.nesting
  const offsets: number[] = []
  const fences: number[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (containers(line, offsets, bound) > bound || directives(line, fences) > bound) {
      report(file, 'nesting-too-deep', lines.place(start, start + line.length), { bound })
      return false
    }
    start += line.length + 1
  }
  return true
}

const directiveFence = /^[ \t>]*(?:[-+*][ \t]+|\d{1,9}[.)][ \t]+)*(:{3,})(?=(\p{L})|[ \t]*$)/u

/**
 * Directives that can be open on one line. A fence of colons closes the outermost that it is long enough for.
 *
 * @param fences - colons of the open ones; updated for the next line
 */
function directives(line: string, fences: number[]): number {
  const found = line.includes(':::') ? directiveFence.exec(line) : null
  const { length } = found?.[1] ?? ''
  if (found === null) return fences.length
  if (found[2] !== undefined) return fences.push(length)
  const closed = fences.findIndex(open => open <= length)
  if (closed !== -1) fences.length = closed
  return fences.length
}

const thematicBreak = /^[ \t]*([-*])[ \t]*(?:\1[ \t]*){2,}$/

/**
 * Lists and quotations that can be open on one line: never fewer than there are, until there are too many.
 *
 * @param offsets - columns at which the text of the open list items begins; updated for the next line
 */
function containers(line: string, offsets: number[], deepest: number): number {
  const marker = /[ \t]*(?:(>)|([-+*]|\d{1,9}[.)])(?=[ \t]|$))/y
  let quotations = 0
  let column = 0
  for (let at = 0; quotations <= deepest && !thematicBreak.test(line.slice(at)); at = marker.lastIndex) {
    marker.lastIndex = at
    const found = marker.exec(line)
    if (found === null) break
    const [, quotation, bullet = ''] = found
    const width = quotation === undefined ? bullet.length : 1
    const begins = advance(column, line.slice(at, marker.lastIndex - width))
    column = begins + width
    if (quotation !== undefined) {
      quotations++
      continue
    }
    while ((offsets.at(-1) ?? 0) > begins) offsets.pop()
    offsets.push(column + 1)
    if (offsets.length > deepest) break
  }
  return quotations + offsets.length
}

/** The column after white space, with tab stops every four columns (CommonMark §2.2). */
function advance(column: number, space: string): number {
  for (const character of space) column += character === '\t' ? 4 - (column % 4) : 1
  return column
}

/** Marks mean nothing in it. */
const fencedCode = /^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,})[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm

const openers = /<!--|<\?|<!\[CDATA\[|<![A-Za-z]/g

function checkUnclosed({ text, lines, file }: Context): boolean {
  if (text.search(openers) === -1) return true
  let start = 0
  const prose = text.replace(fencedCode, code => code.replaceAll('<', ' '))
  for (const paragraph of prose.split(/(?<=\n[ \t]*\n)/)) {
    const unclosed = new Map<string, number>()
    const lastClosers = new Map<string, number>()
    for (const { 0: opener, index } of paragraph.matchAll(openers)) {
      const closer = closers[opener] ?? '>'
      const last = lastClosers.get(closer) ?? paragraph.lastIndexOf(closer)
      lastClosers.set(closer, last)
      if (index < last) continue
      const count = (unclosed.get(closer) ?? 0) + 1
      unclosed.set(closer, count)
      if (count > mostUnclosed) {
        const place = lines.place(start + index, start + index + opener.length)
        report(file, 'html-unclosed', place, { opener, closer, bound: mostUnclosed })
        return false
      }
    }
    start += paragraph.length
  }
  return true
}

const closers: Readonly<Record<string, string>> = { '<!--': '-->', '<?': '?>', '<![CDATA[': ']]>' }

/**
 * The nesting that only the parsed tree shows (emphasis, brackets): what comes later walks it by recursion.
 *
 * @returns may the tree be walked?
 */
export function withinDepth(tree: Parent, { lines, file, limits }: Context): boolean {
  // Each list is two nodes, and holds emphasis and links.
  const deepestTree = 3 * limits.nesting
  let level: readonly Node[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level
    if (depth > deepestTree && first !== undefined) {
      const start = first.position?.start.offset ?? 0
      const end = first.position?.end.offset ?? start
      report(file, 'nesting-too-deep', lines.place(start, end), { bound: deepestTree })
      return false
    }
    level = level.flatMap(node => ('children' in node ? (node as Parent).children : []))
  }
  return true
}
