import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Element, Root, RootContent } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Design } from '../../../src/design/types.ts'
import { makeDocument } from '../../../src/document.ts'
import type { Publication, PublicationNode, Section } from '../../../src/publication/model.ts'
import { everyNode } from '../../../src/publication/walk.ts'
import { html } from '../../../src/write/html/html.ts'
import { webText } from '../../../src/write/web/characters.ts'
import { project } from '../../support/run.ts'
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
  section,
} from '../web/support.ts'

async function write(of: Publication, with_: Design = design()) {
  const messages = new VFile()
  const bytes = await html(edition(of, with_), messages)
  const markup = Buffer.from(bytes).toString('utf8')
  return { markup, root: unified().use(rehypeParse).parse(markup), messages }
}

function elements(root: Root | Element, test: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(root, 'element', node => {
    if (test(node)) found.push(node)
  })
  return found
}

function content(node: Root | RootContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(child => content(child)).join('') : ''
}

const folded = (value: string) => value.normalize('NFC').replace(/\s+/g, ' ').trim()
const tag = (root: Root | Element, name: string) => elements(root, element => element.tagName === name)
const ids = (root: Root) =>
  elements(root, element => element.properties.id !== undefined).map(e => e.properties.id)

/** Ids that something names and nothing has: of links, names of elements, heads of cells. */
function deadEnds(root: Root): string[] {
  const all = new Set(ids(root).map(String))
  const named = elements(root, () => true).flatMap(({ properties: { href, ariaLabelledBy, headers } }) => [
    ...(typeof href === 'string' && href.startsWith('#') ? [href.slice(1)] : []),
    ...[ariaLabelledBy, headers].flatMap(value => String(value ?? '').split(/[ ,]+/)),
  ])
  return named.filter(id => id !== '' && !all.has(id))
}

function linksInLinks(root: Root): Element[] {
  return tag(root, 'a').filter(a => tag({ type: 'root', children: a.children }, 'a').length > 0)
}

function alternatives({ tree }: Publication): string[] {
  const shown = (node: PublicationNode) =>
    node.type === 'figure' || node.type === 'image' ? [webText(node.alternative)] : []
  return [...everyNode(tree)].flatMap(shown)
}

function main(root: Root): Element {
  const [found] = tag(root, 'main')
  if (found === undefined) throw new Error('no main')
  return found
}

/** Text after the title block, without what the page adds to it: signs of tasks, the notes' title, ways back. */
function bodyText(root: Root): string {
  const own = (node: RootContent): string => {
    if (node.type === 'text') return node.value
    return node.type === 'element' && !isAdded(node) ? node.children.map(own).join('') : ''
  }
  return folded(own(main(root)))
}

function isAdded({ tagName, properties }: Element): boolean {
  const { className, id, role } = properties
  const check = Array.isArray(className) && className.includes('check')
  return tagName === 'header' || check || id === 'p--notes' || role === 'doc-backlink'
}

describe('the ministry’s note', () => {
  it('weighs less than 60 KB without its typefaces', async () => {
    const outcome = await makeDocument(join(project, 'source/asuntos-multilaterales-y-globales.md'), {
      command: 'build',
      project,
      templates: [join(project, 'templates')],
      template: '',
      formats: ['html'],
      strict: false,
      epoch: 0,
      designs: new Map(),
    })
    const bytes = outcome.outputs?.find(({ format }) => format === 'html')?.bytes ?? new Uint8Array()
    const markup = Buffer.from(bytes).toString('utf8')
    expect(markup).toContain('data:font/woff2;base64,d09GMg')
    expect(Buffer.byteLength(markup.replace(/data:font\/woff2;base64,[\w+/=]+/g, ''))).toBeLessThan(60_000)
  })
})

describe('a document with everything', () => {
  let page: Awaited<ReturnType<typeof write>>
  beforeAll(async () => {
    page = await write(everything())
  })

  it('is written as reviewed', () => {
    const stable = page.markup
      .replace(/<style[\s\S]*?<\/style>/g, '<style>…</style>')
      .replace(/sha256-[\w+/=]+/g, 'sha256-…')
      .replace(/b\d{12}/g, 'bID')
    expectGolden(stable, new URL('fixtures/everything.html', import.meta.url))
    expect(page.messages.messages).toEqual([])
  })

  it('allows the styles and data that it carries, and nothing else', () => {
    const hash = (element: Element) =>
      `'sha256-${createHash('sha256').update(content(element), 'utf8').digest('base64')}'`
    const [meta] = elements(page.root, element => element.properties.httpEquiv !== undefined)
    const styles = tag(page.root, 'style').map(hash)
    const scripts = tag(page.root, 'script').map(hash)
    // The one that runs, and the data.
    expect([styles.length, scripts.length]).toEqual([2, 2])
    const [data, script] = scripts
    expect(meta?.properties.content).toBe(
      `default-src 'none'; style-src ${styles.join(' ')}; script-src ${script} ${data}; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`,
    )
    expect(elements(page.root, element => element.properties.style !== undefined)).toEqual([])
    expect(
      elements(page.root, element => Object.keys(element.properties).some(name => /^on/i.test(name))),
    ).toEqual([])
  })

  it('loads nothing: addresses outside stand in links alone', () => {
    const css = tag(page.root, 'style').map(content).join('')
    expect(css).not.toMatch(/@import|url\((?!"data:)/)
    const loading = elements(page.root, element =>
      ['src', 'srcSet', 'data', 'poster'].some(name => name in element.properties),
    )
    expect(loading).toEqual([])
    expect(tag(page.root, 'link')).toEqual([])
  })

  it('has unique ids, and every address inside it leads somewhere', () => {
    const all = ids(page.root)
    expect(new Set(all).size).toBe(all.length)
    const inside = tag(page.root, 'a')
      .map(a => String(a.properties.href))
      .filter(href => href.startsWith('#'))
    expect(inside.length).toBeGreaterThan(10)
    expect(inside.filter(href => !all.includes(href.slice(1)))).toEqual([])
    const labels = elements(page.root, e => e.properties.ariaLabelledBy !== undefined).flatMap(e =>
      String(e.properties.ariaLabelledBy).split(/[ ,]+/),
    )
    expect(labels.filter(id => !all.includes(id))).toEqual([])
  })

  it('says in JSON-LD what the sections are', () => {
    const [script] = tag(page.root, 'script')
    const data = JSON.parse(script === undefined ? '' : content(script))
    const { metadata, sections } = everything()
    expect([data['@type'], data.name, data.inLanguage, data.abstract]).toEqual([
      'Report',
      metadata.title,
      metadata.language,
      metadata.summary,
    ])
    type Part = { '@id': string; name: string; wordCount: number; hasPart?: Part[] }
    const outline = (parts: readonly Part[]): unknown =>
      parts.map(part => [part['@id'], part.name, part.wordCount, outline(part.hasPart ?? [])])
    const wanted = (list: readonly Section[]): unknown =>
      list.map(s => [`#${s.id}`, s.title, s.words, wanted(s.sections)])
    expect(outline(data.hasPart)).toEqual(wanted(sections))
  })

  it('nests its contents as the sections', () => {
    const [nav] = tag(page.root, 'nav')
    const outline = (list: Element | undefined): unknown =>
      list?.children
        .filter((child): child is Element => child.type === 'element' && child.tagName === 'li')
        .map(item => {
          const parts = item.children.filter((child): child is Element => child.type === 'element')
          return [parts[0]?.properties.href, outline(parts.find(part => part.tagName === 'ol')) ?? []]
        })
    const [list] =
      nav === undefined ? [] : elements({ type: 'root', children: [nav] }, e => e.tagName === 'ol')
    const wanted = (sections: readonly Section[]): unknown =>
      sections.map(s => [`#${s.id}`, wanted(s.sections)])
    expect(outline(list)).toEqual(wanted(everything().sections))
  })

  it('has the words of the tree, and no page labels', () => {
    const document = everything()
    expect(bodyText(page.root)).toBe(folded(plainText(document.tree)))
    expect(bodyText(page.root)).not.toContain('(p. ')
  })

  it('shows classification and draft at the top', () => {
    const [header] = tag(page.root, 'header')
    expect(header === undefined ? '' : content(header)).toMatch(/Reservado\s+Borrador/)
  })

  it('has its headings one level below their depth', () => {
    const levels = elements({ type: 'root', children: [main(page.root)] }, e => /^h\d$/.test(e.tagName)).map(
      e => Number(e.properties.ariaLevel ?? e.tagName.slice(1)),
    )
    expect(levels).toEqual([1, 2, 3, 3, 4, 5, 6, 7, 2, 3])
  })
})

describe('contents', () => {
  const listed = async (contents: number | null) => {
    const made = everything()
    const { root } = await write({ ...made, metadata: { ...made.metadata, contents } })
    const [nav] = tag(root, 'nav')
    const inside = nav === undefined ? [] : tag({ type: 'root', children: [nav] }, 'a')
    return inside.map(a => String(a.properties.href).slice(1))
  }
  it('go as deep as front matter says', async () => {
    const { sections } = everything()
    const second = sections.flatMap(({ id, sections: inner }) => [id, ...inner.map(section => section.id)])
    expect(await listed(1)).toEqual(sections.map(({ id }) => id))
    expect(await listed(2)).toEqual(second)
    expect((await listed(null)).length).toBeGreaterThan(second.length)
    expect(await listed(0)).toEqual([])
  })
})

describe('a document with every construct', () => {
  it('has unique ids, addresses that lead somewhere, and no style of an element', async () => {
    const { root, messages } = await write(everyConstruct())
    const all = ids(root)
    expect(new Set(all).size).toBe(all.length)
    const inside = tag(root, 'a')
      .map(a => String(a.properties.href))
      .filter(href => href.startsWith('#'))
    expect(inside.filter(href => !all.includes(href.slice(1)))).toEqual([])
    expect(elements(root, element => element.properties.style !== undefined)).toEqual([])
    expect(tag(root, 'img').map(img => String(img.properties.src).slice(0, 11))).toEqual(
      Array(3).fill('data:image/'),
    )
    expect(messages.messages).toEqual([])
  })
})

describe('any document', () => {
  it('keeps every character, unique ids and whole markup', async () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const document = generate(seed)
      const { root } = await write(document)
      expect(bodyText(root), `seed ${seed}`).toBe(folded(webText(plainText(document.tree))))
      const all = ids(root)
      expect(new Set(all).size, `seed ${seed}`).toBe(all.length)
      expect(deadEnds(root), `seed ${seed}`).toEqual([])
      expect(linksInLinks(root), `seed ${seed}`).toEqual([])
      expect(elements(root, element => element.properties.style !== undefined)).toEqual([])
      expect(
        elements(root, ({ properties: { src } }) => src != null && !/^data:image/.test(`${src}`)),
      ).toEqual([])
      expect(tag(root, 'img').map(img => img.properties.alt)).toEqual(alternatives(document))
      expect(tag(root, 'body').length).toBe(1)
      expect(content(tag(root, 'title')[0] as Element)).toContain(webText(document.metadata.title))
    }
  })

  it('gives the same bytes twice', async () => {
    const fonts = design('base', { embedWebFonts: true })
    const [first, second] = [await write(everything(), fonts), await write(everything(), fonts)]
    expect(first.markup.replace(/b\d{12}/g, 'bID')).toBe(second.markup.replace(/b\d{12}/g, 'bID'))
    expect(first.markup).toContain('src: url("data:font/woff2;base64,')
  })

  it('without sections to choose from has no contents, and its reading time at the end', async () => {
    const { root } = await write(publication([lead('T', [paragraph('a')])]))
    expect(tag(root, 'nav')).toEqual([])
    expect(content(tag(root, 'footer')[0] as Element)).toContain('1 min de lectura')
  })

  it('without anything is still a page', async () => {
    const { root, messages } = await write(
      publication([], { organisation: '', date: '', place: '' }),
      design('base', { furniture: { ...design().furniture, emblem: null, brandLines: [] } }),
    )
    expect(messages.messages).toEqual([])
    expect(tag(root, 'h1').map(content)).toEqual(['Título de prueba'])
  })

  it('prints classification, running head and page numbers on paper', async () => {
    const { root } = await write(
      publication([section('A', 1, [])], { classification: 'secreto', title: 'T "x"' }),
    )
    const print = content(tag(root, 'style')[1] as Element)
    expect(print).toContain('size: 595.276pt 841.89pt')
    expect(print).toContain('@bottom-right { content: "Página " counter(page) " de " counter(pages)')
    expect(print).toContain('@top-center { content: "Secreto"')
    expect(print).toContain('@top-right { content: "T \\22 x\\22 "')
  })

  it('links the organisation where the brand has an address', async () => {
    const { root } = await write(everything(), design('base', { brandLink: 'https://www.gob.pe' }))
    const links = tag(root, 'a').filter(a => a.properties.href === 'https://www.gob.pe')
    expect(links.map(content)).toEqual(['Ministerio de Prueba'])
  })
})

describe('what the page says of itself', () => {
  const about = {
    date: '2026-11-23',
    doi: '10.1000/182',
    isbn: '978-0-306-40615-7',
    link: 'https://ejemplo.gob.pe/nota',
    number: '12',
    rights: 'CC BY 4.0',
    series: 'Cuadernos',
  }
  const named = (root: Root, name: string) =>
    tag(root, 'meta')
      .filter(({ properties }) => properties.name === name || properties.property === name)
      .map(({ properties }) => properties.content)

  it('has its address, numbers, series and rights for machines', async () => {
    const { root } = await write(publication([section('A', 1, [])], about))
    const canonical = tag(root, 'link').map(({ properties }) => [properties.rel, properties.href])
    expect(canonical).toEqual([[['canonical'], about.link]])
    expect(named(root, 'og:url')).toEqual([about.link])
    expect(named(root, 'dcterms.identifier')).toEqual(['https://doi.org/10.1000/182'])
    expect(named(root, 'dcterms.rights')).toEqual(['CC BY 4.0'])
    const data = JSON.parse(content(tag(root, 'script')[0] as Element))
    expect(data).toMatchObject({ url: about.link, isbn: about.isbn, isPartOf: { name: 'Cuadernos' } })
    expect(data.hasPart[0]).toMatchObject({ '@type': 'Article', name: 'A' })
  })

  it('has how to cite it for people', async () => {
    const cited = async (metadata: Parameters<typeof publication>[1]) => {
      const { root } = await write(publication([], { title: 'Título', ...metadata }))
      const [block] = elements(root, ({ properties }) => String(properties.className) === 'cite')
      return block === undefined ? '' : content(tag(block, 'p')[0] as Element)
    }
    expect(await cited({ ...about, organisation: 'Ministerio' })).toBe(
      'Ministerio (2026). Título (N.º 12). https://doi.org/10.1000/182',
    )
    const authors = ['Ana Ruiz', 'Luis Paz']
    expect(await cited({ authors, organisation: 'Ministerio', date: '', link: about.link })).toBe(
      'Ana Ruiz; Luis Paz. Título. Ministerio. https://ejemplo.gob.pe/nota',
    )
    expect(await cited({ organisation: '', date: '' })).toBe('Título.')
  })
})

describe('a template', () => {
  const withPage = (page: (html: string) => string) => {
    const { slots } = design()
    return design('base', { slots: { ...slots, html: page(slots.html) } })
  }
  const rules = async (with_: Design) =>
    (await write(everything(), with_)).messages.messages.map(m => [m.ruleId, m.fatal])

  it('with an unknown slot is refused', async () => {
    const made = withPage(html => html.replace('data-slot="skip"', 'data-slot="salto"'))
    expect(await rules(made)).toEqual([
      ['slot-unknown', true],
      ['slot-missing', true],
    ])
  })

  it('without a place for the text is refused', async () => {
    const made = withPage(html => html.replace('<template data-slot="text"></template>', ''))
    expect(await rules(made)).toEqual([['slot-missing', true]])
  })

  it('with a value that the brand has not is refused', async () => {
    const { slots } = design()
    const made = design('base', { slots: { ...slots, printCss: 'p { color: var(--rojo) }' } })
    expect(await rules(made)).toEqual([['token-unknown', true]])
  })

  it('cannot end the style element', async () => {
    const { slots } = design()
    const screenCss = `${slots.screenCss}\np::after { content: "</style><b>" }`
    const { root } = await write(everything(), design('base', { slots: { ...slots, screenCss } }))
    expect(tag(root, 'b')).toEqual([])
    expect(tag(root, 'style').length).toBe(2)
  })
})
