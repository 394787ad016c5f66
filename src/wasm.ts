import { setFlagsFromString } from 'node:v8'
import { type AssetName, asset } from './assets.ts'

/**
 * Work after which V8 compiles a WebAssembly function anew with its optimising compiler. Its own budget is spent by
 * the first font, and a tenth of this one by the first cover; the compiling then keeps a second core busy for longer
 * than most documents take. Books still reach this one.
 */
const tieringBudget = 1_000_000_000

/** @returns a WebAssembly module of the program's assets */
export function compileAsset(name: AssetName): WebAssembly.Module {
  setFlagsFromString(`--wasm-tiering-budget=${tieringBudget}`)
  // The copy is for the types alone: a Buffer might be shared memory, which WebAssembly refuses.
  return new WebAssembly.Module(new Uint8Array(asset(name)))
}
