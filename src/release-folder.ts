/** The folder of a release on disk: what is in it, and how a new one takes its place. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VFile } from 'vfile'
import { compare, report } from './diagnostics/report.ts'
import { removeFiles, removeRemains, sha256, writeWhole } from './output.ts'
import { readRecord, recordName } from './record.ts'
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
  const seals = [manifestName, checksumsName].map(name => join(folder, name))
  const unwritable =
    removeFiles(seals) ??
    writeWhole(
      [...content, { name: archiveName, bytes: zip }, { name: recordName, bytes: record }].map(at),
    ) ??
    writeWhole([{ name: checksumsName, bytes: Buffer.from(sums) }, seal].map(at))
  if (unwritable !== null) {
    report(messages, 'output-unwritable', unwritable.path, unwritable)
    return { files: [], removed: [] }
  }
  removeRemains(folder)
  const files = [...content.map(({ name }) => name), archiveName, checksumsName, manifestName].sort(compare)
  return { files, removed: sweep(folder, new Set(files), former, messages) }
}

function archiveFolder({ version }: Manifest): string {
  const name = version === '' ? 'release' : `release-${version}`
  return name.replace(/[/\\:*?"<>|\s]+/g, '-')
}

/** Files that this program has put into a folder. */
function formerNames(folder: string): ReadonlySet<string> {
  const manifest = manifestIn(folder)
  const recorded = Object.values(readRecord(folder).documents).flatMap(({ outputs }) =>
    Object.values(outputs),
  )
  return new Set([...recorded, ...(manifest === null ? [] : manifestFiles(manifest))].map(({ name }) => name))
}

/** What is published is the folder: of documents that are no part of the release, nothing may stay in it. */
function sweep(
  folder: string,
  files: ReadonlySet<string>,
  former: ReadonlySet<string>,
  messages: VFile,
): readonly string[] {
  const others = readdirSync(folder)
    .filter(name => !files.has(name) && !name.startsWith('.'))
    .sort(compare)
  for (const name of others.filter(name => !former.has(name)))
    report(messages, 'release-foreign', name, { name })
  const stale = others.filter(name => former.has(name))
  const failure = removeFiles(stale.map(name => join(folder, name)))
  if (failure === null) return stale
  report(messages, 'output-unwritable', failure.path, failure)
  return []
}
