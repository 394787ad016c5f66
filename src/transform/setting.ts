/** What typography changes in a line of text by the rules of one language, quotation marks apart. */
import type { Typography } from '../locale/typography.ts'

/** Characters to replace; of length 0: to put in. */
export interface Change {
  readonly at: number
  readonly length: number
  readonly text: string
}

const noBreak = '\u00A0'

/** @param text - of a line, U+FFFC for what is no text */
export function* settingChanges(text: string, language: Typography): Generator<Change> {
  if (text.includes('...')) yield* ellipses(text)
  if (text.includes('-')) {
    yield* ranges(text, language)
    if (language.asides) yield* asides(text)
  }
  yield* spaces(text, language)
  yield* spacedMarks(text, language)
}

function* ellipses(text: string): Generator<Change> {
  for (const { index } of text.matchAll(/(?<!\.)\.{3}(?!\.)/g)) yield { at: index, length: 3, text: '…' }
}

/** Numbers joined by a hyphen, by themselves: no part of a code («004-2019-JUS»), date or address. */
const joined = /(?<![\p{L}\p{N}.,/_@-])(\p{N}+(?:[.,]\p{N}+)*)-(\p{N}+(?:[.,]\p{N}+)*)(?![\p{L}\p{N}/_@-])/gu

function* ranges(text: string, { range, beforeCodes }: Typography): Generator<Change> {
  for (const { 0: whole, 1: from = '', 2: to = '', index } of text.matchAll(joined)) {
    if (!ascends(from, to) || beforeCodes.includes(wordBefore(text, index).toLowerCase())) continue
    yield { at: index + whole.indexOf('-'), length: 1, text: range }
  }
}

/** «20-25», «1998-99»; not «004-019», nor «204-2400», a telephone. */
function ascends(from: string, to: string): boolean {
  if (/^0\d/.test(from) || (/^0\d/.test(to) && to.length !== 2)) return false
  const [least, most] = [Number(from.replace(',', '.')), Number(to.replace(',', '.'))]
  if (/^\d{4}$/.test(from) && /^\d{2}$/.test(to)) return Number(from.slice(2)) < most
  if (from.length === 3 && /^\d{4,}$/.test(to)) return false
  return Number.isFinite(least) && Number.isFinite(most) ? least < most : from.length <= to.length
}

/** The word before a number, without the space between. */
function wordBefore(text: string, at: number): string {
  const end = /\s/.test(text.charAt(at - 1)) ? at - 1 : at
  return tokenBefore(text, end)
}

/** Longer than any word that the tables name. */
const longest = 20

/** What stands before an offset, back to a space, bracket or mark that opens. */
function tokenBefore(text: string, end: number): string {
  let start = end
  while (start > 0 && end - start < longest && !/[\s([{«“‘"'¿¡\u2014\u2013]/.test(text.charAt(start - 1)))
    start--
  return text.slice(start, end)
}

/** Pairs of hyphens that hold an aside as dashes do: « -así- ». No sign («-5»), no half of a word («pre- y pos-»). */
function* asides(text: string): Generator<Change> {
  let opening = -1
  for (const { index: at } of text.matchAll(/(?<!-)-(?!-)/g)) {
    const before = text.charAt(at - 1)
    const after = text.charAt(at + 1)
    if (/[\s(«“"]/.test(before) && /[\p{L}«“"'¿¡(\uFFFC]/u.test(after)) opening = at
    else if (opening !== -1 && /[^\s]/.test(before) && (after === '' || /[\s.,;:!?…)»”"]/.test(after))) {
      if (at - opening <= longestAside) {
        yield { at: opening, length: 1, text: '—' }
        yield { at, length: 1, text: '—' }
      }
      opening = -1
    }
  }
}

const longestAside = 300

const currency = new Set(['S/', 'S/.', 'US$', 'R$', '$', '€', '£', 'USD', 'PEN', 'EUR'])
const unit =
  /^(?:[%‰€£]|°[CF]?|[kcm]?m[²³]?|ha|[km]?g|m?l|t|[kMG]W|kWh|[kMG]?Hz|[kMG]B|h|min|USD|PEN|EUR)(?![\p{L}\p{N}])/u

interface Tables {
  readonly numbers: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  readonly compounds: ReadonlyMap<string, string>
}
const known = new Map<Typography, Tables>()

function tablesOf(language: Typography): Tables {
  let tables = known.get(language)
  if (tables === undefined) {
    const { beforeNumbers, beforeNames, compounds } = language
    tables = { numbers: new Set(beforeNumbers), names: new Set(beforeNames), compounds: new Map(compounds) }
    known.set(language, tables)
  }
  return tables
}

/** Spaces at which no line may end. */
function* spaces(text: string, language: Typography): Generator<Change> {
  const tables = tablesOf(language)
  // No regular expression: most of a text is letters.
  for (let at = 1; at < text.length - 1; at++) {
    const code = text.charCodeAt(at)
    // In a source a line end is a space.
    if ((code === 0x20 || code === 0x0a) && binds(text, at, tables)) yield { at, length: 1, text: noBreak }
  }
}

function binds(text: string, at: number, { numbers, names, compounds }: Tables): boolean {
  const last = text.charAt(at - 1)
  const next = text.charAt(at + 1)
  // Most spaces stand between two words in small letters.
  if (isSmall(last) && (isSmall(next) || /\s/.test(next))) return false
  const token = tokenBefore(text, at)
  const rest = text.slice(at + 1, at + 13)
  const word = token.toLowerCase()
  if (numbers.has(word) && /^(?:\p{N}|[IVXLC]+(?![\p{L}\p{N}])|N\.?[º°])/u.test(rest)) return true
  if (names.has(word) && /^\p{Lu}/u.test(rest)) return true
  if (currency.has(token)) return /^\p{N}/u.test(rest)
  if (/^N\.?[º°]\s?\p{N}/u.test(rest)) return /^\p{Lu}/u.test(token)
  if (/\p{N}$/u.test(token)) {
    if (/^\d{1,3}$/.test(token) && /^\d{3}(?!\d)/.test(rest)) return true
    return unit.test(rest) || /^[ap]\.\s?m\./.test(rest)
  }
  if (last !== '.') return false
  const second = compounds.get(word)
  if (second !== undefined && rest.startsWith(second)) return true
  // «J. M. Arguedas», «a. C.»
  if (/^(?:\p{Lu}\.)+$/u.test(token)) return /^\p{Lu}[\p{L}.]/u.test(rest)
  if (/^\p{L}\.$/u.test(token)) return /^\p{L}\./u.test(rest)
  // «EE. UU.»
  return /^(\p{Lu})\1\.$/u.test(token) && /^(\p{Lu})\1\./u.test(rest)
}

function isSmall(character: string): boolean {
  return character >= 'a' && character <= 'z'
}

/** «Qui ?», «à savoir : »: French. */
function* spacedMarks(text: string, { spaceBefore }: Typography): Generator<Change> {
  for (const [mark, space] of Object.entries(spaceBefore)) {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
      if (!/[\s»”")\]!?]|^$/.test(text.charAt(at + 1))) continue
      const before = text.charAt(at - 1)
      if (before === ' ') yield { at: at - 1, length: 1, text: space }
      else if (/[\p{L}\p{N}»”")\]%\uFFFC]/u.test(before)) yield { at, length: 0, text: space }
    }
  }
}
