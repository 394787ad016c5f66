/** pdf.js reads every marked content of our pages as the own reader does; where one of them is wrong, it is told. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPages } from '../../src/collate/pdf-content.ts'
import { readObjects } from '../../src/collate/pdf-objects.ts'
import { differences, disagreements } from '../../src/collate/second-witness.ts'
import { made } from './support.ts'

describe('second witness', () => {
  it('sees the same text on every page', async () => {
    const { files } = await made(join(import.meta.dirname, 'fixtures/todo.md'))
    const pages = readPages(readObjects(files.pdf))
    expect(pages.length).toBeGreaterThan(1)
    for (const { marked } of pages) expect(marked.size).toBeGreaterThan(5)
    expect(await disagreements(files.pdf)).toEqual([])
  })

  it('tells another letter, a text that one alone shows, and a page too many', () => {
    const one = new Map([
      [0, 'Lima'],
      [1, '2026'],
    ])
    expect(differences([one], [new Map(one).set(1, '2025')])).toEqual([
      { page: 1, own: '2026', other: '2025' },
    ])
    expect(differences([one], [new Map(one).set(2, 'más')])).toEqual([{ page: 1, own: '', other: 'más' }])
    expect(differences([one, one], [one])).toEqual([
      { page: 2, own: 'Lima', other: '' },
      { page: 2, own: '2026', other: '' },
    ])
  })
})
