/** Files that cannot be a template: the message names the part, and nothing is written. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeDocument } from '../../../../src/document.ts'
import { folderWith, project } from '../../../support/run.ts'
import { spanish, wordFile } from './templates.ts'

async function refused(bytes: Uint8Array, name = 'casa.docx') {
  const folder = folderWith({ 'source/a.md': '---\ntitulo: A\nidioma: es\n---\n\nTexto.\n', [name]: bytes })
  const outcome = await makeDocument(`${folder}/source/a.md`, {
    command: 'build',
    project: folder,
    templates: [`${project}/templates`],
    template: 'base',
    formats: ['docx'],
    strict: false,
    epoch: null,
    review: { wordTemplate: 'casa.docx' },
    designs: new Map(),
  })
  expect(outcome.outputs).toBeNull()
  expect(outcome.diagnostics.map(({ rule }) => rule)).toEqual(['word-template-invalid'])
  return outcome.diagnostics[0]?.facts
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const styles = {
  path: 'word/styles.xml',
  type: `${word}.styles+xml`,
  kind: 'styles',
  xml: '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>',
}
const relations = (content: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/>${content}</Relationships>`
const withRelation = (content: string) =>
  wordFile('<w:p/>', [styles], { 'word/_rels/document.xml.rels': relations(content) })

describe('a template that', () => {
  it('is not there', async () => {
    expect(await refused(new Uint8Array(), 'otra.docx')).toMatchObject({ part: '', why: 'ENOENT' })
  })

  it('is not Word at all', async () => {
    expect(await refused(strToU8('Hola'))).toMatchObject({ part: '', why: 'not-zip' })
    expect(await refused(zipSync({ 'a.txt': strToU8('a') }))).toMatchObject({
      part: '[Content_Types].xml',
      why: 'word-not',
    })
    expect(await refused(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toMatchObject({
      why: 'word-old',
    })
  })

  it('is cut short, or has a byte changed', async () => {
    const sound = spanish()
    expect(await refused(sound.slice(0, sound.length - 30))).toMatchObject({ part: '', why: 'not-zip' })
    const changed = sound.slice()
    const at = 30 + '[Content_Types].xml'.length + 20
    changed[at] = (changed[at] ?? 0) ^ 0xff
    expect(await refused(changed)).toMatchObject({ part: '[Content_Types].xml', why: 'zip-damaged' })
  })

  it('has XML that is not well-formed, or names entities', async () => {
    const broken = wordFile('<w:p>', [styles])
    expect(await refused(broken)).toMatchObject({ part: 'word/document.xml', why: 'xml-damaged' })
    const entities = wordFile('<w:p/>', [{ ...styles, xml: `<!DOCTYPE a [<!ENTITY b "b">]>${styles.xml}` }])
    expect(await refused(entities)).toMatchObject({ part: 'word/styles.xml', why: 'xml-damaged' })
  })

  it('has a value that no Word file has', async () => {
    const off = (rest: string) => {
      const xml = styles.xml.replace('</w:style>', `${rest}</w:style>`)
      return wordFile('<w:p/>', [{ ...styles, xml }])
    }
    for (const [element, value] of [
      ['<w:rPr><w:sz w:val="x"/></w:rPr>', 'w:sz="x"'],
      ['<w:rPr><w:color w:val="rojo"/></w:rPr>', 'w:color="rojo"'],
      ['<w:pPr><w:outlineLvl w:val="-1"/></w:pPr>', 'w:outlineLvl="-1"'],
      ['<w:pPr><w:spacing w:after="-1"/></w:pPr>', 'w:after="-1"'],
      ['<w:pPr><w:pBdr><w:top/><w:top/></w:pBdr></w:pPr>', '<w:pBdr>: <w:top>, <w:top>'],
    ] as const)
      expect(await refused(off(element))).toMatchObject({
        part: 'word/styles.xml',
        why: ['word-value', value],
      })
  })

  it('has relationships of another namespace', async () => {
    const own = wordFile('<w:p/>', [styles])
    const path = 'word/_rels/document.xml.rels'
    const parts = unzipSync(own)
    const other = strFromU8(parts[path] ?? new Uint8Array()).replace(/xmlns="[^"]*"/, 'xmlns="urn:otro"')
    expect(await refused(zipSync({ ...parts, [path]: strToU8(other) }))).toMatchObject({
      part: path,
      why: ['word-value', 'xmlns="urn:otro"'],
    })
  })

  it('refers to a part as what it is not', async () => {
    const wrong = withRelation(`<Relationship Id="rId2" Type="${office}/settings" Target="styles.xml"/>`)
    expect(await refused(wrong)).toMatchObject({ part: 'word/styles.xml', why: ['word-value', '<w:styles>'] })
  })

  it('has a prefix that nothing declares', async () => {
    const unbound = { ...styles, xml: styles.xml.replace('</w:style>', '<x:y/></w:style>') }
    expect(await refused(wordFile('<w:p/>', [unbound]))).toMatchObject({
      part: 'word/styles.xml',
      why: 'xml-damaged',
    })
  })

  it('lacks a part that it refers to', async () => {
    const lacking = withRelation(`<Relationship Id="rId2" Type="${office}/header" Target="header9.xml"/>`)
    expect(await refused(lacking)).toMatchObject({ part: 'word/header9.xml', why: 'part-missing' })
  })

  it('unpacks to far more than it is', async () => {
    const bomb = wordFile('<w:p/>', [styles], { 'word/media/a.png': new Uint8Array(20 * 1024 * 1024) })
    expect(await refused(bomb)).toMatchObject({ part: 'word/media/a.png', why: ['zip-ratio', 200] })
  })

  it('says that it unpacks to more than is allowed', async () => {
    const liar = spanish()
    const view = new DataView(liar.buffer)
    const directory = view.getUint32(liar.length - 22 + 16, true)
    view.setUint32(directory + 24, 0x7fffffff, true)
    expect(await refused(liar)).toMatchObject({ part: '[Content_Types].xml', why: ['zip-bytes', 64] })
  })

  it('has thousands of parts', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2100 }, (_, index) => [`a${index}`, new Uint8Array()]),
    )
    expect(await refused(zipSync(many))).toMatchObject({ why: ['zip-entries', 2000] })
  })

  it('refers to files outside', async () => {
    const target = 'file:///C:/Plantillas/Normal.dotm'
    const attached = withRelation(
      `<Relationship Id="rId2" Type="${office}/attachedTemplate" Target="${target}" TargetMode="External"/>`,
    )
    expect(await refused(attached)).toMatchObject({
      part: 'word/_rels/document.xml.rels',
      why: ['word-external', target],
    })
    const picture = withRelation(
      `<Relationship Id="rId2" Type="${office}/image" Target="https://example.org/a.png" TargetMode="External"/>`,
    )
    expect(await refused(picture)).toMatchObject({ part: 'word/_rels/document.xml.rels' })
    const script = withRelation(
      `<Relationship Id="rId2" Type="${office}/hyperlink" Target="javascript:a()" TargetMode="External"/>`,
    )
    expect(await refused(script)).toMatchObject({ part: 'word/_rels/document.xml.rels' })
  })

  it('contains macros, controls or embedded files', async () => {
    const macros = wordFile('<w:p/>', [styles], { 'word/vbaProject.bin': new Uint8Array(10) })
    expect(await refused(macros)).toMatchObject({ part: 'word/vbaProject.bin', why: 'word-macros' })
    const type = 'application/vnd.ms-word.document.macroEnabled.main+xml'
    expect(await refused(wordFile('<w:p/>', [styles], {}, type))).toMatchObject({
      part: 'word/document.xml',
      why: 'word-macros',
    })
    const chunk = withRelation(`<Relationship Id="rId2" Type="${office}/aFChunk" Target="styles.xml"/>`)
    expect(await refused(chunk)).toMatchObject({ why: ['word-embedded', 'aFChunk'] })
  })

  it('has no styles', async () => {
    expect(await refused(wordFile('<w:p/>', []))).toMatchObject({
      part: 'word/styles.xml',
      why: 'word-no-styles',
    })
  })

  it('is saved in the strict form', async () => {
    const strict = wordFile('<w:p/>', [styles], {
      'word/document.xml':
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>',
    })
    expect(await refused(strict)).toMatchObject({ part: 'word/document.xml', why: 'word-strict' })
  })
})
