/** Documents in which fuzzing found a difference between formats: each says the same now in all of them. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { collate } from '../../src/collate/collate.ts'
import { formats, made } from './support.ts'

const found = join(import.meta.dirname, 'fixtures/found')

it.each(readdirSync(found).filter(name => name.endsWith('.md')))('%s', async name => {
  const { document, files } = await made(join(found, name))
  for (const format of formats) expect(await collate(document, format, files[format]), format).toEqual([])
})
