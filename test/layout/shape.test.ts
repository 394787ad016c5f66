import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { loadDesign } from '../../src/design/design.ts'
import type { TextStyle } from '../../src/design/types.ts'
import { shapeWithHarfBuzz } from '../../src/layout/harfbuzz.ts'
import { latinShaper } from '../../src/layout/latin.ts'
import { makeFonts, offsets } from '../../src/layout/shape.ts'
import { requestOf } from '../../src/layout/spans.ts'
import { lay, paragraph, place, publication, text } from './documents.ts'
import { squareFace } from './square-font.ts'

const templates = new URL('../../templates', import.meta.url).pathname
const words = readFileSync(new URL('fixtures/words.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

const usual = { features: 'lnum', ligated: true }
const file = new VFile()
const design = loadDesign('base', { templates: [templates] }, file)
if (design === null) throw new Error(file.messages.join('\n'))
const { fallback } = design
/** Those that words are set in. */
const faces = design.faces.filter(({ family }) => !fallback.includes(family))

describe('the plain shaper gives what HarfBuzz gives', () => {
  const wishes = ['lnum', 'onum', 'lnum smcp', 'onum smcp']
  for (const [face, features] of faces.flatMap(face => wishes.map(wish => [face, wish] as const))) {
    test(`${face.path}, ${features}`, () => {
      const wanted = { ...usual, features }
      const shape = latinShaper(face, 'es', wanted)
      if (shape === null) throw new Error('every word of this face needs HarfBuzz')
      let plain = 0
      const different: string[] = []
      for (const word of words) {
        const found = shape(word)
        if (found === null) continue
        plain++
        if (!equal(found, shapeWithHarfBuzz(face, word, 'es', wanted))) different.push(word)
      }
      expect(different).toEqual([])
      expect(plain).toBeGreaterThan(words.length * 0.99)
    })
  }

  test('without ligatures, and in the other languages with a table', () => {
    for (const face of faces) {
      for (const language of ['es', 'en', 'pt', 'fr']) {
        const shape = latinShaper(face, language, { ...usual, ligated: false })
        for (const word of [
          'oficina',
          'flujo',
          'afecto',
          'AVE',
          'L’été',
          'São',
          'Œuvre',
          'fjord',
          '«Tú»',
          '1/2',
          '2018‑2019.',
          'médico‐legal',
        ]) {
          const found = shape?.(word) ?? null
          if (found === null) throw new Error(`${word} in ${language} needs HarfBuzz`)
          expect(found).toEqual(shapeWithHarfBuzz(face, word, language, { ...usual, ligated: false }))
        }
      }
    }
  })
})

function equal(a: readonly object[], b: readonly object[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

describe('what the plain shaper leaves to HarfBuzz', () => {
  const [face] = faces
  if (face === undefined) throw new Error('no faces')
  const shape = latinShaper(face, 'es', usual)

  test('combining marks, other scripts, characters that the face lacks', () => {
    for (const word of ['e\u0301', 'Αθήνα', 'Москва', '漢字', 'क्षि']) expect(shape?.(word)).toBeNull()
  })

  test('every word of a language that it does not know', () => {
    expect(latinShaper(face, 'tr', usual)).toBeNull()
  })

  test('a decomposed word comes out as one cluster a letter', () => {
    const glyphs = shapeWithHarfBuzz(face, 'cafe\u0301', 'es', usual)
    expect(glyphs.map(glyph => glyph.text)).toEqual(['c', 'a', 'f', 'e\u0301'])
  })
})

describe('features', () => {
  const fonts = makeFonts(design.faces)
  const ids = (features: string, text: string) => {
    const request = { family: 'Noto Serif', weight: 400, italic: false, size: 10, letterSpacing: 0 }
    return fonts.get({ ...request, language: 'es', features }).shape(text).glyphs
  }

  test('small capitals are glyphs of their own, and stand for the letters that were written', () => {
    const [plain, small] = [ids('lnum', 'ñandú'), ids('lnum smcp', 'ñandú')]
    for (const [index, glyph] of small.entries()) {
      expect(glyph.id).not.toBe(plain[index]?.id)
      expect(glyph.text).toBe('ñandú'.charAt(index))
    }
    expect(ids('lnum smcp', 'Ñ')).toEqual(ids('lnum', 'Ñ'))
  })

  test('old-style figures too; lining ones are what the house’s families have by themselves', () => {
    expect(ids('onum', '1987').map(({ text }) => text)).toEqual(['1', '9', '8', '7'])
    expect(ids('onum', '1987')).not.toEqual(ids('lnum', '1987'))
    expect(ids('lnum', '1987')).toEqual(ids('', '1987'))
  })
})

test('figures that are raised or lowered are lining ones, whatever the text has', async () => {
  const { styles } = design
  const body = { ...styles.body, figures: 'old-style' } as const
  const raised = { type: 'superscript', place, children: [text('1')] } as const
  const { layout } = await lay(publication([paragraph('b1', '1 ', raised)]), {
    ...design,
    styles: { ...styles, body },
  })
  const ones = (layout.pages[0]?.marks ?? []).flatMap(mark =>
    mark.kind === 'glyphs' && mark.owner.kind === 'content'
      ? mark.glyphs.filter(glyph => glyph.text === '1').map(({ id }) => id)
      : [],
  )
  const fonts = makeFonts(design.faces)
  const one = (figures: TextStyle['figures']) =>
    fonts.get(requestOf({ ...body, figures }, 'es')).shape('1').glyphs[0]?.id
  expect(ones).toEqual([one('old-style'), one('lining')])
})

describe('fonts', () => {
  const request = {
    ...{ family: 'A', weight: 400, italic: false, size: 10, letterSpacing: 0 },
    ...{ language: 'es', features: 'lnum' },
  }

  test('width and advances scale; letter spacing is added to every glyph', () => {
    const fonts = makeFonts([squareFace('A')])
    expect(fonts.get(request).shape('Abc').width).toBe(20)
    expect(fonts.get({ ...request, letterSpacing: 1 }).shape('Abc').width).toBe(23)
    expect(fonts.get({ ...request, size: 20 }).shape('Abc').width).toBe(40)
  })

  test('a face without U+2010 and U+2011 sets them with its hyphen-minus', () => {
    const font = makeFonts([squareFace('A', 400, false, '\u2010\u2011')]).get(request)
    const shown = font.shape('a\u2011b\u2010c').glyphs
    expect(shown.map(glyph => glyph.text)).toEqual(['a', '\u2011', 'b', '\u2010', 'c'])
    expect(shown.map(glyph => glyph.id)).not.toContain(0)
  })

  test('the same request gives the same font', () => {
    const fonts = makeFonts([squareFace('A')])
    expect(fonts.get(request)).toBe(fonts.get({ ...request }))
  })

  test('a character comes from the next family that has it', () => {
    const fonts = makeFonts([squareFace('A', 400, false, 'ñ'), squareFace('B')])
    expect(fonts.chooser(request)(0x6e)?.face.family).toBe('A')
    expect(fonts.chooser(request)(0xf1)?.face.family).toBe('B')
    expect(fonts.chooser(request)(0x6f22)).toBeUndefined()
  })

  test('offsets inside a ligature are equal parts of it', () => {
    const glyph = { id: 1, dx: 0, dy: 0 }
    const shaped = {
      width: 11,
      glyphs: [
        { ...glyph, advance: 8, text: 'fi' },
        { ...glyph, advance: 3, text: 'n' },
      ],
    }
    expect(offsets(shaped, 3)).toEqual([0, 4, 8, 11])
  })
})
