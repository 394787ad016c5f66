/** `--assets beside`: what a web page shows stands in a folder of the document's name, and nothing old stays there. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, hashes, pliego } from '../support/run.ts'

const drawing = (label: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40"/><text>${label}</text></svg>`
const text = (title: string, body: string) =>
  `---\ntitulo: ${title}\nidioma: es-PE\n---\n\n# Uno\n\n${body}\n`
const twoPictures =
  '![Un dibujo](a.svg "Uno")\n\n![Otro dibujo](b.svg "Dos")\n\nDicho.[^n]\n\n[^n]: Una nota.'

const project = () =>
  folderWith({
    'source/nota ñ.md': text('Nota', twoPictures),
    'source/otra.md': text('Otra', '![Un dibujo](a.svg "Uno")'),
    'source/a.svg': drawing('a'),
    'source/b.svg': drawing('b'),
  })
const build = (folder: string, ...words: string[]) => pliego(folder, ['build', '-f', 'html', ...words])
const files = (folder: string) => Object.keys(hashes(join(folder, 'dist')))
const page = (folder: string, name: string) => readFileSync(join(folder, 'dist', name), 'utf8')

describe('files beside the page', () => {
  it('stand in a folder for each document, which the page names', () => {
    const folder = project()
    expect(build(folder, '--assets', 'beside').code).toBe(0)
    const own = files(folder).filter(name => name.startsWith('nota ñ/'))
    expect(own).toEqual([
      expect.stringMatching(/^nota ñ\/fonts\/NotoSans-400\.woff2$/),
      'nota ñ/fonts/NotoSans-700.woff2',
      'nota ñ/fonts/NotoSerif-400.woff2',
      'nota ñ/images/1.svg',
      'nota ñ/images/2.svg',
      'nota ñ/page.css',
      'nota ñ/page.js',
      'nota ñ/print.css',
    ])
    expect(files(folder)).toContain('otra/images/1.svg')
    expect(files(folder)).not.toContain('otra/page.js')
    const html = page(folder, 'nota ñ.html')
    const named = [...html.matchAll(/(?:src|href)="(nota[^"]*)"/g)].map(([, address = '']) =>
      decodeURI(address),
    )
    for (const name of named) expect(existsSync(join(folder, 'dist', name)), name).toBe(true)
    expect(named).toHaveLength(5)
    expect(html).not.toMatch(/data:|<style|sha256-[^']*' 'sha256/)
    const css = page(folder, 'nota ñ/page.css')
    const fonts = [...css.matchAll(/url\("([^"]+)"\)/g)].map(([, name]) => `nota ñ/${name}`)
    expect(fonts.sort()).toEqual(own.filter(name => name.endsWith('.woff2')))
  })

  it('are current with their page, and made again when one was touched', () => {
    const folder = project()
    build(folder, '--assets', 'beside')
    const before = hashes(join(folder, 'dist'))
    expect(build(folder, '--assets', 'beside').err.match(/al día/g)).toHaveLength(2)
    writeFileSync(join(folder, 'dist/nota ñ/page.css'), '')
    expect(build(folder, '--assets', 'beside').err.match(/al día/g)).toHaveLength(1)
    expect(hashes(join(folder, 'dist'))).toEqual(before)
  })

  it('go when the page shows them no more, and a file of somebody else stays', () => {
    const folder = project()
    build(folder, '--assets', 'beside')
    writeFileSync(join(folder, 'dist/otra/propio.txt'), 'Mío')
    writeFileSync(join(folder, 'source/nota ñ.md'), text('Nota', '![Un dibujo](a.svg "Uno")'))
    build(folder, '--assets', 'beside')
    const own = files(folder).filter(name => /images|page\.js/.test(name))
    expect(own).toEqual(['nota ñ/images/1.svg', 'otra/images/1.svg'])
    build(folder)
    expect(
      readdirSync(join(folder, 'dist'))
        .filter(name => !name.startsWith('.'))
        .sort(),
    ).toEqual(['nota ñ.html', 'nota ñ.json', 'otra', 'otra.html', 'otra.json'].sort())
    expect(readdirSync(join(folder, 'dist/otra'))).toEqual(['propio.txt'])
    expect(page(folder, 'nota ñ.html')).toContain('data:image/svg')
  })

  it('go with their source', () => {
    const folder = project()
    build(folder, '--assets', 'beside')
    rmSync(join(folder, 'source/otra.md'))
    expect(build(folder, '--assets', 'beside').err).toContain('dist/otra/images/1.svg')
    expect(files(folder).filter(name => name.startsWith('otra'))).toEqual([])
    expect(existsSync(join(folder, 'dist/otra'))).toBe(false)
  })

  it('agree with their text, and a word that is no choice is refused', () => {
    const folder = project()
    expect(build(folder, '--assets', 'beside', '--prove').code).toBe(0)
    expect(build(folder, '--assets', 'fuera').code).toBe(2)
  })
})

describe('a release with files beside its pages', () => {
  const folder = project()
  const made = pliego(folder, ['release', '--assets', 'beside'])

  it('vouches for each of them', () => {
    expect(made.err).toContain('publicación lista')
    const manifest = JSON.parse(page(folder, 'manifest.json'))
    const found = hashes(join(folder, 'dist'))
    const assets = manifest.documents.flatMap(
      (document: { assets: { name: string; sha256: string }[] }) => document.assets,
    )
    expect(assets.map(({ name }: { name: string }) => name)).toEqual(
      Object.keys(found).filter(name => name.includes('/')),
    )
    for (const { name, sha256 } of assets) expect(sha256).toBe(found[name])
    const sums = page(folder, 'SHA256SUMS')
    for (const { name, sha256 } of assets) expect(sums).toContain(`${sha256} *${name}\n`)
  })

  it('is verified with them: rebuilt, a missing one, a changed one, one too many', () => {
    expect(pliego(folder, ['verify', 'dist']).code).toBe(0)
    writeFileSync(join(folder, 'dist/otra/page.css'), '')
    writeFileSync(join(folder, 'dist/otra/images/9.svg'), drawing('x'))
    rmSync(join(folder, 'dist/nota ñ/page.js'))
    const { code, out } = pliego(folder, ['verify', 'dist', '--json'])
    expect(code).toBe(1)
    const rules = JSON.parse(out).diagnostics.map(
      (one: { rule: string; file: string }) => `${one.rule} ${one.file}`,
    )
    expect(rules.sort()).toEqual([
      'verify-changed otra/page.css',
      'verify-extra otra/images/9.svg',
      'verify-missing nota ñ/page.js',
    ])
  })

  it('made again without them leaves none behind', () => {
    expect(pliego(folder, ['release']).code).toBe(0)
    // The one that somebody put there is named, not removed.
    expect(files(folder).filter(name => name.includes('/'))).toEqual(['otra/images/9.svg'])
  })
})
