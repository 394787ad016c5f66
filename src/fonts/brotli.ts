/** Brotli (RFC 7932) by brotli-wasm, whose own loader looks for its file by a path that a bundle does not have. */
import { compileAsset } from '../wasm.ts'

/** @param quality - 0 to 11 */
export type Compress = (bytes: Uint8Array, quality: number) => Uint8Array

let loaded: Compress | undefined

/** The encoder, made on the first call. */
export function brotli(): Compress {
  loaded ??= load()
  return loaded
}

/** Exports that this module calls; numbers are addresses in the module's memory, or handles of values outside it. */
interface Exports {
  readonly memory: WebAssembly.Memory
  readonly compress: (result: number, data: number, length: number, options: number) => void
  readonly __wbindgen_malloc: (size: number) => number
  readonly __wbindgen_free: (pointer: number, size: number) => void
  readonly __wbindgen_add_to_stack_pointer: (delta: number) => number
}

/** The only value outside its memory that the module ever gets from us: the options object. */
const options = 1

function load(): Compress {
  let settings = ''
  let failure = ''
  const text = (pointer: number, length: number) =>
    new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, pointer, length))
  const refuse = (pointer: number, length: number) => {
    failure = text(pointer, length)
    return 0
  }
  const imports = {
    __wbindgen_is_undefined: () => 0,
    __wbindgen_is_object: () => 1,
    __wbindgen_json_serialize: (result: number) => {
      const bytes = new TextEncoder().encode(settings)
      const pointer = wasm.__wbindgen_malloc(bytes.length)
      new Uint8Array(wasm.memory.buffer).set(bytes, pointer)
      new Uint32Array(wasm.memory.buffer, result, 2).set([pointer, bytes.length])
    },
    __wbindgen_string_new: refuse,
    __wbindgen_error_new: refuse,
    __wbindgen_object_drop_ref: () => undefined,
    __wbindgen_throw: (pointer: number, length: number) => {
      throw new Error(text(pointer, length))
    },
    // Only its panic hook calls these.
    __wbg_new_693216e109162396: () => 0,
    __wbg_stack_0ddaca5d1abfb52f: (result: number) => {
      new Uint32Array(wasm.memory.buffer, result, 2).fill(0)
    },
    __wbg_error_09919627ac0992f5: refuse,
  }
  // As brotli_wasm_bg.wasm.d.ts declares them.
  const wasm = new WebAssembly.Instance(compileAsset('brotli.wasm'), {
    __wbindgen_placeholder__: imports,
  }).exports as unknown as Exports

  return (bytes, quality) => {
    settings = JSON.stringify({ quality })
    const data = wasm.__wbindgen_malloc(bytes.length)
    new Uint8Array(wasm.memory.buffer).set(bytes, data)
    const result = wasm.__wbindgen_add_to_stack_pointer(-16)
    wasm.compress(result, data, bytes.length, options)
    const [pointer = 0, length = 0, , failed] = new Uint32Array(wasm.memory.buffer, result, 4)
    wasm.__wbindgen_add_to_stack_pointer(16)
    if (failed !== 0) throw new Error(`Brotli: ${failure}`)
    const compressed = new Uint8Array(wasm.memory.buffer).slice(pointer, pointer + length)
    wasm.__wbindgen_free(pointer, length)
    return compressed
  }
}
