/** Writes font files (OpenType 1.9.1, «Organization of an OpenType Font»). */
import { type FontFile, tag } from './tables.ts'

/** Tables by tag; the order of the map is of no matter. */
export type SfntTables = ReadonlyMap<string, Uint8Array>

/** Where the check sum of the whole file stands in head, and what it completes it to. */
const adjustment = { offset: 8, total: 0xb1b0afba } as const

export function tableBytes(font: FontFile): Map<string, Uint8Array> {
  const { buffer, byteOffset } = font.view
  const tables = new Map<string, Uint8Array>()
  for (const [name, { offset, length }] of font.tables) {
    tables.set(name, new Uint8Array(buffer, byteOffset + offset, length))
  }
  return tables
}

/**
 * @param version - first four bytes of the file: 0x00010000, or `OTTO`
 * @returns the file: tables sorted by tag, padded to four bytes, check sums computed anew
 */
export function writeSfnt(version: number, tables: SfntTables): Uint8Array {
  const names = [...tables.keys()].sort()
  const power = 31 - Math.clz32(names.length)
  let size = 12 + 16 * names.length
  for (const bytes of tables.values()) size += padded(bytes.length)
  const file = new Uint8Array(size)
  const view = new DataView(file.buffer)
  view.setUint32(0, version)
  view.setUint16(4, names.length)
  view.setUint16(6, 16 << power)
  view.setUint16(8, power)
  view.setUint16(10, 16 * names.length - (16 << power))

  let offset = 12 + 16 * names.length
  let head = 0
  for (const [index, name] of names.entries()) {
    const bytes = tables.get(name) ?? new Uint8Array()
    file.set(bytes, offset)
    if (name === 'head') {
      head = offset
      view.setUint32(head + adjustment.offset, 0)
    }
    const record = 12 + 16 * index
    for (let letter = 0; letter < 4; letter++) view.setUint8(record + letter, name.charCodeAt(letter))
    view.setUint32(record + 4, checkSum(view, offset, padded(bytes.length)))
    view.setUint32(record + 8, offset)
    view.setUint32(record + 12, bytes.length)
    offset += padded(bytes.length)
  }
  if (head > 0) view.setUint32(head + adjustment.offset, adjustment.total - checkSum(view, 0, size))
  return file
}

/** The version that a file begins with. */
export function sfntVersion(font: FontFile): number {
  return tag(font.view, 0) === 'OTTO' ? 0x4f54544f : 0x00010000
}

export function padded(length: number): number {
  return (length + 3) & ~3
}

function checkSum(view: DataView, start: number, length: number): number {
  let sum = 0
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
