/** The three files of `templates.ts` as templates of one document, from Markdown to bytes. */
import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeDocument } from '../../../../src/document.ts'
import { folderWith, project } from '../../../support/run.ts'
import { open, type Package, paragraphTexts } from '../package.ts'
import { firstPage, landscape, logo, spanish, wordFile } from './templates.ts'

const text = `---
titulo: Informe & prueba
idioma: es-PE
organo: Ministerio de Pruebas
departamento: Dirección General
lugar: Lima
fecha: 2026-11-23
clasificacion: reservado
---

# Uno

Un párrafo con una nota[^1] y un [enlace](https://www.gob.pe/).

[^1]: La nota.

1. primero
2. segundo

## Dos

| a | b |
|---|---|
| 1 | 2 |

![Un logo](logo.png "Leyenda")
`

async function made(template: Uint8Array, name = 'word.docx', markdown = text) {
  const folder = folderWith({ 'source/a.md': markdown, 'source/logo.png': logo, [name]: template })
  const outcome = await makeDocument(`${folder}/source/a.md`, {
    command: 'build',
    project: folder,
    templates: [`${project}/templates`],
    template: 'nota-informativa',
    formats: ['docx'],
    strict: false,
    epoch: null,
    review: { wordTemplate: name },
    designs: new Map(),
  })
  const bytes = outcome.outputs?.find(({ format }) => format === 'docx')?.bytes
  if (bytes === undefined) throw new Error(JSON.stringify(outcome.diagnostics))
  return { bytes, file: open(bytes), diagnostics: outcome.diagnostics }
}

/** A part of a sample text, as Word relates it. */
const samplePart = (name: string, content: string) => ({
  path: `word/${name}.xml`,
  type: `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`,
  kind: name,
  xml: `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:${name}>`,
})

const sections = (file: Package) =>
  [...file.part('word/document.xml').matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(String)
const styleOf = (file: Package, words: string) => {
  const paragraphs = [...file.part('word/document.xml').matchAll(/<w:p(?: [^>]*)?>.*?<\/w:p>/gs)].map(String)
  const found = paragraphs.find(xml => paragraphTexts(xml)[0] === words) ?? ''
  return /<w:pStyle w:val="([^"]*)"/.exec(found)?.[1] ?? ''
}

describe('a template with Spanish style ids', () => {
  const built = made(spanish(), 'casa.dotx')

  it('gives its styles by type and name', async () => {
    const { file } = await built
    expect(styleOf(file, 'Uno')).toBe('Ttulo1')
    expect(styleOf(file, 'Dos')).toBe('Ttulo2')
    expect(styleOf(file, 'Informe & prueba')).toBe('Ttulo')
    expect(styleOf(file, 'primero')).toBe('Prrafodelista')
    expect(styleOf(file, 'Figura\u00a01. Leyenda')).toBe('Descripcin')
    expect(file.part('word/document.xml')).toContain('<w:rStyle w:val="Hipervnculo"/>')
    const styles = file.part('word/styles.xml')
    const names = [...styles.matchAll(/<w:name w:val="([^"]*)"/g)].map(([, name = '']) => name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
  })

  it('takes in the styles that it lacks, and says which', async () => {
    const { file, diagnostics } = await built
    expect(file.part('word/styles.xml')).toContain('<w:name w:val="footnote text"/>')
    const added = diagnostics.find(({ rule }) => rule === 'word-template-styles')
    expect(added?.severity).toBe('info')
    expect(JSON.stringify(added?.facts)).toContain('heading 3')
    expect(JSON.stringify(added?.facts)).not.toContain('heading 1')
  })

  it('does not number what the text does not', async () => {
    const { file } = await built
    expect(file.part('word/document.xml')).toMatch(
      /<w:pStyle w:val="Ttulo1"\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="0"\/>/,
    )
  })

  it('keeps its lists beside ours', async () => {
    const { file } = await built
    const numbering = file.part('word/numbering.xml')
    expect(numbering).toContain('<w:num w:numId="3">')
    const used = [...file.part('word/document.xml').matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id)
    for (const id of used.filter(id => id !== '0')) {
      expect(id).not.toBe('3')
      expect(numbering).toContain(`<w:num w:numId="${id}"`)
    }
    expect(numbering.lastIndexOf('<w:abstractNum ')).toBeLessThan(numbering.indexOf('<w:num '))
  })

  it('fills the fields of head and foot, and says the classification', async () => {
    const { file } = await built
    expect(paragraphTexts(file.part('word/header1.xml'))).toEqual([
      'Reservado',
      'Ministerio de Pruebas · Informe & prueba',
    ])
    expect(paragraphTexts(file.part('word/footer1.xml'))).toEqual(['Lima, 23 de noviembre de 2026 — 1'])
    expect(file.part('word/header1.xml')).not.toContain('fldChar')
  })

  it('is set on its paper, as a document that asks nothing', async () => {
    const { file } = await built
    expect(sections(file)[0]).toContain('<w:pgSz w:w="12240" w:h="15840"/>')
    expect(sections(file)[0]).toContain('<w:headerReference w:type="default" r:id="rId3"/>')
    expect(file.part('[Content_Types].xml')).toContain('wordprocessingml.document.main+xml')
    expect(file.part('[Content_Types].xml')).not.toContain('template.main')
    expect(file.part('word/settings.xml')).not.toContain('updateFields')
    expect(file.part('word/settings.xml')).toContain('<w:themeFontLang w:val="es-PE"/>')
    expect(file.part('word/styles.xml')).not.toContain('"en-US"')
  })

  it('leaves out its sample, and says so', async () => {
    const { file, diagnostics } = await built
    expect(file.part('word/document.xml')).not.toContain('Escriba')
    expect(diagnostics.map(({ rule }) => rule)).toContain('word-template-text')
  })

  it('gives the same bytes again', async () => {
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    expect(hash((await made(spanish(), 'casa.dotx')).bytes)).toBe(hash((await built).bytes))
  })
})

describe('a template with a first page', () => {
  const built = made(firstPage())

  it('has its controls filled and their words said once', async () => {
    const { file } = await built
    const texts = paragraphTexts(file.part('word/document.xml'))
    expect(texts.slice(0, 3)).toEqual([
      'Ministerio de Pruebas',
      'Informe & prueba',
      'Lima, 23 de noviembre de 2026',
    ])
    expect(texts.filter(words => words === 'Informe & prueba')).toHaveLength(1)
    expect(texts).toContain('Dirección General')
    expect(texts).not.toContain('Cuerpo del documento')
    expect(file.part('word/document.xml')).not.toContain('_GoBack')
    expect(file.part('word/document.xml')).not.toContain('showingPlcHdr')
  })

  it('keeps the logo of its first head, and says the classification where nothing does', async () => {
    const { file } = await built
    expect(file.names).toContain('word/media/image1.png')
    expect(file.part('word/_rels/header1.xml.rels')).toContain('media/image1.png')
    expect(file.part('word/header1.xml')).toContain('<w:drawing>')
    expect(paragraphTexts(file.part('word/header1.xml'))[0]).toBe('Reservado')
    expect(paragraphTexts(file.part('word/header2.xml'))).toEqual(['Reservado'])
    expect(sections(file)[0]).toContain('<w:titlePg/>')
  })

  it('has the watermark of a draft in every head, also where the house says its classification', async () => {
    const draft = text.replace('clasificacion: reservado', 'estado: borrador')
    const { file } = await made(firstPage(), 'word.docx', draft)
    expect(paragraphTexts(file.part('word/header2.xml'))).toEqual(['Borrador'])
    const names = ['header1', 'header2'].map(
      name => /id="(PowerPlusWaterMarkObject\d)"/.exec(file.part(`word/${name}.xml`))?.[1],
    )
    expect(new Set(names)).toEqual(new Set(['PowerPlusWaterMarkObject1', 'PowerPlusWaterMarkObject2']))
  })

  it('sets labels of lists in the house’s letter', async () => {
    expect((await built).file.part('word/numbering.xml')).not.toContain('rFonts')
  })

  it('links pictures and addresses of the text under ids of their own', async () => {
    const { file } = await built
    const relations = file.part('word/_rels/document.xml.rels')
    const ids = [...relations.matchAll(/ Id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of file.part('word/document.xml').matchAll(/ r:(?:id|embed)="([^"]*)"/g))
      expect(ids).toContain(id)
    for (const [, target = ''] of relations.matchAll(/ Target="([^":]*)"/g))
      expect(file.names).toContain(`word/${target}`)
  })
})

describe('a landscape template of two sections', () => {
  const built = made(landscape(), 'word.docx', text.replace('clasificacion: reservado', 'portada: sí'))

  it('puts the cover in the first and the text in the second', async () => {
    const { file } = await built
    const [cover = '', body = ''] = sections(file)
    expect(cover).toContain('w:top="3402"')
    expect(body).toContain('w:top="1418"')
    expect(body).toContain('<w:pgNumType w:start="1"/>')
    const xml = file.part('word/document.xml')
    expect(xml.indexOf('Dirección General')).toBeLessThan(xml.indexOf(cover))
    expect(xml.indexOf(cover)).toBeLessThan(xml.indexOf('>Uno<'))
    expect(xml).not.toContain('pageBreakBefore')
  })

  it('fills the control of its head', async () => {
    const { file } = await built
    expect(paragraphTexts(file.part('word/header1.xml'))).toEqual(['Informe & prueba'])
  })

  it('does not turn a table that lies on its side already', async () => {
    const table = text
      .replace('clasificacion: reservado\n', '')
      .replace('| 1 | 2 |\n', '| 1 | 2 |\n{apaisada=sí}\n')
    const { file } = await made(landscape(), 'word.docx', table)
    for (const section of sections(file)) expect(section).toContain('w:w="16838"')
  })
})

describe('a numbered text', () => {
  const numbered = text.replace('clasificacion: reservado', 'numeracion: sí')
  const levels = (file: Awaited<ReturnType<typeof made>>['file'], list: string) => {
    const numbering = file.part('word/numbering.xml')
    const [, definition = ''] =
      new RegExp(`<w:num w:numId="${list}"><w:abstractNumId w:val="(\\d+)"`).exec(numbering) ?? []
    const [found = ''] =
      new RegExp(`<w:abstractNum w:abstractNumId="${definition}".*?</w:abstractNum>`).exec(numbering) ?? []
    return [...found.matchAll(/<w:pStyle w:val="([^"]*)"\/>.*?<w:lvlText w:val="([^"]*)"/g)].map(
      ([, style, label]) => `${style} ${label}`,
    )
  }
  const listOf = (file: Awaited<ReturnType<typeof made>>['file'], id: string) => {
    const [style = ''] = new RegExp(`w:styleId="${id}".*?</w:style>`).exec(file.part('word/styles.xml')) ?? []
    return /<w:numId w:val="(\d+)"/.exec(style)?.[1] ?? ''
  }

  it('binds the heading styles of a house that counts in another way, and says so', async () => {
    const { file, diagnostics } = await made(spanish(), 'casa.dotx', numbered)
    expect(diagnostics.map(({ rule }) => rule)).toContain('word-template-numbers')
    const list = listOf(file, 'Ttulo1')
    expect(list).not.toBe('3')
    expect(listOf(file, 'Ttulo2')).toBe(list)
    expect(levels(file, list).slice(0, 3)).toEqual(['Ttulo1 %1', 'Ttulo2 %1.%2', 'Heading3 %1.%2.%3'])
    expect(levels(file, '3')).toEqual([])
    expect(file.part('word/document.xml')).not.toMatch(/<w:pStyle w:val="Ttulo1"\/><w:numPr>/)
  })

  it('leaves a house that counts alike its own numbers', async () => {
    const { file, diagnostics } = await made(spanish('decimal'), 'casa.dotx', numbered)
    expect(diagnostics.map(({ rule }) => rule)).not.toContain('word-template-numbers')
    expect(listOf(file, 'Ttulo1')).toBe('3')
    expect(levels(file, '3')).toEqual(['Ttulo1 %1.', 'Ttulo2 %1.%2.'])
    expect(listOf(file, 'Heading3')).toBe('')
    expect(file.part('word/document.xml')).not.toMatch(/<w:pStyle w:val="Ttulo1"\/><w:numPr>/)
  })

  it('binds those of a house without numbers, and has nothing to say', async () => {
    const { file, diagnostics } = await made(firstPage(), 'word.docx', numbered)
    expect(diagnostics.map(({ rule }) => rule)).not.toContain('word-template-numbers')
    expect(levels(file, listOf(file, 'Ttulo1'))[0]).toBe('Ttulo1 %1')
  })
})

it('a template without sections has those of the design', async () => {
  const plain = wordFile('<w:p/>', [
    {
      path: 'word/styles.xml',
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml',
      kind: 'styles',
      xml: '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>',
    },
  ])
  const { file } = await made(plain)
  expect(sections(file)[0]).toContain('<w:pgSz w:w="11906"')
  expect(paragraphTexts(file.part('word/document.xml'))).toContain('Reservado')
})

it('puts our settings among the house’s in the order of the schema', async () => {
  const math =
    '<m:mathPr xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:defJc m:val="centerGroup"/></m:mathPr>'
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
  const template = wordFile('<w:p/>', [
    samplePart('styles', normal),
    samplePart('settings', `<w:zoom w:percent="100"/>${math}<w:clrSchemeMapping w:bg1="light1"/>`),
  ])
  const { file } = await made(template)
  const names = [...file.part('word/settings.xml').matchAll(/<(\w+:\w+)/g)].map(([, name]) => name)
  const ours = names.filter(name =>
    /:(?:zoom|footnotePr|compat|mathPr|themeFontLang|clrSchemeMapping)$/.test(name ?? ''),
  )
  expect(ours).toEqual([
    'w:zoom',
    'w:footnotePr',
    'w:compat',
    'm:mathPr',
    'w:themeFontLang',
    'w:clrSchemeMapping',
  ])
})

it('takes no note and no comment of its sample text', async () => {
  const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
  const template = wordFile(paragraph('Muestra.'), [
    samplePart('styles', normal),
    samplePart('footnotes', `<w:footnote w:id="2">${paragraph('Nota de la muestra')}</w:footnote>`),
    samplePart('comments', `<w:comment w:id="0" w:author="Ana">${paragraph('Falta un dato')}</w:comment>`),
  ])
  const { bytes } = await made(template, 'word.docx', 'Un texto sin notas.\n')
  const said = Object.entries(unzipSync(bytes)).map(([path, data]) => `${path}\n${strFromU8(data)}`)
  expect(said.filter(part => /muestra|Falta un dato|Ana|(?:foot|com)\w+\.xml/.test(part))).toEqual([])
})
