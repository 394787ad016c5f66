import { createHash } from 'node:crypto'

/** Lower-case hexadecimal SHA-256 of bytes, or of a text in UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** The first 12 characters of the SHA-256 of a text in lower-case base 32 (RFC 4648, 6): 60 bits. */
export function shortDigest(text: string): string {
  const bytes = createHash('sha256').update(text).digest()
  let digest = ''
  for (let bit = 0; digest.length < 12; bit += 5) {
    // Five bits reach over at most two bytes.
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    digest += alphabet[(pair >> (11 - (bit & 7))) & 31]
  }
  return digest
}
