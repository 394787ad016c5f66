/**
 * The build record in the output folder: what every document was made from and what came out, so that a second
 * build writes nothing and outputs of a removed source go. It holds hashes and relative paths only: two clones
 * that build the same text have the same record.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from './diagnostics/report.ts'
import type { DocumentOutcome } from './document.ts'
import { fileHash } from './fingerprints.ts'
import { type WriteFailure, writeWhole } from './output.ts'
import type { SourceFile } from './publication/model.ts'
import { sourceHash } from './read/source.ts'
import { sha256 } from './text/digest.ts'
import { compare } from './text/order.ts'
import { formats } from './write/writers.ts'

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

/**
 * Writes the record, documents in order of their paths, unless the file on disk says the same already.
 *
 * @returns null, or why it could not be written
 */
export function writeRecord(
  folder: string,
  documents: ReadonlyMap<string, DocumentRecord>,
): WriteFailure | null {
  const path = join(folder, recordName)
  const sorted = [...documents].sort(([a], [b]) => compare(a, b))
  const text = `${JSON.stringify({ version: 3, documents: Object.fromEntries(sorted) }, null, 1)}\n`
  const same = existsSync(path) ? readFileSync(path, 'utf8') === text : sorted.length === 0
  return same ? null : writeWhole([{ path, bytes: Buffer.from(text) }])
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
  /** Fingerprint of the templates, see `templatesFingerprint`. */
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
  return (
    record.sources.every(source => sourceHash(join(project, source.path)) === source.sha256) &&
    wanted.every(format => record.outputs[format] !== undefined) &&
    Object.entries(record.outputs)
      .filter(([key]) => wanted.includes(outputOf(key).format))
      .every(([, { name, sha256 }]) => fileHash(join(folder, name)) === sha256)
  )
}

/** A file of an output folder, as it was made. */
export interface NamedOutput {
  readonly format: string
  /** As in {@link outputKey}. */
  readonly part: string
  /** Relative to the output folder, with `/`. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** @param former - the document's record until now, of whose files some may stand yet */
export function documentRecord(
  outcome: DocumentOutcome,
  outputs: readonly NamedOutput[],
  circumstances: Circumstances,
  former: DocumentRecord | undefined,
): DocumentRecord {
  const sources = outcome.sources.map(({ path, sha256 }) => ({ path, sha256 }))
  const key = documentKey(circumstances, sources)
  // Formats that were not asked for this time stay on record if they were made from the same text; else by name only.
  const kept = former?.key === key ? former : undefined
  const names = outputs.map(({ name }) => name)
  const older = Object.values(kept === undefined ? (former?.outputs ?? {}) : {}).map(({ name }) => name)
  const stale = [...new Set([...older, ...(former?.stale ?? [])])]
    .filter(name => !names.includes(name))
    .sort()
  const written = outputs.map(({ format, part, name, bytes }) => [
    outputKey(format, part),
    { name, bytes: bytes.length, sha256: sha256(bytes) },
  ])
  return {
    key,
    sources,
    pages: outcome.pages ?? kept?.pages ?? null,
    words: outcome.words,
    diagnostics: outcome.diagnostics,
    outputs: inOrder({ ...kept?.outputs, ...Object.fromEntries(written) }),
    stale,
  }
}

/** The same outputs, in whatever order the formats were built. */
function inOrder(outputs: DocumentRecord['outputs']): DocumentRecord['outputs'] {
  const order: readonly string[] = [...formats, 'json']
  const place = (key: string) => order.indexOf(outputOf(key).format)
  const sorted = Object.entries(outputs).sort(([a], [b]) => place(a) - place(b) || compare(a, b))
  return Object.fromEntries(sorted)
}

/** Names of all files that a document has put into the output folder. */
export function recordedNames({ outputs, stale }: DocumentRecord): readonly string[] {
  return [...Object.values(outputs).map(({ name }) => name), ...stale]
}
