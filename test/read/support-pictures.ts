/** Pictures made for the tests, as small as they may be. */
import jpeg from 'jpeg-js'

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)])
}

/** As much of a PNG as reading looks at. */
export function png(width: number, height: number, ...extra: readonly string[]): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width)
  size.writeUInt32BE(height, 4)
  const inner = extra.map(name => chunk(name, Buffer.alloc(8)))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const end = chunk('IEND', Buffer.alloc(0))
  return Buffer.concat([signature, chunk('IHDR', size), ...inner, chunk('IDAT', Buffer.alloc(1)), end])
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
