/** What a template folder becomes: the only source of colours, sizes, fonts and lengths for all four formats. */
import type { FontFace } from '../fonts/types.ts'
import type { QuoteStyle } from '../locale/types.ts'
import type { BoxKind, RepeatPolicy } from '../publication/model.ts'
import type { CodeTokenKind } from '../text/highlight.ts'

/** Every role a piece of text can have, one style each. */
export type Role =
  | 'body'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'heading5'
  | 'heading6'
  | 'list'
  | 'quotation'
  | 'repeatReference'
  | 'brandLine'
  | 'organisation'
  | 'department'
  | 'classification'
  | 'draftMark'
  | 'placeDate'
  | 'fieldLabel'
  | 'fieldValue'
  | 'title'
  | 'subtitle'
  | 'authors'
  | 'summaryLabel'
  | 'summary'
  | 'runningHead'
  | 'footer'
  | 'code'
  | 'caption'
  | 'tableHead'
  | 'tableCell'
  | 'tableNote'
  | 'footnote'
  | 'boxTitle'
  | 'box'
  | 'term'
  | 'description'
  | 'indexTitle'
  | 'index'
  | 'glossary'
  | 'signature'
  | 'address'

/** Lengths in points, colours as `#rrggbb`. */
export interface TextStyle {
  /** Name of a family in {@link Design.faces}. */
  readonly family: string
  readonly size: number
  /** Distance of baselines. */
  readonly leading: number
  /** 100 to 900. */
  readonly weight: number
  readonly italic: boolean
  readonly color: string
  readonly align: 'justify' | 'left' | 'center' | 'right'
  readonly hyphenate: boolean
  readonly spaceBefore: number
  readonly spaceAfter: number
  /** First line, relative to the others. */
  readonly indent: number
  readonly insetLeft: number
  readonly insetRight: number
  /** Points added between letters. */
  readonly letterSpacing: number
  readonly uppercase: boolean
  readonly smallCaps: boolean
  readonly figures: 'lining' | 'old-style'
  readonly keepWithNext: boolean
}

/** How a run inside a paragraph differs from the paragraph's style. */
export interface InlineStyles {
  /** Size is relative to the text around it. */
  readonly code: { readonly family: string; readonly sizeFactor: number; readonly color: string }
  readonly link: { readonly color: string; readonly underline: boolean; readonly weight: number }
  readonly strong: { readonly weight: number }
}

/** A coloured box behind or a rule beside blocks. A width of 0 and an empty background draw nothing. */
export interface Box {
  readonly background: string
  readonly borderColor: string
  readonly borderSide: 'left' | 'top' | 'bottom' | 'all'
  readonly borderWidth: number
  readonly padding: number
}

/** The colour of its title stands before that of the role `boxTitle`. */
export interface TitledBox extends Box {
  readonly titleColor: string
}

/** Points. The frame is the page less its margins. */
export interface PageGeometry {
  /** Name as in brand.yml: A4, Letter… */
  readonly size: string
  readonly width: number
  readonly height: number
  readonly margin: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
  }
  /** Paper's top edge to the running head's baseline; bottom edge to the footer's baseline. */
  readonly headDistance: number
  readonly footDistance: number
}

/** The letterhead's and other furniture's values. */
export interface Furniture {
  /** Lines of text above the letterhead, from brand.yml; may be empty. */
  readonly brandLines: readonly string[]
  /** Coloured band at the top edge of the first page, points; 0 draws none. */
  readonly bandHeight: number
  readonly bandColor: string
  /** Rule under the letterhead, under running heads, over footers, and for thematic breaks. */
  readonly ruleWidth: number
  readonly ruleColor: string
  /** Between the letterhead and the rule under it. */
  readonly ruleGap: number
  /** Between the emblem and the names beside it. */
  readonly emblemGap: number
  /** Least space between the two texts of a running head. */
  readonly headGap: number
  readonly emblem: Emblem | null
}

/** The drawn emblem: SVG, and the same picture as PNG for readers that have no SVG. */
export interface Emblem {
  readonly svg: string
  readonly png: Uint8Array
  readonly alternative: string
  /** Points, as set in the letterhead. */
  readonly width: number
  readonly height: number
}

/** Colours by role, for screen formats and theme parts. */
export interface Palette {
  readonly foreground: string
  readonly background: string
  readonly primary: string
  readonly secondary: string
  readonly tertiary: string
  readonly muted: string
  readonly link: string
  readonly surface: string
  readonly rule: string
  /** Titles and rules of boxes: note, recommendation, warning. */
  readonly info: string
  readonly success: string
  readonly warning: string
  /** Behind such boxes, and behind the key message's. */
  readonly infoSurface: string
  readonly successSurface: string
  readonly warningSurface: string
  readonly primarySurface: string
  /** Behind highlighted words. */
  readonly highlight: string
}

/** Of tables. Points. */
export interface TableGeometry {
  /** Between a cell's edge and its text. */
  readonly paddingX: number
  readonly paddingY: number
  readonly headBackground: string
  /** Behind every second row; '' for none. */
  readonly zebraBackground: string
  /** Above and below the table and under its head, in `outerColor`; between rows, in `ruleColor`; 0 draws none. */
  readonly outerRule: number
  readonly innerRule: number
  readonly outerColor: string
  readonly ruleColor: string
}

/** Of footnotes. Points. */
export interface NoteGeometry {
  /** Rule over the notes. */
  readonly ruleWidth: number
  readonly ruleLength: number
  readonly ruleColor: string
  readonly spaceAbove: number
  readonly spaceBetween: number
}

export interface ListGeometry {
  /** Points from the text's left edge to the item's text, each level. */
  readonly indent: number
  /** Between an item's label and its text. */
  readonly labelGap: number
  /** Label of an unordered item by level, repeating. */
  readonly bullets: readonly string[]
  /** Space between the items of a loose list. */
  readonly itemSpace: number
}

/** Files of the template that formats fill. */
export interface Slots {
  /** An ordinary HTML page with `<template data-slot="…">`. */
  readonly html: string
  readonly screenCss: string
  readonly printCss: string
  readonly epubCss: string
  /** Path of the office's own Word file; '' where the template has none. */
  readonly word: string
}

/** An office's own Word file, whose styles, heads, feet and sections its documents take. */
export interface WordTemplate {
  /** For messages. */
  readonly path: string
  /** Files of a package by their paths: what goes on into documents, sound, valid, without anything active. */
  readonly parts: ReadonlyMap<string, Uint8Array>
  /** Path of the main document among them. */
  readonly main: string
  /** Of its last section. */
  readonly page: PageGeometry
  /** Its own text has no slot and more than one section: the first paragraph holds that of a cover. */
  readonly cover: boolean
  /** Words of its own text that do not go on: a sample, or what follows the slots. */
  readonly dropped: string
}

/** At the top or at the foot of the next page, while the text goes on; or where they were written. */
export type FloatPlace = 'float' | 'bottom' | 'here'

export interface Design {
  /** Folder name of the template. */
  readonly name: string
  /** BCP 47: the language of documents that name none; '' when the template names none either. */
  readonly language: string
  /** brand.yml's `meta.name` and `meta.link`; '' when not set. */
  readonly brandName: string
  readonly brandLink: string
  readonly faces: readonly FontFace[]
  /** Families whose characters stand in for those that another has not, in order. */
  readonly fallback: readonly string[]
  readonly styles: Readonly<Record<Role, TextStyle>>
  readonly inline: InlineStyles
  readonly page: PageGeometry
  readonly furniture: Furniture
  readonly list: ListGeometry
  readonly quotationBox: Box
  readonly summaryBox: Box
  readonly boxes: Readonly<Record<BoxKind, TitledBox>>
  readonly codeBox: Box
  /** Words of code whose language is known. */
  readonly codeColors: Readonly<Record<Exclude<CodeTokenKind, ''>, string>>
  readonly table: TableGeometry
  readonly notes: NoteGeometry
  /** Size of superscript and subscript relative to the text, and how far they are moved, in its size. */
  readonly script: { readonly size: number; readonly raise: number; readonly drop: number }
  readonly highlight: string
  /** Space above and below figures and tables, and between either and its caption. */
  readonly captionedSpace: { readonly around: number; readonly caption: number }
  readonly captionAbove: { readonly figure: boolean; readonly table: boolean }
  readonly palette: Palette
  /** The same roles on a dark screen. */
  readonly darkPalette: Palette
  /** HTML carries WOFF2 subsets of the faces that it uses. */
  readonly embedWebFonts: boolean
  /** The same for EPUB, whose readers mostly choose a typeface of their own. */
  readonly embedBookFonts: boolean
  /** Word files carry the faces that their licence lets go into documents that are edited. */
  readonly embedWordFonts: boolean
  /** Where figures and small tables stand that have no room in their place; only those with a number leave it. */
  readonly floats: { readonly figure: FloatPlace; readonly table: FloatPlace }
  /** Do the lines of running text stand on a grid, the same on every page? */
  readonly baselineGrid: boolean
  /** Optical margin: signs at the ends of justified lines stand out of the measure a little. */
  readonly hanging: boolean
  /** Part of their width by which the letters of a justified line may be made wider or narrower; 0 for none. */
  readonly expansion: number
  readonly numberSections: boolean
  /** Footnotes begin with 1 on each page. */
  readonly notesByPage: boolean
  readonly repeats: RepeatPolicy
  /** The outer pair of quotation marks, where the language leaves the choice. */
  readonly quotes: QuoteStyle
  readonly slots: Slots
  /** Path of every file that the design was made from, for messages. */
  readonly files: readonly { readonly path: string }[]
}
