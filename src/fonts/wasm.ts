import { type AssetName, asset } from '../assets.ts'

/** @returns what a WebAssembly module of the program's assets exports */
export async function instantiate(
  name: AssetName,
  imports: WebAssembly.Imports,
): Promise<WebAssembly.Exports> {
  // The copy is for the types alone: a Buffer might be shared memory, which WebAssembly refuses.
  const { instance } = await WebAssembly.instantiate(new Uint8Array(asset(name)), imports)
  return instance.exports
}
