/** The syntax of PDF (ISO 32000-1 7.2, 7.3, 7.8.2): values, and the operations of content streams. */

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

const space = /[\0\t\n\f\r ]/
const delimiter = /[\0\t\n\f\r ()<>[\]{}/%]/

/** Reads values one after another. */
export class Parser {
  readonly source: string
  at: number

  constructor(source: string, at = 0) {
    this.source = source
    this.at = at
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
