/** What this program is: its version, what its code amounts to, and where its own templates stand. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packageFile from '../package.json' with { type: 'json' }

export const version: string = packageFile.version

/** For metadata of every output: «Pliego 0.1.0». */
export const generator = `Pliego ${version}`

/** Names what the program's code is, for build records; run from source, where code changes, it matches nothing. */
export function programFingerprint(): string {
  const file = new URL('./fingerprint', import.meta.url)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : 'source'
}

/** The templates that come with the program. */
export const ownTemplates = fileURLToPath(new URL('../templates', import.meta.url))

/** Folders that a project's templates are searched in, in order. */
export function templateFolders(project: string): readonly string[] {
  return [join(project, 'templates'), ownTemplates]
}

export interface PackageInside {
  readonly name: string
  readonly version: string
  /** SPDX expression, or ''. */
  readonly license: string
  /** Address of its source, or ''. */
  readonly source: string
}

/** The packages that bundling put into the program; run from source, those that it asks for. */
export function packagesInside(): readonly PackageInside[] {
  const file = new URL('./packages.json', import.meta.url)
  // Written by scripts/bundle.mjs.
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as readonly PackageInside[]
  const asked = Object.entries(packageFile.devDependencies)
  return asked.map(([name, range]) => ({ name, version: range.replace(/^\^/, ''), license: '', source: '' }))
}
