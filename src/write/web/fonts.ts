/** The faces of the text as WOFF2 subsets, and the rules that bring them into a style sheet. */
import type { WebFont } from '../../fonts/web-fonts.ts'
import type { Locale } from '../../locale/types.ts'
import type { Edition } from '../types.ts'
import { cssString, type FamilyNames } from './css.ts'
import { usedFaces } from './faces.ts'
import { interfaceTexts } from './interface.ts'

export interface EmbeddedFonts {
  readonly fonts: readonly WebFont[]
  /** Another name where a subset may not keep its own. Stand-ins are named only where the file carries them. */
  readonly familyNames: FamilyNames
}

/** Web page and book of one edition carry the same fonts: made once. */
const made = new WeakMap<Edition, Promise<EmbeddedFonts>>()

/** For a format that carries no fonts: names stand for whatever the reader's machine has. */
export const noFonts: EmbeddedFonts = { fonts: [], familyNames: family => [family] }

/** @returns one font for each face that the text uses */
export function embeddedFonts(edition: Edition, locale: Locale): Promise<EmbeddedFonts> {
  const fonts = made.get(edition) ?? makeFonts(edition, locale)
  made.set(edition, fonts)
  return fonts
}

async function makeFonts(edition: Edition, locale: Locale): Promise<EmbeddedFonts> {
  const { webFonts } = await import('../../fonts/web-fonts.ts')
  const used = usedFaces(edition, interfaceTexts(edition.publication, locale))
  const fonts = await webFonts(used)
  const names = new Map(used.map(({ face }, index) => [face.family, fonts[index]?.family ?? face.family]))
  const standIns = edition.design.fallback.filter(family => names.has(family))
  const familyNames = (family: string) =>
    [family, ...standIns.filter(other => other !== family)].map(name => names.get(name) ?? name)
  return { fonts, familyNames }
}

/** @param address - of a font's file */
export function fontFaceRules(fonts: readonly WebFont[], address: (font: WebFont) => string): string {
  return fonts
    .map(
      font => `@font-face {
  font-family: ${cssString(font.family)};
  font-weight: ${font.weight};
  font-style: ${font.italic ? 'italic' : 'normal'};
  font-display: swap;
  src: url(${cssString(address(font))}) format("woff2");
}
`,
    )
    .join('')
}
