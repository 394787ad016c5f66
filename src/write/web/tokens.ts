/**
 * CSS custom properties made from the Design: the only way in which colours, fonts, sizes and lengths of the brand
 * come into style sheets, which name them as `var(--heading1-size)`.
 */

import type { Box, Design, Palette, TextStyle } from '../../design/types.ts'
import { compare } from '../../text/order.ts'
import { cssString, decimal, type FamilyNames, fontStack } from './css.ts'

/** Names without the two hyphens, and values. */
export type Tokens = ReadonlyMap<string, string>

/** How the page's points become lengths of a screen, and what its families are called there. */
export interface Scale {
  readonly familyNames: FamilyNames
  /** A size of type. */
  readonly size: (points: number) => string
  /** A space that belongs to text of a size. */
  readonly space: (points: number, textSize: number) => string
  /** Any other length. */
  readonly length: (points: number) => string
}

/** @returns every token, by name; {@link darkTokens} are the same names with the dark scheme's colours */
export function tokens(design: Design, scale: Scale): Tokens {
  const { furniture, inline, list, page } = design
  const all = new Map(colorTokens(design, color => color))
  for (const [role, style] of Object.entries(design.styles)) {
    for (const [name, value] of styleTokens(style, design, scale)) all.set(`${role}-${name}`, value)
  }
  for (const [name, box] of boxes(design)) {
    for (const side of ['top', 'right', 'bottom', 'left'] as const) {
      const drawn = box.borderSide === side || box.borderSide === 'all'
      all.set(`${name}-border-${side}`, drawn ? scale.length(box.borderWidth) : '0')
    }
    all.set(`${name}-padding`, scale.length(box.padding))
  }
  for (const [name, value] of constructTokens(design, scale)) all.set(name, value)
  all.set('inlineCode-family', fontStack(design, inline.code.family, scale.familyNames))
  all.set('inlineCode-size', `${decimal(inline.code.sizeFactor)}em`)
  all.set('link-decoration', inline.link.underline ? 'underline' : 'none')
  all.set('link-weight', String(inline.link.weight))
  all.set('strong-weight', String(inline.strong.weight))
  all.set('band-height', scale.length(furniture.bandHeight))
  all.set('rule-width', scale.length(furniture.ruleWidth))
  all.set('rule-gap', scale.length(furniture.ruleGap))
  all.set('emblem-gap', scale.length(furniture.emblemGap))
  all.set('emblem-background', 'transparent')
  all.set('emblem-width', scale.length(furniture.emblem?.width ?? 0))
  all.set('emblem-height', scale.length(furniture.emblem?.height ?? 0))
  all.set('list-indent', scale.length(list.indent))
  all.set('list-item-space', scale.length(list.itemSpace))
  for (let level = 1; level <= bulletLevels; level += 1) {
    const bullet = list.bullets[(level - 1) % list.bullets.length] ?? '•'
    all.set(`bullet-${level}`, cssString(`${bullet}\u00A0\u00A0`))
  }
  all.set('text-width', scale.length(page.width - page.margin.left - page.margin.right))
  return new Map([...all].sort(([a], [b]) => compare(a, b)))
}

/** Lists deeper than this keep the last level's bullet. */
const bulletLevels = 6

/** The tokens that are colours, in the dark scheme. */
export function darkTokens(design: Design): Tokens {
  const { palette, darkPalette } = design
  const byLight = new Map<string, string>()
  for (const [role, color] of Object.entries(palette)) {
    // The roles of both palettes are the same.
    if (!byLight.has(color)) byLight.set(color, darkPalette[role as keyof Palette])
  }
  // Two roles may share a light colour: where a use has a role of its own, that one decides, else the first.
  const dark: Scheme = (color, role) => {
    if (role !== undefined && palette[role] === color) return darkPalette[role]
    return byLight.get(color) ?? darkPalette.foreground
  }
  const all = new Map(colorTokens(design, dark))
  // An emblem keeps its colours, and so the ground that they were drawn for.
  all.set('emblem-background', palette.background)
  for (const [role, color] of Object.entries(darkPalette)) all.set(role, color)
  return new Map([...all].sort(([a], [b]) => compare(a, b)))
}

/** A colour of the light scheme in another; `role` is the one that such uses mostly have. */
type Scheme = (color: string, role?: keyof Palette) => string

function* colorTokens(design: Design, scheme: Scheme): Generator<[string, string]> {
  for (const [role, color] of Object.entries(design.palette)) yield [role, scheme(color)]
  for (const [role, style] of Object.entries(design.styles)) yield [`${role}-color`, scheme(style.color)]
  for (const [name, box] of boxes(design)) {
    yield [`${name}-background`, ground(box.background, scheme)]
    yield [`${name}-border-color`, scheme(box.borderColor, 'tertiary')]
  }
  for (const [kind, { titleColor }] of Object.entries(design.boxes)) {
    yield [`box-${kind}-title-color`, scheme(titleColor)]
  }
  for (const [kind, color] of Object.entries(design.codeColors)) yield [`code-${kind}`, scheme(color)]
  const { headBackground, zebraBackground } = design.table
  yield ['table-head-background', ground(headBackground, scheme)]
  yield ['table-zebra-background', ground(zebraBackground, scheme)]
  yield ['table-rule-color', scheme(design.table.ruleColor, 'rule')]
  yield ['notes-rule-color', scheme(design.notes.ruleColor, 'rule')]
  yield ['highlight', scheme(design.highlight, 'highlight')]
  yield ['inlineCode-color', scheme(design.inline.code.color)]
  yield ['link-color', scheme(design.inline.link.color, 'link')]
  yield ['band-color', design.furniture.bandColor]
  yield ['rule-color', scheme(design.furniture.ruleColor, 'rule')]
}

function ground(color: string, scheme: Scheme): string {
  return color === '' ? 'transparent' : scheme(color, 'surface')
}

function boxes(design: Design): readonly (readonly [string, Box])[] {
  return [
    ['quotation', design.quotationBox],
    ['summary', design.summaryBox],
    ['codeBox', design.codeBox],
    ...Object.entries(design.boxes).map(([kind, box]) => [`box-${kind}`, box] as const),
  ]
}

/** What tables, notes, captions and moved letters have besides styles and colours. */
function* constructTokens(
  { captionedSpace, notes, script, table }: Design,
  { length }: Scale,
): Generator<[string, string]> {
  yield ['table-padding-x', length(table.paddingX)]
  yield ['table-padding-y', length(table.paddingY)]
  yield ['table-outer-rule', length(table.outerRule)]
  yield ['table-inner-rule', length(table.innerRule)]
  yield ['notes-rule-width', length(notes.ruleWidth)]
  yield ['notes-rule-length', length(notes.ruleLength)]
  yield ['notes-space-above', length(notes.spaceAbove)]
  yield ['notes-space-between', length(notes.spaceBetween)]
  yield ['captioned-around', length(captionedSpace.around)]
  yield ['captioned-caption', length(captionedSpace.caption)]
  yield ['script-size', `${decimal(script.size)}em`]
  // The design moves letters by the size of the text around them; CSS by their own.
  yield ['script-raise', `${decimal(script.raise / script.size)}em`]
  yield ['script-drop', `${decimal(script.drop / script.size)}em`]
}

function* styleTokens(style: TextStyle, design: Design, scale: Scale): Generator<[string, string]> {
  const space = (points: number) => scale.space(points, style.size)
  const family = fontStack(design, style.family, scale.familyNames)
  const size = scale.size(style.size)
  const leading = decimal(style.leading / style.size)
  const slope = style.italic ? 'italic' : 'normal'
  yield ['font', `${slope} ${style.weight} ${size}/${leading} ${family}`]
  yield ['family', family]
  yield ['size', size]
  yield ['leading', leading]
  yield ['weight', String(style.weight)]
  yield ['style', slope]
  yield ['align', style.align === 'left' ? 'start' : style.align === 'right' ? 'end' : style.align]
  yield ['hyphens', style.hyphenate ? 'auto' : 'manual']
  yield ['before', space(style.spaceBefore)]
  yield ['after', space(style.spaceAfter)]
  yield ['indent', space(style.indent)]
  yield ['inset-left', space(style.insetLeft)]
  yield ['inset-right', space(style.insetRight)]
  const figures = style.figures === 'lining' ? 'lining-nums' : 'oldstyle-nums'
  yield ['variant', style.smallCaps ? `${figures} small-caps` : figures]
  yield ['tracking', style.letterSpacing === 0 ? 'normal' : `${decimal(style.letterSpacing / style.size)}em`]
  yield ['transform', style.uppercase ? 'uppercase' : 'none']
}
