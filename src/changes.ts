/** `pliego changes OLD NEW`: what changed between two versions, by document and section. */
import { VFile } from 'vfile'
import { type Finding, findings, report } from './diagnostics/report.ts'
import { type VersionOptions, versionTexts } from './previous.ts'
import { type SectionChange, sectionChanges } from './release/changes.ts'
import { compare } from './text/order.ts'

export interface DocumentChanges {
  /** What its files are called. */
  readonly name: string
  readonly title: string
  readonly kind: 'added' | 'removed' | 'changed' | 'unchanged'
  readonly sections: readonly SectionChange[]
}

export interface VersionChanges {
  readonly diagnostics: readonly Finding[]
  readonly documents: readonly DocumentChanges[]
}

/**
 * @param before - folder of a release, text, folder of texts, or git revision
 * @param after - the same
 */
export async function changes(
  before: string,
  after: string,
  options: VersionOptions,
): Promise<VersionChanges> {
  const file = new VFile({ path: after })
  const [old, current] = [await versionTexts(before, options), await versionTexts(after, options)]
  if (old === null) report(file, 'changes-input', before, { path: before })
  if (current === null) report(file, 'changes-input', after, { path: after })
  if (old === null || current === null) return { diagnostics: findings(file), documents: [] }

  const [alone, other] = [onlyOne(old.documents), onlyOne(current.documents)]
  const same = alone !== null && other !== null && !current.documents.has(alone)
  const names = same ? [other] : [...new Set([...old.documents.keys(), ...current.documents.keys()])]
  const documents = names.sort(compare).map((name): DocumentChanges => {
    // Two texts that are named alone are two versions of one, whatever they are called.
    const former = old.documents.get(same ? alone : name)
    const now = current.documents.get(name)
    const title = (now ?? former)?.title ?? ''
    if (former === undefined) return { name, title, kind: 'added', sections: [] }
    if (now === undefined) return { name, title, kind: 'removed', sections: [] }
    const sections = sectionChanges(former.sections, now.sections)
    return { name, title, kind: sections.length === 0 ? 'unchanged' : 'changed', sections }
  })
  return { diagnostics: [], documents }
}

function onlyOne(documents: ReadonlyMap<string, unknown>): string | null {
  const [first, ...more] = documents.keys()
  return first === undefined || more.length > 0 ? null : first
}
