/** Decides what becomes of each copy of a paragraph that stands more than once. */
import type { RootContent } from 'mdast'
import type { Locale } from '../locale/types.ts'
import type { Repeat, RepeatPolicy, RepeatReason } from '../publication/model.ts'
import { plainText } from './content.ts'
import type { Candidate, Candidates } from './copies.ts'
import { leans } from './openers.ts'

export interface Decision {
  readonly copy: Candidate
  readonly policy: RepeatPolicy
  readonly outcome: Repeat['outcome']
  /** Why it is not what the policy alone gives; '' where it is. */
  readonly reason: RepeatReason | ''
  /** How often the text stands in the document. */
  readonly times: number
  /** The copy that stays in its place, or that it was compared with. */
  readonly other: Candidate
}

/** Where a copy's policy sends it: to an earlier copy, to a later one, nowhere. */
type Way = 'back' | 'forward' | 'stays'

interface Wish {
  readonly copy: Candidate
  readonly group: readonly Candidate[]
  readonly policy: RepeatPolicy
  /** The paragraph says so itself, which no guard overrules. */
  readonly explicit: boolean
  way: Way
  reason: RepeatReason | ''
}

/**
 * @param candidates - of one document
 * @param policy - of its front matter or template
 * @returns for each copy of a repeated text, in the order of the document
 */
export function decide(candidates: Candidates, policy: RepeatPolicy, locale: Locale): readonly Decision[] {
  const repeated = [...candidates.groups.values()].filter(group => group.length > 1)
  const wishes = new Map<Candidate, Wish>()
  for (const group of repeated) {
    for (const copy of group) wishes.set(copy, wishOf(copy, group, policy, candidates))
  }
  guardSoleTexts(candidates, wishes)
  const staying: Staying = new Map(repeated.map(group => [group, whoStay(group, wishes)]))

  const decisions = new Map<Candidate, Decision>()
  const removed = new Set<RootContent>()
  // From the end, so that it is known what follows a copy and stays.
  for (const copy of candidates.all.toReversed()) {
    const wish = wishes.get(copy)
    if (wish === undefined) continue
    const made = decision(wish, wishes, staying, removed, locale)
    decisions.set(copy, made)
    if (made.outcome === 'removed') removed.add(copy.paragraph)
  }
  return candidates.all.flatMap(copy => decisions.get(copy) ?? [])
}

function wishOf(
  copy: Candidate,
  group: readonly Candidate[],
  fallback: RepeatPolicy,
  candidates: Candidates,
): Wish {
  // Of a pair, either copy speaks for both; among more, each for itself.
  const other = group.length === 2 ? group.find(candidate => candidate !== copy)?.own : undefined
  const own = copy.own ?? other
  const policy = own ?? fallback
  const wish: Wish = { copy, group, policy, explicit: own !== undefined, way: 'stays', reason: '' }
  if (policy === 'report' || policy === 'keep') return wish
  if (copy === (policy === 'last' ? group.at(-1) : group[0])) return wish
  if (!wish.explicit) wish.reason = guardOf(copy, group, candidates)
  if (wish.reason === '') wish.way = policy === 'last' ? 'forward' : 'back'
  return wish
}

function guardOf(copy: Candidate, group: readonly Candidate[], candidates: Candidates): RepeatReason | '' {
  if (group.length > 2) return 'many'
  // A list does not follow from a reference.
  if (announces(copy.paragraph)) return 'introduces'
  const other = group.find(candidate => candidate !== copy)
  const neighbour = (candidate: Candidate | undefined, step: number) =>
    candidate && candidates.bySection.get(candidate.section)?.[candidate.ordinal + step]?.key
  const inRun = [-1, 1].some(step => {
    const key = neighbour(copy, step)
    return key !== undefined && key === neighbour(other, step)
  })
  return inRun ? 'run' : ''
}

function guardSoleTexts(candidates: Candidates, wishes: ReadonlyMap<Candidate, Wish>): void {
  for (const [section, own] of candidates.bySection) {
    const going = own.flatMap(copy => wishes.get(copy) ?? []).filter(wish => wish.way !== 'stays')
    const goingParagraphs = new Set<RootContent>(going.map(wish => wish.copy.paragraph))
    const keepsText = section.children.some(child => hasText(child, goingParagraphs))
    if (keepsText) continue
    for (const wish of going) {
      if (wish.explicit) continue
      wish.way = 'stays'
      wish.reason = 'sole'
    }
  }
}

function hasText(node: RootContent, going: ReadonlySet<RootContent>): boolean {
  if (node.type === 'section' || node.type === 'columns')
    return node.children.some(child => hasText(child, going))
  if (going.has(node)) return false
  return node.type !== 'heading' && node.type !== 'thematicBreak' && plainText(node).trim() !== ''
}

/** The copies of each group that stay where they are, at least one. */
type Staying = ReadonlyMap<readonly Candidate[], readonly Candidate[]>

function whoStay(group: readonly Candidate[], wishes: ReadonlyMap<Candidate, Wish>): readonly Candidate[] {
  const staying = group.filter(copy => wishes.get(copy)?.way === 'stays')
  const [first] = group.flatMap(copy => wishes.get(copy) ?? [])
  if (staying.length > 0 || first === undefined) return staying
  first.way = 'stays'
  first.reason = 'circle'
  return [first.copy]
}

function decision(
  wish: Wish,
  wishes: ReadonlyMap<Candidate, Wish>,
  staying: Staying,
  removed: ReadonlySet<RootContent>,
  locale: Locale,
): Decision {
  const { copy, group, policy, reason } = wish
  const stayers = staying.get(group) ?? []
  const earliest = stayers[0] ?? copy
  const latest = stayers.at(-1) ?? copy
  if (wish.way === 'stays') {
    const ways = (copy === earliest ? ['back'] : []).concat(copy === latest ? ['forward'] : [])
    const referredTo = ways.length > 0 && group.some(one => ways.includes(wishes.get(one)?.way ?? 'stays'))
    const outcome = referredTo ? 'stays' : policy === 'keep' ? 'kept' : 'reported'
    const other = (copy === group[0] ? group[1] : group[0]) ?? copy
    return { copy, policy, outcome, reason: referredTo ? '' : reason, times: group.length, other }
  }
  const other = wish.way === 'back' ? earliest : latest
  const needed = policy === 'first' ? whyNeeded(copy, removed, locale) : ''
  const outcome = policy === 'first' && needed === '' ? 'removed' : 'referenced'
  return { copy, policy, outcome, reason: needed, times: group.length, other }
}

/** Why a copy that would go leaves a reference behind; '' when nothing needs it. */
function whyNeeded(copy: Candidate, removed: ReadonlySet<RootContent>, locale: Locale): RepeatReason | '' {
  const [next, before] = neighbours(copy, removed)
  if (
    next !== undefined &&
    next.type !== 'section' &&
    (leans(plainText(next), locale) || announces(copy.paragraph))
  ) {
    return 'leaned'
  }
  if (before !== undefined && announces(before)) return 'announced'
  const opensBare = before === undefined && next?.type !== 'paragraph'
  const endsBare = before?.type !== 'paragraph' && (next === undefined || next.type === 'section')
  return opensBare || endsBare ? 'bare' : ''
}

/** What follows a copy and what stands before it, headings apart, once others have gone. */
function neighbours(
  { parent: { children }, paragraph }: Candidate,
  removed: ReadonlySet<RootContent>,
): readonly [next: RootContent | undefined, before: RootContent | undefined] {
  const at = children.indexOf(paragraph)
  let next = at + 1
  while (next < children.length && isGone(children[next], removed)) next++
  let before = at - 1
  while (before >= 0 && (children[before]?.type === 'heading' || isGone(children[before], removed))) before--
  return [children[next], children[before]]
}

function isGone(node: RootContent | undefined, removed: ReadonlySet<RootContent>): boolean {
  return node !== undefined && removed.has(node)
}

/** «… las siguientes medidas:» */
function announces(node: RootContent): boolean {
  return node.type === 'paragraph' && plainText(node).trimEnd().endsWith(':')
}
