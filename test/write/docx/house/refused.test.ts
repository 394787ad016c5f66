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
/** Its first page goes on, as it has a slot. */
const slot = '<w:p><w:fldSimple w:instr="TITLE"><w:r><w:t>Título</w:t></w:r></w:fldSimple></w:p>'
const withRelation = (content: string, body = '<w:p/>') =>
  wordFile(body, [styles], { 'word/_rels/document.xml.rels': relations(content) })
const withRule = (rest: string) => {
  const xml = styles.xml.replace('</w:style>', `${rest}</w:style>`)
  return wordFile('<w:p/>', [{ ...styles, xml }])
}

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

  it.each([
    ['a value that is none', '<w:rPr><w:sz w:val="x"/></w:rPr>', ['word-value', '<w:sz w:val="x">']],
    ['a word that is none', '<w:rPr><w:u w:val="rojo"/></w:rPr>', ['word-value', '<w:u w:val="rojo">']],
    [
      'a colour that is none',
      '<w:rPr><w:color w:val="rojo"/></w:rPr>',
      ['word-value', '<w:color w:val="rojo">'],
    ],
    [
      'a number out of range',
      '<w:pPr><w:outlineLvl w:val="-1"/></w:pPr>',
      ['word-value', '<w:outlineLvl w:val="-1">'],
    ],
    [
      'a length below nothing',
      '<w:pPr><w:spacing w:after="-1"/></w:pPr>',
      ['word-value', '<w:spacing w:after="-1">'],
    ],
    [
      'a name too long',
      `<w:next w:val="${'a'.repeat(254)}"/>`,
      ['word-value', `<w:next w:val="${'a'.repeat(40)}…">`],
    ],
    [
      'an attribute that is not its own',
      '<w:rPr><w:b w:color="auto"/></w:rPr>',
      ['word-value', '<w:b w:color="auto">'],
    ],
    ['no attribute that it must have', '<w:rPr><w:sz/></w:rPr>', ['word-lacking', '<w:sz>', 'w:val']],
    [
      'an element twice',
      '<w:pPr><w:pBdr><w:top w:val="nil"/><w:top w:val="nil"/></w:pBdr></w:pPr>',
      ['word-misplaced', '<w:top>', '<w:pBdr>'],
    ],
    ['an element where another stands', '<w:pPr><w:b/></w:pPr>', ['word-misplaced', '<w:b>', '<w:pPr>']],
    [
      'an element in one that is empty',
      '<w:rPr><w:b><w:i/></w:b></w:rPr>',
      ['word-misplaced', '<w:i>', '<w:b>'],
    ],
    ['an element that is none', '<w:pPr><w:otro/></w:pPr>', ['word-misplaced', '<w:otro>', '<w:pPr>']],
    ['words where none stand', '<w:pPr>hola</w:pPr>', ['word-misplaced', '"hola"', '<w:pPr>']],
    [
      'a style twice',
      '</w:style><w:style w:type="paragraph" w:styleId="a">',
      ['word-twice', '<w:style w:styleId="a">'],
    ],
  ])('has %s', async (_, rest, why) => {
    expect(await refused(withRule(rest))).toMatchObject({ part: 'word/styles.xml', why })
  })

  it('has elements within elements without end', async () => {
    const deep = `${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`
    expect(await refused(wordFile(deep, [styles]))).toMatchObject({
      part: 'word/document.xml',
      why: 'xml-damaged',
    })
  })

  it('lacks an element that it must have', async () => {
    const table = wordFile(`<w:tbl><w:tblPr/></w:tbl>${slot}`, [styles])
    expect(await refused(table)).toMatchObject({
      part: 'word/document.xml',
      why: ['word-lacking', '<w:tbl>', '<w:tblGrid>'],
    })
  })

  it('asks for the layout of a Word that there is not', async () => {
    const setting = (version: string) =>
      `<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="${version}"/>`
    const settings = {
      path: 'word/settings.xml',
      type: `${word}.settings+xml`,
      kind: 'settings',
      xml: `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:compat>${setting('7')}</w:compat></w:settings>`,
    }
    expect(await refused(wordFile('<w:p/>', [styles, settings]))).toMatchObject({
      part: 'word/settings.xml',
      why: ['word-value', '<w:compatSetting w:val="7">'],
    })
  })

  it('has relationships of another namespace', async () => {
    const own = wordFile('<w:p/>', [styles])
    const path = 'word/_rels/document.xml.rels'
    const parts = unzipSync(own)
    const other = strFromU8(parts[path] ?? new Uint8Array()).replace(/xmlns="[^"]*"/, 'xmlns="urn:otro"')
    expect(await refused(zipSync({ ...parts, [path]: strToU8(other) }))).toMatchObject({
      part: path,
      why: 'xml-damaged',
    })
  })

  it('refers to a part as what it is not', async () => {
    const wrong = withRelation(`<Relationship Id="rId2" Type="${office}/settings" Target="document.xml"/>`)
    expect(await refused(wrong)).toMatchObject({
      part: 'word/document.xml',
      why: ['word-root', '<w:settings>'],
    })
  })

  it('has a prefix that nothing declares', async () => {
    const unbound = { ...styles, xml: styles.xml.replace('</w:style>', '<x:y/></w:style>') }
    expect(await refused(wordFile('<w:p/>', [unbound]))).toMatchObject({
      part: 'word/styles.xml',
      why: 'xml-damaged',
    })
  })

  it('lacks a part that it refers to', async () => {
    const lacking = withRelation(`<Relationship Id="rId2" Type="${office}/theme" Target="theme9.xml"/>`)
    expect(await refused(lacking)).toMatchObject({ part: 'word/theme9.xml', why: 'part-missing' })
  })

  it('refers to a relationship that there is not, or that is of another kind', async () => {
    const head = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
    expect(await refused(wordFile(head, [styles]))).toMatchObject({
      part: 'word/document.xml',
      why: ['word-value', '<w:headerReference r:id="rId1">'],
    })
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

  it('refers to files outside in what goes on', async () => {
    const picture = withRelation(
      `<Relationship Id="rId2" Type="${office}/image" Target="https://example.org/a.png" TargetMode="External"/>`,
      `<w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="rId2"/></v:rect></w:pict></w:r></w:p>${slot}`,
    )
    expect(await refused(picture)).toMatchObject({
      part: 'word/document.xml',
      why: ['word-external', 'https://example.org/a.png'],
    })
    const link = `<w:p><w:hyperlink r:id="rId2"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>${slot}`
    for (const target of ['javascript:a()', 'file:///C:/Plantillas/a.docx', 'otro.docx']) {
      const script = withRelation(
        `<Relationship Id="rId2" Type="${office}/hyperlink" Target="${target}" TargetMode="External"/>`,
        link,
      )
      expect(await refused(script)).toMatchObject({
        part: 'word/document.xml',
        why: ['word-external', target],
      })
    }
  })

  it('contains macros', async () => {
    const macros = wordFile('<w:p/>', [styles], { 'word/vbaProject.bin': new Uint8Array(10) })
    expect(await refused(macros)).toMatchObject({ part: 'word/vbaProject.bin', why: 'word-macros' })
    const type = 'application/vnd.ms-word.document.macroEnabled.main+xml'
    expect(await refused(wordFile('<w:p/>', [styles], {}, type))).toMatchObject({
      part: 'word/document.xml',
      why: 'word-macros',
    })
  })

  it('embeds what is not Word’s in what goes on', async () => {
    const chunk = withRelation(
      `<Relationship Id="rId2" Type="${office}/aFChunk" Target="styles.xml"/>`,
      `<w:altChunk r:id="rId2"/>${slot}`,
    )
    expect(await refused(chunk)).toMatchObject({
      part: 'word/document.xml',
      why: ['word-embedded', 'w:altChunk'],
    })
    const object = wordFile(`<w:p><w:r><w:object/></w:r></w:p>${slot}`, [styles])
    expect(await refused(object)).toMatchObject({
      part: 'word/document.xml',
      why: ['word-embedded', 'w:object'],
    })
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
