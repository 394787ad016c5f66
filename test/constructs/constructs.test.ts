/**
 * Every construct that a text can hold, a folder each: without a message, with the tree that `tree.txt` shows, and
 * with the same words in all four formats.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../src/design/types.ts'
import { diagnostics } from '../../src/diagnostics/report.ts'
import { loadDocument, makeDocument } from '../../src/document.ts'
import { comparable, documentWords, outlineOf } from '../support/agreement.ts'
import { project } from '../support/run.ts'
import { epubText, pdfText, webText, words, wordText } from '../support/texts.ts'

const names = readdirSync(import.meta.dirname, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? [entry.name] : [],
)
const designs = new Map<string, Design>()
const readers = {
  pdf: pdfText,
  docx: wordText,
  epub: (bytes: Uint8Array) => epubText(bytes, /cover|nav|toc|colophon/),
  html: (bytes: Uint8Array) => webText(Buffer.from(bytes).toString('utf8'), /<header/, /<\/main>/),
}

describe.each(names)('%s', name => {
  const folder = join(import.meta.dirname, name)
  const path = existsSync(join(folder, 'texto.md')) ? join(folder, 'texto.md') : folder
  const options = {
    project: import.meta.dirname,
    templates: [join(project, 'templates')],
    template: 'base',
    designs,
  }

  it('has its tree', async () => {
    const document = await loadDocument(path, options)
    expect(diagnostics(document.file, 'es').map(({ rule, line }) => `${line} ${rule}`)).toEqual([])
    if (!('publication' in document)) throw new Error('the document did not load')
    const golden = join(folder, 'tree.txt')
    const tree = outlineOf(document.publication.tree)
    if (process.env.UPDATE === '1') writeFileSync(golden, tree)
    expect(tree).toBe(readFileSync(golden, 'utf8'))
  })

  it('says the same in every format', async () => {
    const document = await loadDocument(path, options)
    if (!('publication' in document)) throw new Error('the document did not load')
    const made = await makeDocument(path, {
      ...options,
      command: 'build',
      formats: ['pdf', 'docx', 'epub', 'html'],
      strict: true,
      epoch: 0,
    })
    expect(made.diagnostics).toEqual([])
    for (const { format, bytes } of made.outputs ?? []) {
      if (format === 'json') continue
      const expected = documentWords(document, format)
      expect(comparable(words(readers[format](bytes))), format).toEqual(comparable(expected))
    }
    expect(made.outputs).toHaveLength(5)
  })
})
