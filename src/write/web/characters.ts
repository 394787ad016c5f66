/** Characters that neither HTML nor XML takes. */

/**
 * XML 1.0 forbids most control characters and U+FFFE, U+FFFF; HTML calls these and all other noncharacters and
 * controls errors (XML 1.0, 2.2; HTML, 13.2.3.5).
 */
const illegal = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu

/**
 * @param value - any text
 * @returns the text, composed (Unicode NFC) as the W3C's Character Model asks, with U+FFFD, which readers see, in
 * the place of each character that cannot be written
 */
export function legalText(value: string): string {
  return value.normalize('NFC').replace(illegal, '\uFFFD')
}
