/** The file around the pages: objects, fonts, navigation, metadata, determinism. */
import { createHash } from 'node:crypto'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { diagnostics } from '../../../src/diagnostics/report.ts'
import { openDocument } from '../../../src/write/pdf/document.ts'
import { pdf } from '../../../src/write/pdf/pdf.ts'
import type { Edition } from '../../../src/write/types.ts'
import { editionOf, everyNode, faceOf, heading, paragraph, section, text } from './edition.ts'
import {
  array,
  type Dict,
  dict,
  nameOf,
  operations,
  type Pdf,
  type PdfFile,
  readPdf,
  stream,
  textString,
} from './reader.ts'
import { catalogue, readPages, toUnicode } from './text.ts'

async function read(edition: Edition): Promise<PdfFile> {
  return readPdf(await pdf(edition, new VFile()))
}

const small = (...values: string[]) =>
  editionOf([section('s', 'S', 1, ...values.map(value => paragraph(text(value))))])

test('every object of the cross-reference stream is there', async () => {
  const file = await read(editionOf(everyNode()))
  for (const number of file.numbers) expect(() => file.resolve({ ref: number })).not.toThrow()
  expect(file.numbers.length).toBeGreaterThan(100)
})

test('an object that is never ended is a bug that is told', () => {
  const { doc, finish } = openDocument({ language: 'es', information: { CreationDate: new Date(0) } })
  doc.addPage({ size: [100, 100], margin: 0 })
  doc.ref({ Type: 'Forgotten' })
  expect(finish).toThrow('1 PDF objects were never ended')
})

test('bytes do not depend on the run, the time zone or the locale', async () => {
  const { TZ, LANG } = process.env
  const hash = async () =>
    createHash('sha256')
      .update(await pdf(editionOf(everyNode()), new VFile()))
      .digest('hex')
  // Block ids of hand-made trees count on; the same tree is written twice.
  const edition = editionOf(everyNode())
  const again = async () =>
    createHash('sha256')
      .update(await pdf(edition, new VFile()))
      .digest('hex')
  process.env.TZ = 'Pacific/Kiritimati'
  process.env.LANG = 'tr_TR.UTF-8'
  const first = await again()
  process.env.TZ = 'America/Lima'
  const second = await again()
  process.env.TZ = TZ ?? ''
  process.env.LANG = LANG ?? ''
  expect(second).toBe(first)
  expect(await hash()).not.toBe(first)
})

test('operators of a tiny page', async () => {
  const [page] = readPages(await read(small('Sí')))
  const lines = (page?.content ?? '').split('\n')
  const begin = lines.findLastIndex(line => line.startsWith('/P '))
  expect(lines.slice(0, 6)).toEqual([
    '1 0 0 -1 0 420 cm',
    '/Artifact <</Type/Background/BBox[0 408 380 420]>> BDC',
    '0.667 0 0 rg',
    '0 0 380 12 re f',
    'EMC',
    '/Figure <</MCID 0>> BDC',
  ])
  expect(begin).toBeGreaterThan(0)
  const shown = lines.slice(begin, -1).join('\n')
  expect(
    shown.replace(/[\x00-\x1f]/g, byte => (byte === '\n' ? byte : `~${byte.charCodeAt(0)}`)),
  ).toMatchInlineSnapshot(`
    "/P <</MCID 15>> BDC
    BT
    1 0 0 -1 40 254 Tm
    [(~0'~0~6)]TJ
    ET
    EMC
    /Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC
    BT
    1 0 0 -1 40 400 Tm
    [(~0\\(~0\\)~0*~0~9~0~2~0~3~0~4~0#)]TJ
    ET
    EMC"
  `)
})

test('a hyphen of line breaking and a written one show one glyph and read as what they are', async () => {
  const file = await read(small('separa\u00adción guion-normal'))
  const [page] = readPages(file)
  const font = fontNamed(file, page?.dict, 'F1')
  const map = toUnicode(file, font)
  const codes = new Map([...map].map(([code, value]) => [value, code]))
  const glyphs = stream(file.resolve(descendant(file, font).get('CIDToGIDMap'))).data
  const glyphOf = (value: string) => {
    const at = 2 * (codes.get(value) ?? Number.NaN)
    return glyphs.slice(at, at + 2)
  }
  expect(codes.get('\u00ad')).not.toBe(codes.get('-'))
  expect(glyphOf('\u00ad')).toBe(glyphOf('-'))
  expect(glyphOf('-')).not.toBe(glyphOf('a'))
  expect([...(page?.marked.values() ?? [])]).toContain('separa\u00adción guion-normal')
})

test('words are parted by real spaces, across lines and styles', async () => {
  const pages = readPages(await read(editionOf(everyNode())))
  const all = pages.flatMap(page => [...page.marked.values()]).join('')
  expect(all).toContain('Un párrafo con fuerza, énfasis y código, un enlace fuera, separa\u00adción-guion y')
  expect(all).toContain('Frase número 20 de un párrafo que pasa de página. Frase número 21')
})

test('justification, kerning and offsets come out where the layout has them', async () => {
  const edition = small('A V')
  const layout = edition.layout()
  const pages = layout.pages.map(page => ({
    ...page,
    marks: page.marks.map(mark =>
      mark.kind === 'glyphs' && mark.glyphs.map(({ text: own }) => own).join('') === 'A '
        ? {
            ...mark,
            glyphs: mark.glyphs.map((glyph, index) => ({
              ...glyph,
              advance: glyph.advance + 1.2345,
              dy: index === 1 ? 2 : 0,
              dx: index === 1 ? 0.5 : 0,
            })),
          }
        : mark,
    ),
  }))
  const [page] = readPages(await read({ ...edition, layout: () => ({ ...layout, pages }) }))
  const all = operations(page?.content ?? '')
  const at = all.findIndex(({ operator, operands }) => operator === 'Ts' && operands[0] === 2)
  // A is moved on by 1.2345 pt and the space by its 0.5 pt: 173 thousandths of 10 pt, to the left as TJ counts.
  expect(all.slice(at, at + 2).map(({ operator, operands }) => [operator, operands[0]])).toEqual([
    ['Ts', 2],
    ['TJ', [-173, expect.anything()]],
  ])
  expect(all.slice(at).some(({ operator, operands }) => operator === 'Ts' && operands[0] === 0)).toBe(true)
})

test('fonts are subsets with names of their own and whole widths', async () => {
  const file = await read(editionOf(everyNode()))
  const names = new Set<string>()
  for (const page of readPages(file)) {
    for (const font of dict(dict(file.resolve(page.dict.get('Resources'))).get('Font') ?? null).values()) {
      const type0 = dict(file.resolve(font))
      const base = nameOf(type0.get('BaseFont'))
      expect(base).toMatch(/^[A-Z]{6}\+Noto[A-Za-z-]+$/)
      names.add(base)
      const below = descendant(file, font)
      const [first, widths] = array(below.get('W'))
      expect(first).toBe(1)
      expect(array(widths).length).toBe(toUnicode(file, font).size)
      for (const width of array(widths)) expect(Number.isInteger(width)).toBe(true)
      const program = stream(file.resolve(dict(file.resolve(below.get('FontDescriptor'))).get('FontFile2')))
      expect(program.data.length).toBeLessThan(100_000)
    }
  }
  expect(names.size).toBe(4)
})

test('a face with CFF outlines has an encoding of its own, in which two codes may show one glyph', async () => {
  const face = faceOf('test/fixtures/fonts/Cuadrado.otf')
  const sections = [section('s', 'S', 1, paragraph(text('a\u00adb-c')))]
  const file = await read(editionOf(sections, { face }))
  const [page] = readPages(file)
  expect([...(page?.marked.values() ?? [])]).toContain('a\u00adb-c')
  const type0 = dict(file.resolve(fontNamed(file, page?.dict, 'F1')))
  const below = descendant(file, type0)
  expect(nameOf(below.get('Subtype'))).toBe('CIDFontType0')
  expect(dict(file.resolve(below.get('FontDescriptor'))).has('FontFile3')).toBe(true)
  const cmap = stream(file.resolve(type0.get('Encoding'))).data
  const ids = new Map(
    [...cmap.matchAll(/^<([0-9A-F]{4})> (\d+)$/gm)].map(([, code = '', id]) => [
      Number.parseInt(code, 16),
      id,
    ]),
  )
  const codes = new Map([...toUnicode(file, type0)].map(([code, value]) => [value, code]))
  expect(ids.size).toBe(codes.size)
  expect(codes.get('\u00ad')).not.toBe(codes.get('-'))
  expect(ids.get(codes.get('\u00ad') ?? 0)).toBe(ids.get(codes.get('-') ?? 0))
})

test('destinations are sorted by bytes, in leaves with limits', async () => {
  const sections = Array.from({ length: 300 }, (_, index) =>
    section(`s${index}`, `S ${index}`, 1, heading(1, text(`S ${index}`))),
  )
  const accented = section('año', 'Año', 1, heading(1, text('Año')))
  const edition = editionOf([...sections, accented])
  const file = await read(edition)
  const root = dict(file.resolve(dict(file.resolve(catalogue(file).get('Names'))).get('Dests')))
  expect(root.has('Names')).toBe(false)
  const names: string[] = []
  for (const kid of array(root.get('Kids'))) {
    const leaf = dict(file.resolve(kid))
    const own = array(leaf.get('Names')).filter((_, index) => index % 2 === 0)
    expect(array(leaf.get('Limits'))).toEqual([own[0], own.at(-1)])
    names.push(...own.map(value => (value as { bytes: string }).bytes))
    for (const value of array(leaf.get('Names')).filter((_, index) => index % 2 === 1)) {
      const [page, fit] = array(file.resolve(value))
      expect(nameOf(dict(file.resolve(page)).get('Type'))).toBe('Page')
      expect(nameOf(fit)).toBe('XYZ')
    }
  }
  expect(names.length).toBe(edition.layout().anchors.size)
  expect(names).toEqual(
    [...names].sort((a, b) => Buffer.compare(Buffer.from(a, 'latin1'), Buffer.from(b, 'latin1'))),
  )
  expect(names.at(-1)).toBe('\xfe\xff\0a\0\xf1\0o')
})

test('the outline nests the sections; links and outline lead to pages', async () => {
  const file = await read(editionOf(everyNode()))
  const root = catalogue(file)
  const items = (parent: Dict): string[] => {
    const lines: string[] = []
    let next = parent.get('First')
    let before: Pdf | undefined
    for (; next !== undefined; next = dict(file.resolve(next)).get('Next')) {
      const item = dict(file.resolve(next))
      expect(item.get('Prev')).toEqual(before)
      expect(file.resolve(item.get('Parent'))).toBe(parent)
      before = next
      lines.push(textString(item.get('Title')), ...items(item).map(line => `  ${line}`))
    }
    expect(parent.get('Last')).toEqual(before)
    return lines
  }
  const outline = dict(file.resolve(root.get('Outlines')))
  expect(items(outline)).toEqual(['Introducción', '  Detalle (2)', 'Cierre'])
  expect(outline.get('Count')).toBe(3)
  expect(nameOf(root.get('PageMode'))).toBe('UseOutlines')
  expect(nameOf(catalogue(await read(small('Uno'))).get('PageMode') ?? null)).toBe('UseNone')
})

test('link annotations are described, printable and without a border; addresses are ASCII', async () => {
  const file = await read(editionOf(everyNode()))
  const annotations = readPages(file).flatMap(page =>
    page.dict.has('Annots') ? array(page.dict.get('Annots')).map(link => dict(file.resolve(link))) : [],
  )
  expect(annotations.length).toBe(4)
  for (const annotation of annotations) {
    expect(annotation.get('F')).toBe(4)
    expect(annotation.get('Border')).toEqual([0, 0, 0])
    expect(textString(annotation.get('Contents'))).not.toBe('')
  }
  const [outward] = annotations
  expect(textString(dict(outward?.get('A') ?? null).get('URI'))).toBe('https://example.org/%C3%B1?a=1&b=(2)')
})

test('page labels: decimal runs and labels of their own', async () => {
  const labels = (page: number) => ['i', '1', '2', 'A-1', '7'][page - 1] ?? String(page)
  const edition = editionOf(everyNode(), { labels, pageHeight: 260 })
  expect(edition.layout().pages.length).toBeGreaterThan(5)
  const file = await read(edition)
  const ranges = array(dict(file.resolve(catalogue(file).get('PageLabels'))).get('Nums'))
  const plain = ranges.map(value =>
    value instanceof Map ? (value.has('P') ? textString(value.get('P')) : Number(value.get('St'))) : value,
  )
  expect(plain.slice(0, 10)).toEqual([0, 'i', 1, 1, 3, 'A-1', 4, 7, 5, 6])
})

test('metadata agrees in both places, escaped, with the claims of a conformant edition', async () => {
  const file = await read(
    editionOf(everyNode(), { metadata: { title: 'A & B <c>\u0007', authors: ['X', 'Y'] } }),
  )
  const packet = xmpOf(file)
  expect(packet).toContain('<rdf:li xml:lang="x-default">A &amp; B &lt;c&gt;\ufffd</rdf:li>')
  expect(packet).toContain('<dc:creator><rdf:Seq><rdf:li>X; Y</rdf:li></rdf:Seq></dc:creator>')
  expect(packet).toContain('<xmp:ModifyDate>2026-11-23T00:00:00Z</xmp:ModifyDate>')
  expect(packet).toContain('<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>')
  expect(packet).toContain('<pdfuaid:part>1</pdfuaid:part>')
  const info = dict(file.resolve(file.trailer.get('Info')))
  const entry = (key: string) => textString(file.resolve(info.get(key)))
  expect(entry('Title')).toBe('A & B <c>\ufffd')
  expect(entry('Author')).toBe('X; Y')
  expect(entry('Keywords')).toBe('uno, dos')
  expect(entry('CreationDate')).toBe('D:20261123000000Z')
  expect(entry('ModDate')).toBe(entry('CreationDate'))
})

test('an edition that is not conformant claims nothing', async () => {
  const packet = xmpOf(await read(editionOf(everyNode(), { conformant: false })))
  expect(packet).not.toContain('pdfaid')
  expect(packet).not.toContain('pdfuaid')
  expect(packet).toContain('dc:title')
})

test('what the emblem contains and cannot be drawn is told, and the rest is drawn', async () => {
  const messages = new VFile()
  const emblem =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="a.png" width="9" height="9"/><text x="1">A</text><path fill="#123456" d="M0 0H9V9Z"/></svg>'
  const bytes = await pdf(editionOf([section('s', 'S', 1, paragraph(text('Texto.')))], { emblem }), messages)
  expect(diagnostics(messages).map(({ rule, reason }) => [rule, /<\w+>/.exec(reason)?.[0]])).toEqual([
    ['emblem-undrawn', '<image>'],
    ['emblem-undrawn', '<text>'],
  ])
  const [page] = readPages(readPdf(bytes))
  expect(operations(page?.content ?? '').some(({ operator }) => operator === 'l')).toBe(true)
})

test('glyphs of one cluster share its text out', async () => {
  const edition = small('ma')
  const { pages, ...layout } = edition.layout()
  // A letter without a precomposed glyph: «m̃» in two glyphs, the first of which has the text.
  const marks = pages[0]?.marks.map(mark =>
    mark.kind === 'glyphs' && mark.glyphs.map(({ text: own }) => own).join('') === 'ma'
      ? {
          ...mark,
          glyphs: mark.glyphs.map((glyph, index) => ({ ...glyph, text: ['m\u0303', ''][index] ?? '' })),
        }
      : mark,
  )
  const changed = pages.map((page, index) => (index === 0 ? { ...page, marks: marks ?? [] } : page))
  const [page] = readPages(await read({ ...edition, layout: () => ({ ...layout, pages: changed }) }))
  expect([...(page?.marked.values() ?? [])]).toContain('m\u0303')
})

function xmpOf(file: PdfFile): string {
  const { dictionary: own, data } = stream(file.resolve(catalogue(file).get('Metadata')))
  expect(own.has('Filter')).toBe(false)
  return Buffer.from(data, 'latin1').toString('utf8')
}

function fontNamed(file: PdfFile, page: Dict | undefined, name: string): Pdf {
  const fonts = dict(dict(file.resolve(page?.get('Resources'))).get('Font') ?? null)
  return fonts.get(name) ?? null
}

function descendant(file: PdfFile, font: Pdf): Dict {
  return dict(file.resolve(array(dict(file.resolve(font)).get('DescendantFonts'))[0]))
}
