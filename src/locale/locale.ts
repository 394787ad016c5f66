/** The languages that have texts of the program's own. */
import { en } from './en.ts'
import { es } from './es.ts'
import { esPE } from './es-PE.ts'
import { fr } from './fr.ts'
import { pt } from './pt.ts'
import type { Locale } from './types.ts'

const tables: readonly Locale[] = [en, es, esPE, fr, pt]
const byTag = new Map(tables.map(table => [table.tag.toLowerCase(), table]))

/** Tags of the tables, sorted: what a message may propose. */
export const knownLocales: readonly string[] = tables.map(table => table.tag)

/**
 * The table of a language, found by dropping subtags from the right (RFC 4647, 3.4): `es-MX` gives `es`.
 *
 * @param tag - BCP 47
 * @returns null when there is no table for the language
 */
export function localeFor(tag: string): Locale | null {
  let range = tag.toLowerCase()
  while (range !== '') {
    const table = byTag.get(range)
    if (table !== undefined) return table
    range = range.slice(0, Math.max(0, range.lastIndexOf('-')))
  }
  return null
}
