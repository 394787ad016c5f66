/** Treats paragraphs that stand more than once, and reports those that almost do. */
import type { Paragraph, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Locale } from '../locale/types.ts'
import type { RepeatPolicy } from '../publication/model.ts'
import { type Candidates, findCandidates } from './copies.ts'
import { type Change, changes, nearPairs } from './near.ts'
import { crossReference, pageReference } from './nodes.ts'
import { innerQuotes, openingWords } from './opening-words.ts'
import { walk } from './parts.ts'
import { type Decision, decide } from './repeat-decisions.ts'

export interface DeduplicateOptions {
  /** Of the front matter, else of the template; a paragraph's own (`{repeats=…}`) counts before it. */
  readonly policy: RepeatPolicy
  /** Of the document: its openers, and the sentence that stands for a repeat. */
  readonly locale: Locale
}

/**
 * A copy stays, goes, or gives way to a short reference to the copy that stays, as its policy and the guards of
 * `repeat-decisions.ts` have it. Every decision is a message and stands in its section's `repeats`. Runs after
 * `ids` and `references`: a link to a copy that went leads to the one that stayed.
 */
export function deduplicate(options: DeduplicateOptions) {
  return (tree: Root, file: VFile): void => {
    const candidates = findCandidates(tree, file)
    reportNear(candidates, options, file)
    const decisions = decide(candidates, options.policy, options.locale)
    const moved = new Map<string, string>()
    for (const decision of decisions) {
      // From the text as written: the copy may become a reference right after.
      const opening = openingWords(decision.copy.text, options.locale)
      record(decision, opening)
      tell(decision, opening, file)
      if (decision.outcome === 'referenced' || decision.outcome === 'removed') {
        moved.set(idOf(decision.copy.paragraph), idOf(decision.other.paragraph))
      }
      if (decision.outcome === 'referenced') refer(decision, opening, options.locale)
    }
    remove(decisions)
    if (moved.size > 0) walk(tree, node => retarget(node, moved))
  }
}

function idOf(paragraph: Paragraph): string {
  return paragraph.data?.id ?? ''
}

function record({ copy, policy, outcome, reason, other }: Decision, opening: string): void {
  const block = idOf(outcome === 'removed' ? other.paragraph : copy.paragraph)
  copy.section.repeats.push({
    block,
    opening,
    policy,
    outcome,
    reason,
    place: copy.place,
    other: other.place,
  })
}

function tell({ copy, policy, outcome, reason, other }: Decision, opening: string, file: VFile): void {
  const { line } = other.place
  const later = copy.place.line > line
  const because = reason === '' ? '' : `, porque ${reason}`
  if (outcome === 'referenced') {
    report(file, 'repeat-resolved', copy.place, {
      opening,
      line,
      outcome: `lo sustituye una remisión${because}`,
    })
  } else if (outcome === 'removed') {
    report(file, 'repeat-resolved', copy.place, { opening, line, outcome: 'no se publica dos veces' })
  } else if (outcome === 'kept' && later) {
    report(file, 'repeat-kept', copy.place, { opening, line })
  } else if (outcome === 'reported' && reason !== '') {
    report(file, 'repeat-guarded', copy.place, { opening, line, why: reason })
  } else if (outcome === 'reported' && policy === 'report' && later) {
    report(file, 'repeat-found', copy.place, { opening, line, file: other.place.file })
  }
}

/** «Sobre este punto, véase «Uno de los principales logros…» (p. 1).», in the copy's place and with its id. */
function refer({ copy, other }: Decision, opening: string, locale: Locale): void {
  const { paragraph } = copy
  const { before, open, close, after } = locale.repeatReference
  const target = idOf(other.paragraph)
  const children: Paragraph['children'] = [
    { type: 'text', value: before },
    crossReference(target, [{ type: 'text', value: `${open}${innerQuotes(opening, open)}…${close}` }]),
    pageReference(target, locale.pageReference),
    { type: 'text', value: after },
  ]
  const { position } = paragraph
  if (position !== undefined) for (const child of children) placeAt(child, position)
  const hProperties = { ...paragraph.data?.hProperties, className: ['repeat-reference'] }
  paragraph.children = children
  paragraph.data = { ...paragraph.data, role: 'repeat-reference', hProperties }
}

/** What we say in the copy's place stands, for messages, where the copy stood. */
function placeAt(node: RootContent, position: NonNullable<RootContent['position']>): void {
  node.position = position
  if ('children' in node) for (const child of node.children) placeAt(child, position)
}

function remove(decisions: readonly Decision[]): void {
  const removed = decisions.filter(decision => decision.outcome === 'removed')
  const gone = new Set<RootContent>(removed.map(decision => decision.copy.paragraph))
  for (const section of new Set(removed.map(decision => decision.copy.section))) {
    section.children = section.children.filter(child => !gone.has(child))
  }
}

function retarget(node: RootContent, moved: ReadonlyMap<string, string>): void {
  if (node.type === 'crossReference' || node.type === 'pageReference') {
    node.target = moved.get(node.target) ?? node.target
  }
}

function reportNear({ groups }: Candidates, { policy, locale }: DeduplicateOptions, file: VFile): void {
  const negations = new Set(locale.negations)
  const firsts = [...groups.values()].flatMap(([first]) => first ?? [])
  for (const pair of nearPairs(firsts.map(candidate => candidate.comparable))) {
    const [first, second] = [firsts[pair.first], firsts[pair.second]]
    if (first === undefined || second === undefined) continue
    if ([first, second].some(({ own }) => (own ?? policy) === 'keep')) continue
    const difference = written(changes(first.text, second.text, negations))
    report(file, 'repeat-near', second.place, { line: first.place.line, difference })
  }
}

const mostChanges = 5

function written(all: readonly Change[]): string {
  if (all.length === 0) return 'el énfasis, los enlaces o el código'
  const shown = all.slice(0, mostChanges).map(({ before, after }) => {
    if (before === '') return `añade «${shortened(after)}»`
    if (after === '') return `omite «${shortened(before)}»`
    return `«${shortened(before)}» pasa a ser «${shortened(after)}»`
  })
  const more = all.length - shown.length
  return shown.join('; ') + (more > 0 ? `; y ${more} más` : '')
}

function shortened(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 60).trimEnd()}…`
}
