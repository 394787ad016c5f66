/** The colours of one scheme: those of brand.yml, and the tints behind boxes that follow from them. */
import type { Brand } from './brand-keys.ts'
import type { Palette } from './types.ts'

/** How much of a box's colour is in its ground: enough to set it off, little enough to print as paper. */
const tint = { color: 0.07, dark: 0.12 } as const

/** Colours of brand.yml that have a tint. */
export const tinted = ['primary', 'info', 'success', 'warning'] as const

export function makePalette(brand: Brand, scheme: 'color' | 'dark'): Palette {
  const surface = (key: (typeof tinted)[number]) => tintOf(brand, scheme, key)
  return {
    foreground: brand[`${scheme}.foreground`],
    background: brand[`${scheme}.background`],
    primary: brand[`${scheme}.primary`],
    secondary: brand[`${scheme}.secondary`],
    tertiary: brand[`${scheme}.tertiary`],
    muted: brand[`${scheme}.muted`],
    link: scheme === 'dark' ? brand['dark.link'] : brand['typography.link.color'],
    surface: brand[`${scheme}.surface`],
    rule: brand[`${scheme}.rule`],
    info: brand[`${scheme}.info`],
    success: brand[`${scheme}.success`],
    warning: brand[`${scheme}.warning`],
    infoSurface: surface('info'),
    successSurface: surface('success'),
    warningSurface: surface('warning'),
    primarySurface: surface('primary'),
    highlight: brand[`${scheme}.highlight`],
  }
}

/** @param color - where it is to be another than the brand's own */
export function tintOf(
  brand: Brand,
  scheme: 'color' | 'dark',
  key: (typeof tinted)[number],
  color: string = brand[`${scheme}.${key}`],
): string {
  return mix(color, brand[`${scheme}.background`], tint[scheme])
}

/**
 * @param share - of `color`, 0 to 1; the rest is `other`
 * @returns `#rrggbb`
 */
export function mix(color: string, other: string, share: number): string {
  const others = channels(other)
  const mixed = channels(color).map((channel, at) =>
    Math.round(channel * share + (others[at] ?? 0) * (1 - share)),
  )
  return `#${mixed.map(channel => channel.toString(16).padStart(2, '0')).join('')}`
}

/** Red, green and blue of `#rrggbb`, 0 to 255. */
export function channels(color: string): readonly number[] {
  return [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16))
}
