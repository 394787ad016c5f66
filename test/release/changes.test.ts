import { execFileSync } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sectionChanges } from '../../src/release/changes.ts'
import type { SectionText } from '../../src/release/sections.ts'
import { folderWith, pliego } from '../support/run.ts'

const section = (id: string, text: string, parent = ''): SectionText => ({
  id,
  number: '',
  title: id.toUpperCase(),
  depth: parent === '' ? 1 : 2,
  fingerprint: `${id} ${text}`,
  parent,
  text,
})
const told = (before: readonly SectionText[], after: readonly SectionText[]) =>
  sectionChanges(before, after).map(({ kind, id, moved }) => `${kind} ${id}${moved ? ' moved' : ''}`)

it('sections are added, removed, changed and moved', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(id => section(id, id)) as [
    SectionText,
    SectionText,
    SectionText,
    SectionText,
  ] // four ids, four sections
  expect(told([a, b, c], [a, b, c])).toEqual([])
  expect(told([a, b], [a, d, b])).toEqual(['added d'])
  expect(told([a, b, c], [a, c])).toEqual(['removed b'])
  expect(told([a, b], [a, section('b', 'other')])).toEqual(['changed b'])
  expect(told([a, b, c, d], [b, c, d, a])).toEqual(['moved a moved'])
  expect(told([a, section('x', 'x', 'a'), b], [a, b, section('x', 'x', 'b')])).toEqual(['moved x moved'])
  expect(told([a, b, c], [c, a, section('b', 'other')])).toEqual(['moved c moved', 'changed b'])
})

it('a changed subsection does not count for the section that holds it', () => {
  const outer = (fingerprint: string) => ({ ...section('a', 'a'), fingerprint })
  const before = [outer('1'), section('x', 'old', 'a')]
  const after = [outer('2'), section('x', 'new', 'a')]
  expect(told(before, after)).toEqual(['changed x'])
  // Markup that shows no words, such as a link's target.
  expect(told([outer('1')], [outer('2')])).toEqual(['changed a'])
})

const head = '---\ntitulo: Informe\nidioma: es-PE\n---\n\n'
const first = `${head}# Alcance\n\nEl plazo es de diez días hábiles.\n\n# Método\n\nSe leyó todo.\n\n# Anexo\n\nFin.\n`
const later = `${head}# Anexo\n\nFin.\n\n# Alcance\n\nEl plazo es de veinte días hábiles.\n\n# Resultado\n\nTodo bien.\n`

it('`pliego changes` tells them of two texts, in words, and as JSON', () => {
  const folder = folderWith({ 'source/a.md': first, 'otro/b.md': later })
  const { code, out } = pliego(folder, ['changes', 'source/a.md', 'otro/b.md'])
  expect(code).toBe(0)
  expect(out).toContain('b: Informe — modificada')
  expect(out).toContain('modificada: Alcance')
  expect(out).toContain('plazo es de [-diez-] {+veinte+} días hábiles.')
  expect(out).toContain('suprimida: Método')
  expect(out).toContain('añadida: Resultado')
  expect(out).toContain('trasladada: Anexo')
  const json = JSON.parse(pliego(folder, ['changes', 'source/a.md', 'otro/b.md', '--json']).out)
  expect(json.documents[0].sections.map((one: { kind: string }) => one.kind).sort()).toEqual([
    'added',
    'changed',
    'moved',
    'removed',
  ])
})

it('a release and a git tag are versions too; anything else is refused by name', () => {
  const folder = folderWith({ 'source/a.md': first })
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], { cwd: folder })
  git('init', '--quiet')
  git('add', 'source')
  git('commit', '--quiet', '--message', 'uno')
  git('tag', 'v1')
  expect(pliego(folder, ['release']).code).toBe(0)
  renameSync(join(folder, 'dist'), join(folder, 'antes'))
  writeFileSync(join(folder, 'source/a.md'), later)
  const bySource = pliego(folder, ['changes', 'v1', 'source']).out
  expect(bySource).toContain('suprimida: Método')
  expect(pliego(folder, ['changes', 'antes', 'source']).out).toBe(bySource)
  expect(pliego(folder, ['changes', 'v1', 'antes']).out).toContain('sin cambios')
  const { code, err } = pliego(folder, ['changes', 'v9', 'source', '--lang', 'en'])
  expect(code).toBe(1)
  expect(err).toContain('“v9” is no release, no text and no folder of texts [changes-input]')
})
