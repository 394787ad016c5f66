/** Contrast of text with what is behind it (WCAG 2.2, 1.4.1, 1.4.3 and «contrast ratio»). */
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { ReadBrand } from './brand.ts'
import type { Brand, BrandKeyName } from './brand-keys.ts'
import { channels, mix, tinted, tintOf } from './palette.ts'

type ColorKey = Extract<BrandKeyName, `${'color' | 'dark'}.${string}` | 'typography.link.color'>

interface Pair {
  readonly text: ColorKey
  /** A key, or what messages call a ground that has none. */
  readonly background: string
  /** Colour of the ground, given that of the text: a box's ground is a tint of its title. */
  readonly behind: (color: string) => string
  readonly required: number
  /** A ground like those that text has been measured on before: one message is enough. */
  readonly further: boolean
}
type Ground = Pick<Pair, 'background' | 'behind' | 'further'>

/** Text below 18 pt, or 14 pt bold: every colour here also sets text of that size. */
const smallText = 4.5
/** A link that only its colour tells from the words around it (WCAG technique G183). */
const linkAmongWords = 3
/** What is printed stands on white, whatever the screen's background. */
const paper: Ground = { background: 'papel', behind: () => '#ffffff', further: false }

/** Every colour of text over everything that it may stand on, plain grounds first. */
function pairs(brand: Brand): readonly Pair[] {
  return (['color', 'dark'] as const).flatMap(scheme => {
    const link = scheme === 'dark' ? 'dark.link' : 'typography.link.color'
    const words = [`${scheme}.foreground`, link] as const
    const texts = [...words, `${scheme}.primary`, `${scheme}.secondary`, `${scheme}.muted`] as const
    const ground = (key: 'background' | 'surface' | 'highlight'): Ground => {
      const background = `${scheme}.${key}` as const
      return { background, behind: () => brand[background], further: key === 'highlight' }
    }
    const box = (key: (typeof tinted)[number]): Ground => {
      const behind = tintOf(brand, scheme, key)
      return { background: `recuadro de ${scheme}.${key}`, behind: () => behind, further: true }
    }
    const title = (key: (typeof tinted)[number]): Ground => {
      return { ...box(key), behind: color => tintOf(brand, scheme, key, color), further: false }
    }
    const plain = [ground('background'), ground('surface'), ...(scheme === 'color' ? [paper] : [])]
    return [
      ...over(texts, plain),
      ...over(texts, tinted.map(box)),
      ...over(words, [ground('highlight')]),
      ...tinted.flatMap(key => over([`${scheme}.${key}`], [title(key)])),
      // Words of code.
      ...over(
        [`${scheme}.info`, `${scheme}.success`, `${scheme}.warning`],
        [{ ...ground('surface'), further: true }],
      ),
    ]
  })
}

function over(texts: readonly ColorKey[], grounds: readonly Ground[]): readonly Pair[] {
  return texts.flatMap(text => grounds.map(ground => ({ text, ...ground, required: smallText })))
}

function withoutUnderline(brand: Brand): readonly Pair[] {
  const among = (text: ColorKey, background: ColorKey): Pair => {
    return { text, background, behind: () => brand[background], required: linkAmongWords, further: false }
  }
  return [among('typography.link.color', 'color.foreground'), among('dark.link', 'dark.foreground')]
}

/** Reports every pair of colours that the brand sets over one another with too little contrast. */
export function checkContrast({ brand, entries }: ReadBrand, file: VFile): void {
  const reported = new Set<string>()
  const plainLinks = brand['typography.link.decoration'] === 'none'
  for (const pair of [...pairs(brand), ...(plainLinks ? withoutUnderline(brand) : [])]) {
    const { text, background, required } = pair
    const color = brand[text]
    const behind = pair.behind(color)
    const ratio = contrast(color, behind)
    const place = entries.get(text)?.place
    if (ratio >= required || place === undefined) continue
    if (reported.has(`${text} ${behind}`) || (pair.further && reported.has(text))) continue
    reported.add(`${text} ${behind}`).add(text)
    report(file, 'contrast-low', place, {
      text,
      textColor: color,
      background,
      backgroundColor: behind,
      ratio: (Math.floor(ratio * 100) / 100).toFixed(2),
      required: String(required),
      nearest: nearestPassing(color, pair.behind, required),
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
 * its ground; '' when none does
 */
export function nearestPassing(color: string, behind: (color: string) => string, required: number): string {
  for (let step = 0; step <= 100; step++) {
    for (const end of ['#000000', '#ffffff']) {
      const candidate = mix(end, color, step / 100)
      if (contrast(candidate, behind(candidate)) >= required) return candidate
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
