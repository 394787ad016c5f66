import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, describe, expect, test } from 'vitest'
import { defaultLimits } from '../../src/read/limits.ts'
import { read } from '../../src/read/read.ts'
import { reportUnreadable } from '../../src/read/source.ts'
import { places, reasons } from './support.ts'

const project = realpathSync(mkdtempSync(join(tmpdir(), 'pliego-source-')))
afterAll(() => rmSync(project, { recursive: true }))

async function readBytes(bytes: string | Uint8Array, name = 'nota.md') {
  writeFileSync(join(project, name), bytes)
  return read(name, { project })
}

const text = '---\ntitulo: Año\nresumen: |\n  uno\n  dos\n---\n\n# Año {#a}\n\nUno  \ndos\n{repeats=keep}\n'

describe('one text, however it was saved', () => {
  const ways: readonly (readonly [string, string])[] = [
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['CR', text.replaceAll('\n', '\r')],
    ['a byte order mark', `\ufeff${text}`],
    ['a byte order mark and CRLF', `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ]
  test.each(ways)('%s gives the same tree, positions and front matter as LF', async (_, bytes) => {
    const plain = await readBytes(text)
    const other = await readBytes(bytes)
    if (!('tree' in plain) || !('tree' in other))
      throw new Error(String([places(plain.file), places(other.file)]))
    expect(other.tree).toEqual(plain.tree)
    expect(other.frontMatter).toEqual({ title: 'Año', summary: 'uno dos' })
    expect(other.file.value).toBe(text)
  })

  test('the source file is described by its text, however it was saved', async () => {
    const bytes = Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`)
    const document = await readBytes(bytes, 'año nuevo.md')
    if (!('tree' in document)) throw new Error(String(places(document.file)))
    const sha256 = createHash('sha256').update(text).digest('hex')
    expect(document.sources).toEqual([{ path: 'año nuevo.md', bytes: Buffer.byteLength(text), sha256 }])
    expect(document.file.path).toBe('año nuevo.md')
  })
})

describe('other encodings', () => {
  const wide = (content: string, mark: string) => Buffer.from(mark + content, 'utf16le')
  const cases: readonly (readonly [string, Uint8Array, string, string])[] = [
    ['UTF-16 LE', wide('# Año\n', '\ufeff'), '0:0 encoding-utf16', 'UTF-16 LE'],
    ['UTF-16 BE', wide('# Año\n', '\ufeff').swap16(), '0:0 encoding-utf16', 'UTF-16 BE'],
    ['UTF-16 LE without a mark', wide('# Año\n', ''), '0:0 encoding-utf16', 'UTF-16 LE'],
    ['UTF-16 BE without a mark', wide('# Año\n', '').swap16(), '0:0 encoding-utf16', 'UTF-16 BE'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), '0:0 encoding-utf16', 'UTF-32 LE'],
    [
      'Windows-1252',
      Buffer.concat([Buffer.from('\ufeffUno\r\n😀 a'), Buffer.from([0xf1, 0x6f])]),
      '2:5 encoding-invalid',
      'Windows-1252',
    ],
    ['an early fault', Buffer.from([0xf1, 0x6f, 0x0a]), '1:1 encoding-invalid', 'Windows-1252'],
    [
      'a replacement character before the fault',
      Buffer.concat([Buffer.from('a\ufffdb'), Buffer.from([0xff, 0x0a])]),
      '1:4 encoding-invalid',
      'Windows-1252',
    ],
    ['a cut file', Buffer.from('año año').subarray(0, 7), '1:6 encoding-invalid', 'UTF-8 cortado al final'],
    ['Word', Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe]), '1:5 encoding-invalid', 'un documento de Word'],
    ['a PDF', Buffer.from('%PDF-1.7\n\xe2\xe3\xcf\xd3', 'latin1'), '2:1 encoding-invalid', 'un PDF'],
    ['binary', Buffer.from([1, 0xff, 0, 0x41, 0]), '1:2 encoding-invalid', 'un archivo binario'],
  ]
  test.each(cases)('%s is named', async (_, bytes, place, name) => {
    const { file } = await readBytes(bytes)
    expect(places(file)).toEqual([place])
    expect(reasons(file)[0]).toContain(name)
  })
})

describe('what is not a text', () => {
  test.each(['', '\n', ' \t\r\n\ufeff', '\ufeff'])('%j is empty', async bytes => {
    expect(places((await readBytes(bytes)).file)).toEqual(['0:0 file-empty'])
  })

  test('front matter alone is a document without text', async () => {
    expect(places((await readBytes('---\ntitulo: x\n---\n')).file)).toEqual(['0:0 text-missing'])
  })

  test('missing, also below a file', async () => {
    await readBytes('x')
    for (const path of ['no hay.md', 'nota.md/otra.md']) {
      const result = await read(path, { project })
      expect('tree' in result).toBe(false)
      expect(places(result.file)).toEqual(['0:0 file-missing'])
      expect(reasons(result.file)[0]).toContain(`«${path}»`)
    }
  })

  test('a folder', async () => {
    mkdirSync(join(project, 'carpeta.md'))
    expect(places((await read('carpeta.md', { project })).file)).toEqual(['0:0 file-is-folder'])
  })

  test('a pipe, which would never end', async () => {
    execFileSync('mkfifo', [join(project, 'tubo.md')])
    expect(places((await read('tubo.md', { project })).file)).toEqual(['0:0 file-unreadable'])
  })

  test('a name that the file system refuses', async () => {
    const { file } = await read(`${'x'.repeat(300)}.md`, { project })
    expect(places(file)).toEqual(['0:0 file-unreadable'])
    expect(reasons(file)[0]).toContain('el nombre es demasiado largo')
  })

  test('no permission; any other exception is not swallowed', () => {
    const file = new VFile({ path: 'a.md' })
    reportUnreadable(file, 'a.md', Object.assign(new Error('no'), { code: 'EACCES' }))
    expect(reasons(file)[0]).toContain('no se puede leer «a.md» (permiso denegado)')
    expect(() => reportUnreadable(file, 'a.md', new TypeError('bug'))).toThrow('bug')
  })

  test('too large', async () => {
    await readBytes('x', 'grande.md')
    truncateSync(join(project, 'grande.md'), defaultLimits.fileBytes + 1)
    const { file } = await read('grande.md', { project })
    expect(places(file)).toEqual(['0:0 file-too-large'])
    expect(reasons(file)[0]).toContain(`el límite es ${defaultLimits.fileBytes}`)
  })
})
