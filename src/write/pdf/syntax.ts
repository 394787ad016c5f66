/** PDF's values (ISO 32000-1 7.3) and how they are written: as few bytes as may be. */

/** In pdfkit's notation: a string is a name, a String object a text string, bytes a hexadecimal string. */
export type Value =
  | string
  | TextString
  | number
  | boolean
  | null
  | Date
  | Uint8Array
  | Reference
  | readonly Value[]
  | { readonly [key: string]: Value | undefined }

/** What {@link text} makes. */
export type TextString = InstanceType<typeof String>

export type Dictionary = { [key: string]: Value | undefined }

/** An indirect object of pdfkit's; it has to be ended once. Its own string is «n 0 R». */
export interface Reference {
  readonly id: number
  readonly data: Dictionary
  readonly buffer: Uint8Array[]
  write(chunk: Uint8Array): void
  end(): void
}

/** Of the document (7.7.2). */
export type Catalogue = Dictionary & { readonly Names: Reference }

/** A text string (7.9.2.2): a String object tells it from a name. */
export function text(value: string): TextString {
  return new String(value)
}

/** Characters of a byte each to bytes: how PDF syntax writes everything but text. */
export function latin1(value: string): Uint8Array {
  return Buffer.from(value, 'latin1')
}

/** @throws for a number that PDF cannot hold */
export function syntax(value: Value | undefined): string {
  switch (typeof value) {
    case 'string':
      return `/${value}`
    case 'number':
      return numeral(value)
    case 'object':
      return value === null ? 'null' : compound(value)
    default:
      return value === undefined ? 'null' : String(value)
  }
}

function compound(value: Exclude<Value, string | number | boolean | null>): string {
  if (Array.isArray(value)) return sequence(value)
  if (value instanceof String) return textSyntax(value.valueOf())
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString('hex')}>`
  if (value instanceof Date) return `(D:${value.toISOString().replace(/\..*|[^\d]/g, '')}Z)`
  // References and pdfkit's trees write themselves.
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value)
  // The compiler does not relate the prototype to the last member of the union.
  return dictionary(value as Dictionary)
}

function sequence(values: readonly Value[]): string {
  let out = '['
  let last = '['
  for (const value of values) {
    const next = syntax(value)
    out += between(last, next) + next
    last = next
  }
  return `${out}]`
}

function dictionary(entries: Dictionary): string {
  let out = '<<'
  for (const key in entries) {
    const value = entries[key]
    if (value === undefined) continue
    const next = syntax(value)
    out += `/${key}${between(key, next)}${next}`
  }
  return `${out}>>`
}

/** A space parts what no delimiter parts (7.2.2). To look at all that came before would copy it every time. */
function between(before: string, next: string): string {
  return isDelimiter(next.charCodeAt(0)) || isDelimiter(before.charCodeAt(before.length - 1)) ? '' : ' '
}

const delimiters = new Uint8Array(128)
for (const delimiter of '()<>[]/') delimiters[delimiter.charCodeAt(0)] = 1

function isDelimiter(code: number): boolean {
  return code < 128 && delimiters[code] === 1
}

/** No exponents (7.3.3). */
function numeral(value: number): string {
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? '0' : String(value)
  const rounded = Math.round(value * 1e6) / 1e6
  if (!(Math.abs(rounded) < 1e15)) throw new Error(`unsupported number: ${value}`)
  if (Math.abs(rounded) < 1e-6) return '0'
  return Math.abs(rounded) < 1e-5 ? rounded.toFixed(6).replace(/0+$/, '') : String(rounded)
}

const plain = /^[\x20-\x7e\n\r\t]*$/

/** Written byte for byte; any other text as UTF-16BE after FE FF. */
export function isPlain(value: string): boolean {
  return plain.test(value)
}

function textSyntax(value: string): string {
  const bytes = isPlain(value) ? value : Buffer.from(`\ufeff${value}`, 'utf16le').swap16().toString('latin1')
  return `(${bytes.replace(/[\\()\n\r\t\b\f]/g, byte => escapes[byte] ?? byte)})`
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '(': '\\(',
  ')': '\\)',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
}
