/**
 * The only module that knows zlib, as the WebAssembly that zip.js is made with: the same bytes on every machine,
 * where Node's own zlib changes with its version.
 */
import { compileAsset } from '../wasm.ts'

/** From 0, stored, to 9, smallest. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** What zip.js calls; addresses and sizes are bytes of `memory`. */
interface Zlib {
  readonly memory: WebAssembly.Memory
  readonly _initialize: () => void
  readonly malloc: (size: number) => number
  readonly deflate_new: () => number
  readonly deflate_init: (stream: number, level: number) => number
  readonly deflate_init_raw: (stream: number, level: number) => number
  /** @returns bytes written, and above the lowest 24 bits zlib's own answer */
  readonly deflate_process: (
    stream: number,
    input: number,
    inputSize: number,
    output: number,
    outputSize: number,
    flush: number,
  ) => number
  readonly deflate_last_consumed: (stream: number) => number
  readonly deflate_end: (stream: number) => number
}

/** Numbers of zlib.h. */
const zlib = { ok: 0, streamEnd: 1, noFlush: 0, finish: 4 } as const

/** Bytes that go in and come out at a time: the module's memory has a bound. */
const bufferSize = 1 << 16

interface Loaded {
  readonly own: Zlib
  readonly input: number
  readonly output: number
}

let loaded: Loaded | null = null

function load(): Loaded {
  if (loaded === null) {
    const own = new WebAssembly.Instance(compileAsset('zlib.wasm')).exports as unknown as Zlib
    own._initialize()
    loaded = { own, input: own.malloc(bufferSize), output: own.malloc(bufferSize) }
  }
  return loaded
}

/** @returns the bytes compressed, with zlib's header and check sum (RFC 1950) */
export function deflate(bytes: Uint8Array, level: Level): Uint8Array {
  return compressed(bytes, own => own.deflate_init, level)
}

/** @returns the bytes compressed (RFC 1951), as a ZIP has them */
export function deflateRaw(bytes: Uint8Array, level: Level): Uint8Array {
  return compressed(bytes, own => own.deflate_init_raw, level)
}

function compressed(
  bytes: Uint8Array,
  initOf: (own: Zlib) => Zlib['deflate_init'],
  level: Level,
): Uint8Array {
  const { own, input, output } = load()
  const stream = own.deflate_new()
  check(initOf(own)(stream, level))
  const chunks: Uint8Array[] = []
  let consumed = 0
  let code: number = zlib.ok
  while (code !== zlib.streamEnd) {
    const piece = bytes.subarray(consumed, consumed + bufferSize)
    const flush = consumed + piece.length === bytes.length ? zlib.finish : zlib.noFlush
    // Memory may have grown since, and then is another buffer.
    new Uint8Array(own.memory.buffer).set(piece, input)
    const answer = own.deflate_process(stream, input, piece.length, output, bufferSize, flush)
    code = answer >> 24
    if (code !== zlib.streamEnd) check(code)
    consumed += own.deflate_last_consumed(stream)
    const written = answer & 0xffffff
    if (written > 0) chunks.push(new Uint8Array(own.memory.buffer).slice(output, output + written))
  }
  own.deflate_end(stream)
  const [first] = chunks
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks)
}

/** Nothing is asked here that zlib refuses: any other answer is a bug. */
function check(answer: number): void {
  if (answer !== zlib.ok) throw new Error(`zlib answers ${answer}`)
}
