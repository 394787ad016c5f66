/** Texts that mean harm, or only look like it: through the whole program, to pages and books that are sound. */
import { strFromU8, unzipSync } from 'fflate'
import type { Element, Root } from 'hast'
import { h } from 'hastscript'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { diagnostics } from '../../../src/diagnostics/report.ts'
import { loadDocument, makeDocument } from '../../../src/document.ts'
import type { Format } from '../../../src/publication/exceptions.ts'
import { pageScript } from '../../../src/write/html/script.ts'
import { folderWith, project } from '../../support/run.ts'
import { elementsOf, parseXml, textOf } from '../epub/xml-reader.ts'

const designs = new Map()

async function made(
  text: string,
  files: Readonly<Record<string, string>> = {},
  formats: readonly Format[] = ['epub', 'html'],
) {
  const folder = folderWith({ 'nota.md': text, ...files })
  const options = { project: folder, templates: [`${project}/templates`], template: 'base', designs }
  const path = `${folder}/nota.md`
  const { outputs } = await makeDocument(path, {
    ...options,
    command: 'build',
    formats,
    strict: false,
    epoch: 0,
  })
  const refused = outputs === null ? diagnostics((await loadDocument(path, options)).file, 'es') : []
  const bytes = (format: string) =>
    outputs?.find(output => output.format === format)?.bytes ?? new Uint8Array()
  return {
    refused,
    html: strFromU8(bytes('html')),
    book: bytes('epub').length === 0 ? {} : unzipSync(bytes('epub')),
  }
}

function elements(html: string): readonly Element[] {
  const root: Root = unified().use(rehypeParse).parse(html)
  const found: Element[] = []
  visit(root, 'element', element => void found.push(element))
  return found
}

const note = h('section', { role: 'doc-endnotes' })
const ownScripts = [pageScript([note], []), pageScript([], [note]), pageScript([note], [note])]

const codeOf = ({ children }: Element) =>
  children.map(child => (child.type === 'text' ? child.value : '')).join('')

const front = (title: string) => `---\ntitle: ${title}\nlang: es-PE\n---\n\n`

/** Nothing that runs or loads, every id once, every address to one, in the page and in every file of the book. */
function expectSound({ html, book }: Awaited<ReturnType<typeof made>>): void {
  const all = elements(html)
  const ids = all.flatMap(({ properties: { id } }) => (id === undefined ? [] : [String(id)]))
  expect(new Set(ids).size).toBe(ids.length)
  const scripts: string[] = []
  for (const element of all) {
    const { properties, tagName } = element
    expect(Object.keys(properties).filter(name => /^on|^style$|^srcDoc$/.test(name))).toEqual([])
    expect(tagName).not.toMatch(/^(iframe|object|embed|form|input|base)$/)
    if (tagName === 'script' && properties.type !== 'application/ld+json') scripts.push(codeOf(element))
    for (const address of [properties.href, properties.src]) {
      if (address == null) continue
      expect(String(address)).toMatch(/^(#|https?:|mailto:|tel:|data:image\/)/)
      if (String(address).startsWith('#')) expect(ids).toContain(decodeURI(String(address).slice(1)))
    }
  }
  // The program's own, in which nothing comes from the text.
  expect(scripts.length).toBeLessThan(2)
  for (const script of scripts) expect(ownScripts).toContain(script)
  const files = Object.entries(book).filter(([name]) => /\.(xhtml|opf|svg)$/.test(name))
  expect(files.length).toBeGreaterThan(4)
  for (const [name, bytes] of files) {
    const parsed = elementsOf(parseXml(strFromU8(bytes)))
    const own = parsed.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]))
    expect(new Set(own).size, name).toBe(own.length)
    for (const { attributes, name: tag } of parsed) {
      expect(Object.keys(attributes).filter(key => /^on|^style$/.test(key))).toEqual([])
      // The cover's own drawing.
      if (tag === 'object') expect([name, attributes.data]).toEqual(['OEBPS/cover.xhtml', 'cover.svg'])
      expect(tag).not.toMatch(/^(script|iframe|embed|form|input)$/)
      expect(attributes.href ?? '').not.toMatch(/^\s*(javascript|data|file|vbscript):/i)
    }
  }
}

describe('what looks like markup', () => {
  const title = '"</title></script>]]><!-- <script>alert(1)</script> &amp; <b>x</b>"'
  it('is text, in titles too', async () => {
    const result = await made(
      `${front(title)}# \\</h2>\\<script>alert(2)\n\n]]> \`</code><script>\` --> &lt;`,
    )
    expect(result.refused.map(({ rule }) => rule)).toEqual([])
    expectSound(result)
    const shown = '</title></script>]]><!-- <script>alert(1)</script> &amp; <b>x</b>'
    const [heading] = elements(result.html).filter(({ tagName }) => tagName === 'h1')
    expect(heading?.children).toEqual([{ type: 'text', value: shown, position: expect.anything() }])
    const opf = parseXml(strFromU8(result.book['OEBPS/content.opf'] ?? new Uint8Array()))
    expect(elementsOf(opf, 'dc:title').map(textOf)).toEqual([shown])
  })
})

describe('ids that collide', () => {
  it('with those of the page, of notes, of pages and of one another', async () => {
    const names = [
      'contenido',
      'contenido',
      'Contenido',
      'toc',
      'p--main',
      'main',
      'cover',
      'page--1',
      'notas',
      '!!',
      '',
    ]
    const headings = names.map(name => `# ${name}\n\nTexto de ${name || 'nadie'}[^1].`).join('\n\n')
    const result = await made(`${front('contenido')}${headings}\n\n[^1]: Nota.\n`)
    expect(result.refused).toEqual([])
    expectSound(result)
    expect(result.html).toContain('<section id="contenido"')
  })
})

describe('raw HTML and addresses that run', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['an event handler', '<p onclick="alert(1)">uno</p>'],
    ['an event handler on a mark', 'uno <kbd onmouseover="alert(1)">dos</kbd>'],
    ['a frame', '<iframe src="https://example.org"></iframe>'],
    ['an address that runs', '[uno](javascript:alert(1))'],
    ['an address that runs, disguised', '[uno](java&#x09;script:alert(1))'],
    ['an address that runs, in capitals', '[uno](JaVaScRiPt:alert(1))'],
    ['an address with a page inside', '[uno](data:text/html,<script>alert(1)</script>)'],
    ['a picture from outside', '![uno](https://example.org/a.png)'],
  ])('is refused with its place, or harmless (%s)', async (_, text) => {
    const result = await made(`${front('T')}# A\n\n${text}\n`)
    if (result.refused.length > 0) expect(result.refused.map(({ line }) => line)).toContain(8)
    else expectSound(result)
  })

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<rect width="5" height="5" onload="alert(1)"/>'],
    ['a picture from outside', '<image href="https://example.org/a.png" width="5" height="5"/>'],
    ['a page inside', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'],
  ])('is refused in a drawing (%s)', async (_, inside) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">${inside}</svg>`
    const result = await made(`${front('T')}# A\n\n![Un dibujo](d.svg)\n`, { 'd.svg': svg })
    expect(result.refused.map(({ line }) => line)).toContain(8)
  })
})

describe('characters', () => {
  it('of every kind: emoji, right to left, combined, of controls and of no meaning', async () => {
    const odd = '👩🏽‍🚀🇵🇪 \u202Eabc\u202C \uFDD0 \uFEFF a\u0301 \u{1F468}'
    const text = `${front('Informe 😀')}# 😀 مرحبا\n\n${odd}\n\n[نص عربي]{lang=ar} y\n\nفقرة كاملة\n{lang=ar}\n`
    const result = await made(text)
    if (result.refused.length > 0) return expect(result.refused[0]?.line).toBeGreaterThan(0)
    expectSound(result)
    expect(result.html).toContain('<span lang="ar" dir="rtl">نص عربي</span>')
    expect(result.html).toMatch(/<p[^>]* lang="ar" dir="rtl">فقرة كاملة<\/p>/)
    expect(result.html).toContain('👩🏽‍🚀🇵🇪')
    return undefined
  })
})

describe('10,000 headings', () => {
  it('come out as 10,000 sections, all of them in the contents', async () => {
    const headings = Array.from(
      { length: 10_000 },
      (_, index) => `${'#'.repeat(1 + (index % 3))} Punto ${index % 50}\n`,
    )
    const { html } = await made(`${front('T')}${headings.join('\n')}`, {}, ['html'])
    const ids = new Set([...html.matchAll(/<section id="([^"]*)"/g)].map(([, id]) => id))
    expect(ids.size).toBe(10_000)
    const nav = html.slice(html.indexOf('<nav'), html.indexOf('</nav>'))
    expect(nav.match(/<a href/g)?.length).toBe(10_000)
  }, 300_000)
})
