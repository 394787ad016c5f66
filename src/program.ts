/** What this program is: its version, what its code amounts to, and where its own templates stand. */
import { existsSync, readFileSync } from 'node:fs'
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
