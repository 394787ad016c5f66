import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { cli, folderWith, hashes, pliego, type Run } from '../support/run.ts'

const good = '---\ntitulo: Nota\nidioma: es\n---\n\nUn párrafo.\n'

/** A message, not an accident: named rule, nothing of Node's own, no half-written file. */
function expectMessage(run: Run, rule: string, code = 1): void {
  expect(run.err).toContain(`[${rule}]`)
  expect(run.err).not.toMatch(/\n\s+at |node:internal|Error:/)
  expect(run.code).toBe(code)
}

describe('what cannot be read', () => {
  const cases: readonly [name: string, content: string | Uint8Array, rule: string, place: string][] = [
    ['an empty file', '', 'file-empty', 'source/a.md'],
    ['only white space', ' \n\n', 'file-empty', 'source/a.md'],
    ['UTF-16 LE', Buffer.from('\ufeffHola', 'utf16le'), 'encoding-utf16', 'source/a.md'],
    ['UTF-16 BE', Buffer.from('\ufeffHola', 'utf16le').swap16(), 'encoding-utf16', 'source/a.md'],
    ['Windows-1252', Buffer.from('Uno\nDos a\xf1os\n', 'latin1'), 'encoding-invalid', 'source/a.md:2:6'],
    [
      'a front matter that is no YAML',
      '---\ntitulo: [uno\n---\n\nTexto.\n',
      'front-matter-syntax',
      'source/a.md:',
    ],
    [
      'an unknown key',
      '---\ntitulo: Nota\ntittulo: x\n---\n\nTexto.\n',
      'front-matter-unknown-key',
      'source/a.md:3:1',
    ],
    [
      'an impossible date',
      '---\ntitulo: Nota\nfecha: 2026-02-30\n---\n\nTexto.\n',
      'front-matter-value',
      'source/a.md:3:',
    ],
    [
      'a template that is not there',
      '---\ntitulo: N\nidioma: es\nplantilla: bsae\n---\n\nT.\n',
      'template-missing',
      'source/a.md',
    ],
    [
      'a language without a table',
      '---\ntitulo: N\nidioma: qu\n---\n\nT.\n',
      'language-unknown',
      'source/a.md',
    ],
    [
      'a table with a cell too many',
      '---\ntitulo: N\nidioma: es\n---\n\nTexto.\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n',
      'table-ragged',
      'source/a.md:10:1',
    ],
    ['raw HTML', '---\ntitulo: N\nidioma: es\n---\n\nTexto <b>x</b>.\n', 'html-unknown', 'source/a.md:6:7'],
    [
      'a picture that is not there',
      '---\ntitulo: N\nidioma: es\n---\n\n![x](y.png)\n',
      'image-missing',
      'source/a.md:6:1',
    ],
    [
      'a script address',
      '---\ntitulo: N\nidioma: es\n---\n\n[x](javascript:alert)\n',
      'link-scheme',
      'source/a.md:6:1',
    ],
    [
      'a character that no font has',
      '---\ntitulo: N\nidioma: es\n---\n\nTexto \u{13000} raro.\n',
      'missing-glyph',
      'source/a.md:6:',
    ],
  ]
  it.each(cases)('%s', (_, content, rule, place) => {
    const folder = folderWith({ 'source/a.md': content, 'source/b.md': good })
    const run = pliego(folder, ['build'])
    expectMessage(run, rule)
    expect(run.err).toContain(place)
    expect(Object.keys(hashes(join(folder, 'dist'))).sort()).toEqual([
      '.pliego.json',
      'b.docx',
      'b.epub',
      'b.html',
      'b.json',
      'b.pdf',
    ])
  })

  it('a missing file', () => {
    const run = pliego(folderWith({ 'source/b.md': good }), ['build', 'source/nada.md'])
    expectMessage(run, 'file-missing')
    expect(run.err).toContain('nada.md')
  })

  it('a folder where a file should be', () => {
    const folder = folderWith({ 'source/b.md': good })
    mkdirSync(join(folder, 'source/c.md'))
    expectMessage(pliego(folder, ['build', 'source/c.md']), 'file-is-folder')
  })

  it('Windows line ends and a byte order mark are no fault and give the same files', () => {
    const unix = folderWith({ 'source/b.md': `${good}\nOtro **párrafo**\nde dos líneas.\n` })
    const windows = folderWith({
      'source/b.md': `\ufeff${good}\nOtro **párrafo**\nde dos líneas.\n`.replaceAll('\n', '\r\n'),
    })
    expect(pliego(unix, ['build']).code).toBe(0)
    expect(pliego(windows, ['build']).code).toBe(0)
    for (const format of ['pdf', 'docx', 'epub', 'html']) {
      expect(
        readFileSync(join(windows, `dist/b.${format}`)).equals(readFileSync(join(unix, `dist/b.${format}`))),
      ).toBe(true)
    }
  })
})

describe('templates', () => {
  const source = { 'source/a.md': '---\ntitulo: N\nidioma: es\nplantilla: mia\n---\n\nTexto.\n' }
  const cases: readonly [name: string, files: Record<string, string>, rule: string, place: string][] = [
    [
      'a font file that is not one',
      {
        'templates/mia/brand.yml':
          'extends: base\ntypography:\n  fonts:\n    - family: Noto Serif\n      source: file\n      files:\n        - path: letra.ttf\n          weight: 400\n          style: normal\n',
        'templates/mia/letra.ttf': 'esto no es un tipo de letra',
      },
      'font-invalid',
      'letra.ttf',
    ],
    [
      'a brand file that is no YAML',
      { 'templates/mia/brand.yml': 'color: [\n' },
      'brand-syntax',
      'brand.yml',
    ],
    [
      'an unknown brand key',
      { 'templates/mia/brand.yml': 'extends: base\ncolour: {}\n' },
      'brand-unknown-key',
      'brand.yml:2:1',
    ],
    [
      'a circle',
      { 'templates/mia/brand.yml': 'extends: otra\n', 'templates/otra/brand.yml': 'extends: mia\n' },
      'template-cycle',
      'brand.yml',
    ],
  ]
  it.each(cases)('%s', (_, files, rule, place) => {
    const run = pliego(folderWith({ ...source, ...files }), ['build'])
    expectMessage(run, rule)
    expect(run.err).toContain(place)
  })
})

describe('output', () => {
  it('a failed document leaves its former outputs untouched', () => {
    const folder = folderWith({ 'source/a.md': good })
    expect(pliego(folder, ['build']).code).toBe(0)
    const before = hashes(join(folder, 'dist'))
    writeFileSync(join(folder, 'source/a.md'), `${good}\n[x](javascript:x)\n`)
    expectMessage(pliego(folder, ['build']), 'link-scheme')
    expect(hashes(join(folder, 'dist'))).toEqual(before)
  })

  it('a folder below a regular file', () => {
    const folder = folderWith({ 'source/a.md': good, ocupado: 'un archivo' })
    expectMessage(pliego(folder, ['build', '--out', 'ocupado/dist']), 'output-unwritable')
    expect(readFileSync(join(folder, 'ocupado'), 'utf8')).toBe('un archivo')
  })

  it('a folder without permission, as a user who is not root', () => {
    const folder = folderWith({ 'source/a.md': good })
    chmodSync(folder, 0o755)
    mkdirSync(join(folder, 'cerrado'), { mode: 0o555 })
    const root = process.getuid?.() === 0
    const { status, stderr } = spawnSync(process.execPath, [cli, 'build', '--out', 'cerrado'], {
      cwd: folder,
      encoding: 'utf8',
      ...(root ? { uid: 65534, gid: 65534 } : {}),
    })
    expectMessage({ code: status, out: '', err: stderr }, 'output-unwritable')
    expect(hashes(join(folder, 'cerrado'))).toEqual({})
  })

  it('two texts with one output name', () => {
    const folder = folderWith({ 'source/a.md': good, 'otra/A.md': good })
    const run = pliego(folder, ['build', 'source/a.md', 'otra/A.md'])
    expectMessage(run, 'output-collision')
    expect(existsSync(join(folder, 'dist/a.pdf'))).toBe(false)
  })

  it('a link out of the project is not followed', () => {
    const secret = folderWith({ 'ajeno.md': good })
    const folder = folderWith({ 'source/a.md': good })
    symlinkSync(join(secret, 'ajeno.md'), join(folder, 'source/b.md'))
    expect(pliego(folder, ['build']).code).toBe(1)
    expect(existsSync(join(folder, 'dist/b.pdf'))).toBe(false)
    expect(existsSync(join(folder, 'dist/a.pdf'))).toBe(true)
  })
})

describe('usage', () => {
  let folder = ''
  beforeAll(() => {
    folder = folderWith({ 'source/a.md': good })
  })
  it.each([
    [[]],
    [['publica']],
    [['build', '--formato', 'pdf']],
    [['build', '--format', 'odt']],
    [['check', '--out', 'x']],
    [['new']],
    [['new', 'uno', 'dos']],
  ])('%j is wrong usage', words => {
    const run = pliego(folder, words)
    expect(run.code).toBe(2)
    expect(run.err).toContain('pliego help')
    expect(run.err).not.toMatch(/\n\s+at /)
  })

  it('an unusable SOURCE_DATE_EPOCH is wrong usage', () => {
    expect(pliego(folder, ['build'], { SOURCE_DATE_EPOCH: 'ayer' }).code).toBe(2)
  })

  it('help and version are no fault', () => {
    expect(pliego(folder, ['help']).code).toBe(0)
    expect(pliego(folder, ['--version']).out).toMatch(/^pliego \d+\.\d+\.\d+\n$/)
  })
})
