import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, hashes, pliego, project } from '../support/run.ts'

describe('the npm package', () => {
  const folder = folderWith({
    'source/a.md': '---\ntitulo: Uno\nidioma: es\nplantilla: nota-informativa\n---\n\nUn párrafo.\n',
  })
  const pack = spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: project,
    encoding: 'utf8',
  })
  const tarball = readdirSync(folder).find(name => name.endsWith('.tgz')) ?? ''

  it('holds the bundle, its assets and the templates, and asks for nothing else', () => {
    expect(pack.status, pack.stderr).toBe(0)
    expect(spawnSync('tar', ['xzf', tarball], { cwd: folder }).status).toBe(0)
    const names = Object.keys(hashes(join(folder, 'package')))
    for (const name of [
      'build/cli.js',
      'build/srgb.icc',
      'build/THIRD-PARTY.txt',
      'templates/base/brand.yml',
      'templates/base/fonts/OFL.txt',
    ]) {
      expect(names).toContain(name)
    }
    expect(names.filter(name => /^(src|test|node_modules)\//.test(name))).toEqual([])
  })

  it('names what others wrote, with licence and source', () => {
    const read = (name: string) => readFileSync(join(folder, 'package/build', name), 'utf8')
    const notice = read('THIRD-PARTY.txt')
    const packages: { name: string; version: string; license: string; source: string }[] = JSON.parse(
      read('packages.json'),
    )
    expect(packages.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['pdfkit', 'pdfjs-dist', 'unified']),
    )
    for (const { name, version, license, source } of packages) {
      expect(license, name).not.toBe('')
      expect(notice).toContain(`\n${name} ${version}\nLicence: ${license}\nSource: ${source}\n`)
    }
    const [, drawing = ''] = /\n@resvg\/resvg-wasm [^=]*?\n\n([^=]*)/.exec(notice) ?? []
    expect(drawing).toContain('https://mozilla.org/MPL/2.0/')
  })

  it('runs with nothing else installed and the network cut', () => {
    const words = [join(folder, 'package/build/cli.js'), 'build']
    const cut = spawnSync('unshare', ['-rn', 'true']).status === 0
    const [command, ...rest] = cut ? ['unshare', '-rn', process.execPath] : [process.execPath]
    const run = spawnSync(command ?? '', [...rest, ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' },
    })
    expect(run.status, run.stderr).toBe(0)
    const packed = hashes(join(folder, 'dist'))
    expect(Object.keys(packed)).toHaveLength(6)
    expect(pliego(folder, ['build', '--out', 'otra']).code).toBe(0)
    const own = hashes(join(folder, 'otra'))
    for (const format of ['pdf', 'docx', 'epub', 'html', 'json'])
      expect(own[`a.${format}`]).toBe(packed[`a.${format}`])
  })
})
