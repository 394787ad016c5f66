/** What git knows of a project's versions. No network: only the repository in the folder is asked. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'

/** Output of a git command; null where git is not installed, or says that it cannot. */
function git(project: string, words: readonly string[]): Buffer | null {
  const { status, stdout } = spawnSync('git', words, { cwd: project, maxBuffer: 1 << 30 })
  return status === 0 ? stdout : null
}

function lines(output: Buffer | null): readonly string[] {
  return output === null
    ? []
    : output
        .toString()
        .split('\n')
        .filter(line => line !== '')
}

/** The highest version among the tags of the commit in the folder; '' without one, or where texts differ from it. */
export function tagHere(project: string): string {
  const changed = lines(git(project, ['status', '--porcelain', '--', 'source', 'templates']))
  if (changed.length > 0) return ''
  return lines(git(project, ['tag', '--points-at', 'HEAD', '--sort=-version:refname']))[0] ?? ''
}

/** The nearest tag before what stands in the folder; '' where there is none. */
export function tagBefore(project: string): string {
  const start = tagHere(project) === '' ? 'HEAD' : 'HEAD^'
  return lines(git(project, ['describe', '--tags', '--abbrev=0', start]))[0] ?? ''
}

/**
 * Writes the project's texts and templates as they were at a revision into a folder.
 *
 * @returns false where the repository has no such revision
 */
export function checkOut(project: string, revision: string, folder: string): boolean {
  // What begins with a hyphen would be an option.
  const archive = revision.startsWith('-') ? null : git(project, ['archive', '--format=zip', revision])
  if (archive === null) return false
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    if (name.endsWith('/') || name.split('/').includes('..')) continue
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return true
}
