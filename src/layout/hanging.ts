/**
 * Optical margin: how far the first and the last character of a line stand out of the measure, so that the edge
 * looks straight (R. Schlicht, The microtype package; Hàn Thế Thành, «Micro-typographic extensions», 2000).
 */
import type { Font } from './shape.ts'

/** Parts of a character's own width, at the left and at the right edge. */
const parts: Readonly<Record<string, readonly [left: number, right: number]>> = {
  '-': [0, 0.6],
  '‐': [0, 0.6],
  '–': [0.2, 0.3],
  '—': [0.15, 0.2],
  '.': [0, 0.6],
  ',': [0, 0.6],
  ':': [0, 0.4],
  ';': [0, 0.4],
  '!': [0, 0.2],
  '?': [0, 0.2],
  '…': [0, 0.2],
  '¡': [0.2, 0],
  '¿': [0.15, 0],
  '«': [0.3, 0],
  '»': [0, 0.3],
  '‹': [0.3, 0],
  '›': [0, 0.3],
  '“': [0.4, 0.4],
  '”': [0.4, 0.4],
  '„': [0.4, 0.4],
  '‘': [0.5, 0.5],
  '’': [0.5, 0.5],
  '"': [0.4, 0.4],
  "'": [0.5, 0.5],
  '(': [0.1, 0],
  ')': [0, 0.1],
}

/** @returns points to the left of a text that begins a line, and to the right of one that ends it */
export function sidesOf(text: string, font: Font): readonly [left: number, right: number] {
  const first = text.charAt(0)
  const last = text.charAt(text.length - 1)
  const left = parts[first]?.[0] ?? 0
  const right = parts[last]?.[1] ?? 0
  return [left === 0 ? 0 : left * font.shape(first).width, right === 0 ? 0 : right * font.shape(last).width]
}
