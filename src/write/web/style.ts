/** A template's style sheet with the brand's values. */
import type { VFile } from 'vfile'
import type { Design } from '../../design/types.ts'
import { report } from '../../diagnostics/report.ts'
import { nearest } from '../../text/nearest.ts'
import { namesRead } from './css.ts'
import type { Tokens } from './tokens.ts'

/**
 * @param css - style sheets of the template
 * @param all - every token of the design
 * @param name - of the style sheet, for messages
 * @returns the tokens that they read; a name that is no token is an error in `messages`
 */
export function tokensRead(css: string, all: Tokens, design: Design, name: string, messages: VFile): Tokens {
  const read = namesRead(css)
  for (const token of read) {
    if (!all.has(token))
      report(messages, 'token-unknown', templateFile(design, name), {
        token,
        nearest: nearest(token, [...all.keys()]),
      })
  }
  return new Map([...all].filter(([name]) => read.includes(name)))
}

/** Path of a file of the template, for messages. */
export function templateFile(design: Design, name: string): string {
  return design.files.find(({ path }) => path.endsWith(`/${name}`))?.path ?? `${design.name}/${name}`
}
