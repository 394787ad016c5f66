/** JPEG files as other programs write them, and what damage makes of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { jpegFault } from '../../src/read/jpeg-check.ts'
import { readProject } from './support-files.ts'
import { photograph } from './support-pictures.ts'

/** Made by cjpeg and ImageMagick, each with other means of the format. */
const folder = join(import.meta.dirname, 'fixtures/jpeg')
const files = readdirSync(folder).map(name => [name, readFileSync(join(folder, name))] as const)
const end = Buffer.from([0xff, 0xd9])
/** Where the data of the first scan begins. */
const dataOf = (bytes: Buffer) => {
  const scan = bytes.indexOf(Buffer.from([0xff, 0xda]))
  return scan + 2 + bytes.readUInt16BE(scan + 2)
}

describe('good', () => {
  test.each(files)('%s', (_, bytes) => expect(jpegFault(bytes)).toBeNull())

  test('with EXIF, bytes behind its end, filling before a marker, a few stray bytes before the end', () => {
    const [, plain] = files[0] ?? []
    if (plain === undefined) throw new Error('no fixture')
    const body = plain.subarray(0, -2)
    expect(jpegFault(photograph(6))).toBeNull()
    expect(jpegFault(Buffer.concat([plain, Buffer.from('<trailer>')]))).toBeNull()
    expect(jpegFault(Buffer.concat([body, Buffer.from([0xff, 0xff]), end]))).toBeNull()
    expect(jpegFault(Buffer.concat([body, Buffer.alloc(8), end]))).toBeNull()
  })
})

describe('refused', () => {
  test.each(files)('half of %s', (_, bytes) => {
    const half = Math.floor((dataOf(bytes) + bytes.length) / 2)
    expect(jpegFault(Buffer.concat([bytes.subarray(0, half), end]))).toBe('undecodable')
  })

  test.each(files)('%s with nothing but zeros or ones in its first scan', (_, bytes) => {
    const from = dataOf(bytes)
    for (const filling of [0, 0xfe]) {
      const damaged = Buffer.from(bytes)
      damaged.fill(filling, from, from + 40)
      expect(jpegFault(damaged)).toBe('undecodable')
    }
  })

  test('a restart marker out of turn, tables or colours that are missing, two frames', () => {
    const named = (name: string) => Buffer.from(readFileSync(join(folder, name)))
    const turned = named('restarts.jpg')
    turned[turned.indexOf(Buffer.from([0xff, 0xd1])) + 1] = 0xd3
    expect(jpegFault(turned)).toBe('undecodable')

    const scans = named('one-scan-a-colour.jpg')
    const last = scans.lastIndexOf(Buffer.from([0xff, 0xda]))
    expect(jpegFault(Buffer.concat([scans.subarray(0, last), end]))).toBe('undecodable')

    const whole = named('baseline.jpg')
    for (const marker of [0xc4, 0xdb]) {
      let bytes = whole
      for (let at = find(bytes, marker); at >= 0; at = find(bytes, marker))
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 2 + bytes.readUInt16BE(at + 2))])
      expect(jpegFault(bytes)).toBe('undecodable')
    }
    const frame = find(whole, 0xc0)
    const segment = whole.subarray(frame, frame + 2 + whole.readUInt16BE(frame + 2))
    expect(jpegFault(Buffer.concat([whole.subarray(0, frame), segment, whole.subarray(frame)]))).toBe(
      'undecodable',
    )
  })

  test('with its place', async () => {
    const whole = readFileSync(join(folder, 'baseline.jpg'))
    const { messages } = await readProject({
      'source/nota.md': 'a ![b](x.jpg)\n',
      'source/x.jpg': Buffer.concat([whole.subarray(0, dataOf(whole) + 20), end]),
    })
    expect(messages).toEqual(['1:3 image-broken'])
  })
})

const find = (bytes: Buffer, marker: number) => bytes.indexOf(Buffer.from([0xff, marker]))
