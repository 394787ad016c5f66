/** Where a text uses acronyms: those that it has explained become `abbreviation`, the others are found. */
import type { PhrasingContent, Text } from 'mdast'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import type { Place } from '../publication/model.ts'
import { plainText } from './content.ts'
import type { Line } from './lines.ts'
import { abbreviation } from './nodes.ts'

/** An acronym's expansion, and where it is explained: number of the line, offset of what follows. */
export interface Known {
  readonly expansion: string
  /** Every name that it was explained by, the first one first. */
  readonly names: string[]
  readonly line: number
  readonly end: number
  readonly place: Place
}

export type Unexplained = Map<string, () => Place>

/** @param known - by acronym */
export function markUses(lines: readonly Line[], known: ReadonlyMap<string, Known>, file: VFile): void {
  if (known.size === 0) return
  const uses = usesOf([...known.keys()])
  const expansionAt = (acronym: string, line: number, at: number): string | null => {
    const found = known.get(acronym) ?? known.get(acronym.replace(/s$/, ''))
    if (found === undefined || line < found.line || (line === found.line && at < found.end)) return null
    return found.expansion
  }
  for (const [number, { nodes }] of lines.entries()) {
    mark(nodes, 0, uses, (acronym, at) => expansionAt(acronym, number, at), file)
  }
}

/** Of several that begin alike the longest; «ONGs» where ONG is known. No part of a word, code or compound name. */
function usesOf(acronyms: readonly string[]): RegExp {
  const names = [...acronyms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const any = names
    .map(name => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '[ \\n]'))
    .join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}_@./-])(?:${any})s?(?![\\p{L}\\p{N}_@]|[-/.][\\p{L}\\p{N}])`, 'gu')
}

type Look = (acronym: string, at: number) => string | null

function mark(nodes: PhrasingContent[], start: number, uses: RegExp, look: Look, file: VFile): number {
  let at = start
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (node === undefined) break
    if (node.type === 'text') {
      const parts = marked(node, at, uses, look)
      at += node.value.length
      if (parts.length > 1 || parts[0] !== node) {
        nodes.splice(index, 1, ...parts)
        index += parts.length - 1
      }
    } else if ('children' in node) at = mark(node.children, at, uses, look, file)
    else at += plainText(node).length
  }
  return at
}

function marked(node: Text, start: number, uses: RegExp, look: Look): readonly PhrasingContent[] {
  const { value } = node
  const parts: PhrasingContent[] = []
  let done = 0
  for (const { 0: written, index } of value.matchAll(uses)) {
    const expansion = look(written.replace(/\n/g, ' '), start + index)
    if (expansion === null) continue
    if (index > done) parts.push(piece(node, done, index))
    const { position } = piece(node, index, index + written.length)
    const made = abbreviation(written.replace(/\n/g, ' '), expansion)
    parts.push(position === undefined ? made : { ...made, position })
    done = index + written.length
  }
  if (done === 0) return [node]
  if (done < value.length) parts.push(piece(node, done, value.length))
  return parts
}

/** A part of a text, with its own place where the source has the text as it is, on one line. */
function piece(node: Text, from: number, to: number): Text {
  const value = node.value.slice(from, to)
  const { position } = node
  if (position === undefined) return { type: 'text', value }
  const { start, end } = position
  const plain = start.line === end.line && end.column - start.column === node.value.length
  if (!plain) return { type: 'text', value, position }
  const point = (by: number) => ({
    line: start.line,
    column: start.column + by,
    ...(start.offset === undefined ? {} : { offset: start.offset + by }),
  })
  return { type: 'text', value, position: { start: point(from), end: point(to) } }
}

/** Capitals by themselves: no part of a code («004-2019-JUS»), address or other acronym («EE. UU.»). */
const candidate =
  /(?<![\p{L}\p{N}_@&/.\u00AD-]|\p{N} |°)[A-ZÑ]{2,10}(?![\p{L}\p{N}_@&]|[-/.][\p{L}\p{N}]|\. ?\p{Lu}\p{Lu}?\.)/gu
const roman = /^[IVXLCDM]+$/
/** A number follows: «ISO 9001», «DS N.º 4», the name of a series. */
const numbered = /^[ \n](?:\p{N}|[Nn]\.?[º°])/u
/** «SE RESUELVE», «CARLOS E. SUÁREZ»: words in capitals stand together. */
const capitalBefore = /(?:^|[^\p{L}])(?:\p{Lu}{2,}[,;]?|\p{Lu}\.)[ \n]$/u
const capitalAfter = /^,?[ \n]\p{Lu}(?:\p{Lu}+(?!\p{Ll})|\.)/u
/** «OCTAVA.- Exoneraciones» */
const label = /^(?:[.:]|\.-)(?:[ \n]|$)/

/** Capitals that `fine` does not name, by their first places in the line. */
export function unexplainedIn({ nodes }: Line, fine: ReadonlySet<string>, file: VFile): Unexplained {
  const found: Unexplained = new Map()
  const see = (children: readonly PhrasingContent[]): void => {
    for (const node of children) {
      if (node.type === 'text') collect(node, fine, found, file)
      else if ('children' in node && node.type !== 'span' && node.type !== 'crossReference')
        see(node.children)
    }
  }
  see(nodes)
  return found
}

function collect(node: Text, fine: ReadonlySet<string>, found: Unexplained, file: VFile): void {
  const { value } = node
  if (!/[A-ZÑ]{2}/.test(value) || isInCapitals(value)) return
  for (const { 0: acronym, index } of value.matchAll(candidate)) {
    if (fine.has(acronym) || roman.test(acronym) || found.has(acronym)) continue
    const after = value.slice(index + acronym.length, index + acronym.length + 20)
    const before = value.slice(Math.max(0, index - 30), index)
    if (numbered.test(after) || capitalBefore.test(before) || capitalAfter.test(after)) continue
    if (index === 0 && label.test(after)) continue
    found.set(acronym, () => placeOf(piece(node, index, index + acronym.length), file))
  }
}

/** More letters in capitals than in small ones. */
function isInCapitals(text: string): boolean {
  const count = (runs: readonly string[] | null) => runs?.join('').length ?? 0
  return count(text.match(/\p{Lu}+/gu)) * 2 > count(text.match(/\p{L}+/gu))
}
