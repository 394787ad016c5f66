/** Outputs that nothing makes any more: found in the build record, removed from the output folder. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from './diagnostics/report.ts'
import { removeFiles, unwritable } from './output.ts'
import { shownPath } from './read/source.ts'
import { type DocumentRecord, recordedNames } from './record.ts'

/**
 * What a page showed before and shows no more goes as soon as the page is made again: who publishes the folder must
 * not publish it along. What cannot be removed stays on record.
 *
 * @param stem - what the document's files are called, without their endings
 */
export function removeOldParts(
  made: DocumentRecord,
  stem: string,
  folder: string,
  project: string,
): { readonly record: DocumentRecord; readonly diagnostics: readonly Finding[] } {
  const old = made.outputs.html === undefined ? [] : made.stale.filter(name => name.startsWith(`${stem}/`))
  const failure = removeFiles(folder, old)
  if (failure !== null) return { record: made, diagnostics: unwritable(failure, project) }
  return { record: { ...made, stale: made.stale.filter(name => !old.includes(name)) }, diagnostics: [] }
}

/**
 * Removes the outputs of recorded sources that no longer exist, and nothing else. What cannot be removed stays on
 * record, for a build that can.
 *
 * @param records - by the source's path; those whose outputs are gone are taken out
 * @returns the removed files as messages name them
 */
export function removeOrphans(
  records: Map<string, DocumentRecord>,
  folder: string,
  project: string,
): { readonly removed: readonly string[]; readonly diagnostics: readonly Finding[] } {
  const removed: string[] = []
  const diagnostics: Finding[] = []
  for (const [source, gone] of [...records]) {
    if (existsSync(join(project, source))) continue
    const used = new Set(
      [...records].flatMap(([path, other]) => (path === source ? [] : recordedNames(other))),
    )
    const orphans = recordedNames(gone).filter(name => !used.has(name) && existsSync(join(folder, name)))
    const failure = removeFiles(folder, orphans)
    if (failure !== null) {
      diagnostics.push(...unwritable(failure, project))
      continue
    }
    records.delete(source)
    removed.push(...orphans.map(name => shownPath(join(folder, name), project)))
  }
  return { removed, diagnostics }
}
