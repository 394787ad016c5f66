/** `{{name}}`: what front matter gives names to. */
import type { Variables } from './context.ts'
import { folded } from './inline.ts'
import { spellings } from './keys.ts'
import type { FrontMatter } from './types.ts'

/** The author's own `variables`, and every key of front matter that is one text, by all of its names. */
export function variablesOf(frontMatter: FrontMatter): Variables {
  const values = new Map<string, string>()
  for (const [spelling, key] of spellings) {
    const value = frontMatter[key]
    if (typeof value === 'string' || typeof value === 'number') values.set(folded(spelling), String(value))
  }
  for (const [name, value] of Object.entries(frontMatter.variables ?? {})) values.set(folded(name), value)
  return values
}
