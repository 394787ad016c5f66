/** The colour profile of a JPEG, which is lost when its pixels are coded anew. */

const marker = Buffer.from('ICC_PROFILE\0', 'latin1')

/**
 * @returns the APP2 segments that hold the profile (ICC.1 annex B.4); none where there is no profile, or one for
 * another number of colours than the three that it is coded with
 */
export function jpegProfile(jpeg: Uint8Array): readonly Uint8Array[] {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  const segments: Uint8Array[] = []
  for (let at = 2; at + 10 <= bytes.length && bytes[at] === 0xff; ) {
    const kind = bytes[at + 1] ?? 0
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (kind === 0xe2 && bytes.subarray(at + 4, at + 16).equals(marker))
      segments.push(bytes.subarray(at, end))
    if (kind >= 0xc0 && kind <= 0xc2) return bytes[at + 9] === 3 ? segments : []
    at = end
  }
  return []
}

/** Puts them behind the segment that every coder writes first (JFIF). */
export function withProfile(jpeg: Uint8Array, segments: readonly Uint8Array[]): Uint8Array {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  const at = bytes[3] === 0xe0 ? 4 + bytes.readUInt16BE(4) : 2
  return Buffer.concat([bytes.subarray(0, at), ...segments, bytes.subarray(at)])
}
