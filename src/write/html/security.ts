/** The content security policy: what the page itself carries, and nothing else. */
import { createHash } from 'node:crypto'

/** Where a page's parts are. */
export interface Parts {
  /** Style sheets and scripts stand in the page, and are known by their hashes. */
  readonly inline: boolean
  /** Source expressions of what stands in files or addresses. */
  readonly sources: string
}

export const allInside: Parts = { inline: true, sources: 'data:' }

/**
 * @param styles - text of every `style` element
 * @param scripts - text of every `script` element, data included, which no browser runs
 * @returns the policy (Content Security Policy Level 3)
 */
export function contentSecurityPolicy(
  styles: readonly string[],
  scripts: readonly string[],
  { inline, sources }: Parts,
): string {
  const allowed = (texts: readonly string[]) =>
    [...texts.map(hashSource), ...(inline ? [] : [sources])].join(' ') || "'none'"
  return [
    "default-src 'none'",
    `style-src ${allowed(styles)}`,
    `script-src ${allowed(scripts)}`,
    `img-src ${sources}`,
    `font-src ${sources}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
}
