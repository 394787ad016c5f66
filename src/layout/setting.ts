/** What one round of layout carries along: the design's fonts and styles, and what has been set before. */
import type { Design, Role, TextStyle } from '../design/types.ts'
import type { Inline } from '../publication/model.ts'
import { type WordBreaker, wordBreaker } from './breaks.ts'
import { hyphenatorFor } from './hyphenate.ts'
import { type SetLine, setParagraph } from './paragraph.ts'
import { baselineOf } from './rows.ts'
import type { Fonts } from './shape.ts'
import { type ItemContext, prepareText } from './text.ts'
import type { LayoutMessage, Owner } from './types.ts'

export interface Typesetter {
  readonly design: Design
  readonly style: (role: Role) => TextStyle
  /** Lines of a block's text; set once for as long as nothing in it depends on pages. */
  readonly set: (block: TextBlock) => readonly SetLine[]
  /** Lines of a label, which end in a space: other text follows. */
  readonly setLabel: SetText
  /** Lines of page furniture. */
  readonly setFurniture: SetText
  readonly baseline: (style: TextStyle) => number
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
  readonly prefix: { readonly text: string; readonly owner: Owner } | null
}

/** Set blocks, kept from one round to the next. */
export type Kept = Map<object, readonly SetLine[]>

export function makeTypesetter(
  design: Design,
  fonts: Fonts,
  kept: Kept,
  pageLabel: (target: string) => string,
  report: (message: LayoutMessage) => void,
): Typesetter {
  const asked: [string, string][] = []
  const answer = (target: string) => {
    const label = pageLabel(target)
    asked.push([target, label])
    return label
  }
  const itemContext = (language: string): ItemContext => ({
    fonts,
    inline: design.inline,
    language,
    pageLabel: answer,
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
      const prepared = prepareText([], { text, owner }, style, itemContext(language))
      return setParagraph(prepared, { width, style, ...breakers(language), spaceAfter })
    }
  return {
    design,
    style: role => design.styles[role],
    set: ({ key, children, language, style, width, prefix }) => {
      const known = kept.get(key)
      if (known !== undefined) return known
      const prepared = prepareText(children, prefix, style, itemContext(language))
      const lines = setParagraph(prepared, {
        width,
        style,
        ...breakers(language),
        spaceAfter: false,
      })
      if (!children.some(refersToPage)) kept.set(key, lines)
      return lines
    },
    setLabel: setText(true),
    setFurniture: setText(false),
    baseline: style => {
      const { ascender, descender } = fonts.get({ ...style, language: '' })
      return baselineOf(style, ascender, descender)
    },
    asked: () => asked,
  }
}

function refersToPage(node: Inline): boolean {
  if (node.type === 'pageReference') return true
  return 'children' in node && node.children.some(refersToPage)
}
