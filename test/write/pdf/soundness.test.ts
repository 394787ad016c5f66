/** The check of what validators cannot see finds what it looks for. */
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { pdf } from '../../../src/write/pdf/pdf.ts'
import type { Edition } from '../../../src/write/types.ts'
import { constructs, figure, images, note, plainCell, table } from './constructs.ts'
import { editionOf, everyNode, heading, link, paragraph, section, text } from './edition.ts'
import { readPdf } from './reader.ts'
import { faultsOf } from './soundness.ts'

const furniture = ['Página', 'Cabeza repetida']

async function faults(edition: Edition): Promise<readonly string[]> {
  return faultsOf(readPdf(await pdf(edition, new VFile())), furniture)
}

test('sound documents have no faults', async () => {
  expect(await faults(editionOf(everyNode()))).toEqual([])
})

test('heading levels that are skipped, and a section whose heading is missing', async () => {
  const sections = [
    section('a', 'Uno', 1, heading(1, text('Uno'))),
    section('b', 'Dos', 1, heading(3, text('Dos'))),
    section('c', 'Tres', 1, paragraph(text('Texto.'))),
  ]
  expect(await faults(editionOf(sections))).toEqual([
    'H3 after H1: «Dos»',
    "the outline's «Tres» is no heading there",
  ])
})

test('tables without heads, with heads that say nothing, of uneven rows', async () => {
  const rows = (heads: 'none' | 'column', first: string) => [
    [plainCell({ column: 0, heads }, text(first)), plainCell({ column: 1 }, text('B'))],
    [plainCell({ column: 0, columnSpan: 2 }, text('C'))],
    [plainCell({ column: 0, rowSpan: 2 }, text('D')), plainCell({ column: 1 }, text('E'))],
    [plainCell({ column: 1 }, text('F'))],
  ]
  const plain = rows('none', 'A')
  const uneven = rows('column', 'A').with(3, [
    plainCell({ column: 1 }, text('F')),
    plainCell({ column: 2 }, text('G')),
  ])
  const found = await faults(
    editionOf([
      section(
        's',
        'S',
        1,
        heading(1, text('S')),
        table({ rows: 0, columns: 0 }, plain),
        table({ rows: 1, columns: 0 }, rows('column', ' ')),
        table({ rows: 1, columns: 0 }, uneven),
      ),
    ]),
  )
  expect(found).toEqual([
    'the table «ABCDEF» has no heads',
    'the table «BCDEF» has no heads',
    'the table «ABCDEFG»: rows of 2 and 3 columns',
  ])
})

test('alternative text that is the name of a file, or no word', async () => {
  const blocks = [figure('mapa', 'mapa-final.PNG', ''), figure('mapa', '...', '')]
  const sections = [section('s', 'S', 1, heading(1, text('S')), ...blocks)]
  expect(await faults(editionOf(sections, { images }))).toEqual([
    "alternative text that is a file's name: «mapa-final.PNG»",
    'alternative text without a word: «...»',
  ])
})

test('links without words', async () => {
  const empty = link('https://example.org/', '', text(' '))
  const sections = [section('s', 'S', 1, heading(1, text('S')), paragraph(text('A'), empty, text('B')))]
  expect(await faults(editionOf(sections))).toContain('a link without text')
})

test('notes that nothing refers to', async () => {
  const lost = note('1', paragraph(text('Perdida.')))
  const { sections, notes } = constructs()
  const found = await faults(editionOf(sections, { notes: [...notes, lost], images }))
  expect(found).toEqual([
    'a note that nothing refers to: «1 Perdida.»',
    'a note that does not lead back: «1 Perdida.»',
  ])
})

test('text of the body that screen readers pass over', async () => {
  const edition = editionOf([section('s', 'S', 1, heading(1, text('S')), paragraph(text('Texto perdido.')))])
  const { pages, ...layout } = edition.layout()
  const changed = pages.map(page => ({
    ...page,
    marks: page.marks.map(mark =>
      mark.owner.kind === 'content' && mark.kind === 'glyphs' && 'Tp'.includes(mark.glyphs[0]?.text ?? '-')
        ? { ...mark, owner: { kind: 'artifact', role: 'repeat' } as const }
        : mark,
    ),
  }))
  expect(await faults({ ...edition, layout: () => ({ ...layout, pages: changed }) })).toEqual([
    'page 1: passed over: «Texto perdido.»',
  ])
})
