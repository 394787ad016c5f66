/** Entropy-coded data of a JPEG (ITU-T T.81, annexes C and F.2.2): bits, Huffman codes, restart markers. */

/** Thrown where data ends early or is no code. */
export const damage = new Error('damaged JPEG data')

export function isDamage(problem: unknown): boolean {
  return problem === damage
}

/** By the next 16 bits: length of the code and its symbol, `length << 8 | symbol`; 0 where no code begins so. */
export type HuffmanTable = Uint16Array

/**
 * @param lengths - how many codes there are of 1 to 16 bits
 * @param symbols - in the order of their codes
 */
export function huffmanTable(lengths: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const table = new Uint16Array(65_536)
  let code = 0
  let next = 0
  for (const [index, count] of lengths.entries()) {
    const length = index + 1
    for (let one = 0; one < count; one++, code++) {
      const from = code << (16 - length)
      if (from >= 65_536) throw damage
      table.fill((length << 8) | (symbols[next++] ?? 0), from, from + (1 << (16 - length)))
    }
    code <<= 1
  }
  return table
}

/** @param from - the first byte behind a scan's header */
export function bitReader(bytes: Buffer, from: number) {
  let at = from
  let held = 0
  let count = 0
  /** As many bytes as there is room for, up to the next marker; a byte FF is followed by 00. */
  const fill = () => {
    while (count <= 16) {
      const byte = bytes[at]
      if (byte === undefined || (byte === 0xff && bytes[at + 1] !== 0)) return
      held = ((held << 8) | byte) & 0xffffff
      count += 8
      at += byte === 0xff ? 2 : 1
    }
  }
  const take = (size: number) => {
    if (count < size) fill()
    if (count < size) throw damage
    count -= size
  }
  return {
    symbol(table: HuffmanTable): number {
      if (count < 16) fill()
      const next = count >= 16 ? held >> (count - 16) : held << (16 - count)
      const entry = table[next & 0xffff] ?? 0
      if (entry === 0) throw damage
      take(entry >> 8)
      return entry & 0xff
    },
    skip: take,
    bits(size: number): number {
      take(size)
      return (held >> count) & ((1 << size) - 1)
    },
    /** The marker between two intervals (E.2.4): what is left of a byte goes, and counting begins anew. */
    restart(number: number): void {
      if (count >= 8) throw damage
      count = 0
      while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
      if (bytes[at] !== 0xff || bytes[at + 1] !== 0xd0 + number) throw damage
      at += 2
    },
    /**
     * @param stray - most bytes that may stand before it
     * @returns where the marker behind the scan stands
     */
    end(stray: number): number {
      const behind = at - (count >> 3)
      let marker = at
      while (marker < bytes.length && !(bytes[marker] === 0xff && isMarker(bytes[marker + 1]))) marker++
      if (marker - behind > stray || marker >= bytes.length) throw damage
      return marker
    },
  }
}

function isMarker(byte: number | undefined): boolean {
  return byte !== undefined && byte !== 0 && byte !== 0xff && !(byte >= 0xd0 && byte <= 0xd7)
}
