/** Word: the document as an OOXML package (ECMA-376, ISO/IEC 29500 transitional). */
import type { Writer } from '../types.ts'
import { body } from './blocks.ts'
import { newBuild } from './build.ts'
import { furniture } from './furniture.ts'
import { openingParagraphs } from './opening.ts'
import { makePackage } from './package.ts'
import { makeParts } from './parts.ts'

/**
 * docx gives the elements of text, running heads, numbering and theme. Its own document and packer would bring styles
 * nobody asked for, random ids and the clock: style sheet, settings, properties and package are ours.
 */
export const docx: Writer = async edition => {
  const build = newBuild(edition)
  const paragraphs = [...openingParagraphs(build), ...body(build)]
  const parts = makeParts(paragraphs, furniture(build), build)
  const links = [...build.links].map(([target, id]) => ({ id, kind: 'hyperlink', target }))
  return makePackage(parts, links)
}
