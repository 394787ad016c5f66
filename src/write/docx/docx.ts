/** Word: the document as an OOXML package (ECMA-376, ISO/IEC 29500 transitional). */
import { Document } from 'docx'
import type { Writer } from '../types.ts'
import { body } from './blocks.ts'
import { newBuild } from './build.ts'
import { furniture, pageOptions } from './furniture.ts'
import { openingParagraphs } from './opening.ts'
import { makePackage } from './package.ts'
import { makeParts } from './parts.ts'
import { customProperties } from './properties.ts'
import { themeOptions } from './theme.ts'

/** Paragraphs through docx; style sheet, settings and properties, where docx falls short, as parts of our own. */
export const docx: Writer = async edition => {
  const { design } = edition
  const build = newBuild(edition)
  const children = [...openingParagraphs(build), ...body(build)]
  const document = new Document({
    theme: themeOptions(design),
    customProperties: customProperties(edition),
    numbering: { config: [...build.numberings.values()] },
    styles: { importedStyles: [] },
    sections: [
      { ...furniture(build), properties: { page: pageOptions(design), titlePage: true, grid: {} }, children },
    ],
  })
  const links = [...build.links].map(([target, id]) => ({ id, kind: 'hyperlink', target }))
  return makePackage(makeParts(document, build), links)
}
