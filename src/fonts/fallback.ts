/** Characters that a text's own family has not: which family of the design has them. */
import { chooseFace } from './face.ts'
import { hasCharacter } from './glyphs.ts'
import type { FontFace } from './types.ts'

/** What of a design says where characters come from. */
export interface Families {
  readonly faces: readonly FontFace[]
  /** Families that stand in for others, in order. */
  readonly fallback: readonly string[]
}

/** A stretch of a text in one family; '' is the text's own. */
export interface Stretch {
  readonly text: string
  readonly family: string
}

export interface Wanted {
  readonly family: string
  readonly weight: number
  readonly italic: boolean
}

/** Every face has these by its ordinary space or hyphen, or prints nothing for them. */
const common = /[\s\u00ad\u200b-\u200d\u2010\u2011\u2060\ufeff\p{M}]/u

/**
 * Chosen once for a text, as texts are long and faces few.
 *
 * @returns gives the face of the first stand-in that has a character which the text's own family has not; undefined
 *   where its own has it, and where none has
 */
export function standIns(
  { faces, fallback }: Families,
  { family, weight, italic }: Wanted,
): (character: string) => FontFace | undefined {
  const own = chooseFace(faces, family, weight, italic)
  const others = fallback.flatMap(other => chooseFace(faces, other, weight, italic) ?? [])
  if (own === undefined || others.length === 0) return () => undefined
  return character => {
    const code = character.codePointAt(0) ?? 0
    if (hasCharacter(own, code) || common.test(character)) return undefined
    return others.find(face => hasCharacter(face, code))
  }
}

/** A text in stretches of one family each; spaces and marks stay with what is before them. */
export function stretches(families: Families, wanted: Wanted, text: string): readonly Stretch[] {
  const standIn = standIns(families, wanted)
  const found: { text: string; family: string }[] = []
  for (const character of text) {
    const last = found.at(-1)
    const family =
      last !== undefined && last.family !== '' && common.test(character)
        ? last.family
        : (standIn(character)?.family ?? '')
    if (last !== undefined && last.family === family) last.text += character
    else found.push({ text: character, family })
  }
  return found
}
