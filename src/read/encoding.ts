/** Bytes to text: UTF-8 only, said plainly when it is something else. */
import { isUtf8 } from 'node:buffer'

export type Decoded =
  | { readonly text: string }
  | { readonly utf16: string }
  /** What the bytes look like, and the text before the first of them that is not UTF-8. */
  | { readonly looksLike: string; readonly before: string }

/**
 * @param bytes - of a whole file
 * @returns its text without byte order mark and with `\n` as its only line end, or why it is not UTF-8
 */
export function decode(bytes: Buffer): Decoded {
  const wide = wideEncoding(bytes)
  if (wide !== '') return { utf16: wide }
  if (!isUtf8(bytes)) {
    const before = validBeginning(bytes)
    return { looksLike: guess(bytes, before), before: oneLineEnd(before.replace(/^\ufeff/, '')) }
  }
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  return { text: oneLineEnd(bytes.toString('utf8', mark)) }
}

function oneLineEnd(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/** UTF-16 and UTF-32 by their byte order mark, or UTF-16 by the zeros beside its ASCII letters. */
function wideEncoding(bytes: Buffer): string {
  const mark = bytes.toString('latin1', 0, 4)
  if (mark === '\xff\xfe\0\0') return 'UTF-32 LE'
  if (mark === '\0\0\xfe\xff') return 'UTF-32 BE'
  if (mark.startsWith('\xff\xfe')) return 'UTF-16 LE'
  if (mark.startsWith('\xfe\xff')) return 'UTF-16 BE'
  const sample = bytes.subarray(0, 1024)
  const pairs = sample.length >> 1
  if (pairs === 0) return ''
  let even = 0
  let odd = 0
  for (let index = 0; index < pairs * 2; index += 2) {
    if (sample[index] === 0) even++
    if (sample[index + 1] === 0) odd++
  }
  if (odd * 2 > pairs && even === 0) return 'UTF-16 LE'
  if (even * 2 > pairs && odd === 0) return 'UTF-16 BE'
  return ''
}

/** The text up to the first replacement character that the bytes themselves do not contain. */
function validBeginning(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  const replacement = '\ufffd'
  let offset = 0
  let from = 0
  for (let at = text.indexOf(replacement); at !== -1; at = text.indexOf(replacement, at + 1)) {
    offset += Buffer.byteLength(text.slice(from, at))
    from = at
    if (bytes.toString('latin1', offset, offset + 3) !== '\xef\xbf\xbd') return text.slice(0, at)
  }
  return text
}

function guess(bytes: Buffer, before: string): string {
  const head = bytes.toString('latin1', 0, 4)
  if (head === 'PK\x03\x04') return 'un documento de Word u otro archivo comprimido'
  if (head === '%PDF') return 'un PDF'
  if (bytes.includes(0)) return 'un archivo binario'
  const rest = bytes.subarray(Buffer.byteLength(before))
  const cut = rest.length < 4 && /^[\xc2-\xf4][\x80-\xbf]*$/.test(rest.toString('latin1'))
  if (cut && /[^\0-\x7f]/.test(before)) return 'UTF-8 cortado al final'
  return 'Windows-1252'
}
