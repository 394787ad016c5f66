import type { Point } from 'unist'
import type { Place } from '../publication/model.ts'

/** Turns offsets in a text into places; the line starts are looked up once. */
export interface Lines {
  readonly point: (offset: number) => Point
  readonly place: (start: number, end: number) => Place
}

/**
 * @param text - with `\n` as its only line end
 * @param file - path for the places
 */
export function lines(text: string, file: string): Lines {
  let starts: readonly number[] | undefined
  const point = (offset: number): Point => {
    starts ??= lineStarts(text)
    const line = lastAtMost(starts, offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset }
  }
  const place = (start: number, end: number): Place => {
    const from = point(start)
    const to = point(end)
    return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  }
  return { point, place }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
