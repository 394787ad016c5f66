/**
 * The build record in the output folder: what every document was made from and what came out, so that a second
 * build writes nothing and outputs of a removed source go. It holds hashes and relative paths only: two clones
 * that build the same text have the same record.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compare, type Finding } from './diagnostics/report.ts'
import { type Output, sha256 } from './output.ts'
import type { SourceFile } from './publication/model.ts'
import { sourceHash } from './read/source.ts'

export const recordName = '.pliego.json'

export interface DocumentRecord {
  /** SHA-256 over program, options and inputs. */
  readonly key: string
  readonly sources: readonly { readonly path: string; readonly sha256: string }[]
  readonly pages: number | null
  readonly words: number
  readonly diagnostics: readonly Finding[]
  /** By format, and `json`; files that belong to the web page by {@link outputKey}. */
  readonly outputs: Readonly<Record<string, RecordedOutput>>
  /** Names of files that were made from an earlier text and not again since: they go when the source goes. */
  readonly stale: readonly string[]
}

export interface RecordedOutput {
  /** Relative to the output folder, with `/`. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** @param part - name of a file in the folder beside the web page; '' for the format's own file */
export function outputKey(format: string, part: string): string {
  return part === '' ? format : `${format}/${part}`
}

export function outputOf(key: string): { readonly format: string; readonly part: string } {
  const [format = '', ...rest] = key.split('/')
  return { format, part: rest.join('/') }
}

export interface BuildRecord {
  readonly version: 3
  /** By the source's path. */
  readonly documents: Readonly<Record<string, DocumentRecord>>
}

const empty: BuildRecord = { version: 3, documents: {} }

/** The record of an output folder; an empty one where there is none that this version can use. */
export function readRecord(folder: string): BuildRecord {
  const path = join(folder, recordName)
  if (!existsSync(path)) return empty
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isRecord(value) ? value : empty
  } catch (problem) {
    // A record cut short by a crash, or not ours: everything is built anew, which is what it would have saved.
    if (problem instanceof SyntaxError) return empty
    throw problem
  }
}

function isRecord(value: unknown): value is BuildRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === 3 &&
    'documents' in value
  )
}

/** The record as a file, documents in order of their paths; null where the file on disk says the same already. */
export function recordOutput(folder: string, documents: ReadonlyMap<string, DocumentRecord>): Output | null {
  const path = join(folder, recordName)
  const sorted = [...documents].sort(([a], [b]) => compare(a, b))
  const text = `${JSON.stringify({ version: 3, documents: Object.fromEntries(sorted) }, null, 1)}\n`
  if (existsSync(path) ? readFileSync(path, 'utf8') === text : sorted.length === 0) return null
  return { path, bytes: Buffer.from(text) }
}

/** What a document's key is made from, beside its sources. */
export interface Circumstances {
  readonly program: string
  /** `--template`, or ''. */
  readonly template: string
  readonly epoch: number | null
  /** `--assets`. */
  readonly assets: string
  /** SHA-256 of `--word-template`, or ''. */
  readonly word: string
  readonly draft: boolean
  readonly lineNumbers: boolean
  /** Fingerprint of the templates, see {@link templatesFingerprint}. */
  readonly templates: string
}

export function documentKey(
  circumstances: Circumstances,
  sources: readonly Pick<SourceFile, 'path' | 'sha256'>[],
): string {
  const files = sources.map(({ path, sha256 }) => [path, sha256])
  return sha256(JSON.stringify([circumstances, files]))
}

/** Do the files of a record still stand as they were written, and its sources as they were read? */
export function isCurrent(
  record: DocumentRecord,
  folder: string,
  project: string,
  wanted: readonly string[],
): boolean {
  const stands = (path: string, hash: string) => existsSync(path) && sha256(readFileSync(path)) === hash
  return (
    record.sources.every(source => sourceHash(join(project, source.path)) === source.sha256) &&
    wanted.every(format => record.outputs[format] !== undefined) &&
    Object.entries(record.outputs)
      .filter(([key]) => wanted.includes(outputOf(key).format))
      .every(([, { name, sha256 }]) => stands(join(folder, name), sha256))
  )
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
  return listFiles(folder).map(path => `${path}:${sha256(readFileSync(join(folder, path)))}`)
}

function listFiles(folder: string, below = ''): string[] {
  const here = join(folder, below)
  if (!existsSync(here) || !statSync(here).isDirectory()) return []
  const entries = readdirSync(here, { withFileTypes: true }).sort((a, b) => compare(a.name, b.name))
  return entries.flatMap(entry => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    return statSync(join(folder, path)).isDirectory() ? listFiles(folder, path) : [path]
  })
}
