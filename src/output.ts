/** Writes files whole or not at all. */

import { createHash } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { causeOf, type Phrase } from './diagnostics/phrases.ts'

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
  const temporary = (path: string) => join(dirname(path), `.${basename(path)}.part`)
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

/** @returns null, or the first file that cannot be removed; one that is not there is removed already */
export function removeFiles(paths: readonly string[]): WriteFailure | null {
  for (const path of paths) {
    try {
      rmSync(path, { force: true })
    } catch (problem) {
      return { path, why: systemReason(problem) }
    }
  }
  return null
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

/** Lower-case hexadecimal SHA-256. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
