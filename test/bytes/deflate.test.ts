import { createHash } from 'node:crypto'
import { inflateRawSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { deflate, deflateRaw, type Level } from '../../src/bytes/deflate.ts'

/** Bytes from a fixed seed (xorshift32, G. Marsaglia 2003), of which only so many are different. */
function bytes(length: number, different: number): Uint8Array {
  let state = 2463534242
  return Uint8Array.from({ length }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % different
  })
}

const levels: readonly Level[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

describe('what is deflated', () => {
  // Around the size of the buffer that zlib writes to, and beyond what its memory holds at first.
  const sizes = [0, 1, 2, 100, 65_535, 65_536, 65_537, 300_000, 3_000_000]
  it.each(sizes)('inflates to the same %i bytes', size => {
    for (const different of [1, 4, 256]) {
      const data = bytes(size, different)
      for (const level of size > 100_000 ? ([6] as const) : levels) {
        expect(inflateSync(deflate(data, level)).equals(data), `level ${level}`).toBe(true)
        expect(inflateRawSync(deflateRaw(data, level)).equals(data), `raw, level ${level}`).toBe(true)
      }
    }
  })

  it('is smaller, and at a higher level no larger', () => {
    const data = Buffer.from('Del artículo anterior se exceptúan los casos que la ley señala. '.repeat(500))
    const [one, six, nine] = ([1, 6, 9] as const).map(level => deflate(data, level).length)
    expect(one).toBeLessThan(data.length / 20)
    expect(six).toBeLessThanOrEqual(one ?? 0)
    expect(nine).toBeLessThanOrEqual(six ?? 0)
  })

  it('is the same whatever was deflated before, and takes no part of a larger buffer', () => {
    const data = bytes(50_000, 7)
    const first = deflate(data, 6)
    deflate(bytes(1_000_000, 200), 9)
    const larger = Buffer.concat([Buffer.alloc(11, 1), data, Buffer.alloc(5, 2)])
    expect(deflate(larger.subarray(11, 11 + data.length), 6)).toEqual(first)
  })

  // Another build of zlib may find other bytes: then every file changes, which is to be decided, not found out.
  it('has the bytes of the zlib that is pinned', () => {
    const hash = createHash('sha256')
      .update(deflate(bytes(100_000, 11), 6))
      .digest('hex')
    expect(hash).toMatchInlineSnapshot(`"e1599cf00460a63040d649de5977af93402848645247c69cdae4f3146f5a3393"`)
  })
})
