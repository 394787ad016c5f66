import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type ArchiveFile, archive } from '../../src/bytes/archive.ts'
import { unzip } from '../../src/word/zip.ts'

const words = Buffer.from('La democracia se sostiene con instituciones. '.repeat(50))
const files: readonly ArchiveFile[] = [
  { path: 'mimetype', bytes: Buffer.from('application/epub+zip'), level: 0 },
  { path: 'textos/año señalado.txt', bytes: words, level: 6 },
  { path: 'vacío', bytes: new Uint8Array(), level: 9 },
  { path: 'every.bin', bytes: Uint8Array.from({ length: 256 }, (_, at) => at), level: 6 },
]

describe('an archive', () => {
  const bytes = archive(files)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const central = view.getUint32(bytes.length - 6, true)

  it('has every file, in its order, for two readers', () => {
    const read = unzipSync(bytes)
    const own = unzip(bytes)
    if ('why' in own) throw new Error(String(own.why))
    expect(Object.keys(read)).toEqual(files.map(({ path }) => path))
    expect([...own.keys()]).toEqual(files.map(({ path }) => path))
    for (const { path, bytes: wanted } of files) {
      expect(Buffer.from(read[path] ?? []).equals(wanted), path).toBe(true)
      expect(Buffer.from(own.get(path) ?? []).equals(wanted), path).toBe(true)
    }
  })

  it('begins with a stored file as it is: how EPUB is known (OCF 4.3)', () => {
    expect(Buffer.from(bytes.subarray(0, 58)).toString('latin1')).toMatch(
      /^PK.*mimetypeapplication\/epub\+zip$/s,
    )
  })

  it('stores what deflating would not make smaller', () => {
    const methods: number[] = []
    for (let at = central; methods.length < files.length; at += 46 + view.getUint16(at + 28, true))
      methods.push(view.getUint16(at + 10, true))
    expect(methods).toEqual([0, 8, 0, 0])
  })

  it('has one time for all, names in UTF-8, and permissions only where they are asked for', () => {
    const facts = (of: Uint8Array) => {
      const at = new DataView(of.buffer, of.byteOffset, of.byteLength).getUint32(of.length - 6, true)
      const entry = new DataView(of.buffer, of.byteOffset + at)
      return {
        system: entry.getUint8(5),
        utf8: (entry.getUint16(8, true) >> 11) & 1,
        time: entry.getUint16(12, true),
        date: entry.getUint16(14, true),
        mode: entry.getUint32(38, true) >>> 16,
      }
    }
    const one = [{ path: 'ñ.txt', bytes: words, level: 6 as const }]
    const fixed = { utf8: 1, time: 0x6000, date: 0x21 }
    expect(facts(archive(one))).toEqual({ ...fixed, system: 0, mode: 0 })
    expect(facts(archive(one, { mode: 0o644 }))).toEqual({ ...fixed, system: 3, mode: 0o100644 })
  })

  it('refuses more files than its records count', () => {
    const many = Array.from({ length: 65_536 }, (_, at) => ({
      path: `${at}`,
      bytes: new Uint8Array(),
      level: 0 as const,
    }))
    expect(() => archive(many)).toThrow(RangeError)
  })
})
