/** When two paragraphs say the same. Too strict is safe here: an unequal copy is reported as a near-repeat. */
import { singleSpaces } from '../text/fold.ts'
import type { Content } from './content.ts'

/** Between a letter with its marks and another letter; white space alone is folded anyway, and is most of a text. */
const ignored = /[\s,;"]*[,;"](?<=\p{L}\p{M}*[\s,;"]+)[\s,;"]*(?=\p{L})/gu
const doubleQuotes = /[\u201C\u201D\u201E\u201F\u00AB\u00BB]/g
const apostrophes = /[\u2018\u2019\u201B\u02BC]/g

/**
 * A text as compared: NFC, case and white space folded, variants of quotation marks and apostrophes unified;
 * commas, semicolons and quotation marks between letters ignored. Compatibility forms stay apart (10² is not 102),
 * and so do digits, signs, accents, ¿ and ?.
 */
export function comparable(text: string): string {
  const folded = text
    .normalize('NFC')
    .toLowerCase()
    .replace(doubleQuotes, '"')
    .replace(apostrophes, "'")
    .replace(ignored, ' ')
  return singleSpaces(folded)
}

/**
 * What two paragraphs have in common exactly when they are equal: their comparable text, and every mark on it
 * (emphasis, links, notes, images, code) with what it covers.
 */
export function equalityKey(paragraph: Content): string {
  const run: Run = { text: [], length: 0, marks: [] }
  for (const child of paragraph.children ?? []) gather(child, run)
  return `${comparable(run.text.join(''))}\0${JSON.stringify(run.marks)}`
}

/** The comparable text in an {@link equalityKey}, without its marks. */
export function comparableOf(key: string): string {
  return key.slice(0, key.indexOf('\0'))
}

interface Run {
  readonly text: string[]
  /** Characters so far, without those that may be ignored: where marks begin and end. */
  length: number
  readonly marks: (readonly [kind: string, from: number, to: number])[]
}

function gather(node: Content, run: Run): void {
  // Whether an acronym has been explained before is no difference between two paragraphs.
  if (node.type === 'text' || node.type === 'abbreviation') {
    const text = String(node.value)
    run.text.push(text)
    run.length += countedLength(text.normalize('NFC'))
    return
  }
  const from = run.length
  for (const child of node.children ?? []) gather(child, run)
  run.marks.push([ownValues(node), from, run.length])
}

/** Characters of a text that {@link comparable} never ignores. */
function countedLength(text: string): number {
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Letters of ASCII, most of a text, need no look at the rest.
    if ((code >= 0x61 && code <= 0x7a) || !mayBeIgnored.test(text.charAt(at))) length++
  }
  return length
}

const mayBeIgnored = /[\s,;"\u201C\u201D\u201E\u201F\u00AB\u00BB]/

/** Type and own values: a link's address, the very text of code. */
function ownValues(node: Content): string {
  return JSON.stringify(Object.entries(node).filter(([key]) => !elsewhere.has(key)))
}
const elsewhere = new Set(['position', 'place', 'data', 'children'])
