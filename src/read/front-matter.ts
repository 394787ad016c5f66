/** Front matter: YAML to validated values, with every fault at its own line and column. */
import type { VFile } from 'vfile'
import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml'
import { leftToRight } from '../diagnostics/direction.ts'
import { causeOf, type Phrase } from '../diagnostics/phrases.ts'
import { report } from '../diagnostics/report.ts'
import type { Place } from '../publication/model.ts'
import { nearest } from '../text/nearest.ts'
import { isVisible } from '../text/visible.ts'
import { imageKeys, isImageGroup, type Key, keyNamed, nearestKey } from './keys.ts'
import type { Lines } from './lines.ts'
import { expectations, schema } from './schema.ts'
import type { FrontMatter } from './types.ts'

/** UTF-16 units, and brackets inside one another: more makes the YAML parser run out of stack. */
const longest = 65_536
const deepest = 50

/** The YAML of one document: its text, and where that begins in the document's. */
export interface Yaml {
  readonly text: string
  readonly offset: number
}

/**
 * @param yaml - what stands between the two lines `---`
 * @param lines - of the whole document
 * @param file - takes the messages
 * @returns what is set, under its canonical keys; null after an error in `file`
 */
export function readFrontMatter(yaml: Yaml, lines: Lines, file: VFile): FrontMatter | null {
  const at = (start: number, end: number) => lines.place(yaml.offset + start, yaml.offset + end)
  if (!withinBounds(yaml.text, at, file)) return null
  // «failsafe»: every value stays the text that was written, so that 2026-11-23, 012 and 1.10 come out as such.
  const document = parseDocument(yaml.text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' })
  const faults = [...document.errors, ...document.warnings]
  for (const { code, pos } of faults) {
    if (code === 'DUPLICATE_KEY') reportTwice(yaml.text, pos[0], at, file)
    else report(file, 'front-matter-syntax', at(...pos), { detail: causeOf(code) })
  }
  if (faults.length > 0) return null
  if (document.contents === null) return {}
  if (!isMap(document.contents)) {
    report(file, 'front-matter-syntax', at(...rangeOf(document.contents)), {
      detail: 'no-keys',
    })
    return null
  }
  if (!plainNodes(document.contents, at, file)) return null
  warnOfComments(yaml.text, document.contents, at, file)
  const entries = keyEntries(document.contents, at, file)
  return entries === null ? null : validated(entries, at, file)
}

type At = (start: number, end: number) => Place

function reportTwice(text: string, start: number, at: At, file: VFile): void {
  const key = /^[^:\n]+/.exec(text.slice(start))?.[0].trim() ?? ''
  report(file, 'front-matter-duplicate-key', at(start, start + key.length), { key, other: key })
}

function withinBounds(text: string, at: At, file: VFile): boolean {
  const problem = (start: number, detail: Phrase) => {
    report(file, 'front-matter-syntax', at(start, start + 1), { detail })
    return false
  }
  if (text.length > longest) return problem(longest, ['longer-than', longest])
  // YAML ends a document there, and would leave out the rest without a word.
  const end = /^\.\.\.(?=[ \t]|$)/m.exec(text)
  if (end !== null) return problem(end.index, 'cut-by-dots')
  let depth = 0
  for (const { 0: mark, index } of text.matchAll(/[[{}\]]|(?:[-?:][ \t]+){50}/g)) {
    if (mark === ']' || mark === '}') depth--
    else depth += mark.length === 1 ? 1 : deepest
    if (depth >= deepest) {
      report(file, 'nesting-too-deep', at(index, index + 1), { bound: deepest })
      return false
    }
  }
  return true
}

/** Refuses what YAML does with `*`, `&` and `!`: nobody who writes a title means it, and it would lose words. */
function plainNodes(map: YAMLMap, at: At, file: VFile): boolean {
  let plain = true
  const refuse = (node: unknown, detail: Phrase) => {
    report(file, 'front-matter-syntax', at(...rangeOf(node)), { detail })
    plain = false
  }
  const refuseMark = (node: Node, mark: string) => refuse(node, ['quotes-needed', mark])
  visit(map, {
    Pair: (_, { key }) => {
      if (!isScalar(key)) refuse(key, 'key-is-name')
    },
    Alias: (_, node) => refuseMark(node, '*'),
    Value: (_, node) => {
      if (node.anchor !== undefined) refuseMark(node, '&')
      else if (node.tag !== undefined) refuseMark(node, '!')
    },
  })
  return plain
}

/** «N.º #12» loses its end to a YAML comment. One that has a space after `#` is meant as a comment. */
function warnOfComments(text: string, map: YAMLMap, at: At, file: VFile): void {
  const told = new Set<number>()
  visit(map, {
    Value: (_, node) => {
      const [, end] = rangeOf(node)
      const found = /^[ \t]*(#[^\s#].*)/.exec(text.slice(end, lineEnd(text, end)))
      if (found === null || text[end - 1] === '\n') return
      const [whole, comment = ''] = found
      const start = end + whole.length - comment.length
      // A list ends where its last value does.
      if (told.has(start)) return
      told.add(start)
      report(file, 'front-matter-comment', at(start, start + comment.length), { comment })
    },
  })
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

interface Entry {
  readonly key: Key
  readonly written: string
  readonly pair: Pair
}

/** The pairs by canonical key; null after an error. A key without a value counts as not there. */
function keyEntries(map: YAMLMap, at: At, file: VFile): ReadonlyMap<string, Entry> | null {
  const entries = new Map<string, Entry>()
  let known = true
  for (const { pair, inGroup } of ungrouped(map)) {
    const written = nameOf(pair)
    if (!inGroup && isImageGroup(written)) {
      if (plain(pair.value) === '') continue
      known = false
      const facts = { key: written, expected: 'image-settings', found: foundIn(pair.value, false) } as const
      report(file, 'front-matter-value', at(...rangeOf(pair.value)), facts)
      continue
    }
    const named = keyNamed(written)
    const key = named !== undefined && inGroup && !imageKeys.includes(named) ? undefined : named
    const former = key === undefined ? undefined : entries.get(key)
    if (key !== undefined && former === undefined) {
      entries.set(key, { key, written, pair })
      continue
    }
    known = false
    const place = at(...rangeOf(pair.key))
    if (former === undefined) {
      const near = inGroup ? nearest(written, imageKeys) : nearestKey(written)
      report(file, 'front-matter-unknown-key', place, { key: written, nearest: near })
    } else {
      report(file, 'front-matter-duplicate-key', place, { key: written, other: former.written })
    }
  }
  return known ? entries : null
}

interface GroupedPair {
  readonly pair: Pair
  readonly inGroup: boolean
}

/** The pairs of a map with those of its group of keys about pictures in the group's place. */
function ungrouped(map: YAMLMap): readonly GroupedPair[] {
  return map.items.flatMap((pair): readonly GroupedPair[] =>
    isMap(pair.value) && isImageGroup(nameOf(pair))
      ? pair.value.items.map(inner => ({ pair: inner, inGroup: true }))
      : [{ pair, inGroup: false }],
  )
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : ''
}

function validated(entries: ReadonlyMap<string, Entry>, at: At, file: VFile): FrontMatter | null {
  const set = [...entries.values()].filter(({ pair }) => !isBlank(plain(pair.value)))
  const result = schema.safeParse(Object.fromEntries(set.map(({ key, pair }) => [key, plain(pair.value)])))
  if (result.success) {
    const language = entries.get('lang')?.pair.value
    if (language) file.data.language = at(...rangeOf(language))
    return runLeftToRight(set, at, file) ? result.data : null
  }
  for (const issue of result.error.issues) {
    const [key, ...path] = deepestPath(issue)
    const entry = entries.get(String(key))
    if (entry === undefined) throw new Error(`front matter: ${issue.message}`)
    const node = nodeAt(entry.pair.value, path, issue.code === 'invalid_key')
    report(file, 'front-matter-value', at(...rangeOf(node)), {
      key: entry.written,
      expected: expectations[entry.key],
      found: foundIn(node, path.length > 0),
    })
  }
  return null
}

/** Of all but keywords, which no page shows. */
function runLeftToRight(entries: readonly Entry[], at: At, file: VFile): boolean {
  const before = file.messages.length
  for (const { key, pair } of entries) {
    if (key === 'keywords' || !isNode(pair.value)) continue
    visit(pair.value, {
      Scalar: (_, node) => {
        leftToRight(String(node.value), at(...rangeOf(node)), file)
      },
    })
  }
  return file.messages.length === before
}

type Issue = { readonly path: readonly PropertyKey[]; readonly errors?: readonly (readonly Issue[])[] }

/** Of a union's branches, the one that came furthest into the value says where the fault is. */
function deepestPath(issue: object): readonly PropertyKey[] {
  // Zod's issues differ by code; only unions have `errors`.
  const { path, errors = [] } = issue as Issue
  const nested = errors.flat().map(deepestPath)
  const longestPath = nested.reduce((best, next) => (next.length > best.length ? next : best), [])
  return [...path, ...longestPath]
}

function nodeAt(node: unknown, path: readonly PropertyKey[], wantsKey: boolean): unknown {
  const [step, ...rest] = path
  if (step === undefined) return node
  if (isSeq(node)) return nodeAt(node.items[Number(step)], rest, wantsKey)
  if (!isMap(node)) return node
  const pair = node.items.find(item => isScalar(item.key) && item.key.value === step)
  return wantsKey && rest.length === 0 ? pair?.key : nodeAt(pair?.value, rest, wantsKey)
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && !isVisible(value)
}

/** A YAML node as plain data: text, lists and maps of text. */
function plain(node: unknown): unknown {
  if (isScalar(node)) return String(node.value)
  if (isSeq(node)) return node.items.map(plain)
  if (isMap(node))
    return Object.fromEntries(node.items.map(item => [String(plain(item.key)), plain(item.value)]))
  return ''
}

function foundIn(node: unknown, nested: boolean): Phrase {
  const value = plain(node)
  if (typeof value === 'string') return ['verbatim', value.length > 60 ? `${value.slice(0, 60)}…` : value]
  if (Array.isArray(value)) return nested ? 'found-inner-list' : 'found-list'
  return nested ? 'found-inner-map' : 'found-map'
}

/** Start and end of what was written; parseDocument sets it on every node. */
function rangeOf(node: unknown): [number, number] {
  const range = isPair(node) ? rangeOf(node.key) : (node as Node).range
  if (range === null || range === undefined) throw new Error('front matter: a YAML node without a range')
  return [range[0], range[1]]
}

declare module 'vfile' {
  interface DataMap {
    /** Where front matter names the document's language. */
    language?: Place
  }
}
