/** Would a contextual rule of a font touch this word? (OpenType 1.9.1, GSUB lookup types 5 and 6.) */
import { classOf, coverageIndex } from './opentype.ts'

type Test = (value: number, glyph: number) => boolean

/**
 * @param type - 5: context; 6: chained context
 * @param subtable - offset in the file
 * @param ids - glyphs of the word
 * @param at - where the rule would begin
 */
export function matchesContext(
  view: DataView,
  type: number,
  subtable: number,
  ids: readonly number[],
  at: number,
): boolean {
  const format = view.getUint16(subtable)
  if (format === 3) return matchesCoverages(view, type, subtable, ids, at)
  const glyph = ids[at] ?? 0
  const index = coverageIndex(view, subtable + view.getUint16(subtable + 2), glyph)
  if (index < 0) return false
  const chained = type === 6
  const byClass = (header: number): Test => {
    const classes = subtable + view.getUint16(subtable + header)
    return (value, id) => classOf(view, classes, id) === value
  }
  const same: Test = (value, id) => value === id
  const input = format === 1 ? same : byClass(chained ? 6 : 4)
  const back = format === 1 ? same : chained ? byClass(4) : same
  const ahead = format === 1 ? same : chained ? byClass(8) : same
  const list = format === 1 ? 4 : chained ? 10 : 6
  const which =
    format === 1 ? index : classOf(view, subtable + view.getUint16(subtable + (chained ? 6 : 4)), glyph)
  if (which >= view.getUint16(subtable + list)) return false
  const setOffset = view.getUint16(subtable + list + 2 + 2 * which)
  if (setOffset === 0) return false
  const set = subtable + setOffset
  for (let rule = 0; rule < view.getUint16(set); rule++) {
    const start = set + view.getUint16(set + 2 + 2 * rule)
    if (matchesRule(view, start, chained, ids, at, { back, input, ahead })) return true
  }
  return false
}

interface Tests {
  readonly back: Test
  readonly input: Test
  readonly ahead: Test
}

function matchesRule(
  view: DataView,
  rule: number,
  chained: boolean,
  ids: readonly number[],
  at: number,
  { back, input, ahead }: Tests,
): boolean {
  let offset = rule
  if (chained) {
    const count = view.getUint16(offset)
    if (!sequence(view, offset + 2, count, ids, at - 1, -1, back)) return false
    offset += 2 + 2 * count
  }
  const inputs = view.getUint16(offset)
  const values = chained ? offset + 2 : offset + 4
  if (!sequence(view, values, inputs - 1, ids, at + 1, 1, input)) return false
  if (!chained) return true
  offset = values + 2 * (inputs - 1)
  return sequence(view, offset + 2, view.getUint16(offset), ids, at + inputs, 1, ahead)
}

function sequence(
  view: DataView,
  values: number,
  count: number,
  ids: readonly number[],
  from: number,
  step: number,
  test: Test,
): boolean {
  for (let index = 0; index < count; index++) {
    const id = ids[from + step * index]
    if (id === undefined || !test(view.getUint16(values + 2 * index), id)) return false
  }
  return true
}

/** Format 3: one coverage for each glyph. */
function matchesCoverages(
  view: DataView,
  type: number,
  subtable: number,
  ids: readonly number[],
  at: number,
): boolean {
  const covered: Test = (value, id) => coverageIndex(view, subtable + value, id) >= 0
  if (type === 5) return sequence(view, subtable + 6, view.getUint16(subtable + 2), ids, at, 1, covered)
  const backs = view.getUint16(subtable + 2)
  const inputAt = subtable + 4 + 2 * backs
  const inputs = view.getUint16(inputAt)
  const aheadAt = inputAt + 2 + 2 * inputs
  return (
    sequence(view, subtable + 4, backs, ids, at - 1, -1, covered) &&
    sequence(view, inputAt + 2, inputs, ids, at, 1, covered) &&
    sequence(view, aheadAt + 2, view.getUint16(aheadAt), ids, at + inputs, 1, covered)
  )
}
