/** What the constructs of reports become in the structure tree and on the page. */
import { readFileSync, writeFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { pdf } from '../../../src/write/pdf/pdf.ts'
import type { Edition } from '../../../src/write/types.ts'
import { constructs, figure, images, note, noteReference, picture, plainCell, table } from './constructs.ts'
import { editionOf, paragraph, place, section, text } from './edition.ts'
import { array, dict, type Pdf, type PdfFile, readPdf, textString } from './reader.ts'
import { catalogue, readPages, structureTrace } from './text.ts'

async function read(edition: Edition): Promise<PdfFile> {
  return readPdf(await pdf(edition, new VFile()))
}

test('every construct of reports has its place in the structure tree', async () => {
  const path = new URL('./fixtures/constructs.txt', import.meta.url)
  const { sections, notes } = constructs()
  const found = structureTrace(await read(editionOf(sections, { notes, images })))
  if (process.env.UPDATE === '1') writeFileSync(path, found)
  expect(found).toBe(readFileSync(path, 'utf8'))
})

test('elements that have an ID are found by it', async () => {
  const { sections, notes } = constructs()
  const file = await read(editionOf(sections, { notes, images }))
  const root = dict(file.resolve(catalogue(file).get('StructTreeRoot')))
  const pairs = array(dict(file.resolve(root.get('IDTree'))).get('Names'))
  const names = pairs.filter((_, index) => index % 2 === 0).map(name => textString(name))
  expect(names).toEqual([...names].sort())
  for (const [index, name] of names.entries()) {
    expect(textString(dict(file.resolve(pairs[2 * index + 1])).get('ID'))).toBe(name)
  }
  for (const { id } of notes) expect(names).toContain(id)
})

test('a document without such elements has no tree of them', async () => {
  const file = await read(editionOf([section('s', 'S', 1, paragraph(text('Texto.')))]))
  expect(dict(file.resolve(catalogue(file).get('StructTreeRoot'))).has('IDTree')).toBe(false)
})

test('heads that later pages repeat, ornaments and leaders are artifacts', async () => {
  const { sections, notes } = constructs()
  const pages = readPages(await read(editionOf(sections, { notes, images })))
  const artifacts = pages.flatMap(page => page.artifacts)
  expect(artifacts).toContain('Cabeza repetida ')
  expect(artifacts.filter(shown => shown === '. . . ').length).toBe(4)
  for (const page of pages) expect(page.unmarked).toEqual([])
  const figures = pages.flatMap(({ content }) => content.match(/\/Figure .* BDC/g) ?? [])
  // The emblem, two figures, one picture in a line; not the two ornaments.
  expect(figures.length).toBe(4)
})

test('a table all of heads, and one whose head reaches into its body, have a body alone', async () => {
  const column = { heads: 'column' } as const
  const onlyHeads = table({ rows: 1, columns: 0 }, [[plainCell({ column: 0, ...column }, text('A'))]])
  const reaching = table({ rows: 1, columns: 0 }, [
    [
      plainCell({ column: 0, ...column, rowSpan: 2 }, text('A')),
      plainCell({ column: 1, ...column }, text('B')),
    ],
    [plainCell({ column: 1 }, text('C'))],
  ])
  const trace = structureTrace(await read(editionOf([section('s', 'S', 1, onlyHeads, reaching)])))
  expect(trace).not.toContain('THead')
  expect(trace.match(/TBody/g)?.length).toBe(2)
})

test('a note that two blocks refer to stands behind the first; one that refers to itself stands once', async () => {
  const id = 'nself'
  const self = { ...note('1'), id }
  const full = { ...self, children: [paragraph(text('Véase'), noteReference(self))] }
  const blocks = [paragraph(text('Uno'), noteReference(full)), paragraph(text('Dos'), noteReference(full, 2))]
  const trace = structureTrace(await read(editionOf([section('s', 'S', 1, ...blocks)], { notes: [full] })))
  expect(trace.match(/Note ID="nself"/g)?.length).toBe(1)
  expect(trace.indexOf('Note ID')).toBeLessThan(trace.indexOf('"Dos"'))
})

test('a picture that the publication does not have is a bug that is told', async () => {
  const edition = editionOf([section('s', 'S', 1, figure('otra', 'Otra', ''))], { images })
  await expect(pdf(edition, new VFile())).rejects.toThrow('«otra»')
})

test('a link that holds a picture alone is described by its words', async () => {
  const link = { type: 'link', url: 'https://example.org/', title: '', place: place } as const
  const blocks = [paragraph({ ...link, children: [picture('sello', 'Sello oficial')] })]
  const file = await read(editionOf([section('s', 'S', 1, ...blocks)], { images }))
  const annotations = readPages(file).flatMap(({ dict: page }): readonly Pdf[] =>
    page.has('Annots') ? array(page.get('Annots')) : [],
  )
  expect(annotations.map(value => textString(dict(file.resolve(value)).get('Contents')))).toEqual([
    'Sello oficial',
  ])
})

test('words behind a page are a watermark', async () => {
  const edition = editionOf([section('s', 'S', 1, paragraph(text('Texto.')))])
  const { pages, ...layout } = edition.layout()
  const changed = pages.map(page => ({
    ...page,
    marks: page.marks.map(mark =>
      mark.owner.kind === 'artifact' && mark.owner.role === 'footer'
        ? { ...mark, owner: { kind: 'artifact', role: 'background' } as const }
        : mark,
    ),
  }))
  const [page] = readPages(await read({ ...edition, layout: () => ({ ...layout, pages: changed }) }))
  expect(page?.content).toContain('/Artifact <</Type/Pagination/Subtype/Watermark>> BDC')
})
