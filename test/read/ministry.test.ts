import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { toString as plainText } from 'mdast-util-to-string'
import { expect, test } from 'vitest'
import { read } from '../../src/read/read.ts'
import { places } from './support.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const original = readFileSync(new URL('../fixtures/ministry.txt', import.meta.url), 'utf8')
const paragraphs = original.split(/\n\s*\n/).flatMap(block => (block.trim() === '' ? [] : [block.trim()]))

test("the source carries the ministry's text, paragraph by paragraph and word by word", async () => {
  const document = await read('source/asuntos-multilaterales-y-globales.md', { project })
  expect(places(document.file)).toEqual([])
  if (!('tree' in document)) throw new Error('not read')
  expect(document.tree.children.map(node => plainText(node))).toEqual(paragraphs)
  const words = (text: string) => text.split(/\s+/).filter(word => word !== '')
  expect(words(document.tree.children.map(node => plainText(node)).join('\n\n'))).toEqual(words(original))
  expect(document.tree.children.map(node => (node.type === 'heading' ? node.depth : 0))).toEqual([
    1, 0, 0, 0, 0, 2, 0, 0,
  ])
})

test('both copies of the repeated paragraph stand in the source', () => {
  const opening = 'Uno de los principales logros del multilateralismo'
  expect(paragraphs.filter(paragraph => paragraph.startsWith(opening))).toHaveLength(2)
})

test('its front matter says what the ministry publishes it under', async () => {
  const document = await read('source/asuntos-multilaterales-y-globales.md', { project })
  if (!('tree' in document)) throw new Error('not read')
  const { keywords = [], ...rest } = document.frontMatter
  expect(rest).toEqual({
    lang: 'es-PE',
    organisation: 'Ministerio de Relaciones Exteriores',
    department: 'Dirección General para Asuntos Multilaterales y Globales',
    date: '2026-11-23',
    classification: 'publico',
    template: 'nota-informativa',
  })
  expect(keywords.length).toBeGreaterThan(2)
  for (const keyword of keywords) expect(original).toContain(keyword)
})
