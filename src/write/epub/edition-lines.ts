/** What a book says of its edition: who publishes it, numbers, version, date, the text that it was made from. */

import { fontFile } from '../../fonts/glyphs.ts'
import { nameId, nameText } from '../../fonts/names.ts'
import type { Locale } from '../../locale/types.ts'
import { doiAddress } from '../../publication/metadata.ts'
import type { Publication } from '../../publication/model.ts'
import { writtenDate } from '../../publication/opening.ts'
import { sha256 } from '../../text/digest.ts'
import type { Edition } from '../types.ts'

interface EditionLine {
  readonly label: string
  readonly value: string
}

/** @returns the lines that the document has something to say in, in their order */
export function editionLines(edition: Edition, locale: Locale): readonly EditionLine[] {
  const { design, publication } = edition
  const { metadata } = publication
  const { terms } = locale
  const all: readonly (readonly [string, string])[] = [
    [terms.publishedBy, publisher(metadata.organisation, metadata.department, design.brandName)],
    [terms.series, metadata.series],
    [terms.number, metadata.number],
    [terms.version, metadata.version],
    [terms.date, writtenDate(metadata, locale)],
    ['ISBN', metadata.isbn],
    ['DOI', doiAddress(metadata)],
    [terms.availableAt, metadata.link],
    [terms.rights, metadata.rights],
    [terms.fingerprint, fingerprint(publication)],
    [terms.madeWith, publication.generator],
    ...(design.embedBookFonts ? fontNotices(edition).map(notice => [terms.typefaces, notice] as const) : []),
  ]
  return all.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))
}

function publisher(organisation: string, department: string, brandName: string): string {
  return [organisation || brandName, department].filter(name => name !== '').join('. ')
}

/** Of all source files, in their order: equal where and only where the texts are. */
export function fingerprint({ sources }: Publication): string {
  const [only, ...others] = sources
  if (only !== undefined && others.length === 0) return only.sha256
  return sha256(sources.map(source => source.sha256).join('\n'))
}

/** Copyright and licence that a font carries (SIL OFL 1.1, clause 2), each once. */
function fontNotices({ design }: Edition): readonly string[] {
  const notices = design.faces.map(face => {
    const font = fontFile(face)
    const parts = [nameId.copyright, nameId.licence, nameId.licenceLink].map(id => nameText(font, id).trim())
    return [face.family, ...parts]
      .filter(part => part !== '')
      .join('. ')
      .replace(/\.\. /g, '. ')
  })
  return [...new Set(notices)]
}
