import { randomBytes } from 'node:crypto'
import jpeg from 'jpeg-js'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Block, Image, Inline, PictureWidth, Publication } from '../../src/publication/model.ts'
import { fitPictures } from '../../src/read/fit-pictures.ts'
import { pictureHeader } from '../../src/read/picture-header.ts'
import { averaged } from '../../src/read/resample.ts'
import { decodePng } from '../../src/read/svg.ts'
import { places, reasons } from './support.ts'
import { drawing } from './support-pictures.ts'

/** 16 cm, and 24 cm on a turned page. */
const measures = { upright: (16 / 2.54) * 72, turned: (24 / 2.54) * 72 }
const place = { file: 'source/nota.md', line: 7, column: 1, endLine: 7, endColumn: 9 }
const base = { place, id: 'b', language: 'es' }

function figure(width: PictureWidth, image = 'x'): Block {
  return {
    type: 'figure',
    ...base,
    image,
    alternative: 'a',
    decorative: false,
    width,
    number: '',
    label: '',
    caption: [],
  }
}
const share = (of: number): PictureWidth => ({ kind: 'share', share: of })
const natural: PictureWidth = { kind: 'natural' }

function image(width: number, height: number, bytes: Uint8Array = new Uint8Array(0)): Image {
  const type = bytes[0] === 0xff ? 'image/jpeg' : 'image/png'
  return { bytes, type, width, height, path: 'source/x', fallback: new Uint8Array(0) }
}

/** Only what is looked at: the tree and the pictures. */
function publication(children: readonly Block[], ...images: readonly Image[]): Publication {
  const tree = { type: 'root', place, children, notes: [] } as const
  return {
    tree,
    images: new Map(images.map((one, index) => ['xyz'[index] ?? '', one])),
  } as unknown as Publication
}

async function fitted(document: Publication, maxPpi?: number) {
  const file = new VFile({ path: 'source/nota.md' })
  const { images } = await fitPictures(document, measures, maxPpi, file)
  return { image: images.get('x'), messages: places(file), said: reasons(file).join() }
}

describe('the warning', () => {
  const picture = (width: PictureWidth): Inline => ({
    type: 'image',
    place,
    image: 'x',
    alternative: 'a',
    decorative: false,
    width,
  })
  const paragraph: Block = { type: 'paragraph', ...base, role: 'body', children: [picture(share(0.5))] }
  const cases: readonly (readonly [string, readonly Block[], number, boolean])[] = [
    ['at its natural size', [figure(natural)], 1000, false],
    ['300 an inch across the measure', [figure(natural)], 1890, false],
    ['more than that', [figure(natural)], 1900, true],
    ['half the measure', [figure(share(0.5))], 1000, true],
    ['in points', [figure({ kind: 'points', points: 72 })], 302, true],
    [
      'no wider than the measure, whatever is written',
      [figure({ kind: 'points', points: 9999 })],
      1880,
      false,
    ],
    ['its largest use counts', [figure(share(0.1)), figure(natural)], 1800, false],
    ['in a line', [paragraph], 1000, true],
    ['in columns', [{ type: 'columns', ...base, count: 2, children: [figure(natural)] }], 1000, true],
    ['in a list', [{ type: 'blockquote', ...base, children: [figure(natural)] }], 1900, true],
  ]
  test.each(cases)('%s', async (_, blocks, width, warned) => {
    const { messages } = await fitted(publication(blocks, image(width, 10)))
    expect(messages).toEqual(warned ? ['7:1 image-resolution'] : [])
  })

  test('says how many and at what size', async () => {
    const { said } = await fitted(publication([figure(share(0.5))], image(1890, 10)))
    expect(said).toContain('«source/x» tiene 600 píxeles por pulgada a los 8 cm')
  })

  test('not for a drawing', async () => {
    const svg: Image = { ...image(5000, 10), type: 'image/svg+xml' }
    expect((await fitted(publication([figure(share(0.1))], svg))).messages).toEqual([])
  })
})

describe('with fewer pixels', () => {
  const noise = randomBytes(4000)
  const photo = jpeg.encode({ width: 800, height: 400, data: Buffer.alloc(800 * 400 * 4, noise) }, 95).data
  const half = drawing(800, 400, x => (x < 400 ? [200, 100, 50, 255] : [noise[x] ?? 0, 20, 30, 0]), {
    gAMA: Buffer.from([0, 0, 0xb1, 0x8f]),
  })

  test('a JPEG', async () => {
    const document = publication([figure({ kind: 'points', points: 72 })], image(800, 400, photo))
    const { image: smaller, messages } = await fitted(document, 220)
    expect([messages, smaller?.width, smaller?.height]).toEqual([[], 220, 110])
    const { width, height } = jpeg.decode(smaller?.bytes ?? new Uint8Array(0))
    expect([width, height]).toEqual([220, 110])
    expect((await fitted(document, 220)).image?.bytes).toEqual(smaller?.bytes)
  })

  test('a PNG, its colour space kept, what is transparent without a colour', async () => {
    const document = publication([figure({ kind: 'points', points: 72 })], image(800, 400, half))
    const { image: smaller } = await fitted(document, 200)
    const bytes = Buffer.from(smaller?.bytes ?? [])
    expect(pictureHeader(bytes)).toMatchObject({ type: 'image/png', width: 200, height: 100 })
    expect(bytes.includes('gAMA')).toBe(true)
    const pixels = (await decodePng())(bytes, 200, 100)?.data ?? new Uint8Array(0)
    expect([...pixels.subarray(0, 4)]).toEqual([200, 100, 50, 255])
    expect([...pixels.subarray(199 * 4, 200 * 4)]).toEqual([0, 0, 0, 0])
  })

  test('never below what a picture without a width is set with', async () => {
    const document = publication([figure(natural)], image(400, 200, half))
    expect((await fitted(document, 72)).image?.width).toBe(400)
  })

  test('one that cannot be decoded is told', async () => {
    const cut = Buffer.concat([photo.subarray(0, 300), photo.subarray(-2)])
    const empty = drawing(400, 200, () => [0, 0, 0, 255])
    const torn = Buffer.from(empty)
    torn.fill(0, 45, 80)
    for (const bytes of [cut, torn]) {
      const small = figure({ kind: 'points', points: 72 })
      expect((await fitted(publication([small], image(400, 200, bytes)), 100)).messages).toEqual([
        '7:1 image-broken',
      ])
    }
    const black = publication([figure({ kind: 'points', points: 72 })], image(400, 200, empty))
    expect((await fitted(black, 100)).image?.width).toBe(100)
  })

  test('nothing where it has no more than asked for', async () => {
    const { image: same } = await fitted(publication([figure(natural)], image(800, 400, photo)), 220)
    expect(same?.bytes).toBe(photo)
  })
})

test('each new pixel is the average of the area that it covers', () => {
  const data = Uint8Array.from([0, 30, 60, 90, 120, 150].flatMap(grey => [grey, grey, grey, 255]))
  const { data: across } = averaged({ width: 3, height: 2, data }, 2, 1)
  // (0 + 30 / 2) / 1.5 = 10 and 100 below it; (60 + 30 / 2) / 1.5 = 50 and 140.
  expect([...across]).toEqual([55, 55, 55, 255, 95, 95, 95, 255])
})
