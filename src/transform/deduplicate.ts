/** Treats paragraphs that stand more than once, and reports those that almost do. */
import type { Paragraph, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Locale } from '../locale/types.ts'
import type { RepeatPolicy } from '../publication/model.ts'
import { type Candidates, findCandidates } from './copies.ts'
import { changes, nearPairs, weightyWords } from './near.ts'
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

function tell(decision: Decision, opening: string, file: VFile): void {
  const { copy, policy, outcome, reason, times, other } = decision
  const { line, file: elsewhere } = other.place
  const facts = { opening, line, file: elsewhere }
  const later = copy.place.file !== elsewhere || copy.place.line > line
  if (outcome === 'referenced' || outcome === 'removed') {
    report(file, 'repeat-resolved', copy.place, { ...facts, outcome, reason, times })
  } else if (outcome === 'kept' && later) {
    report(file, 'repeat-kept', copy.place, facts)
  } else if (outcome === 'reported' && reason !== '') {
    report(file, 'repeat-guarded', copy.place, { ...facts, reason, times })
  } else if (outcome === 'reported' && policy === 'report' && later) {
    report(file, 'repeat-found', copy.place, facts)
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
  for (const parent of new Set(removed.map(decision => decision.copy.parent))) {
    parent.children = parent.children.filter(child => !gone.has(child))
  }
}

function retarget(node: RootContent, moved: ReadonlyMap<string, string>): void {
  if (node.type === 'crossReference' || node.type === 'pageReference') {
    node.target = moved.get(node.target) ?? node.target
  }
}

function reportNear({ groups }: Candidates, { policy, locale }: DeduplicateOptions, file: VFile): void {
  const weighty = weightyWords(locale)
  // Copies say the same: one of each stands for all. What is kept is meant as it is.
  const firsts = [...groups.values()].flatMap(([first]) => first ?? [])
  const asked = firsts.filter(({ own }) => (own ?? policy) !== 'keep')
  for (const { first, second } of nearPairs(asked.map(({ comparable }) => comparable))) {
    const [one, other] = [asked[second], asked[first]]
    if (one === undefined || other === undefined) continue
    const { file: elsewhere, line } = other.place
    report(file, 'repeat-near', one.place, {
      file: elsewhere,
      line,
      changes: changes(other.text, one.text, weighty),
    })
  }
}
