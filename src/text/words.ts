/** Words by own rules: Intl.Segmenter differs between machines and is quadratic on Node 20. */

/**
 * The words of a text: what stands between white space and dashes and has a letter or digit in it. «1,234.5»,
 * «socio-educativas», «ana@x.pe» and «d’Artagnan» are one word each; a lone «%» or «-» is none.
 */
export function words(text: string): readonly string[] {
  return text.split(/[\s\u2013\u2014]+/).filter(word => /[a-z]/.test(word) || /[\p{L}\p{N}]/u.test(word))
}
