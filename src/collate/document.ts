/** A loaded document as collation takes it. */
import type { Design } from '../design/types.ts'
import type { Locale } from '../locale/types.ts'
import type { Publication } from '../publication/model.ts'
import { opening } from '../publication/opening.ts'
import type { Document } from './expected.ts'

export function collated(
  publication: Publication,
  design: Design,
  locale: Locale,
  inHouse = false,
): Document {
  const { taskOpen, taskDone } = locale.terms
  return {
    publication,
    opening: opening(publication, design.furniture.brandLines, locale),
    emblem: design.furniture.emblem?.alternative ?? '',
    organisationLink: design.brandLink,
    captionSeparator: locale.captionSeparator,
    captionAbove: design.captionAbove,
    inHouse,
    notesByPage: design.notesByPage,
    tasks: { open: taskOpen, done: taskDone },
  }
}
