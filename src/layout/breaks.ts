/** Where a line may end inside a word: hyphenation, hyphens and dashes that stand there, slashes, addresses. */
import type { Hyphenator } from './hyphenate.ts'

export interface BreakPoint {
  /** UTF-16 offset in the word of what would begin the next line. */
  readonly at: number
  readonly penalty: number
  /** The line ends in a hyphen, whether it stands in the text or not. */
  readonly flagged: boolean
  /** Line breaking puts the hyphen in. */
  readonly hyphen: boolean
}

/** A hyphen weighs as much as a line whose spaces grow by 0.6: chosen on three texts, held against others in `bench/`. */
const penalties = {
  hyphen: 150,
  standing: 50,
  dash: 120,
  slash: 150,
  address: 400,
  ruleNumber: 400,
  softHyphen: 20,
  zero: 0,
}

/** Characters that print nothing whatever the font: soft hyphen, zero-width space, word joiner, byte order mark. */
export function isInvisible(character: string): boolean {
  return character > '~' && /^[\u00ad\u200b\u2060\ufeff]$/.test(character)
}

/** The number of a rule, «003-2000-PROMUDEH»: wider than what spaces can make up for. */
const ruleNumber = /\p{N}[-‐](?:[\p{L}\p{N}.]+[-‐])+[\p{L}\p{N}.]*\p{L}/u

const address = /:\/\/|^www\.|[^@]@[^@]|^[\w.-]+\/[\w.-]+\/|\.[a-z]{2,}\//i

/**
 * @param word - text without spaces
 * @param hyphenator - null for no hyphenation
 * @returns in order, none at the word's ends
 */
export function breakPoints(word: string, hyphenator: Hyphenator | null): readonly BreakPoint[] {
  if (word.length < 4) return none
  const simple = isSimple(word)
  const standing = simple ? none : standingPoints(word)
  if (hyphenator === null) return standing
  if (!simple && (standing.length > 0 || /\d/.test(word) || address.test(word))) return standing
  const points: BreakPoint[] = []
  for (let start = 0; start < word.length; ) {
    let end = start
    while (end < word.length && isLetter(word.charCodeAt(end))) end++
    const run = word.slice(start, end)
    if (run.length >= 5 && !isAcronym(run)) {
      for (const at of hyphenator(run)) points.push(hyphenation(start + at))
    }
    start = end + 1
  }
  return points
}

const none: readonly BreakPoint[] = []

/** Letters with at most a sign after them: nothing to look for but hyphenation. */
function isSimple(word: string): boolean {
  const last = word.length - 1
  for (let index = 0; index < last; index++) if (!isLetter(word.charCodeAt(index))) return false
  return isLetter(word.charCodeAt(last)) || ',.;:)'.includes(word.charAt(last))
}

function hyphenation(at: number): BreakPoint {
  return { at, penalty: penalties.hyphen, flagged: true, hyphen: true }
}

/** Letters and combining marks; outside Latin, whatever the patterns make of it. */
export function isLetter(code: number): boolean {
  if (code < 0xaa) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba
  return code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || code > 0x2bff)
}

/** An acronym is short: a long word in capitals is one of a title. */
function isAcronym(word: string): boolean {
  return word.length < 11 && word === word.toUpperCase()
}

/** Points that the text itself offers. */
function standingPoints(word: string): readonly BreakPoint[] {
  if (!/[-‐–—/\u00ad\u200b]|[@.]\w/.test(word)) return none
  const isAddress = address.test(word)
  const points: BreakPoint[] = []
  for (let at = 1; at < word.length; at++) {
    const before = word.charAt(at - 1)
    const point =
      before === '\u00ad' || before === '\u200b'
        ? unseen(before)
        : isAddress
          ? inAddress(word, at)
          : seen(word, at)
    if (point !== null) points.push({ at, ...point })
  }
  return points
}

type Kind = Omit<BreakPoint, 'at'>

const standing = { flagged: false, hyphen: false } as const

function unseen(character: string): Kind {
  const soft = character === '\u00ad'
  return {
    penalty: soft ? penalties.softHyphen : penalties.zero,
    flagged: soft,
    hyphen: soft,
  }
}

/** After its punctuation, where at least two characters stand on either side; never inside `://`. */
function inAddress(word: string, at: number): Kind | null {
  if (at < 3 || at > word.length - 2) return null
  const before = word.charAt(at - 1)
  if (!/[/?&=_.\-#:,~%+@]/.test(before) || !/[\p{L}\p{N}]/u.test(word.charAt(at))) return null
  return { ...standing, penalty: before === '/' ? penalties.slash : penalties.address }
}

/**
 * A hyphen, dash or slash between letters. One with a letter on one side only opens or closes («—texto—»,
 * «-con los sectores-») and stays with it.
 */
function seen(word: string, at: number): Kind | null {
  const before = word.charAt(at - 1)
  if (!/[-‐–—/]/.test(before)) return null
  const left = /[\p{L}\p{M}\p{N}]+$/u.exec(word.slice(0, at - 1))?.[0] ?? ''
  const right = /^[\p{L}\p{M}\p{N}]+/u.exec(word.slice(at))?.[0] ?? ''
  if (left.length < 2 || right.length < 2) return null
  const number = /^\p{N}+$/u.test(left) || /^\p{N}+$/u.test(right)
  if (before === '-' || before === '‐') {
    if (!number) return { ...standing, penalty: penalties.standing, flagged: true }
    return ruleNumber.test(word) ? { ...standing, penalty: penalties.ruleNumber, flagged: true } : null
  }
  return { ...standing, penalty: before === '/' ? penalties.slash : penalties.dash }
}

/** {@link breakPoints}, remembered word by word. */
export type WordBreaker = (word: string) => readonly BreakPoint[]

/** One for each hyphenator, with the words of every document of a run. */
const breakers = new Map<Hyphenator | null, WordBreaker>()

export function wordBreaker(hyphenator: Hyphenator | null): WordBreaker {
  let breaker = breakers.get(hyphenator)
  if (breaker === undefined) {
    const known = new Map<string, readonly BreakPoint[]>()
    breaker = word => {
      let points = known.get(word)
      if (points === undefined) {
        points = breakPoints(word, hyphenator)
        known.set(word, points)
      }
      return points
    }
    breakers.set(hyphenator, breaker)
  }
  return breaker
}
