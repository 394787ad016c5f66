import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readProject } from './support-files.ts'

test('a text that the parser would take minutes for is stopped, at the paragraph that does it', async () => {
  // The thread runs the bundled parser: «make test» makes it.
  expect(existsSync('build/parse-worker.js')).toBe(true)
  const text = `Uno.\n\n${'a *b _c [d '.repeat(60_000)}\n`
  const { document, messages, reasons } = await readProject({ 'source/nota.md': text }, 'source/nota.md', {
    parseSeconds: 1,
  })
  expect(document).toBeNull()
  expect(messages).toEqual(['3:1 parse-deadline'])
  expect(reasons[0]).toContain('1 segundo')
})

test('one that has as many marks and comes to its end is read', async () => {
  const text = `${Array.from({ length: 400 }, (_, row) => `a *${row}* **b** [c](#d) _e_ \`f\` <br>\n`).join('')}\n# d\n`
  const { messages } = await readProject({ 'source/nota.md': text })
  expect(messages).toEqual([])
})

test('a term with its description in a quoted box, which the parser never ends, is stopped at the description', async () => {
  const text = 'Uno.\n\n> :::nota\n> Dos\n>\n> : tres\n>\n> cuatro\n> :::\n'
  const { document, messages } = await readProject({ 'source/nota.md': text }, 'source/nota.md', {
    parseSeconds: 1,
  })
  expect(document).toBeNull()
  expect(messages).toEqual(['6:1 parse-deadline'])
})
