/** The direction of a text: everything is set from left to right. */
import type { VFile } from 'vfile'
import type { Place } from '../publication/model.ts'
import { report } from './report.ts'

/** Words of the scripts that run from right to left (Unicode 16, Bidi_Class R and AL). */
export const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}][\p{L}\p{M}]*/u

/** What turns the direction of the text around it (UAX #9 §2): written as a reference, `&rlm;`, reading lets it in. */
const turning = /[\u061c\u200f\u202a-\u202e\u2066-\u2069]/

/** @returns the text as it is; an error in `file` where some of it runs from right to left */
export function leftToRight(text: string, place: Place, file: VFile): string {
  const turn = turning.exec(text)?.[0]
  const code = turn?.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  if (code !== undefined) report(file, 'control-character', place, { code: `U+${code}` })
  const backwards = rightToLeft.exec(text)?.[0]
  if (backwards !== undefined) report(file, 'right-to-left', place, { text: backwards })
  return text
}
