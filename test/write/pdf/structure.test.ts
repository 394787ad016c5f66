/** The structure tree of a file, read back from its bytes. */
import { readFileSync, writeFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { pdf } from '../../../src/write/pdf/pdf.ts'
import type { Edition } from '../../../src/write/types.ts'
import { editionOf, everyNode, paragraph, reference, section, text } from './edition.ts'
import { array, type Dict, dict, nameOf, type Pdf, type PdfFile, readPdf } from './reader.ts'
import { catalogue, readPages, structureTrace } from './text.ts'

async function read(edition: Edition): Promise<PdfFile> {
  return readPdf(await pdf(edition, new VFile()))
}

function golden(name: string, found: string): void {
  const path = new URL(`./fixtures/${name}`, import.meta.url)
  if (process.env.UPDATE === '1') writeFileSync(path, found)
  expect(found).toBe(readFileSync(path, 'utf8'))
}

test('every node type has its place in the structure tree, in source order', async () => {
  golden('every-node.txt', structureTrace(await read(editionOf(everyNode()))))
})

test('an opening with every role', async () => {
  const metadata = {
    authors: ['Ana Quispe', 'Luis Paz'],
    from: ['El Director'],
    reference: 'Memorando 3',
    version: '2',
    classification: 'reservado',
    status: 'borrador',
  } as const
  const file = await read(editionOf([section('s', 'S', 1, paragraph(text('Texto.')))], { metadata }))
  golden('opening.txt', structureTrace(file))
})

test('every marked-content sequence belongs to one element, which the parent tree names', async () => {
  const file = await read(editionOf(everyNode()))
  const root = dict(file.resolve(catalogue(file).get('StructTreeRoot')))
  const owners = new Map<string, Dict>()
  const annotationOwners = new Map<Dict, Dict>()
  visit(root, undefined)

  const parents = numbers(file, root.get('ParentTree'))
  const pages = readPages(file)
  expect(pages.length).toBeGreaterThan(2)
  let used = 0
  for (const page of pages) {
    expect(nameOf(page.dict.get('Tabs'))).toBe('S')
    const own = array(file.resolve(parents.get(Number(page.dict.get('StructParents')))))
    expect([...page.marked.keys()]).toEqual(own.map((_, mcid) => mcid))
    for (const [mcid, element] of own.entries()) {
      expect(file.resolve(element)).toBe(owners.get(`${page.ref} ${mcid}`))
      used++
    }
    for (const link of page.dict.has('Annots') ? array(page.dict.get('Annots')) : []) {
      const annotation = dict(file.resolve(link))
      const owner = file.resolve(parents.get(Number(annotation.get('StructParent'))))
      expect(owner).toBe(annotationOwners.get(annotation))
      expect(nameOf(dict(owner).get('S'))).toBe('Link')
    }
  }
  expect(owners.size).toBe(used)
  expect(annotationOwners.size).toBeGreaterThan(2)

  function visit(element: Dict, page: Pdf | undefined): void {
    const kids = element.get('K')
    const own = element.get('Pg') ?? page
    for (const value of Array.isArray(kids) ? kids : [kids]) {
      const kid = file.resolve(value)
      if (typeof kid === 'number') {
        own_(own, kid, element)
        continue
      }
      const child = dict(kid)
      if (child.has('MCID')) own_(child.get('Pg'), Number(child.get('MCID')), element)
      else if (child.has('Obj')) annotationOwners.set(dict(file.resolve(child.get('Obj'))), element)
      else {
        expect(file.resolve(child.get('P'))).toBe(element)
        visit(child, own)
      }
    }
  }
  function own_(page: Pdf | undefined, mcid: number, element: Dict): void {
    const key = `${(page as { ref: number }).ref} ${mcid}`
    expect(owners.has(key)).toBe(false)
    owners.set(key, element)
  }
})

test('nothing is painted outside of marked content', async () => {
  const pages = readPages(await read(editionOf(everyNode())))
  for (const page of pages) expect(page.unmarked).toEqual([])
  expect(pages.map(({ artifacts }) => artifacts.filter(text => text !== ''))).toEqual(
    pages.map((_, index) => [`Página ${index + 1}`]),
  )
})

test('only the roles in use are mapped', async () => {
  const roles = async (edition: Edition) => {
    const file = await read(edition)
    const map = dict(file.resolve(dict(file.resolve(catalogue(file).get('StructTreeRoot'))).get('RoleMap')))
    return Object.fromEntries([...map].map(([role, type]) => [role, nameOf(type)]))
  }
  expect(await roles(editionOf(everyNode()))).toEqual({ Title: 'P', Strong: 'Span', Em: 'Span' })
  const plain = editionOf([section('s', 'S', 1, paragraph(text('Texto.')))])
  expect(await roles(plain)).toEqual({ Title: 'P' })
})

test('a mark whose owner is not in the tree is a bug that is told', async () => {
  const edition = editionOf([section('s', 'S', 1, paragraph(text('Texto.'), reference('s', text('S'))))])
  const other = editionOf([section('s', 'S', 1, paragraph(text('Texto.')))])
  await expect(pdf({ ...edition, layout: other.layout }, new VFile())).rejects.toThrow(
    'no place in the structure',
  )
})

function numbers(file: PdfFile, tree: Pdf | undefined): Map<number, Pdf> {
  const node = dict(file.resolve(tree))
  const found = new Map<number, Pdf>()
  const pairs = node.has('Nums') ? array(node.get('Nums')) : []
  for (let index = 0; index < pairs.length; index += 2) {
    found.set(Number(pairs[index]), pairs[index + 1] ?? null)
  }
  for (const kid of node.has('Kids') ? array(node.get('Kids')) : []) {
    for (const [key, value] of numbers(file, kid)) found.set(key, value)
  }
  return found
}
