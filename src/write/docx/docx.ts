/** Word: the document as an OOXML package (ECMA-376, ISO/IEC 29500 transitional). */
import { codeTokens } from '../../publication/code-tokens.ts'
import type { Writer } from '../types.ts'
import { newBuild } from './build.ts'
import { linksOf, written } from './content.ts'
import { openingParagraphs } from './opening.ts'
import { makePackage } from './package.ts'
import { makeParts } from './parts.ts'

/**
 * docx gives the elements of text, running heads, numbering and theme. Its own document and packer would bring styles
 * nobody asked for, random ids and the clock: style sheet, settings, properties and package are ours.
 */
export const docx: Writer = async (edition, messages) => {
  const { template } = edition.word
  if (template !== null) {
    const { inHouse } = await import('./house/docx.ts')
    return inHouse(edition, template, messages)
  }
  const build = newBuild(edition, await codeTokens(edition.publication))
  const before = openingParagraphs(build)
  build.pageBreak = edition.publication.metadata.cover
  const content = written(before, build)
  return makePackage(makeParts(content, build), linksOf(build))
}
