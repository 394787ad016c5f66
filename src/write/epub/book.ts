/** A book ready for packing: finished files, and nothing of the library that packs them. */

/** File names are relative to the package document, with `/`. */
export interface Book {
  /** `urn:uuid:…`. */
  readonly identifier: string
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** XHTML documents in reading order, the navigation document not among them. */
  readonly chapters: readonly Chapter[]
  /** XHTML; stands in the package as {@link navigationFile}. */
  readonly navigation: string
  /** CSS; stands in the package as {@link styleFile}. */
  readonly style: string
  /** XML: `content.opf`. */
  readonly packageDocument: string
  readonly assets: readonly Asset[]
}

export interface Chapter {
  readonly file: string
  readonly title: string
  readonly xhtml: string
}

export interface Asset {
  readonly file: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export const navigationFile = 'toc.xhtml'
export const styleFile = 'style.css'
export const coverFile = 'cover.xhtml'
export const coverImageFile = 'cover.svg'
export const coverPictureFile = 'cover.png'
export const titleFile = 'title.xhtml'
export const colophonFile = 'colophon.xhtml'
