/** Word's units (ECMA-376 Part 1, 17.18): everything of ours is in points. */
import type { Design } from '../../design/types.ts'

/** Twentieths of a point. */
export function twips(points: number): number {
  return Math.round(points * 20)
}

export function halfPoints(points: number): number {
  return Math.round(points * 2)
}

/** Width of a border: eighths of a point, 2 to 96 (17.18.33). */
export function eighths(points: number): number {
  return Math.min(96, Math.max(2, Math.round(points * 8)))
}

/** Distance of a border from its text: whole points, at most 31 (17.3.4). */
export function borderSpace(points: number): number {
  return Math.min(31, Math.max(0, Math.round(points)))
}

/** English Metric Units, for drawings (20.1.10.16). */
export function emu(points: number): number {
  return Math.round(points * 12_700)
}

/** `#1f3a5f` as `1F3A5F`. */
export function hex(color: string): string {
  return color.replace('#', '').toUpperCase()
}

/** Word knows regular and bold: the weights of a family fall on either side of this one. */
export function isBold(weight: number): boolean {
  return weight >= 600
}

/** Points between the margins. */
export function measure({ page }: Pick<Design, 'page'>): number {
  return page.width - page.margin.left - page.margin.right
}

/** The same on a page that is turned. */
export function turnedMeasure({ page }: Pick<Design, 'page'>): number {
  return page.height - page.margin.left - page.margin.right
}
