/** The faces of the text as WOFF2 subsets, and the rules that bring them into a style sheet. */
import type { WebFont } from '../../fonts/web-fonts.ts'
import type { Edition } from '../types.ts'
import { cssString } from './css.ts'
import { type InterfaceText, usedFaces } from './faces.ts'

export interface EmbeddedFonts {
  readonly fonts: readonly WebFont[]
  /** What CSS calls a family of the design: another name where a subset may not keep its own. */
  readonly familyName: (family: string) => string
}

/**
 * @param edition - the document
 * @param additional - text that the format adds, by role
 * @returns one font for each face that the text uses; none where the brand embeds none
 */
export async function embeddedFonts(
  edition: Edition,
  additional: readonly InterfaceText[],
): Promise<EmbeddedFonts> {
  if (!edition.design.embedWebFonts) return { fonts: [], familyName: family => family }
  const { webFonts } = await import('../../fonts/web-fonts.ts')
  const used = usedFaces(edition, additional)
  const fonts = await webFonts(used)
  const names = new Map(used.map(({ face }, index) => [face.family, fonts[index]?.family ?? face.family]))
  return { fonts, familyName: family => names.get(family) ?? family }
}

/** @param address - of each font's file, in the same order */
export function fontFaceRules(fonts: readonly WebFont[], address: (index: number) => string): string {
  return fonts
    .map(
      (font, index) => `@font-face {
  font-family: ${cssString(font.family)};
  font-weight: ${font.weight};
  font-style: ${font.italic ? 'italic' : 'normal'};
  font-display: swap;
  src: url(${cssString(address(index))}) format("woff2");
}
`,
    )
    .join('')
}
