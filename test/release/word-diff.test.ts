import { describe, expect, it } from 'vitest'
import { wordDiff } from '../../src/release/word-diff.ts'
import { seeded } from '../support/document.ts'

const side = (parts: ReturnType<typeof wordDiff>, other: 'removed' | 'added') =>
  parts
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('')

describe('words that differ', () => {
  it('are those, and no others', () => {
    expect(wordDiff('el plazo es de diez días', 'el plazo es de veinte días')).toEqual([
      { kind: 'same', text: 'el plazo es de ' },
      { kind: 'removed', text: 'diez ' },
      { kind: 'added', text: 'veinte ' },
      { kind: 'same', text: 'días' },
    ])
  })

  it('give both texts back, whatever they are', () => {
    const random = seeded(3)
    const text = () =>
      Array.from({ length: random(30) }, () => ['a', 'b', 'c', 'd\n', 'e'][random(5)]).join(' ')
    for (let round = 0; round < 500; round++) {
      const [before, after] = [text(), text()]
      const parts = wordDiff(before, after)
      expect(side(parts, 'added')).toBe(before)
      expect(side(parts, 'removed')).toBe(after)
    }
  })

  it('of two texts without a word in common are all', () => {
    const text = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(' ')
    expect(wordDiff(text('a'), text('b')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})
