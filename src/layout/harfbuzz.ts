/**
 * HarfBuzz (https://harfbuzz.github.io/) for what the plain shaper leaves to it. Compiled and started on the first
 * word that needs it, without waiting: its WebAssembly wants five small imports and no JavaScript of its own.
 */

import type { FontFace } from '../fonts/types.ts'
import { compileAsset } from '../wasm.ts'
import type { ShapedGlyph, Wishes } from './latin.ts'

type Call = (...values: readonly number[]) => number

interface HarfBuzz {
  readonly memory: WebAssembly.Memory
  readonly call: (name: string, ...values: readonly number[]) => number
}

let started: HarfBuzz | undefined
const fonts = new WeakMap<FontFace, number>()

function harfbuzz(): HarfBuzz {
  if (started !== undefined) return started
  const refuse = (what: string) => () => {
    throw new Error(`HarfBuzz: ${what}`)
  }
  let memory: WebAssembly.Memory | undefined
  const grow = (bytes: number) => {
    const missing = Math.ceil(((bytes >>> 0) - (memory?.buffer.byteLength ?? 0)) / 65_536)
    memory?.grow(Math.max(missing, 0))
    return 1
  }
  const instance = new WebAssembly.Instance(compileAsset('harfbuzz.wasm'), {
    env: {
      _abort_js: refuse('abort'),
      _emscripten_runtime_keepalive_clear: () => undefined,
      _setitimer_js: () => 0,
      emscripten_resize_heap: grow,
    },
    wasi_snapshot_preview1: { proc_exit: refuse('exit') },
  })
  const { exports } = instance
  if (!(exports.memory instanceof WebAssembly.Memory)) throw new Error('harfbuzz.wasm exports no memory')
  memory = exports.memory
  const call: HarfBuzz['call'] = (name, ...values) => {
    const found = exports[name]
    if (typeof found !== 'function') throw new Error(`harfbuzz.wasm has no ${name}`)
    // WebAssembly types its exports as bare functions; HarfBuzz's take and give 32-bit numbers.
    return (found as Call)(...values)
  }
  call('__wasm_call_ctors')
  started = { memory, call }
  return started
}

function fontOf({ memory, call }: HarfBuzz, face: FontFace): number {
  const known = fonts.get(face)
  if (known !== undefined) return known
  const bytes = call('malloc', face.bytes.length)
  new Uint8Array(memory.buffer).set(face.bytes, bytes)
  // 2: HB_MEMORY_MODE_WRITABLE, the bytes live as long as the process.
  const blob = call('hb_blob_create', bytes, face.bytes.length, 2, 0, 0)
  const font = call('hb_font_create', call('hb_face_create', blob, 0))
  fonts.set(face, font)
  return font
}

/** Bytes of an hb_feature_t and of hb_glyph_info_t and hb_glyph_position_t. */
const featureSize = 16
const recordSize = 20
const leftToRight = 4
const tagOf = (name: string) => [...name].reduce((sum, c) => sum * 256 + c.charCodeAt(0), 0)

/**
 * @param text - one word or a piece of one
 * @param language - BCP 47
 * @returns glyphs in visual order, font units; the text of a cluster stands at its first glyph
 */
export function shapeWithHarfBuzz(
  face: FontFace,
  text: string,
  language: string,
  { features, ligated }: Wishes,
): readonly ShapedGlyph[] {
  const hb = harfbuzz()
  const { call } = hb
  const font = fontOf(hb, face)
  const switches = switchesOf(features, ligated)
  const characters = call('malloc', 2 * text.length + 64 + switches.length * featureSize)
  const records = (characters + 2 * text.length + 15) & ~15
  for (let index = 0; index < text.length; index++) {
    new DataView(hb.memory.buffer).setUint16(characters + 2 * index, text.charCodeAt(index), true)
  }
  const buffer = call('hb_buffer_create')
  call('hb_buffer_add_utf16', buffer, characters, text.length, 0, text.length)
  call('hb_buffer_guess_segment_properties', buffer)
  // Numbers and punctuation stand in Latin text: without a script they would get other kerning than words.
  if (!/\p{L}/u.test(text)) {
    call('hb_buffer_set_script', buffer, tagOf('Latn'))
    call('hb_buffer_set_direction', buffer, leftToRight)
  }
  call('hb_buffer_set_language', buffer, languageOf(hb, language))
  writeFeatures(hb, records, switches)
  call('hb_shape', font, buffer, records, switches.length)
  const glyphs = readGlyphs(hb, buffer, text)
  call('hb_buffer_destroy', buffer)
  call('free', characters)
  return glyphs
}

const languages = new Map<string, number>()

function languageOf({ memory, call }: HarfBuzz, language: string): number {
  let known = languages.get(language)
  if (known === undefined) {
    const bytes = new TextEncoder().encode(language)
    const name = call('malloc', bytes.length + 1)
    new Uint8Array(memory.buffer).set(bytes, name)
    known = call('hb_language_from_string', name, bytes.length)
    call('free', name)
    languages.set(language, known)
  }
  return known
}

type Switch = readonly [tag: string, value: 0 | 1]

function switchesOf(features: string, ligated: boolean): readonly Switch[] {
  const on = features.split(' ').flatMap((tag): Switch[] => (tag === '' ? [] : [[tag, 1]]))
  return ligated ? on : [...on, ['liga', 0], ['clig', 0]]
}

/** Switches features on and off for the whole text. */
function writeFeatures({ memory }: HarfBuzz, at: number, switches: readonly Switch[]): void {
  const view = new DataView(memory.buffer)
  for (const [index, [tag, value]] of switches.entries()) {
    const start = at + featureSize * index
    view.setUint32(start, tagOf(tag), true)
    view.setUint32(start + 4, value, true)
    view.setUint32(start + 8, 0, true)
    view.setUint32(start + 12, 0xffffffff, true)
  }
}

function readGlyphs({ memory, call }: HarfBuzz, buffer: number, text: string): readonly ShapedGlyph[] {
  const count = call('hb_buffer_get_length', buffer)
  const infos = call('hb_buffer_get_glyph_infos', buffer, 0)
  const positions = call('hb_buffer_get_glyph_positions', buffer, 0)
  const view = new DataView(memory.buffer)
  const clusters = Array.from({ length: count }, (_, index) =>
    view.getUint32(infos + recordSize * index + 8, true),
  )
  const starts = [...new Set(clusters)].sort((a, b) => a - b)
  return clusters.map((cluster, index) => {
    const position = positions + recordSize * index
    const end = starts[starts.indexOf(cluster) + 1] ?? text.length
    return {
      id: view.getUint32(infos + recordSize * index, true),
      advance: view.getInt32(position, true),
      dx: view.getInt32(position + 8, true),
      dy: view.getInt32(position + 12, true),
      text: clusters.indexOf(cluster) === index ? text.slice(cluster, end) : '',
    }
  })
}
