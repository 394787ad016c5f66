/**
 * «BORRADOR» across the pages of a draft: the WordArt in the head that Word knows as a watermark by its name, so that
 * Design › Watermark takes it away (ECMA-376 Part 4, 19.1.2.19).
 */
import type { XmlComponent } from 'docx'
import { legalText } from '../../text/legal.ts'
import type { Build } from './build.ts'
import { type Runs, xml } from './runs.ts'

const namespaces = {
  'xmlns:v': 'urn:schemas-microsoft-com:vml',
  'xmlns:o': 'urn:schemas-microsoft-com:office:office',
  'xmlns:w10': 'urn:schemas-microsoft-com:office:word',
}

/** Text between two lines, which is how a shape says where its text goes. */
const shapeType = '_x0000_t136'

/** Height of a capital to its width, about. */
const capital = 0.75

/** A run for a head; nothing where the document is no draft. */
export function watermark(build: Build): Runs {
  const mark = build.edition.opening.find(({ role }) => role === 'draftMark')
  const words = legalText(
    (mark?.children ?? []).map(child => (child.type === 'text' ? child.value : '')).join(''),
  ).toUpperCase()
  if (words === '') return []
  const number = ++build.watermarkCount
  return [xml('w:r', {}, [xml('w:pict', namespaces, [typeOfShape(), shape(words, number, build)])])]
}

function typeOfShape(): XmlComponent {
  return xml(
    'v:shapetype',
    { id: shapeType, coordsize: '21600,21600', 'o:spt': 136, path: 'm,l21600,m,21600l21600,21600e' },
    [xml('v:path', { textpathok: 't' }), xml('v:textpath', { on: 't', fitshape: 't' })],
  )
}

/** From corner to corner of the text's square, behind it. */
function shape(words: string, number: number, { edition }: Build): XmlComponent {
  const { page, palette, styles } = edition.design
  const side = Math.min(
    page.width - page.margin.left - page.margin.right,
    page.height - page.margin.top - page.margin.bottom,
  )
  const height = Math.round(side / capital / Math.max(4, words.length))
  const width = Math.round(side * Math.SQRT2 - height)
  const place = {
    position: 'absolute',
    'margin-left': '0',
    'margin-top': '0',
    width: `${width}pt`,
    height: `${height}pt`,
    rotation: '315',
    'z-index': '-251658752',
    'mso-position-horizontal': 'center',
    'mso-position-horizontal-relative': 'margin',
    'mso-position-vertical': 'center',
    'mso-position-vertical-relative': 'margin',
  }
  const attributes = {
    id: `PowerPlusWaterMarkObject${number}`,
    type: `#${shapeType}`,
    alt: '',
    style: css(place),
    'o:allowincell': 'f',
    fillcolor: palette.rule,
    stroked: 'f',
  }
  return xml('v:shape', attributes, [
    xml('v:fill', { opacity: '.5' }),
    xml('v:textpath', {
      style: css({ 'font-family': `"${styles.title.family}"`, 'font-size': '1pt' }),
      string: words,
    }),
    xml('w10:wrap', { anchorx: 'margin', anchory: 'margin' }),
  ])
}

function css(properties: Readonly<Record<string, string>>): string {
  return Object.entries(properties)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}
