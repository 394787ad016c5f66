/** Binary files that ship with the program: beside the bundle, or in their packages when run from source. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import packages from './assets.json' with { type: 'json' }

export type AssetName = keyof typeof packages

/**
 * @param name - one of `assets.json`
 * @returns the file's bytes
 * @throws when the installation is incomplete
 */
export function asset(name: AssetName): Buffer {
  const bundled = new URL(`./${name}`, import.meta.url)
  if (existsSync(bundled)) return readFileSync(bundled)
  // Looked up by folder: packages with an exports map don't let their own files be resolved.
  const folders = createRequire(import.meta.url).resolve.paths(packages[name]) ?? []
  const found = folders.map(folder => join(folder, packages[name])).find(path => existsSync(path))
  if (found === undefined) throw new Error(`missing from the installation: ${packages[name]}`)
  return readFileSync(found)
}
