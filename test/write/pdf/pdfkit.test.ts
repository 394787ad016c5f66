/** What the PDF writer relies on of pdfkit's own affairs: another version has to be looked at before it is used. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { project } from '../../support/run.ts'

const entry = createRequire(import.meta.url).resolve('pdfkit')
const folder = join(entry, '../..')

test('it is the version that the writer was made for', () => {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  expect(version, 'look through test/write/pdf/pdfkit.test.ts before another version is used').toBe('0.20.2')
})

test('one module touches private members', () => {
  const sources = join(project, 'src/write/pdf')
  const touching = readdirSync(sources).filter(
    name => /[\w)\]]\._[a-z]/i.test(readFileSync(join(sources, name), 'utf8')) && name !== 'document.ts',
  )
  expect(touching).toEqual([])
})

interface Reference {
  id: number
  data: Record<string, unknown>
  buffer: Uint8Array[]
  write(chunk: Uint8Array): void
  end(): void
}
interface Document {
  [member: string]: unknown
  page: { dictionary: Reference; write(chunk: Uint8Array): void }
  ref(data?: object): Reference
  end(): void
}
type Build = { default: new (options: object) => Document }

// The bundle takes the browser's build.
describe.each(['pdfkit.node.mjs', 'pdfkit.browser.mjs'])('%s', name => {
  const open = async () => {
    const { default: Pdfkit } = (await import(/* @vite-ignore */ join(folder, 'js', name))) as Build
    return new Pdfkit({
      pdfVersion: '1.7',
      tagged: true,
      lang: 'es',
      displayTitle: true,
      autoFirstPage: false,
      compress: false,
      font: null,
    })
  }
  const root = (doc: Document) => doc._root as Reference

  test('a document has the members that are used', async () => {
    const doc = await open()
    expect(doc._ctm).toEqual([1, 0, 0, 1, 0, 0])
    expect(typeof doc._waiting).toBe('number')
    expect(root(doc).data.Type).toBe('Catalog')
    expect(root(doc).data).toHaveProperty('Names.data')
    expect(root(doc).data).toHaveProperty('Pages.data.Kids')
    for (const member of ['getStructTreeRoot', 'endMetadata', '_write', '_refEnd', '_finalize']) {
      expect(typeof doc[member], member).toBe('function')
    }
  })

  test('references count from 1 without gaps, keep what is written, and end once', async () => {
    const doc = await open()
    const first = doc.ref({ A: 1 })
    const second = doc.ref()
    expect(second.id).toBe(first.id + 1)
    expect(String(first)).toBe(`${first.id} 0 R`)
    const waiting = Number(doc._waiting)
    expect(waiting).toBe(second.id)

    const ended: unknown[] = []
    doc._refEnd = (reference: unknown) => ended.push(reference)
    const bytes = Uint8Array.of(1, 2, 3)
    first.write(bytes)
    expect(first.buffer).toEqual([bytes])
    second.end()
    expect(ended).toEqual([second])
    expect(second.buffer).toEqual([])
  })

  test('a page is flipped, and drawing on it goes through the members that a surface stands in for', async () => {
    const doc = await open()
    const add = doc.addPage as (options: object) => void
    add.call(doc, { size: [100, 200], margin: 0 })
    expect(doc._ctm).toEqual([1, 0, 0, -1, 0, 200])
    const { dictionary } = doc.page
    expect(dictionary.data.Type).toBe('Page')
    const written: Uint8Array[] = []
    const surface = { fonts: {}, xobjects: {}, ext_gstates: {}, patterns: {}, width: 9, height: 9 }
    Object.assign(doc, {
      page: { ...surface, annotations: [], write: (chunk: Uint8Array) => written.push(chunk) },
    })
    const draw = doc.rect as (x: number, y: number, width: number, height: number) => { fill(): void }
    draw.call(doc, 1, 2, 3, 4).fill()
    expect(written.map(chunk => Buffer.from(chunk).toString('latin1').trim())).toEqual(['1 2 3 4 re', 'f'])
  })

  test('the end ends the catalogue, its names, the pages and the information, each once', async () => {
    const doc = await open()
    const ended: Reference[] = []
    doc._write = () => {}
    doc.endMetadata = () => {}
    doc._finalize = () => {}
    doc._refEnd = (reference: Reference) => ended.push(reference)
    const add = doc.addPage as (options: object) => void
    add.call(doc, { size: [100, 200], margin: 0 })
    doc.end()
    expect(new Set(ended).size).toBe(ended.length)
    expect(ended.length).toBe(doc._waiting)
    for (const reference of [root(doc), root(doc).data.Names, root(doc).data.Pages, doc._info]) {
      expect(ended).toContain(reference)
    }
  })
})
