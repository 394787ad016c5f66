/** The files that a text names: found only where a document may take them from. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { nearest } from '../text/nearest.ts'

/** Where a file's relative paths are counted from, and what they may reach. */
export interface Folders {
  /** Absolute: of the file that names another. */
  readonly folder: string
  /** Absolute: the document's own, `source/` and `templates/` of the project. */
  readonly allowed: readonly string[]
}

export type FoundFile =
  | { readonly path: string }
  | { readonly missing: true; readonly nearest: string }
  | { readonly outside: true }

/**
 * @param written - relative path as the author wrote it, with `/`; may be percent-encoded
 * @returns the absolute path of a file inside the allowed folders, symbolic links resolved
 */
export function findFile(written: string, { folder, allowed }: Folders): FoundFile {
  if (isAbsolute(written) || /^[A-Za-z][A-Za-z\d+.-]+:|^[\\/]|^[A-Za-z]:/.test(written))
    return { outside: true }
  const spellings = [written, decoded(written)].flatMap(name => [
    name,
    name.normalize('NFC'),
    name.normalize('NFD'),
  ])
  const found = spellings.map(name => resolve(folder, name)).find(path => isFile(path))
  if (found === undefined) {
    const wanted = resolve(folder, decoded(written))
    return isInside(wanted, allowed)
      ? { missing: true, nearest: nearestName(decoded(written), folder) }
      : { outside: true }
  }
  const real = realpathSync(found)
  const roots = allowed.filter(existsSync).map(root => realpathSync(root))
  return isInside(real, roots) ? { path: found } : { outside: true }
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}

function isInside(path: string, folders: readonly string[]): boolean {
  return folders.some(folder => {
    const below = relative(folder, path)
    return below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below)
  })
}

function nearestName(written: string, folder: string): string {
  const near = dirname(resolve(folder, written))
  if (!existsSync(near) || !statSync(near).isDirectory()) return ''
  const name = nearest(basename(written), readdirSync(near).sort())
  return name === '' ? '' : join(dirname(written), name).split(sep).join('/')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // A stray `%` encodes nothing: it is part of the name.
    return path
  }
}
