/** Names of hidden bookmarks: `_` and at most 39 more letters, digits or `_` (ECMA-376 Part 1, 17.13.6.2). */
import { createHash } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** Bookmark of a block: `_` and its id. */
export function blockBookmark(id: string): string {
  return `_${id}`
}

/** Bookmark of a section, whose slug may be long and hyphenated: `_s` and 12 base-32 characters of its SHA-256. */
export function sectionBookmark(id: string): string {
  const digest = createHash('sha256').update(id, 'utf8').digest()
  let name = ''
  let bits = 0
  let held = 0
  for (const byte of digest) {
    bits = (bits << 8) | byte
    held += 8
    while (held >= 5 && name.length < 12) {
      held -= 5
      name += alphabet[(bits >> held) & 31] ?? ''
    }
    bits &= 0xff
  }
  return `_s${name}`
}
