/**
 * What the four formats of one document may differ in: the whole list, as data. A proof that they agree leaves
 * out these and nothing else.
 */
import type { NodeType } from './model.ts'

export interface Exception {
  /** Node type that only some formats print, or the page furniture that only paged formats have. */
  readonly what:
    | NodeType
    | 'running head'
    | 'page number'
    | 'contents'
    | 'cover'
    | 'notes title'
    | 'back link'
  readonly printedBy: readonly ('pdf' | 'docx' | 'epub' | 'html')[]
  readonly reason: string
}

export const exceptions: readonly Exception[] = [
  { what: 'pageReference', printedBy: ['pdf', 'docx'], reason: 'EPUB and HTML have no pages of their own' },
  { what: 'running head', printedBy: ['pdf', 'docx'], reason: 'EPUB and HTML have no pages of their own' },
  { what: 'page number', printedBy: ['pdf', 'docx'], reason: 'EPUB and HTML have no pages of their own' },
  { what: 'contents', printedBy: ['epub', 'html'], reason: 'PDF and Word show the outline instead' },
  { what: 'pageBreak', printedBy: ['pdf', 'docx'], reason: 'EPUB and HTML have no pages of their own' },
  { what: 'notes title', printedBy: ['html'], reason: 'elsewhere notes stand at the foot of a page or file' },
  { what: 'back link', printedBy: ['epub', 'html'], reason: 'on a page the note stands below its reference' },
  { what: 'cover', printedBy: ['epub'], reason: 'reading systems show it on their shelf' },
]
