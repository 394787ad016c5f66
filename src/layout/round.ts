/** Positions to a thousandth of a point: equal on every machine, whatever the order of sums. */
export function round(points: number): number {
  return Math.round(points * 1000) / 1000
}
