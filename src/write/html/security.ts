/** The content security policy: what the page itself carries, and nothing else. */
import { createHash } from 'node:crypto'

/**
 * @param styles - text of every `style` element
 * @param scripts - text of every `script` element; data, which no browser runs
 * @returns the policy (Content Security Policy Level 3)
 */
export function contentSecurityPolicy(styles: readonly string[], scripts: readonly string[]): string {
  const hashes = (texts: readonly string[]) => texts.map(hashSource).join(' ') || "'none'"
  return [
    "default-src 'none'",
    `style-src ${hashes(styles)}`,
    `script-src ${hashes(scripts)}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
}
