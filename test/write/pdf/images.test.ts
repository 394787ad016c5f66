/** Pictures as XObjects, read back from the file. */
import { deflateSync } from 'node:zlib'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { asset } from '../../../src/assets.ts'
import { diagnostics } from '../../../src/diagnostics/report.ts'
import type { Image } from '../../../src/publication/model.ts'
import { pdf } from '../../../src/write/pdf/pdf.ts'
import { readPng } from '../../../src/write/pdf/png.ts'
import { figure, imageOf, picture, png, svg } from './constructs.ts'
import { editionOf, paragraph, section } from './edition.ts'
import {
  array,
  type Dict,
  dict,
  nameOf,
  type Pdf,
  type PdfFile,
  readPdf,
  type Stream,
  stream,
} from './reader.ts'
import { readPages } from './text.ts'

/** A page with the picture as figure and twice in a line. */
async function write(image: Image, messages = new VFile()): Promise<PdfFile> {
  const blocks = [figure('a', 'A', ''), paragraph(picture('a', 'A'), picture('a', 'A'))]
  const edition = editionOf([section('s', 'S', 1, ...blocks)], { images: new Map([['a', image]]) })
  return readPdf(await pdf(edition, messages))
}

function xobject(file: PdfFile): Stream {
  const found = new Set<Pdf>()
  for (const page of readPages(file)) {
    const resources = dict(file.resolve(page.dict.get('Resources')))
    if (!resources.has('XObject')) continue
    for (const value of dict(file.resolve(resources.get('XObject'))).values()) found.add(file.resolve(value))
  }
  expect(found.size).toBe(1)
  return stream([...found][0] ?? null)
}

const bytesOf = (data: string) => Uint8Array.from(data, character => character.charCodeAt(0))
const pngImage = (options: Parameters<typeof png>[0]) => imageOf(png(options), 'image/png')

test('a PNG that needs no decoding is carried as it is, once for every use', async () => {
  const rows = Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 1, 1, 1, 1, 1, 1, 1])
  const file = await write(pngImage({ width: 2, height: 2, bits: 8, type: 2, rows }))
  const { dictionary: own, data } = xobject(file)
  expect(bytesOf(data)).toEqual(rows)
  expect(nameOf(own.get('ColorSpace'))).toBe('DeviceRGB')
  const parameters = dict(own.get('DecodeParms') ?? null)
  expect(Object.fromEntries(parameters)).toEqual({
    Predictor: 15,
    Colors: 3,
    BitsPerComponent: 8,
    Columns: 2,
  })
  const images = file.numbers.filter(number => isImage(file.resolve({ ref: number })))
  expect(images.length).toBe(1)
  const shown = readPages(file).flatMap(({ content }) => content.match(/\/I1 Do/g) ?? [])
  expect(shown.length).toBe(3)
})

test('opacity becomes a soft mask of its own', async () => {
  const rows = Uint8Array.from([0, 10, 20, 30, 128, 40, 50, 60, 255])
  const file = await write(pngImage({ width: 2, height: 1, bits: 8, type: 6, rows }))
  const { dictionary: own, data } = xobject(file)
  expect(bytesOf(data)).toEqual(Uint8Array.from([10, 20, 30, 40, 50, 60]))
  const mask = stream(file.resolve(own.get('SMask')))
  expect(bytesOf(mask.data)).toEqual(Uint8Array.from([128, 255]))
  expect(nameOf(mask.dictionary.get('ColorSpace'))).toBe('DeviceGray')
  const opaque = await write(
    pngImage({ width: 1, height: 1, bits: 8, type: 4, rows: Uint8Array.from([0, 9, 255]) }),
  )
  expect(xobject(opaque).dictionary.has('SMask')).toBe(false)
})

test('a palette stays one', async () => {
  const palette = Uint8Array.from([255, 0, 0, 0, 0, 255])
  const file = await write(pngImage({ width: 8, height: 1, bits: 1, type: 3, chunks: [['PLTE', palette]] }))
  const [kind, space, last, table] = array(xobject(file).dictionary.get('ColorSpace'))
  expect([nameOf(kind), nameOf(space), last]).toEqual(['Indexed', 'DeviceRGB', 1])
  expect(bytesOf((table as { bytes: string }).bytes)).toEqual(palette)
})

test.each([
  ['an entry of the palette', { bits: 4, type: 3 }, [0, 0x12], [0, 77], [255, 77]],
  ['a grey of 2 bits', { bits: 2, type: 0 }, [0, 0b10_01_0000], [0, 2], [0, 255]],
  ['a grey of 16 bits', { bits: 16, type: 0 }, [0, 1, 2, 1, 3], [1, 3], [255, 0]],
  ['a colour', { bits: 8, type: 2 }, [0, 1, 2, 3, 1, 2, 4], [0, 1, 0, 2, 0, 4], [255, 0]],
])('a transparent colour: %s', (_, kind, row, table, alpha) => {
  const chunks = [['tRNS', Uint8Array.from(kind.type === 3 ? [9, 255, 77] : table)]] as const
  const samples = readPng(png({ width: 2, height: 1, ...kind, chunks, rows: Uint8Array.from(row) }))
  expect(samples.alpha).toEqual(Uint8Array.from(alpha))
  expect(samples.data).toEqual(Uint8Array.from(row.slice(1)))
})

test('every filter is undone', () => {
  // Each row spells 10 20 30 by another filter (PNG 3, 9.2).
  const rows = [0, 10, 20, 30, 1, 10, 10, 10, 2, 0, 0, 0, 3, 5, 5, 5, 4, 0, 0, 0]
  const alpha = Uint8Array.from([0, 1])
  const chunks = [['tRNS', alpha]] as const
  const samples = readPng(png({ width: 3, height: 5, bits: 8, type: 0, chunks, rows: Uint8Array.from(rows) }))
  expect([...samples.data]).toEqual(Array.from({ length: 5 }, () => [10, 20, 30]).flat())
})

test.each([1, 2, 4, 8, 16])('an interlaced picture of %d bits is put together', bits => {
  const [width, height] = [5, 3]
  const value = (x: number, y: number) => (x * 3 + y * 5 + 1) % 2 ** Math.min(bits, 8)
  const pack = (values: readonly number[]): number[] => {
    if (bits === 16) return values.flatMap(sample => [sample, sample])
    const row = new Array<number>(Math.ceil((values.length * bits) / 8)).fill(0)
    for (const [index, sample] of values.entries()) {
      const bit = index * bits
      row[bit >> 3] = (row[bit >> 3] ?? 0) | (sample << (8 - bits - (bit & 7)))
    }
    return row
  }
  // The seven passes as the specification draws them: which pass each place of an 8 by 8 square belongs to (8.1).
  const square = [
    '16462646',
    '77777777',
    '56565656',
    '77777777',
    '36463646',
    '77777777',
    '56565656',
    '77777777',
  ]
  const rows: number[] = []
  for (let pass = 1; pass <= 7; pass++) {
    for (let y = 0; y < height; y++) {
      const columns = Array.from({ length: width }, (_, x) => x).filter(x => square[y]?.[x] === String(pass))
      if (columns.length > 0) rows.push(0, ...pack(columns.map(x => value(x, y))))
    }
  }
  const samples = readPng(
    png({ width, height, bits, type: 0, interlaced: true, rows: Uint8Array.from(rows) }),
  )
  const expected = Array.from({ length: height }, (_, y) =>
    pack(Array.from({ length: width }, (_, x) => value(x, y))),
  )
  expect([...samples.data]).toEqual(expected.flat())
  expect(samples.predicted).toBe(false)
})

const segment = (marker: number, ...bytes: number[]) => [0xff, marker, 0, bytes.length + 2, ...bytes]
const jpeg = (colors: number, ...before: number[]) =>
  Uint8Array.from([
    0xff,
    0xd8,
    ...before,
    ...segment(0xc4, 0),
    ...segment(0xc2, 8, 0, 2, 0, 3, colors, ...new Array<number>(3 * colors).fill(1)),
    ...segment(0xda, 1),
    0x12,
    0xff,
    0xd9,
  ])

test('a JPEG is carried untouched', async () => {
  for (const [colors, space] of [
    [1, 'DeviceGray'],
    [3, 'DeviceRGB'],
  ] as const) {
    const bytes = jpeg(colors)
    const { dictionary: own, data } = xobject(await write(imageOf(bytes, 'image/jpeg')))
    expect(bytesOf(data)).toEqual(bytes)
    expect([nameOf(own.get('Filter')), nameOf(own.get('ColorSpace'))]).toEqual(['DCTDecode', space])
  }
})

test('a profile goes with its picture, if it fits', async () => {
  const profile = asset('srgb.icc')
  const chunk = Buffer.concat([Buffer.from('sRGB\0\0', 'latin1'), deflateSync(profile)])
  const colors = async (type: number) => {
    const file = await write(pngImage({ width: 2, height: 1, bits: 8, type, chunks: [['iCCP', chunk]] }))
    return [file, xobject(file).dictionary.get('ColorSpace') ?? null] as const
  }
  const [file, space] = await colors(2)
  const [kind, own] = array(space)
  expect(nameOf(kind)).toBe('ICCBased')
  expect(Buffer.from(stream(file.resolve(own)).data, 'latin1').equals(profile)).toBe(true)
  expect(stream(file.resolve(own)).dictionary.get('N')).toBe(3)
  const [, grey] = await colors(0)
  expect(nameOf(grey)).toBe('DeviceGray')

  // In two parts, the second one first.
  const half = 100
  const signature = [...Buffer.from('ICC_PROFILE\0', 'latin1')]
  const short = profile.subarray(0, 2 * half)
  const parts = [
    ...segment(0xe2, ...signature, 2, 2, ...short.subarray(half)),
    ...segment(0xe2, ...signature, 1, 2, ...short.subarray(0, half)),
  ]
  const withParts = await write(imageOf(jpeg(3, ...parts), 'image/jpeg'))
  const [, joined] = array(xobject(withParts).dictionary.get('ColorSpace'))
  expect(Buffer.from(stream(withParts.resolve(joined)).data, 'latin1').equals(short)).toBe(true)
})

test('an SVG is a form, drawn in paths', async () => {
  const messages = new VFile()
  const image = { ...imageOf(Buffer.from(svg), 'image/svg+xml'), width: 96, height: 64 }
  const file = await write(image, messages)
  const { dictionary: own, data } = xobject(file)
  expect(messages.messages).toEqual([])
  expect(nameOf(own.get('Subtype'))).toBe('Form')
  expect(own.get('BBox')).toEqual([0, 0, 96, 64])
  const resources = dict(file.resolve(own.get('Resources')))
  expect(resources.has('Pattern')).toBe(true)
  expect(data).toContain('/Pattern cs')
  // 90 by 60 points on the page.
  const [first] = readPages(file).flatMap(({ content }) => content.match(/q .* cm \/I1 Do Q/g) ?? [])
  expect(first).toMatch(/^q 0\.9375 0 0 0\.9375 40 \S+ cm/)
})

test('an SVG with text is shown as the picture made of it; without one, what is left out is told', async () => {
  const source = Buffer.from(svg.replace('<rect', '<text x="3" y="9">Perú</text><rect'))
  const fallback = new Uint8Array(png({ width: 3, height: 2, bits: 8, type: 2 }))
  const silent = new VFile()
  const shown = xobject(await write(imageOf(source, 'image/svg+xml', fallback), silent))
  expect(nameOf(shown.dictionary.get('Subtype'))).toBe('Image')
  expect(silent.messages).toEqual([])

  const messages = new VFile()
  const drawn = xobject(await write(imageOf(source, 'image/svg+xml'), messages))
  expect(nameOf(drawn.dictionary.get('Subtype'))).toBe('Form')
  expect(diagnostics(messages).map(({ rule }) => rule)).toEqual(['image-undrawn'])
})

function isImage(value: Pdf): boolean {
  if (typeof value !== 'object' || value === null || !('dictionary' in value)) return false
  const own: Dict = value.dictionary
  return own.has('Subtype') && nameOf(own.get('Subtype')) === 'Image'
}
