/** Writing CSS: strings, numbers, font stacks, and the tokens that a style sheet uses. */
import type { Design } from '../../design/types.ts'

/** A CSS string (CSS Syntax 3, 4.3.5) that is harmless inside an HTML `style` element too. */
export function cssString(value: string): string {
  const escaped = value.replace(/["\\<\n\r\f]/g, c => `\\${c.charCodeAt(0).toString(16)} `)
  return `"${escaped}"`
}

/** A number with at most four decimals and no exponent. */
export function decimal(value: number): string {
  return String(Math.round(value * 10_000) / 10_000)
}

/** What CSS calls a family of the design, before those that stand in for it. */
export type FamilyNames = (family: string) => readonly string[]

/** A family of the design, followed by those that stand in for it and the generic one of its kind. */
export function fontStack(design: Design, family: string, familyNames: FamilyNames): string {
  const metrics = design.faces.find(face => face.family === family)?.metrics
  const generic =
    metrics?.fixedPitch || family === design.inline.code.family
      ? 'monospace'
      : metrics?.serif
        ? 'serif'
        : 'sans-serif'
  return [...familyNames(family).map(cssString), generic].join(', ')
}

/** Names of the custom properties that a style sheet reads but does not set. */
export function namesRead(css: string): readonly string[] {
  const code = css.replace(/\/\*[\s\S]*?\*\//g, '')
  const set = new Set([...code.matchAll(/[{;\s]--([\w-]+)\s*:/g)].map(match => match[1]))
  const read = [...code.matchAll(/var\(\s*--([\w-]+)/g)].map(match => match[1] ?? '')
  return [...new Set(read)].filter(name => !set.has(name))
}

/** A rule that sets custom properties. */
export function customProperties(selector: string, tokens: ReadonlyMap<string, string>): string {
  const lines = [...tokens].map(([name, value]) => `  --${name}: ${value};\n`)
  return `${selector} {\n${lines.join('')}}\n`
}

/** The style sheet with the tokens' values in place of `var(--…)`, for reading systems that know no properties. */
export function withValues(css: string, tokens: ReadonlyMap<string, string>): string {
  return css.replace(/var\(\s*--([\w-]+)\s*\)/g, (reference, name: string) => tokens.get(name) ?? reference)
}

/** Without comments and blank lines: what readers of the file do not need. */
export function withoutComments(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*\n+/g, '\n')
    .trim()
}
