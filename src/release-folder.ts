/** The folder of a release on disk: what is in it, and how a new one takes its place. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VFile } from 'vfile'
import { report } from './diagnostics/report.ts'
import { foldersOf, removeFiles, removeRemains, writeWhole } from './output.ts'
import { readRecord, recordedNames, recordName } from './record.ts'
import { releaseArchive } from './release/archive.ts'
import {
  archiveName,
  checksums,
  checksumsName,
  type Manifest,
  manifestFiles,
  manifestName,
  manifestText,
  parseManifest,
} from './release/manifest.ts'
import { sha256 } from './text/digest.ts'
import { compare } from './text/order.ts'

export interface ReleaseFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Names of what was done to the folder, in order. */
export interface Written {
  readonly files: readonly string[]
  /** Of documents that are no part of the release. */
  readonly removed: readonly string[]
}

/** @returns the manifest of a folder; null without one, and for one of another shape, which says nothing of versions */
export function manifestIn(folder: string): Manifest | null {
  const path = join(folder, manifestName)
  if (!existsSync(path)) return null
  const manifest = parseManifest(readFileSync(path, 'utf8'))
  return 'problem' in manifest ? null : manifest
}

/**
 * Puts a release into its folder. The manifest goes first and comes back last, so that a folder that has one holds
 * what it says, whenever the work was interrupted.
 *
 * @param folder - absolute
 * @param content - every file that the manifest vouches for
 * @param record - of the build, which spares the next one its work
 * @param messages - takes why it cannot be written, and what else stands in the folder
 */
export function writeRelease(
  folder: string,
  manifest: Manifest,
  content: readonly ReleaseFile[],
  record: Uint8Array,
  messages: VFile,
): Written {
  const seal = { name: manifestName, bytes: Buffer.from(manifestText(manifest)) }
  const vouched = [...manifestFiles(manifest), { name: manifestName, sha256: sha256(seal.bytes) }]
  // Unpacked, the archive is a release of its own, without itself.
  const inner = { name: checksumsName, bytes: Buffer.from(checksums(vouched)) }
  const zip = releaseArchive([...content, seal, inner], archiveFolder(manifest))
  const sums = checksums([...vouched, { name: archiveName, sha256: sha256(zip) }])
  const former = formerNames(folder)
  const at = ({ name, bytes }: ReleaseFile) => ({ path: join(folder, name), bytes })
  const unwritable =
    removeFiles(folder, [manifestName, checksumsName]) ??
    writeWhole(
      [...content, { name: archiveName, bytes: zip }, { name: recordName, bytes: record }].map(at),
    ) ??
    writeWhole([{ name: checksumsName, bytes: Buffer.from(sums) }, seal].map(at))
  if (unwritable !== null) {
    report(messages, 'output-unwritable', unwritable.path, unwritable)
    return { files: [], removed: [] }
  }
  for (const name of foldersOf(content.map(({ name }) => name))) removeRemains(join(folder, name))
  const files = [...content.map(({ name }) => name), archiveName, checksumsName, manifestName].sort(compare)
  return { files, removed: sweep(folder, new Set(files), former, messages) }
}

function archiveFolder({ version }: Manifest): string {
  const name = version === '' ? 'release' : `release-${version}`
  return name.replace(/[/\\:*?"<>|\s]+/g, '-')
}

/**
 * What stands in a folder and does not begin with a dot, in order; of the folders in it, what stands in those that
 * hold a file of ours, and the name alone of any other.
 *
 * @param ours - relative to the folder, with `/`
 */
export function filesIn(folder: string, ours: readonly string[]): readonly string[] {
  const list = (inner: string): string[] =>
    readdirSync(join(folder, inner), { withFileTypes: true }).flatMap(entry => {
      if (entry.name.startsWith('.')) return []
      const name = inner === '' ? entry.name : `${inner}/${entry.name}`
      return entry.isDirectory() && known.has(name) ? list(name) : [name]
    })
  const known = new Set(foldersOf(ours))
  return list('').sort(compare)
}

/** Files that this program has put into a folder. */
function formerNames(folder: string): ReadonlySet<string> {
  const manifest = manifestIn(folder)
  const released = manifest === null ? [] : manifestFiles(manifest).map(({ name }) => name)
  return new Set([...Object.values(readRecord(folder).documents).flatMap(recordedNames), ...released])
}

/** What is published is the folder: of documents that are no part of the release, nothing may stay in it. */
function sweep(
  folder: string,
  files: ReadonlySet<string>,
  former: ReadonlySet<string>,
  messages: VFile,
): readonly string[] {
  const others = filesIn(folder, [...files, ...former]).filter(name => !files.has(name))
  for (const name of others.filter(name => !former.has(name)))
    report(messages, 'release-foreign', name, { name })
  const stale = others.filter(name => former.has(name))
  const failure = removeFiles(folder, stale)
  if (failure === null) return stale
  report(messages, 'output-unwritable', failure.path, failure)
  return []
}
