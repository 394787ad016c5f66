/** One document with its design, ready for any writer. */
import type { VFile } from 'vfile'
import type { Design } from './design/types.ts'
import { withheldBy } from './diagnostics/claims.ts'
import { leftToRight } from './diagnostics/direction.ts'
import { report } from './diagnostics/report.ts'
import type { Layout } from './layout/types.ts'
import type { Locale } from './locale/types.ts'
import { codeTokens } from './publication/code-tokens.ts'
import type { Metadata, Publication } from './publication/model.ts'
import { opening } from './publication/opening.ts'
import { type Edition, plainWord, type WordSettings } from './write/types.ts'

/** ZIP knows no earlier time, and reproducible archives use it (https://reproducible-builds.org/docs/archives/). */
const earliest = Date.UTC(1980, 0, 1)

/**
 * @param publication - the document
 * @param design - its template
 * @param locale - of the document's language
 * @param file - holds the document's messages: they decide whether conformance may be claimed
 * @param paged - does any format asked for need pages? The layout engine loads only then.
 * @param epoch - SOURCE_DATE_EPOCH in seconds, null when not set
 * @param word - what was asked of the Word file alone
 */
export async function makeEdition(
  publication: Publication,
  design: Design,
  locale: Locale,
  file: VFile,
  paged: boolean,
  epoch: number | null,
  word: WordSettings = plainWord,
): Promise<Edition> {
  const front = opening(publication, design.furniture.brandLines, locale)
  if (!paged) checkDirection(front, file)
  const withheld = withheldBy(file)
  if (withheld.length > 0) report(file, 'claim-withheld', file.path, { rules: withheld.join(', ') })
  return {
    publication,
    design,
    opening: front,
    layout: paged ? await paginator(publication, design, front, locale) : refuseLayout,
    conformant: withheld.length === 0,
    fileDate: fileDate(publication.metadata, epoch),
    word,
  }
}

/** Of what no front matter says: a file's name, a template's lines. Where there are pages, layout looks at all it sets. */
function checkDirection(front: Edition['opening'], file: VFile): void {
  for (const { children, place } of front)
    for (const child of children) if (child.type === 'text') leftToRight(child.value, place, file)
}

/** The same document on the pages of a house's own Word file, whose heads stand in the place of the letterhead. */
export async function onWordPages(edition: Edition, locale: Locale): Promise<Edition> {
  const { design, publication, opening: front, word } = edition
  if (word.template === null) return edition
  const { page } = word.template
  const other = { ...withoutLetterhead(design), page }
  return { ...edition, design: other, layout: await paginator(publication, other, front, locale) }
}

export function withoutLetterhead(design: Design): Design {
  return { ...design, furniture: { ...design.furniture, emblem: null, bandHeight: 0 } }
}

async function paginator(
  publication: Publication,
  design: Design,
  front: Edition['opening'],
  locale: Locale,
): Promise<() => Layout> {
  const { layout, prepareLayout } = await import('./layout/layout.ts')
  await prepareLayout(publication, front, locale)
  const tokens = await codeTokens(publication)
  let made: Layout | undefined
  return () => {
    made ??= layout(publication, design, front, locale, tokens)
    return made
  }
}

function refuseLayout(): never {
  throw new Error('a writer of unpaged formats asked for pages')
}

function fileDate(metadata: Metadata, epoch: number | null): Date {
  if (metadata.date !== '') return new Date(Math.max(Date.parse(`${metadata.date}T00:00:00Z`), earliest))
  return new Date(epoch === null ? earliest : Math.max(epoch * 1000, earliest))
}
