/** Values of attributes and texts, by the names that the tables of `tables/` give their types (ECMA-376 Part 1, 22.9). */
import { linesOf } from './lines.ts'
import { words } from './tables/words.ts'

/** @returns the value as it is to be written; null for one that is none */
export type Value = (text: string) => string | null

const patterns: Readonly<Record<string, RegExp>> = {
  text: /^/,
  onOff: /^(?:true|false|on|off|1|0)$/,
  bool: /^(?:true|false|1|0)$/,
  trueFalse: /^(?:t|f|true|false)$/,
  trueFalseBlank: /^(?:t|f|true|false|True|False|)$/,
  length: /^\d+(?:\.\d+)?(?:mm|cm|in|pt|pc|pi)$/,
  signedLength: /^-?\d+(?:\.\d+)?(?:mm|cm|in|pt|pc|pi)$/,
  percent: /^-?\d+(?:\.\d+)?%$/,
  hexDigits: /^[\da-fA-F]{1,2}$/,
  base64: /^[\w+/=\s]+$/,
  bits: /^[01]{12}$/,
  real: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/,
  decimal: /^[+-]?(?:\d+\.?\d*|\.\d+)$/,
  guid: /^\{[\dA-F]{8}-[\dA-F]{4}-[\dA-F]{4}-[\dA-F]{4}-[\dA-F]{12}\}$/,
  noComma: /^[^,]*$/,
  fillMethod: /^(?:none|linear|sigma|any|linear sigma)$/,
}

const aliases: Readonly<Record<string, string>> = {
  int: '-2147483648..2147483647',
  uint: '0..4294967295',
  integer: '..',
  natural: '0..2147483647',
  coordinate: '-27273042329600..27273042316900',
  angle: '0..21599999',
  skew: '-5399999..5399999',
  fraction: '0..100000',
  color: 'auto/hex3',
  auto: 'automaticColor',
  measure: 'uint/length',
  signedMeasure: 'integer/signedLength',
  width: 'percent/int',
}

/** Word 2007 wrote negative numbers of 32 bits without their sign. */
const wrapped: Value = text => {
  const number = valueType('-2147483648..4294967295')(text)
  return number !== null && Number(number) >= 2 ** 31 ? String(Number(number) - 2 ** 32) : number
}

/** LibreOffice writes fonts that may take the place of one behind it; Word has names of 31 characters. */
const fontName: Value = text => {
  const [first = ''] = text.split(';')
  return first.length > 31 ? null : first
}

const enumerations = new Map(
  linesOf(words).map(line => {
    const [name = '', ...rest] = line.split(' ')
    const pairs = rest.map(word => [word.replace(/>.*/, ''), word.replace(/.*>/, '')] as const)
    return [name, new Map(pairs)] as const
  }),
)

const known = new Map<string, Value>([
  ['wrapped', wrapped],
  ['fontName', fontName],
])

/** @param type - a name, a range `0..31` or `text..40` (characters), `hex4` (bytes); several with `/` between */
export function valueType(type: string): Value {
  const found = known.get(type) ?? made(type)
  known.set(type, found)
  return found
}

function made(type: string): Value {
  const alias = aliases[type]
  if (alias !== undefined) return valueType(alias)
  if (type.includes('/')) {
    const several = type.split('/').map(valueType)
    return text => several.map(value => value(text)).find(value => value !== null) ?? null
  }
  const enumeration = enumerations.get(type)
  if (enumeration !== undefined) return text => enumeration.get(text) ?? null
  const pattern = patterns[type]
  if (pattern !== undefined) return text => (pattern.test(text) ? text : null)
  const [, letters = '', bytes = '', least = '', most = ''] =
    /^(text)?(?:hex(\d+)|(-?\d*)\.\.(-?\d*))$/.exec(type) ?? []
  if (bytes !== '') return hexadecimal(Number(bytes))
  const [min, max] = [least === '' ? -Infinity : Number(least), most === '' ? Infinity : Number(most)]
  if (letters !== '') return text => (text.length >= min && text.length <= max ? text : null)
  if (!type.includes('..')) throw new Error(`no type of values ${type}`)
  return text => {
    const number = /^\s*-?\d+(?:\.\d+)?\s*$/.test(text) ? Math.round(Number(text)) : Number.NaN
    // Google writes `100.0` for whole numbers of twentieths of a point.
    return Number.isSafeInteger(number) && number >= min && number <= max ? String(number) : null
  }
}

function hexadecimal(bytes: number): Value {
  const pattern = new RegExp(`^[\\da-fA-F]{${2 * bytes}}$`)
  return text => (pattern.test(text) ? text : null)
}
