/** Faces inside the package, for readers that have not installed them (ECMA-376 Part 1, 17.8). */
import type { FontFace } from '../../fonts/types.ts'
import { sha256 } from '../../text/digest.ts'
import type { Part } from './package.ts'
import { isBold } from './units.ts'
import { declaration, element } from './xml.ts'

export interface EmbeddedFace {
  readonly family: string
  /** Which of its family's four it is. */
  readonly element: 'w:embedRegular' | 'w:embedBold' | 'w:embedItalic' | 'w:embedBoldItalic'
  readonly id: string
  /** The GUID that hides the file's beginning. */
  readonly key: string
  readonly face: FontFace
}

/** The first face of each of the four kinds of a family, where its licence lets it into documents that are edited. */
export function embeddedFaces(faces: readonly FontFace[]): readonly EmbeddedFace[] {
  const chosen = new Map<string, Omit<EmbeddedFace, 'id'>>()
  for (const face of faces) {
    const kind = face.italic
      ? isBold(face.weight)
        ? 'w:embedBoldItalic'
        : 'w:embedItalic'
      : isBold(face.weight)
        ? 'w:embedBold'
        : 'w:embedRegular'
    const name = `${face.family} ${kind}`
    if (chosen.has(name) || !mayBeEdited(face)) continue
    chosen.set(name, { family: face.family, element: kind, key: guid(face.bytes), face })
  }
  return [...chosen.values()].map((face, index) => ({ ...face, id: `rIdFont${index + 1}` }))
}

/** Word takes TrueType alone, and opens a document with a face «for preview and print» for reading only (OS/2 fsType). */
function mayBeEdited({ bytes, metrics }: FontFace): boolean {
  if (!metrics.trueType) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = view.getUint16(4)
  for (let index = 0; index < tables; index++) {
    const at = 12 + index * 16
    if (view.getUint32(at) !== 0x4f532f32) continue
    const licence = view.getUint16(view.getUint32(at + 8) + 8) & 0xf
    return licence === 0 || (licence & 8) !== 0
  }
  return false
}

/** Name-based: the same file has the same. */
function guid(bytes: Uint8Array): string {
  const digits = sha256(bytes).slice(0, 32).toUpperCase()
  return `{${digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}}`
}

/** The first 32 bytes, each changed by one of the key, from its end (17.8.1). */
function obfuscated(bytes: Uint8Array, key: string): Uint8Array {
  const digits = key.replace(/[^0-9A-F]/g, '')
  // Not slice(): of a Buffer, as files are read, that is the same memory.
  const copy = Uint8Array.from(bytes)
  for (let at = 0; at < 32; at++) {
    const from = 30 - 2 * (at % 16)
    copy[at] = (copy[at] ?? 0) ^ Number.parseInt(digits.slice(from, from + 2), 16)
  }
  return copy
}

/** Files, and the relationships of the font table that lead to them. */
export function fontParts(faces: readonly EmbeddedFace[]): readonly Part[] {
  if (faces.length === 0) return []
  const files = faces.map(
    ({ face, key }, index): Part => ({
      path: `word/fonts/font${index + 1}.odttf`,
      type: 'application/vnd.openxmlformats-officedocument.obfuscatedFont',
      data: obfuscated(face.bytes, key),
      from: 'part',
      relationship: { id: '', kind: 'font' },
    }),
  )
  const Type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/font'
  const relationships = faces.map(({ id }, index) =>
    element('Relationship', { Id: id, Type, Target: `fonts/font${index + 1}.odttf` }),
  )
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return [
    ...files,
    {
      path: 'word/_rels/fontTable.xml.rels',
      type: '',
      data: declaration + element('Relationships', { xmlns }, relationships.join('')),
      from: 'part',
      relationship: { id: '', kind: 'font' },
    },
  ]
}
