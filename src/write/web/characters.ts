/** Characters of web pages and books. */
import { legalText } from '../../text/legal.ts'

/** Composed (Unicode NFC), as the W3C's Character Model asks, and without what neither HTML nor XML takes. */
export function webText(value: string): string {
  return legalText(value.normalize('NFC'))
}
