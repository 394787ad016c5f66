/** The fonts that HTML and EPUB carry. */
import { subset } from './subset.ts'
import type { FontFace } from './types.ts'
import { woff2 } from './woff2.ts'

export interface WebFont {
  /** What CSS calls it: the face's family, or another name where that one is reserved. */
  readonly family: string
  readonly weight: number
  readonly italic: boolean
  readonly woff2: Uint8Array
}

/** A face and the characters that are set in it. */
export interface UsedFace {
  readonly face: FontFace
  /** Unicode scalar values. */
  readonly characters: ReadonlySet<number>
  /** OpenType tags of figures and small capitals. */
  readonly features: ReadonlySet<string>
}

/**
 * @param used - faces in use; one without characters gives no font
 * @returns one font for each, in the same order
 */
export async function webFonts(used: readonly UsedFace[]): Promise<readonly WebFont[]> {
  const fonts: WebFont[] = []
  for (const { face, characters, features } of used) {
    if (characters.size === 0) continue
    const { bytes, family } = await subset(face, { characters, features })
    fonts.push({ family, weight: face.weight, italic: face.italic, woff2: woff2(bytes) })
  }
  return fonts
}
