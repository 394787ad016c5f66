import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { SectionNode } from '../../../src/publication/model.ts'
import { docx } from '../../../src/write/docx/docx.ts'
import {
  boxOf,
  cell,
  codeOf,
  columnsOf,
  constructs,
  definitionsOf,
  figure,
  glossaryOf,
  indexOf,
  linesOf,
  marks,
  pageBreakOf,
  spanningTable,
  table,
} from './constructs.ts'
import { everything } from './everything.ts'
import { bodyAfter, open, pretty } from './package.ts'
import {
  blockId,
  blockMaker,
  br,
  code,
  edition,
  emphasis,
  link,
  pageOf,
  publication,
  reference,
  strong,
} from './support.ts'

const fixtures = join(import.meta.dirname, 'fixtures')

function golden(name: string, found: string): void {
  const path = join(fixtures, name)
  if (process.env.UPDATE !== undefined) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, found)
  }
  expect(existsSync(path), `${path} is missing: run with UPDATE=1`).toBe(true)
  expect(found).toBe(readFileSync(path, 'utf8'))
}

type Maker = ReturnType<typeof blockMaker>

const cases: Readonly<Record<string, (b: Maker) => SectionNode>> = {
  heading: b =>
    b.section(
      'uno',
      'Uno',
      1,
      b.heading(1, 'Uno'),
      b.section('dos', 'Dos', 2, b.heading(2, 'Dos ', emphasis('más'))),
    ),
  'heading-look-and-number': b => {
    const heading = b.heading(1, 'Título')
    return b.section('uno', 'Título', 1, { ...heading, look: 3, number: '1' } as typeof heading)
  },
  paragraph: b => b.section('s', 'S', 1, b.paragraph('Perú & Chile: 3 < 4 > 2 "así"')),
  'paragraph-language': b => b.section('s', 'S', 1, b.foreign('qu', 'Runasimi ', strong('qillqa'))),
  'repeat-reference': b =>
    b.section(
      's',
      'S',
      1,
      b.paragraph('Uno'),
      b.repeat('Véase ', reference(blockId(1), '«Uno…»'), pageOf(blockId(1))),
    ),
  'strong-and-emphasis': b =>
    b.section('s', 'S', 1, b.paragraph(strong('a', emphasis('b')), emphasis('c', emphasis('d')))),
  'emphasis-in-italics': b => b.section('s', 'S', 1, b.repeat('cursiva ', emphasis('recta'))),
  'inline-code': b =>
    b.section('s', 'S', 1, b.heading(1, 'El ', code('make')), b.paragraph(code('{bullets-0}\n<a>'))),
  break: b => b.section('s', 'S', 1, b.paragraph('Jirón Lampa 545', br, 'Lima')),
  link: b =>
    b.section(
      's',
      'S',
      1,
      b.paragraph(link('https://www.gob.pe/?a=1&b=2', 'El "sitio"', 'el ', strong('sitio'))),
    ),
  'cross-reference': b =>
    b.section(
      'la-seccion',
      'S',
      1,
      b.heading(1, 'S'),
      b.paragraph(reference('la-seccion', 'S'), pageOf('la-seccion')),
    ),
  'list-unordered-nested': b =>
    b.section(
      's',
      'S',
      1,
      b.list({}, [b.paragraph('a'), b.list({}, [b.paragraph('b')])], [b.paragraph('c')]),
    ),
  'list-ordered-restarts': b =>
    b.section(
      's',
      'S',
      1,
      b.list({ ordered: true }, [b.paragraph('uno')], [b.paragraph('dos')]),
      b.paragraph('entre'),
      b.list({ ordered: true, start: 9 }, [b.paragraph('nueve')], [b.paragraph('diez')]),
      b.list({ ordered: true }, [b.paragraph('uno otra vez')]),
    ),
  'list-loose': b =>
    b.section(
      's',
      'S',
      1,
      b.list({ spread: true }, [b.paragraph('a'), b.paragraph('sigue')], [b.paragraph('b')]),
    ),
  'list-empty-items': b =>
    b.section('s', 'S', 1, b.list({}, [], [b.list({ ordered: true }, [b.paragraph('dentro')])])),
  'block-quotation': b =>
    b.section(
      's',
      'S',
      1,
      b.quote(b.paragraph('a'), b.quote(b.paragraph('b')), b.list({}, [b.paragraph('c')])),
    ),
  'inline-marks': b =>
    b.section(
      's',
      'S',
      1,
      b.paragraph(
        marks.delete('a'),
        marks.superscript('b'),
        marks.subscript('c'),
        marks.styled('keyboard', 'd'),
        marks.styled('highlight', 'e'),
        marks.styled('underline', 'f'),
        marks.styled('insertion', 'g'),
        marks.span('en', 'h'),
        marks.abbreviation('ONU', 'Naciones'),
        marks.image('plano', 'Plano'),
        marks.image('plano', ''),
      ),
    ),
  code: b => b.section('s', 'S', 1, codeOf(b, 'a  b\n\n\tc')),
  figure: b => b.section('s', 'S', 1, figure(b)),
  'figure-decorative': b =>
    b.section(
      's',
      'S',
      1,
      figure(b, { decorative: true, alternative: '', label: '', number: '', caption: [], image: 'foto' }),
    ),
  table: b => b.section('s', 'S', 1, spanningTable(b)),
  'table-landscape': b =>
    b.section('s', 'S', 1, b.paragraph('a'), spanningTable(b, { landscape: true }), b.paragraph('b')),
  'definition-list': b => b.section('s', 'S', 1, definitionsOf(b)),
  box: b => b.section('s', 'S', 1, boxOf(b, 'note', b.paragraph('a'), b.list({}, [b.paragraph('b')]))),
  'box-of-paragraphs': b => b.section('s', 'S', 1, boxOf(b, 'warning', b.paragraph('a'), b.paragraph('b'))),
  'box-in-a-list': b =>
    b.section(
      's',
      'S',
      1,
      b.list(
        { ordered: true },
        [boxOf(b, 'note', b.list({ ordered: true }, [b.paragraph('a')]))],
        [b.paragraph('b')],
      ),
    ),
  'inner-heading': b =>
    b.section(
      's',
      'S',
      1,
      b.quote(b.innerHeading('a'), b.paragraph('b')),
      b.list({}, [b.innerHeading('c'), b.paragraph('d')]),
      table(b, [[cell(b, [b.innerHeading('e'), b.paragraph('f')])]]),
      boxOf(b, 'note', b.innerHeading('g'), b.paragraph('h')),
    ),
  'list-labels-alone': b =>
    b.section(
      's',
      'S',
      1,
      b.list(
        { ordered: true },
        [codeOf(b, 'a')],
        [b.quote(b.paragraph('b'))],
        [figure(b, { label: '', number: '', caption: [] })],
        [table(b, [[cell(b, 'c')]])],
      ),
    ),
  characters: b =>
    b.section('s', 'S', 1, b.paragraph('25\u00a0% S/\u202f300 1998\u20111999 a\u2060-\u2060b c\u2060d')),
  'table-wide-word': b =>
    b.section('s', 'S', 1, table(b, [[cell(b, 'a'.repeat(200)), cell(b, 'b', { column: 1 })]])),
  columns: b => b.section('s', 'S', 1, columnsOf(b, 2, b.paragraph('a')), b.paragraph('b')),
  'columns-at-the-end': b => b.section('s', 'S', 1, columnsOf(b, 3, b.paragraph('a'))),
  'page-break': b => b.section('s', 'S', 1, b.paragraph('a'), pageBreakOf(b), b.paragraph('b')),
  index: b => {
    const entry = { target: 's', depth: 1, label: '1', text: 'S' }
    return b.section('s', 'S', 1, b.heading(1, 'S'), indexOf(b, 'sections', entry, { ...entry, depth: 2 }))
  },
  'index-of-figures': b => {
    const drawing = figure(b)
    const entry = { target: drawing.id, depth: 1, label: 'Figura 1', text: 'Exportaciones' }
    return b.section('s', 'S', 1, indexOf(b, 'figures', entry), drawing)
  },
  glossary: b => b.section('s', 'S', 1, glossaryOf(b)),
  signature: b => b.section('s', 'S', 1, linesOf(b, 'signature', 'Ana', 'Directora')),
  address: b => b.section('s', 'S', 1, linesOf(b, 'address', 'Jirón Lampa 545', 'Lima')),
  'task-list': b => b.section('s', 'S', 1, b.tasks(['open', 'a'], ['done', 'b'])),
  'thematic-break': b => b.section('s', 'S', 1, b.paragraph('a'), b.rule(), b.paragraph('b')),
}

describe('each node type in WordprocessingML', () => {
  for (const [name, make] of Object.entries(cases)) {
    it(name, async () => {
      const document = publication([make(blockMaker())])
      const xml = open(await docx(edition(document), new VFile())).part('word/document.xml')
      golden(`${name}.xml`, pretty(bodyAfter(xml, 'Title')))
    })
  }
})

describe('the parts of a package', async () => {
  const file = open(await docx(edition(everything()), new VFile()))
  for (const name of file.names.filter(name => /\.(xml|rels)$/.test(name))) {
    it(name, () => golden(join('package', name.replaceAll('/', '-')), pretty(file.part(name))))
  }
})

describe('the parts of a package with notes and pictures', async () => {
  const file = open(await docx(edition(constructs()), new VFile()))
  for (const name of ['[Content_Types].xml', 'word/document.xml', 'word/footnotes.xml', 'word/settings.xml'])
    it(name, () => golden(join('constructs', name.replaceAll('/', '-')), pretty(file.part(name))))
  for (const name of ['word/_rels/document.xml.rels', 'word/_rels/footnotes.xml.rels'])
    it(name, () => golden(join('constructs', name.replaceAll('/', '-')), pretty(file.part(name))))
})
