import { createHash } from 'node:crypto'

/** Lower-case hexadecimal SHA-256 of a text in UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** The first 12 characters of the SHA-256 of a text in lower-case base 32 (RFC 4648, 6): 60 bits. */
export function shortDigest(text: string): string {
  const bytes = createHash('sha256').update(text).digest()
  let bits = 0n
  for (const byte of bytes.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte)
  let digest = ''
  for (let shift = 59n; digest.length < 12; shift -= 5n) digest += alphabet[Number((bits >> shift) & 31n)]
  return digest
}
