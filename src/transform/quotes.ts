/** Straight quotation marks of a text in pairs: which one opens, which one closes, and how deep. */

/** One straight mark that stands for a typographic one. */
export interface QuoteMark {
  readonly at: number
  readonly opens: boolean
  /** Written as ' and not as ". */
  readonly single: boolean
  /** Offset of the mark that opens its pair; its own where it opens. */
  readonly opening: number
  /** Opening marks («, “, ‘, and offsets of straight ones) of the pairs around it, outermost first. */
  readonly around: readonly (string | number)[]
}

export interface Quotes {
  readonly marks: readonly QuoteMark[]
  /** Offsets of double marks without a partner. */
  readonly unbalanced: readonly number[]
}

interface Open {
  readonly at: number
  readonly mark: string
}

/** No text nests more pairs; looking further takes quadratic time where nothing closes. */
const deepest = 12

const typedPartner: Readonly<Record<string, string>> = { '»': '«', '”': '“' }

/**
 * Marks of length (5'10", 24") and apostrophes are none. A mark opens before a word and closes after one; where
 * both or neither can be, it closes what is open.
 *
 * @param text - of a line, U+FFFC for what is no text
 */
export function pairQuotes(text: string): Quotes {
  const marks: QuoteMark[] = []
  const unbalanced: number[] = []
  if (!/["']/.test(text)) return { marks, unbalanced }
  const open: Open[] = []
  const singles = pairSingles(text)
  for (const { 0: mark, index: at } of text.matchAll(/["'«»“”]/g)) {
    if (mark === '«' || mark === '“') open.push({ at, mark })
    else if (mark === '»' || mark === '”') closeTyped(typedPartner[mark] ?? '', open, unbalanced)
    else if (mark === "'") {
      const partner = singles.get(at)
      if (partner === undefined) continue
      const opens = partner > at
      if (opens) open.push({ at, mark })
      else if (open.at(-1)?.at === partner) open.pop()
      else continue
      marks.push({ at, opens, single: true, opening: opens ? at : partner, around: openMarks(open, opens) })
    } else if (!isMeasure(text, at)) double(text, at, open, marks, unbalanced)
  }
  for (const { at, mark } of open) if (mark === '"') unbalanced.push(at)
  const alone = new Set(unbalanced)
  // What a stray mark seemed to hold: its pair of single marks may have been cut off.
  const closed = new Set(marks.flatMap(mark => (mark.opens ? [] : [mark.opening])))
  return {
    marks: marks.filter(mark => !alone.has(mark.opening) && closed.has(mark.opening)),
    unbalanced: unbalanced.sort((a, b) => a - b),
  }
}

function double(text: string, at: number, open: Open[], marks: QuoteMark[], unbalanced: number[]): void {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  const canOpen = startsHere(before) && after !== '' && !/\s/.test(after)
  const canClose = endsHere(after) && before !== '' && !/\s/.test(before)
  const partner = open.slice(-deepest).findLast(({ mark }) => mark === '"')
  if (canOpen && !canClose) {
    open.push({ at, mark: '"' })
    marks.push({ at, opens: true, single: false, opening: at, around: openMarks(open, true) })
  } else if (partner !== undefined) {
    // What was opened inside and not closed has no partner.
    for (let last = open.pop(); last !== undefined && last !== partner; last = open.pop());
    marks.push({ at, opens: false, single: false, opening: partner.at, around: openMarks(open, false) })
  } else if (/\p{N}/u.test(before)) {
    // «24"»: inches.
  } else if (canClose || !/\s|^$/.test(before)) unbalanced.push(at)
  else {
    open.push({ at, mark: '"' })
    marks.push({ at, opens: true, single: false, opening: at, around: openMarks(open, true) })
  }
}

function openMarks(open: readonly Open[], opens: boolean): readonly (string | number)[] {
  const around = opens ? open.slice(-deepest, -1) : open.slice(-deepest)
  return around.map(({ at, mark }) => (mark === '"' || mark === "'" ? at : mark))
}

function closeTyped(opening: string, open: Open[], unbalanced: number[]): void {
  const last = open.slice(-deepest)
  const from = last.findLastIndex(({ mark }) => mark === opening)
  if (from === -1) return
  for (const { at, mark } of open.splice(from - last.length)) if (mark === '"') unbalanced.push(at)
}

/** Is there a beginning of a word or phrase after this character? */
function startsHere(before: string): boolean {
  return before === '' || /[\s([{¿¡\u2014\u2013/«“‘"'-]/.test(before)
}

function endsHere(after: string): boolean {
  return after === '' || /[\s)\]}.,;:!?…\u2014\u2013/»”’"'-]/.test(after)
}

/** «5'10"», «40° 26' 46"» */
function isMeasure(text: string, at: number): boolean {
  return /\p{N}['’′]\s?\p{N}{1,2}(?:[.,]\p{N}+)?$/u.test(text.slice(Math.max(0, at - 12), at))
}

/** Of each single mark that is a quotation mark, its partner. */
function pairSingles(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  let opening = -1
  for (const { index: at } of text.matchAll(/'/g)) {
    const before = text.charAt(at - 1)
    const after = text.charAt(at + 1)
    if (startsHere(before) && /[\p{L}\p{N}¿¡«“"\uFFFC]/u.test(after)) opening = at
    else if (opening !== -1 && endsHere(after) && before !== '' && !/\s/.test(before)) {
      pairs.set(opening, at)
      pairs.set(at, opening)
      opening = -1
    }
  }
  return pairs
}

/** Offsets of the single straight marks that are apostrophes: d'Ors, O'Higgins, l'État; never 5'. */
export function* apostrophes(text: string): Generator<number> {
  for (const { index } of text.matchAll(/(?<=[\p{L}\p{M}])'(?=[\p{L}"«“])/gu)) yield index
}
