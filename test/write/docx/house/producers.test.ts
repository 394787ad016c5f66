/** What other programs write in their own way: none of it keeps a file from being a template, and all of it comes out as Word writes it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readTemplate } from '../../../../src/design/word-template.ts'
import { design } from '../design.ts'
import { firstPage, landscape, type Piece, spanish, wordFile } from './templates.ts'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const piece = (name: string, root: string, content: string): Piece => ({
  path: `word/${name}.xml`,
  type: `${word}.${name}+xml`,
  kind: name,
  xml: `<w:${root} xmlns:w="${w}" ${more}>${content}</w:${root}>`,
})
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
const more = [
  `xmlns:mc="${compatibility}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:w99="http://schemas.microsoft.com/office/word/2099/wordml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
  'mc:Ignorable="w14 w15 w99"',
].join(' ')
const normal = (content: string) =>
  `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>${content}</w:style>`

function taken(bytes: Uint8Array): ReadonlyMap<string, string> {
  const template = readTemplate(bytes, design.page)
  if ('why' in template) throw new Error(`${template.part}: ${JSON.stringify(template.why)}`)
  return new Map([...template.parts].map(([path, data]) => [path, strFromU8(data)]))
}

const withStyle = (content: string) =>
  taken(wordFile('<w:p/>', [piece('styles', 'styles', normal(content))])).get('word/styles.xml') ?? ''
const withPart = (name: string, root: string, content: string) =>
  taken(wordFile('<w:p/>', [piece('styles', 'styles', normal('')), piece(name, root, content)])).get(
    `word/${name}.xml`,
  ) ?? ''

describe('a file saved by LibreOffice', () => {
  const folder = join(import.meta.dirname, 'libreoffice')
  it.each(readdirSync(folder))('%s', name => {
    const parts = taken(readFileSync(join(folder, name)))
    expect(parts.get('word/numbering.xml') ?? '').not.toContain('<w:lvlJc w:val="start"/>')
    expect(parts.get('word/styles.xml')).toContain('w:type="paragraph"')
  })
})

it.each([
  ['Word in Spanish', spanish()],
  ['Word with a first page', firstPage()],
  ['Word on its side', landscape()],
])('a file as of %s', (_, bytes) => {
  expect(taken(bytes).has('word/styles.xml')).toBe(true)
})

describe('LibreOffice', () => {
  it('says «start» and «true» where Word says «left» and «on»', () => {
    const level = '<w:lvl w:ilvl="0"><w:lvlJc w:val="start"/></w:lvl>'
    const numbering = withPart(
      'numbering',
      'numbering',
      `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum>`,
    )
    expect(numbering).toContain('<w:lvlJc w:val="left"/>')
    expect(withStyle('<w:qFormat w:val="true"/>')).toContain('<w:qFormat w:val="on"/>')
  })

  it('names fonts that may take the place of others, and character sets', () => {
    const fonts = 'w:ascii="Liberation Serif;Times New Roman"'
    expect(withStyle(`<w:rPr><w:rFonts ${fonts}/></w:rPr>`)).toContain('w:ascii="Liberation Serif"')
    const font = '<w:font w:name="A"><w:charset w:val="00" w:characterSet="windows-1252"/></w:font>'
    expect(withPart('fontTable', 'fonts', font)).toContain('<w:charset w:val="00"/>')
  })
})

describe('Google Docs', () => {
  it('writes whole numbers with a fraction', () => {
    const spaced = withStyle(
      '<w:pPr><w:spacing w:after="160.0" w:line="276.0001" w:lineRule="auto"/></w:pPr>',
    )
    expect(spaced).toContain('<w:spacing w:after="160" w:line="276" w:lineRule="auto"/>')
  })
})

describe('libraries', () => {
  it('write properties in another order', () => {
    const ordered = withStyle('<w:rPr><w:sz w:val="20"/><w:b/></w:rPr>')
    expect(ordered).toContain('<w:rPr><w:b/><w:sz w:val="20"/></w:rPr>')
  })

  it('have prefixes of their own', () => {
    const xml = `<ns0:styles xmlns:ns0="${w}"><ns0:style ns0:type="paragraph" ns0:styleId="a"><ns0:name ns0:val="Normal"/></ns0:style></ns0:styles>`
    const parts = taken(wordFile('<w:p/>', [{ ...piece('styles', 'styles', ''), xml }]))
    expect(parts.get('word/styles.xml')).toContain('<w:style w:type="paragraph" w:styleId="a">')
  })
})

describe('later versions of Word', () => {
  it('add what others may pass over', () => {
    const styles = withStyle(
      '<w:rPr><w:b w99:x="1"/><w99:glow/><w14:glow w14:rad="0"><w14:srgbClr w14:val="000000"/></w14:glow></w:rPr>',
    )
    expect(styles).not.toContain('w99')
    expect(styles).toContain('<w14:glow w14:rad="0">')
    expect(styles).toContain('mc:Ignorable="w14"')
    const list =
      '<w:abstractNum w:abstractNumId="0" w15:restartNumberingAfterBreak="0"><w:nsid w:val="A990"/></w:abstractNum>'
    const numbering = withPart('numbering', 'numbering', list)
    expect(numbering).toContain('<w:abstractNum w:abstractNumId="0"/>')
  })

  it('offer alternatives: the first that is known stays, with what takes its place elsewhere where that is sound', () => {
    const shape = (picture: string) =>
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="w99"><w99:a/></mc:Choice><mc:Choice Requires="wps"><w:t>a</w:t></mc:Choice><mc:Fallback>${picture}</mc:Fallback></mc:AlternateContent></w:r></w:p>`
    const head = (picture: string) => {
      const header = piece('header', 'hdr', shape(picture))
      const section = '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>'
      return taken(wordFile(section, [piece('styles', 'styles', normal('')), header])).get('word/header.xml')
    }
    const sound = head('<w:pict><v:rect filled="f"><v:fill method="linear sigma"/></v:rect></w:pict>')
    expect(sound).toContain('<mc:Choice Requires="wps"><w:t>a</w:t></mc:Choice><mc:Fallback><w:pict>')
    expect(sound).not.toContain('w99')
    expect(head('<w:pict><v:rect filled="x"/></w:pict>')).not.toContain('mc:Fallback')
  })
})

it('alternatives within alternatives are looked at once each', () => {
  const start = '<w:sdt><w:sdtContent><mc:AlternateContent><mc:Choice Requires="wps">'
  const end = '</mc:Choice><mc:Fallback><w:p/></mc:Fallback></mc:AlternateContent></w:sdtContent></w:sdt>'
  const header = piece('header', 'hdr', `${start.repeat(60)}<w:p/>${end.repeat(60)}`)
  const section = '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>'
  const parts = taken(wordFile(section, [piece('styles', 'styles', normal('')), header]))
  expect(parts.get('word/header.xml')?.match(/<mc:Choice/g)).toHaveLength(60)
})

describe('of those who wrote a template, nothing goes on:', () => {
  it('changes, comments, marks of their editing', () => {
    const changed =
      '<w:p w:rsidR="00AA11BB" w14:paraId="12345678"><w:pPr><w:rPr><w:ins w:id="1" w:author="Ana"/></w:rPr></w:pPr><w:ins w:id="2" w:author="Ana"><w:r><w:t>nuevo</w:t></w:r></w:ins><w:del w:id="3" w:author="Ana"><w:r><w:delText>viejo</w:delText></w:r></w:del><w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/></w:p>'
    const header = piece('header', 'hdr', changed)
    const section = '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>'
    const parts = taken(wordFile(section, [piece('styles', 'styles', normal('')), header]))
    expect(parts.get('word/header.xml')).toContain(
      '<w:p><w:pPr><w:rPr/></w:pPr><w:r><w:t>nuevo</w:t></w:r></w:p>',
    )
  })

  it('parts that no document needs, and where the template came from', () => {
    const more = {
      'word/webSettings.xml': `<w:webSettings xmlns:w="${w}"/>`,
      'customXml/item1.xml': '<interno/>',
      'word/_rels/settings.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:/Plantillas/Oficio.dotm" TargetMode="External"/></Relationships>',
    }
    const settings = piece('settings', 'settings', '<w:attachedTemplate r:id="rId1"/><w:mirrorMargins/>')
    const parts = taken(wordFile('<w:p/>', [piece('styles', 'styles', normal('')), settings], more))
    expect([...parts.keys()].sort()).toEqual([
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/settings.xml',
      'word/styles.xml',
    ])
    expect(parts.get('word/settings.xml')).not.toContain('attachedTemplate')
    expect(parts.get('word/settings.xml')).toContain('<w:mirrorMargins/>')
  })
})

it('settings that are no page’s, and those that Word does not offer, are left out', () => {
  const settings = withPart(
    'settings',
    'settings',
    '<w:evenAndOddHeaders/><w:compat><w:compatSetting w:name="otro" w:uri="a" w:val="1"/><w:noLeading/></w:compat><w:rsids/>',
  )
  expect(settings).toContain('<w:evenAndOddHeaders/><w:compat><w:noLeading/></w:compat></w:settings>')
})
