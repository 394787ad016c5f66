/** Font subsets, made by HarfBuzz (hb-subset, https://harfbuzz.github.io/harfbuzz-hb-subset.html). */

import { compileAsset } from '../wasm.ts'
import { fontFile } from './glyphs.ts'
import { fontProgram } from './program.ts'
import { renameReserved } from './rename.ts'
import { openFont } from './tables.ts'
import type { FontFace } from './types.ts'

/** Glyph indices for a PDF font, or Unicode scalar values and what a text asks for beyond the usual for a web font. */
export type Wanted =
  | { readonly glyphs: Iterable<number> }
  | { readonly characters: Iterable<number>; readonly features: Iterable<string> }

export interface Subset {
  /**
   * For glyphs: the tables that a PDF font program holds (ISO 32000-1, 9.9), or, without TrueType outlines, the
   * bare CFF table. For characters: a whole font file that keeps kerning and ligatures.
   */
  readonly bytes: Uint8Array
  /** Family name, changed where the copyright notice reserves it (OFL 1.1, clause 3). */
  readonly family: string
}

/** hb-subset.h */
const flags = { noHinting: 0x1, retainGlyphIds: 0x2, noLayoutClosure: 0x200 } as const
const sets = { glyphs: 0, characters: 1, dropTables: 3, nameIds: 4, features: 6 } as const
const writable = 2

const unusedOnScreens = ['DSIG', 'JSTF', 'LTSH', 'MATH', 'PCLT', 'STAT', 'VDMX', 'hdmx', 'meta']
/** What running text needs: composition, local forms, ligatures, kerning, marks. */
const webFeatures = ['calt', 'ccmp', 'clig', 'curs', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rlig']
/** Copyright, family and style names, PostScript name, licence: clause 2 of the OFL asks for the first and the last. */
const webNames = [0, 1, 2, 3, 4, 5, 6, 13, 14]

/**
 * Glyph indices stay as they are, the unused ones empty, so that what was laid out can be written unchanged.
 *
 * @param face - read from a file that `readMetrics` has accepted
 * @throws when HarfBuzz cannot make the subset: the file is damaged in a way that reading it did not show
 */
export async function subset(face: FontFace, wanted: Wanted): Promise<Subset> {
  const { family, metrics } = face
  if ('glyphs' in wanted) {
    // HarfBuzz would do this too, and costs a process that makes one document ten times as much.
    if (metrics.trueType) return { bytes: fontProgram(fontFile(face), wanted.glyphs), family }
    return { bytes: bareCff(runHarfbuzz(face, cffRequest(wanted.glyphs))), family }
  }
  const bytes = runHarfbuzz(face, webRequest(wanted.characters, wanted.features))
  return renameReserved(bytes, family, metrics.reservedNames)
}

function cffRequest(glyphs: Iterable<number>): Request {
  return { flags: flags.noHinting | flags.retainGlyphIds | flags.noLayoutClosure, [sets.glyphs]: glyphs }
}

function webRequest(characters: Iterable<number>, features: Iterable<string>): Request {
  return {
    flags: flags.noHinting,
    [sets.characters]: characters,
    [sets.dropTables]: unusedOnScreens.map(tagNumber),
    [sets.features]: [...webFeatures, ...features].map(tagNumber),
    [sets.nameIds]: webNames,
  }
}

/** Flags, and values by set. */
interface Request {
  readonly flags: number
  readonly [set: number]: Iterable<number>
}

let loaded: Exports | undefined

function load(): Exports {
  // The exports that hb-subset.h and hb-blob.h declare; a module's exports have no types of their own.
  const { exports } = new WebAssembly.Instance(compileAsset('harfbuzz-subset.wasm'))
  const harfbuzz = exports as unknown as Exports
  harfbuzz._initialize()
  return harfbuzz
}

/** Pointers and handles are addresses in the module's memory. */
interface Exports {
  readonly memory: WebAssembly.Memory
  readonly _initialize: () => void
  readonly malloc: (size: number) => number
  readonly free: (pointer: number) => void
  readonly hb_blob_create: (
    data: number,
    length: number,
    mode: number,
    user: number,
    destroy: number,
  ) => number
  readonly hb_blob_destroy: (blob: number) => void
  readonly hb_blob_get_data: (blob: number, length: number) => number
  readonly hb_blob_get_length: (blob: number) => number
  readonly hb_face_create: (blob: number, index: number) => number
  readonly hb_face_destroy: (face: number) => void
  readonly hb_face_reference_blob: (face: number) => number
  readonly hb_set_add: (set: number, value: number) => void
  readonly hb_set_clear: (set: number) => void
  readonly hb_subset_input_create_or_fail: () => number
  readonly hb_subset_input_destroy: (input: number) => void
  readonly hb_subset_input_set: (input: number, kind: number) => number
  readonly hb_subset_input_set_flags: (input: number, flags: number) => void
  readonly hb_subset_or_fail: (face: number, input: number) => number
}

function runHarfbuzz(face: FontFace, request: Request): Uint8Array {
  loaded ??= load()
  const hb = loaded
  const data = hb.malloc(face.bytes.length)
  new Uint8Array(hb.memory.buffer).set(face.bytes, data)
  const blob = hb.hb_blob_create(data, face.bytes.length, writable, 0, 0)
  const source = hb.hb_face_create(blob, 0)
  hb.hb_blob_destroy(blob)
  const input = hb.hb_subset_input_create_or_fail()
  hb.hb_subset_input_set_flags(input, request.flags)
  for (const kind of Object.values(sets)) {
    const values = request[kind]
    if (values === undefined) continue
    const set = hb.hb_subset_input_set(input, kind)
    if (kind !== sets.dropTables) hb.hb_set_clear(set)
    for (const value of values) hb.hb_set_add(set, value)
  }

  const result = hb.hb_subset_or_fail(source, input)
  hb.hb_subset_input_destroy(input)
  hb.hb_face_destroy(source)
  hb.free(data)
  if (result === 0) throw new Error(`HarfBuzz cannot subset ${face.path}`)
  const made = hb.hb_face_reference_blob(result)
  const start = hb.hb_blob_get_data(made, 0)
  const bytes = new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(made))
  hb.hb_blob_destroy(made)
  hb.hb_face_destroy(result)
  return bytes
}

function tagNumber(tag: string): number {
  return [...tag].reduce((number, letter) => number * 256 + letter.charCodeAt(0), 0)
}

function bareCff(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint16(4)
  for (let record = 12; record < 12 + 16 * count; record += 16) {
    if (view.getUint32(record) !== tagNumber('CFF ')) continue
    const offset = view.getUint32(record + 8)
    return bytes.slice(offset, offset + view.getUint32(record + 12))
  }
  throw new Error(openFont(bytes) === null ? '' : 'a subset without outlines')
}
