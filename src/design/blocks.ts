/** What stands around text: boxes, tables, notes, captions, moved letters; from the leading, as all spaces are. */
import type { BoxKind } from '../publication/model.ts'
import type { Brand } from './brand-keys.ts'
import type { Box, Design, Palette, TitledBox } from './types.ts'
import { thousandth } from './units.ts'

type Boxes = Pick<Design, 'quotationBox' | 'summaryBox' | 'boxes' | 'codeBox' | 'codeColors'>
type Constructs = Pick<Design, 'table' | 'notes' | 'script' | 'highlight' | 'captionedSpace' | 'captionAbove'>

/** The boxes of the text have the summary's rule and padding, and a colour for each kind. */
export function makeBoxes(brand: Brand, palette: Palette): Boxes {
  const box = (background: string, borderColor: string): Box => ({
    background,
    borderColor,
    // The table of keys lets only these four through.
    borderSide: brand['summary.side'] as Box['borderSide'],
    borderWidth: brand['summary.border'],
    padding: brand['summary.padding'],
  })
  const titled = (background: string, color: string): TitledBox => ({
    ...box(background, color),
    titleColor: color,
  })
  const boxes: Readonly<Record<BoxKind, TitledBox>> = {
    note: titled(palette.infoSurface, palette.info),
    'key-message': titled(palette.primarySurface, palette.primary),
    warning: titled(palette.warningSurface, palette.warning),
    recommendation: titled(palette.successSurface, palette.success),
    summary: { ...box(palette.surface, palette.tertiary), titleColor: palette.primary },
  }
  return {
    quotationBox: {
      background: '',
      borderColor: palette.tertiary,
      borderSide: 'left',
      borderWidth: brand['quotation.border'],
      padding: brand['quotation.padding'],
    },
    summaryBox: box(palette.surface, palette.tertiary),
    boxes,
    codeBox: {
      background: palette.surface,
      borderColor: palette.rule,
      borderSide: 'all',
      borderWidth: 0,
      padding: brand['quotation.padding'],
    },
    // Those that `contrast.ts` measures on the box's ground.
    codeColors: {
      keyword: palette.primary,
      string: palette.success,
      number: palette.warning,
      comment: palette.muted,
      title: palette.link,
      attribute: palette.info,
    },
  }
}

export function makeConstructs(brand: Brand, palette: Palette): Constructs {
  const size = brand['typography.base.size']
  const leading = size * brand['typography.base.line-height']
  return {
    table: {
      paddingX: thousandth(leading / 3),
      paddingY: thousandth(leading / 5),
      headBackground: palette.surface,
      zebraBackground: brand['table.zebra'] ? palette.surface : '',
      outerRule: brand['table.border'],
      innerRule: brand['table.rule'],
      outerColor: palette.primary,
      ruleColor: palette.rule,
    },
    notes: {
      ruleWidth: 0.5,
      // Long enough to tell notes from text, too short to be taken for a table's rule.
      ruleLength: thousandth(leading * 6),
      ruleColor: palette.muted,
      spaceAbove: thousandth(leading * 0.75),
      spaceBetween: thousandth(leading / 8),
    },
    script: { size: 0.66, raise: 0.34, drop: 0.14 },
    highlight: palette.highlight,
    captionedSpace: { around: thousandth(leading * 0.75), caption: thousandth(leading / 3) },
    captionAbove: {
      figure: brand['figure.caption'] === 'above',
      table: brand['table.caption'] === 'above',
    },
  }
}
