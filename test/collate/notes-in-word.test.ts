/** Numbers of footnotes in a Word file: those that it counts, and those that it is given. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { stringify } from 'yaml'
import { collate } from '../../src/collate/collate.ts'
import { collated } from '../../src/collate/document.ts'
import { loadDocument, makeDocument } from '../../src/document.ts'
import { folderWith, project } from '../support/run.ts'

const text = `---
titulo: Nota
lang: es
---

:::tabla[Título[^a]]
| a[^b] | b |
| - | - |
| c | d |
:::

[^a]: Del título.

[^b]: De la celda, con otra[^c].

[^c]: La que solo llama una nota.
`

/** Captions stand below: the call in the cell comes first, with a number that is not what Word counts. */
async function madeBelow() {
  const folder = folderWith({
    'nota.md': text,
    'casa/brand.yml': stringify({ extends: 'base', table: { caption: 'below' } }),
  })
  const path = join(folder, 'nota.md')
  const templates = [folder, join(project, 'templates')]
  const options = { project: folder, templates, template: 'casa', designs: new Map() }
  const document = await loadDocument(path, options)
  const made = await makeDocument(path, {
    ...options,
    command: 'build',
    formats: ['docx'],
    strict: true,
    epoch: 0,
  })
  rmSync(folder, { recursive: true })
  if (!('publication' in document)) throw new Error('the document did not load')
  const { publication, design, locale } = document
  const bytes = made.outputs?.find(({ format }) => format === 'docx')?.bytes ?? new Uint8Array()
  return { expected: collated(publication, design, locale), bytes }
}

it('are read as they are shown, in the text and at its foot', async () => {
  const { expected, bytes } = await madeBelow()
  const differences = (file: Uint8Array) => collate(expected, 'docx', file)
  expect(await differences(bytes)).toEqual([])
  const files = unzipSync(bytes)
  const changed = (part: string, from: RegExp, to: string) => {
    const xml = strFromU8(files[part] ?? new Uint8Array())
    expect(xml).toMatch(from)
    return zipSync({ ...files, [part]: strToU8(xml.replace(from, to)) })
  }
  const given = /(customMarkFollows="1"[^>]*\/><w:t[^>]*>)2</
  const own = /(<w:t[^>]*>)3(<\/w:t><\/w:r><w:bookmarkEnd)/
  const link = /(<w:hyperlink w:anchor="_f[^>]*>.*?<w:t[^>]*>)3</
  for (const file of [
    changed('word/document.xml', given, '$14<'),
    changed('word/footnotes.xml', own, '$14$2'),
    changed('word/footnotes.xml', link, '$14<'),
  ])
    expect(await differences(file)).not.toEqual([])
})
