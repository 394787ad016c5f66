import { spawn } from 'node:child_process'
import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { release } from '../../src/release.ts'
import { cli, folderWith, hashes, pliego } from '../support/run.ts'

const text = (body: string) => `---\ntitulo: Nota\nidioma: es-PE\n---\n\n${body}\n`
const names = (folder: string) => readdirSync(join(folder, 'dist')).sort()

it('outputs of an earlier text are not forgotten when one format is built again', () => {
  const folder = folderWith({ 'source/nota.md': text('Uno.') })
  pliego(folder, ['build'])
  writeFileSync(join(folder, 'source/nota.md'), text('Dos.'))
  pliego(folder, ['build', '--format', 'html'])
  expect(names(folder)).toContain('nota.pdf')
  renameSync(join(folder, 'source/nota.md'), join(folder, 'source/carta.md'))
  const { code, err } = pliego(folder, ['build'])
  expect(code).toBe(0)
  expect(err).toContain('dist/nota.pdf: quitado, ya no existe su texto')
  expect(names(folder).filter(name => name.startsWith('nota'))).toEqual([])
})

it('a format that is built again is no longer an old one', () => {
  const folder = folderWith({ 'source/nota.md': text('Uno.') })
  pliego(folder, ['build', '--format', 'pdf'])
  writeFileSync(join(folder, 'source/nota.md'), text('Dos.'))
  pliego(folder, ['build', '--format', 'html'])
  pliego(folder, ['build', '--format', 'pdf'])
  const clean = folderWith({ 'source/nota.md': text('Dos.') })
  pliego(clean, ['build', '--format', 'html,pdf'])
  expect(hashes(join(folder, 'dist'))).toEqual(hashes(join(clean, 'dist')))
})

it('what a killed process left goes, what another one is writing stays', () => {
  const folder = folderWith({
    'source/nota.md': text('Uno.'),
    'dist/.nota.pdf.4194303.part': 'half',
    [`dist/.nota.pdf.${process.pid}.part`]: 'half',
  })
  pliego(folder, ['build'])
  expect(names(folder).filter(name => name.endsWith('.part'))).toEqual([`.nota.pdf.${process.pid}.part`])
})

it('two builds at once in one folder give what one gives', async () => {
  const folder = folderWith({ 'source/a.md': text('Uno.'), 'source/b.md': text('Dos.') })
  const run = () =>
    new Promise<number | null>(done => {
      spawn(process.execPath, [cli, 'build'], { cwd: folder, stdio: 'ignore' }).on('exit', done)
    })
  expect(await Promise.all([run(), run()])).toEqual([0, 0])
  const alone = folderWith({ 'source/a.md': text('Uno.'), 'source/b.md': text('Dos.') })
  pliego(alone, ['build'])
  expect(hashes(join(folder, 'dist'))).toEqual(hashes(join(alone, 'dist')))
})

it('a folder that cannot be written is named, and nothing is left', () => {
  const folder = folderWith({ 'source/nota.md': text('Uno.'), dist: 'a file' })
  for (const command of ['build', 'release']) {
    const { code, err } = pliego(folder, [command])
    expect(code).toBe(1)
    expect(err).toContain('[output-unwritable]')
  }
  expect(existsSync(join(folder, 'dist/nota.pdf'))).toBe(false)
})

it('a text that changes while it is released stops the release', async () => {
  const folder = folderWith({ 'source/nota.md': text('Uno.') })
  const request = {
    project: folder,
    paths: [],
    out: 'dist',
    template: '',
    assets: 'inside' as const,
    strict: false,
    epoch: null,
    allowed: [],
    previous: '',
    conformance: '',
  }
  const change = () => writeFileSync(join(folder, 'source/nota.md'), text('Dos.'))
  const { diagnostics, files } = await release(request, () => undefined, change)
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['release-source-changed'])
  expect(files).toEqual([])
  expect(existsSync(join(folder, 'dist'))).toBe(false)
})
