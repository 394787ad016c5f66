/** Captions stand above or below as the brand has it; the proof knows on which side. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { stringify } from 'yaml'
import { collate } from '../../src/collate/collate.ts'
import { collated } from '../../src/collate/document.ts'
import { loadDocument, makeDocument } from '../../src/document.ts'
import type { Format } from '../../src/publication/exceptions.ts'
import { folderWith, project } from '../support/run.ts'

const text = `---
titulo: Nota
lang: es
---

Véanse [@cua], [@fig] y [@dos].

:::tabla[Uno]{#cua}
| a | b |
| - | - |
| c | d |

Fuente: propia.
:::

![Un cuadrado](c.svg "Una figura"){#fig}

![Otro cuadrado](c.svg)

| e | f |
| - | - |
| g | h |

| i | j |
| - | - |
| k | l |
{#dos titulo="Dos"}

- Un elemento

  | m | n |
  | - | - |
  | o | p |
  {titulo="Tres"}
`
const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><path fill="#0a6b4f" d="M3 7 71 7 71 61Z"/></svg>'
const formats = ['pdf', 'docx', 'epub', 'html'] as const

async function made(figure: string, table: string) {
  const folder = folderWith({
    'nota.md': text,
    'c.svg': square,
    'casa/brand.yml': stringify({ extends: 'base', figure: { caption: figure }, table: { caption: table } }),
  })
  const path = join(folder, 'nota.md')
  const templates = [folder, join(project, 'templates')]
  const options = { project: folder, templates, template: 'casa', designs: new Map() }
  const document = await loadDocument(path, options)
  const { outputs } = await makeDocument(path, {
    ...{ ...options, command: 'build', formats, strict: true, epoch: 0 },
  })
  rmSync(folder, { recursive: true })
  if (!('publication' in document)) throw new Error('the document did not load')
  const { publication, design, locale } = document
  const bytesOf = (format: Format) => outputs?.find(one => one.format === format)?.bytes ?? new Uint8Array()
  return { expected: collated(publication, design, locale), bytesOf }
}

it.each([
  ['below', 'above'],
  ['above', 'above'],
  ['below', 'below'],
  ['above', 'below'],
])('figures %s, tables %s: all formats agree', async (figure, table) => {
  const { expected, bytesOf } = await made(figure, table)
  for (const format of formats) expect(await collate(expected, format, bytesOf(format)), format).toEqual([])
})

it('a caption on the other side is told', async () => {
  const [above, below] = [await made('above', 'above'), await made('below', 'below')]
  for (const format of ['docx', 'epub', 'html'] as const)
    expect(await collate(above.expected, format, below.bytesOf(format)), format).not.toEqual([])
})
