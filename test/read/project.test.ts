import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findSources } from '../../src/read/project.ts'
import { read } from '../../src/read/read.ts'
import { places, reasons } from './support.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'pliego-project-')))
const project = join(root, 'mi proyecto')
const names = ['b.md', 'B.md', 'año nuevo.md', 'an\u0303o.md', 'a.md', 'Z.MD', '10.md', '9.md']

beforeAll(() => {
  mkdirSync(join(project, 'source', 'sub.md'), { recursive: true })
  mkdirSync(join(project, 'vacía'))
  for (const name of names) writeFileSync(join(project, 'source', name), 'x')
  for (const name of ['.oculto.md', 'nota.txt', 'md', 'sub.md/c.md']) {
    writeFileSync(join(project, 'source', name), 'x')
  }
  writeFileSync(join(root, 'secreto.md'), 'x')
})
afterAll(() => rmSync(root, { recursive: true }))

const paths = (...wanted: readonly string[]) =>
  findSources(wanted, project).sources.map(source => source.path)
const problems = (wanted: readonly string[], of = project) =>
  findSources(wanted, of).problems.flatMap(file => places(file).map(place => `${file.path} ${place}`))

describe('findSources', () => {
  test('without paths: source/*.md by code unit, without hidden files and folders', () => {
    const expected = [...names].sort().map(name => `source/${name}`)
    expect(paths()).toEqual(expected)
    expect(problems([])).toEqual(['source/sub.md 0:0 file-is-folder'])
  })

  test('each path that is found can be read', async () => {
    for (const { absolute, path } of findSources([], project).sources) {
      const document = await read(absolute, { project })
      expect(document.file.path).toBe(path)
      expect('tree' in document).toBe(true)
    }
  })

  test('a file is itself, a folder its files, in the order asked for and never twice', () => {
    expect(paths('source/b.md', join(project, 'source', 'nota.txt'), 'source/b.md')).toEqual([
      'source/b.md',
      'source/nota.txt',
    ])
    expect(paths('source/b.md', 'source')).toHaveLength(names.length)
  })

  test('what gives nothing is told, and does not stop the rest', () => {
    const wanted = ['no hay.md', 'source/a.md', 'vacía', 'no hay']
    expect(paths(...wanted)).toEqual(['source/a.md'])
    expect(problems(wanted)).toEqual([
      'no hay.md 0:0 file-missing',
      'vacía 0:0 folder-empty',
      'no hay 0:0 file-missing',
    ])
    expect(problems([], join(project, 'vacía'))).toEqual(['source 0:0 file-missing'])
  })

  test("links lead to the project's own files only", () => {
    const folder = join(project, 'enlaces')
    mkdirSync(folder)
    symlinkSync('../source/a.md', join(folder, 'propio.md'))
    symlinkSync('../../secreto.md', join(folder, 'ajeno.md'))
    symlinkSync('../../nada.md', join(folder, 'roto.md'))
    symlinkSync('círculo.md', join(folder, 'círculo.md'))
    symlinkSync('../source/sub.md', join(folder, 'carpeta.md'))
    expect(paths('enlaces')).toEqual(['enlaces/propio.md'])
    expect(problems(['enlaces'])).toEqual([
      'enlaces/ajeno.md 0:0 file-outside',
      'enlaces/círculo.md 0:0 file-unreadable',
      'enlaces/roto.md 0:0 file-missing',
    ])
    const [outside] = findSources(['enlaces'], project).problems
    expect(outside === undefined ? [] : reasons(outside)).toEqual([
      '«enlaces/ajeno.md» es un enlace simbólico a un archivo de fuera del proyecto | ' +
        'copie el archivo dentro del proyecto',
    ])
  })

  test('a project reached through a link holds its own files', () => {
    symlinkSync(project, join(root, 'atajo'))
    symlinkSync('a.md', join(project, 'source', 'zz.md'))
    const found = findSources([], join(root, 'atajo'))
    expect(found.problems.map(file => file.path)).toEqual(['source/sub.md'])
    expect(found.sources.map(source => source.path)).toContain('source/zz.md')
  })
})
