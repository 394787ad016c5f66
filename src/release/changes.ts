/** What changed between two versions of a document, by section. */
import type { SectionText } from './sections.ts'
import { type DiffPart, wordDiff } from './word-diff.ts'

export interface SectionChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  readonly id: string
  readonly number: string
  readonly title: string
  /** Changed and standing elsewhere. */
  readonly moved: boolean
  /** Words that differ; of `changed` only, empty where only the markup differs. */
  readonly words: readonly DiffPart[]
}

/** @returns changes in the order of the new version, what was removed at its old place among them */
export function sectionChanges(
  before: readonly SectionText[],
  after: readonly SectionText[],
): readonly SectionChange[] {
  const pairs = matched(before, after)
  const moved = movedAmong(before, after, pairs)
  const changes: { change: SectionChange; at: number }[] = []
  const add = (section: SectionText, at: number, kind: SectionChange['kind'], words: readonly DiffPart[]) => {
    const { id, number, title } = section
    changes.push({ change: { kind, id, number, title, moved: moved.has(section), words }, at })
  }
  for (const [at, section] of after.entries()) {
    const old = pairs.get(section)
    if (old === undefined) add(section, at, 'added', [])
    else if (old.fingerprint !== section.fingerprint && changedItself(old, section, before, after)) {
      add(section, at, 'changed', old.text === section.text ? [] : wordDiff(old.text, section.text))
    } else if (moved.has(section)) add(section, at, 'moved', [])
  }
  const kept = new Map([...pairs].map(([section, old]) => [old, after.indexOf(section)]))
  let at = -1
  for (const section of before) {
    const place = kept.get(section)
    if (place === undefined) add(section, at + 0.5, 'removed', [])
    else at = place
  }
  return changes.sort((a, b) => a.at - b.at).map(({ change }) => change)
}

/** A section's fingerprint covers its subsections: with equal words of its own, one of those is what changed. */
function changedItself(
  old: SectionText,
  section: SectionText,
  before: readonly SectionText[],
  after: readonly SectionText[],
): boolean {
  if (old.text !== section.text) return true
  const inner = (sections: readonly SectionText[], { id }: SectionText) =>
    sections
      .filter(({ parent }) => parent === id)
      .map(({ fingerprint }) => fingerprint)
      .join()
  return inner(before, old) === inner(after, section)
}

/** New to old: by fingerprint, then by id, then by title; each section once. */
function matched(
  before: readonly SectionText[],
  after: readonly SectionText[],
): ReadonlyMap<SectionText, SectionText> {
  const pairs = new Map<SectionText, SectionText>()
  const free = new Set(before)
  const keys: readonly ((section: SectionText) => string)[] = [
    ({ id, fingerprint }) => `${id} ${fingerprint}`,
    ({ fingerprint }) => fingerprint,
    ({ id }) => id,
    ({ title }) => title,
  ]
  for (const key of keys) {
    const byKey = new Map<string, SectionText[]>()
    for (const old of free) byKey.set(key(old), [...(byKey.get(key(old)) ?? []), old])
    for (const section of after) {
      const old = pairs.has(section) ? undefined : byKey.get(key(section))?.shift()
      if (old === undefined) continue
      pairs.set(section, old)
      free.delete(old)
    }
  }
  return pairs
}

/** Sections in another one than before, and those that do not follow their neighbours in the order of before. */
function movedAmong(
  before: readonly SectionText[],
  after: readonly SectionText[],
  pairs: ReadonlyMap<SectionText, SectionText>,
): ReadonlySet<SectionText> {
  const moved = new Set<SectionText>()
  const newIds = new Map([...pairs].map(([section, old]) => [old.id, section.id]))
  const parents = new Set(after.map(({ parent }) => parent))
  for (const parent of parents) {
    const siblings = after.filter(section => section.parent === parent && pairs.has(section))
    const places: { section: SectionText; place: number }[] = []
    for (const section of siblings) {
      const old = pairs.get(section)
      if (old === undefined) continue
      const same = old.parent === '' ? parent === '' : newIds.get(old.parent) === parent
      if (same) places.push({ section, place: before.indexOf(old) })
      else moved.add(section)
    }
    const steady = new Set(longestRising(places.map(({ place }) => place)))
    for (const { section, place } of places) if (!steady.has(place)) moved.add(section)
  }
  return moved
}

/** The longest rising subsequence: what stays when the fewest others are taken for moved. */
function longestRising(values: readonly number[]): readonly number[] {
  const tails: number[] = []
  const previous = new Map<number, number | undefined>()
  for (const value of values) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tails[middle] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous.set(value, tails[low - 1])
    tails[low] = value
  }
  const rising: number[] = []
  for (let value = tails.at(-1); value !== undefined; value = previous.get(value)) rising.unshift(value)
  return rising
}
