/** Binary files that ship with the program: beside the bundle, or in their packages when run from source. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
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
  const resolve = createRequire(import.meta.url).resolve
  const [, scope = '', path = ''] = /^((?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(packages[name]) ?? []
  return readFileSync(resolve(`${scope}/package.json`).replace(/package\.json$/, path))
}
