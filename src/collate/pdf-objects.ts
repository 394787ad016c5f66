/**
 * Objects of a PDF file (ISO 32000-1 7.5): cross-reference tables and streams, object streams, updates. An own reader,
 * as what writes PDF must not be what reads it back.
 */
import { unzlibSync } from 'fflate'
import {
  type Dictionary,
  dictionary,
  isName,
  isReference,
  list,
  Parser,
  type Stream,
  stream,
  type Value,
} from './pdf-syntax.ts'

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
    return objectOf(parser, get)
  }
  function get(value: Value | undefined): Value {
    if (value === undefined) return null
    if (!isReference(value)) return value
    const done = known.get(value.ref)
    if (done !== undefined) return done
    const place = places.get(value.ref)
    const found = place === undefined || place === null ? null : fetch(value.ref, place)
    known.set(value.ref, found)
    return found
  }
  function fetch(number: number, place: Place): Value {
    if ('offset' in place) return objectAt(place.offset)
    const opened = containers.get(place.container) ?? openContainer(stream(get({ ref: place.container })))
    containers.set(place.container, opened)
    return opened(place.index, number)
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

/** An object stream (7.5.7): of the object that stands there, by its number. */
function openContainer({ dictionary, data }: Stream): (index: number, number: number) => Value {
  const first = Number(dictionary.get('First'))
  const header = data.slice(0, first).trim().split(/\s+/).map(Number)
  return (index, number) => {
    if (header[2 * index] !== number) throw new Error(`object ${number} is not where it should be`)
    return new Parser(data, first + (header[2 * index + 1] ?? 0)).value()
  }
}

/** An indirect object's value, with its stream (7.3.8). */
function objectOf(parser: Parser, get: (value: Value | undefined) => Value): Value {
  const value = parser.value()
  parser.skip()
  if (!(value instanceof Map) || !parser.source.startsWith('stream', parser.at)) return value
  const begin = parser.source.indexOf('\n', parser.at) + 1
  const end = begin + Number(get(value.get('Length')))
  const raw = parser.source.slice(begin, end)
  if (!/^\s*endstream/.test(parser.source.slice(end, end + 20))) throw new Error('a stream of another length')
  return { dictionary: value, data: decoded(raw, value, get) }
}

/** Flate (7.4.4) is all that carries text; what other filters hold is left as it is. */
function decoded(raw: string, dictionary: Dictionary, get: (value: Value | undefined) => Value): string {
  const filters = [get(dictionary.get('Filter'))].flat().filter(filter => isName(filter))
  if (filters.length !== 1 || filters[0]?.name !== 'FlateDecode') return raw
  const data = unzlibSync(Buffer.from(raw, 'latin1'))
  const parameters = [get(dictionary.get('DecodeParms'))].flat()[0]
  const predictor = parameters instanceof Map ? Number(parameters.get('Predictor') ?? 1) : 1
  // Rows of a picture stay as they were filtered: nobody reads them.
  const isPlain = predictor < 10 || !(parameters instanceof Map) || dictionary.has('Width')
  return isPlain
    ? Buffer.from(data).toString('latin1')
    : unfiltered(data, Number(parameters.get('Columns') ?? 1))
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
