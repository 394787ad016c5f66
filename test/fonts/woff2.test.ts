import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { glyphBytes, readOutline } from '../../src/fonts/glyf.ts'
import { tableBytes } from '../../src/fonts/sfnt.ts'
import { subset } from '../../src/fonts/subset.ts'
import { type FontFile, readDirectory } from '../../src/fonts/tables.ts'
import { webFonts } from '../../src/fonts/web-fonts.ts'
import { woff2 } from '../../src/fonts/woff2.ts'
import { codePoints, faceOf, reserved, serif, square, squareCff } from './support.ts'
import { decode, decodeGlyf } from './woff2-reader.ts'

function directory(bytes: Uint8Array): FontFile {
  const font = readDirectory(bytes)
  if ('why' in font) throw new Error(String(font.why))
  return font
}

async function serifSubset(): Promise<Uint8Array> {
  const characters = codePoints('Ñandú, «fi» y ﬂor: áéíóú; el 5 % — ĿŸ½@')
  return (await subset(faceOf(serif), { characters, features: [] })).bytes
}

describe('WOFF2', () => {
  it.each([
    ['TrueType', async () => readFileSync(square)],
    ['CFF', async () => readFileSync(squareCff)],
    ['a subset', serifSubset],
  ])('%s decodes to the same tables', async (_, bytes) => {
    const sfnt = await bytes()
    const font = directory(sfnt)
    const file = woff2(sfnt)
    const { view, names, tables } = decode(file)
    expect(view.getUint32(0)).toBe(0x774f4632)
    expect(view.getUint32(4)).toBe(font.view.getUint32(0))
    expect(view.getUint32(8)).toBe(file.length)
    expect(view.getUint32(16)).toBe(sfnt.length)
    expect([...names].sort()).toEqual([...font.tables.keys()].sort())
    if (names.includes('glyf')) expect(names.indexOf('loca')).toBe(names.indexOf('glyf') + 1)

    for (const [name, original] of tableBytes(font)) {
      if (name === 'glyf' || name === 'loca') continue
      const expected = original.slice()
      if (name === 'head') expected[16] = (expected[16] ?? 0) | 0x08
      expect(Buffer.from(tables.get(name) ?? []).equals(expected), name).toBe(true)
    }
  })

  it('holds every outline, whole', async () => {
    const sfnt = await serifSubset()
    const bytesOf = glyphBytes(directory(sfnt))
    const { tables } = decode(woff2(sfnt))
    expect(tables.get('loca')).toHaveLength(0)
    const glyphs = decodeGlyf(tables.get('glyf') ?? new Uint8Array())
    const kinds = new Set<string>()
    for (const [glyph, decoded] of glyphs.entries()) {
      const outline = readOutline(bytesOf(glyph))
      kinds.add(outline?.kind ?? 'empty')
      if (outline === null) expect(decoded.contours).toBe(0)
      else if (outline.kind === 'composite')
        expect([decoded.contours, decoded.box]).toEqual([-1, outline.box])
      else {
        expect(decoded.ends).toEqual(outline.ends)
        expect(decoded.points).toEqual(outline.points.map(({ dx, dy, onCurve }) => [dx, dy, onCurve]))
        expect(decoded.overlapping).toBe(outline.overlapping)
        expect(decoded.box).toBeNull()
      }
    }
    expect(kinds).toEqual(new Set(['simple', 'composite', 'empty']))
  })

  it('is the same every time', async () => {
    const [first, second] = [woff2(readFileSync(square)), woff2(readFileSync(square))]
    expect(Buffer.from(first).equals(second)).toBe(true)
  })
})

describe('web fonts', () => {
  it('one for each face in use, small, under the name that CSS may use', async () => {
    const characters = new Set(codePoints('Asuntos Multilaterales y Globales'))
    const fonts = await webFonts([
      { face: faceOf(serif, undefined, 'Noto Serif'), characters, features: new Set() },
      { face: faceOf(square), characters: new Set(), features: new Set() },
      {
        face: { ...faceOf(reserved, undefined, 'Source Sans 3'), italic: true, weight: 600 },
        characters,
        features: new Set(),
      },
    ])
    expect(fonts.map(font => [font.family, font.weight, font.italic])).toEqual([
      ['Noto Serif', 400, false],
      [expect.stringMatching(/^Pliego.{4} Sans 3$/), 600, true],
    ])
    for (const font of fonts) expect(font.woff2.length).toBeLessThan(12_000)
  })
})
