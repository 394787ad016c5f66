/** Footnotes that begin with 1 on each page: told apart by the brand, agreed upon by all four files. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { collate } from '../../src/collate/collate.ts'
import { collated } from '../../src/collate/document.ts'
import { loadDocument, makeDocument } from '../../src/document.ts'
import type { Format } from '../../src/publication/exceptions.ts'
import { unpack } from '../brand/unpack.ts'
import { folderWith, project } from '../support/run.ts'

const formats: readonly Format[] = ['pdf', 'docx', 'epub', 'html']
const head = '---\ntitulo: Nota\nlang: es\n---\n\n'
const notes = '[^a]: Primera.\n\n[^b]: Segunda.\n\n[^c]: Tercera.\n'
const text = `${head}Uno[^a] y dos.[^b]\n\n::salto\n\nTres.[^c]\n\n${notes}`

async function made(source: string, numbering: string) {
  const folder = folderWith({
    'nota.md': source,
    'casa/brand.yml': stringify({ extends: 'base', notes: { numbering } }),
  })
  const nota = join(folder, 'nota.md')
  const options = {
    ...{ project: folder, templates: [folder, join(project, 'templates')], template: 'casa' },
    designs: new Map(),
  }
  const document = await loadDocument(nota, options)
  const { outputs, diagnostics } = await makeDocument(nota, {
    ...options,
    command: 'build',
    formats,
    strict: true,
    epoch: 0,
  })
  rmSync(folder, { recursive: true })
  return { document, outputs, diagnostics }
}

/** Calls and labels of notes, in the order in which the pages have them. */
function printed(bytes: Uint8Array | undefined): readonly string[] {
  const shown = unpack('pdf', bytes ?? new Uint8Array())
  return [...shown.matchAll(/^at \S+ \S+ \S+ (\d) ?$/gm)].map(([, number = '']) => number)
}

describe('notes numbered by page', () => {
  it('begin with 1 on every page of the PDF, call and note alike, and in Word', async () => {
    const byPage = (await made(text, 'page')).outputs
    const whole = (await made(text, 'document')).outputs
    const pdf = (outputs: typeof whole) => outputs?.find(({ format }) => format === 'pdf')?.bytes
    expect(printed(pdf(byPage))).toEqual(['1', '2', '1', '2', '1', '1'])
    expect(printed(pdf(whole))).toEqual(['1', '2', '1', '2', '3', '3'])
    const word = byPage?.find(({ format }) => format === 'docx')?.bytes ?? new Uint8Array()
    expect(unpack('docx', word)).toContain('<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>')
  })

  it('say the same in all four files, whose proof finds nothing', async () => {
    const { document, outputs, diagnostics } = await made(text, 'page')
    expect(diagnostics).toEqual([])
    if (!('publication' in document)) throw new Error('the document did not load')
    const { publication, design, locale } = document
    const expected = collated(publication, design, locale)
    for (const { format, bytes } of outputs ?? []) {
      if (format !== 'json') expect(await collate(expected, format, bytes), format).toEqual([])
    }
    // The same PDF is no proof of notes that the document numbers through.
    const pdf = outputs?.find(({ format }) => format === 'pdf')?.bytes ?? new Uint8Array()
    expect(await collate({ ...expected, notesByPage: false }, 'pdf', pdf)).not.toEqual([])
  })

  it('cannot be called again from another page, nor referred to by number', async () => {
    const again = text.replace('Tres.[^c]', 'Tres.[^c] Y otra vez.[^a]')
    const named = text
      .replace('[^b]: Segunda.', '[^b]: Segunda.\n    {#segunda}')
      .replace('Tres.', 'Tres, [@segunda].')
    const inCaption = named.replace(
      'Tres, [@segunda].',
      '| a |\n|---|\n| b |\n{titulo="Véase [@segunda]"}\n\nTres.',
    )
    for (const [source, at] of [
      [again, 10],
      [named, 10],
      [inCaption, 13],
    ] as const) {
      const { outputs, diagnostics } = await made(source, 'page')
      expect(outputs).toBeNull()
      expect(diagnostics.map(({ rule, line }) => [rule, line])).toEqual([['note-elsewhere', at]])
      expect((await made(source, 'document')).diagnostics).toEqual([])
    }
  })
})
