/** The table directory of a font file (OpenType 1.9.1, «Organization of an OpenType Font»). */
import type { Phrase } from '../diagnostics/phrases.ts'

/** A font file with its tables found: what every reader of a single table starts from. */
export interface FontFile {
  readonly view: DataView
  /** By four-character tag. */
  readonly tables: ReadonlyMap<string, Table>
}

/** Bytes from the file's start. */
export interface Table {
  readonly offset: number
  readonly length: number
}

/** Why a file cannot be used, for the message `font-invalid`. */
export interface FontProblem {
  readonly why: Phrase
}

const trueTypeVersion = 0x00010000
const containers: Readonly<Record<string, Phrase>> = {
  wOFF: 'font-woff',
  wOF2: 'font-woff2',
  ttcf: 'font-collection',
}
const required = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post']

/**
 * @param bytes - TrueType or OpenType/CFF file
 * @returns the file with its table directory, or why it cannot be used: not a font, a container, variable,
 * truncated, or without a table that every format needs
 */
export function openFont(bytes: Uint8Array): FontFile | FontProblem {
  const font = readDirectory(bytes)
  if ('why' in font) return font
  const { tables } = font
  if (tables.has('fvar')) {
    return { why: 'font-variable' }
  }
  for (const name of required) if (!tables.has(name)) return { why: ['font-table', name] }
  const outlines = tables.has('glyf') ? tables.has('loca') : tables.has('CFF ')
  return outlines ? font : { why: 'font-outlines' }
}

/** The tables of a file that may lack some, such as the font program of a PDF. */
export function readDirectory(bytes: Uint8Array): FontFile | FontProblem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12) return { why: 'no-font' }
  const signature = tag(view, 0)
  const container = containers[signature]
  if (container !== undefined) return { why: container }
  if (signature !== 'OTTO' && signature !== 'true' && view.getUint32(0) !== trueTypeVersion) {
    return { why: 'no-font' }
  }

  const count = view.getUint16(4)
  if (12 + 16 * count > bytes.length) return { why: 'font-cut' }
  const tables = new Map<string, Table>()
  for (let index = 0; index < count; index++) {
    const record = 12 + 16 * index
    const offset = view.getUint32(record + 8)
    const length = view.getUint32(record + 12)
    if (offset + length > bytes.length) return { why: 'font-cut' }
    tables.set(tag(view, record), { offset, length })
  }
  return { view, tables }
}

/**
 * @param length - bytes that the caller is about to read
 * @throws RangeError when the table is not there or shorter than that; {@link readMetrics} turns it into a problem
 */
export function table(font: FontFile, name: string, length = 0): Table {
  const found = font.tables.get(name)
  if (found === undefined || found.length < length) throw new RangeError(`table ${name}`)
  return found
}

/** The four-character tag at an offset. */
export function tag(view: DataView, offset: number): string {
  return String.fromCharCode(
    view.getUint8(offset),
    view.getUint8(offset + 1),
    view.getUint8(offset + 2),
    view.getUint8(offset + 3),
  )
}
