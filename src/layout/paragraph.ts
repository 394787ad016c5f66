/** Sets a paragraph: breaks it with more and more means until it fits. */
import type { WordBreaker } from './breaks.ts'
import { loosened, makeItems, type Paragraph } from './items.ts'
import { type Break, breakLines, lineStart } from './lines.ts'
import { type LineMeasure, type SetLine, setLine, widest } from './set-line.ts'
import type { PreparedText } from './text.ts'

/** Where lines may stand, and end. */
export interface Measure extends LineMeasure {
  readonly points: WordBreaker
  readonly plainPoints: WordBreaker
  /** May the first and last letters of justified lines stand out of the measure? */
  readonly hanging: boolean
}

/** Up to this ratio wider spaces are better than hyphens. */
const withoutHyphens = 0.85

/** In measures below this, relative to the size, spaces that allow no break do so rather than stand out. */
const narrowMeasure = 20

/** @returns at least one line for a text that isn't empty */
export function setParagraph(text: PreparedText, wanted: Measure): readonly SetLine[] {
  if (text.text === '') return []
  // A picture keeps its size.
  const pictures = text.runs.some(({ piece }) => piece.picture !== null)
  const measure = pictures ? { ...wanted, give: 0 } : wanted
  const { paragraph, breaks } = broken(text, measure)
  const lines: SetLine[] = []
  let after = -1
  for (const [index, { at }] of breaks.entries()) {
    const start = lineStart(paragraph.items, after)
    lines.push(setLine(paragraph, start, at, index, index === breaks.length - 1, measure))
    after = at
  }
  return lines
}

/** The attempts of Knuth and Plass: without hyphenation, with it, and with whatever it takes. */
function broken(
  text: PreparedText,
  { width, style, points, plainPoints, hanging, give }: Measure,
): { paragraph: Paragraph; breaks: readonly Break[] } {
  const measure = (line: number) => (line === 0 ? width - style.indent : width)
  const justified = style.align === 'justify'
  const ragged = justified ? 0 : 2.5 * style.size
  const attempt = { plainPoints, hanging: hanging && justified, widest: Number.POSITIVE_INFINITY }
  const narrow = width < narrowMeasure * style.size
  // In a narrow measure a short last line is better than a hyphen: «Duración / (h)».
  const shortest = narrow && !justified ? 0 : Math.max(style.indent, style.size)
  const setting = { measure, ragged, give: justified ? give : 0, spare: 0, emergency: false, shortest }
  // Ragged text takes uneven lines before hyphens.
  const plain = makeItems(text, { ...attempt, points: plainPoints })
  const first = breakLines(plain.items, { ...setting, tolerance: justified ? withoutHyphens : 2.5 })
  if (first !== null) return { paragraph: plain, breaks: first }

  const hyphenated = makeItems(text, { ...attempt, points })
  const { items } = hyphenated
  const second = { ...setting, tolerance: justified ? widest : 4 }
  const breaks = breakLines(items, second) ?? breakLines(items, { ...second, shortest: 0 })
  if (breaks !== null) return { paragraph: hyphenated, breaks }

  const made = makeItems(text, { ...attempt, points, widest: measure(0) })
  const last = narrow ? { ...made, items: loosened(made.items, measure(0)) } : made
  const desperate = {
    ...setting,
    tolerance: 1e4,
    shortest: 0,
    spare: width / 20,
    emergency: true,
  }
  return {
    paragraph: last,
    breaks: breakLines(last.items, desperate) ?? [{ at: last.items.length - 1, ratio: 0 }],
  }
}
