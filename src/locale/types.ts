import type { BoxKind, Classification } from '../publication/model.ts'
import type { Typography } from './typography.ts'

/** Which pair of quotation marks is the outer one, where a language leaves the choice: «…» or “…”. */
export type QuoteStyle = 'angulares' | 'inglesas'

/** With the space that French sets inside. */
export interface QuotationMarks {
  readonly open: string
  readonly close: string
}

/** Every text of the program's own in one language, and the language data that rules need. */
export interface Locale {
  /** BCP 47, as in the table. */
  readonly tag: string
  readonly terms: {
    readonly contents: string
    readonly skipToContent: string
    readonly summary: string
    readonly number: string
    readonly to: string
    readonly from: string
    readonly subject: string
    readonly reference: string
    readonly version: string
    readonly draft: string
    readonly cover: string
    readonly titlePage: string
    readonly emblem: string
    readonly beginReading: string
    readonly keywords: string
    /** What the accessibility metadata of a book say in words. */
    readonly accessibility: string
    readonly classification: Readonly<Record<Classification, string>>
    /** Before a number, as labels and references have them: «Figura 3», «Cuadro 3». */
    readonly figure: string
    readonly table: string
    /** Name of a block of code that has none, for those who hear it. */
    readonly code: string
    readonly note: string
    /** Title of the notes where they stand together. */
    readonly notes: string
    /** What the link from a note to its reference says. */
    readonly backToText: string
    /** Title of what a book says of itself, and the labels of its lines. */
    readonly colophon: string
    readonly date: string
    readonly madeWith: string
    readonly rights: string
    readonly series: string
    readonly publishedBy: string
    readonly fingerprint: string
    readonly typefaces: string
    /** Title of the list of pages of the printed document. */
    readonly pages: string
    /** Title of the reference to the document, and what stands before its address there. */
    readonly cite: string
    readonly availableAt: string
    /** What the buttons say that show a picture, or a note, over the page and take it away. */
    readonly enlarge: string
    readonly close: string
    /** As inside a sentence, before a number: «sección 2.1». */
    readonly section: string
    readonly annex: string
    readonly page: string
    /** Titles of the lists of figures, of tables, of acronyms. */
    readonly figures: string
    readonly tables: string
    readonly glossary: string
    /** What a check box says to those who don't see it. */
    readonly taskOpen: string
    readonly taskDone: string
    /** Title of a box that has none of its own. */
    readonly box: Readonly<Record<BoxKind, string>>
  }
  /** «23 de noviembre de 2026». */
  readonly date: (year: number, month: number, day: number) => string
  /** «Lima, 23 de noviembre de 2026»; either may be ''. */
  readonly placeDate: (place: string, date: string) => string
  /** «Página 2 de 5». */
  readonly pageOf: (page: string, pages: string) => string
  /** Text around a page label in a cross-reference: [' (p. ', ')']. */
  readonly pageReference: readonly [before: string, after: string]
  /** Between «Figura 3» and the caption. */
  readonly captionSeparator: string
  /** Quotation marks by nesting, outermost first; deeper levels begin again. */
  readonly quotes: Readonly<Record<QuoteStyle, readonly QuotationMarks[]>>
  /** How texts in the language are set. */
  readonly typography: Typography
  /** What stands for a repeated paragraph: text before the link, its quotation marks, text after the page. */
  readonly repeatReference: {
    readonly before: string
    readonly open: string
    readonly close: string
    readonly after: string
  }
  /** «4 min de lectura». */
  readonly readingTime: (minutes: number) => string
  readonly decimal: { readonly point: string; readonly group: string }
  /** Beginnings, folded to lower case, of a block that leans on the one before it («en esa línea»). */
  readonly openers: readonly string[]
  /** Beginnings that look like an opener and lean on nothing («tal vez», «su santidad»); the longest match wins. */
  readonly falseOpeners: readonly string[]
  /** Lower-case abbreviations that end in a point and no sentence («art.», «sr.»). */
  readonly abbreviations: readonly string[]
  /** Small words that may give an acronym no letter («de», «la»). */
  readonly smallWords: readonly string[]
  /** Acronyms that readers know or that are no acronyms: nothing needs to explain them. */
  readonly knownAcronyms: readonly string[]
  /** Words that turn a sentence into its contrary («no», «nunca»). */
  readonly negations: readonly string[]
}
