/** Which files of a project are documents. */
import { type Dirent, existsSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, extname, join, relative, resolve, sep } from 'node:path'
import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { compare } from '../text/order.ts'
import { folderFile, projectPath, reportUnreadable } from './source.ts'

export interface FoundSource {
  readonly absolute: string
  /** Relative to the project, with `/`. */
  readonly path: string
  /** What its outputs are called, without their ending: {@link stemOf}. */
  readonly stem: string
}

export interface FoundSources {
  /** In the order of the paths that were asked for; a folder's files by code unit; none twice. */
  readonly sources: readonly FoundSource[]
  /** One VFile for every path that gives nothing, with its message. */
  readonly problems: readonly VFile[]
}

/**
 * Finds the documents to build.
 *
 * @param paths - files and folders, absolute or relative to the project; none means `source/`
 * @param project - absolute path of the project's folder
 * @returns a file as itself, and so a folder with a `document.yml`; of another folder its files `*.md` and its
 * folders with a `document.yml` (nothing hidden)
 */
export function findSources(paths: readonly string[], project: string): FoundSources {
  const found = new Map<string, FoundSource>()
  const problems: VFile[] = []
  const refuse = (absolute: string, say: (file: VFile) => void) => {
    const file = new VFile({ path: projectPath(absolute, project) })
    say(file)
    problems.push(file)
  }
  for (const path of paths.length === 0 ? ['source'] : paths) {
    const absolute = resolve(project, path)
    try {
      const files =
        isFolder(absolute) && !isDocument(absolute) ? documentsIn(absolute, project, refuse) : [absolute]
      for (const file of files) {
        found.set(file, { absolute: file, path: projectPath(file, project), stem: stemOf(file) })
      }
    } catch (cause) {
      refuse(absolute, file => reportUnreadable(file, file.path, cause))
    }
  }
  return { sources: [...found.values()], problems }
}

/**
 * @param path - of a document: a text, or a folder
 * @returns a text's name without its ending, a folder's whole name (`informe.2026`), composed (NFC)
 */
export function stemOf(path: string): string {
  const name = basename(path)
  return (isDocument(path) ? name : name.slice(0, name.length - extname(name).length)).normalize('NFC')
}

type Refuse = (absolute: string, say: (file: VFile) => void) => void

function documentsIn(folder: string, project: string, refuse: Refuse): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(entry => !entry.name.startsWith('.'))
    .filter(entry => /\.md$/i.test(entry.name) || isDocument(join(folder, entry.name)))
    .sort((a, b) => compare(a.name, b.name))
  const files = entries.flatMap(entry => {
    const absolute = join(folder, entry.name)
    return isDocument(absolute) || isOwnFile(entry, absolute, project, refuse) ? [absolute] : []
  })
  if (entries.length === 0)
    refuse(folder, file => report(file, 'folder-empty', file.path, { path: file.path }))
  return files
}

/** A link in a folder may point to a file of the project only: nobody has named the file it leads to. */
function isOwnFile(entry: Dirent, absolute: string, project: string, refuse: Refuse): boolean {
  if (entry.isDirectory()) {
    refuse(absolute, file => report(file, 'file-is-folder', file.path, { path: file.path }))
  }
  if (!entry.isSymbolicLink()) return entry.isFile()
  let target: string
  let stats: Stats
  try {
    target = realpathSync(absolute)
    stats = statSync(target)
  } catch (cause) {
    refuse(absolute, file => reportUnreadable(file, file.path, cause))
    return false
  }
  const inside = !relative(realpathSync(project), target).startsWith(`..${sep}`)
  if (!inside) refuse(absolute, file => report(file, 'file-outside', file.path, { path: file.path }))
  return inside && stats.isFile()
}

/** Its texts are one document. */
function isDocument(path: string): boolean {
  return existsSync(join(path, folderFile))
}

function isFolder(path: string): boolean {
  // A folder named as a text is a slip, and its own name says so.
  return statSync(path).isDirectory() && !/\.md$/i.test(path)
}
