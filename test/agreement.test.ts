/** The four files of every text in source/ say the same words in the same order. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadDocument } from '../src/document.ts'
import type { Format } from '../src/publication/exceptions.ts'
import { comparable, documentWords } from './support/agreement.ts'
import { pliego, project } from './support/run.ts'
import {
  epubText,
  letters,
  pdfLetters,
  pdfPageText,
  pdfText,
  webText,
  words,
  wordText,
} from './support/texts.ts'

const out = mkdtempSync(join(tmpdir(), 'pliego-'))
const names = readdirSync(join(project, 'source')).flatMap(name =>
  name.endsWith('.md') ? [name.slice(0, -3)] : [],
)

beforeAll(() => {
  const run = pliego(project, ['build', '--out', out])
  expect(run.code, run.err).toBe(0)
})

async function expectedWords(name: string, format: Format): Promise<string[]> {
  const document = await loadDocument(join(project, 'source', `${name}.md`), {
    project,
    templates: [join(project, 'templates')],
    template: '',
    designs: new Map(),
  })
  if (!('publication' in document)) throw new Error('the text does not publish')
  return documentWords(document, format)
}

describe.each(names)('%s', name => {
  const file = (format: string) => readFileSync(join(out, `${name}.${format}`))
  const html = () => file('html').toString('utf8')

  it('PDF', async () => {
    expect(comparable(words(pdfText(file('pdf'))))).toEqual(comparable(await expectedWords(name, 'pdf')))
  })
  it('PDF, as pdf.js reads it page by page', async () => {
    expect(await pdfLetters(file('pdf'))).toBe(letters(pdfPageText(file('pdf'))))
  })
  it('Word', async () => {
    expect(comparable(words(wordText(file('docx'))))).toEqual(comparable(await expectedWords(name, 'docx')))
  })
  it('EPUB', async () => {
    const found = words(epubText(file('epub'), /cover|portada|nav|toc|colophon/))
    expect(comparable(found)).toEqual(comparable(await expectedWords(name, 'epub')))
  })
  it('HTML', async () => {
    const found = words(webText(html(), /<header/, /<\/main>/))
    expect(comparable(found)).toEqual(comparable(await expectedWords(name, 'html')))
  })
})

describe('the repeated paragraph on democracy', () => {
  const name = 'asuntos-multilaterales-y-globales'
  const first = words('Uno de los principales logros del multilateralismo a nivel global y hemisférico').join(
    ' ',
  )
  const rest = words(
    'El Perú promueve y apoya los esfuerzos orientados al fortalecimiento de la democracia',
  ).join(' ')
  const count = (text: string, part: string) => words(text).join(' ').split(part).length - 1
  const texts = async () => [
    pdfText(readFileSync(join(out, `${name}.pdf`))),
    wordText(readFileSync(join(out, `${name}.docx`))),
    epubText(readFileSync(join(out, `${name}.epub`)), /cover|portada|nav|toc|colophon/),
    webText(readFileSync(join(out, `${name}.html`), 'utf8'), /<header/, /<\/main>/),
  ]

  it('stands once in each format, and twice in the source', async () => {
    for (const text of await texts()) {
      expect(count(text, rest)).toBe(1)
      expect(count(text, first)).toBe(1)
    }
    expect(count(readFileSync(join(project, `source/${name}.md`), 'utf8'), rest)).toBe(2)
  })

  it('and «Lucha contra la Corrupción» opens with the reference that «En esa línea» leans on', async () => {
    const [pdf = '', word = '', ...web] = await texts()
    const opening = words(
      'Lucha contra la Corrupción Sobre este punto, véase Uno de los principales logros',
    ).join(' ')
    for (const text of [pdf, word, ...web]) expect(words(text).join(' ')).toContain(opening)
    for (const text of [pdf, word]) expect(words(text).join(' ')).toMatch(/ p \d En esa línea /)
    for (const text of web) expect(words(text).join(' ')).not.toMatch(/ p \d En esa línea /)
  })
})
