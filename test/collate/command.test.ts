/** `pliego collate` and `pliego build --prove`, as a person meets them. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { runCollation } from '../../src/collation.ts'
import { findings } from '../../src/diagnostics/report.ts'
import { loadDocument, makeDocument } from '../../src/document.ts'
import { proveFile } from '../../src/prove.ts'
import type { Format } from '../../src/publication/exceptions.ts'
import { folderWith, project } from '../support/run.ts'
import { formats } from './support.ts'

const text = `---
title: Nota
lang: es-PE
---

Una entrada.

# Antecedentes

Un párrafo con varias palabras.

# Serie

${Array.from({ length: 20 }, (_, index) => `Párrafo número ${index} de la serie.`).join('\n\n')}
`

async function published() {
  const folder = folderWith({ 'source/nota.md': text })
  const options = {
    project: folder,
    templates: [join(project, 'templates')],
    template: '',
    designs: new Map(),
  }
  const path = join(folder, 'source/nota.md')
  const made = await makeDocument(path, {
    ...options,
    command: 'build',
    formats,
    strict: true,
    prove: true,
    epoch: 0,
  })
  for (const { format, bytes } of made.outputs ?? []) writeFileSync(join(folder, `nota.${format}`), bytes)
  const listing = {
    project: folder,
    paths: [],
    template: '',
    limits: {},
    json: true,
    language: 'es' as const,
    review: {},
  }
  return {
    folder,
    made,
    loaded: await loadDocument(path, options),
    request: { ...listing, formats, out: '.' },
  }
}

/** What a run says on standard output. */
async function said(run: () => Promise<number>): Promise<{ readonly code: number; readonly out: string }> {
  const write = process.stdout.write
  let out = ''
  process.stdout.write = (chunk: string | Uint8Array) => {
    out += String(chunk)
    return true
  }
  try {
    return { code: await run(), out }
  } finally {
    process.stdout.write = write
  }
}

/** A paragraph of the Word file loses what matches. */
function change(folder: string, pattern: RegExp, by: string): Uint8Array {
  const path = join(folder, 'nota.docx')
  const files = unzipSync(readFileSync(path))
  const document = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace(pattern, by)
  const bytes = zipSync({ ...files, 'word/document.xml': strToU8(document) })
  writeFileSync(path, bytes)
  return bytes
}

describe('a document that is proved', () => {
  it('is built when its files agree, and collation has nothing to say', async () => {
    const { made, request } = await published()
    expect(made.diagnostics).toEqual([])
    expect(made.outputs).toHaveLength(formats.length + 1)
    const { code, out } = await said(() => runCollation(request))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      version: 1,
      documents: [{ source: 'source/nota.md', diagnostics: [] }],
    })
  })

  it('formats-differ: a word that somebody took away is told with its line, section and both texts', async () => {
    const { folder, request } = await published()
    change(folder, /varias /, '')
    const { code, out } = await said(() => runCollation(request))
    expect(code).toBe(1)
    const { diagnostics } = JSON.parse(out).documents[0]
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({
      rule: 'formats-differ',
      severity: 'error',
      file: 'source/nota.md',
      line: 10,
      facts: {
        format: 'docx',
        what: 'paragraph',
        section: 'Antecedentes',
        expected: 'paragraph <section 1> Un párrafo con varias palabras.',
        found: 'paragraph <section 1> Un párrafo con palabras.',
        words: '… 1> Un párrafo con [-varias-] palabras.',
      },
    })
    expect(diagnostics[0].reason).toContain('docx: un párrafo de «Antecedentes» no dice lo que el texto')
  })

  it('formats-differ-more: after a dozen the rest is counted', async () => {
    const { folder, loaded } = await published()
    const bytes = change(folder, /Párrafo número/g, 'Número')
    if (!('publication' in loaded)) throw new Error('the text does not load')
    await proveFile(loaded, 'docx', bytes)
    const rules = findings(loaded.file).map(({ rule }) => rule)
    expect(rules.filter(rule => rule === 'formats-differ')).toHaveLength(12)
    expect(findings(loaded.file).find(({ rule }) => rule === 'formats-differ-more')?.facts).toEqual({
      format: 'docx',
      count: 8,
    })
  })

  it('collate-missing: a file that is not there', async () => {
    const { folder, request } = await published()
    rmSync(join(folder, 'nota.epub'))
    const { code, out } = await said(() => runCollation(request))
    expect(code).toBe(1)
    expect(JSON.parse(out).documents[0].diagnostics).toMatchObject([
      { rule: 'collate-missing', facts: { path: 'nota.epub' } },
    ])
  })

  it.each<Format>(['pdf', 'docx', 'epub', 'html'])(
    'a %s file that is none differs as a whole',
    async format => {
      const { loaded } = await published()
      if (!('publication' in loaded)) throw new Error('the text does not load')
      await proveFile(loaded, format, strToU8('nada'))
      expect(findings(loaded.file).some(({ rule }) => rule === 'formats-differ')).toBe(true)
    },
  )
})

it('proves a Word file made in one of the house, which has no emblem of ours', async () => {
  const { folder, made } = await published()
  const house = made.outputs?.find(({ format }) => format === 'docx')?.bytes ?? new Uint8Array()
  writeFileSync(join(folder, 'casa.docx'), house)
  const outcome = await makeDocument(join(folder, 'source/nota.md'), {
    project: folder,
    templates: [join(project, 'templates')],
    template: 'nota-informativa',
    designs: new Map(),
    command: 'build',
    formats: ['docx', 'html'],
    strict: false,
    prove: true,
    epoch: 0,
    review: { wordTemplate: 'casa.docx' },
  })
  expect(outcome.diagnostics.map(({ rule }) => rule)).not.toContain('formats-differ')
  expect(outcome.outputs).toHaveLength(3)
})
