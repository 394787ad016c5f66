/** WOFF 2.0 (https://www.w3.org/TR/WOFF2/). */
import { loadBrotli } from './brotli.ts'
import { padded, sfntVersion, tableBytes } from './sfnt.ts'
import { readDirectory } from './tables.ts'

/** The tags of section 4.1, by their number; any other is written out. */
const knownTags = [
  ...(
    'cmapheadhheahmtxmaxpnameOS/2postcvt fpgmglyflocaprepCFF VORGEBDTEBLCgasphdmxkernLTSHPCLT' +
    'VDMXvheavmtxBASEGDEFGPOSGSUBEBSCJSTFMATHCBDTCBLCCOLRCPALSVG sbixacntavarbdatblocbslncvar' +
    'fdscfeatfmtxfvargvarhstyjustlcarmortmorxopbdproptrakZapfSilfGlatGlocFeatSill'
  ).matchAll(/.{4}/g),
].map(([name]) => name)
const arbitraryTag = 63
/** Transformation version 3 of glyf and loca: none (5.1). */
const untransformed = 3 << 6
const signature = 0x774f4632
const quality = 9

/**
 * @param sfnt - TrueType or OpenType/CFF file
 * @returns the same font as WOFF2, its outlines not transformed
 */
export async function woff2(sfnt: Uint8Array): Promise<Uint8Array> {
  const compress = await loadBrotli()
  const font = readDirectory(sfnt)
  if ('why' in font) throw new Error(`a font to compress that ${font.why}`)
  const tables = tableBytes(font)
  const head = tables.get('head')
  if (head !== undefined) tables.set('head', markedLossless(head))
  // loca comes right after glyf (5.3).
  const names = [...tables.keys()].filter(name => name !== 'loca').sort()
  if (tables.has('loca')) names.splice(names.indexOf('glyf') + 1, 0, 'loca')

  const directory: number[] = []
  let length = 0
  for (const name of names) {
    const bytes = tables.get(name) ?? new Uint8Array()
    const known = knownTags.indexOf(name)
    const transformation = name === 'glyf' || name === 'loca' ? untransformed : 0
    directory.push((known < 0 ? arbitraryTag : known) | transformation)
    if (known < 0) directory.push(...[...name].map(letter => letter.charCodeAt(0)))
    directory.push(...base128(bytes.length))
    length += bytes.length
  }
  const content = new Uint8Array(length)
  let offset = 0
  for (const name of names) {
    const bytes = tables.get(name) ?? new Uint8Array()
    content.set(bytes, offset)
    offset += bytes.length
  }
  const compressed = compress(content, quality)

  const end = 48 + directory.length + compressed.length
  const file = new Uint8Array(padded(end))
  const view = new DataView(file.buffer)
  view.setUint32(0, signature)
  view.setUint32(4, sfntVersion(font))
  view.setUint32(8, file.length)
  view.setUint16(12, names.length)
  view.setUint32(
    16,
    names.reduce((sum, name) => sum + padded(tables.get(name)?.length ?? 0), 12 + 16 * names.length),
  )
  view.setUint32(20, compressed.length)
  view.setUint16(24, 1)
  file.set(directory, 48)
  file.set(compressed, 48 + directory.length)
  return file
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
