/** Pictures made for the tests, as small as they may be. */

import { crc32 } from 'node:zlib'
import { zlibSync } from 'fflate'
import jpeg from 'jpeg-js'

/** Any PNG, its check sums right: of a header of 13 bytes and data as compressed. */
export function rawPng(
  header: readonly number[],
  data: Uint8Array,
  extra: Readonly<Record<string, Uint8Array>> = {},
): Buffer {
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.from(header)),
    ...Object.entries(extra).map(([name, bytes]) => chunk(name, Buffer.from(bytes))),
    chunk('IDAT', Buffer.from(data)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checked = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(checked))
  return Buffer.concat([length, checked, check])
}

/** A whole PNG: RGBA, 8 bits, no filters. */
export function drawing(
  width: number,
  height: number,
  pixel: (x: number, y: number) => readonly [number, number, number, number],
  extra: Readonly<Record<string, Buffer>> = {},
): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width)
  size.writeUInt32BE(height, 4)
  size.set([8, 6], 8)
  const rows = Buffer.alloc((width * 4 + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set(pixel(x, y), y * (width * 4 + 1) + 1 + x * 4)
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', size),
    ...Object.entries(extra).map(([name, data]) => chunk(name, data)),
    chunk('IDAT', Buffer.from(zlibSync(rows, { level: 0 }))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A whole PNG, black: one bit a pixel. */
export function png(width: number, height: number, ...extra: readonly string[]): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width)
  size.writeUInt32BE(height, 4)
  size.set([1, 0], 8)
  const rows = Buffer.alloc((1 + Math.ceil(width / 8)) * height)
  const inner = extra.map(name => chunk(name, Buffer.alloc(8)))
  const data = chunk('IDAT', Buffer.from(zlibSync(rows)))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const end = chunk('IEND', Buffer.alloc(0))
  return Buffer.concat([signature, chunk('IHDR', size), ...inner, data, end])
}

/** Two pixels wide blocks, red on the left and blue on the right; with an EXIF orientation. */
export function photograph(orientation: number): Buffer {
  const [width, height] = [32, 16]
  const data = Buffer.alloc(width * height * 4, 255)
  for (let at = 0; at < width * height; at++) {
    data.set(at % width < width / 2 ? [255, 0, 0] : [0, 0, 255], at * 4)
  }
  const { data: bytes } = jpeg.encode({ width, height, data }, 95)
  const tiff = Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1')
  tiff.writeUInt16BE(orientation, 18)
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
  return Buffer.concat([bytes.subarray(0, 2), head, exif, bytes.subarray(2)])
}
