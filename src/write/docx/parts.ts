/** Every part of the package. */
import { Theme } from 'docx'
import type { FontFace } from '../../fonts/types.ts'
import { type SectionBreak, withSections } from './breaks.ts'
import type { Build } from './build.ts'
import { commentParts } from './comments.ts'
import { draftParts } from './draft.ts'
import { embeddedFaces, fontParts } from './embedded-fonts.ts'
import type { Furniture } from './furniture.ts'
import { separatorNotes } from './notes.ts'
import { numberingXml } from './numbering.ts'
import type { Part } from './package.ts'
import { appXml, coreXml, customXml, fontTableXml, settingsXml } from './properties.ts'
import { sectionProperties } from './section.ts'
import { serialise } from './serialise.ts'
import { stylesXml } from './styles.ts'
import { themeOptions } from './theme.ts'
import { declaration, element } from './xml.ts'

const office = 'application/vnd.openxmlformats-officedocument.'
const word = `${office}wordprocessingml.`

/** Prefixes that paragraphs use; drawings declare those of their own content. */
const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
} as const

/** What the handlers have made. */
export interface Content {
  /** `w:p` and `w:tbl` as XML, and where sections end. */
  readonly blocks: readonly (string | SectionBreak)[]
  /** `w:footnote` as XML; '' without notes. */
  readonly notes: string
  readonly furniture: readonly Furniture[]
}

/** `w:sectPr` of a section, by its shape and that of the one before. */
export type SectionMaker = Parameters<typeof withSections>[1]

/** @param section - makes the sections of a house's own file; null: those of the design */
export function makeParts(
  { blocks, notes, furniture }: Content,
  build: Build,
  section: SectionMaker | null = null,
): readonly Part[] {
  const { edition } = build
  const body = withSections(
    blocks,
    section ?? ((shape, before) => sectionProperties(furniture, edition, shape, before)),
  )
  const footnotes = notes === '' ? [] : [notesPart(separatorNotes().map(serialise).join('') + notes)]
  const main: Part = {
    path: 'word/document.xml',
    type: `${word}document.main+xml`,
    data: declaration + element('w:document', namespaces, element('w:body', {}, body)),
    from: 'package',
    relationship: { id: 'rIdDocument', kind: 'officeDocument' },
  }
  const heads = furniture.map(
    ({ name, kind, content }): Part => ({
      path: `word/${name}.xml`,
      type: `${word}${kind}+xml`,
      data:
        declaration +
        element(kind === 'header' ? 'w:hdr' : 'w:ftr', namespaces, content.map(serialise).join('')),
      from: 'document',
      relationship: { id: `rId-${name}`, kind },
    }),
  )
  const pictures = [...build.media].map(
    ([path, { bytes, id }]): Part => ({
      path: `word/${path}`,
      type: '',
      data: bytes,
      from: 'document',
      relationship: { id, kind: 'image' },
    }),
  )
  const faces = facesUsed(build)
  const embedded = edition.design.embedWordFonts ? embeddedFaces(faces) : []
  return [
    main,
    ofDocument(
      'styles',
      stylesXml(edition.design, edition.publication.metadata.language, build.headings.styles),
    ),
    ofDocument('settings', settingsXml(edition, notes !== '')),
    ofDocument('fontTable', fontTableXml(faces, embedded)),
    ofDocument('numbering', numberingXml(build.numbering)),
    {
      ...ofDocument('theme', declaration + serialise(new Theme(themeOptions(edition.design)))),
      path: 'word/theme/theme1.xml',
      type: `${office}theme+xml`,
    },
    ...footnotes,
    ...heads,
    ...pictures,
    ...commentParts(build),
    ...draftParts(build),
    ...fontParts(embedded),
    ofPackage('core', 'core-properties', 'application/vnd.openxmlformats-package.', coreXml(edition)),
    ofPackage('app', 'extended-properties', office, appXml(edition)),
    ofPackage('custom', 'custom-properties', office, customXml(edition)),
  ]
}

/** Of the families that styles name, and of those that stood in for them. */
function facesUsed({ edition: { design }, standIns }: Build): readonly FontFace[] {
  const named = Object.values(design.styles).map(({ family }) => family)
  const families = new Set([...named, design.inline.code.family, ...standIns])
  return design.faces.filter(({ family }) => families.has(family))
}

function notesPart(content: string): Part {
  return ofDocument('footnotes', declaration + element('w:footnotes', namespaces, content))
}

function ofDocument(name: string, data: string): Part {
  const relationship = { id: `rId-${name}`, kind: name }
  return { path: `word/${name}.xml`, type: `${word}${name}+xml`, data, from: 'document', relationship }
}

function ofPackage(name: string, kind: string, family: string, data: string): Part {
  const relationship = { id: `rId-${name}`, kind }
  return { path: `docProps/${name}.xml`, type: `${family}${kind}+xml`, data, from: 'package', relationship }
}
