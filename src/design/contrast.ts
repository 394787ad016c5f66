/** Contrast of text with what is behind it (WCAG 2.2, 1.4.1, 1.4.3 and «contrast ratio»). */
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { ReadBrand } from './brand.ts'
import type { BrandKeyName } from './brand-keys.ts'

type ColorKey = Extract<BrandKeyName, `${'color' | 'dark'}.${string}` | 'typography.link.color'>

interface Pair {
  readonly text: ColorKey
  /** Paper: what is printed stands on white, whatever the screen's background. */
  readonly background: ColorKey | 'papel'
  readonly required: number
}

/** Text below 18 pt, or 14 pt bold: every colour here also sets text of that size. */
const smallText = 4.5
/** A link that only its colour tells from the words around it (WCAG technique G183). */
const linkAmongWords = 3
const paper = '#ffffff'

const light = [
  'color.foreground',
  'color.primary',
  'color.secondary',
  'color.muted',
  'typography.link.color',
] as const
const dark = ['dark.foreground', 'dark.primary', 'dark.secondary', 'dark.muted', 'dark.link'] as const

const pairs: readonly Pair[] = [
  ...light.flatMap(text => [
    { text, background: 'color.background', required: smallText } as const,
    { text, background: 'color.surface', required: smallText } as const,
    { text, background: 'papel', required: smallText } as const,
  ]),
  ...dark.flatMap(text => [
    { text, background: 'dark.background', required: smallText } as const,
    { text, background: 'dark.surface', required: smallText } as const,
  ]),
]
const withoutUnderline: readonly Pair[] = [
  { text: 'typography.link.color', background: 'color.foreground', required: linkAmongWords },
  { text: 'dark.link', background: 'dark.foreground', required: linkAmongWords },
]

/** Reports every pair of colours that the brand sets over one another with too little contrast. */
export function checkContrast({ brand, entries }: ReadBrand, file: VFile): void {
  const reported = new Set<string>()
  const plainLinks = brand['typography.link.decoration'] === 'none'
  for (const { text, background, required } of plainLinks ? [...pairs, ...withoutUnderline] : pairs) {
    const color = brand[text]
    const behind = background === 'papel' ? paper : brand[background]
    const ratio = contrast(color, behind)
    const place = entries.get(text)?.place
    if (ratio >= required || place === undefined || reported.has(`${text} ${behind}`)) continue
    reported.add(`${text} ${behind}`)
    report(file, 'contrast-low', place, {
      text,
      textColor: color,
      background,
      backgroundColor: behind,
      ratio: (Math.floor(ratio * 100) / 100).toFixed(2),
      required: String(required),
      nearest: nearestPassing(color, behind, required),
    })
  }
}

/** @returns 1 to 21 */
export function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

/**
 * @returns the colour between `color` and black or white that is nearest to it and stands out enough from
 * `background`; '' when none does
 */
export function nearestPassing(color: string, background: string, required: number): string {
  for (let step = 0; step <= 100; step++) {
    for (const end of [0, 255]) {
      const mixed = channels(color).map(channel => Math.round(channel + ((end - channel) * step) / 100))
      const candidate = `#${mixed.map(channel => channel.toString(16).padStart(2, '0')).join('')}`
      if (contrast(candidate, background) >= required) return candidate
    }
  }
  return ''
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map(channel => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Red, green and blue of `#rrggbb`, 0 to 255. */
function channels(color: string): readonly number[] {
  return [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16))
}
