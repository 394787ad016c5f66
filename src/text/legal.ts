/** Text that every format can hold. */

/**
 * What XML 1.0 forbids (2.2, production Char), and the controls and noncharacters that HTML forbids as well (13.2.3.5).
 * A source with a control character is refused; front matter can still name one by a YAML escape.
 */
const illegal = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu

/** Most text: without any of these, whatever its language. */
const legal = /^[\t\n\r -~\u00a0-\ud7ff]*$/

/** The text with U+FFFD, which readers see, in the place of each character that cannot be written. */
export function legalText(text: string): string {
  return legal.test(text) ? text : text.replace(illegal, '\ufffd')
}
