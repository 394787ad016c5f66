import { expect, test } from 'vitest'
import { identifiers } from '../../../src/write/pdf/cff.ts'

/** A CFF table of five glyphs with so much as is read of it: header, names, Top DICT, charset, CharStrings. */
function cff(keyed: boolean, charset: readonly number[]): Uint8Array {
  const names = [0, 1, 1, 1, 2, 65]
  const ros = keyed ? [139, 140, 28, 1, 0, 12, 30] : []
  const real = [30, 0x1a, 0x2f, 12, 2]
  const top = (at: number) => [...ros, ...real, 29, 0, 0, 0, at, 15, 29, 0, 0, 0, at + charset.length, 17]
  const size = top(0).length
  const begin = 4 + names.length + 5 + size
  return Uint8Array.from([
    1,
    0,
    4,
    1,
    ...names,
    0,
    1,
    1,
    1,
    size + 1,
    ...top(begin),
    ...charset,
    0,
    5,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
  ])
}

const all = [0, 1, 2, 3, 4]

test.each([
  ['single identifiers', [0, 0, 7, 0, 9, 1, 0, 3, 2]],
  ['short ranges', [1, 0, 7, 1, 1, 0, 1]],
])('a CID-keyed program: %s', (_, charset) => {
  const expected = charset[0] === 0 ? [0, 7, 9, 256, 770] : [0, 7, 8, 256, 257]
  expect(all.map(identifiers(cff(true, charset)))).toEqual(expected)
})

test('long ranges', () => {
  expect(all.map(identifiers(cff(true, [2, 1, 0, 0, 1, 0, 9, 0, 1])))).toEqual([0, 256, 257, 9, 10])
})

test('a program with glyph names shows glyphs by their index', () => {
  expect(all.map(identifiers(cff(false, [0, 0, 7, 0, 9, 1, 0, 3, 2])))).toEqual(all)
})
