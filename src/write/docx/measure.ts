/** How wide texts are in the design's own faces: for the lengths that Word is given, as it measures for itself only when it opens a file. */
import type { Design, TextStyle } from '../../design/types.ts'
import { advanceWidth, glyphFor } from '../../fonts/glyphs.ts'
import type { FontFace } from '../../fonts/types.ts'

/** Of a character that no face has, or of a family that an office brings, relative to the size. */
const middling = 0.55
/** From here on a face is bold. */
const boldWeight = 600

/** @returns points, without kerning */
export function textWidth(text: string, style: TextStyle, bold: boolean, design: Design): number {
  const face = faceOf(style, bold || style.weight >= boldWeight, design)
  let width = 0
  for (const character of text) width += characterWidth(character.codePointAt(0) ?? 0, face)
  return width * style.size
}

function characterWidth(codePoint: number, face: FontFace | undefined): number {
  const glyph = face === undefined ? 0 : glyphFor(face, codePoint)
  return face === undefined || glyph === 0 ? middling : advanceWidth(face, glyph) / face.metrics.unitsPerEm
}

function faceOf({ family, italic }: TextStyle, bold: boolean, { faces }: Design): FontFace | undefined {
  const own = faces.filter(face => face.family === family)
  const fits = (face: FontFace) => face.weight >= boldWeight === bold && face.italic === italic
  return own.find(fits) ?? own[0]
}
