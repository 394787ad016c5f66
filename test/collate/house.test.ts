/** A Word file in a house's own says the same: other identifiers of styles, other order on the first page. */
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { findings } from '../../src/diagnostics/report.ts'
import { loadDocument, makeDocument } from '../../src/document.ts'
import { proveFile } from '../../src/prove.ts'
import { folderWith, project } from '../support/run.ts'
import { firstPage, landscape, spanish } from '../write/docx/house/templates.ts'

const text = `---
titulo: Informe
idioma: es-PE
organo: Ministerio de Pruebas
departamento: Dirección General
lugar: Lima
fecha: 2026-11-23
numeracion: sí
---

# Uno {#uno}

Un párrafo con una nota[^1] y lo de la [@uno].

[^1]: La nota.

1. primero
2. segundo

## Dos

\`\`\`
código
\`\`\`

# Lista {anexo}

> Una cita.
`

const templates = {
  'Spanish identifiers': spanish(),
  'numbers of its own': spanish('decimal'),
  'a first page of its own': firstPage(),
  'two sections': landscape(),
}

describe.each(Object.entries(templates))('%s', (_, template) => {
  async function told(change: (xml: string) => string) {
    const folder = folderWith({ 'source/a.md': text, 'casa.docx': template })
    const path = join(folder, 'source/a.md')
    const designs = new Map()
    const options = { project: folder, templates: [join(project, 'templates')], template: 'base', designs }
    const made = await makeDocument(path, {
      ...options,
      command: 'build',
      formats: ['docx'],
      strict: false,
      epoch: null,
      review: { wordTemplate: 'casa.docx' },
    })
    const loaded = await loadDocument(path, options)
    const parts = unzipSync(made.outputs?.[0]?.bytes ?? new Uint8Array())
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    const bytes = zipSync({ ...parts, 'word/document.xml': strToU8(change(document)) })
    if (!('publication' in loaded)) throw new Error('the document did not load')
    await proveFile({ ...loaded, inHouse: true }, 'docx', bytes)
    return findings(loaded.file).map(({ rule }) => rule)
  }

  it('says the same as its text', async () => {
    expect(await told(xml => xml)).toEqual([])
  })

  it('is found out', async () => {
    expect(await told(xml => xml.replace('Dirección General', 'Dirección'))).toContain('formats-differ')
    expect(await told(xml => xml.replace('>Dos<', '>Tres<'))).toContain('formats-differ')
    expect(await told(xml => xml.replace('<w:t xml:space="preserve">código', '<w:t>'))).toContain(
      'formats-differ',
    )
  })
})
