/** What is written differently and says the same is no difference. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collate } from '../../src/collate/collate.ts'
import { rewritesOf } from './harmless.ts'
import { constructPath, formats, made } from './support.ts'

const names = ['footnote-blocks', 'nested-list', 'table-spans']
const documents = await Promise.all(
  [join(import.meta.dirname, 'fixtures/todo.md'), ...names.map(constructPath)].map(path => made(path)),
)

describe.each(formats)('%s', format => {
  it('says the same as its text', async () => {
    for (const { document, files } of documents) {
      expect(await collate(document, format, files[format])).toEqual([])
    }
  })

  it.each(Object.entries(rewritesOf(format)))('says the same: %s', async (_, rewrite) => {
    let changed = 0
    for (const { document, files } of documents) {
      const bytes = rewrite(files[format])
      if (Buffer.compare(bytes, files[format]) !== 0) changed++
      expect(await collate(document, format, bytes)).toEqual([])
    }
    expect(changed).toBeGreaterThan(0)
  })
})

it('are a hundred rewrites and more', () => {
  const count = formats.reduce((sum, format) => sum + Object.keys(rewritesOf(format)).length, 0)
  expect(count * (names.length + 1)).toBeGreaterThanOrEqual(100)
})
