/** Whether a text is a number and nothing else, as tables have them. */

const number = /^[+\u2212\u2013-]?\s*\p{Sc}?\s*[\d.,\s]*\d\s*(?:[%‰]|\p{Sc})?$/u
const dash = /^[-\u2013\u2014]?$/

/**
 * Are they all numbers, also with a sign, spaces between groups, a currency or a sign of percentage? Some may be
 * missing, and a dash stand for them.
 */
export function areNumbers(texts: readonly string[]): boolean {
  const given = texts.filter(text => !dash.test(text))
  return given.length > 0 && given.every(text => number.test(text))
}
