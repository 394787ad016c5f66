/** One style for each role, all from a few brand values: sizes by one scale, spaces by one unit, the leading. */
import type { Brand } from './brand-keys.ts'
import type { InlineStyles, Role, TextStyle } from './types.ts'
import { thousandth } from './units.ts'

/** Steps of the scale above the body's size. The title stands above every heading. */
const steps = {
  title: 5,
  heading1: 3,
  heading2: 2,
  heading3: 1,
  heading4: 0.5,
  heading5: 0.25,
  heading6: 0,
} as const
/** Sizes below the body's, relative to it. */
const small = {
  box: 0.95,
  field: 0.92,
  letterhead: 0.9,
  caption: 0.86,
  cell: 0.84,
  footnote: 0.82,
  note: 0.8,
  brandLine: 0.78,
} as const
/** Leading of text set in narrow measures or small sizes, relative to its size. */
const tight = { footnote: 1.36, cell: 1.34, code: 1.4 } as const

export function makeStyles(brand: Brand): Readonly<Record<Role, TextStyle>> {
  const size = brand['typography.base.size']
  const ratio = brand['typography.base.line-height']
  const headingRatio = brand['typography.headings.line-height']
  const scale = brand['typography.headings.scale']
  const leading = thousandth(size * ratio)

  const body: TextStyle = {
    family: brand['typography.base.family'],
    size,
    leading,
    weight: 400,
    italic: false,
    color: brand['color.foreground'],
    align: brand['typography.base.align'] === 'left' ? 'left' : 'justify',
    hyphenate: brand['typography.base.hyphenate'],
    spaceBefore: 0,
    spaceAfter: thousandth(leading / 2),
    indent: 0,
    insetLeft: 0,
    insetRight: 0,
    letterSpacing: 0,
    uppercase: false,
    smallCaps: false,
    figures: brand['typography.base.figures'] === 'old-style' ? 'old-style' : 'lining',
    keepWithNext: false,
  }
  const flush: TextStyle = { ...body, align: 'left', hyphenate: false }
  const sans = (factor: number, lines: number = headingRatio): TextStyle => ({
    ...flush,
    family: brand['typography.headings.family'],
    // Beside capitals, and in columns.
    figures: 'lining',
    size: thousandth(size * factor),
    leading: thousandth(size * factor * lines),
    spaceAfter: 0,
  })
  const bold = brand['typography.headings.weight']
  const heading = (step: keyof typeof steps, before: number, color: string): TextStyle => ({
    ...sans(scale ** steps[step]),
    weight: bold,
    color,
    smallCaps: brand['typography.headings.small-caps'],
    spaceBefore: thousandth(leading * before),
    spaceAfter: thousandth(leading / 3),
    keepWithNext: true,
  })
  const primary = brand['color.primary']
  const secondary = brand['color.secondary']
  const muted = brand['color.muted']
  const field: TextStyle = { ...sans(small.field, ratio), spaceAfter: thousandth(leading / 6) }
  const quiet: TextStyle = { ...sans(small.note, ratio), color: muted }

  return {
    body,
    heading1: heading('heading1', 1, primary),
    heading2: heading('heading2', 0.85, primary),
    heading3: heading('heading3', 0.7, secondary),
    heading4: heading('heading4', 0.6, secondary),
    heading5: { ...heading('heading5', 0.5, secondary), italic: true },
    heading6: { ...heading('heading6', 0.5, muted), italic: true },
    list: { ...body, spaceAfter: thousandth(brand['list.item-space']) },
    quotation: {
      ...body,
      size: thousandth(size * 0.95),
      leading: thousandth(leading * 0.95),
      insetLeft: thousandth(leading),
      insetRight: thousandth(leading),
    },
    repeatReference: { ...body, italic: true, color: secondary },
    brandLine: {
      ...quiet,
      size: thousandth(size * small.brandLine),
      leading: thousandth(size * small.brandLine * ratio),
      spaceAfter: thousandth(leading / 2),
    },
    organisation: { ...sans(1.15), weight: bold, color: primary },
    department: { ...sans(small.letterhead), color: secondary },
    classification: {
      ...sans(small.letterhead),
      weight: bold,
      color: primary,
      uppercase: true,
      letterSpacing: 0.6,
    },
    draftMark: { ...sans(small.letterhead), weight: bold, color: muted, uppercase: true, letterSpacing: 0.6 },
    placeDate: {
      ...sans(small.field, ratio),
      align: 'right',
      spaceBefore: thousandth(leading / 2),
      spaceAfter: thousandth(leading / 2),
    },
    fieldLabel: { ...field, weight: bold, color: secondary },
    fieldValue: field,
    title: {
      ...sans(scale ** steps.title),
      weight: bold,
      color: primary,
      spaceBefore: thousandth(leading / 2),
      spaceAfter: thousandth(leading / 2),
      keepWithNext: true,
    },
    subtitle: {
      ...sans(scale ** steps.heading3),
      color: secondary,
      spaceAfter: thousandth(leading / 2),
      keepWithNext: true,
    },
    authors: { ...field, color: muted, spaceAfter: thousandth(leading / 2) },
    summaryLabel: {
      ...sans(small.letterhead),
      weight: bold,
      color: primary,
      spaceBefore: thousandth(leading * 0.75),
      spaceAfter: thousandth(leading / 6),
      keepWithNext: true,
    },
    // Label and text share a box, which stands clear of what is around it.
    summary: { ...flush, hyphenate: body.hyphenate, spaceAfter: thousandth(leading * 0.75) },
    runningHead: quiet,
    footer: quiet,
    code: {
      ...flush,
      figures: 'lining',
      family: brand['typography.monospace.family'],
      size: thousandth(size * brand['typography.monospace.size'] * small.box),
      leading: thousandth(size * brand['typography.monospace.size'] * small.box * tight.code),
    },
    caption: { ...sans(small.caption, tight.cell), color: secondary, spaceAfter: 0 },
    tableHead: {
      ...sans(small.cell, tight.cell),
      weight: bold,
      color: primary,
      hyphenate: body.hyphenate,
    },
    tableCell: { ...sans(small.cell, tight.cell), hyphenate: body.hyphenate },
    tableNote: { ...sans(small.note, tight.cell), color: muted, spaceBefore: thousandth(leading / 4) },
    footnote: {
      ...body,
      size: thousandth(size * small.footnote),
      leading: thousandth(size * small.footnote * tight.footnote),
      spaceAfter: 0,
    },
    boxTitle: {
      ...sans(small.box),
      weight: bold,
      color: primary,
      spaceAfter: thousandth(leading / 6),
      keepWithNext: true,
    },
    box: {
      ...flush,
      hyphenate: body.hyphenate,
      size: thousandth(size * small.box),
      leading: thousandth(leading * small.box),
      spaceAfter: thousandth(leading / 3),
    },
    term: { ...flush, weight: 700, spaceAfter: 0, keepWithNext: true },
    description: { ...body, insetLeft: brand['list.indent'], spaceAfter: thousandth(leading / 3) },
    indexTitle: { ...heading('heading2', 1, primary) },
    index: { ...field, spaceAfter: thousandth(leading / 6) },
    glossary: { ...flush, hyphenate: body.hyphenate, spaceAfter: thousandth(leading / 6) },
    signature: { ...flush, spaceAfter: 0 },
    address: { ...flush, spaceAfter: 0 },
  }
}

export function makeInline(brand: Brand): InlineStyles {
  return {
    code: {
      family: brand['typography.monospace.family'],
      sizeFactor: brand['typography.monospace.size'],
      color: brand['color.foreground'],
    },
    link: {
      color: brand['typography.link.color'],
      underline: brand['typography.link.decoration'] === 'underline',
      weight: 400,
    },
    strong: { weight: 700 },
  }
}
