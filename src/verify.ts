/** `pliego verify DIR`: a release against its manifest, and against what its texts give when they are built again. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { VFile } from 'vfile'
import { build } from './build.ts'
import { type Finding, findings, report } from './diagnostics/report.ts'
import { fileHash } from './fingerprints.ts'
import { programFingerprint } from './program.ts'
import { sourceHash } from './read/source.ts'
import {
  archiveName,
  checksumsName,
  documentFiles,
  type Manifest,
  manifestFiles,
  manifestName,
  parseChecksums,
  parseManifest,
} from './release/manifest.ts'
import { filesIn } from './release-folder.ts'
import { compare } from './text/order.ts'
import { formats } from './write/writers.ts'

/** Why a release was not built again: nothing is wrong with that. */
export type NotRebuilt = 'no-source' | 'other-source' | 'other-program'

export interface Verification {
  readonly diagnostics: readonly Finding[]
  /** Files that are as the manifest says. */
  readonly good: number
  /** 'rebuilt' where every document was built again. */
  readonly rebuilt: 'rebuilt' | NotRebuilt
}

/**
 * @param directory - of the release, relative to the project or absolute
 * @param project - absolute; where it holds the release's texts, they are built again
 */
export async function verify(directory: string, project: string): Promise<Verification> {
  const folder = resolve(project, directory)
  const file = new VFile({ path: directory })
  const path = join(folder, manifestName)
  if (!existsSync(path)) return withoutManifest(file, manifestName)
  const manifest = parseManifest(readFileSync(path, 'utf8'))
  if ('problem' in manifest) return withoutManifest(file, manifest.problem)

  const good = checkFiles(folder, manifest, file)
  checkChecksums(folder, manifest, file)
  checkOthers(folder, manifest, file)
  const reason = whyNotRebuilt(manifest, project)
  if (reason === null) await rebuild(manifest, project, file)
  return { diagnostics: findings(file), good, rebuilt: reason ?? 'rebuilt' }
}

function withoutManifest(file: VFile, why: string): Verification {
  report(file, 'verify-manifest', file.path, { why })
  return { diagnostics: findings(file), good: 0, rebuilt: 'no-source' }
}

/** @returns how many are as they should be */
function checkFiles(folder: string, manifest: Manifest, file: VFile): number {
  let good = 0
  for (const { name, sha256: expected } of manifestFiles(manifest)) {
    const found = fileHash(join(folder, name))
    if (found === null) report(file, 'verify-missing', name, { name })
    else if (found !== expected) report(file, 'verify-changed', name, { name, expected, found })
    else good++
  }
  return good
}

/** The archive stands in the checksums alone, for the manifest is in it; unpacked, a release has none. */
function checkChecksums(folder: string, manifest: Manifest, file: VFile): void {
  const path = join(folder, checksumsName)
  if (!existsSync(path)) {
    report(file, 'verify-missing', checksumsName, { name: checksumsName })
    return
  }
  const listed = new Map<string, string>()
  for (const line of parseChecksums(readFileSync(path, 'utf8'))) {
    if (line === null) report(file, 'verify-checksums', checksumsName, { name: checksumsName })
    else listed.set(line.name, line.sha256)
  }
  const wanted = new Map(manifestFiles(manifest).map(({ name, sha256 }) => [name, sha256]))
  wanted.set(manifestName, fileHash(join(folder, manifestName)) ?? '')
  const archive = listed.get(archiveName)
  const found = fileHash(join(folder, archiveName))
  if (archive !== undefined && found === null)
    report(file, 'verify-missing', archiveName, { name: archiveName })
  else if (archive !== undefined && found !== null && found !== archive)
    report(file, 'verify-changed', archiveName, { name: archiveName, expected: archive, found })
  listed.delete(archiveName)
  const names = [...new Set([...wanted.keys(), ...listed.keys()])].sort(compare)
  for (const name of names.filter(name => wanted.get(name) !== listed.get(name)))
    report(file, 'verify-checksums', name, { name })
}

function checkOthers(folder: string, manifest: Manifest, file: VFile): void {
  const known = [...manifestFiles(manifest).map(({ name }) => name), manifestName, checksumsName, archiveName]
  for (const name of filesIn(folder, known).filter(name => !known.includes(name)))
    report(file, 'verify-extra', name, { name })
}

/** Other texts or another program give other bytes, and prove nothing. */
function whyNotRebuilt({ documents, program }: Manifest, project: string): NotRebuilt | null {
  const sources = documents.flatMap(document => document.sources)
  if (documents.some(({ source }) => !existsSync(join(project, source)))) return 'no-source'
  if (sources.some(({ path, sha256 }) => sourceHash(join(project, path)) !== sha256)) return 'other-source'
  return program.fingerprint === programFingerprint() ? null : 'other-program'
}

async function rebuild({ documents, options }: Manifest, project: string, file: VFile): Promise<void> {
  const stage = mkdtempSync(join(tmpdir(), 'pliego-verify-'))
  try {
    const paths = documents.map(({ source }) => source)
    const common = { command: 'build', project, paths, formats, out: stage, strict: false } as const
    await build({ ...common, ...options }, () => undefined)
    for (const { name, sha256 } of documents.flatMap(documentFiles)) {
      if (fileHash(join(stage, name)) !== sha256) report(file, 'verify-rebuilt', name, { name })
    }
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}
