/** A family of the brand stands in for the characters that the others have not, in all four formats alike. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { loadDocument, makeDocument } from '../../src/document.ts'
import type { Format } from '../../src/publication/exceptions.ts'
import { comparable, documentWords } from '../support/agreement.ts'
import { folderWith, project } from '../support/run.ts'
import { epubText, pdfText, webText, words, wordText } from '../support/texts.ts'
import { unpack } from './unpack.ts'

const thai = readFileSync(join(project, 'test/fixtures/fonts/NotoSansThai-Regular.ttf'))
const family = {
  family: 'Noto Sans Thai',
  source: 'file',
  files: [{ path: 'Thai.ttf', weight: 400, style: 'normal' }],
}
const text =
  '---\ntitulo: Nota\nlang: es\n---\n\nEn tailandés, [ประเทศไทย]{lang=th} y **ไทย**; en griego, [Ελλάδα]{lang=el}.\n'

function folder(brand: object): string {
  return folderWith({
    'nota.md': text,
    'casa/brand.yml': stringify({ extends: 'base', ...brand }),
    'casa/Thai.ttf': thai,
  })
}

const folders: string[] = []
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true })
})

function setting(brand: object) {
  const path = folder(brand)
  folders.push(path)
  const options = {
    ...{ project: path, templates: [path, join(project, 'templates')], template: 'casa' },
    designs: new Map(),
  }
  return { nota: join(path, 'nota.md'), options }
}

const formats: readonly Format[] = ['pdf', 'docx', 'epub', 'html']
const readers = {
  pdf: pdfText,
  docx: wordText,
  epub: (bytes: Uint8Array) => epubText(bytes, /cover|nav|toc|colophon/),
  html: (bytes: Uint8Array) => webText(Buffer.from(bytes).toString('utf8'), /<header/, /<\/main>/),
}

const make = ({ nota, options }: ReturnType<typeof setting>) =>
  makeDocument(nota, { ...options, command: 'build', formats, strict: true, epoch: 0 })

describe('a family that stands in', () => {
  const brand = { typography: { fonts: [family], fallback: ['Noto Sans Thai'] }, book: { fonts: true } }

  it('gives its characters to every format, whose words are the same', async () => {
    const given = setting(brand)
    const document = await loadDocument(given.nota, given.options)
    const made = await make(given)
    expect(made.diagnostics).toEqual([])
    if (!('publication' in document)) throw new Error('the document did not load')
    const files = new Map(
      (made.outputs ?? []).flatMap(({ format, bytes }) =>
        format === 'json' ? [] : [[format, bytes] as const],
      ),
    )
    for (const [format, bytes] of files) {
      expect(comparable(words(readers[format](bytes))), format).toEqual(
        comparable(documentWords(document, format)),
      )
    }
    const inside = (format: Format) => unpack(format, files.get(format) ?? new Uint8Array())
    // Letters and the marks above them in one font; Greek is the house's own.
    expect(inside('pdf')).toMatch(/^font NotoSansThai-Regular 11\nat .*ประเทศไทย/m)
    expect(inside('pdf')).toMatch(/^at \S+ \S+ 11 Ελλάδα/m)
    expect(inside('docx')).toMatch(
      /<w:rFonts w:ascii="Noto Sans Thai"[^>]*\/>(?:(?!<w:t).)*<w:t[^>]*>ประเทศไทย</s,
    )
    expect(inside('html')).toMatch(/--body-font: [^;]* "Noto Serif", "Noto Sans Thai", serif;/)
    expect(inside('html')).toMatch(/@font-face \{\s+font-family: "Noto Sans Thai"/)
    expect(inside('epub')).toMatch(/@font-face \{\s+font-family: "Noto Sans Thai"/)
  })

  it('is needed: without it every character is named, and nothing is published', async () => {
    const { outputs, diagnostics } = await make(setting({}))
    expect(outputs).toBeNull()
    const [first] = diagnostics
    expect(first).toMatchObject({
      rule: 'missing-glyph',
      line: 6,
      facts: { missing: expect.arrayContaining([{ character: 'ป', code: 'U+0E1B' }]) },
    })
  })

  it('has to be among the fonts', async () => {
    const { outputs, diagnostics } = await make(setting({ typography: { fallback: ['Noto Sans Thai'] } }))
    expect(outputs).toBeNull()
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['font-missing'])
  })
  it("is there for signs: ticks, crosses, stars, sums and ringed numbers need no brand of one's own", async () => {
    const folder = folderWith({
      'nota.md': '---\ntitulo: ✓ Nota\nlang: es\n---\n\n✓ sí, ✗ no, ★, ☎, ∑ y ①.\n',
    })
    folders.push(folder)
    const options = { project: folder, templates: [join(project, 'templates')], template: 'base' }
    const { outputs, diagnostics } = await makeDocument(join(folder, 'nota.md'), {
      ...{ ...options, designs: new Map(), command: 'build', formats, strict: true, epoch: 0 },
    })
    expect(diagnostics).toEqual([])
    for (const { format, bytes } of outputs ?? []) {
      if (format === 'json') continue
      for (const sign of '✓✗★☎∑①') expect(readers[format](bytes), format).toContain(sign)
    }
    const pdf = unpack('pdf', outputs?.find(({ format }) => format === 'pdf')?.bytes ?? new Uint8Array())
    for (const face of ['Symbols2', 'Math', 'Symbols']) expect(pdf).toContain(`font NotoSans${face}-Regular`)
  })
  it('is in a Word file that carries its faces only where the text needs it', async () => {
    const folder = folderWith({
      'nota.md': '---\ntitulo: Nota\nlang: es\n---\n\n✓ sí.\n',
      'casa/brand.yml': stringify({ extends: 'base', word: { fonts: true } }),
    })
    folders.push(folder)
    const options = { project: folder, templates: [folder, join(project, 'templates')], template: 'casa' }
    const { outputs } = await makeDocument(join(folder, 'nota.md'), {
      ...{ ...options, designs: new Map(), command: 'build', formats: ['docx'], strict: true, epoch: 0 },
    })
    const word = unpack('docx', outputs?.find(({ format }) => format === 'docx')?.bytes ?? new Uint8Array())
    expect(word).toMatch(/<w:font w:name="Noto Sans Symbols 2">(?:(?!<\/w:font>).)*<w:embedRegular/s)
    expect(word).not.toContain('w:name="Noto Sans Math"')
  })
})
