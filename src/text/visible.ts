/** Whether a text shows anything: neither white space nor characters of format (Unicode Cf) do. */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cf}]/u.test(text)
}
