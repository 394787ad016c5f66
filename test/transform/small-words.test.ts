import { describe, expect, it } from 'vitest'
import { smallWords } from '../../src/transform/small-words.ts'

const matches = (text: string, longest: number): readonly string[] => {
  const word = new RegExp(`(?<![\\p{L}.@/_-])\\p{Ll}{1,${longest}}(?![\\p{L}@/_-]|\\.\\p{L})`, 'gu')
  return Array.from(text.matchAll(word), ([found]) => found)
}

describe('words in small letters', () => {
  it.each([
    ['', []],
    ['El reglamento, no la ley.', ['no', 'la', 'ley']],
    ['no.', ['no']],
    ['no..', ['no']],
    ['p.ej. ee.uu, a.B', []],
    ['ana@x.pe y/o sub-oficial año_fiscal', []],
    ['«sí» – a1 – 1a', ['sí', 'a', 'a']],
    ['larguísimo', []],
    ['𝐀no 𝐚. no', ['no']],
  ])('%j', (text, words) => expect(smallWords(text, 9)).toEqual(words))

  it('are what the regular expression finds that says what they are', () => {
    const pieces = [
      'no',
      'sí',
      'la',
      'NO',
      'Él',
      'ñandú',
      ' ',
      ' ',
      '.',
      '@',
      '/',
      '_',
      '-',
      ',',
      '7',
      '«',
      '—',
      'ª',
      'ʰ',
      '\n',
    ]
    let state = 5
    const next = () => {
      // xorshift32 (G. Marsaglia, 2003)
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      return pieces[(state >>> 0) % pieces.length] ?? ''
    }
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: 1 + (round % 12) }, next).join('')
      expect(smallWords(text, 4), JSON.stringify(text)).toEqual(matches(text, 4))
    }
  })
})
