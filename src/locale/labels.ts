/** Numbers with their words, as labels and cross-references have them. */
import type { Locale } from './types.ts'

/** A number never begins a line without its word. */
const noBreak = '\u00A0'

/** «Figura 3», «Cuadro 3», «Anexo A», «sección 2.1», the space between unbreakable. */
export function numbered(word: string, number: string): string {
  return `${word}${noBreak}${number}`
}

/**
 * What a cross-reference to a section says inside a sentence: «sección 2.1»; without a number its title, «sección
 * “Cooperación”» in the document's own quotation marks.
 */
export function sectionReference(
  section: { readonly number: string; readonly title: string },
  locale: Locale,
  quotes: keyof Locale['quotes'],
): string {
  if (section.number !== '') return numbered(locale.terms.section, section.number)
  const [marks] = locale.quotes[quotes]
  return `${locale.terms.section} ${marks?.open ?? ''}${section.title}${marks?.close ?? ''}`
}
