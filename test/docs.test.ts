/** What docs/como-se-escribe.md tells authors is true: every example is read without a message, and none is missing. */
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeDocument } from '../src/document.ts'
import { directiveNames } from '../src/read/directive-names.ts'
import { folderWith, project } from './support/run.ts'

const page = readFileSync(join(project, 'docs/como-se-escribe.md'), 'utf8')
const examples = [...page.matchAll(/^(`{3,})markdown\n((?:(?!\1\n).*\n)*)\1\n/gm)].map(
  match => match[2] ?? '',
)
const head = '---\ntitulo: Ejemplo\nidioma: es-PE\n---\n\n'

let folder = ''
beforeAll(() => {
  const texts = examples.map((text, index) => [
    `source/${index}.md`,
    text.startsWith('---\n') ? text : `${head}${text}`,
  ])
  folder = folderWith(Object.fromEntries(texts))
  for (const name of ['img', 'datos', 'fragmentos']) {
    cpSync(join(project, 'source', name), join(folder, 'source', name), { recursive: true })
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

it('has examples', () => {
  expect(examples.length).toBeGreaterThan(15)
})

it.each(examples.map((text, index) => [text, index] as const))('%s', async (_, index) => {
  const { outputs, diagnostics } = await makeDocument(join(folder, `source/${index}.md`), {
    command: 'build',
    project: folder,
    templates: [join(project, 'templates')],
    template: 'nota-informativa',
    formats: ['pdf', 'docx', 'epub', 'html'],
    strict: true,
    epoch: null,
    designs: new Map(),
  })
  expect(diagnostics.map(({ rule, line }) => `${line} ${rule}`)).toEqual([])
  expect(outputs?.length).toBeGreaterThan(3)
})

it('names every directive', () => {
  expect(directiveNames.filter(name => !page.includes(`\`${name}\``))).toEqual([])
})
