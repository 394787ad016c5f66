/** A document that is a folder with a document.yml, through the whole command line. */
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderWith, pliego } from '../support/run.ts'

const files = {
  'source/informe.2026/document.yml': 'titulo: Informe\nidioma: es-PE\n',
  'source/informe.2026/01-uno.md': '# Uno\n\nUn párrafo.\n',
  'source/informe.2026/02-dos.md': '# Dos\n\nOtro párrafo, [roto](#nada).\n',
}

const outputs = (folder: string) => readdirSync(join(folder, 'dist')).filter(name => !name.startsWith('.'))
const named = (name: string) => ['docx', 'epub', 'html', 'json', 'pdf'].map(format => `${name}.${format}`)

test('its outputs have its whole name, and are made again when one of its files changes', () => {
  const folder = folderWith(files)
  const first = pliego(folder, ['build'])
  expect(first.code).toBe(0)
  expect(first.err).toContain('source/informe.2026/02-dos.md:3:15: aviso')
  expect(outputs(folder)).toEqual(named('informe.2026'))
  const html = () => readFileSync(join(folder, 'dist', 'informe.2026.html'), 'utf8')
  expect(html().indexOf('Un párrafo.')).toBeLessThan(html().indexOf('Otro párrafo'))

  expect(pliego(folder, ['build']).err).toContain('source/informe.2026 (al día)')
  writeFileSync(join(folder, 'source/informe.2026/03-tres.md'), 'Un añadido.\n')
  expect(pliego(folder, ['build']).err).not.toContain('al día')
  expect(html()).toContain('Un añadido.')
  writeFileSync(join(folder, 'source/informe.2026/document.yml'), 'titulo: Memoria\nidioma: es-PE\n')
  expect(pliego(folder, ['build', 'source/informe.2026']).err).not.toContain('al día')
  expect(html()).toContain('<title>Memoria')

  renameSync(join(folder, 'source/informe.2026'), join(folder, 'source/memoria'))
  expect(pliego(folder, ['build']).code).toBe(0)
  expect(outputs(folder)).toEqual(named('memoria'))
})

test('an error stands in the file that it is about; without a title the folder gives it', () => {
  const folder = folderWith({ ...files, 'source/informe.2026/01-uno.md': 'Uno.\n\n<b>Dos</b>\n' })
  const { code, err } = pliego(folder, ['check'])
  expect(code).toBe(1)
  expect(err).toContain('source/informe.2026/01-uno.md:3:1: error')
  const untitled = folderWith({ ...files, 'source/informe.2026/document.yml': 'idioma: es-PE\n' })
  expect(pliego(untitled, ['check']).err).toContain('«informe.2026»')
})

test('and a text of the same name collide', () => {
  const folder = folderWith({ ...files, 'source/Informe.2026.md': 'a\n' })
  const { code, err } = pliego(folder, ['build'])
  expect(code).toBe(1)
  expect(err).toContain('informe.2026.*')
})
