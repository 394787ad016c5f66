/** The page's style sheets: fonts, the brand's values, the template's rules; and those for paper. */
import type { VFile } from 'vfile'
import type { WebFont } from '../../fonts/web-fonts.ts'
import type { Locale } from '../../locale/types.ts'
import { noticeText } from '../../publication/opening.ts'
import type { Edition } from '../types.ts'
import { webText } from '../web/characters.ts'
import { customProperties, decimal, withoutComments } from '../web/css.ts'
import { embeddedFonts, fontFaceRules, noFonts } from '../web/fonts.ts'
import { documentRules } from '../web/rules.ts'
import { tokensRead } from '../web/style.ts'
import { darkTokens, type Scale, type Tokens, tokens } from '../web/tokens.ts'
import { pageRules } from './page-rules.ts'

export interface PageStyle {
  /** Of its file, where it stands in one. */
  readonly name: string
  readonly css: string
  /** Media query; '' for all. */
  readonly media: string
}

/** A screen is read from farther away than paper: type of 10.5 pt comes as 18 CSS pixels. */
const enlargement = 1.3
/** Points of one `rem` (16 CSS pixels) before enlarging; on paper the root's size, which undoes it. */
const rootPoints = 12 / enlargement

function rem(points: number): string {
  return points === 0 ? '0' : `${decimal(points / rootPoints)}rem`
}

/**
 * @param address - of a font, as its style sheet has it
 * @returns the style sheets in order; unknown tokens are errors in `messages`
 */
export async function pageStyles(
  edition: Edition,
  locale: Locale,
  address: (font: WebFont) => string,
  messages: VFile,
): Promise<readonly PageStyle[]> {
  const { design, publication } = edition
  const { screenCss, printCss } = design.slots
  const { fonts, familyNames } = design.embedWebFonts ? await embeddedFonts(edition, locale) : noFonts
  const scale: Scale = { size: rem, space: rem, length: rem, familyNames }
  const all = new Map([...tokens(design, scale), ['print-root', `${decimal(rootPoints)}pt`]])
  const used: Tokens = new Map([
    ...tokensRead(screenCss, all, design, 'screen.css', messages),
    ...tokensRead(printCss, all, design, 'print.css', messages),
  ])
  const dark = only(darkTokens(design), used)

  const faces = fontFaceRules(fonts, address)
  const { organisation, title } = publication.metadata
  const notice = noticeText(publication.metadata, locale)
  const screen = [
    faces,
    customProperties(':root', used),
    `@media screen and (prefers-color-scheme: dark) {\n${customProperties(':root', dark)}}\n`,
    withoutComments(screenCss),
    '\n',
    documentRules(publication.tree, design, rem, locale.decimal.point),
  ]
  const print = [
    pageRules(design, locale, [organisation, title], notice, familyNames),
    withoutComments(printCss),
  ]
  return [
    { name: 'page.css', css: styleText(screen.join('')), media: '' },
    { name: 'print.css', css: styleText(print.join('')), media: 'print' },
  ]
}

function only(tokens: Tokens, names: Tokens): Tokens {
  return new Map([...tokens].filter(([name, value]) => names.has(name) && names.get(name) !== value))
}

/** Text of a `style` element ends at `</`; in CSS that can only stand in a string, where a backslash is harmless. */
function styleText(css: string): string {
  return `\n${webText(css).replaceAll('</', '<\\/')}\n`
}
