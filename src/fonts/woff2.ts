/** WOFF 2.0 (https://www.w3.org/TR/WOFF2/). */
import { brotli } from './brotli.ts'
import { padded, sfntVersion, tableBytes } from './sfnt.ts'
import { type FontFile, readDirectory } from './tables.ts'
import { transformGlyf } from './woff2-glyf.ts'

/** The tags of section 4.1, by their number; any other is written out. */
const knownTags = [
  ...(
    'cmapheadhheahmtxmaxpnameOS/2postcvt fpgmglyflocaprepCFF VORGEBDTEBLCgasphdmxkernLTSHPCLT' +
    'VDMXvheavmtxBASEGDEFGPOSGSUBEBSCJSTFMATHCBDTCBLCCOLRCPALSVG sbixacntavarbdatblocbslncvar' +
    'fdscfeatfmtxfvargvarhstyjustlcarmortmorxopbdproptrakZapfSilfGlatGlocFeatSill'
  ).matchAll(/.{4}/g),
].map(([name]) => name)
const arbitraryTag = 63
const signature = 0x774f4632
/** Of 0 to 11: what more saves is a tenth, what it costs in a process that makes one document is most of the rest. */
const quality = 1

interface Entry {
  readonly name: string
  /** Length in the font file, and the bytes that stand for the table here. */
  readonly length: number
  readonly bytes: Uint8Array
  readonly transformed: boolean
}

/**
 * @param sfnt - TrueType or OpenType/CFF file
 * @returns the same font as WOFF2
 */
export function woff2(sfnt: Uint8Array): Uint8Array {
  const font = readDirectory(sfnt)
  if ('why' in font) throw new Error(`a font to compress that ${font.why}`)
  const entries = tableEntries(font)
  const directory = entries.flatMap(directoryEntry)
  const content = new Uint8Array(entries.reduce((sum, { bytes }) => sum + bytes.length, 0))
  let offset = 0
  for (const { bytes } of entries) {
    content.set(bytes, offset)
    offset += bytes.length
  }
  const compressed = brotli()(content, quality)

  const file = new Uint8Array(padded(48 + directory.length + compressed.length))
  const view = new DataView(file.buffer)
  view.setUint32(0, signature)
  view.setUint32(4, sfntVersion(font))
  view.setUint32(8, file.length)
  view.setUint16(12, entries.length)
  view.setUint32(
    16,
    entries.reduce((sum, { length }) => sum + padded(length), 12 + 16 * entries.length),
  )
  view.setUint32(20, compressed.length)
  view.setUint16(24, 1)
  file.set(directory, 48)
  file.set(compressed, 48 + directory.length)
  return file
}

/** By tag, but loca right after glyf, on which it depends (5.3). */
function tableEntries(font: FontFile): readonly Entry[] {
  const tables = tableBytes(font)
  const names = [...tables.keys()].filter(name => name !== 'loca').sort()
  if (tables.has('glyf')) names.splice(names.indexOf('glyf') + 1, 0, 'loca')
  return names.map(name => {
    const bytes = tables.get(name) ?? new Uint8Array()
    const { length } = bytes
    if (name === 'glyf') return { name, length, bytes: transformGlyf(font), transformed: true }
    // It follows from glyf.
    if (name === 'loca') return { name, length, bytes: new Uint8Array(), transformed: true }
    return { name, length, bytes: name === 'head' ? markedLossless(bytes) : bytes, transformed: false }
  })
}

/** Transformation version 0 of glyf and loca is the transformation, of other tables none (4.1). */
function directoryEntry({ name, length, bytes, transformed }: Entry): readonly number[] {
  const known = knownTags.indexOf(name)
  const letters = [...name].map(letter => letter.charCodeAt(0))
  const tag = known < 0 ? [arbitraryTag, ...letters] : [known]
  return [...tag, ...base128(length), ...(transformed ? base128(bytes.length) : [])]
}

/** Bit 11 of head's flags says that the font has been through a lossless transformation (section 5). */
function markedLossless(head: Uint8Array): Uint8Array {
  const marked = head.slice()
  const flags = marked[16] ?? 0
  marked[16] = flags | 0x08
  return marked
}

/** UIntBase128 (4.1): seven bits a byte, the highest first. */
function base128(value: number): readonly number[] {
  const bytes = [value & 0x7f]
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80)
  return bytes
}
