/**
 * Every construct and every text of source/ as PDF: the structure tree that a screen reader gets, and nothing of
 * what a validator passes and a reader stumbles over.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Design } from '../../../src/design/types.ts'
import { loadDocument, makeDocument } from '../../../src/document.ts'
import { project } from '../../support/run.ts'
import { readPdf } from './reader.ts'
import { faultsOf } from './soundness.ts'
import { readPages } from './text.ts'
import { readTree, treeLines } from './tree.ts'

const designs = new Map<string, Design>()

async function made(path: string, root: string) {
  const options = { project: root, templates: [join(project, 'templates')], template: '', designs }
  const [loaded, { outputs }] = await Promise.all([
    loadDocument(path, options),
    makeDocument(path, { ...options, command: 'build', formats: ['pdf'], strict: false, epoch: 0 }),
  ])
  const bytes = outputs?.find(({ format }) => format === 'pdf')?.bytes
  if (bytes === undefined || !('publication' in loaded)) throw new Error('the text does not publish')
  return { file: readPdf(bytes), furniture: [loaded.locale.pageOf('1', '1')] }
}

const constructs = join(project, 'test/constructs')
const folders = readdirSync(constructs, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? [entry.name] : [],
)

test.each(folders)('the structure of %s', async name => {
  const folder = join(constructs, name)
  const text = join(folder, 'texto.md')
  const { file, furniture } = await made(existsSync(text) ? text : folder, constructs)
  const golden = join(folder, 'structure.txt')
  const found = treeLines(readTree(file, readPages(file)))
  if (process.env.UPDATE === '1') writeFileSync(golden, found)
  expect(found).toBe(readFileSync(golden, 'utf8'))
  expect(faultsOf(file, furniture)).toEqual([])
})

describe('texts of source/', () => {
  const texts = readdirSync(join(project, 'source')).filter(name => name.endsWith('.md'))
  test.each(texts)('%s', async name => {
    const { file, furniture } = await made(join(project, 'source', name), project)
    expect(faultsOf(file, furniture)).toEqual([])
  })
})
