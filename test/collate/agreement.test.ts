/** Every construct says the same in all four formats: words, structure, links, languages, alternative texts. */
import { describe, expect, it } from 'vitest'
import { collate } from '../../src/collate/collate.ts'
import { constructNames, constructPath, formats, made } from './support.ts'

describe.each(constructNames())('%s', name => {
  it('says the same in every format', async () => {
    const { document, files } = await made(constructPath(name))
    for (const format of formats) expect(await collate(document, format, files[format]), format).toEqual([])
  })
})
