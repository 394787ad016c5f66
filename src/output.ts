/** Writes files whole or not at all. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { VFile } from 'vfile'
import { causeOf, type Phrase } from './diagnostics/phrases.ts'
import { type Finding, findings, report } from './diagnostics/report.ts'
import { shownPath } from './read/source.ts'
import { compare } from './text/order.ts'

/** A finished file and where it goes. */
export interface Output {
  /** Absolute. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** Why writing failed, for a message. */
export interface WriteFailure {
  readonly path: string
  readonly why: Phrase
}

/**
 * Writes every file beside its place first and moves all into place once all are written, so that a full disk or
 * a missing permission leaves what was there.
 *
 * @returns null, or the first failure; the temporary files are gone then
 */
export function writeWhole(outputs: readonly Output[]): WriteFailure | null {
  let current = ''
  try {
    for (const { path, bytes } of outputs) {
      current = path
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(temporary(path), bytes)
    }
    for (const { path } of outputs) {
      current = path
      renameSync(temporary(path), path)
    }
    return null
  } catch (problem) {
    for (const { path } of outputs) removeQuietly(temporary(path))
    return { path: current, why: systemReason(problem) }
  }
}

/** @param source - the document whose file it is; '' for what is no document's own */
export function unwritable(failure: WriteFailure, project: string, source = ''): readonly Finding[] {
  const path = shownPath(failure.path, project)
  const file = new VFile({ path: source || path })
  report(file, 'output-unwritable', file.path, { path, why: failure.why })
  return findings(file)
}

/** Two processes that write one file at once must not write one temporary file. */
function temporary(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.part`)
}

/** Removes temporary files of processes that were killed; those of processes at work stay. */
export function removeRemains(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const [, pid] = /^\..+\.(\d+)\.part$/.exec(name) ?? []
    if (pid !== undefined && !isRunning(Number(pid))) removeQuietly(join(folder, name))
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (problem) {
    // ESRCH: there is none. EPERM: there is, of somebody else.
    return isSystemError(problem) && problem.code !== 'ESRCH'
  }
}

/**
 * Removes files, and the folders inside `folder` that held nothing else.
 *
 * @param names - relative to `folder`, with `/`
 * @returns null, or the first file that cannot be removed; one that is not there is removed already
 */
export function removeFiles(folder: string, names: readonly string[]): WriteFailure | null {
  let path = folder
  try {
    for (const name of names) {
      path = join(folder, name)
      rmSync(path, { force: true })
    }
    for (const inner of foldersOf(names)
      .filter(name => name !== '')
      .reverse()) {
      path = join(folder, inner)
      if (existsSync(path) && readdirSync(path).length === 0) rmdirSync(path)
    }
    return null
  } catch (problem) {
    return { path, why: systemReason(problem) }
  }
}

/** Every folder that a file lies in, the outer before the inner: '' and «nota», «nota/images» of «nota/images/1.png». */
export function foldersOf(names: readonly string[]): readonly string[] {
  const folders = new Set([''])
  for (const name of names) {
    const parts = name.split('/').slice(0, -1)
    for (let depth = 1; depth <= parts.length; depth++) folders.add(parts.slice(0, depth).join('/'))
  }
  return [...folders].sort(compare)
}

/** Nothing to remove, or nothing that may be removed: the failure itself is what gets reported. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch (problem) {
    if (!isSystemError(problem)) throw problem
  }
}

/** Why the system refused; anything else is a bug and is thrown on. */
export function systemReason(problem: unknown): Phrase {
  if (!isSystemError(problem)) throw problem
  return causeOf(problem.code)
}

function isSystemError(problem: unknown): problem is NodeJS.ErrnoException & { code: string } {
  return (
    problem instanceof Error && 'code' in problem && typeof problem.code === 'string' && 'syscall' in problem
  )
}
