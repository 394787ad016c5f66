/** Language tags: BCP 47 (RFC 5646 §2.1, without the registered oddities of old, «i-klingon»). */

export const languageTag =
  /^[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))*(-[A-WYZa-wyz\d](-[A-Za-z\d]{2,8})+)*(-[Xx](-[A-Za-z\d]{1,8})+)?$/

export function isLanguage(value: string): boolean {
  return languageTag.test(value)
}

/** As RFC 5646 §2.1.1 recommends: `es-PE`, `zh-Hant`. */
export function languageCase(value: string): string {
  let single = false
  return value
    .toLowerCase()
    .split('-')
    .map((part, index) => {
      if (index > 0 && part.length === 1) single = true
      if (index === 0 || single) return part
      if (part.length === 2) return part.toUpperCase()
      return part.length === 4 && /^[a-z]/.test(part) ? part.charAt(0).toUpperCase() + part.slice(1) : part
    })
    .join('-')
}
