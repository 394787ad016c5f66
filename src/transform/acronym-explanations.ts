/** Where a text explains an acronym, or tries to. */
import type { PhrasingContent } from 'mdast'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import type { Place } from '../publication/model.ts'
import { plainText } from './content.ts'
import { expansionOf } from './expansion.ts'
import type { Line } from './lines.ts'

export interface Explanation {
  readonly acronym: string
  /** null: it names what stands before, and its letters don't fit. */
  readonly expansion: string | null
  /** The words that it was compared with, for a message; '' where the text itself says that they need not fit. */
  readonly words: string
  /** Offset in the line's text of what follows. */
  readonly end: number
  /** Only looked for where there is something to say. */
  readonly place: () => Place
}

/** Letters of {@link expansionOf}'s small words are folded. */
type SmallWords = ReadonlySet<string>

/** «(ONU)», «(en adelante, la ONU)», «(ONU, por sus siglas en inglés)»; not «Al₂(SO₄)₃», whose bracket is part of a word. */
const bracketed =
  /(?<![\p{L}\p{N}])\(((?:en adelante|en lo sucesivo|hereinafter|doravante|ci-après),? )?(?:el |la |los |las |the |o |a |le )?["«“]?(\p{Lu}[^()",;«»“”]{1,18}?)["»”]?(?:[,;]\s?([^()]{1,80}))?\)/gu
/** «ONU (Organización de las Naciones Unidas)» */
const reversed = /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\p{N}&]{1,11}s?) \((\p{L}[^()]{5,150})\)/gu
/** «ONU», «EE. UU.», «ONGs», «COP26»; written as a word («Reniec») it only counts with its expansion. */
const capitals = /^\p{Lu}(?:[\p{Lu}\p{N}&/-]|\. ?)*\p{Lu}[\p{N}.]*s?$/u
const word = /^\p{Lu}\p{Ll}{3,}$/u
const roman = /^[IVXLCDM]+$/
/** As many words as show what the acronym was compared with. */
const shownWords = 8

/** @param next - the line after it, which may be a term's description */
export function explanationsIn(
  line: Line,
  next: Line | undefined,
  small: SmallWords,
  file: VFile,
): readonly Explanation[] {
  const text = line.nodes.map(plainText).join('')
  const found = [...abbreviations(line.nodes, file)]
  if (text.includes('('))
    found.push(...inBrackets(line, text, small, file), ...beforeBrackets(line, text, small, file))
  if (line.owner.type === 'definitionTerm' && next !== undefined && capitals.test(text)) {
    const expansion = next.nodes.map(plainText).join('').trim().replace(/[.;]$/, '')
    const fits = expansionOf(text, `${expansion.split(/[.;:]/)[0] ?? ''} `, small)
    if (fits !== null)
      found.push({
        acronym: text,
        expansion: fits,
        words: '',
        end: text.length,
        place: () => placeOf(line.owner, file),
      })
  }
  return found
}

/** HTML's `abbr`. */
function* abbreviations(nodes: readonly PhrasingContent[], file: VFile, start = 0): Generator<Explanation> {
  let at = start
  for (const node of nodes) {
    const end = at + plainText(node).length
    if (node.type === 'abbreviation') {
      yield {
        acronym: node.value,
        expansion: node.expansion,
        words: '',
        end,
        place: () => placeOf(node, file),
      }
    } else if ('children' in node) yield* abbreviations(node.children, file, at)
    at = end
  }
}

function* inBrackets(line: Line, text: string, small: SmallWords, file: VFile): Generator<Explanation> {
  for (const { 0: whole, 1: so, 2: acronym = '', 3: more = '', index } of text.matchAll(bracketed)) {
    const before = text.slice(Math.max(0, index - 400), index)
    if (!(capitals.test(acronym) || word.test(acronym))) continue
    const expansion = expansionOf(acronym, before, small)
    if (expansion === null && (!capitals.test(acronym) || roman.test(acronym))) continue
    // «CAPÍTULO II (DEROGADO)», «(ONU)» at a beginning: nothing that could be its expansion.
    if (expansion === null && !/\p{Ll}/u.test(before)) continue
    if (expansion !== null && word.test(acronym) && !/\s.*\s/u.test(expansion)) continue
    // «en adelante LOPE» names what stands before, whatever its letters.
    const foreign = so !== undefined || /siglas?|acr[oó]nimo|acronym|ingl[eé]s|franc[eé]s|sigle/i.test(more)
    const words = foreign ? '' : before.trim().split(/\s+/).slice(-shownWords).join(' ')
    const end = index + whole.length
    yield { acronym, expansion, words, end, place: () => within(line, index, whole.length, file) }
  }
}

function* beforeBrackets(line: Line, text: string, small: SmallWords, file: VFile): Generator<Explanation> {
  for (const { 0: whole, 1: acronym = '', 2: inside = '', index } of text.matchAll(reversed)) {
    const name = inside.split(/[,;:]/)[0]?.trim() ?? ''
    const expansion = roman.test(acronym) ? null : expansionOf(acronym, `${name} `, small)
    if (expansion === null) continue
    // Before it only «la», «del».
    const rest = name.slice(0, name.indexOf(expansion)).trim()
    if (rest !== '' && !small.has(rest.toLowerCase())) continue
    const end = index + whole.length
    yield { acronym, expansion, words: '', end, place: () => within(line, index, whole.length, file) }
  }
}

/** The place of a stretch of a line, as exactly as the text node that holds it allows; else that of its block. */
function within({ nodes, owner }: Line, offset: number, length: number, file: VFile): Place {
  const place = placeOf(owner, file)
  let at = 0
  for (const child of nodes) {
    const size = plainText(child).length
    if (offset < at + size || child === nodes.at(-1)) {
      const own = placeOf(child, file)
      const before = child.type === 'text' ? child.value.slice(0, offset - at).split('\n') : []
      // A second line may begin with the marks of a quotation or list, which the value leaves out.
      if (before.length !== 1) return before.length === 0 ? own : place
      const column = own.column + (before[0]?.length ?? 0)
      return { ...own, column, endLine: own.line, endColumn: column + length }
    }
    at += size
  }
  return place
}
