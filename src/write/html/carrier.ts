/** Where a page's style sheets, fonts, pictures and script are: in the page itself, or in a folder beside it. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { WebFont } from '../../fonts/web-fonts.ts'
import type { Image } from '../../publication/model.ts'
import { compare } from '../../text/order.ts'
import { fontFile, imageEndings } from '../web/files.ts'
import { allInside, type Parts } from './security.ts'
import type { PageStyle } from './styles.ts'

/** A file that the page shows or reads. */
export interface PageFile {
  /** Relative to the page's folder of files, with `/`. */
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Carrier {
  /** Address of a font, as its style sheet has it. */
  readonly font: (font: WebFont) => string
  /** Address of a picture of the text, as the page has it. */
  readonly picture: (key: string, image: Image) => string
  readonly style: (style: PageStyle) => Element
  readonly script: (text: string) => Element
  readonly parts: Parts
  /** Those that were asked for, in the order of their names; none of a page that carries everything. */
  readonly files: () => readonly PageFile[]
}

/** Everything in one file. */
export function carryInside(): Carrier {
  const addresses = new Map<string, string>()
  return {
    font: ({ woff2 }) => `data:font/woff2;base64,${base64(woff2)}`,
    picture: (key, { type, bytes }) => {
      const address = addresses.get(key) ?? `data:${type};base64,${base64(bytes)}`
      addresses.set(key, address)
      return address
    },
    style: ({ css, media }) => h('style', media === '' ? {} : { media }, css),
    script: text => h('script', text),
    parts: allInside,
    files: () => [],
  }
}

/**
 * Files beside the page.
 *
 * @param folder - name of the folder, in the page's own
 */
export function carryBeside(folder: string): Carrier {
  const files = new Map<string, Uint8Array>()
  const pictures = new Map<string, string>()
  const put = (name: string, bytes: Uint8Array) => {
    files.set(name, bytes)
    return `${encodeURIComponent(folder)}/${name}`
  }
  return {
    font: font => {
      put(fontFile(font), font.woff2)
      return fontFile(font)
    },
    picture: (key, { type, bytes }) => {
      const name = pictures.get(key) ?? `images/${pictures.size + 1}.${imageEndings[type]}`
      pictures.set(key, name)
      return put(name, bytes)
    },
    style: ({ name, css, media }) => {
      const href = put(name, Buffer.from(css))
      return h('link', { rel: ['stylesheet'], href, ...(media === '' ? {} : { media }) })
    },
    script: text => h('script', { src: put('page.js', Buffer.from(text)), defer: true }),
    // `'self'` is no origin everywhere where a page is opened as a file.
    parts: { inline: false, sources: "'self' file:" },
    files: () => [...files].map(([name, bytes]) => ({ name, bytes })).sort((a, b) => compare(a.name, b.name)),
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
