/** One static face of a family, as a template brings it. */
export interface FontFace {
  readonly family: string
  /** 100 to 900. */
  readonly weight: number
  readonly italic: boolean
  /** Path for messages. */
  readonly path: string
  /** TrueType or OpenType/CFF file. */
  readonly bytes: Uint8Array
  readonly metrics: FaceMetrics
}

/** From the tables head, hhea, OS/2, post and name (OpenType 1.9.1). Lengths in font units. */
export interface FaceMetrics {
  readonly postScriptName: string
  readonly unitsPerEm: number
  readonly ascender: number
  readonly descender: number
  readonly capHeight: number
  readonly xHeight: number
  readonly italicAngle: number
  readonly underlinePosition: number
  readonly underlineThickness: number
  readonly boundingBox: readonly [number, number, number, number]
  readonly fixedPitch: boolean
  readonly serif: boolean
  /** Reserved Font Names that the copyright notice declares (OFL 1.1, clause 3). */
  readonly reservedNames: readonly string[]
  /** TrueType outlines (glyf); false: CFF. */
  readonly trueType: boolean
}
