/** All files of a release in one. */
import { archive } from '../bytes/archive.ts'
import { compare } from '../text/order.ts'

/** What is packed already, or would not get smaller. */
const packed = /\.(?:docx|epub|pdf|png|zip)$/

/** @param folder - that the files stand in inside the archive, so that unpacking it spills nothing */
export function releaseArchive(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  folder: string,
): Uint8Array {
  const sorted = [...files].sort((a, b) => compare(a.name, b.name))
  return archive(
    sorted.map(({ name, bytes }) => ({
      path: `${folder}/${name}`,
      bytes,
      level: packed.test(name) ? 0 : 6,
    })),
    { mode: 0o644 },
  )
}
