/** Learns the acronyms that a text explains, marks their later uses, and tells of those that it does not explain. */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Locale } from '../locale/types.ts'
import { type Explanation, explanationsIn } from './acronym-explanations.ts'
import { type Known, markUses, type Unexplained, unexplainedIn } from './acronym-uses.ts'
import { plainText } from './content.ts'
import { foldLetters } from './expansion.ts'
import { eachLine, type Line } from './lines.ts'
import type { Section } from './nodes.ts'
import { smallWords } from './small-words.ts'

export interface AcronymOptions {
  /** Of the document: its small words, and what needs no explanation. */
  readonly locale: Locale
  /** Those that its author says need none. */
  readonly known: readonly string[]
}

/**
 * Puts each acronym into the `acronyms` of the section that explains it, subsections each their own; one whose
 * letters fit the words before it nowhere in the document has no expansion there, and a warning. Every later use
 * becomes an `abbreviation`, wherever text stands but in code. One that nothing explains, or that is explained in
 * two ways, is a warning. Runs after `deduplicate`.
 */
export function acronyms({ locale, known }: AcronymOptions) {
  return (tree: Root, file: VFile): void => {
    const lines: Line[] = []
    eachLine(tree, locale.tag, line => lines.push(line))
    const explanations = explained(lines, locale, file)
    const needless = new Set(known)
    // What brackets name that needs no explanation is none: «Arqueo bruto (GT)».
    const found = explanations.filter(
      ({ acronym, expansion }) => expansion !== null || !needless.has(acronym),
    )
    const expansions = new Map<string, Known>()
    for (const one of found) learn(one, expansions, locale, file)
    const candidates = unexplained(
      lines,
      new Set([...known, ...found.map(({ acronym }) => acronym)]),
      locale,
      file,
    )
    const unfit = found.filter(({ acronym, expansion }) => expansion === null && !expansions.has(acronym))
    const words = alsoWords(lines, new Set([...candidates.keys(), ...unfit.map(({ acronym }) => acronym)]))
    list(found, expansions, words, file)
    for (const [acronym, place] of candidates) {
      if (!words.has(acronym)) report(file, 'acronym-unexplained', place(), { acronym })
    }
    markUses(lines, expansions, file)
  }
}

/** An explanation and the line that it stands in, by its number. */
interface Found extends Explanation {
  readonly line: number
  readonly section: Section | null
}

function explained(lines: readonly Line[], locale: Locale, file: VFile): readonly Found[] {
  const small = new Set(locale.smallWords.map(foldLetters))
  return lines.flatMap((line, number) => {
    // What stands for a repeated paragraph quotes the words of another.
    if (line.owner.data !== undefined && 'role' in line.owner.data) return []
    return explanationsIn(line, lines[number + 1], small, file).map(one => ({
      ...one,
      line: number,
      section: line.section,
    }))
  })
}

function learn(found: Found, expansions: Map<string, Known>, locale: Locale, file: VFile): void {
  const { acronym, expansion, line, end, place } = found
  if (expansion === null) return
  const known = expansions.get(acronym)
  if (known === undefined) {
    expansions.set(acronym, { expansion, names: [expansion], line, end, place: place() })
  } else if (!known.names.some(name => isSameName(name, expansion, locale))) {
    known.names.push(expansion)
    const facts = { acronym, first: known.expansion, second: expansion, line: known.place.line }
    report(file, 'acronym-twice', place(), facts)
  }
}

/** Case, accents, plurals and small words don't count, nor what one of the two says more at its end or beginning. */
function isSameName(one: string, other: string, { smallWords }: Locale): boolean {
  const small = new Set(smallWords)
  const core = (name: string) =>
    (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter(word => !small.has(word))
      .map(word => foldLetters(word).replace(/e?s$/, ''))
      .join(' ')
  const [first, second] = [core(one), core(other)]
  return first.includes(second) || second.includes(first)
}

function list(
  found: readonly Found[],
  expansions: ReadonlyMap<string, Known>,
  plainWords: ReadonlySet<string>,
  file: VFile,
): void {
  const warned = new Set<string>()
  const listed = new Map<Section, Set<string>>()
  for (const { section, acronym, expansion, words, place } of found) {
    // Explained elsewhere: here the brackets only name it again.
    if (expansion === null && (expansions.has(acronym) || words === '' || plainWords.has(acronym))) continue
    if (expansion === null && !warned.has(acronym)) {
      warned.add(acronym)
      report(file, 'acronym-mismatch', place(), { acronym, words })
    }
    if (section === null) continue
    const own = listed.get(section) ?? new Set()
    if (!own.has(acronym)) section.acronyms.push({ acronym, expansion })
    listed.set(section, own.add(acronym))
  }
}

/** Each with its first place. */
function unexplained(
  lines: readonly Line[],
  named: ReadonlySet<string>,
  { knownAcronyms, tag }: Locale,
  file: VFile,
): Unexplained {
  const fine = new Set([...knownAcronyms, ...named])
  const language = tag.split('-')[0] ?? tag
  const candidates: Unexplained = new Map()
  for (const line of lines) {
    const own = line.language.split('-')[0]?.toLowerCase() === language
    // A heading may be all in capitals; a quotation is not the author's to explain.
    if (!own || !line.typography || line.owner.type === 'heading') continue
    for (const [acronym, place] of unexplainedIn(line, fine, file)) {
      if (!candidates.has(acronym)) candidates.set(acronym, place)
    }
  }
  return candidates
}

/** Those that are words in capitals, as the text has them in small letters too: «REGLAMENTO», «NO». */
function alsoWords(lines: readonly Line[], acronyms: ReadonlySet<string>): ReadonlySet<string> {
  const words = new Set<string>()
  if (acronyms.size === 0) return words
  const longest = Math.max(...[...acronyms].map(acronym => acronym.length))
  const seen = new Set<string>()
  for (const { nodes } of lines) {
    for (const word of smallWords(nodes.map(plainText).join(''), longest)) {
      if (seen.has(word)) continue
      seen.add(word)
      const capitals = foldLetters(word).toUpperCase()
      if (acronyms.has(capitals)) words.add(capitals)
    }
  }
  return words
}
