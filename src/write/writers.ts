/** The four writers, each loaded only when asked for. */
import type { VFile } from 'vfile'
import type { Format } from '../publication/exceptions.ts'
import type { Edition, Writer } from './types.ts'

export const formats: readonly Format[] = ['pdf', 'docx', 'epub', 'html']

/** Formats that print page labels or, the book, lead to them, and so need pages. */
export const pagedFormats: readonly Format[] = ['pdf', 'docx', 'epub']

/** Those that are set on pages, where what does not fit or has no glyph is a fault. */
export const printedFormats: readonly Format[] = ['pdf', 'docx']

export const writers = {
  pdf: async (edition, messages) => (await import('./pdf/pdf.ts')).pdf(edition, messages),
  docx: async (edition, messages) => (await import('./docx/docx.ts')).docx(edition, messages),
  epub: async (edition, messages) => (await import('./epub/epub.ts')).epub(edition, messages),
  html: async (edition, messages) => (await import('./html/html.ts')).html(edition, messages),
} satisfies Record<Format, Writer>

/** The web page with its files beside it. */
export async function writeBeside(edition: Edition, folder: string, messages: VFile) {
  return (await import('./html/html.ts')).htmlBeside(edition, folder, messages)
}
