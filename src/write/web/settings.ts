/** What web page and book have in common when an edition becomes hast. */
import type { Locale } from '../../locale/types.ts'
import type { Image } from '../../publication/model.ts'
import type { Edition } from '../types.ts'
import { sectionNames } from './contents.ts'
import type { HastSettings } from './context.ts'
import { noteReferences, referenceTargets } from './references.ts'

/**
 * @param of - what depends on the format
 * @param source - address of a picture in the files of the format
 */
export function hastSettings(
  { design, publication }: Edition,
  locale: Locale,
  of: Pick<HastSettings, 'medium' | 'anchors' | 'href' | 'pageStarts' | 'tokens'>,
  source: (key: string, image: Image) => string,
): HastSettings {
  const { images, metadata, sections, tree } = publication
  return {
    ...of,
    language: metadata.language,
    locale,
    targets: referenceTargets(tree),
    references: noteReferences(tree),
    picture: key => {
      const image = images.get(key)
      if (image === undefined) throw new Error(`the publication has no picture ${key}`)
      return { image, src: source(key, image) }
    },
    captionAbove: design.captionAbove,
    sectionNames: sectionNames(sections, [locale.terms.notes, locale.terms.cite]),
  }
}
