/** The page's style sheets: fonts, the brand's values, the template's rules; and those for paper. */
import type { VFile } from 'vfile'
import type { Locale } from '../../locale/types.ts'
import type { Edition } from '../types.ts'
import { legalText } from '../web/characters.ts'
import { customProperties, decimal, withoutComments } from '../web/css.ts'
import { embeddedFonts, fontFaceRules, noFonts } from '../web/fonts.ts'
import { documentRules } from '../web/rules.ts'
import { tokensRead } from '../web/style.ts'
import { darkTokens, type Scale, type Tokens, tokens } from '../web/tokens.ts'
import { pageRules } from './page-rules.ts'

export interface PageStyle {
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

/** @returns the style sheets in order; unknown tokens are errors in `messages` */
export async function pageStyles(
  edition: Edition,
  locale: Locale,
  messages: VFile,
): Promise<readonly PageStyle[]> {
  const { design, publication } = edition
  const { screenCss, printCss } = design.slots
  const { fonts, familyName } = design.embedWebFonts ? await embeddedFonts(edition, locale) : noFonts
  const scale: Scale = { size: rem, space: rem, length: rem, familyName }
  const all = new Map([...tokens(design, scale), ['print-root', `${decimal(rootPoints)}pt`]])
  const used: Tokens = new Map([
    ...tokensRead(screenCss, all, design, 'screen.css', messages),
    ...tokensRead(printCss, all, design, 'print.css', messages),
  ])
  const dark = only(darkTokens(design), used)

  const faces = fontFaceRules(fonts, index => `data:font/woff2;base64,${base64(fonts[index]?.woff2)}`)
  const { classification, organisation, status, title } = publication.metadata
  const mark = [
    classification === 'publico' ? '' : locale.terms.classification[classification],
    status === 'borrador' ? locale.terms.draft : '',
  ]
    .filter(text => text !== '')
    .join(' · ')
  const screen = [
    faces,
    customProperties(':root', used),
    `@media screen and (prefers-color-scheme: dark) {\n${customProperties(':root', dark)}}\n`,
    withoutComments(screenCss),
    '\n',
    documentRules(publication.tree, design, rem, locale.decimal.point),
  ]
  const print = [
    pageRules(design, locale, [organisation, title], mark, familyName),
    withoutComments(printCss),
  ]
  return [
    { css: styleText(screen.join('')), media: '' },
    { css: styleText(print.join('')), media: 'print' },
  ]
}

function only(tokens: Tokens, names: Tokens): Tokens {
  return new Map([...tokens].filter(([name, value]) => names.has(name) && names.get(name) !== value))
}

function base64(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('base64')
}

/** Text of a `style` element ends at `</`; in CSS that can only stand in a string, where a backslash is harmless. */
function styleText(css: string): string {
  return `\n${legalText(css).replaceAll('</', '<\\/')}\n`
}
