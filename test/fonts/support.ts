import { readFileSync } from 'node:fs'
import { readMetrics } from '../../src/fonts/face.ts'
import type { FontFace } from '../../src/fonts/types.ts'

export const square = 'test/fixtures/fonts/Cuadrado.ttf'
export const squareCff = 'test/fixtures/fonts/Cuadrado.otf'
export const reserved = 'test/fixtures/fonts/SourceSans3-Italic.ttf'
export const serif = 'templates/base/fonts/NotoSerif-Regular.ttf'

/** A face as brand.yml would bring it. */
export function faceOf(path: string, bytes: Uint8Array = readFileSync(path), family = 'Prueba'): FontFace {
  const metrics = readMetrics(bytes)
  if ('why' in metrics) throw new Error(`${path}: ${metrics.why}`)
  return { family, weight: 400, italic: false, path, bytes, metrics }
}

export function codePoints(text: string): readonly number[] {
  return [...text].map(character => character.codePointAt(0) ?? 0)
}
