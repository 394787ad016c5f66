/** Words are broken by the rules of the language that they are written in, a span's own before its paragraph's. */
import { expect, test } from 'vitest'
import type { Inline } from '../../src/publication/model.ts'
import { language, lay, paragraph, place, publication, text, textOf } from './documents.ts'

const span = (tag: string, value: string): Inline => ({
  type: 'span',
  language: tag,
  children: [text(value)],
  place,
})

/** Beginnings of the word at the ends of lines, in a paragraph that has little else. */
async function beginnings(word: string, tag: string): Promise<ReadonlySet<string>> {
  // Of growing lengths, so that each point of the word meets a line's end somewhere.
  const words = Array.from({ length: 120 }, (_, index) => `${'a'.repeat(index % 7)}: ${word}`).join(' ')
  const inline = tag === language ? text(words) : span(tag, words)
  const { layout } = await lay(publication([paragraph('b1', inline)]))
  expect(layout.messages).toEqual([])
  const set = layout.pages.flatMap(({ marks }) => marks.map(textOf)).join('')
  return new Set([...set.matchAll(/(\p{L}+)¬/gu)].map(([, found = '']) => found))
}

test('a paragraph breaks words as its own language does', async () => {
  expect(await beginnings('caracterizaciones', language)).toEqual(
    new Set(['ca', 'carac', 'caracte', 'caracteri', 'caracteriza', 'caracterizacio']),
  )
})

test('a span breaks them as its language does', async () => {
  expect(await beginnings('characterizations', 'en')).toEqual(
    new Set(['char', 'charac', 'character', 'characteri', 'characteriza']),
  )
  expect(await beginnings('characterizations', 'es')).not.toContain('char')
})

test('a span in a language without patterns is not hyphenated', async () => {
  expect(await beginnings('runasimikunapaq', 'qu')).toEqual(new Set())
})
