/** Text of a run. */
import { legalText } from '../../text/legal.ts'

/** White space of the source, line ends too, is one space, as every format sets it. */
export function runText(text: string): string {
  return legalText(text).replace(/[ \t\n\r\f]+/g, ' ')
}
