/** Runs the built program as its users do: another process, in a folder of its own. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

export const project = resolve(import.meta.dirname, '../..')
export const cli = join(project, 'build/cli.js')

export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export function pliego(
  folder: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...env },
  })
  return { code: status, out: stdout, err: stderr }
}

/** A folder with the given files: text or bytes by relative path. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'pliego-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** The project's own texts and templates, to build away from it. */
export function copyOfProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pliego-'))
  cpSync(join(project, 'source'), join(folder, 'source'), { recursive: true })
  cpSync(join(project, 'templates'), join(folder, 'templates'), { recursive: true })
  return folder
}

/** SHA-256 of every file below a folder, by relative path. */
export function hashes(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter(name => statSync(join(folder, name)).isFile())
  return Object.fromEntries(
    files.map(name => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
}
