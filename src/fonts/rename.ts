/** A changed font may not carry the names that its makers reserve (SIL OFL 1.1, clause 3). */
import { sha256 } from '../text/digest.ts'
import { nameRecords, writeNames } from './names.ts'
import { sfntVersion, tableBytes, writeSfnt } from './sfnt.ts'
import { readDirectory } from './tables.ts'

/** Copyright, trademark, licence and its address: notices, which stay as their makers wrote them. */
const notices = new Set([0, 7, 13, 14])

/**
 * @param bytes - font file made from one with reserved names
 * @param family - what CSS calls it
 * @param reserved - the reserved names; none leaves all as it is
 * @returns the file with each reserved name replaced in all its other name records, and the family's name likewise
 */
export function renameReserved(
  bytes: Uint8Array,
  family: string,
  reserved: readonly string[],
): { readonly bytes: Uint8Array; readonly family: string } {
  if (reserved.length === 0) return { bytes, family }
  const font = readDirectory(bytes)
  if ('why' in font) throw new Error(`a font to rename that ${font.why}`)
  const records = nameRecords(font).map(record =>
    notices.has(record.id) ? record : { ...record, text: replaceNames(record.text, reserved) },
  )
  const tables = tableBytes(font).set('name', writeNames(records))
  return { bytes: writeSfnt(sfntVersion(font), tables), family: replaceNames(family, reserved) }
}

/** Names with spaces are also met without them, in PostScript names; longer names go first. */
function replaceNames(text: string, reserved: readonly string[]): string {
  let changed = text
  for (const name of reserved.toSorted((a, b) => b.length - a.length)) {
    const spellings = [name, name.replaceAll(' ', ''), name.replaceAll(' ', '-')]
    for (const spelling of new Set(spellings)) {
      changed = changed.replace(new RegExp(escaped(spelling), 'gi'), substitute(name))
    }
  }
  return changed
}

/** A name of our own, another for every reserved one, so that two families stay two. */
function substitute(name: string): string {
  const digest = sha256(name.toLowerCase())
  return `Pliego${digest.slice(0, 4).toUpperCase()}`
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
