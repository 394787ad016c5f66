/**
 * What the four formats of one document may differ in: the whole list, as data. A proof that they agree leaves
 * out these and nothing else.
 */
import type { NodeType } from './model.ts'

export type Format = 'pdf' | 'docx' | 'epub' | 'html'

/** Printed by some formats, by others not. */
export interface Exception {
  /** Node type that only some formats print, or what a format adds to the text. */
  readonly what:
    | NodeType
    | 'rule'
    | 'running head'
    | 'page number'
    | 'contents'
    | 'cover'
    | 'colophon'
    | 'page list'
    | 'notes title'
    | 'back link'
    | 'soft hyphen'
    | 'comment'
    | 'link of the organisation'
  readonly printedBy: readonly Format[]
  readonly reason: string
}

export const exceptions: readonly Exception[] = [
  { what: 'pageReference', printedBy: ['pdf', 'docx'], reason: 'EPUB and HTML have no pages of their own' },
  { what: 'running head', printedBy: ['pdf', 'docx'], reason: 'EPUB and HTML have no pages of their own' },
  { what: 'page number', printedBy: ['pdf', 'docx'], reason: 'EPUB and HTML have no pages of their own' },
  { what: 'contents', printedBy: ['epub', 'html'], reason: 'PDF and Word show the outline instead' },
  { what: 'pageBreak', printedBy: ['pdf', 'docx'], reason: 'EPUB and HTML have no pages of their own' },
  { what: 'notes title', printedBy: ['html'], reason: 'elsewhere notes stand at the foot of a page or file' },
  { what: 'back link', printedBy: ['pdf', 'epub', 'html'], reason: 'Word leads back from a note by itself' },
  { what: 'comment', printedBy: ['docx'], reason: 'comments are for those who work on a draft in Word' },
  {
    what: 'link of the organisation',
    printedBy: ['epub', 'html'],
    reason: 'the letterhead leads to the house where a reader presses it, on screens',
  },
  { what: 'cover', printedBy: ['epub'], reason: 'reading systems show it on their shelf' },
  {
    what: 'colophon',
    printedBy: ['epub', 'html'],
    reason: 'what a file on its own has to say of its edition',
  },
  { what: 'page list', printedBy: ['epub'], reason: 'it leads to the pages of the PDF' },
  { what: 'soft hyphen', printedBy: ['pdf'], reason: 'words are divided where lines are set' },
  {
    what: 'rule',
    printedBy: ['docx', 'epub', 'html'],
    reason: 'on a page of PDF a rule is drawn, and says nothing',
  },
]

/** Told with less by some formats, because they have no more to tell it with. */
export interface Reduction {
  /** Mark of a text, head of a table's cell, or relation of a block to those around it. */
  readonly what:
    | 'keyboard'
    | 'insertion'
    | 'small-caps'
    | 'expansion'
    | 'both'
    | 'nested quotation'
    | 'list in quotation'
    | 'quotation in box'
    | 'table in list'
    | 'lists in lists'
    | 'emphasis in emphasis'
    | 'paragraph of code'
    | 'empty head'
    | 'emphasis of a whole heading'
    | 'emphasis in a heading of a skipped level'
    | 'status mark'
    | 'number on its page'
    | 'kind of box'
    | 'break'
    | 'lines of code'
  readonly formats: readonly Format[]
  /** What is told instead; '' nothing. */
  readonly becomes: string
  readonly reason: string
}

export const reductions: readonly Reduction[] = [
  { what: 'keyboard', formats: ['pdf'], becomes: 'code', reason: 'PDF has one element for both' },
  { what: 'insertion', formats: ['pdf', 'docx'], becomes: 'underline', reason: 'both are underlined there' },
  {
    what: 'small-caps',
    formats: ['pdf'],
    becomes: '',
    reason: 'glyphs of a face, which PDF has no attribute for; their text is what was written',
  },
  { what: 'expansion', formats: ['docx'], becomes: '', reason: 'Word has no place for it' },
  { what: 'both', formats: ['docx', 'epub', 'html'], becomes: 'column', reason: 'one scope a cell' },
  {
    what: 'nested quotation',
    formats: ['docx'],
    becomes: 'quotation',
    reason: 'Word has styles, not containers',
  },
  {
    what: 'list in quotation',
    formats: ['docx'],
    becomes: 'list',
    reason: 'a paragraph has one style in Word',
  },
  {
    what: 'quotation in box',
    formats: ['docx'],
    becomes: 'paragraph of the box',
    reason: 'a paragraph has one style in Word',
  },
  {
    what: 'table in list',
    formats: ['docx'],
    becomes: 'table',
    reason: 'only paragraphs of text have a list level in Word',
  },
  {
    what: 'lists in lists',
    formats: ['docx'],
    becomes: 'the ninth level',
    reason: 'Word has nine; what is deeper is indented further',
  },
  {
    what: 'emphasis in emphasis',
    formats: ['docx'],
    becomes: '',
    reason: 'it stands upright among italics, which is all that Word knows of it',
  },
  {
    what: 'paragraph of code',
    formats: ['pdf'],
    becomes: 'code',
    reason: 'code is a paragraph of code in PDF',
  },
  {
    what: 'number on its page',
    formats: ['docx', 'epub', 'html'],
    becomes: 'number in the document',
    reason: 'Word counts notes itself; EPUB and HTML have no pages of their own',
  },
  {
    what: 'status mark',
    formats: ['pdf'],
    becomes: 'capitals',
    reason: 'elsewhere capitals are a matter of style',
  },
  {
    what: 'kind of box',
    formats: ['pdf'],
    becomes: 'box',
    reason: 'PDF has one element for a box; its title and its colours tell which',
  },
  { what: 'break', formats: ['pdf'], becomes: ' ', reason: 'the lines of a page are those that were set' },
  { what: 'lines of code', formats: ['pdf'], becomes: ' ', reason: 'on a page they are seen, not said' },
  {
    what: 'empty head',
    formats: ['epub', 'html'],
    becomes: 'none',
    reason: 'a head that says nothing is no head (WCAG)',
  },
  {
    what: 'emphasis of a whole heading',
    formats: ['docx'],
    becomes: '',
    reason: 'Word has bold and italics for it, which headings have anyway',
  },
  {
    what: 'emphasis in a heading of a skipped level',
    formats: ['docx'],
    becomes: '',
    reason: 'all of its text is formatted by hand, as one of the level that was written',
  },
]
