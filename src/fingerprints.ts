/** SHA-256 of what stands on the disk: files, and folders of templates. */
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from './text/digest.ts'
import { compare } from './text/order.ts'

/** Bytes read at a time, into one buffer: memory for whole fonts takes longer to get than they take to hash. */
const piece = 1 << 16

/** @returns lower-case hexadecimal SHA-256 of a file's bytes; null where there is none */
export function fileHash(path: string): string | null {
  if (!existsSync(path)) return null
  const buffer = Buffer.allocUnsafeSlow(piece)
  const hash = createHash('sha256')
  const file = openSync(path, 'r')
  try {
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer))
      hash.update(buffer.subarray(0, length))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

/**
 * SHA-256 over every file of the template folders, by relative path.
 *
 * @param folders - searched for templates; one that does not exist counts as empty
 */
export function templatesFingerprint(folders: readonly string[]): string {
  // A folder often stands there twice, as a project's templates and as the program's own.
  const listed = new Map([...new Set(folders)].map(folder => [folder, hashedFiles(folder)]))
  const hashes = folders.flatMap((folder, index) => listed.get(folder)?.map(file => `${index}/${file}`) ?? [])
  return sha256(hashes.join('\n'))
}

function hashedFiles(folder: string): readonly string[] {
  return filesBelow(folder).map(path => `${path}:${fileHash(join(folder, path))}`)
}

function filesBelow(folder: string, inner = ''): string[] {
  const here = join(folder, inner)
  if (!existsSync(here) || !statSync(here).isDirectory()) return []
  return readdirSync(here)
    .sort(compare)
    .flatMap(name => {
      const path = inner === '' ? name : `${inner}/${name}`
      return statSync(join(folder, path)).isDirectory() ? filesBelow(folder, path) : [path]
    })
}
