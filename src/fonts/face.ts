/** Reads what layout and writers need to know of a font file, and refuses files that cannot be embedded. */
import type { Phrase } from '../diagnostics/phrases.ts'
import { checkGlyphTables } from './glyphs.ts'
import { nameId, nameText, reservedNames } from './names.ts'
import { type FontFile, type FontProblem, openFont, table } from './tables.ts'
import type { FaceMetrics, FontFace } from './types.ts'

/** OS/2 fsType: restricted licence (alone), no subsetting, bitmaps only. */
const embedding = { restricted: 0x2, permitted: 0xc, noSubsetting: 0x100, bitmapsOnly: 0x200 }
/** OS/2 fsSelection bit 7: line metrics are the typographic ones. */
const useTypoMetrics = 0x80

/**
 * @param bytes - TrueType or OpenType/CFF file
 * @returns the face's metrics, or why the file is refused
 */
export function readMetrics(bytes: Uint8Array): FaceMetrics | FontProblem {
  const font = openFont(bytes)
  if ('why' in font) return font
  try {
    checkGlyphTables(font)
    const refusal = embeddingProblem(font)
    return refusal === null ? metrics(font) : { why: refusal }
  } catch (error) {
    if (error instanceof RangeError) return { why: 'font-damaged' }
    throw error
  }
}

/**
 * The face of a family for a weight and slope: the exact one, else the slope's nearest weight, else any of the
 * family (CSS Fonts 4, 5.2, without its stretch).
 *
 * @returns undefined when no face of the family is there
 */
export function chooseFace(
  faces: readonly FontFace[],
  family: string,
  weight: number,
  italic: boolean,
): FontFace | undefined {
  const distance = (face: FontFace) =>
    Math.abs(face.weight - weight) + (face.italic === italic ? 0 : 10_000) + (face.weight < weight ? 0.5 : 0)
  let best: FontFace | undefined
  for (const face of faces) {
    if (face.family !== family) continue
    if (best === undefined || distance(face) < distance(best)) best = face
  }
  return best
}

function embeddingProblem(font: FontFile): Phrase | null {
  const fsType = font.view.getUint16(table(font, 'OS/2', 10).offset + 8)
  if ((fsType & embedding.restricted) !== 0 && (fsType & embedding.permitted) === 0) {
    return 'font-restricted'
  }
  if ((fsType & embedding.noSubsetting) !== 0) {
    return 'font-no-subset'
  }
  return (fsType & embedding.bitmapsOnly) === 0 ? null : 'font-bitmaps'
}

function metrics(font: FontFile): FaceMetrics {
  const { view } = font
  const head = table(font, 'head', 54).offset
  const hhea = table(font, 'hhea', 36).offset
  const post = table(font, 'post', 32).offset
  const os2 = table(font, 'OS/2', 78).offset
  const unitsPerEm = view.getUint16(head + 18)
  if (unitsPerEm < 16 || unitsPerEm > 16_384) throw new RangeError('unitsPerEm')
  const typographic = (view.getUint16(os2 + 62) & useTypoMetrics) !== 0
  // Version 1 and older have no heights; a serif's usual proportions stand in for them.
  const heights = view.getUint16(os2) >= 2 && table(font, 'OS/2').length >= 90

  return {
    postScriptName: nameText(font, nameId.postScript),
    unitsPerEm,
    ascender: typographic ? view.getInt16(os2 + 68) : view.getInt16(hhea + 4),
    descender: typographic ? view.getInt16(os2 + 70) : view.getInt16(hhea + 6),
    capHeight: heights ? view.getInt16(os2 + 88) : Math.round(unitsPerEm * 0.7),
    xHeight: heights ? view.getInt16(os2 + 86) : Math.round(unitsPerEm * 0.5),
    italicAngle: view.getInt32(post + 4) / 65_536,
    underlinePosition: view.getInt16(post + 8),
    underlineThickness: view.getInt16(post + 10),
    boundingBox: [
      view.getInt16(head + 36),
      view.getInt16(head + 38),
      view.getInt16(head + 40),
      view.getInt16(head + 42),
    ],
    fixedPitch: view.getUint32(post + 12) !== 0 || isMonospaced(view, os2),
    serif: hasSerifs(view, os2),
    reservedNames: reservedNames(nameText(font, nameId.copyright)),
    trueType: font.tables.has('glyf'),
  }
}

/** PANOSE proportion 9 of Latin text: Noto Sans Mono says so here and not in post. */
function isMonospaced(view: DataView, os2: number): boolean {
  return view.getUint8(os2 + 32) === 2 && view.getUint8(os2 + 35) === 9
}

/** PANOSE serif styles 2 to 10 of Latin text, else IBM family classes 1 to 5 and 7. */
function hasSerifs(view: DataView, os2: number): boolean {
  const style = view.getUint8(os2 + 33)
  if (view.getUint8(os2 + 32) === 2 && style >= 2) return style <= 10
  const familyClass = view.getInt8(os2 + 30)
  return (familyClass >= 1 && familyClass <= 5) || familyClass === 7
}
