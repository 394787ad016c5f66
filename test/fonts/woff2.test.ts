import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { tableBytes } from '../../src/fonts/sfnt.ts'
import { readDirectory } from '../../src/fonts/tables.ts'
import { webFonts } from '../../src/fonts/web-fonts.ts'
import { woff2 } from '../../src/fonts/woff2.ts'
import { codePoints, faceOf, reserved, serif, square, squareCff } from './support.ts'

/** Tags that these fonts have, by their number in WOFF 2.0, 4.1. */
const tags: Readonly<Record<number, string>> = {
  0: 'cmap',
  1: 'head',
  2: 'hhea',
  3: 'hmtx',
  4: 'maxp',
  5: 'name',
  6: 'OS/2',
  7: 'post',
  10: 'glyf',
  11: 'loca',
  13: 'CFF ',
}

interface Decoded {
  readonly view: DataView
  readonly names: readonly string[]
  readonly tables: ReadonlyMap<string, Uint8Array>
}

/** Reads a WOFF2 whose tables are not transformed. */
function decode(file: Uint8Array): Decoded {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const lengths: [string, number][] = []
  let at = 48
  for (let index = 0; index < view.getUint16(12); index++) {
    const flags = view.getUint8(at++)
    const name = tags[flags & 0x3f] ?? '?'
    expect(flags >> 6, name).toBe(name === 'glyf' || name === 'loca' ? 3 : 0)
    let length = 0
    let byte = 0x80
    while (byte >= 0x80) {
      byte = view.getUint8(at++)
      length = length * 128 + (byte & 0x7f)
    }
    lengths.push([name, length])
  }
  const content = brotliDecompressSync(file.subarray(at, at + view.getUint32(20)))
  const tables = new Map<string, Uint8Array>()
  let offset = 0
  for (const [name, length] of lengths) {
    tables.set(name, content.subarray(offset, offset + length))
    offset += length
  }
  expect(offset).toBe(content.length)
  return { view, names: lengths.map(([name]) => name), tables }
}

describe('WOFF2', () => {
  it.each([square, squareCff])('%s decodes to the same tables', async path => {
    const bytes = readFileSync(path)
    const font = readDirectory(bytes)
    if ('why' in font) throw new Error(font.why)
    const file = await woff2(bytes)
    const { view, names, tables } = decode(file)
    expect(view.getUint32(0)).toBe(0x774f4632)
    expect(view.getUint32(4)).toBe(font.view.getUint32(0))
    expect(view.getUint32(8)).toBe(file.length)
    expect(view.getUint32(16)).toBe(bytes.length)
    if (names.includes('glyf')) expect(names.indexOf('loca')).toBe(names.indexOf('glyf') + 1)

    for (const [name, original] of tableBytes(font)) {
      const expected = original.slice()
      if (name === 'head') expected[16] = (expected[16] ?? 0) | 0x08
      expect(Buffer.from(tables.get(name) ?? []).equals(expected), name).toBe(true)
    }
    expect(tables.size).toBe(font.tables.size)
  })

  it('is the same every time', async () => {
    const [first, second] = [await woff2(readFileSync(square)), await woff2(readFileSync(square))]
    expect(Buffer.from(first).equals(second)).toBe(true)
  })
})

describe('web fonts', () => {
  it('one for each face in use, small, under the name that CSS may use', async () => {
    const characters = new Set(codePoints('Asuntos Multilaterales y Globales'))
    const fonts = await webFonts([
      { face: faceOf(serif, undefined, 'Noto Serif'), characters },
      { face: faceOf(square), characters: new Set() },
      { face: { ...faceOf(reserved, undefined, 'Source Sans 3'), italic: true, weight: 600 }, characters },
    ])
    expect(fonts.map(font => [font.family, font.weight, font.italic])).toEqual([
      ['Noto Serif', 400, false],
      [expect.stringMatching(/^Pliego.{4} Sans 3$/), 600, true],
    ])
    for (const font of fonts) expect(font.woff2.length).toBeLessThan(12_000)
  })
})
