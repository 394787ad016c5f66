// What trials of the built program have in common: folders apart from the project, and files by their hashes.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const project = resolve(import.meta.dirname, '..')
export const cli = join(project, 'build/cli.js')

/** @returns a new folder, which whoever asks removes */
export function scratchFolder() {
  return mkdtempSync(join(tmpdir(), 'pliego-'))
}

/** @param names - files or folders of the project, by what they are called in the copy */
export function copyInto(folder, names) {
  for (const [name, from] of Object.entries(names))
    cpSync(join(project, from), join(folder, name), { recursive: true })
}

/** @returns SHA-256 of every file by name, in one order; nothing for a folder that is not there */
export function hashes(folder) {
  if (!existsSync(folder)) return {}
  const hash = name =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map(name => [name, hash(name)]),
  )
}

/** Results as lines; what went wrong decides the exit code. */
export function verdicts() {
  let wrong = 0
  return {
    tell(good, text) {
      if (!good) wrong++
      console.log(`${good ? '✓' : '✗'} ${text}`)
    },
    untried: text => console.log(`– ${text}`),
    end: () => process.exit(wrong === 0 ? 0 : 1),
  }
}
