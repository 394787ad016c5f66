import { describe, expect, it } from 'vitest'
import { components, glyphBytes } from '../../src/fonts/glyf.ts'
import { advanceWidth, fontFile, glyphFor, hasCharacter } from '../../src/fonts/glyphs.ts'
import { nameRecords } from '../../src/fonts/names.ts'
import { subset } from '../../src/fonts/subset.ts'
import { type FontFile, openFont, readDirectory, table } from '../../src/fonts/tables.ts'
import type { FontFace } from '../../src/fonts/types.ts'
import { codePoints, faceOf, reserved, serif, squareCff } from './support.ts'

const text = 'Ñandú, «fi» y ﬂor: áéíóú 0123'

describe('for a PDF', () => {
  it('keeps glyph indices, advances and outlines of the glyphs wanted, and empties the others', async () => {
    const face = faceOf(serif)
    const glyphs = [...new Set(codePoints(text).map(character => glyphFor(face, character)))]
    const font = directory((await subset(face, { glyphs })).bytes)
    const count = font.view.getUint16(table(font, 'hhea').offset + 34)
    for (const glyph of glyphs) {
      const metric = table(font, 'hmtx').offset + 4 * Math.min(glyph, count - 1)
      expect(font.view.getUint16(metric), `glyph ${glyph}`).toBe(advanceWidth(face, glyph))
    }
    const drawn = outlines(font)
    const whole = outlines(directory(face.bytes))
    for (const glyph of glyphs) expect(drawn(glyph) > 0, `glyph ${glyph}`).toBe(whole(glyph) > 0)
    const other = glyphFor(face, 0x58)
    expect(glyphs).not.toContain(other)
    expect([drawn(other), whole(other) > 0]).toEqual([0, true])
  })

  it('holds the tables of a font program and no others', async () => {
    const face = faceOf(serif)
    const { bytes } = await subset(face, { glyphs: [1, 2, 3] })
    const program = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep']
    expect([...directory(bytes).tables.keys()].sort()).toEqual(program)
    expect(bytes.length).toBeLessThan(face.bytes.length / 10)
    expect(checkSum(bytes)).toBe(0xb1b0afba)
  })

  it('keeps the parts of composed glyphs', async () => {
    const face = faceOf(serif)
    const glyph = [...Array(1000).keys()].find(index => partsOf(face, index).length > 1) ?? 0
    const drawn = outlines(directory((await subset(face, { glyphs: [glyph] })).bytes))
    const parts = partsOf(face, glyph)
    expect(parts.length).toBeGreaterThan(1)
    for (const part of [glyph, ...parts]) expect(drawn(part), `glyph ${part}`).toBeGreaterThan(0)
  })

  it('has .notdef even when nothing is wanted', async () => {
    const drawn = outlines(directory((await subset(faceOf(serif), { glyphs: [] })).bytes))
    expect(drawn(0)).toBeGreaterThan(0)
  })

  it('is bare CFF where the outlines are', async () => {
    const { bytes } = await subset(faceOf(squareCff), { glyphs: [1, 2] })
    expect([...bytes.subarray(0, 3)]).toEqual([1, 0, 4])
  })

  it('is not renamed: a document is no font', async () => {
    const face = faceOf(reserved, undefined, 'Source Sans 3')
    expect((await subset(face, { glyphs: [1] })).family).toBe('Source Sans 3')
  })
})

describe('for a screen', () => {
  it('has the characters wanted and no others, with their advances', async () => {
    const face = faceOf(serif)
    const made = faceOf('subset', (await subset(face, { characters: codePoints(text), features: [] })).bytes)
    for (const character of codePoints(text)) {
      expect(advanceWidth(made, glyphFor(made, character))).toBe(
        advanceWidth(face, glyphFor(face, character)),
      )
    }
    for (const character of codePoints('XZxzñ')) expect(hasCharacter(made, character)).toBe(false)
  })

  it('keeps kerning, ligatures, copyright and licence', async () => {
    const font = directory(
      (await subset(faceOf(serif), { characters: codePoints('AVAfi'), features: [] })).bytes,
    )
    expect([...font.tables.keys()]).toEqual(expect.arrayContaining(['GPOS', 'GSUB', 'cmap', 'name', 'OS/2']))
    const names = nameRecords(font)
    expect(names.find(record => record.id === 0)?.text).toContain('The Noto Project Authors')
    expect(names.find(record => record.id === 13)?.text).toContain('SIL Open Font License')
  })

  it('gives up a reserved name everywhere but in the notices', async () => {
    const face = faceOf(reserved, undefined, 'Source Sans 3')
    const made = await subset(face, { characters: codePoints(text), features: [] })
    expect(made.family).toMatch(/^Pliego[0-9A-F]{4} Sans 3$/)
    const font = openFont(made.bytes)
    if ('why' in font) throw new Error(String(font.why))
    const names = nameRecords(font)
    const notice = (id: number) => [0, 7, 13, 14].includes(id)
    expect(names.filter(record => !notice(record.id) && /source/i.test(record.text))).toEqual([])
    expect(names.filter(record => record.id === 1).map(record => record.text)).toContain(made.family)
    expect(names.find(record => record.id === 0)?.text).toContain('Reserved Font Name ‘Source’')
    expect(faceOf('renamed', made.bytes).metrics.postScriptName).toMatch(/^Pliego[0-9A-F]{4}Sans3-/)
    expect(checkSum(made.bytes)).toBe(0xb1b0afba)
  })
})

it('gives the same bytes for the same wish, in whatever order', async () => {
  const face = faceOf(serif)
  const first = await subset(face, { characters: codePoints(text), features: [] })
  await subset(faceOf(squareCff), { glyphs: [1, 2] })
  const again = await subset(faceOf(serif), { characters: [...codePoints(text)].reverse(), features: [] })
  expect(Buffer.from(again.bytes).equals(first.bytes)).toBe(true)
})

function partsOf(face: FontFace, glyph: number): readonly number[] {
  return components(glyphBytes(fontFile(face))(glyph))
}

function directory(bytes: Uint8Array): FontFile {
  const font = readDirectory(bytes)
  if ('why' in font) throw new Error(String(font.why))
  return font
}

/** The bytes of a glyph's outline (OpenType 1.9.1, loca). */
function outlines(font: FontFile): (glyph: number) => number {
  const { view } = font
  const long = view.getInt16(table(font, 'head').offset + 50) === 1
  const { offset } = table(font, 'loca')
  const at = (index: number) =>
    long ? view.getUint32(offset + 4 * index) : 2 * view.getUint16(offset + 2 * index)
  return glyph => at(glyph + 1) - at(glyph)
}

function checkSum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
