/**
 * The PDF writer: draws the pages that layout made and tags them, for PDF/UA-1 (ISO 14289-1) and PDF/A-2a
 * (ISO 19005-2; PDF/A-3a, ISO 19005-3, with its own text attached) in one file of PDF 1.7.
 */
import { asset } from '../../assets.ts'
import { localeFor } from '../../locale/locale.ts'
import type { Edition, Writer } from '../types.ts'
import { writeAttachments } from './attachments.ts'
import { type OpenDocument, object, openDocument, stream } from './document.ts'
import type { Words } from './elements.ts'
import { writeFonts } from './fonts.ts'
import {
  countSections,
  linkedElements,
  writeDestinations,
  writeOutline,
  writePageLabels,
} from './navigation.ts'
import { referenceAnchors } from './note-links.ts'
import { drawPages } from './pages.ts'
import { structureOf } from './structure.ts'
import { text } from './syntax.ts'
import { writeTags } from './tags.ts'
import { describe, information, xmp } from './xmp.ts'

export const pdf: Writer = async (edition, messages) => {
  const { publication, opening, layout } = edition
  const { pages, anchors } = layout()
  const description = describe(edition)
  const language = publication.metadata.language
  const { doc, catalogue, structureRoot, finish }: OpenDocument = openDocument({
    language,
    information: information(description),
  })

  // Elements first, so that what is drawn finds its place among them; drawing fills the fonts with glyphs.
  const structure = structureOf(opening, publication.tree, language, wordsOf(edition))
  const calls = referenceAnchors(pages)
  const { references, parents, fonts } = drawPages(doc, pages, calls, structure, edition, messages)
  await writeFonts(doc, fonts)
  const written = writeTags(doc, structureRoot, structure, parents)

  const drawn = { pages, references }
  catalogue.Names.data.Dests = writeDestinations(
    doc,
    new Map([...anchors, ...calls]),
    linkedElements(pages, structure.elements, written),
    drawn,
  )
  const outline = writeOutline(doc, publication.sections, anchors, drawn)
  if (outline !== null) catalogue.Outlines = outline
  catalogue.PageMode = countSections(publication.sections) > 1 ? 'UseOutlines' : 'UseNone'
  catalogue.PageLabels = writePageLabels(doc, pages)

  writeAttachments(doc, catalogue, edition.attached ?? [], description.date)
  catalogue.OutputIntents = [
    object(doc, {
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: text('sRGB IEC61966-2.1'),
      Info: text('sRGB IEC61966-2.1'),
      DestOutputProfile: stream(doc, { N: 3 }, asset('srgb.icc')),
    }),
  ]
  catalogue.Metadata = stream(doc, { Type: 'Metadata', Subtype: 'XML' }, xmp(description))
  return finish()
}

function wordsOf({ design, publication }: Edition): Words {
  const locale = localeFor(publication.metadata.language)
  const { size } = design.styles.body
  const points = (share: number) => Math.round(share * size * 100) / 100
  return {
    taskOpen: locale?.terms.taskOpen ?? '',
    taskDone: locale?.terms.taskDone ?? '',
    highlight: design.highlight,
    raise: points(design.script.raise),
    drop: points(design.script.drop),
    emblem: design.furniture.emblem?.alternative ?? '',
  }
}
