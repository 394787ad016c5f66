/**
 * Every key of brand.yml, after posit-dev's brand.yml (https://posit-dev.github.io/brand-yml/) and beyond it: page,
 * letterhead, boxes, dark scheme. Each says what it takes and which formats show it; a test changes every key
 * and looks for the new value in each of them, so a key that reaches none cannot stand here.
 */

type Reach = 'pdf' | 'docx' | 'epub' | 'html'

/** What a value is, and the type that it becomes. Lengths become points, colours `#rrggbb`. */
export interface BrandKinds {
  readonly text: string
  readonly texts: readonly string[]
  readonly path: string
  readonly color: string
  readonly length: number
  readonly number: number
  readonly weight: number
  readonly switch: boolean
  readonly fonts: readonly BrandFont[]
}

/** One face of a family as brand.yml names it; the path is absolute or relative as the template folder is. */
export interface BrandFont {
  readonly family: string
  readonly path: string
  readonly weight: number
  readonly italic: boolean
}

export interface BrandKey {
  readonly kind: keyof BrandKinds
  readonly reaches: readonly Reach[]
  /** The only texts that it takes. */
  readonly choices?: readonly string[]
  /** Least and greatest number, or length in points. */
  readonly range?: readonly [number, number]
  /** May be left out: the value is then empty. */
  readonly optional?: true
}

const all: readonly Reach[] = ['pdf', 'docx', 'epub', 'html']
const paged: readonly Reach[] = ['pdf', 'docx']
const printed: readonly Reach[] = ['pdf', 'docx', 'html']
const screen: readonly Reach[] = ['epub', 'html']

const color = (reaches = all) => ({ kind: 'color', reaches }) as const
const length = (low: number, high: number, reaches = all) =>
  ({ kind: 'length', range: [low, high], reaches }) as const
const number = (low: number, high: number) => ({ kind: 'number', range: [low, high], reaches: all }) as const
const choice = (...choices: readonly string[]) => ({ kind: 'text', choices, reaches: all }) as const

export const brandKeys = {
  lang: { kind: 'text', reaches: all, optional: true },

  // Publisher of the files: XMP and core properties, EPUB and HTML metadata.
  'meta.name': { kind: 'text', reaches: all, optional: true },
  // Where the letterhead's organisation links to on screens.
  'meta.link': { kind: 'text', reaches: ['epub', 'html'], optional: true },

  'logo.path': { kind: 'path', reaches: all, optional: true },
  'logo.png': { kind: 'path', reaches: ['docx'], optional: true },
  'logo.alt': { kind: 'text', reaches: all, optional: true },
  'logo.height': length(0, 200),

  'letterhead.lines': { kind: 'texts', reaches: all, optional: true },
  'letterhead.band': length(0, 100, printed),
  'letterhead.rule': length(0, 10),

  'color.foreground': color(),
  // Paper stays white, in Word too; the grounds of boxes are mixed with it.
  'color.background': color(),
  'color.primary': color(),
  'color.secondary': color(),
  'color.tertiary': color(),
  'color.muted': color(),
  'color.surface': color(),
  'color.rule': color(),
  // Boxes: note, recommendation, warning.
  'color.info': color(),
  'color.success': color(),
  'color.warning': color(),
  'color.highlight': color(),

  'dark.foreground': color(screen),
  'dark.background': color(screen),
  'dark.primary': color(screen),
  'dark.secondary': color(screen),
  'dark.tertiary': color(screen),
  'dark.muted': color(screen),
  'dark.link': color(screen),
  'dark.surface': color(screen),
  'dark.rule': color(screen),
  'dark.info': color(screen),
  'dark.success': color(screen),
  'dark.warning': color(screen),
  'dark.highlight': color(screen),

  'typography.fonts': { kind: 'fonts', reaches: all },
  // Stand in for the other families where those have not the characters of a text, in this order. In a book only where
  // it carries them: a family that a reader's machine happens to have might set the whole text instead.
  'typography.fallback': { kind: 'texts', reaches: ['pdf', 'docx', 'html'], optional: true },
  'typography.base.family': { kind: 'text', reaches: all },
  'typography.base.size': length(6, 24),
  'typography.base.line-height': number(1, 3),
  // Ragged or justified is for reading systems: they know their lines, their hyphenation and their reader.
  'typography.base.align': { ...choice('justify', 'left'), reaches: printed },
  'typography.base.hyphenate': { kind: 'switch', reaches: all },
  // Print alone: no browser and no word processor sets an optical margin, or letters by the line.
  'typography.base.grid': { kind: 'switch', reaches: ['pdf'] },
  'typography.base.protrusion': { kind: 'switch', reaches: ['pdf'] },
  'typography.base.expansion': { kind: 'switch', reaches: ['pdf'] },
  'typography.base.figures': choice('lining', 'old-style'),
  'typography.headings.family': { kind: 'text', reaches: all },
  'typography.headings.weight': { kind: 'weight', reaches: all },
  'typography.headings.small-caps': { kind: 'switch', reaches: all },
  'typography.headings.line-height': number(1, 3),
  'typography.headings.scale': number(1.02, 1.6),
  'typography.monospace.family': { kind: 'text', reaches: all },
  'typography.monospace.size': number(0.5, 1.5),
  'typography.link.color': color(),
  'typography.link.decoration': choice('underline', 'none'),

  'page.size': { ...choice('A3', 'A4', 'A5', 'Letter', 'Legal'), reaches: printed },
  'page.margin.top': length(0, 300, printed),
  'page.margin.right': length(0, 300, printed),
  'page.margin.bottom': length(0, 300, printed),
  'page.margin.left': length(0, 300, printed),
  'page.head': length(0, 300, paged),
  'page.foot': length(0, 300, paged),

  'list.indent': length(6, 100),
  'list.bullets': { kind: 'texts', reaches: all },
  'list.item-space': length(0, 50),

  'quotation.border': length(0, 20),
  'quotation.padding': length(0, 50),
  'summary.side': choice('left', 'top', 'bottom', 'all'),
  'summary.border': length(0, 20),
  'summary.padding': length(0, 50),

  'figure.caption': choice('below', 'above'),
  'figure.place': { ...choice('float', 'bottom', 'here'), reaches: ['pdf'] },
  'table.caption': choice('below', 'above'),
  'table.place': { ...choice('float', 'bottom', 'here'), reaches: ['pdf'] },
  'table.border': length(0, 5),
  'table.rule': length(0, 5),
  'table.zebra': { kind: 'switch', reaches: all },

  'notes.numbering': { ...choice('document', 'page'), reaches: paged },
  'sections.numbered': { kind: 'switch', reaches: all },
  quotes: choice('angulares', 'inglesas'),
  repeats: choice('reference', 'last', 'first', 'report', 'keep'),
  'web.fonts': { kind: 'switch', reaches: ['html'] },
  'book.fonts': { kind: 'switch', reaches: ['epub'] },
  'word.fonts': { kind: 'switch', reaches: ['docx'] },
} as const satisfies Record<string, BrandKey>

export type BrandKeyName = keyof typeof brandKeys
export type BrandValue<Name extends BrandKeyName> = BrandKinds[(typeof brandKeys)[Name]['kind']]

/** The ready values of one template and of all that it extends. */
export type Brand = { readonly [Name in BrandKeyName]: BrandValue<Name> }

/** The colours that a template names for its own use. */
const palette = 'color.palette'
/** Dotted paths that hold keys. */
const groups: ReadonlySet<string> = new Set([
  palette,
  ...Object.keys(brandKeys).flatMap(key => {
    const parts = key.split('.')
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'))
  }),
])

/** Every dotted path that brand.yml may hold, for messages. */
export const knownPaths: readonly string[] = [...groups, ...Object.keys(brandKeys), 'extends']

export function isBrandGroup(key: string): boolean {
  return groups.has(key)
}

/** Is it a key of the table, a colour of the palette, or `extends`? */
export function isBrandKey(key: string): boolean {
  return key in brandKeys || key === 'extends' || key.startsWith(`${palette}.`)
}
