/** A ZIP archive taken apart with care (APPNOTE 6.3): sizes are bounded before a byte is unpacked, sums are checked. */

import { crc32 } from 'node:zlib'
import { inflateSync } from 'fflate'
import type { Phrase } from '../diagnostics/phrases.ts'

export interface ZipFault {
  /** Path in the archive; '' for the archive itself. */
  readonly part: string
  readonly why: Phrase
}

/** Entries, bytes of all together, and how many times its packed size one may have. */
export const zipBounds = { entries: 2000, bytes: 64 * 1024 * 1024, ratio: 200 } as const

/** Below this many bytes an entry may be packed as tightly as it likes. */
const smallEntry = 1024 * 1024

const signatures = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 } as const

/** @returns its files by path, folders left out; or what is wrong with it */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end < 0) return { part: '', why: 'not-zip' }
  const count = view.getUint16(end + 10, true)
  if (count > zipBounds.entries) return { part: '', why: ['zip-entries', zipBounds.entries] }
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    const entry = centralEntry(view, at)
    if (entry === null) return { part: '', why: 'zip-damaged' }
    entries.push(entry)
    at = entry.next
  }
  return unpacked(entries, view)
}

interface Entry {
  readonly path: string
  readonly encrypted: boolean
  readonly method: number
  readonly sum: number
  readonly packed: number
  readonly size: number
  readonly local: number
  readonly next: number
}

/** The record stands last, behind it only a comment of at most 65,535 bytes (4.3.16). */
function endOfDirectory(view: DataView): number {
  const least = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= least; at--) {
    if (view.getUint32(at, true) === signatures.end) return at
  }
  return -1
}

function centralEntry(view: DataView, at: number): Entry | null {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== signatures.central) return null
  const [name, extra, comment] = [28, 30, 32].map(offset => view.getUint16(at + offset, true))
  const next = at + 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  if (next > view.byteLength) return null
  const label = new Uint8Array(view.buffer, view.byteOffset + at + 46, name)
  return {
    path: new TextDecoder().decode(label),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    sum: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    local: view.getUint32(at + 42, true),
    next,
  }
}

function unpacked(entries: readonly Entry[], view: DataView): ReadonlyMap<string, Uint8Array> | ZipFault {
  let total = 0
  const files = new Map<string, Uint8Array>()
  for (const entry of entries) {
    const { path, size, packed } = entry
    total += size
    if (total > zipBounds.bytes) return { part: path, why: ['zip-bytes', zipBounds.bytes / 1024 / 1024] }
    if (size > smallEntry && size > packed * zipBounds.ratio)
      return { part: path, why: ['zip-ratio', zipBounds.ratio] }
    if (entry.encrypted) return { part: path, why: 'zip-encrypted' }
    if (path.endsWith('/')) continue
    const data = entryBytes(entry, view)
    if (data === null || files.has(path)) return { part: path, why: 'zip-damaged' }
    files.set(path, data)
  }
  return files
}

function entryBytes({ local, packed, size, method, sum }: Entry, view: DataView): Uint8Array | null {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== signatures.local) return null
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packed > view.byteLength || (method !== 0 && method !== 8)) return null
  const raw = new Uint8Array(view.buffer, view.byteOffset + start, packed)
  const data = method === 0 ? raw.slice() : inflated(raw, size)
  return data !== null && data.length === size && crc32(data) === sum ? data : null
}

/** No more bytes than it says, whatever it holds. */
function inflated(raw: Uint8Array, size: number): Uint8Array | null {
  try {
    return inflateSync(raw, { out: new Uint8Array(size) })
  } catch {
    // fflate throws for every stream that is not sound; the caller names the part.
    return null
  }
}
