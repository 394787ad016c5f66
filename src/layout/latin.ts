/**
 * Shapes plain Latin words without HarfBuzz, whose start-up costs more than laying out a whole brief: cmap, single
 * and ligature substitution, pair kerning. Whatever else a face would do to a word (a contextual rule that matches,
 * a mark, a value we don't apply) is answered with null, and HarfBuzz shapes that word; a test holds the two equal.
 */
import type { FontFace } from '../fonts/types.ts'
import { matchesContext } from './context.ts'
import { classOf, coverageIndex, type FaceTables, faceTables, type Lookup, lookupsOf } from './opentype.ts'

/** A glyph in font units with the text of its cluster. */
export interface ShapedGlyph {
  readonly id: number
  readonly advance: number
  readonly dx: number
  readonly dy: number
  readonly text: string
}

/** Shapes one word, or answers null when HarfBuzz has to. */
export type LatinShaper = (text: string) => readonly ShapedGlyph[] | null

/** OpenType language systems of the languages we know; text in another goes to HarfBuzz, which knows them all. */
const systems: Readonly<Record<string, string>> = { es: 'ESP ', en: 'ENG ', pt: 'PTG ', fr: 'FRA ' }

/** The features that HarfBuzz applies to horizontal text of the default shaper. */
const substitutions = new Set(['rvrn', 'ccmp', 'locl', 'rlig', 'liga', 'clig', 'calt', 'rclt'])
const positionings = new Set(['kern', 'dist', 'curs', 'mark', 'mkmk', 'abvm', 'blwm'])
const ligatures = ['liga', 'clig']

/** What a text asks of its font beyond what every text gets. */
export interface Wishes {
  /** OpenType tags, in order and with spaces between: figures, small capitals. */
  readonly features: string
  /** false leaves optional ligatures out (letter-spaced text). */
  readonly ligated: boolean
}

/** Lookup flags that skip glyphs of a word: right to left, base glyphs, ligatures. */
const skipping = 0x7

/** Latin letters, digits and the punctuation around them: nothing that combines or runs from right to left. */
const plain = /^[!-~¡-§©-¬®°-³¶·¹-ɏḀ-ỿ‐‑–—‘-„†-•…‰′″‹›⁰-ⁿ₀-₎€№™←-⇿∀-⋿]+$/

/**
 * @param language - BCP 47
 * @returns null when the face or the language needs HarfBuzz for every word
 */
export function latinShaper(
  face: FontFace,
  language: string,
  { features, ligated }: Wishes,
): LatinShaper | null {
  const system = systems[language.split('-')[0] ?? '']
  const tables = faceTables(face)
  if (system === undefined || usesOtherTables(tables)) return null
  const usual = [...substitutions].filter(feature => ligated || !ligatures.includes(feature))
  const wanted = new Set([...usual, ...features.split(' ')])
  const substitute = lookupsOf(tables.font, 'GSUB', system, wanted, 7)
  const position = lookupsOf(tables.font, 'GPOS', system, positionings, 9)
  const covering = coveringLookups(tables.font.view, substitute)
  const kern = pairKerning(tables.font.view, position)
  const unkerned: (ShapedGlyph | undefined)[] = []

  return text => {
    if (!plain.test(text)) return null
    const run: Run = { ids: [], texts: [] }
    // Characters of a code unit each.
    for (let at = 0; at < text.length; at++) {
      const glyph = tables.glyphOf(text.charCodeAt(at))
      if (glyph === 0 || tables.isMark(glyph)) return null
      run.ids.push(glyph)
      run.texts.push(text.charAt(at))
    }
    return applyLookups(tables.font.view, substitute, covering, run)
      ? placed(tables, run, kern, unkerned)
      : null
  }
}

interface Run {
  readonly ids: number[]
  readonly texts: string[]
}

/** AAT substitution, or a `kern` table that no GPOS kerning replaces: HarfBuzz applies both. */
function usesOtherTables({ font }: FaceTables): boolean {
  if (font.tables.has('morx') || font.tables.has('kerx')) return true
  return font.tables.has('kern') && lookupsOf(font, 'GPOS', 'dflt', new Set(['kern']), 9).length === 0
}

/** @param unkerned - by glyph, one with its own advance: words share it */
function placed(
  tables: FaceTables,
  { ids, texts }: Run,
  kern: Kerning,
  unkerned: (ShapedGlyph | undefined)[],
): readonly ShapedGlyph[] | null {
  const glyphs: ShapedGlyph[] = []
  for (let index = 0; index < ids.length; index++) {
    const id = ids[index] ?? 0
    const text = texts[index] ?? ''
    const next = ids[index + 1]
    const adjustment = next === undefined ? 0 : kern(id, next)
    if (adjustment === null) return null
    const known = unkerned[id]
    if (adjustment === 0 && known?.text === text) glyphs.push(known)
    else {
      const glyph = { id, advance: tables.advanceOf(id) + adjustment, dx: 0, dy: 0, text }
      if (adjustment === 0) unkerned[id] = glyph
      glyphs.push(glyph)
    }
  }
  return glyphs
}

/** Which lookups begin at a glyph, remembered: most letters have none. */
function coveringLookups(view: DataView, lookups: readonly Lookup[]): (glyph: number) => readonly number[] {
  const known: (readonly number[] | undefined)[] = []
  return glyph => {
    let found = known[glyph]
    if (found === undefined) {
      found = lookups.flatMap((lookup, index) =>
        lookup.subtables.some(subtable => begins(view, lookup.type, subtable, glyph)) ? [index] : [],
      )
      known[glyph] = found
    }
    return found
  }
}

function begins(view: DataView, type: number, subtable: number, glyph: number): boolean {
  const byCoverages = (type === 5 || type === 6) && view.getUint16(subtable) === 3
  if (!byCoverages) return coverageIndex(view, subtable + view.getUint16(subtable + 2), glyph) >= 0
  if (type === 5) return coverageIndex(view, subtable + view.getUint16(subtable + 6), glyph) >= 0
  const input = subtable + 4 + 2 * view.getUint16(subtable + 2)
  return coverageIndex(view, subtable + view.getUint16(input + 2), glyph) >= 0
}

/** Applies every lookup in order; false when one of them would do what we don't. */
function applyLookups(
  view: DataView,
  lookups: readonly Lookup[],
  covering: (glyph: number) => readonly number[],
  run: Run,
): boolean {
  if (run.ids.every(id => covering(id).length === 0)) return true
  const used = new Set<number>()
  for (const id of run.ids) for (const index of covering(id)) used.add(index)
  for (let index = 0; index < lookups.length; index++) {
    const lookup = lookups[index]
    if (lookup === undefined || !used.has(index)) continue
    for (let at = 0; at < run.ids.length; at++) {
      const before = run.ids[at] ?? 0
      if (!covering(before).includes(index)) continue
      if (!applyAt(view, lookup, run, at)) return false
      const after = run.ids[at] ?? 0
      if (after !== before) for (const later of covering(after)) used.add(later)
    }
  }
  return true
}

function applyAt(view: DataView, lookup: Lookup, run: Run, at: number): boolean {
  if ((lookup.flag & skipping) !== 0) return false
  const glyph = run.ids[at] ?? 0
  for (const subtable of lookup.subtables) {
    if (lookup.type === 5 || lookup.type === 6) {
      if (matchesContext(view, lookup.type, subtable, run.ids, at)) return false
      continue
    }
    const index = coverageIndex(view, subtable + view.getUint16(subtable + 2), glyph)
    if (index < 0) continue
    if (lookup.type === 1) {
      const format = view.getUint16(subtable)
      run.ids[at] =
        format === 1
          ? (glyph + view.getUint16(subtable + 4)) & 0xffff
          : view.getUint16(subtable + 6 + 2 * index)
      return true
    }
    if (lookup.type !== 4) return false
    if (ligate(view, subtable + view.getUint16(subtable + 6 + 2 * index), run, at)) return true
  }
  return true
}

/** Replaces the glyphs of the first ligature of a set that fits. */
function ligate(view: DataView, set: number, run: Run, at: number): boolean {
  for (let index = 0; index < view.getUint16(set); index++) {
    const ligature = set + view.getUint16(set + 2 + 2 * index)
    const count = view.getUint16(ligature + 2)
    let fits = true
    for (let next = 1; fits && next < count; next++) {
      fits = run.ids[at + next] === view.getUint16(ligature + 2 + 2 * next)
    }
    if (!fits) continue
    run.ids.splice(at, count, view.getUint16(ligature))
    run.texts.splice(at, count, run.texts.slice(at, at + count).join(''))
    return true
  }
  return false
}

/** Kerning between two glyphs in font units; null where a lookup does more than that. */
type Kerning = (left: number, right: number) => number | null

/** A pair subtable that covers a left glyph: its index in the coverage, or its class. */
interface LeftSide {
  readonly subtable: number
  readonly named: boolean
  readonly index: number
}

/** ValueFormat bits (OpenType 1.9.1, GPOS): xAdvance is the one we apply. */
const xAdvance = 0x4

function pairKerning(view: DataView, lookups: readonly Lookup[]): Kerning {
  const pairs = lookups.filter(({ type }) => type === 2)
  // Attachment to marks (4 to 6): a plain word has none. What is left is single, cursive and contextual positioning.
  const others = lookups.filter(({ type }) => type !== 2 && (type < 4 || type > 6))
  const skips = pairs.some(({ flag }) => (flag & skipping) !== 0)
  const touched: (boolean | undefined)[] = []
  const lefts: (readonly (readonly LeftSide[])[] | undefined)[] = []
  const known = new Map<number, number | null>()

  const isTouched = (glyph: number): boolean => {
    let found = touched[glyph]
    if (found === undefined) {
      found = others.some(({ type, subtables }) => {
        const like = type === 7 ? 5 : type === 8 ? 6 : 1
        return subtables.some(subtable => begins(view, like, subtable, glyph))
      })
      touched[glyph] = found
    }
    return found
  }
  const sidesOf = (glyph: number): readonly (readonly LeftSide[])[] => {
    let found = lefts[glyph]
    if (found === undefined) {
      found = pairs
        .map(({ subtables }) => leftSides(view, subtables, glyph))
        .filter(sides => sides.length > 0)
      lefts[glyph] = found
    }
    return found
  }
  return (left, right) => {
    const key = left * 0x10000 + right
    let value = known.get(key)
    if (value === undefined) {
      value = isTouched(left) || isTouched(right) ? null : pairsValue(view, sidesOf(left), right)
      if (skips && value !== 0) value = null
      known.set(key, value)
    }
    return value
  }
}

function leftSides(view: DataView, subtables: readonly number[], glyph: number): readonly LeftSide[] {
  const sides: LeftSide[] = []
  for (const subtable of subtables) {
    const index = coverageIndex(view, subtable + view.getUint16(subtable + 2), glyph)
    if (index < 0) continue
    const named = view.getUint16(subtable) === 1
    const first = named ? index : classOf(view, subtable + view.getUint16(subtable + 8), glyph)
    sides.push({ subtable, named, index: first })
  }
  return sides
}

/** Every lookup adds what the first of its subtables that has the pair says. */
function pairsValue(view: DataView, lookups: readonly (readonly LeftSide[])[], right: number): number | null {
  let total = 0
  for (const sides of lookups) {
    for (const { subtable, named, index } of sides) {
      const record = named ? namedPair(view, subtable, index, right) : classPair(view, subtable, index, right)
      if (record === 0) continue
      const first = view.getUint16(subtable + 4)
      if (first !== xAdvance || view.getUint16(subtable + 6) !== 0) return null
      total += view.getInt16(record)
      break
    }
  }
  return total
}

function valueSize(view: DataView, subtable: number): number {
  let size = 0
  for (
    let bits = view.getUint16(subtable + 4) | (view.getUint16(subtable + 6) << 16);
    bits !== 0;
    bits >>>= 1
  ) {
    size += 2 * (bits & 1)
  }
  return size
}

/** Offset of the values of a pair in PairPosFormat1, 0 when it isn't there. */
function namedPair(view: DataView, subtable: number, index: number, right: number): number {
  const set = subtable + view.getUint16(subtable + 10 + 2 * index)
  const step = 2 + valueSize(view, subtable)
  let low = 0
  let high = view.getUint16(set) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const record = set + 2 + step * middle
    const second = view.getUint16(record)
    if (right < second) high = middle - 1
    else if (right > second) low = middle + 1
    else return record + 2
  }
  return 0
}

/** Offset of the values of two classes in PairPosFormat2; as in HarfBuzz, second glyphs without a class don't count. */
function classPair(view: DataView, subtable: number, first: number, right: number): number {
  const second = classOf(view, subtable + view.getUint16(subtable + 10), right)
  if (second === 0) return 0
  const seconds = view.getUint16(subtable + 14)
  return subtable + 16 + (first * seconds + second) * valueSize(view, subtable)
}
