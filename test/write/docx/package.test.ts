import { createHash } from 'node:crypto'
import { VFile } from 'vfile'
import { afterEach, describe, expect, it } from 'vitest'
import type { Block, Metadata, Publication } from '../../../src/publication/model.ts'
import {
  blockBookmark,
  captionBookmark,
  noteBookmark,
  sectionBookmark,
} from '../../../src/write/docx/bookmarks.ts'
import { docx } from '../../../src/write/docx/docx.ts'
import { boxOf, cell, constructs, figure, marks, noteOf, spanningTable, table } from './constructs.ts'
import { design } from './design.ts'
import { everything } from './everything.ts'
import { open, paragraphTexts } from './package.ts'
import { blockMaker, blocksIn, edition, link, publication, reference } from './support.ts'

const make = (document: Publication, labels?: readonly string[]) =>
  docx(edition(document, labels), new VFile())
const documentXml = async (document: Publication) => open(await make(document)).part('word/document.xml')
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const names = (xml: string) => [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g)].map(m => m[1])

function walk(nodes: readonly Block[]): readonly Block[] {
  return nodes.flatMap(node => [node, ...walk(blocksIn(node))])
}

describe('same in, same out', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  it('gives the same bytes again, in any time zone, whatever was made in between', async () => {
    const first = hash(await make(everything()))
    for (const TZ of ['America/Lima', 'Pacific/Kiritimati', 'Pacific/Niue', 'Asia/Kathmandu']) {
      process.env.TZ = TZ
      const b = blockMaker()
      await make(publication([b.section('x', 'X', 1, b.list({ ordered: true }, [b.paragraph('otro')]))]))
      expect(hash(await make(everything())), TZ).toBe(first)
    }
  })

  it('sorts the entries behind the content types and gives all one time', async () => {
    const bytes = await make(everything())
    const [first, ...others] = open(bytes).names
    expect(first).toBe('[Content_Types].xml')
    expect(others).toEqual([...others].sort())
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const times = new Set<number>()
    for (let at = 0; at + 4 <= bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) times.add(view.getUint32(at + 12, true))
    }
    // 1980-01-01 12:00 in MS-DOS's form.
    expect([...times]).toEqual([(((1 << 5) | 1) << 16) | (12 << 11)])
  })
})

describe('bookmarks', () => {
  it('has one on every heading, paragraph and section, and none twice', async () => {
    const document = everything()
    const found = names(await documentXml(document))
    const expected = walk(document.tree.children).flatMap(node => {
      if (node.type === 'section') return [sectionBookmark(node.id)]
      return node.type === 'heading' || node.type === 'paragraph' ? [blockBookmark(node.id)] : []
    })
    expect([...found].sort()).toEqual([...expected].sort())
    expect(new Set(found).size).toBe(found.length)
  })

  it('has one on every leaf block of every construct, captions and notes too', async () => {
    const document = constructs()
    const file = open(await make(document))
    const found = [...names(file.part('word/document.xml')), ...names(file.part('word/footnotes.xml'))]
    const blocks = [
      ...walk(document.tree.children),
      ...document.tree.notes.flatMap(note => walk(note.children)),
    ]
    const leaves = ['heading', 'paragraph', 'code', 'definitionTerm', 'figure', 'table', 'box']
    for (const node of blocks.filter(({ type }) => leaves.includes(type)))
      expect(found, node.type).toContain(blockBookmark(node.id))
    for (const node of blocks)
      if ((node.type === 'figure' || node.type === 'table') && node.label !== '')
        expect(found).toContain(captionBookmark(blockBookmark(node.id)))
    for (const note of document.tree.notes) expect(found).toContain(noteBookmark(note.id))
    expect(new Set(found).size).toBe(found.length)
  })

  it('pairs each start with its end', async () => {
    const xml = await documentXml(everything())
    const starts = [...xml.matchAll(/<w:bookmarkStart [^>]*w:id="(\d+)"/g)].map(m => m[1])
    const ends = [...xml.matchAll(/<w:bookmarkEnd w:id="(\d+)"/g)].map(m => m[1])
    expect(new Set(starts).size).toBe(starts.length)
    expect([...ends].sort()).toEqual([...starts].sort())
  })

  it.each(['introducción', 'a-b.c_d', 'x'.repeat(300), 'b234567234567x'])(
    'gives the author’s label «%s» a name that Word takes',
    label => {
      expect(blockBookmark(label)).toMatch(/^_[a-z0-9]{1,39}$/)
      expect(sectionBookmark(label)).toMatch(/^_s[a-z2-7]{12}$/)
      expect(blockBookmark(label)).not.toBe(sectionBookmark(label))
    },
  )

  it('gives a section that begins with a list its bookmark on the first item', async () => {
    const b = blockMaker()
    const xml = await documentXml(
      publication([b.section('s', 'S', 1, b.rule(), b.list({}, [b.paragraph('a')]))]),
    )
    expect(names(xml)).toContain(sectionBookmark('s'))
  })
})

describe('what Word would ask or fetch', () => {
  it('marks no field as dirty and asks for no update', async () => {
    const file = open(await make(everything()))
    for (const name of file.names.filter(name => name.endsWith('.xml'))) {
      expect(file.part(name), name).not.toMatch(/w:dirty|w:updateFields|w:fldLock/)
    }
  })

  it('has no external relationship but links, each address once', async () => {
    const b = blockMaker()
    const url = 'https://example.org/?a=1&b=%22'
    const file = open(
      await make(
        publication([b.section('s', 'S', 1, b.paragraph(link(url, '', 'uno'), link(url, '', 'dos')))]),
      ),
    )
    const external = file.names
      .filter(name => name.endsWith('.rels'))
      .flatMap(name => file.part(name).match(/<Relationship [^>]*External[^>]*>/g) ?? [])
    expect(external).toHaveLength(1)
    expect(external[0]).toContain('relationships/hyperlink')
    expect(external[0]).toContain('Target="https://example.org/?a=1&amp;b=%22"')
  })

  it('uses every relationship of the document and misses none', async () => {
    const file = open(await make(everything()))
    const text = file.part('word/document.xml')
    const used = new Set([...text.matchAll(/ r:(?:id|embed)="([^"]+)"/g)].map(m => m[1]))
    const given = [...file.part('word/_rels/document.xml.rels').matchAll(/ Id="([^"]+)"/g)].map(m => m[1])
    for (const id of used) expect(given).toContain(id)
    expect(new Set(given).size).toBe(given.length)
  })
})

describe('what a document has once', () => {
  it('embeds a picture once, however often it is shown', async () => {
    const b = blockMaker()
    const twice = [
      figure(b, { image: 'plano' }),
      figure(b, { image: 'plano', number: '2', label: 'Figura 2' }),
    ]
    const inNote = noteOf(b, '1', b.paragraph(marks.image('plano', 'Plano')))
    const text = b.paragraph(marks.note(inNote.id, '1'))
    const file = open(await make(publication([b.section('s', 'S', 1, ...twice, text)], {}, [inNote])))
    expect(file.names.filter(name => /^word\/media\/image/.test(name))).toEqual(['word/media/image1.png'])
    const rels = file.part('word/_rels/document.xml.rels')
    const [id, ...others] = [...rels.matchAll(/Id="([^"]*)"[^>]*media\/image1\.png/g)].map(([, id]) => id)
    expect(others).toEqual([])
    expect(file.part('word/document.xml').split(`r:embed="${id}"`)).toHaveLength(3)
    expect(file.part('word/footnotes.xml').split(`r:embed="${id}"`)).toHaveLength(2)
    expect(file.part('word/_rels/footnotes.xml.rels')).toContain('media/image1.png')
  })

  it('defines numberings by need, not by list', async () => {
    const b = blockMaker()
    const lists = Array.from({ length: 50 }, () =>
      b.list({ ordered: true }, [
        b.paragraph('a'),
        b.list({}, [b.paragraph('b'), b.list({ ordered: true }, [b.paragraph('c')])]),
      ]),
    )
    const file = open(await make(publication([b.section('s', 'S', 1, ...lists)])))
    const numbering = file.part('word/numbering.xml')
    expect(numbering.match(/<w:abstractNum /g)).toHaveLength(2)
    // Each counts from its own beginning; all bullets are one list.
    expect(numbering.match(/<w:num /g)).toHaveLength(101)
  })

  it('counts on after a list in a frame', async () => {
    const b = blockMaker()
    const inner = () => b.list({ ordered: true }, [b.paragraph('a')])
    const outer = b.list(
      { ordered: true },
      [boxOf(b, 'note', inner())],
      [table(b, [[cell(b, [inner()])]])],
      [b.paragraph('tres')],
    )
    const xml = await documentXml(publication([b.section('s', 'S', 1, outer)]))
    const places = [...xml.matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"/g)]
    // Word has one counter to a level for all lists of one definition.
    expect(places.map(([, level]) => level)).toEqual(['0', '1', '0', '1', '0'])
    expect(new Set(places.map(([, , number]) => number)).size).toBe(3)
  })
})

describe('a cover', () => {
  const breaks = async (cover: boolean) => {
    const b = blockMaker()
    const xml = await documentXml(publication([b.section('s', 'S', 1, b.paragraph('Texto'))], { cover }))
    return xml.match(/<w:pageBreakBefore\/>/g) ?? []
  }
  it('leaves the first page to the opening', async () => {
    expect(await breaks(true)).toHaveLength(1)
    expect(await breaks(false)).toHaveLength(0)
  })

  it('has no number, as in the PDF', async () => {
    const b = blockMaker()
    const document = publication([b.section('s', 'S', 1, b.paragraph('Texto'))], { cover: true })
    const file = open(await make(document))
    expect(paragraphTexts(file.part('word/footer1.xml'))).toEqual([''])
    expect(paragraphTexts(file.part('word/footer2.xml'))[0]).toMatch(/^Página 2/)
  })
})

describe('a heading’s number', () => {
  const numbered = (heading: Block, number: string): Block => ({ ...heading, number }) as Block
  const sections = () => {
    const b = blockMaker()
    const inner = b.section('b', 'B', 2, numbered(b.heading(2, 'B'), '1.1'))
    const annex = b.section('c', 'C', 1, numbered(b.heading(1, 'C'), 'Anexo\u00a0A.'))
    return [
      b.section('a', 'A', 1, numbered(b.heading(1, 'A'), '1'), inner),
      annex,
      b.section('d', 'D', 1, numbered(b.heading(1, 'D'), '4')),
    ]
  }

  it('is counted, by the style or by a list of its own', async () => {
    const file = open(await make(publication(sections())))
    const numbers = [
      ...file.part('word/document.xml').matchAll(/<w:pStyle w:val="Heading(\d)"\/>(.*?)<\/w:pPr>/g),
    ].map(
      ([, , rest = '']) =>
        /<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d)"/.exec(rest)?.slice(1).join(' ') ?? 'style',
    )
    expect(numbers).toEqual(['style', 'style', '0 2', '0 3'])
    const numbering = file.part('word/numbering.xml')
    expect(numbering).toContain(
      '<w:pStyle w:val="Heading2"/><w:suff w:val="space"/><w:lvlText w:val="%1.%2"/>',
    )
    expect(numbering).toContain('<w:lvlText w:val="Anexo\u00a0%1."/>')
    // The text goes from 1 to 4, which Word would not.
    expect(numbering).toMatch(
      /<w:num w:numId="3"><w:abstractNumId w:val="0"\/>.*?<w:startOverride w:val="4"\/>/,
    )
    expect(paragraphTexts(file.part('word/document.xml'))).toContain('A')
  })

  it('is none where the text has none', async () => {
    const b = blockMaker()
    const file = open(await make(publication([b.section('a', 'A', 1, b.heading(1, 'A'))])))
    expect(file.part('word/styles.xml')).not.toContain('numPr')
    expect(file.part('word/document.xml')).not.toContain('numPr')
  })

  it('is a field in what refers to it, in the same words', async () => {
    const b = blockMaker()
    const [first, ...others] = sections()
    if (first === undefined) throw new Error('no section')
    const one = { ...first, section: { ...first.section, number: '1' } }
    const references = b.section(
      'r',
      'R',
      1,
      b.paragraph(reference('a', 'sección\u00a01'), ' y ', reference('a', 'lo primero')),
    )
    const xml = await documentXml(publication([one, ...others, references]))
    const codes = [...xml.matchAll(/<w:instrText[^>]*> (REF [^<]*) <\/w:instrText>/g)].map(([, code]) => code)
    expect(codes).toEqual([expect.stringMatching(/^REF _s\w+ \\r \\h$/)])
    expect(paragraphTexts(xml)).toContain('sección\u00a01 y lo primero')
  })
})

describe('code', () => {
  it('has its words in styles of their kinds', async () => {
    const b = blockMaker()
    const code: Block = { type: 'code', ...b.base(), syntax: 'js', value: 'const a = 1 // uno' }
    const file = open(await make(publication([b.section('s', 'S', 1, code)])))
    const words = [
      ...file
        .part('word/document.xml')
        .matchAll(/<w:rStyle w:val="Code(\w+)"\/><\/w:rPr><w:t[^>]*>([^<]*)</g),
    ].map(([, kind, word]) => `${kind} ${word}`)
    expect(words).toEqual(['Keyword const', 'Number 1', 'Comment // uno'])
    expect(file.part('word/styles.xml')).toContain('<w:name w:val="Código: comentario"/>')
  })
})

describe('names of styles', () => {
  it.each([
    ['es-PE', 'Recuadro: advertencia', 'Cuadro: cabecera'],
    ['es', 'Recuadro: advertencia', 'Tabla: cabecera'],
    ['en', 'Box: warning', 'Table: head'],
    ['pt', 'Caixa: advertência', 'Tabela: cabeçalho'],
    ['fr', 'Encadré : avertissement', 'Tableau : en-tête'],
  ])('are in the language of the document (%s)', async (language, ...names) => {
    const b = blockMaker()
    const file = open(await make(publication([b.section('s', 'S', 1, b.paragraph('a'))], { language })))
    for (const name of names) expect(file.part('word/styles.xml')).toContain(`<w:name w:val="${name}"/>`)
  })

  it('are given once', async () => {
    const styles = open(await make(everything())).part('word/styles.xml')
    const found = [...styles.matchAll(/<w:name w:val="([^"]*)"/g)].map(([, name]) => name?.toLowerCase())
    expect(new Set(found).size).toBe(found.length)
  })
})

describe('running heads and page numbers', () => {
  const parts = async (changes: Partial<Metadata>, withHeading = true) => {
    const b = blockMaker()
    const content = withHeading ? [b.heading(1, 'Capítulo')] : [b.paragraph('Texto')]
    const file = open(
      await make(publication([b.section('s', 'Capítulo', 1, ...content)], changes), ['i', 'ii']),
    )
    return Object.fromEntries(
      ['header2', 'header1', 'footer1', 'footer2'].map(name => [name, file.part(`word/${name}.xml`)]),
    )
  }

  it('shows the section in force, in every language of Word', async () => {
    expect((await parts({})).header2).toMatch(/ STYLEREF 1 .*Capítulo/s)
  })

  it('leaves the field out where no Heading 1 stands', async () => {
    const { header2 = '' } = await parts({}, false)
    expect(header2).not.toContain('STYLEREF')
    expect(paragraphTexts(header2)).toEqual(['Ministerio de Pruebas\tTítulo de prueba'])
  })

  it('sets long texts one above the other', async () => {
    const { header2 = '' } = await parts({ organisation: 'Ministerio '.repeat(12).trim() })
    expect(paragraphTexts(header2)).toHaveLength(2)
  })

  it('ends at the right margin of a turned page too', async () => {
    const b = blockMaker()
    const turned = spanningTable(b, { landscape: true })
    const document = publication([b.section('s', 'S', 1, b.paragraph('a'), turned, b.paragraph('b'))])
    const file = open(await make(document))
    const position = (part: string) => Number(/<w:tab [^>]*w:pos="(\d+)"/.exec(file.part(part))?.[1])
    const { width, height } = design.page
    expect(position('word/header3.xml') - position('word/header2.xml')).toBe(
      Math.round((height - width) * 20),
    )
    const sections = file.part('word/document.xml').match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? []
    expect(sections.map(xml => /"default" r:id="(rId-header\d)"/.exec(xml)?.[1])).toEqual([
      'rId-header2',
      'rId-header3',
      'rId-header2',
    ])
    expect(open(await make(everything())).names).not.toContain('word/header3.xml')
  })

  it('stands where the design says, however many lines it has', async () => {
    const distance = async (changes: Partial<Metadata>) => {
      const xml = await documentXml(publication([blockMaker().section('s', 'S', 1)], changes))
      return Number(/w:header="(\d+)"/.exec(xml)?.[1])
    }
    const long = { organisation: 'Ministerio '.repeat(12).trim() }
    const { runningHead, classification } = design.styles
    const one = await distance({})
    expect(one - (await distance(long))).toBe(Math.round(runningHead.leading * 20))
    expect(one - (await distance({ status: 'borrador' }))).toBe(Math.round(classification.leading * 20))
  })

  it('caches the labels of the layout', async () => {
    const { footer1 = '', footer2 = '' } = await parts({})
    expect([paragraphTexts(footer1), paragraphTexts(footer2)].sort()).toEqual([
      ['Página i de 2'],
      ['Página ii de 2'],
    ])
  })

  it('repeats a classification at head and foot, and a draft mark at the head', async () => {
    const {
      header2 = '',
      footer1 = '',
      footer2 = '',
    } = await parts({
      classification: 'secreto',
      status: 'borrador',
    })
    expect(paragraphTexts(header2)[0]).toBe('Secreto · Borrador')
    expect(paragraphTexts(footer1)[1]).toBe('Secreto')
    expect(paragraphTexts(footer2)[1]).toBe('Secreto')
  })

  it('lays a watermark of a draft across every page, which Word knows as one', async () => {
    const heads = Object.entries(await parts({ status: 'borrador' })).filter(([name]) =>
      name.startsWith('header'),
    )
    const names = heads.flatMap(([, xml]) => xml.match(/id="PowerPlusWaterMarkObject\d+"/g) ?? [])
    expect(new Set(names).size).toBe(heads.length)
    for (const [, xml] of heads) expect(xml).toContain('string="BORRADOR"')
    expect(Object.values(await parts({})).join('')).not.toContain('w:pict')
  })

  it('says nothing of a public document', async () => {
    expect(Object.values(await parts({})).join('')).not.toContain('Público')
  })
})

describe('properties', () => {
  const core = async (changes: Partial<Metadata>) => {
    const b = blockMaker()
    const file = open(await make(publication([b.section('s', 'S', 1, b.paragraph('a'))], changes)))
    return file.part('docProps/core.xml')
  }

  it('dates the file from the edition', async () => {
    expect(await core({})).toMatch(
      /<dcterms:created [^>]*>2026-11-23T00:00:00Z<.*modified [^>]*>2026-11-23T/s,
    )
  })

  it('names authors, or who publishes', async () => {
    expect(await core({ authors: ['Ana', 'Luis'] })).toContain('<dc:creator>Ana; Luis</dc:creator>')
    expect(await core({})).toContain('<dc:creator>Ministerio de Pruebas</dc:creator>')
  })

  it('names the program where nobody is named', async () => {
    const xml = await core({ organisation: '' })
    expect(xml).not.toContain('dc:creator')
    expect(xml).toContain('<cp:lastModifiedBy>Pliego 0.1.0</cp:lastModifiedBy>')
  })

  it('replaces what XML cannot hold', async () => {
    expect(await core({ title: 'a\u0001b\ud800c\uffffd<&' })).toContain(
      '<dc:title>a\ufffdb\ufffdc\ufffdd&lt;&amp;</dc:title>',
    )
  })
})
