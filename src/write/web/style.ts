/** A template's style sheet with the brand's values. */
import type { VFile } from 'vfile'
import { report } from '../../diagnostics/report.ts'
import { nearest } from '../../text/nearest.ts'
import { namesRead } from './css.ts'
import type { Tokens } from './tokens.ts'

/**
 * @param css - style sheets of the template
 * @param all - every token of the design
 * @param path - of the style sheet, for messages
 * @returns the tokens that they read; a name that is no token is an error in `messages`
 */
export function tokensRead(css: string, all: Tokens, path: string, messages: VFile): Tokens {
  const read = namesRead(css)
  for (const token of read) {
    if (!all.has(token))
      report(messages, 'token-unknown', path, { token, nearest: nearest(token, [...all.keys()]) })
  }
  return new Map([...all].filter(([name]) => read.includes(name)))
}
