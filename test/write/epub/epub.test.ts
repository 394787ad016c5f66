import { strFromU8, unzipSync } from 'fflate'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Design } from '../../../src/design/types.ts'
import type { Mark, Page } from '../../../src/layout/types.ts'
import type { Publication, Section } from '../../../src/publication/model.ts'
import { epub } from '../../../src/write/epub/epub.ts'
import { bookIdentifier } from '../../../src/write/epub/identifier.ts'
import { readPng } from '../../../src/write/pdf/png.ts'
import { webText } from '../../../src/write/web/characters.ts'
import { everyConstruct } from '../web/constructs.ts'
import { generate } from '../web/generate.ts'
import { expectGolden } from '../web/golden.ts'
import {
  design,
  edition,
  everything,
  lead,
  paragraph,
  plainText,
  publication,
  reference,
  section,
  text,
} from '../web/support.ts'
import { attributes, elementsOf, parseXml, textOf, type XmlElement } from './xml-reader.ts'

interface Book {
  readonly bytes: Uint8Array
  readonly names: readonly string[]
  readonly file: (name: string) => string
  readonly xml: (name: string) => XmlElement
  readonly messages: VFile
}

async function write(of: Publication, with_: Design = design(), conformant = true): Promise<Book> {
  const messages = new VFile()
  const bytes = await epub(edition(of, with_, conformant), messages)
  const files = unzipSync(bytes)
  const file = (name: string) => strFromU8(files[name] ?? files[`OEBPS/${name}`] ?? new Uint8Array())
  return { bytes, names: Object.keys(files), file, xml: name => parseXml(file(name)), messages }
}

const folded = (value: string) => value.normalize('NFC').replace(/\s+/g, ' ').trim()
const texts = (book: Book) => book.names.filter(name => /OEBPS\/text[^/]*\.xhtml$/.test(name))
/** Without what the book adds to the text: signs of tasks, numbers of notes, ways back. */
function ownText({ attributes: { class: name, role }, children }: XmlElement): string {
  if (name === 'check' || name === 'note-number' || role === 'doc-backlink') return ''
  return children.map(child => (typeof child === 'string' ? child : ownText(child))).join('')
}
const bodyText = (book: Book) =>
  folded(
    texts(book)
      .map(name => elementsOf(book.xml(name), 'body').map(ownText).join(''))
      .join(' '),
  )

/** Every `file#id` that an element of the book points to, resolved, and every id that there is. */
function addresses(book: Book): { readonly wanted: readonly string[]; readonly there: readonly string[] } {
  const wanted: string[] = []
  const there: string[] = []
  for (const name of book.names.filter(name => name.endsWith('.xhtml'))) {
    const short = name.replace('OEBPS/', '')
    there.push(short)
    for (const element of elementsOf(book.xml(name))) {
      const { href, src, id } = element.attributes
      if (id !== undefined) there.push(`${short}#${id}`)
      for (const address of [href, src]) {
        if (address !== undefined && !/^\w+:/.test(address))
          wanted.push(address.startsWith('#') ? short + address : address)
      }
    }
  }
  const assets = book.names.map(name => name.replace('OEBPS/', ''))
  return { wanted, there: [...there, ...assets] }
}

describe('a document with everything', () => {
  let book: Book
  beforeAll(async () => {
    book = await write(everything())
  })

  it('is written as reviewed', () => {
    const shown = book.names
      .filter(name => !/\.(css|png)$/.test(name))
      .map(name => `=== ${name}\n${book.file(name)}`)
      .join('\n')
      .replace(/b\d{12}/g, 'bID')
    expectGolden(shown, new URL('fixtures/everything.txt', import.meta.url))
    expect(book.messages.messages).toEqual([])
  })

  it('is a container: mimetype first and stored, the rest sorted, one time', () => {
    const [first, ...rest] = book.names
    expect(first).toBe('mimetype')
    expect(rest).toEqual([...rest].sort())
    const view = new DataView(book.bytes.buffer, book.bytes.byteOffset)
    expect([view.getUint16(8, true), view.getUint16(26, true), view.getUint16(28, true)]).toEqual([0, 8, 0])
    expect(strFromU8(book.bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip')
    // 1980-01-01 12:00 as DOS writes it.
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([12 << 11, (1 << 5) | 1])
  })

  it('lists each of its files once', () => {
    const hrefs = elementsOf(book.xml('content.opf'), 'item').map(item => item.attributes.href)
    const files = book.names.filter(name => name.startsWith('OEBPS/') && !name.endsWith('.opf'))
    expect([...hrefs].sort()).toEqual(files.map(name => name.replace('OEBPS/', '')).sort())
    const items = elementsOf(book.xml('content.opf'), 'item').map(item => item.attributes.id)
    const spine = elementsOf(book.xml('content.opf'), 'itemref').map(item => item.attributes.idref)
    expect(spine.filter(id => !items.includes(id))).toEqual([])
    expect(spine.length).toBe(5)
  })

  it('leads every address to a file and an id', () => {
    const { wanted, there } = addresses(book)
    expect(wanted.length).toBeGreaterThan(15)
    expect(wanted.filter(address => !there.includes(address))).toEqual([])
    expect(new Set(there.filter(address => address.includes('#'))).size).toBe(
      there.filter(a => a.includes('#')).length,
    )
  })

  it('nests its navigation as the sections', () => {
    const [nav] = elementsOf(book.xml('toc.xhtml'), 'nav')
    const outline = (list: XmlElement | undefined): unknown =>
      list?.children
        .filter((child): child is XmlElement => typeof child !== 'string')
        .map(item => {
          const parts = item.children.filter((child): child is XmlElement => typeof child !== 'string')
          return [parts[0]?.attributes.href, outline(parts.find(part => part.name === 'ol')) ?? []]
        })
    const wanted = (sections: readonly Section[]): unknown =>
      sections.map(s => [`text.xhtml#${s.id}`, wanted(s.sections)])
    expect(outline(nav === undefined ? undefined : elementsOf(nav, 'ol')[0])).toEqual(
      wanted(everything().sections),
    )
  })

  it('has landmarks for cover, title page, contents and text', () => {
    const [, landmarks] = elementsOf(book.xml('toc.xhtml'), 'nav')
    expect(landmarks?.attributes['epub:type']).toBe('landmarks')
    const types =
      landmarks === undefined ? [] : elementsOf(landmarks, 'a').map(a => a.attributes['epub:type'])
    expect(types).toEqual(['cover', 'titlepage', 'toc', 'bodymatter', 'colophon'])
  })

  it('has the words of the tree, and those of the opening on its title page', () => {
    expect(bodyText(book)).toBe(folded(plainText(everything().tree)))
    const title = folded(textOf(book.xml('title.xhtml')))
    for (const block of edition(everything()).opening) {
      expect(title).toContain(`${block.label} ${block.children.map(plainText).join('')}`.trim())
    }
  })

  it('writes out the brand in its style sheet, for systems without custom properties', () => {
    expect(book.file('style.css')).not.toContain('var(')
    expect(book.file('style.css')).toContain(design().palette.primary)
  })

  it('has no script, no style attribute and nothing from outside', () => {
    for (const name of book.names.filter(name => /\.(xhtml|svg|opf)$/.test(name))) {
      for (const element of elementsOf(book.xml(name))) {
        expect(element.name).not.toMatch(/^(script|iframe)$/)
        // The cover’s own drawing.
        if (element.name === 'object')
          expect([name, element.attributes.data]).toEqual(['OEBPS/cover.xhtml', 'cover.svg'])
        expect(
          Object.keys(element.attributes).filter(key => key === 'style' || key.startsWith('on')),
        ).toEqual([])
        if (element.name !== 'a')
          expect(element.attributes.href ?? element.attributes.src ?? '').not.toMatch(/^\w+:/)
      }
    }
  })
})

describe('a document with every construct', () => {
  it('leads every address to a file and an id, each id once', async () => {
    const book = await write(everyConstruct())
    const { wanted, there } = addresses(book)
    expect(wanted.filter(address => !there.includes(address))).toEqual([])
    expect(new Set(there).size).toBe(there.length - book.names.filter(name => name.endsWith('.xhtml')).length)
    expect(book.names.filter(name => name.includes('/images/'))).toEqual([
      'OEBPS/images/1.svg',
      'OEBPS/images/2.png',
    ])
    expect(book.messages.messages).toEqual([])
  })
})

describe('the cover', () => {
  const covers = (book: Book) =>
    elementsOf(book.xml('content.opf'), 'item')
      .filter(item => item.attributes.properties === 'cover-image')
      .map(item => item.attributes.href)

  it('is a PNG on shelves, and an SVG on its page', async () => {
    const book = await write(everything())
    expect(covers(book)).toEqual(['cover.png'])
    const png = unzipSync(book.bytes)['OEBPS/cover.png'] ?? new Uint8Array()
    expect([...png.subarray(1, 4)].map(code => String.fromCharCode(code)).join('')).toBe('PNG')
    const page = book.xml('cover.xhtml')
    expect(elementsOf(page, 'object')[0]?.attributes.data).toBe('cover.svg')
    expect(elementsOf(page, 'img')[0]?.attributes.src).toBe('cover.png')
    expect(elementsOf(page, 'source')).toEqual([])
  })

  it('has the words of a title in the same letters, whatever sign stands beside them', async () => {
    const titleColumns = async (title: string) => {
      const book = await write(publication([lead(title, [])], { title }))
      const { width, data } = readPng(unzipSync(book.bytes)['OEBPS/cover.png'] ?? new Uint8Array())
      // Where a title of one line stands: 280 to 360 of the picture's 900 rows.
      const rows = Array.from({ length: 80 }, (_, row) => data.subarray((280 + row) * width * 3))
      return Array.from({ length: width }, (_, column) =>
        rows.map(row => row.subarray(column * 3, column * 3 + 3).join()).join(' '),
      )
    }
    const plain = await titleColumns('Normas')
    const end = plain.findLastIndex(column => column !== plain.at(-1)) + 1
    const signed = await titleColumns('Normas ⚠')
    expect(signed.slice(0, end)).toEqual(plain.slice(0, end))
    expect(signed).not.toEqual(plain)
  })

  it('is an SVG alone where the typefaces lack a letter of the title', async () => {
    const book = await write(publication([lead('تقرير', [paragraph('uno')])], { title: 'تقرير 😀' }))
    expect(covers(book)).toEqual(['cover.svg'])
    expect(book.names).not.toContain('OEBPS/cover.png')
  })
})

describe('the colophon', () => {
  it('has version, date, numbers and the fingerprint of the text', async () => {
    const about = { version: '2.1', date: '2026-11-23', isbn: '978-0-306-40615-7', doi: '10.1000/182' }
    const book = await write(publication([lead('Título', [paragraph('uno')])], { ...about, rights: 'CC BY' }))
    const page = folded(textOf(book.xml('colophon.xhtml')))
    for (const part of ['2.1', '23 de noviembre de 2026', about.isbn, about.doi, 'CC BY', '0'.repeat(64)]) {
      expect(page).toContain(part)
    }
    const identifiers = elementsOf(book.xml('content.opf'), 'dc:identifier').map(textOf)
    expect(identifiers.slice(1)).toEqual(['urn:isbn:9780306406157', 'doi:10.1000/182'])
  })

  it('names the licences of the typefaces that the book carries', async () => {
    const book = await write(everything(), design('base', { embedBookFonts: true }))
    expect(book.file('colophon.xhtml')).toMatch(/Noto Sans\. Copyright .*SIL Open Font License/)
  })
})

describe('pages of the printed document', () => {
  const first = text('Una frase que se parte en dos páginas.')
  const second = text('Otra frase.')
  const long = publication([
    lead('Título', [
      { ...paragraph(), children: [first] },
      { ...paragraph(), children: [second] },
    ]),
  ])
  const [face] = design().faces
  if (face === undefined) throw new Error('the template has no faces')
  const glyphs = (node: typeof first, value: string): Mark => ({
    kind: 'glyphs',
    scale: 1,
    owner: { kind: 'content', node, part: 'text' },
    face,
    size: 10,
    color: '#000000',
    x: 0,
    y: 0,
    glyphs: [...value].map(letter => ({ id: 1, advance: 1, dx: 0, dy: 0, text: letter })),
  })
  const pages = (...marks: readonly (readonly Mark[])[]): Page[] =>
    marks.map((on, index) => ({ number: index + 1, label: `${index + 1}`, width: 1, height: 1, marks: on }))

  it('are marked where they begin, before a word that is divided, and listed', async () => {
    const layout = {
      pages: pages(
        [glyphs(first, 'Una frase que se par\u00AD')],
        [glyphs(first, 'te en dos páginas.'), glyphs(second, 'Otra ')],
        [glyphs(second, 'frase.')],
      ),
      anchors: new Map(),
      lines: [],
      noteNumbers: new Map(),
      messages: [],
    }
    const bytes = await epub({ ...edition(long), layout: () => layout }, new VFile())
    const file = (name: string) => strFromU8(unzipSync(bytes)[`OEBPS/${name}`] ?? new Uint8Array())
    const mark = (page: number) =>
      `<span id="page--${page}" epub:type="pagebreak" role="doc-pagebreak" aria-label="${page}"></span>`
    expect(file('title.xhtml')).toContain(mark(1))
    expect(file('text.xhtml')).toContain(`Una frase que se ${mark(2)}parte en dos páginas.`)
    expect(file('text.xhtml')).toContain(`Otra ${mark(3)}frase.`)
    const list = elementsOf(parseXml(file('toc.xhtml')), 'nav').find(
      nav => nav.attributes['epub:type'] === 'page-list',
    )
    expect(list === undefined ? [] : elementsOf(list, 'a').map(a => a.attributes.href)).toEqual([
      'title.xhtml#page--1',
      'text.xhtml#page--2',
      'text.xhtml#page--3',
    ])
    expect(file('content.opf')).toContain('<meta property="pageBreakSource">')
  })
})

describe('metadata', () => {
  const property = (book: Book, name: string) =>
    elementsOf(book.xml('content.opf'), 'meta')
      .filter(meta => meta.attributes.property === name)
      .map(textOf)

  it('claims conformance only when nothing speaks against it', async () => {
    const claim = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA'
    expect(property(await write(everything()), 'dcterms:conformsTo')).toEqual([claim])
    const withheld = await write(everything(), design(), false)
    expect(property(withheld, 'dcterms:conformsTo')).toEqual([])
    expect(property(withheld, 'a11y:certifiedBy')).toEqual([])
    expect(property(withheld, 'schema:accessibilityHazard')).toEqual(['none'])
  })

  it('names the publisher of the brand, the authors or else the organisation', async () => {
    const dc = (book: Book, name: string) => elementsOf(book.xml('content.opf'), `dc:${name}`).map(textOf)
    const authored = await write(everything(), design('base', { brandName: 'Casa' }))
    expect(dc(authored, 'publisher')).toEqual(['Casa'])
    expect(dc(authored, 'creator')).toEqual(['Ana Quispe', "Luis O'Higgins"])
    const anonymous = await write(publication([lead('T', [paragraph('a')])]))
    expect(dc(anonymous, 'creator')).toEqual(['Ministerio de Prueba'])
    expect(dc(anonymous, 'description')).toEqual(['a'])
  })

  it('has a name that a new version keeps and another document has not', () => {
    const { metadata } = everything()
    const name = bookIdentifier(metadata)
    expect(name).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(bookIdentifier({ ...metadata, version: '3', summary: 'otro', status: 'final' })).toBe(name)
    for (const other of [
      { title: 'x' },
      { date: '2026-11-24' },
      { language: 'en' },
      { number: '1' },
      { organisation: '' },
    ]) {
      expect(bookIdentifier({ ...metadata, ...other })).not.toBe(name)
    }
  })

  it('is dated by the edition', async () => {
    expect(property(await write(everything()), 'dcterms:modified')).toEqual(['2026-11-23T00:00:00Z'])
  })
})

describe('a long document', () => {
  const long = () =>
    publication([
      lead('T', [paragraph('Véase ', reference('segunda', text('la segunda')), '.')]),
      section('Primera', 1, [paragraph(`${'palabra '.repeat(6500)}`)]),
      section('Segunda', 1, [
        section('Dentro', 2, [
          paragraph(reference('dentro', text('aquí')), ' y ', reference('primera', text('allá'))),
        ]),
      ]),
    ])

  it('has a file for each section of the first level, and references that cross them', async () => {
    const book = await write(long())
    expect(texts(book)).toEqual(['OEBPS/text-1.xhtml', 'OEBPS/text-2.xhtml', 'OEBPS/text-3.xhtml'])
    const { wanted, there } = addresses(book)
    expect(wanted.filter(address => !there.includes(address))).toEqual([])
    expect(attributes(book.xml('text-1.xhtml'), 'a', 'href')).toEqual(['text-3.xhtml#segunda'])
    expect(attributes(book.xml('text-3.xhtml'), 'a', 'href')).toEqual(['#dentro', 'text-2.xhtml#primera'])
    expect(bodyText(book)).toBe(folded(plainText(long().tree)))
    const spine = elementsOf(book.xml('content.opf'), 'itemref').map(item => item.attributes.idref)
    expect(spine.slice(3)).toEqual([
      'item-text-1.xhtml',
      'item-text-2.xhtml',
      'item-text-3.xhtml',
      'item-colophon.xhtml',
    ])
  })
})

describe('any document', () => {
  it('keeps every character in well-formed files', async () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const document = generate(seed)
      const book = await write(document)
      for (const name of book.names.filter(name => /\.(xhtml|svg|opf|xml)$/.test(name))) book.xml(name)
      expect(bodyText(book), `seed ${seed}`).toBe(folded(webText(plainText(document.tree))))
      const { wanted, there } = addresses(book)
      expect(
        wanted.filter(address => !there.includes(address)),
        `seed ${seed}`,
      ).toEqual([])
    }
  })

  it('gives the same bytes twice, fonts included', async () => {
    const document = everything()
    const fonts = design('base', { embedBookFonts: true })
    const [first, second] = [await write(document, fonts), await write(document, fonts)]
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true)
    expect(first.names.filter(name => name.endsWith('.woff2')).length).toBeGreaterThan(4)
    const css = [...first.file('style.css').matchAll(/url\("([^"]+)"\)/g)].map(match => `OEBPS/${match[1]}`)
    expect(css.filter(name => !first.names.includes(name))).toEqual([])
  })

  it('without a text still has something to navigate to', async () => {
    const book = await write(publication([], { organisation: '', date: '', place: '' }))
    const { wanted, there } = addresses(book)
    expect(wanted.filter(address => !there.includes(address))).toEqual([])
  })

  it('fits its title on the cover, however long', async () => {
    for (const title of [
      'X',
      'Anticonstitucionalidad'.repeat(3),
      'Informe sobre la cooperación '.repeat(12),
    ]) {
      const book = await write(publication([lead(title, [])], { title }))
      const lines = elementsOf(book.xml('cover.svg'), 'text')
      for (const line of lines) {
        expect(Number(line.attributes.y)).toBeLessThan(1800)
        expect(textOf(line).length * Number(line.attributes['font-size']) * 0.45).toBeLessThan(1200)
      }
    }
  })
})
