/** How much one document may ask for, so that no text stops a machine. Every bound can be raised. */

export interface Limits {
  /** Bytes of one text or CSV file. A megabyte of Markdown is a book of 500 pages. */
  readonly fileBytes: number
  /** Lists, quotations and directives inside one another. */
  readonly nesting: number
  /** Cells of one table. */
  readonly tableCells: number
  /** Bytes of one picture's file. */
  readonly pictureBytes: number
  /** Pixels of one picture: an A3 page at 600 pixels an inch has 70 million. */
  readonly picturePixels: number
  /** Files that include one another. */
  readonly includes: number
  /** Seconds that the parser may take for a text that looks as if it could hang it. */
  readonly parseSeconds: number
}

export type LimitName = keyof Limits

export const defaultLimits: Limits = {
  fileBytes: 16 * 1024 * 1024,
  nesting: 50,
  tableCells: 50_000,
  pictureBytes: 32 * 1024 * 1024,
  picturePixels: 80_000_000,
  includes: 10,
  parseSeconds: 20,
}

/** What people call each, first in Spanish: the names in the messages, and those that an option takes. */
export const limitNames: Readonly<Record<LimitName, readonly [string, string]>> = {
  fileBytes: ['bytes', 'bytes'],
  nesting: ['niveles', 'nesting'],
  tableCells: ['celdas', 'cells'],
  pictureBytes: ['bytes-imagen', 'image-bytes'],
  picturePixels: ['pixeles', 'pixels'],
  includes: ['inclusiones', 'includes'],
  parseSeconds: ['segundos', 'seconds'],
}

/** Beyond this, what comes later runs out of stack: no option raises `nesting` over it. */
export const mostNesting = 200
