/** JPEG (ITU-T T.81) as its readers need it: every scan gives all of its blocks. */
import type { Phrase } from '../diagnostics/phrases.ts'
import { bitReader, damage, type HuffmanTable, huffmanTable, isDamage } from './jpeg-bits.ts'

interface Component {
  readonly across: number
  readonly down: number
  /** Blocks in a row and in a column: with those that fill the last units, and as its own scans have them. */
  readonly stride: number
  readonly blocks: { readonly across: number; readonly down: number }
  /** A bit for each coefficient that a progressive scan has set: later scans have a bit more of each; null in others. */
  readonly known: Uint8Array | null
  isCoded: boolean
}

interface Frame {
  readonly progressive: boolean
  readonly units: { readonly across: number; readonly down: number }
  readonly components: ReadonlyMap<number, Component>
}

/** Bytes between a scan and the next marker that some cameras leave; more are what damage has left undecoded. */
const mostStray = 64

/**
 * Programs that save half a photograph, or change it without knowing the format, leave its markers whole.
 *
 * @param bytes - of a baseline, sequential or progressive JPEG, 8 bits, whose segments are whole up to the frame's
 * @returns what is wrong with it; null where nothing is
 */
export function jpegFault(bytes: Buffer): Phrase | null {
  try {
    readSegments(bytes)
    return null
  } catch (problem) {
    if (isDamage(problem)) return 'undecodable'
    throw problem
  }
}

/** Annex B.2: segments and scans, until the end of the image. */
function readSegments(bytes: Buffer): void {
  const tables = new Map<number, HuffmanTable>()
  const quantisation = new Set<number>()
  let frame: Frame | null = null
  let interval = 0
  let at = 2
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
    if (bytes[at] !== 0xff || at + 2 > bytes.length) throw damage
    const marker = bytes[at + 1] ?? 0
    at += 2
    if (marker === 0xd9) break
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) continue
    if (at + 2 > bytes.length) throw damage
    const end = at + bytes.readUInt16BE(at)
    if (end > bytes.length || end < at + 2) throw damage
    const segment = bytes.subarray(at + 2, end)
    at = end
    if (marker === 0xc4) readHuffman(segment, tables)
    else if (marker === 0xdb) readQuantisation(segment, quantisation)
    else if (marker === 0xdd) interval = segment.length < 2 ? 0 : segment.readUInt16BE(0)
    else if (marker >= 0xc0 && marker <= 0xc2) frame = readFrame(segment, marker === 0xc2, frame)
    else if (marker === 0xda) {
      if (frame === null || quantisation.size === 0) throw damage
      at = readScan(bytes, at, segment, frame, tables, interval)
    }
  }
  if (frame === null || [...frame.components.values()].some(({ isCoded }) => !isCoded)) throw damage
}

/** B.2.4.1: 8 or 16 bits a value. */
function readQuantisation(segment: Buffer, numbers: Set<number>): void {
  for (let at = 0; at < segment.length; ) {
    const head = segment[at] ?? 0
    numbers.add(head & 15)
    at += head >> 4 === 0 ? 65 : 129
    if (at > segment.length) throw damage
  }
}

/** B.2.4.2. Tables of class 1 are kept 16 further on. */
function readHuffman(segment: Buffer, tables: Map<number, HuffmanTable>): void {
  for (let at = 0; at < segment.length; ) {
    const head = segment[at] ?? 0
    const lengths = segment.subarray(at + 1, at + 17)
    const count = lengths.reduce((sum, length) => sum + length, 0)
    const symbols = segment.subarray(at + 17, at + 17 + count)
    if (head > 0x1f || (head & 15) > 3 || lengths.length < 16 || symbols.length < count) throw damage
    tables.set(head, huffmanTable(lengths, symbols))
    at += 17 + count
  }
}

/** B.2.2, A.1.1: how many blocks each component has. */
function readFrame(segment: Buffer, progressive: boolean, former: Frame | null): Frame {
  const count = segment[5] ?? 0
  if (former !== null || segment.length < 6 + 3 * count || count === 0) throw damage
  const [height, width] = [segment.readUInt16BE(1), segment.readUInt16BE(3)]
  const sampling = Array.from({ length: count }, (_, index) => {
    const both = segment[7 + 3 * index] ?? 0
    return { id: segment[6 + 3 * index] ?? 0, across: both >> 4, down: both & 15 }
  })
  if (sampling.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) throw damage
  const most = {
    across: Math.max(...sampling.map(({ across }) => across)),
    down: Math.max(...sampling.map(({ down }) => down)),
  }
  const units = { across: Math.ceil(width / (8 * most.across)), down: Math.ceil(height / (8 * most.down)) }
  const components = sampling.map(({ id, across, down }): readonly [number, Component] => {
    const stride = units.across * across
    const blocks = {
      across: Math.ceil(Math.ceil((width * across) / most.across) / 8),
      down: Math.ceil(Math.ceil((height * down) / most.down) / 8),
    }
    const known = progressive ? new Uint8Array(stride * units.down * down * 8) : null
    return [id, { across, down, stride, blocks, known, isCoded: false }]
  })
  return { progressive, units, components: new Map(components) }
}

/** @returns where the next marker stands */
function readScan(
  bytes: Buffer,
  from: number,
  head: Buffer,
  frame: Frame,
  tables: ReadonlyMap<number, HuffmanTable>,
  interval: number,
): number {
  const count = head[0] ?? 0
  if (count < 1 || head.length < 4 + 2 * count) throw damage
  const [start = 0, end = 0, bits = 0] = head.subarray(1 + 2 * count)
  const scanned = Array.from({ length: count }, (_, index) => {
    const component = frame.components.get(head[1 + 2 * index] ?? 0)
    if (component === undefined) throw damage
    const chosen = head[2 + 2 * index] ?? 0
    return { component, dc: tables.get(chosen >> 4), ac: tables.get(16 + (chosen & 15)) }
  })
  const input = bitReader(bytes, from)
  const block = frame.progressive
    ? progressiveBlock(input, start, end, bits >> 4 !== 0)
    : sequentialBlock(input)
  if (!frame.progressive || start === 0) for (const { component } of scanned) component.isCoded = true

  const [first] = scanned
  const alone = count === 1 ? first : undefined
  const { across, down } = alone === undefined ? frame.units : alone.component.blocks
  for (let unit = 0; unit < across * down; unit++) {
    if (interval > 0 && unit > 0 && unit % interval === 0) {
      input.restart((unit / interval - 1) % 8)
      block.restart()
    }
    const [column, row] = [unit % across, Math.floor(unit / across)]
    if (alone !== undefined) {
      block.read(alone.component, alone.dc, alone.ac, row * alone.component.stride + column)
      continue
    }
    for (const { component, dc, ac } of scanned) {
      for (let y = row * component.down; y < (row + 1) * component.down; y++) {
        const left = y * component.stride + column * component.across
        for (let x = 0; x < component.across; x++) block.read(component, dc, ac, left + x)
      }
    }
  }
  return input.end(mostStray)
}

interface BlockReader {
  readonly read: (
    component: Component,
    dc: HuffmanTable | undefined,
    ac: HuffmanTable | undefined,
    block: number,
  ) => void
  readonly restart: () => void
}

type BitReader = ReturnType<typeof bitReader>

/** F.2.2: a difference, then runs of zeros with a coefficient behind each, until the end of the block. */
function sequentialBlock(input: BitReader): BlockReader {
  return {
    restart: () => {},
    read(_, dc, ac) {
      if (dc === undefined || ac === undefined) throw damage
      input.skip(input.symbol(dc) & 15)
      for (let at = 1; at < 64; at++) {
        const symbol = input.symbol(ac)
        const size = symbol & 15
        if (size === 0 && symbol !== 0xf0) return
        at += symbol >> 4
        if (at > 63) throw damage
        input.skip(size)
      }
    },
  }
}

/** G.1.2: the coefficients of a band, or one more bit of each. */
function progressiveBlock(input: BitReader, start: number, end: number, refines: boolean): BlockReader {
  if (end > 63 || start > end || (start === 0 && end !== 0)) throw damage
  /** Blocks that have nothing more in this band. */
  let ended = 0
  const endOfBand = (symbol: number) => {
    const size = symbol >> 4
    ended = (1 << size) + (size === 0 ? 0 : input.bits(size))
  }

  function firstOfBand(known: Uint8Array, ac: HuffmanTable, base: number): void {
    for (let at = start; ended === 0 && at <= end; at++) {
      const symbol = input.symbol(ac)
      const size = symbol & 15
      if (size === 0 && symbol !== 0xf0) {
        endOfBand(symbol)
        break
      }
      at += symbol >> 4
      if (at > end) throw damage
      input.skip(size)
      if (size > 0) set(known, base + at)
    }
  }
  function refine(known: Uint8Array, ac: HuffmanTable, base: number): void {
    let at = start
    for (; ended === 0 && at <= end; at++) {
      const symbol = input.symbol(ac)
      const size = symbol & 15
      if (size > 1) throw damage
      if (size === 0 && symbol !== 0xf0) {
        endOfBand(symbol)
        break
      }
      input.skip(size)
      // Zeros that stay so; what is known gets its bit on the way.
      for (let zeros = symbol >> 4; at <= end; at++) {
        if (isSet(known, base + at)) input.skip(1)
        else if (--zeros < 0) break
      }
      if (size === 0) continue
      if (at > end) throw damage
      set(known, base + at)
    }
    if (ended > 0) for (; at <= end; at++) if (isSet(known, base + at)) input.skip(1)
  }
  return {
    restart: () => {
      ended = 0
    },
    read({ known }, dc, ac, block) {
      if (start === 0) {
        if (refines) input.skip(1)
        else if (dc === undefined) throw damage
        else input.skip(input.symbol(dc) & 15)
        return
      }
      if (ac === undefined || known === null) throw damage
      if (refines) refine(known, ac, block * 64)
      else firstOfBand(known, ac, block * 64)
      if (ended > 0) ended--
    },
  }
}

function isSet(bits: Uint8Array, at: number): boolean {
  return ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0
}

function set(bits: Uint8Array, at: number): void {
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
}
