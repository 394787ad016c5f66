/** Word: the document as an OOXML package (ECMA-376, ISO/IEC 29500 transitional). */
import type { Writer } from '../types.ts'
import { body, bodyContext } from './blocks.ts'
import { SectionBreak } from './breaks.ts'
import { newBuild } from './build.ts'
import { furniture } from './furniture.ts'
import { footnotes } from './notes.ts'
import { openingParagraphs } from './opening.ts'
import { makePackage } from './package.ts'
import { makeParts } from './parts.ts'

/**
 * docx gives the elements of text, running heads, numbering and theme. Its own document and packer would bring styles
 * nobody asked for, random ids and the clock: style sheet, settings, properties and package are ours.
 */
export const docx: Writer = async edition => {
  const build = newBuild(edition)
  const before = openingParagraphs(build)
  build.pageBreak = edition.publication.metadata.cover
  const blocks = [...before, ...body(build)]
  const notes = footnotes(build, bodyContext(build))
  const turned = blocks.some(block => block instanceof SectionBreak && block.shape.landscape)
  const parts = makeParts({ blocks, notes, furniture: furniture(build, turned) }, build)
  const links = [...build.links].map(([target, id]) => ({ id, kind: 'hyperlink', target }))
  return makePackage(parts, links)
}
