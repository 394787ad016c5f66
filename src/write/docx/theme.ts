/** The brand's colours and fonts as an Office theme (ECMA-376 Part 1, 20.1.6.9), so that Word offers them. */
import type { IThemeOptions } from 'docx'
import type { Design, Palette } from '../../design/types.ts'
import { hex } from './units.ts'

/** Theme slot, its name in `w:themeColor`, and the palette's colour that fills it; a colour takes its first slot. */
const slots = [
  ['dark1', 'text1', 'foreground'],
  ['light1', 'background1', 'background'],
  ['dark2', 'text2', 'muted'],
  ['light2', 'background2', 'surface'],
  ['accent1', 'accent1', 'primary'],
  ['accent2', 'accent2', 'secondary'],
  ['accent3', 'accent3', 'tertiary'],
  ['accent4', 'accent4', 'rule'],
  ['accent5', 'accent5', 'muted'],
  ['hyperlink', 'hyperlink', 'link'],
  ['accent6', 'accent6', 'link'],
  ['followedHyperlink', 'followedHyperlink', 'link'],
] as const satisfies readonly (readonly [string, string, keyof Palette])[]

export function themeOptions(design: Design): IThemeOptions {
  const name = design.brandName === '' ? design.name : design.brandName
  return {
    name,
    colors: Object.fromEntries(slots.map(([slot, , role]) => [slot, hex(design.palette[role])])),
    fonts: { headings: design.styles.heading1.family, body: design.styles.body.family },
  }
}

/** The theme's font for a family: body text's is `minor`, headings' is `major`; null for any other. */
export function themeFont(family: string, design: Design): 'minor' | 'major' | null {
  if (family === design.styles.body.family) return 'minor'
  return family === design.styles.heading1.family ? 'major' : null
}

/** The name in `w:themeColor` of a colour of the palette; null for any other. */
export function themeColor(color: string, design: Design): string | null {
  const slot = slots.find(([, , role]) => design.palette[role].toLowerCase() === color.toLowerCase())
  return slot?.[1] ?? null
}
