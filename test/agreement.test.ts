/** The four files of every text in source/ say the same words in the same order. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { localeFor } from '../src/locale/locale.ts'
import { toPublication } from '../src/pipeline.ts'
import { exceptions } from '../src/publication/exceptions.ts'
import type { PublicationNode } from '../src/publication/model.ts'
import { opening } from '../src/publication/opening.ts'
import { read } from '../src/read/read.ts'
import { pliego, project } from './support/run.ts'
import { epubText, letters, pdfLetters, pdfText, webText, words, wordText } from './support/texts.ts'

const out = mkdtempSync(join(tmpdir(), 'pliego-'))
const brandLines = ['Decenio de la Igualdad de Oportunidades para Mujeres y Hombres']
const names = readdirSync(join(project, 'source')).flatMap(name =>
  name.endsWith('.md') ? [name.slice(0, -3)] : [],
)

beforeAll(() => {
  const run = pliego(project, ['build', '--out', out])
  expect(run.code, run.err).toBe(0)
})

/** The words of a document as one format should carry them; a page label is `#`. */
async function expectedWords(name: string, format: 'pdf' | 'docx' | 'epub' | 'html'): Promise<string[]> {
  const source = await read(`source/${name}.md`, { project })
  if (!('tree' in source)) throw new Error('the text does not parse')
  const defaults = {
    template: 'nota-informativa',
    repeats: 'reference',
    numberSections: false,
    language: 'es',
  } as const
  const publication = toPublication(source, defaults, 'test')
  const locale = localeFor(publication?.metadata.language ?? '')
  if (publication === null || locale === null) throw new Error('the text does not publish')
  const left = exceptions.filter(({ printedBy }) => !printedBy.includes(format)).map(({ what }) => what)
  const parts: string[] = []
  for (const { label, children } of opening(publication, brandLines, locale)) {
    parts.push(label, ' ')
    for (const child of children) collect(child, left, parts)
    parts.push('\n')
  }
  collect(publication.tree, left, parts)
  return words(parts.join(''))
}

const blocks = ['section', 'heading', 'paragraph', 'list', 'listItem', 'blockquote', 'thematicBreak', 'break']

function collect(node: PublicationNode, left: readonly string[], parts: string[]): void {
  if (left.includes(node.type)) return
  if (node.type === 'pageReference') parts.push(node.before, pageLabel, node.after)
  if ('value' in node) parts.push(node.value)
  if ('children' in node) for (const child of node.children) collect(child, left, parts)
  if (blocks.includes(node.type)) parts.push('\n')
}

/** Stands for any number after «p.». */
const pageLabel = '0'
const masked = (list: readonly string[]) =>
  list.map((word, index) => (list[index - 1] === 'p' && /^\d+$/.test(word) ? pageLabel : word))

/** List numbers are printed by layout, and are words in a PDF's text alone. */
const withoutLabels = (expected: readonly string[], found: readonly string[]) => {
  const kept: string[] = []
  for (const word of found) {
    if (word !== expected[kept.length] && /^\d{1,3}$/.test(word)) continue
    kept.push(word)
  }
  return kept
}

describe.each(names)('%s', name => {
  const file = (format: string) => readFileSync(join(out, `${name}.${format}`))
  const html = () => file('html').toString('utf8')

  it('PDF', async () => {
    const expected = await expectedWords(name, 'pdf')
    expect(withoutLabels(expected, masked(words(await pdfText(file('pdf')))))).toEqual(expected)
  })
  it('PDF, as pdf.js reads it', async () => {
    const expected = await expectedWords(name, 'pdf')
    expect(await pdfLetters(file('pdf'))).toBe(letters(expected.join('')))
  })
  it('Word', async () => {
    expect(masked(words(wordText(file('docx'))))).toEqual(await expectedWords(name, 'docx'))
  })
  it('EPUB', async () => {
    expect(words(epubText(file('epub'), /cover|portada|nav|toc/))).toEqual(await expectedWords(name, 'epub'))
  })
  it('HTML', async () => {
    expect(words(webText(html(), /<header/, /<\/main>/))).toEqual(await expectedWords(name, 'html'))
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
    epubText(readFileSync(join(out, `${name}.epub`)), /cover|portada|nav|toc/),
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
