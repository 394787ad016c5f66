/** The library that draws SVG, started once in a process and only when a drawing is wanted. */
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { compileAsset } from '../wasm.ts'

let started: Promise<void> | undefined

/** @returns its class; what it makes has to be freed */
export async function drawing(): Promise<typeof Resvg> {
  started ??= initWasm(compileAsset('resvg.wasm'))
  await started
  return Resvg
}
