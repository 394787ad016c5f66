/** Drafts that LibreOffice has opened and saved can still be matched to their Markdown. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareDraft, hasLibreOffice, savedByLibreOffice } from '../../../scripts/redraft.mjs'
import { makeDocument } from '../../../src/document.ts'
import { folderWith, project } from '../../support/run.ts'
import { open } from './package.ts'

const markdown = `---
titulo: Borrador
idioma: es-PE
edicion: control de cambios
---

# Uno & "dos"

Un párrafo con 1 < 2, con \`<b>\` y una nota[^1].

[^1]: La nota.

    - con lista

- uno
  - dos

> Una cita.
>
> 1. con lista

| a | b |
|---|---|
| 1 |   |

:::nota[Ojo]
Un recuadro.
:::

\`\`\`
código
\`\`\`

Término
: Definición
`

async function built(status: 'draft' | 'final') {
  const folder = folderWith({ 'source/a.md': markdown })
  const outcome = await makeDocument(join(folder, 'source/a.md'), {
    command: 'build',
    project: folder,
    templates: [join(project, 'templates')],
    template: 'base',
    formats: ['docx'],
    strict: false,
    epoch: null,
    review: { draft: status === 'draft', lineNumbers: status === 'draft' },
    designs: new Map(),
  })
  const bytes = outcome.outputs?.[0]?.bytes
  if (bytes === undefined) throw new Error(JSON.stringify(outcome.diagnostics))
  return { bytes, path: join(folder, 'a.docx') }
}

describe('a draft', () => {
  it('carries its Markdown, its blocks and where each stands', async () => {
    const file = open((await built('draft')).bytes)
    const draft = file.part('customXml/pliego1.xml')
    expect(draft).toContain('<source path="source/a.md" sha256="')
    expect(draft).toContain('Uno &amp; &quot;dos&quot;')
    const blocks = [...draft.matchAll(/<block id="[^"]*" bookmark="([^"]*)" type="([^"]*)"/g)]
    const all = ['word/document.xml', 'word/footnotes.xml'].map(name => file.part(name)).join('')
    const names = [...all.matchAll(/<w:bookmarkStart w:name="([^"]*)"/g)].map(([, name]) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const [, bookmark] of blocks) expect(names).toContain(bookmark)
    const types = new Set(blocks.map(([, , type]) => type))
    for (const type of ['heading', 'paragraph', 'table', 'box', 'code', 'definitionTerm'])
      expect(types).toContain(type)
    expect(file.part('customXml/_rels/pliego1.xml.rels')).toContain('pliegoProps1.xml')
    expect(file.part('word/_rels/document.xml.rels')).toContain('Target="../customXml/pliego1.xml"')
  })

  it('keeps track of changes and numbers its lines when asked to', async () => {
    const file = open((await built('draft')).bytes)
    expect(file.part('word/settings.xml')).toContain('<w:trackRevisions/>')
    expect(file.part('word/document.xml')).toContain('<w:lnNumType w:countBy="1" w:restart="continuous"/>')
  })

  it('gives nothing of this away when it is published', async () => {
    const file = open((await built('final')).bytes)
    expect(file.names.filter(name => name.startsWith('customXml'))).toEqual([])
    expect(file.part('word/document.xml')).not.toContain('lnNumType')
  })

  it.skipIf(!hasLibreOffice())(
    'keeps every block and its Markdown when LibreOffice saves it',
    { timeout: 120_000 },
    async () => {
      const { bytes, path } = await built('draft')
      writeFileSync(path, bytes)
      const { found, lost, markdown: same } = compareDraft(bytes, savedByLibreOffice(path))
      expect(lost).toEqual([])
      expect(found.length).toBeGreaterThan(12)
      expect(same).toBe(true)
    },
  )
})
