/** Word files such as ministries have, as the test's own XML: what Word in Spanish, and others, write. */
import { strToU8, zipSync } from 'fflate'
import { design } from '../design.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export interface Piece {
  readonly path: string
  readonly type: string
  readonly kind: string
  readonly xml: string
}

/** @param body - content of `w:body` */
export function wordFile(
  body: string,
  pieces: readonly Piece[],
  more: Readonly<Record<string, string | Uint8Array>> = {},
  mainType = `${word}.document.main+xml`,
): Uint8Array {
  const overrides = [{ path: 'word/document.xml', type: mainType }, ...pieces]
    .map(({ path, type }) => `<Override PartName="/${path}" ContentType="${type}"/>`)
    .join('')
  const relations = pieces
    .map(
      ({ path, kind }, index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${path.slice(5)}"/>`,
    )
    .join('')
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document ${w} ${r}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    ...Object.fromEntries(pieces.map(({ path, xml }) => [path, head + xml])),
    ...more,
  }
  const bytes = Object.entries(files).map(([path, data]) => [
    path,
    typeof data === 'string' ? strToU8(data) : data,
  ])
  return zipSync(Object.fromEntries(bytes))
}

const piece = (name: string, xml: string, kind = name): Piece => ({
  path: `word/${name}.xml`,
  type: `${word}.${kind}+xml`,
  kind,
  xml,
})

const defaults =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
const paragraphStyle = (id: string, name: string, look: string, rest = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${rest}<w:qFormat/>${look}</w:style>`
const normal =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:lang w:val="es-ES"/></w:rPr></w:style><w:style w:type="character" w:default="1" w:styleId="Fuentedeprrafopredeter"><w:name w:val="Default Paragraph Font"/></w:style><w:style w:type="table" w:default="1" w:styleId="Tablanormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="numbering" w:default="1" w:styleId="Sinlista"><w:name w:val="No List"/></w:style>'
const headingLook = (level: number, size: number, numbering = '') =>
  `<w:pPr><w:keepNext/>${numbering}<w:spacing w:before="280" w:after="120"/><w:jc w:val="left"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:color w:val="7B1E3A"/><w:sz w:val="${size}"/></w:rPr>`
const styles = (content: string) => piece('styles', `<w:styles ${w}>${defaults}${content}</w:styles>`)

/** Any picture. */
export const logo = design.furniture.emblem?.png ?? new Uint8Array()

const control = (tag: string, content: string) =>
  `<w:sdt><w:sdtPr><w:alias w:val="${tag}"/><w:tag w:val="${tag}"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const run = (text: string, look = '') =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const field = (code: string, cached: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(cached)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

/** Word in Spanish: ids such as Ttulo1, headings that number themselves, fields in the head. */
export function spanish(format: 'upperRoman' | 'decimal' = 'upperRoman'): Uint8Array {
  const numbered = (level: number) =>
    `<w:numPr>${level === 0 ? '' : `<w:ilvl w:val="${level}"/>`}<w:numId w:val="3"/></w:numPr>`
  const level = (at: number, label: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:pStyle w:val="Ttulo${at + 1}"/><w:lvlText w:val="${label}"/><w:lvlJc w:val="left"/></w:lvl>`
  return wordFile(
    `<w:p>${run('Escriba aquí el texto del informe.')}</w:p><w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1985" w:right="1701" w:bottom="1418" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/><w:cols w:space="708"/></w:sectPr>`,
    [
      styles(
        normal +
          paragraphStyle('Ttulo1', 'heading 1', headingLook(1, 30, numbered(0))) +
          paragraphStyle('Ttulo2', 'heading 2', headingLook(2, 26, numbered(1))) +
          paragraphStyle('Ttulo', 'Title', '<w:rPr><w:b/><w:sz w:val="40"/></w:rPr>') +
          paragraphStyle('Prrafodelista', 'List Paragraph', '<w:pPr><w:ind w:left="720"/></w:pPr>') +
          paragraphStyle('Descripcin', 'caption', '<w:rPr><w:i/><w:sz w:val="18"/></w:rPr>') +
          paragraphStyle('Encabezado', 'header', '<w:rPr><w:sz w:val="16"/></w:rPr>') +
          '<w:style w:type="character" w:styleId="Hipervnculo"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="7B1E3A"/><w:u w:val="single"/></w:rPr></w:style>',
      ),
      piece(
        'numbering',
        `<w:numbering ${w}><w:abstractNum w:abstractNumId="5"><w:multiLevelType w:val="multilevel"/>${level(0, '%1.')}${level(1, '%1.%2.')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="5"/></w:num></w:numbering>`,
      ),
      piece(
        'header1',
        `<w:hdr ${w}><w:p><w:pPr><w:pStyle w:val="Encabezado"/></w:pPr>${field('DOCPROPERTY organo', 'Órgano')}${run(' · ')}${field('TITLE', 'Título')}</w:p></w:hdr>`,
        'header',
      ),
      piece(
        'footer1',
        `<w:ftr ${w}><w:p><w:pPr><w:jc w:val="right"/></w:pPr>${field('MERGEFIELD fecha', '«fecha»')}${run(' — ')}${field('PAGE', '1')}</w:p></w:ftr>`,
        'footer',
      ),
      piece(
        'settings',
        `<w:settings ${w}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:characterSpacingControl w:val="doNotCompress"/><w:updateFields w:val="1"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="es-ES"/></w:settings>`,
      ),
    ],
    {},
    `${word}.template.main+xml`,
  )
}

/** A first page with a logo in its head, and controls for title, date and office before the text. */
export function firstPage(): Uint8Array {
  const drawing = `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="540000" cy="540000"/><wp:docPr id="7" name="Logo" descr="Logo de la casa"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="540000" cy="540000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  return wordFile(
    control('organo', `<w:p>${run('Pulse aquí', '<w:rStyle w:val="Textodelmarcadordeposicin"/>')}</w:p>`) +
      `<w:p><w:pPr><w:pStyle w:val="Ttulo"/></w:pPr>${control('Título', run('Pulse aquí', '<w:rStyle w:val="Textodelmarcadordeposicin"/>'))}</w:p>` +
      `<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>${control('fecha', run('fecha', '<w:i/>'))}</w:p>` +
      `<w:p>${run('Cuerpo del documento')}</w:p>` +
      '<w:sectPr><w:headerReference w:type="first" r:id="rId2"/><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>',
    [
      styles(
        normal +
          paragraphStyle('Ttulo1', 'heading 1', headingLook(1, 28)) +
          paragraphStyle(
            'Ttulo',
            'Title',
            '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/></w:rPr>',
          ) +
          '<w:style w:type="character" w:styleId="Textodelmarcadordeposicin"><w:name w:val="Placeholder Text"/><w:rPr><w:color w:val="666666"/></w:rPr></w:style>',
      ),
      piece('header1', `<w:hdr ${w} ${r}><w:p>${drawing}</w:p></w:hdr>`, 'header'),
      piece(
        'header2',
        `<w:hdr ${w}><w:p>${control('clasificación', run('clasificación'))}</w:p></w:hdr>`,
        'header',
      ),
      piece(
        'footer1',
        `<w:ftr ${w}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${field('PAGE', '1')}</w:p></w:ftr>`,
        'footer',
      ),
    ],
    {
      'word/media/image1.png': logo,
      'word/_rels/header1.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/image" Target="media/image1.png"/></Relationships>`,
    },
  )
}

/** A cover in a section of its own, the text in another; both lie on their side. */
export function landscape(): Uint8Array {
  const size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
  return wordFile(
    `<w:p><w:pPr><w:sectPr>${size}<w:pgMar w:top="3402" w:right="2268" w:bottom="1134" w:left="2268" w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="708"/></w:sectPr></w:pPr></w:p><w:p/>` +
      `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>${size}<w:pgMar w:top="1418" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/><w:pgNumType w:start="1"/><w:cols w:space="708"/></w:sectPr>`,
    [
      styles(normal + paragraphStyle('Heading1', 'Heading 1', headingLook(1, 32))),
      piece('header1', `<w:hdr ${w}><w:p>${control('title', run('Title'))}</w:p></w:hdr>`, 'header'),
    ],
  )
}
