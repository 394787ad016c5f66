/** EPUB 3.3: cover, title page, navigation and text as a book for reading systems. */
import type { VFile } from 'vfile'
import type { WebFont } from '../../fonts/web-fonts.ts'
import { localeFor } from '../../locale/locale.ts'
import type { Locale } from '../../locale/types.ts'
import { codeTokens } from '../../publication/code-tokens.ts'
import type { Publication } from '../../publication/model.ts'
import type { Edition, Writer } from '../types.ts'
import { decimal, type FamilyNames, withoutComments, withValues } from '../web/css.ts'
import { fontFile, imageEndings } from '../web/files.ts'
import { embeddedFonts, fontFaceRules, noFonts } from '../web/fonts.ts'
import { pictureKeys } from '../web/pictures.ts'
import { documentRules } from '../web/rules.ts'
import { tokensRead } from '../web/style.ts'
import { darkTokens, type Scale, tokens } from '../web/tokens.ts'
import { packBook } from './adapter.ts'
import { type Asset, coverImageFile, coverPictureFile } from './book.ts'
import { coverImage, coverPicture } from './cover.ts'
import { bookIdentifier } from './identifier.ts'
import { packageDocument } from './package.ts'
import { bookPages } from './pages.ts'

export const epub: Writer = async (edition, messages) => {
  const { metadata } = edition.publication
  const locale = localeFor(metadata.language)
  if (locale === null) throw new Error(`no locale for ${metadata.language}: publishing checks it`)

  const { fonts, familyNames } = edition.design.embedBookFonts
    ? await embeddedFonts(edition, locale)
    : noFonts
  const cover = await coverPicture(edition, locale)
  const tokens = await codeTokens(edition.publication)
  const pictures = pictureAssets(edition.publication)
  const files = new Map(pictures.map(({ key, asset }) => [key, asset.file]))
  const { chapters, navigation, paged } = bookPages(edition, locale, files, cover !== null, tokens)
  const assets: readonly Asset[] = [
    { file: coverImageFile, mediaType: 'image/svg+xml', bytes: Buffer.from(coverImage(edition, locale)) },
    ...(cover === null ? [] : [{ file: coverPictureFile, mediaType: 'image/png', bytes: cover }]),
    ...pictures.map(({ asset }) => asset),
    ...fonts.map(font => ({ file: fontFile(font), mediaType: 'font/woff2', bytes: font.woff2 })),
  ]
  const identifier = bookIdentifier(metadata)
  return packBook({
    identifier,
    title: metadata.title,
    language: metadata.language,
    chapters,
    navigation,
    style: bookStyle(edition, locale, fonts, familyNames, messages),
    packageDocument: packageDocument(edition, locale, { identifier, chapters, assets, paged }),
    assets,
  })
}

/** The pictures that the text shows, each once. */
function pictureAssets({ images, tree }: Publication) {
  return pictureKeys(tree).flatMap((key, index) => {
    const image = images.get(key)
    if (image === undefined) throw new Error(`the publication has no picture ${key}`)
    const file = `images/${index + 1}.${imageEndings[image.type]}`
    return [{ key, asset: { file, mediaType: image.type, bytes: image.bytes } }]
  })
}

/**
 * Reading systems set the size of type and know no pages: all lengths are relative to the text's. Colours of the
 * dark scheme are there as `var(--dark-…)`. Values are written out, since older systems know no custom properties.
 */
function bookStyle(
  edition: Edition,
  locale: Locale,
  fonts: readonly WebFont[],
  familyNames: FamilyNames,
  messages: VFile,
): string {
  const { design } = edition
  const { size: bodySize } = design.styles.body
  const em = (points: number, of: number) => (points === 0 ? '0' : `${decimal(points / of)}em`)
  const scale: Scale = {
    size: points => em(points, bodySize),
    space: em,
    length: points => em(points, bodySize),
    familyNames,
  }
  const dark = [...darkTokens(design)].map(([name, value]) => [`dark-${name}`, value] as const)
  const all = new Map([...tokens(design, scale), ...dark])
  const css = withoutComments(design.slots.epubCss)
  const faces = fontFaceRules(fonts, fontFile)
  const sheet = withValues(css, tokensRead(css, all, design, 'epub.css', messages))
  return `${faces}${sheet}\n${documentRules(edition.publication.tree, design, scale.length, locale.decimal.point)}`
}
