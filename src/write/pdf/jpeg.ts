/** What a PDF has to say of a JPEG (ITU-T T.81) that it carries as it is (ISO 32000-1 7.4.8). */

export interface JpegHeader {
  /** 1 grey, 3 YCbCr or RGB. */
  readonly colors: number
  /** ICC profile; null when the file has none. */
  readonly profile: Uint8Array | null
}

/** @throws when the bytes have no frame header, which reading has made sure of */
export function readJpeg(bytes: Uint8Array): JpegHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: { readonly order: number; readonly bytes: Uint8Array }[] = []
  let colors = 0
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = view.getUint8(at + 1)
    // Fill bytes may stand before a marker (B.1.1.2).
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xda) break
    const length = view.getUint16(at + 2)
    const segment = bytes.subarray(at + 4, at + 2 + length)
    if (isFrame(marker)) colors = segment[5] ?? 0
    // APP2: «ICC_PROFILE», part and number of parts (ICC.1:2010 B.4).
    if (marker === 0xe2 && isProfile(segment))
      parts.push({ order: segment[12] ?? 0, bytes: segment.subarray(14) })
    at += 2 + length
  }
  if (colors === 0) throw new Error('a JPEG without its frame header')
  parts.sort((a, b) => a.order - b.order)
  return { colors, profile: parts.length === 0 ? null : Buffer.concat(parts.map(part => part.bytes)) }
}

/** SOF markers, without the three tables that stand among them (table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function isProfile(segment: Uint8Array): boolean {
  return Buffer.from(segment.subarray(0, 12)).toString('latin1') === 'ICC_PROFILE\0'
}
