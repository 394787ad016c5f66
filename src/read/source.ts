/** One file from the disk: what can be wrong with it before a word of Markdown is looked at. */
import { existsSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import type { VFile } from 'vfile'
import { causeOf } from '../diagnostics/phrases.ts'
import { report } from '../diagnostics/report.ts'
import type { SourceFile } from '../publication/model.ts'
import { sha256 } from '../text/digest.ts'
import { compare } from '../text/order.ts'
import { decode } from './encoding.ts'
import type { Limits } from './limits.ts'
import { lines } from './lines.ts'

/** The file in a folder that makes its texts one document: front matter, without the lines `---`. */
export const folderFile = 'document.yml'

export type Bounded = { readonly project: string; readonly limits: Pick<Limits, 'fileBytes'> }

export interface Source {
  readonly text: string
  readonly source: SourceFile
}

/**
 * @param path - absolute, or relative to the project
 * @param project - absolute path of the project's folder
 * @returns the path as messages and places name it: relative, with `/`
 */
export function projectPath(path: string, project: string): string {
  return relative(project, resolve(project, path)).split(sep).join('/')
}

/** A path for people: relative to the project where it lies inside, with `/`; as it is elsewhere. */
export function shownPath(path: string, project: string): string {
  const inside = projectPath(path, project)
  return inside.startsWith('..') ? path : inside
}

/**
 * @param path - absolute, or relative to the project
 * @param bounded - the project's folder, absolute, and how long a file may be
 * @param file - takes the messages
 * @returns the file's text, with `\n` line ends and no byte order mark, or null after an error in `file`
 */
export function readSource(path: string, { project, limits }: Bounded, file: VFile): Source | null {
  const name = projectPath(path, project)
  const bytes = readBytes(resolve(project, path), name, limits.fileBytes, file)
  if (bytes === null) return null
  const text = readText(bytes, name, file)
  if (text === null) return null
  return { text, source: describeSource(name, Buffer.from(text)) }
}

/**
 * @param path - of a file or folder that has been read before
 * @returns the same hash as its {@link SourceFile}; '' where it is gone
 */
export function sourceHash(path: string): string {
  if (!existsSync(path)) return ''
  if (statSync(path).isDirectory()) return describeFolder(path, partNames(path)).sha256
  return describeSource(path, readFileSync(path)).sha256
}

/** @returns the text of a file as it is read; '' where it is none, or not there */
export function sourceText(path: string): string {
  if (!existsSync(path) || !statSync(path).isFile()) return ''
  const decoded = decode(readFileSync(path))
  return 'text' in decoded ? decoded.text : ''
}

/** Of a text, what counts is neither a byte order mark nor Windows line ends; of anything else, its bytes. */
export function describeSource(path: string, bytes: Buffer): SourceFile {
  const decoded = decode(bytes)
  const content = 'text' in decoded ? decoded.text : bytes
  return { path, bytes: Buffer.byteLength(content), sha256: sha256(content) }
}

/** A folder as a source: which texts there are, so that a new one makes its document stale. */
export function describeFolder(path: string, names: readonly string[]): SourceFile {
  return describeSource(path, Buffer.from(names.join('\n')))
}

/** The texts of a document of several files, by code unit. */
export function partNames(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter(name => !name.startsWith('.') && /\.md$/i.test(name))
    .sort(compare)
}

function readBytes(path: string, name: string, bound: number, file: VFile): Buffer | null {
  let stats: Stats
  try {
    stats = statSync(path)
    // Opening a pipe or a device would wait for its other end.
    if (stats.isFile() && stats.size <= bound) return readFileSync(path)
  } catch (cause) {
    reportUnreadable(file, name, cause)
    return null
  }
  if (stats.isDirectory()) report(file, 'file-is-folder', name, { path: name })
  else if (!stats.isFile()) report(file, 'file-unreadable', name, { path: name, why: 'no-regular-file' })
  else report(file, 'file-too-large', name, { bytes: stats.size, bound })
  return null
}

function readText(bytes: Buffer, name: string, file: VFile): string | null {
  const decoded = decode(bytes)
  if ('utf16' in decoded) {
    report(file, 'encoding-utf16', name, { encoding: decoded.utf16 })
    return null
  }
  if ('before' in decoded) {
    const { length } = decoded.before
    const spot = lines(decoded.before, name).place(length, length)
    report(file, 'encoding-invalid', spot, { encoding: decoded.looksLike })
    return null
  }
  if (decoded.text.trim() === '') {
    report(file, 'file-empty', name, {})
    return null
  }
  return decoded.text
}

/**
 * @param file - takes the message
 * @param name - path as messages name it
 * @param cause - what a function of node:fs threw
 * @throws `cause` when it is not an error of the file system
 */
export function reportUnreadable(file: VFile, name: string, cause: unknown): void {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === '') throw cause
  if (code === 'ENOENT' || code === 'ENOTDIR') report(file, 'file-missing', name, { path: name })
  else report(file, 'file-unreadable', name, { path: name, why: causeOf(code) })
}
