/** Expected outputs as files; `UPDATE=1 vitest run` rewrites them, and the difference is reviewed. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

/** @param file - beside the test, as `new URL('fixtures/…', import.meta.url)` */
export function expectGolden(actual: string, file: URL): void {
  const path = fileURLToPath(file)
  if (process.env.UPDATE === '1' || !existsSync(path)) {
    if (process.env.UPDATE !== '1') throw new Error(`no golden file ${path}: run with UPDATE=1 and review it`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, actual)
  }
  expect(actual).toBe(readFileSync(path, 'utf8'))
}
