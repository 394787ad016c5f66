import { describe, expect, test } from 'vitest'
import { breakLines, forbidden, type Item, lineStart, type Setting } from '../../src/layout/lines.ts'

const nothing = {
  stretch: 0,
  shrink: 0,
  breakable: false,
  letters: 0,
  left: 0,
  right: 0,
  penalty: 0,
  flagged: false,
}
const box = (width: number): Item => ({ ...nothing, type: 'box', width, letters: width / 5 })
const glue: Item = { ...nothing, type: 'glue', width: 10, stretch: 5, shrink: 3, breakable: true }
const tie: Item = { ...glue, breakable: false }
const hyphen: Item = { ...nothing, type: 'penalty', width: 5, penalty: 50, flagged: true }
const end: Item = { ...nothing, type: 'penalty', width: 0, penalty: -forbidden }

/** Words of some widths with a space between. */
const words = (...widths: readonly number[]): readonly Item[] => [
  ...widths.flatMap((width, index) => (index === 0 ? [box(width)] : [glue, box(width)])),
  end,
]

const setting: Setting = {
  measure: () => 100,
  ragged: 0,
  give: 0,
  tolerance: 2,
  shortest: 0,
  spare: 0,
  emergency: false,
}

/** Widths of the boxes on each line. */
function lines(
  items: readonly Item[],
  changes: Partial<Setting> = {},
): readonly (readonly number[])[] | null {
  const breaks = breakLines(items, { ...setting, ...changes })
  if (breaks === null) return null
  let after = -1
  return breaks.map(({ at }) => {
    const start = lineStart(items, after)
    after = at
    return items.slice(start, at).flatMap(item => (item.type === 'box' ? [item.width] : []))
  })
}

describe('total fit', () => {
  test('a line that fits exactly has ratio 0', () => {
    expect(breakLines(words(45, 45, 45, 45), setting)).toEqual([
      { at: 3, ratio: 0 },
      { at: 7, ratio: 0 },
    ])
  })

  test('takes a looser first line where that saves the second', () => {
    // Greedy takes 30 30 20 and leaves 60 alone beside a gap that would have to grow to eight times its width.
    const items = words(30, 30, 20, 60, 85, 10)
    const greedy = [[30, 30, 20], [60], [85], [10]]
    expect(lines(items)).not.toEqual(greedy)
  })

  test('a point less in a space is as bad as a point more', () => {
    // With the short word 2.4 points less in four spaces, without it 3 more in three.
    expect(lines(words(15, 15, 15, 16, 8.6, 40))?.[0]).toHaveLength(5)
    // With it 2.7 less, without it 2 more.
    expect(lines(words(16, 16, 16, 16, 6.8, 40))?.[0]).toHaveLength(4)
  })

  test('a long paragraph leaves nothing to the short one after it', () => {
    const loose = { ...setting, tolerance: 10, spare: 10 }
    const short = words(45, 45, 45, 45)
    const long = words(...Array.from({ length: 9000 }, (_, index) => 10 + ((index * 7) % 23)))
    const alone = breakLines(short, loose)
    expect(alone).toHaveLength(2)
    expect(breakLines(long, loose)?.length).toBeGreaterThan(1000)
    expect(breakLines(short, loose)).toEqual(alone)
  })

  test('no way within the tolerance gives null', () => {
    expect(lines(words(60, 60, 60))).toBeNull()
  })

  test('a tied space is no break', () => {
    expect(lines([box(40), glue, box(45), tie, box(30), end], { spare: 100, tolerance: 10 })).toEqual([
      [40],
      [45, 30],
    ])
  })

  test('the first line may be narrower', () => {
    const measure = (line: number) => (line === 0 ? 45 : 100)
    expect(lines(words(45, 45, 45, 45), { measure, tolerance: 10 })).toEqual([[45], [45, 45], [45]])
  })

  test('a forced break ends a line at its natural width', () => {
    expect(breakLines([box(10), end, box(20), end], setting)).toEqual([
      { at: 1, ratio: 0 },
      { at: 3, ratio: 0 },
    ])
  })

  test('a last line too long for the measure is squeezed, not accepted as it is', () => {
    expect(breakLines(words(46, 46), setting)).toEqual([{ at: 3, ratio: -2 / 3 }])
  })
})

describe('letters that give', () => {
  test('before the spaces do, in lines too short and too long', () => {
    expect(breakLines(words(40, 40, 40, 40), { ...setting, give: 0.1 })?.[0]?.ratio).toBeCloseTo(0.2)
    expect(breakLines(words(47, 47, 47, 47), { ...setting, give: 0.03 })?.[0]?.ratio).toBeCloseTo(-0.88 / 3)
    expect(breakLines(words(46, 46, 46, 46), { ...setting, give: 0.05 })?.[0]?.ratio).toBe(0)
  })
})

describe('hyphens', () => {
  test('a hyphen takes its width', () => {
    expect(lines([box(45), glue, box(40), hyphen, box(40), end])).toEqual([[45, 40], [40]])
    expect(lines([box(45), glue, box(50), hyphen, box(40), end])).toBeNull()
  })

  test('never three lines running', () => {
    const items = Array.from({ length: 12 }, () => [box(95), hyphen]).flat()
    expect(breakLines([...items, box(20), end], setting)).toBeNull()
  })

  // Five words that stretch by all they may, or a hyphen that fills their line exactly.
  const start = [box(8), glue, box(8), glue, box(8), glue, box(8), glue, box(8), glue, box(5), hyphen]
  const endOfFirst = (...rest: readonly Item[]) => {
    const items = [...start, ...rest, end]
    return items[breakLines(items, setting)?.[0]?.at ?? -1]?.type
  }

  test('the end of a word alone is no last line where it can be helped', () => {
    expect(endOfFirst(box(40))).toBe('glue')
    expect(endOfFirst(box(40), glue, box(40))).toBe('penalty')
    // Nor any at all where a last line has to be of some length.
    const only = [box(45), glue, box(40), hyphen, box(40), end]
    expect(lines(only)).toEqual([[45, 40], [40]])
    expect(lines(only, { shortest: 10 })).toBeNull()
    expect(lines([...only.slice(0, -1), glue, box(10), end], { shortest: 10 })).toEqual([
      [45, 40],
      [40, 10],
    ])
  })
})

describe('ragged text', () => {
  test('spaces keep their width and lines stay short', () => {
    expect(lines(words(40, 40, 30, 50, 20), { ragged: 25, tolerance: 3 })).toEqual([[40, 40], [30, 50], [20]])
  })

  test('prefers even lines to full ones', () => {
    expect(lines(words(30, 30, 20, 70, 60), { ragged: 25, tolerance: 10 })).toEqual([
      [30, 30],
      [20, 70],
      [60],
    ])
  })
})

describe('emergency', () => {
  test('a box wider than the measure stands out alone', () => {
    const found = lines(words(40, 150, 40), { emergency: true, tolerance: 1e4, spare: 5 })
    expect(found).toEqual([[40], [150], [40]])
  })

  test('keeps every box', () => {
    const widths = [120, 10, 130, 90, 5, 200]
    const found = lines(words(...widths), { emergency: true, tolerance: 1e4, spare: 5 })
    expect(found?.flat()).toEqual(widths)
  })
})
