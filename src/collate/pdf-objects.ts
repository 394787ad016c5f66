/**
 * Objects of a PDF file (ISO 32000-1 7.2 to 7.5): cross-reference tables and streams, object streams, updates. An own
 * reader, as what writes PDF must not be what reads it back.
 */
import { unzlibSync } from 'fflate'

export interface Name {
  readonly name: string
}
export interface Reference {
  readonly ref: number
}
/** Of a string: one character a byte. */
export interface Bytes {
  readonly bytes: string
}
export type Dictionary = ReadonlyMap<string, Value>
export interface Stream {
  readonly dictionary: Dictionary
  /** Decoded; one character a byte. */
  readonly data: string
}
export type Value =
  | number
  | boolean
  | null
  | Name
  | Reference
  | Bytes
  | readonly Value[]
  | Dictionary
  | Stream

export interface Pdf {
  readonly trailer: Dictionary
  /** Numbers of the objects in use. */
  readonly numbers: readonly number[]
  /** What a value stands for: of a reference, the object that it leads to. */
  readonly get: (value: Value | undefined) => Value
}

type Place = { readonly offset: number } | { readonly container: number; readonly index: number }

/** @throws for a file that is damaged or encrypted */
export function readObjects(bytes: Uint8Array): Pdf {
  const source = Buffer.from(bytes).toString('latin1')
  const places = new Map<number, Place | null>()
  const trailers: Dictionary[] = []
  const known = new Map<number, Value>()
  const containers = new Map<number, ReturnType<typeof openContainer>>()

  function objectAt(offset: number): Value {
    const parser = new Parser(source, offset)
    parser.value()
    parser.value()
    if (parser.word() !== 'obj') throw new Error(`no object at ${offset}`)
    return parser.object(get)
  }
  function get(value: Value | undefined): Value {
    if (value === undefined) return null
    if (!isReference(value)) return value
    const done = known.get(value.ref)
    if (done !== undefined) return done
    const place = places.get(value.ref)
    const found = place === undefined || place === null ? null : fetch(place)
    known.set(value.ref, found)
    return found
  }
  function fetch(place: Place): Value {
    if ('offset' in place) return objectAt(place.offset)
    const opened = containers.get(place.container) ?? openContainer(stream(get({ ref: place.container })))
    containers.set(place.container, opened)
    return opened(place.index)
  }
  function section(offset: number): void {
    const parser = new Parser(source, offset)
    const isTable = parser.word() === 'xref'
    const trailer = isTable
      ? readTable(parser, places)
      : readCrossReferences(stream(objectAt(offset)), places)
    trailers.push(trailer)
    const hybrid = trailer.get('XRefStm')
    if (typeof hybrid === 'number') section(hybrid)
    const before = trailer.get('Prev')
    if (typeof before === 'number' && trailers.length < 100) section(before)
  }

  section(Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source.slice(-2048))?.[1]))
  const trailer = trailers[0] ?? new Map()
  if (trailer.has('Encrypt')) throw new Error('the file is encrypted')
  return { trailer, numbers: [...places.keys()].sort((a, b) => a - b), get }
}

/** The newest section of a file comes first: what it says of an object stays. */
function note(places: Map<number, Place | null>, number: number, place: Place | null): void {
  if (!places.has(number)) places.set(number, place)
}

function readTable(parser: Parser, places: Map<number, Place | null>): Dictionary {
  for (let word = parser.word(); word !== 'trailer'; word = parser.word()) {
    const first = Number(word)
    const count = Number(parser.word())
    if (!Number.isInteger(first + count)) throw new Error('a damaged cross-reference table')
    for (let number = first; number < first + count; number++) {
      const offset = Number(parser.word())
      parser.word()
      note(places, number, parser.word() === 'n' ? { offset } : null)
    }
  }
  return dictionary(parser.value())
}

function readCrossReferences(
  { dictionary: trailer, data }: Stream,
  places: Map<number, Place | null>,
): Dictionary {
  const [first = 0, second = 0, third = 0] = list(trailer.get('W')).map(Number)
  const sections = trailer.has('Index')
    ? list(trailer.get('Index')).map(Number)
    : [0, Number(trailer.get('Size'))]
  let at = 0
  const field = (width: number, otherwise: number) => {
    let value = width === 0 ? otherwise : 0
    for (const end = at + width; at < end; at++) value = value * 256 + data.charCodeAt(at)
    return value
  }
  for (let pair = 0; pair < sections.length; pair += 2) {
    const [from = 0, count = 0] = sections.slice(pair, pair + 2)
    for (let number = from; number < from + count; number++) {
      const type = field(first, 1)
      const where = field(second, 0)
      const index = field(third, 0)
      note(places, number, type === 1 ? { offset: where } : type === 2 ? { container: where, index } : null)
    }
  }
  return trailer
}

function openContainer({ dictionary, data }: Stream): (index: number) => Value {
  const first = Number(dictionary.get('First'))
  const header = data.slice(0, first).trim().split(/\s+/).map(Number)
  return index => new Parser(data, first + (header[2 * index + 1] ?? 0)).value()
}

const space = /[\0\t\n\f\r ]/
const delimiter = /[\0\t\n\f\r ()<>[\]{}/%]/

class Parser {
  readonly source: string
  at: number

  constructor(source: string, at = 0) {
    this.source = source
    this.at = at
  }

  /** An indirect object's value, with its stream (7.3.8). */
  object(get: (value: Value | undefined) => Value): Value {
    const value = this.value()
    this.skip()
    if (!(value instanceof Map) || !this.source.startsWith('stream', this.at)) return value
    const begin = this.source.indexOf('\n', this.at) + 1
    const raw = this.source.slice(begin, begin + Number(get(value.get('Length'))))
    return { dictionary: value, data: decoded(raw, value, get) }
  }

  /** The next value; an operator of a content stream comes as a name with a leading `!`. */
  value(): Value {
    this.skip()
    const { source } = this
    const next = source[this.at] ?? ''
    if (next === '/') {
      this.at++
      const name = this.at < source.length && delimiter.test(source[this.at] ?? '') ? '' : this.word()
      return {
        name: name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        ),
      }
    }
    if (next === '(') return { bytes: this.literal() }
    if (next === '[') {
      this.at++
      const items: Value[] = []
      for (this.skip(); source[this.at] !== ']'; this.skip()) items.push(this.value())
      this.at++
      return items
    }
    if (source.startsWith('<<', this.at)) return this.dictionary()
    if (next === '<') {
      const end = source.indexOf('>', this.at)
      const hex = source.slice(this.at + 1, end).replace(/\s/g, '')
      this.at = end + 1
      return { bytes: Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex').toString('latin1') }
    }
    return this.numberOrWord()
  }

  dictionary(): Dictionary {
    this.at += 2
    const entries = new Map<string, Value>()
    for (this.skip(); !this.source.startsWith('>>', this.at); this.skip()) {
      const key = this.value()
      if (!isName(key)) throw new Error('a key that is no name')
      entries.set(key.name, this.value())
    }
    this.at += 2
    return entries
  }

  numberOrWord(): Value {
    const reference = /^(\d+)\s+\d+\s+R(?![A-Za-z])/.exec(this.source.slice(this.at, this.at + 24))
    if (reference !== null) {
      this.at += reference[0].length
      return { ref: Number(reference[1]) }
    }
    const word = this.word()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word)
    if (word === '') throw new Error(`nothing to read at ${this.at}`)
    return { name: `!${word}` }
  }

  word(): string {
    this.skip()
    const begin = this.at
    while (this.at < this.source.length && !delimiter.test(this.source[this.at] ?? '')) this.at++
    return this.source.slice(begin, this.at)
  }

  literal(): string {
    let out = ''
    let depth = 1
    for (this.at++; ; this.at++) {
      const next = this.source[this.at]
      if (next === undefined) throw new Error('an open string')
      if (next === '\\') {
        out += this.escaped()
        continue
      }
      if (next === '(') depth++
      if (next === ')' && --depth === 0) break
      out += next
    }
    this.at++
    return out
  }

  /** An escape sequence (7.3.4.2); ends on its last character. */
  escaped(): string {
    this.at++
    const octal = /^[0-7]{1,3}/.exec(this.source.slice(this.at, this.at + 3))?.[0]
    if (octal !== undefined) {
      this.at += octal.length - 1
      return String.fromCharCode(Number.parseInt(octal, 8) & 255)
    }
    const letter = this.source[this.at] ?? ''
    if (letter === '\r' && this.source[this.at + 1] === '\n') this.at++
    if (letter === '\r' || letter === '\n') return ''
    return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[letter] ?? letter
  }

  skip(): void {
    for (;;) {
      while (space.test(this.source[this.at] ?? '')) this.at++
      if (this.source[this.at] !== '%') return
      while (this.at < this.source.length && !/[\r\n]/.test(this.source[this.at] ?? '')) this.at++
    }
  }
}

/** Flate (7.4.4) is all that carries text; what other filters hold is left as it is. */
function decoded(raw: string, dictionary: Dictionary, get: (value: Value | undefined) => Value): string {
  const filters = [get(dictionary.get('Filter'))].flat().filter(filter => isName(filter))
  if (filters.length !== 1 || filters[0]?.name !== 'FlateDecode') return raw
  const data = unzlibSync(Buffer.from(raw, 'latin1'))
  const parameters = [get(dictionary.get('DecodeParms'))].flat()[0]
  const predictor = parameters instanceof Map ? Number(parameters.get('Predictor') ?? 1) : 1
  if (predictor < 10 || !(parameters instanceof Map)) return Buffer.from(data).toString('latin1')
  const isImage = dictionary.has('Width')
  return isImage ? '' : unfiltered(data, Number(parameters.get('Columns') ?? 1))
}

/** PNG's filters of bytes that stand alone (7.4.4.4). */
function unfiltered(data: Uint8Array, columns: number): string {
  const out = new Uint8Array((data.length / (columns + 1)) * columns)
  for (let row = 0; row * (columns + 1) < data.length; row++) {
    const type = data[row * (columns + 1)] ?? 0
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column
      const left = column === 0 ? 0 : (out[at - 1] ?? 0)
      const above = row === 0 ? 0 : (out[at - columns] ?? 0)
      const corner = row === 0 || column === 0 ? 0 : (out[at - columns - 1] ?? 0)
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][type] ?? 0
      out[at] = (data[row * (columns + 1) + 1 + column] ?? 0) + guess
    }
  }
  return Buffer.from(out).toString('latin1')
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner
  const [toLeft, toAbove, toCorner] = [left, above, corner].map(value => Math.abs(estimate - value))
  if (toLeft === undefined || toAbove === undefined || toCorner === undefined) return 0
  return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner
}

export interface Operation {
  readonly operator: string
  readonly operands: readonly Value[]
}

/** The operations of a content stream (7.8.2). */
export function operations(content: string): readonly Operation[] {
  const parser = new Parser(content)
  const found: Operation[] = []
  let operands: Value[] = []
  for (parser.skip(); parser.at < content.length; parser.skip()) {
    const value = parser.value()
    if (isName(value) && value.name.startsWith('!')) {
      found.push({ operator: value.name.slice(1), operands })
      operands = []
    } else operands.push(value)
  }
  return found
}

export function isName(value: Value | undefined): value is Name {
  return typeof value === 'object' && value !== null && 'name' in value
}

export function isReference(value: Value | undefined): value is Reference {
  return typeof value === 'object' && value !== null && 'ref' in value
}

export function isStream(value: Value | undefined): value is Stream {
  return typeof value === 'object' && value !== null && 'data' in value
}

export function nameOf(value: Value | undefined): string {
  return isName(value) ? value.name : ''
}

/** @throws for anything else */
export function dictionary(value: Value | undefined): Dictionary {
  if (value instanceof Map) return value
  if (isStream(value)) return value.dictionary
  throw new Error('not a dictionary')
}

/** An array's items; anything else is the only one, nothing is none. */
export function list(value: Value | undefined): readonly Value[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

/** @throws for anything else */
export function stream(value: Value): Stream {
  if (isStream(value)) return value
  throw new Error('not a stream')
}

/** A text string (7.9.2.2): UTF-16 or UTF-8 behind its mark, else Latin-1, which PDFDocEncoding is for letters. */
export function textString(value: Value | undefined): string {
  const bytes = typeof value === 'object' && value !== null && 'bytes' in value ? value.bytes : ''
  if (bytes.startsWith('\xfe\xff')) return utf16(bytes.slice(2))
  if (bytes.startsWith('\xef\xbb\xbf')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8')
  return bytes
}

/** Big-endian. */
export function utf16(bytes: string): string {
  return Buffer.from(bytes, 'latin1').swap16().toString('utf16le')
}
