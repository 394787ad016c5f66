/** A ZIP (APPNOTE 6.3.10) whose bytes depend on the files in it alone. */
import { type Zippable, zipSync } from 'fflate'
import { compare } from '../text/order.ts'

/** What is packed already, or would not get smaller. */
const packed = /\.(?:docx|epub|pdf|png|zip)$/

/** @param folder - that the files stand in inside the archive, so that unpacking it spills nothing */
export function releaseArchive(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  folder: string,
): Uint8Array {
  // ZIP stores local time: this is the same in every time zone.
  const mtime = new Date(1980, 0, 1, 12)
  const entries: Zippable = {}
  for (const { name, bytes } of [...files].sort((a, b) => compare(a.name, b.name))) {
    entries[`${folder}/${name}`] = [
      bytes,
      { mtime, level: packed.test(name) ? 0 : 6, os: 3, attrs: 0o644 << 16 },
    ]
  }
  return zipSync(entries)
}
