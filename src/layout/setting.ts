/** What one round of layout carries along: the design's fonts and styles, and what has been set before. */
import type { Design, Role, TextStyle } from '../design/types.ts'
import type { Locale } from '../locale/types.ts'
import type { CodeTokens } from '../publication/code-tokens.ts'
import type { Code, Image, Inline, InlineImage, PictureWidth } from '../publication/model.ts'
import type { CodeToken } from '../text/highlight.ts'
import { type WordBreaker, wordBreaker } from './breaks.ts'
import { hyphenatorFor } from './hyphenate.ts'
import { contentWidths } from './items.ts'
import { setParagraph } from './paragraph.ts'
import { baselineOf } from './rows.ts'
import type { SetLine } from './set-line.ts'
import type { Fonts } from './shape.ts'
import { requestOf } from './spans.ts'
import { type ItemContext, type Prefix, type PreparedText, prepareText, prepareVerbatim } from './text.ts'
import type { LayoutMessage, Owner } from './types.ts'

export interface Typesetter {
  readonly design: Design
  readonly locale: Locale
  readonly style: (role: Role) => TextStyle
  readonly report: (message: LayoutMessage) => void
  /** Whether some face has it. */
  readonly has: (codePoint: number, style: TextStyle) => boolean
  /** Of a text in one style, or of inline nodes: its widest part that cannot be broken, its width on one line. */
  readonly widths: (
    content: string | readonly Inline[],
    style: TextStyle,
    language: string,
    hyphenated?: boolean,
  ) => { readonly least: number; readonly most: number }
  /** Text as it stands: the glyphs of every character in runs. */
  readonly verbatim: (text: string, owner: Owner, style: TextStyle, language: string) => PreparedText
  /** A block of code in pieces, each of one kind; a single plain one where its language is not known. */
  readonly codeTokens: (node: Code) => readonly CodeToken[]
  /** Size of a picture, points: no wider than the measure, no taller than a page. */
  readonly pictureSize: (image: string, width: PictureWidth, measure: number) => Size
  readonly pageLabel: (target: string) => string
  readonly noteNumber: (id: string) => string
  /** Lines of a block's text; set once for as long as nothing in it depends on pages. */
  readonly set: (block: TextBlock) => readonly SetLine[]
  /** Lines of a label, which end in a space: other text follows. */
  readonly setLabel: SetText
  /** Lines of page furniture. */
  readonly setFurniture: SetText
  readonly baseline: (style: TextStyle) => number
  /** Points between the lines of the baseline grid, for text that stands on it; 0 for other text. */
  readonly grid: (style: TextStyle) => number
  /** The page labels that were asked for, with the answers given. */
  readonly asked: () => readonly (readonly [target: string, label: string])[]
}

/** Sets a text that is no node. */
export type SetText = (
  text: string,
  owner: Owner,
  style: TextStyle,
  width: number,
  language: string,
) => readonly SetLine[]

export interface TextBlock {
  readonly key: object
  readonly children: readonly Inline[]
  readonly language: string
  readonly style: TextStyle
  readonly width: number
  /** Printed before the text, in its style: a section number. */
  readonly prefix: Prefix | null
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** Set blocks, kept from one round to the next for as long as their column stays as wide. */
export type Kept = Map<object, { readonly width: number; readonly lines: readonly SetLine[] }>

export function makeTypesetter(
  design: Design,
  fonts: Fonts,
  kept: Kept,
  pageLabel: (target: string) => string,
  noteNumber: (id: string) => string,
  report: (message: LayoutMessage) => void,
  locale: Locale,
  images: ReadonlyMap<string, Image>,
  tokens: CodeTokens,
): Typesetter {
  const asked: [string, string][] = []
  const answer = (target: string) => {
    const label = pageLabel(target)
    asked.push([target, label])
    return label
  }
  const { page } = design
  const frame = {
    width: page.width - page.margin.left - page.margin.right,
    height: page.height - page.margin.top - page.margin.bottom,
  }
  const pictureSize = (key: string, width: PictureWidth, measure: number): Size => {
    const image = images.get(key)
    if (image === undefined) throw new Error(`no image ${key}`)
    return sizeOf(image, width, measure, frame.height)
  }
  const itemContext = (language: string, measure = frame.width): ItemContext => ({
    fonts,
    inline: design.inline,
    script: design.script,
    highlight: design.highlight,
    key: design.palette.surface,
    pointsOf: other => breakers(other).points,
    // Nothing taller than a third of the page stands in a line.
    pictureSize: ({ image, width }: InlineImage) => {
      const size = pictureSize(image, width, measure)
      const scale = Math.min(1, frame.height / 3 / size.height)
      return { width: size.width * scale, height: size.height * scale }
    },
    language,
    pageLabel: answer,
    noteNumber,
    report,
  })
  const plainPoints = wordBreaker(null)
  const hyphenating = new Map<string, WordBreaker>()
  const breakers = (language: string) => {
    const points = hyphenating.get(language) ?? wordBreaker(hyphenatorFor(language))
    hyphenating.set(language, points)
    return { points, plainPoints }
  }
  const setText =
    (spaceAfter: boolean): SetText =>
    (text, owner, style, width, language) => {
      const prepared = prepareText([], { text, owner }, style, itemContext(language, width))
      return setParagraph(prepared, {
        width,
        style,
        ...breakers(language),
        spaceAfter,
        hanging: design.hanging,
        give: design.expansion,
      })
    }
  return {
    design,
    locale,
    has: (codePoint, style) => fonts.chooser(requestOf(style, ''))(codePoint) !== undefined,
    report,
    widths: (content, style, language, hyphenated = false) => {
      // What is only measured is neither asked for nor reported.
      const context = { ...itemContext(language), pageLabel, report: () => {} }
      const prepared =
        typeof content === 'string'
          ? prepareText([], { text: content, owner: { kind: 'artifact', role: 'rule' } }, style, context)
          : prepareText(content, null, style, context)
      return contentWidths(prepared, hyphenated ? breakers(language).points : plainPoints, plainPoints)
    },
    verbatim: (text, owner, style, language) => prepareVerbatim(text, owner, style, itemContext(language)),
    codeTokens: node => tokens.get(node) ?? [{ kind: '', text: node.value }],
    pictureSize,
    pageLabel: answer,
    noteNumber,
    style: role => design.styles[role],
    set: ({ key, children, language, style, width, prefix }) => {
      const known = kept.get(key)
      if (known?.width === width) return known.lines
      const prepared = prepareText(children, prefix, style, itemContext(language, width))
      const lines = setParagraph(prepared, {
        width,
        style,
        ...breakers(language),
        spaceAfter: false,
        hanging: design.hanging,
        give: design.expansion,
      })
      if (!children.some(node => refersToPage(node, design.notesByPage))) kept.set(key, { width, lines })
      return lines
    },
    setLabel: setText(true),
    setFurniture: setText(false),
    baseline: style => {
      const { ascender, descender } = fonts.get(requestOf(style, ''))
      return baselineOf(style, ascender, descender)
    },
    grid: ({ family, size, leading }) => {
      const { body } = design.styles
      const same = family === body.family && size === body.size && leading === body.leading
      return design.baselineGrid && same ? leading : 0
    },
    asked: () => asked,
  }
}

/** @param notes - numbers of footnotes depend on pages too */
function refersToPage(node: Inline, notes: boolean): boolean {
  if (node.type === 'pageReference' || (notes && node.type === 'footnoteReference')) return true
  return 'children' in node && node.children.some(child => refersToPage(child, notes))
}

/** Natural size is 96 pixels an inch (CSS Values 4, 6.2). */
const pointsPerPixel = 0.75

function sizeOf(image: Image, wanted: PictureWidth, measure: number, highest: number): Size {
  const natural = image.width * pointsPerPixel
  const asked =
    wanted.kind === 'natural' ? natural : wanted.kind === 'share' ? wanted.share * measure : wanted.points
  const ratio = image.height / image.width
  const width = Math.min(asked, measure, highest / ratio)
  return { width, height: width * ratio }
}
