/** The transformed tree and the front matter become the Publication: complete and read-only. */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import type { Locale } from '../locale/types.ts'
import type { SourceDocument } from '../read/types.ts'
import { visit } from '../text/visit.ts'
import type { Comment, Metadata, Publication } from './model.ts'
import { sectionMetadata } from './section.ts'
import { sectionLinks } from './section-links.ts'
import { cellParagraph } from './table.ts'
import { publicationTree } from './tree.ts'

/**
 * @param tree - as the transforms leave it: sections, ids, no link to a place that is not there
 * @param source - the document; what cannot be published is an error in its `file`
 * @param metadata - with its defaults filled in
 * @param locale - of the document's language
 * @param generator - program name and version
 * @returns a Publication that may only be used when no error is in `source.file`
 */
export function publish(
  tree: Root,
  source: SourceDocument,
  metadata: Metadata,
  locale: Locale,
  generator: string,
): Publication {
  const { language } = metadata
  const abbreviations = new Set(locale.abbreviations)
  const links = sectionLinks()
  const root = publicationTree(tree, {
    language,
    locale,
    file: source.file,
    describe: described => sectionMetadata(described, abbreviations, links),
  })
  const sections = root.children.flatMap(block => (block.type === 'section' ? [block.section] : []))
  links.connect(sections)
  return {
    metadata,
    sources: source.sources,
    generator,
    tree: root,
    sections,
    images: source.images,
    comments: draftComments(tree, metadata, source.file),
  }
}

/** What is published carries none: that they stay behind is said once. */
function draftComments(tree: Root, { status }: Metadata, file: VFile): Publication['comments'] {
  const comments = new Map<string, readonly Comment[]>()
  visit(tree, node => {
    const own = node.data?.comments
    if (own === undefined) return
    if (comments.size === 0 && status !== 'borrador')
      report(file, 'comment-unpublished', placeOf(node, file), {})
    const id = node.data?.id ?? ''
    comments.set(node.type === 'tableCell' ? cellParagraph(id) : id, own)
  })
  return status === 'borrador' ? comments : new Map()
}
