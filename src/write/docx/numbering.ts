/** Numbering definitions of lists (ECMA-376 Part 1, 17.9). */
import { AlignmentType, type ILevelsOptions, LevelFormat, LevelSuffix } from 'docx'
import type { Design } from '../../design/types.ts'
import type { List } from '../../publication/model.ts'
import { halfPoints, hex, twips } from './units.ts'

/** Word has nine levels; deeper lists use the last one, indented further. */
export const deepestLevel = 8

export interface Numbering {
  readonly reference: string
  readonly levels: readonly ILevelsOptions[]
}

/**
 * The definition that a list is an instance of: one for all bullets, one for ordered lists that begin with 1, and
 * one for each other beginning and level.
 *
 * @param level - how many lists stand around this one
 */
export function numberingOf(list: List, level: number, design: Design): Numbering {
  if (!list.ordered) return { reference: `bullets`, levels: levels(design, null) }
  if (list.start === 1) return { reference: `ordered`, levels: levels(design, { level, start: 1 }) }
  return {
    reference: `ordered ${level} from ${list.start}`,
    levels: levels(design, { level, start: list.start }),
  }
}

/** Points that a list's text stands further right than the text around it: room for its widest label. */
export function listIndent(list: List, design: Design): number {
  if (!list.ordered) return design.list.indent
  const digits = String(list.start + Math.max(0, list.children.length - 1)).length
  const { size } = design.styles.list
  return Math.max(design.list.indent, size * (0.6 * digits + 0.3) + design.list.labelGap)
}

function levels(design: Design, ordered: { level: number; start: number } | null): readonly ILevelsOptions[] {
  const { list, styles } = design
  const bullets = list.bullets.length === 0 ? ['•'] : list.bullets
  const run = {
    font: styles.list.family,
    color: hex(styles.list.color),
    size: halfPoints(styles.list.size),
  }
  return Array.from({ length: deepestLevel + 1 }, (_, level) => ({
    level,
    start: ordered?.level === level ? ordered.start : 1,
    format: ordered === null ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text: ordered === null ? (bullets[level % bullets.length] ?? '•') : `%${level + 1}.`,
    // Labels end where the gap before the text begins, so that 9 and 10 stand one below the other.
    alignment: AlignmentType.RIGHT,
    suffix: LevelSuffix.TAB,
    style: {
      run,
      paragraph: {
        indent: {
          left: twips(styles.list.insetLeft + (level + 1) * list.indent),
          hanging: twips(list.indent),
        },
      },
    },
  }))
}
