/** Every part of the package. */
import type { Document, IContext } from 'docx'
import type { Build } from './build.ts'
import type { Part } from './package.ts'
import { appXml, coreXml, fontTableXml, settingsXml } from './properties.ts'
import { serialise } from './serialise.ts'
import { stylesXml } from './styles.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
const office = 'application/vnd.openxmlformats-officedocument.'

/**
 * @param document - docx's: text, running heads, numbering, theme, custom properties
 * @param build - what the text refers to
 */
export function makeParts(document: Document, build: Build): readonly Part[] {
  const { edition } = build
  const { design, publication } = edition
  const context = (viewWrapper: IContext['viewWrapper']): IContext => ({
    file: document,
    viewWrapper,
    stack: [],
  })
  const main = context(document.Document)
  // Writing the text is what begins its lists.
  const text = serialise(document.Document.View, main)
  const own = (name: string, data: string): Part => ({
    path: `word/${name}.xml`,
    type: `${word}${name}+xml`,
    data,
    from: 'document',
    relationship: { id: `rIdPart-${name}`, kind: name },
  })
  const property = (name: string, kind: string, type: string, data: string): Part => ({
    path: `docProps/${name}.xml`,
    type: `${type}+xml`,
    data,
    from: 'package',
    relationship: { id: `rId-${name}`, kind },
  })
  const furniture = (kind: 'header' | 'footer') => {
    const wrappers = kind === 'header' ? document.Headers : document.Footers
    return wrappers.map(
      (wrapper, index): Part => ({
        path: `word/${kind}${index + 1}.xml`,
        type: `${word}${kind}+xml`,
        data: serialise(wrapper.View, context(wrapper)),
        from: 'document',
        relationship: { id: `rId${wrapper.View.ReferenceId}`, kind },
      }),
    )
  }
  const extended = 'extended-properties'
  const custom = 'custom-properties'
  return [
    {
      path: 'word/document.xml',
      type: `${word}document.main+xml`,
      data: withListNumbers(text, document),
      from: 'package',
      relationship: { id: 'rId-document', kind: 'officeDocument' },
    },
    property(
      'core',
      'core-properties',
      'application/vnd.openxmlformats-package.core-properties',
      coreXml(edition),
    ),
    property('app', extended, `${office}${extended}`, appXml(edition)),
    property('custom', custom, `${office}${custom}`, serialise(document.CustomProperties, main)),
    own('styles', stylesXml(design, publication.metadata.language)),
    own('settings', settingsXml(edition)),
    own('fontTable', fontTableXml(design)),
    own('numbering', withoutDefaultBullets(serialise(document.Numbering, main))),
    {
      path: 'word/theme/theme1.xml',
      type: `${office}theme+xml`,
      data: serialise(document.Theme, main),
      from: 'document',
      relationship: { id: 'rIdPart-theme', kind: 'theme' },
    },
    ...furniture('header'),
    ...furniture('footer'),
    ...[...build.media].map(
      ([path, { bytes, id }]): Part => ({
        path: `word/${path}`,
        type: '',
        data: bytes,
        from: 'document',
        relationship: { id, kind: 'image' },
      }),
    ),
  ]
}

/** docx writes a list's name where its number comes, `{name-instance}`: nowhere else can an attribute be so. */
function withListNumbers(text: string, document: Document): string {
  const numbers = new Map(
    document.Numbering.ConcreteNumbering.map(list => [`${list.reference}-${list.instance}`, list.numId]),
  )
  return text.replace(/(?<=<w:numId w:val=")\{([^"]*)\}(?=")/g, (_, name: string) => {
    const number = numbers.get(name)
    if (number === undefined) throw new Error(`docx knows no list ${name}`)
    return String(number)
  })
}

/** docx defines a list of its own, number 1, in every document. */
function withoutDefaultBullets(numbering: string): string {
  return numbering
    .replace(/<w:abstractNum w:abstractNumId="1".*?<\/w:abstractNum>/s, '')
    .replace(/<w:num w:numId="1">.*?<\/w:num>/s, '')
}
