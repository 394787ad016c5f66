/** PNG files whose check sums are right and which no reader could show: what fuzzing found. */
import { zlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { pngFault } from '../../src/read/png-check.ts'
import { readProject } from './support-files.ts'
import { drawing, png, rawPng } from './support-pictures.ts'

/** @param rest - bits, colour type, compression, filter, interlace */
const header = (width: number, height: number, ...rest: readonly number[]) => [
  ...[0, 0, 0, width],
  ...[0, 0, 0, height],
  ...rest,
]
const zeros = (count: number) => zlibSync(new Uint8Array(count))

describe('good', () => {
  test.each([
    ['black and white', png(9, 3)],
    ['RGBA', drawing(3, 2, () => [1, 2, 3, 4])],
    ['16 bits', rawPng(header(2, 2, 16, 2, 0, 0, 0), zeros(26))],
    ['palette', rawPng(header(4, 1, 2, 3, 0, 0, 0), zeros(2), { PLTE: new Uint8Array(6) })],
    // 3 × 5 pixels: passes 1, 3, 4, 5, 6 and 7.
    ['interlaced', rawPng(header(3, 5, 8, 0, 0, 0, 1), zeros(2 + 2 + 4 + 3 + 6 + 8))],
    ['bytes behind the last row', rawPng(header(2, 2, 8, 0, 0, 0, 0), zeros(9))],
    [
      'profile',
      rawPng(header(1, 1, 8, 0, 0, 0, 0), zeros(2), {
        iCCP: Buffer.concat([Buffer.from('p\0\0', 'latin1'), zeros(8)]),
      }),
    ],
  ])('%s', (_, bytes) => expect(pngFault(bytes)).toBeNull())
})

describe('refused', () => {
  test.each([
    ['bits that do not exist', header(1, 1, 3, 0, 0, 0, 0), zeros(2), {}, 'png-header'],
    ['a colour type that does not exist', header(1, 1, 8, 5, 0, 0, 0), zeros(2), {}, 'png-header'],
    ['another compression', header(1, 1, 8, 0, 1, 0, 0), zeros(2), {}, 'png-header'],
    ['no palette', header(1, 1, 8, 3, 0, 0, 0), zeros(2), {}, 'undecodable'],
    ['half the rows', header(2, 4, 8, 0, 0, 0, 0), zeros(6), {}, 'undecodable'],
    ['interlaced, the last pass missing', header(3, 5, 8, 0, 0, 0, 1), zeros(17), {}, 'undecodable'],
    ['damaged data', header(1, 1, 8, 0, 0, 0, 0), Uint8Array.of(120, 1, 255, 255), {}, 'undecodable'],
    [
      'a damaged profile',
      header(1, 1, 8, 0, 0, 0, 0),
      zeros(2),
      { iCCP: Buffer.from('p\0\0x') },
      'undecodable',
    ],
    ['too much data', header(1, 1, 8, 0, 0, 0, 0), zeros(200_000), {}, 'undecodable'],
  ])('%s', (_, head, data, extra, fault) => expect(pngFault(rawPng(head, data, extra))).toBe(fault))

  test('with its place', async () => {
    const { messages } = await readProject({
      'source/nota.md': 'a ![b](x.png)\n',
      'source/x.png': rawPng(header(1, 1, 3, 0, 0, 0, 0), zeros(2)),
    })
    expect(messages).toEqual(['1:3 image-broken'])
  })
})
