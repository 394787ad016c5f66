/** Names of hidden bookmarks: `_` and at most 39 more letters, digits or `_` (ECMA-376 Part 1, 17.13.6.2). */
import { shortDigest } from '../../text/digest.ts'

/** Bookmark of a block: `_` and its id; a digest of the id where the text itself names the block (`{#name}`). */
export function blockBookmark(id: string): string {
  return /^b[a-z2-7]{12}$/.test(id) ? `_${id}` : `_n${shortDigest(id)}`
}

/** Bookmark of a section, whose slug may be long and hyphenated. */
export function sectionBookmark(id: string): string {
  return `_s${shortDigest(id)}`
}

/** Bookmark of a caption, beside that of its figure or table. */
export function captionBookmark(block: string): string {
  return `${block}c`
}

/** Bookmark of «Figura 3» in a caption: what a reference repeats. */
export function labelBookmark(block: string): string {
  return `${block}l`
}

/** Bookmark of the first reference to a note: what further references and links lead to. */
export function noteBookmark(id: string): string {
  return `_f${shortDigest(id)}`
}
