import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { es } from '../../src/diagnostics/phrases.ts'
import { chooseFace, readMetrics } from '../../src/fonts/face.ts'
import { advanceWidth, glyphCount, glyphFor, hasCharacter } from '../../src/fonts/glyphs.ts'
import { reservedNames } from '../../src/fonts/names.ts'
import { tableBytes, writeSfnt } from '../../src/fonts/sfnt.ts'
import { openFont } from '../../src/fonts/tables.ts'
import { woff2 } from '../../src/fonts/woff2.ts'
import { codePoints, faceOf, reserved, serif, square, squareCff } from './support.ts'

/** The square font with some tables changed, added, or (null) taken away. */
function altered(changes: Readonly<Record<string, Uint8Array | null>>): Uint8Array {
  const font = openFont(readFileSync(square))
  if ('why' in font) throw new Error(String(font.why))
  const tables = tableBytes(font)
  for (const [name, bytes] of Object.entries(changes)) {
    if (bytes === null) tables.delete(name)
    else tables.set(name, bytes)
  }
  return writeSfnt(0x00010000, tables)
}

function withFsType(fsType: number): Uint8Array {
  const font = openFont(readFileSync(square))
  if ('why' in font) throw new Error(String(font.why))
  const os2 = (tableBytes(font).get('OS/2') ?? new Uint8Array()).slice()
  os2.set([fsType >> 8, fsType & 0xff], 8)
  return altered({ 'OS/2': os2 })
}

describe('metrics', () => {
  it('of a serif with TrueType outlines', () => {
    expect(faceOf(serif).metrics).toEqual({
      postScriptName: 'NotoSerif-Regular',
      unitsPerEm: 1000,
      ascender: 1069,
      descender: -293,
      capHeight: 714,
      xHeight: 536,
      italicAngle: 0,
      underlinePosition: -100,
      underlineThickness: 50,
      boundingBox: [-693, -389, 2797, 1048],
      fixedPitch: false,
      serif: true,
      reservedNames: [],
      trueType: true,
    })
  })

  it('tell italics, fixed pitch, sans, CFF and reserved names', () => {
    const fonts = 'templates/base/fonts'
    expect(faceOf(`${fonts}/NotoSerif-Italic.ttf`).metrics.italicAngle).toBeLessThan(0)
    expect(faceOf(`${fonts}/NotoSansMono-Regular.ttf`).metrics.fixedPitch).toBe(true)
    expect(faceOf(`${fonts}/NotoSans-Regular.ttf`).metrics.serif).toBe(false)
    expect(faceOf(squareCff).metrics.trueType).toBe(false)
    expect(faceOf(reserved).metrics.reservedNames).toEqual(['Source'])
  })

  it.each([
    ["Copyright (c) 2010, A (b@c.d), with Reserved Font Name 'Uno'.", ['Uno']],
    ['with Reserved Font Names "Uno" and "Uno Dos". All rights reserved.', ['Uno', 'Uno Dos']],
    ['Copyright 2015 A, with Reserved Font Name Uno Dos.', ['Uno Dos']],
    ['with Reserved Font Names Uno, Dos and Tres. More.', ['Uno', 'Dos', 'Tres']],
    ['Copyright 2022 The Noto Project Authors (https://example.org)', []],
  ])('reserved names in %j', (notice, names) => {
    expect(reservedNames(notice)).toEqual(names)
  })
})

describe('refused', () => {
  const why = (bytes: Uint8Array) => {
    const read = readMetrics(bytes)
    return 'why' in read ? es(read.why) : null
  }

  it.each([
    ['a text', new TextEncoder().encode('Esto no es un tipo de letra.'), 'no es un archivo de tipo de letra'],
    ['nothing', new Uint8Array(), 'no es un archivo de tipo de letra'],
    ['WOFF', new TextEncoder().encode('wOFF00000000'), 'es WOFF;'],
    ['a collection', new TextEncoder().encode('ttcf00000000'), 'es una colección'],
    ['a variable font', altered({ fvar: new Uint8Array(16) }), 'es un tipo de letra variable'],
    ['no cmap', altered({ cmap: null }), 'le falta la tabla «cmap»'],
    ['no outlines', altered({ glyf: null }), 'no tiene contornos'],
    ['a short head', altered({ head: new Uint8Array(20) }), 'cortado o dañado'],
    ['an empty cmap', altered({ cmap: new Uint8Array(4) }), 'cortado o dañado'],
    ['a restricted licence', withFsType(0x0002), 'prohíbe incrustarlo'],
    ['a licence against subsets', withFsType(0x0100), 'solo los caracteres usados'],
    ['a licence for bitmaps', withFsType(0x0200), 'mapas de bits'],
  ])('%s', (_, bytes, reason) => {
    expect(why(bytes)).toContain(reason)
  })

  it('WOFF2', () => {
    expect(why(woff2(readFileSync(square)))).toContain('es WOFF2;')
  })

  it('a file cut anywhere', () => {
    const bytes = readFileSync(square)
    for (let length = 0; length < bytes.length - 4; length += 97) {
      expect(why(bytes.subarray(0, length)), String(length)).not.toBeNull()
    }
  })

  it('but not a licence that allows embedding', () => {
    for (const fsType of [0, 0x4, 0x8, 0x6]) expect(why(withFsType(fsType))).toBeNull()
  })
})

describe('characters', () => {
  it('of both outlines, in and beyond the first plane', () => {
    for (const path of [square, squareCff]) {
      const face = faceOf(path)
      expect(glyphFor(face, 0x20)).toBe(1)
      expect(glyphFor(face, 0x7e)).toBe(95)
      expect(glyphFor(face, 0x1d400)).toBe(glyphCount(face) - 1)
      for (const absent of [0x0, 0x1f, 0x7f, 0x3a9, 0xffff, 0x1d3ff, 0x1d401, 0x10ffff]) {
        expect(hasCharacter(face, absent), absent.toString(16)).toBe(false)
      }
      expect([0, 1, 2].map(glyph => advanceWidth(face, glyph))).toEqual([600, 250, 500])
    }
  })

  it('every face of base that is for words has all of Latin-1, Latin Extended-A and Spanish typography', () => {
    const range = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index)
    const wanted = [...range(0x20, 0x7e), ...range(0xa0, 0x17f), ...codePoints('«»“”‘’–—…•€₡№ºª‑ ')]
    for (const name of readdirSync('templates/base/fonts').filter(path =>
      /(Serif|Sans|Mono)-\w+\.ttf$/.test(path),
    )) {
      const face = faceOf(`templates/base/fonts/${name}`)
      // Layout draws a soft hyphen as a hyphen.
      const absent = wanted.filter(character => character !== 0xad && !hasCharacter(face, character))
      expect(
        absent.map(character => character.toString(16)),
        name,
      ).toEqual([])
    }
  })
})

describe('choice of a face', () => {
  const face = faceOf(square)
  const faces = [300, 400, 700].map(weight => ({ ...face, weight })).concat({ ...face, italic: true })
  const chosen = (weight: number, italic: boolean) => {
    const found = chooseFace(faces, 'Prueba', weight, italic)
    return [found?.weight, found?.italic]
  }

  it('prefers the slope, then the nearest weight', () => {
    expect(chosen(400, false)).toEqual([400, false])
    expect(chosen(600, false)).toEqual([700, false])
    expect(chosen(700, true)).toEqual([400, true])
    expect(chooseFace(faces, 'Otra', 400, false)).toBeUndefined()
  })
})
