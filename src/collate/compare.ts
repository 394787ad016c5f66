/** Compares what a file says with what it must say, block by block. */
import type { Place } from '../publication/model.ts'
import { commonSubsequence } from '../text/common-subsequence.ts'
import type { Expected } from './expected.ts'
import { unknownPage } from './expected-text.ts'
import type { Block, Core, Position, Reading } from './sequence.ts'

export interface Difference {
  /** Of the text in the source; null for what the file says of itself. */
  readonly place: Place | null
  /** Title of the section that it stands in. */
  readonly section: string
  /** What differs: `paragraph`, `heading`, `title of the file`. */
  readonly what: string
  readonly expected: string
  readonly found: string
  /** The words that differ, with those around them: `antes [-falta-] {+sobra+} después`. */
  readonly words: string
}

export function compare(all: Expected, found: Reading): readonly Difference[] {
  const [must, is] = withoutFree(all, found)
  const left = must.blocks.map(described)
  const right = withPages(must.blocks, is.blocks).map(described)
  const pairs = align(left, right)
  const sections = sectionTitles(must.blocks)
  const differences = pairs.map(([at, before, after]): Difference => {
    const block = must.blocks[at] ?? must.blocks.at(-1)
    return {
      place: must.places[Math.min(at, must.places.length - 1)] ?? null,
      section: sections[Math.min(at, sections.length - 1)] ?? '',
      what: (before === null ? is.blocks[right.indexOf(after ?? '')]?.kind : block?.kind) ?? '',
      expected: before ?? '',
      found: after ?? '',
      words: wordDifference(before ?? '', after ?? ''),
    }
  })
  return [...coreDifferences(must.core, is.core), ...differences]
}

/** Without what both sides say among the blocks whose order and look are free. */
function withoutFree(must: Expected, is: Reading): readonly [Expected, Reading] {
  if (must.free === 0) return [must, is]
  const words = ({ text }: Block) => plain(text.replace(/⟦[^⟧]*⟧/g, '')).toLowerCase()
  const first = is.blocks.slice(0, 2 * must.free)
  const kept: number[] = []
  for (const [index, block] of must.blocks.entries()) {
    const at = index < must.free ? first.findIndex(one => words(one) === words(block)) : -1
    if (at < 0) kept.push(index)
    else first.splice(at, 1)
  }
  const blocks = [...first, ...is.blocks.slice(2 * must.free)]
  return [
    {
      ...must,
      blocks: kept.flatMap(index => must.blocks[index] ?? []),
      places: kept.flatMap(index => must.places[index] ?? []),
    },
    { ...is, blocks },
  ]
}

/** Everything that is compared of a block, in one line. */
function described({ kind, position, marker, fact, text }: Block): string {
  const where = Object.entries(position satisfies Position).flatMap(([name, value]) =>
    value === '' || value === 0 || value === false ? [] : [value === true ? name : `${name} ${value}`],
  )
  return [kind, ...(fact === '' ? [] : [`(${fact})`]), ...where.map(part => `<${part}>`), marker, text]
    .filter(part => part !== '')
    .join(' ')
}

/** Numbers of pages are known to layout alone: where one is expected, any number will do. */
function withPages(must: readonly Block[], is: readonly Block[]): readonly Block[] {
  const mask = (text: string) => text.replace(/№|\d+|\b[ivxlc]+\b/g, '#')
  const known = new Map<string, Block[]>()
  for (const block of must) {
    if (!block.text.includes(unknownPage)) continue
    const key = mask(block.text)
    known.set(key, [...(known.get(key) ?? []), block])
  }
  if (known.size === 0) return is
  return is.map(block => {
    const match = known.get(mask(block.text))?.find(({ text }) => pattern(text).test(block.text))
    return match === undefined ? block : { ...block, text: match.text }
  })
}

function pattern(text: string): RegExp {
  const parts = text.split(unknownPage).map(part => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('(?:\\d+|[ivxlc]+)')}$`)
}

function sectionTitles(blocks: readonly Block[]): readonly string[] {
  let title = ''
  return blocks.map(block => {
    if (block.kind === 'title' || block.kind === 'heading') title = block.text.replace(/⟦[^⟧]*⟧/g, '')
    return title
  })
}

function coreDifferences(must: Core, is: Core): readonly Difference[] {
  // The keys of a Core.
  return (Object.keys(must) as (keyof Core)[]).flatMap(key => {
    if (plain(must[key]) === plain(is[key])) return []
    // A text without date gives its files one that every file has to have.
    if (key === 'date' && must.date === '') return []
    const words = wordDifference(must[key], is[key])
    return [{ place: null, section: '', what: key, expected: must[key], found: is[key], words }]
  })
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

type Pair = readonly [at: number, before: string | null, after: string | null]

/** Most differences that are looked for before the rest counts as different: more help nobody. */
const mostEdits = 1000

/** What stands on one side alone, in order: paired where both sides have something between what they share. */
function align(left: readonly string[], right: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  const upTo = (toI: number, toJ: number) => {
    for (; i < toI || j < toJ; i++, j++) {
      const [before, after] = [i < toI ? left[i] : null, j < toJ ? right[j] : null]
      pairs.push([Math.min(i, toI), before ?? null, after ?? null])
    }
  }
  for (const [x, y] of commonSubsequence(left, right, mostEdits)) {
    upTo(x, y)
    i = x + 1
    j = y + 1
  }
  upTo(left.length, right.length)
  return pairs
}

const context = 4

/** The words between what both sides begin and end with. */
export function wordDifference(before: string, after: string): string {
  const a = before.split(' ').filter(word => word !== '')
  const b = after.split(' ').filter(word => word !== '')
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const gone = a.slice(start, a.length - end).join(' ')
  const come = b.slice(start, b.length - end).join(' ')
  const head = a.slice(Math.max(0, start - context), start)
  const tail = end === 0 ? [] : a.slice(a.length - end, a.length - end + context)
  return [
    ...(start > context ? ['…'] : []),
    ...head,
    ...(gone === '' ? [] : [`[-${gone}-]`]),
    ...(come === '' ? [] : [`{+${come}+}`]),
    ...tail,
    ...(end > context ? ['…'] : []),
  ].join(' ')
}
