/** Pages as layout makes them, with the real design: what is read back from the file is what the text says. */
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { loadDesign } from '../../../src/design/design.ts'
import type { PublicationNode } from '../../../src/publication/model.ts'
import { pdf } from '../../../src/write/pdf/pdf.ts'
import { plainWord } from '../../../src/write/types.ts'
import { lay } from '../../layout/documents.ts'
import { randomDocument } from '../../layout/random-document.ts'
import { images } from './constructs.ts'
import { readPdf } from './reader.ts'
import { readPages, structureText } from './text.ts'

const templates = fileURLToPath(new URL('../../../templates', import.meta.url))

/** Texts below some nodes, in the order of the structure: captions before rows, notes left out. */
function textsOf(nodes: readonly PublicationNode[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return [node.value]
    const before = node.type === 'figure' || node.type === 'table' ? node.caption : []
    const title = node.type === 'box' ? node.title : []
    const children = 'children' in node ? node.children : []
    return textsOf([...before, ...title, ...children, ...(node.type === 'table' ? node.note : [])])
  })
}

const fold = (value: string) => value.replace(/\u00ad/g, '').replace(/\s+/g, '')

describe('random documents, laid out and written', () => {
  for (let seed = 200; seed < 220; seed++) {
    test(`document ${seed}`, async () => {
      const [picture] = images.values()
      if (picture === undefined) throw new Error('no picture')
      const made = randomDocument(seed)
      const real = [...made.images].map(
        ([key, { width, height }]) => [key, { ...picture, width, height }] as const,
      )
      const publication = { ...made, images: new Map(real) }
      const design = loadDesign('base', { templates: [templates] }, new VFile())
      if (design === null) throw new Error('no design')
      const { layout, opening } = await lay(publication, design)
      const fileDate = new Date('2026-11-23T00:00:00Z')
      const edition = {
        publication,
        design,
        opening,
        layout: () => layout,
        conformant: true,
        fileDate,
        word: plainWord,
      }
      const messages = new VFile()
      const file = readPdf(await pdf(edition, messages))
      expect(messages.messages).toEqual([])

      const pages = readPages(file)
      expect(pages).toHaveLength(layout.pages.length)
      for (const { unmarked } of pages) expect(unmarked).toEqual([])

      // In order, wherever on the pages it stands: notes come behind the rest.
      const found = fold(structureText(file))
      let from = 0
      for (const words of textsOf(publication.tree.children)) {
        const at = found.indexOf(fold(words), from)
        expect(at, words).toBeGreaterThanOrEqual(from)
        from = at + fold(words).length
      }
      for (const words of textsOf(publication.tree.notes)) expect(found).toContain(fold(words))
    })
  }
})
