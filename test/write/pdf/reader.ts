/** A small reader of PDF files with cross-reference and object streams, written without a look at the writer. */
import { inflateSync } from 'node:zlib'

export interface Name {
  readonly name: string
}
export interface Ref {
  readonly ref: number
}
/** Bytes of a string, one character each. */
export interface Bytes {
  readonly bytes: string
}
export type Dict = ReadonlyMap<string, Pdf>
export interface Stream {
  readonly dict: Dict
  readonly data: string
}
export type Pdf = number | boolean | null | Name | Ref | Bytes | readonly Pdf[] | Dict | Stream

export interface PdfFile {
  readonly trailer: Dict
  /** Object numbers in the cross-reference stream that are in use. */
  readonly numbers: readonly number[]
  /** The value that a reference leads to. */
  readonly resolve: (value: Pdf | undefined) => Pdf
}

export function readPdf(file: Uint8Array): PdfFile {
  const source = Buffer.from(file).toString('latin1')
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(source)?.[1])
  const table = objectAt(start)
  const { dict: trailer, data: rows } = stream(table)
  const widths = array(trailer.get('W')).map(Number)
  const [first = 0, second = 0, third = 0] = widths
  const size = Number(trailer.get('Size'))
  const entries: [type: number, second: number, third: number][] = []
  for (let index = 0; index < size; index++) {
    const at = index * (first + second + third)
    const field = (from: number, length: number) =>
      Array.from(rows.slice(from, from + length)).reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0)
    entries.push([field(at, first), field(at + first, second), field(at + first + second, third)])
  }
  const known = new Map<number, Pdf>()

  function objectAt(offset: number): Pdf {
    const parser = new Parser(source, offset)
    parser.value()
    parser.value()
    if (parser.word() !== 'obj') throw new Error(`no object at ${offset}`)
    return parser.object()
  }
  function resolve(value: Pdf | undefined): Pdf {
    if (value === undefined) return null
    if (typeof value !== 'object' || value === null || !('ref' in value)) return value
    const { ref } = value
    const done = known.get(ref)
    if (done !== undefined) return done
    const [type, where, index] = entries[ref] ?? [0, 0, 0]
    const found = type === 1 ? objectAt(where) : type === 2 ? inStream(where, index, ref) : null
    known.set(ref, found)
    return found
  }
  function inStream(container: number, index: number, ref: number): Pdf {
    const { dict, data } = stream(resolve({ ref: container }))
    const header = data
      .slice(0, Number(dict.get('First')))
      .trim()
      .split(/\s+/)
      .map(Number)
    if (header[2 * index] !== ref) throw new Error(`object ${ref} is not where it should be`)
    return new Parser(data, Number(dict.get('First')) + (header[2 * index + 1] ?? 0)).value()
  }
  const numbers = entries.flatMap(([type], number) => (type === 0 ? [] : [number]))
  return { trailer, numbers, resolve }
}

/** Rows behind a byte each, as differences from the row above. */
function summed(rows: Uint8Array, columns: number): Buffer {
  const out = Buffer.alloc((rows.length / (columns + 1)) * columns)
  for (let at = 0; at < out.length; at++) {
    const row = Math.floor(at / columns)
    out[at] = (rows[at + row + 1] ?? 0) + (row === 0 ? 0 : (out[at - columns] ?? 0))
  }
  return out
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

  /** An indirect object's value, with its stream. */
  object(): Pdf {
    const value = this.value()
    this.skip()
    if (!(value instanceof Map) || !this.source.startsWith('stream', this.at)) return value
    const begin = this.source.indexOf('\n', this.at) + 1
    const length = Number(value.get('Length'))
    if (!this.source.startsWith('\nendstream', begin + length)) throw new Error('a stream of another length')
    const raw = Buffer.from(this.source.slice(begin, begin + length), 'latin1')
    const filter = value.get('Filter')
    const flate = filter !== undefined && nameOf(filter) === 'FlateDecode'
    const inflated = flate ? inflateSync(raw) : raw
    const parameters = value.get('DecodeParms')
    const up = parameters instanceof Map && parameters.get('Predictor') === 12
    const data = up ? summed(inflated, Number(parameters.get('Columns'))) : inflated
    return { dict: value, data: data.toString('latin1') }
  }

  /** The next value; an operator comes as a name with a leading `!`. */
  value(): Pdf {
    this.skip()
    const { source } = this
    const next = source[this.at] ?? ''
    if (next === '/') {
      this.at++
      return { name: this.word() }
    }
    if (next === '(') return { bytes: this.literal() }
    if (next === '[') {
      this.at++
      const items: Pdf[] = []
      for (this.skip(); source[this.at] !== ']'; this.skip()) items.push(this.value())
      this.at++
      return items
    }
    if (source.startsWith('<<', this.at)) {
      this.at += 2
      const dict = new Map<string, Pdf>()
      for (this.skip(); !source.startsWith('>>', this.at); this.skip()) {
        const key = this.value()
        if (typeof key !== 'object' || key === null || !('name' in key))
          throw new Error('a key that is no name')
        dict.set(key.name, this.value())
      }
      this.at += 2
      return dict
    }
    if (next === '<') {
      const end = source.indexOf('>', this.at)
      const hex = source.slice(this.at + 1, end)
      this.at = end + 1
      return { bytes: Buffer.from(hex, 'hex').toString('latin1') }
    }
    return this.numberOrWord()
  }

  numberOrWord(): Pdf {
    const reference = /^(\d+) \d+ R(?![A-Za-z])/.exec(this.source.slice(this.at, this.at + 24))
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
        this.at++
        const escaped = this.source[this.at] ?? ''
        const octal = /^[0-7]{1,3}/.exec(this.source.slice(this.at, this.at + 3))?.[0]
        if (octal !== undefined) this.at += octal.length - 1
        out +=
          octal === undefined
            ? ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[escaped] ?? escaped)
            : String.fromCharCode(Number.parseInt(octal, 8))
        continue
      }
      if (next === '(') depth++
      if (next === ')' && --depth === 0) break
      out += next
    }
    this.at++
    return out
  }

  skip(): void {
    while (space.test(this.source[this.at] ?? '')) this.at++
  }
}

/** Operators of a content stream with their operands. */
export function operations(
  content: string,
): { readonly operator: string; readonly operands: readonly Pdf[] }[] {
  const parser = new Parser(content)
  const found: { operator: string; operands: Pdf[] }[] = []
  let operands: Pdf[] = []
  for (parser.skip(); parser.at < content.length; parser.skip()) {
    const value = parser.value()
    if (isName(value) && value.name.startsWith('!')) {
      found.push({ operator: value.name.slice(1), operands })
      operands = []
    } else operands.push(value)
  }
  return found
}

export function isName(value: Pdf): value is Name {
  return typeof value === 'object' && value !== null && 'name' in value
}

export function nameOf(value: Pdf | undefined): string {
  if (value === undefined || !isName(value)) throw new Error('not a name')
  return value.name
}

export function dict(value: Pdf): Dict {
  if (value instanceof Map) return value
  throw new Error('not a dictionary')
}

export function array(value: Pdf | undefined): readonly Pdf[] {
  if (Array.isArray(value)) return value
  throw new Error('not an array')
}

export function stream(value: Pdf): Stream {
  if (typeof value === 'object' && value !== null && 'data' in value) return value
  throw new Error('not a stream')
}

/** A text string (UTF-16 after its mark, else ASCII as this writer has it). */
export function textString(value: Pdf | undefined): string {
  if (typeof value !== 'object' || value === null || !('bytes' in value)) throw new Error('not a string')
  const { bytes } = value
  if (!bytes.startsWith('\xfe\xff')) return bytes
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
}
