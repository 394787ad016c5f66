/** PDF files taken apart and written anew, plainly: changed or not, with objects in any order. */
import { zlibSync } from 'fflate'
import { readObjects } from '../../src/collate/pdf-objects.ts'
import {
  type Dictionary,
  isName,
  isReference,
  isStream,
  operations,
  type Value,
} from '../../src/collate/pdf-syntax.ts'

export interface Parts {
  readonly trailer: Dictionary
  /** By number. */
  readonly objects: Map<number, Value>
}

/** Everything in a file but what only holds other objects. */
export function takeApart(bytes: Uint8Array): Parts {
  const { trailer, numbers, get } = readObjects(bytes)
  const objects = new Map<number, Value>()
  for (const number of numbers) {
    const value = get({ ref: number })
    const type = isStream(value) ? value.dictionary.get('Type') : undefined
    if (value !== null && !(isName(type) && /^(XRef|ObjStm)$/.test(type.name))) objects.set(number, value)
  }
  return { trailer, objects }
}

/** Font programs, colour profiles and pictures emptied. */
export function withoutFonts({ trailer, objects }: Parts): Parts {
  const isHeavy = (value: Value) =>
    isStream(value) &&
    ['Length1', 'Subtype', 'N'].some(key => value.dictionary.has(key)) &&
    !value.data.includes('<x:xmpmeta') &&
    value.data.length > 2000
  const entries = [...objects].map(([number, value]): [number, Value] =>
    isStream(value) && isHeavy(value)
      ? [number, { dictionary: value.dictionary, data: '' }]
      : [number, value],
  )
  return { trailer, objects: new Map(entries) }
}

export interface Style {
  readonly reversed?: boolean
  readonly compressed?: boolean
  /** A comment behind every object, and other white space. */
  readonly airy?: boolean
}

/** @returns a file with a cross-reference table (ISO 32000-1 7.5.4) */
export function putTogether({ trailer, objects }: Parts, style: Style = {}): Uint8Array {
  const numbers = [...objects.keys()].sort((a, b) => (style.reversed === true ? b - a : a - b))
  let file = '%PDF-1.7\n'
  const offsets = new Map<number, number>()
  for (const number of numbers) {
    offsets.set(number, file.length)
    const value = objects.get(number) ?? null
    file += `${number} 0 obj${style.airy ? '\r\n% a comment (with signs)\n' : '\n'}${body(value, style)}\nendobj\n`
  }
  const size = Math.max(0, ...numbers) + 1
  const start = file.length
  file += `xref\n0 ${size}\n`
  for (let number = 0; number < size; number++) {
    const offset = offsets.get(number)
    file += offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  }
  const kept = new Map([...trailer].filter(([key]) => ['Root', 'Info', 'ID'].includes(key)))
  kept.set('Size', size)
  file += `trailer\n${text(kept)}\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

function body(value: Value, { compressed = false }: Style): string {
  if (!isStream(value)) return text(value)
  const filter = value.dictionary.get('Filter')
  const isDecoded = isName(filter) && filter.name === 'FlateDecode'
  const plain = isDecoded || filter === undefined
  const data =
    plain && compressed
      ? Buffer.from(zlibSync(Buffer.from(value.data, 'latin1'), { level: 1 })).toString('latin1')
      : value.data
  const dictionary = new Map(
    [...value.dictionary].filter(([key]) => !(plain && /^(Filter|DecodeParms)$/.test(key))),
  )
  if (plain && compressed) dictionary.set('Filter', { name: 'FlateDecode' })
  dictionary.set('Length', data.length)
  return `${text(dictionary)}\nstream\n${data}\nendstream`
}

function text(value: Value): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `[${value.map(text).join(' ')}]`
  if (value instanceof Map) {
    const entries = [...value].map(([key, inner]: [string, Value]) => `${name(key)} ${text(inner)}`)
    return `<<${entries.join('\n')}>>`
  }
  if (isName(value)) return value.name.startsWith('!') ? value.name.slice(1) : name(value.name)
  if (isReference(value)) return `${value.ref} 0 R`
  if ('bytes' in value) return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`
  throw new Error('a stream inside an object')
}

function name(plain: string): string {
  const escaped = plain.replace(/[^\w.+*-]/g, sign => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
  return `/${escaped}`
}

/** A content stream with its strings as operands, changed by `change`; null leaves an operation out. */
export function rewritten(
  content: string,
  change: (operator: string, operands: readonly Value[], index: number) => readonly Value[] | null,
): string {
  const lines = operations(content).flatMap(({ operator, operands }, index) => {
    const changed = change(operator, operands, index)
    return changed === null ? [] : [[...changed.map(text), operator].join(' ')]
  })
  return `${lines.join('\n')}\n`
}
