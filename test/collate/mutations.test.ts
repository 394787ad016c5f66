/** Collation can fail: every fault planted in a finished file is found. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { collate } from '../../src/collate/collate.ts'
import { lean, mutationsOf } from './mutations.ts'
import { formats, made } from './support.ts'

/** Of each kind, as far as the document has so many places for it. */
const most = 8
const golden = join(import.meta.dirname, 'mutations.txt')
const everything = made(join(import.meta.dirname, 'fixtures/todo.md'))
const lines: string[] = []
let total = 0

it.each(formats)(
  '%s: finds every planted fault',
  async format => {
    const { document, files } = await everything
    const counts = new Map<string, number>()
    const missed: string[] = []
    // What they are planted in is found to be sound itself.
    expect(await collate(document, format, lean(format, files[format]))).toEqual([])
    for (const { kind, bytes } of mutationsOf(format, files[format], most)) {
      const ordinal = (counts.get(kind) ?? 0) + 1
      counts.set(kind, ordinal)
      if ((await collate(document, format, bytes)).length === 0) missed.push(`${kind} ${ordinal}`)
      total++
    }
    for (const [kind, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
      lines.push(`${format.padEnd(5)}${kind.padEnd(30)}${String(count).padStart(3)}`)
    }
    expect(missed).toEqual([])
  },
  240_000,
)

it('are five hundred and more, so many of each kind', () => {
  const table = `${lines.join('\n')}\n${'all'.padEnd(35)}${String(total).padStart(3)}\n`
  if (process.env.UPDATE === '1') writeFileSync(golden, table)
  expect(table).toBe(readFileSync(golden, 'utf8'))
  expect(total).toBeGreaterThanOrEqual(500)
})
