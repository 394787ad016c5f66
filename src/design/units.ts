/** Lengths and page sizes, in points of 1/72 inch. */

const points = { mm: 72 / 25.4, cm: 720 / 25.4, in: 72, pt: 1 } as const

/** @returns points to the thousandth of «25mm», «2,5 cm», «1in», «11pt» or 0; null for anything else */
export function parseLength(text: string): number | null {
  if (text === '0') return 0
  const [, digits, unit] = /^(\d+(?:[.,]\d+)?)\s*(mm|cm|in|pt)$/.exec(text) ?? []
  if (digits === undefined || unit === undefined) return null
  // The pattern lets no other unit through.
  const factor = points[unit as keyof typeof points]
  return thousandth(Number(digits.replace(',', '.')) * factor)
}

/** Width and height of the paper sizes of brand.yml, upright (ISO 216, ANSI/ASME Y14.1). */
export const pageSizes = {
  A3: [thousandth(297 * points.mm), thousandth(420 * points.mm)],
  A4: [thousandth(210 * points.mm), thousandth(297 * points.mm)],
  A5: [thousandth(148 * points.mm), thousandth(210 * points.mm)],
  Letter: [612, 792],
  Legal: [612, 1008],
} as const

export function thousandth(value: number): number {
  return Math.round(value * 1000) / 1000
}
