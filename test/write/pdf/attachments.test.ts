/** The texts of a document in its file: attached, associated, and said in the metadata. */
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { pdf } from '../../../src/write/pdf/pdf.ts'
import type { AttachedText } from '../../../src/write/types.ts'
import { editionOf, paragraph, section, text } from './edition.ts'
import { array, type Dict, dict, nameOf, type PdfFile, readPdf, stream, textString } from './reader.ts'
import { catalogue } from './text.ts'

const texts: readonly AttachedText[] = [
  { path: 'source/año/01-inicio.md', content: '# Año\n' },
  { path: 'source/datos.csv', content: 'a,b\n' },
  { path: 'templates/x.unknown', content: 'x' },
]

async function file(attached: readonly AttachedText[], conformant = true): Promise<PdfFile> {
  const edition = editionOf([section('s', 'S', 1, paragraph(text('Texto.')))], { conformant })
  return readPdf(await pdf({ ...edition, attached }, new VFile()))
}

function packet(made: PdfFile): string {
  return Buffer.from(stream(made.resolve(catalogue(made).get('Metadata'))).data, 'latin1').toString('utf8')
}

function specifications(made: PdfFile): readonly Dict[] {
  return array(catalogue(made).get('AF')).map(one => dict(made.resolve(one)))
}

test('every text is an associated file, the source of the document, as it was', async () => {
  const made = await file(texts)
  const found = specifications(made).map(specification => {
    const embedded = stream(made.resolve(dict(specification.get('EF') ?? null).get('F')))
    return {
      name: textString(specification.get('UF')),
      plain: textString(specification.get('F')),
      relation: nameOf(specification.get('AFRelationship')),
      type: nameOf(embedded.dictionary.get('Subtype')),
      size: dict(embedded.dictionary.get('Params') ?? null).get('Size'),
      date: textString(dict(embedded.dictionary.get('Params') ?? null).get('ModDate')),
      content: Buffer.from(embedded.data, 'latin1').toString('utf8'),
    }
  })
  const shared = { relation: 'Source', date: 'D:20261123000000Z' }
  expect(found).toEqual([
    {
      ...shared,
      name: 'año-01-inicio.md',
      plain: 'a_o-01-inicio.md',
      type: 'text/markdown',
      size: 7,
      content: '# Año\n',
    },
    { ...shared, name: 'datos.csv', plain: 'datos.csv', type: 'text/csv', size: 4, content: 'a,b\n' },
    {
      ...shared,
      name: 'templates-x.unknown',
      plain: 'templates-x.unknown',
      type: 'text/plain',
      size: 1,
      content: 'x',
    },
  ])
})

test('they are found by name too', async () => {
  const made = await file(texts)
  const names = dict(made.resolve(catalogue(made).get('Names')))
  const tree = array(dict(made.resolve(names.get('EmbeddedFiles'))).get('Names'))
  const found = tree.filter((_, index) => index % 2 === 0).map(textString)
  expect([...found].sort()).toEqual(texts.map(({ path }) => path).sort())
})

test('a file that carries them is PDF/A-3a; one that carries none is PDF/A-2a', async () => {
  expect(packet(await file(texts))).toContain('<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A<')
  expect(packet(await file([]))).toContain('<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A<')
  expect(packet(await file(texts, false))).not.toContain('pdfaid')
  expect(catalogue(await file([])).has('AF')).toBe(false)
})
