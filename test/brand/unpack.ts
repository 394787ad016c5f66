/** What finished files hold, as one text each, for a value to be looked for. */
import { strFromU8, unzipSync } from 'fflate'
import type { Format } from '../../src/publication/exceptions.ts'
import {
  array,
  dict,
  isName,
  operations,
  type Pdf,
  type PdfFile,
  readPdf,
  textString,
} from '../write/pdf/reader.ts'
import { readPages, toUnicode } from '../write/pdf/text.ts'

/** @returns every part; binary ones as a character for each byte */
export function unpack(format: Format, bytes: Uint8Array): string {
  if (format === 'html') return strFromU8(bytes)
  return format === 'pdf' ? pdfText(readPdf(bytes)) : archiveText(bytes)
}

function archiveText(bytes: Uint8Array): string {
  const isBinary = (name: string) => /\.(png|woff2)$/.test(name)
  return Object.entries(unzipSync(bytes))
    .map(([name, data]) => `${name}\n${strFromU8(data, isBinary(name))}\n`)
    .join('')
}

/** Every object in PDF syntax with its stream inflated, and after them what the pages show and where. */
function pdfText(file: PdfFile): string {
  const objects = file.numbers.map(number => `${number} obj ${syntax(file.resolve({ ref: number }))}\n`)
  return [...objects, ...readPages(file).flatMap(page => shown(file, page.dict, page.content))].join('')
}

function syntax(value: Pdf): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if (isName(value)) return `/${value.name}`
  if ('ref' in value) return `${value.ref} R`
  if ('bytes' in value) return `(${textString(value)})`
  if ('data' in value)
    return `${syntax(value.dictionary)}${isText(value.dictionary) ? `\n${value.data}` : ''}`
  if (value instanceof Map) {
    const entries = [...value].map(([key, entry]) => `/${key} ${syntax(entry)}`)
    return `<<${entries.join(' ')}>>`
  }
  return `[${array(value).map(syntax).join(' ')}]`
}

/** Font programs, and streams that hold other objects or their places, say nothing by themselves. */
function isText(stream: ReadonlyMap<string, Pdf>): boolean {
  const types = ['Type', 'Subtype'].map(key => syntax(stream.get(key) ?? null))
  return !stream.has('Length1') && !types.some(type => /ObjStm|XRef|CIDFontType0C|OpenType/.test(type))
}

/**
 * A line for each string that a page shows: `at x y size text`, from the page's upper left corner; before it
 * `down` and the distance from the string above; after it `space` and what is added to each of its spaces.
 * `font name size` where either changes.
 */
function shown(file: PdfFile, page: ReadonlyMap<string, Pdf>, content: string): readonly string[] {
  const fonts = dict(file.resolve(dict(file.resolve(page.get('Resources'))).get('Font')))
  const lines: string[] = []
  let map: ReadonlyMap<number, string> = new Map()
  let [x, y, size, above] = [0, 0, 0, 0]
  for (const { operator, operands } of operations(content)) {
    const numbers = operands.map(Number)
    if (operator === 'Tm') [x = 0, y = 0] = numbers.slice(4)
    if (operator === 'Td') [x, y] = [x + (numbers[0] ?? 0), y - (numbers[1] ?? 0)]
    if (operator === 'Tf') {
      const name = syntax(operands[0] ?? null).slice(1)
      map = toUnicode(file, fonts.get(name) ?? null)
      size = numbers[1] ?? 0
      lines.push(`font ${baseFont(file.resolve(fonts.get(name) ?? null))} ${size}\n`)
    }
    if (operator !== 'Tj' && operator !== 'TJ') continue
    const parts = operator === 'TJ' ? array(operands[0]) : operands
    const text = parts.map(part => decoded(part, map))
    const spaces = text.flatMap((part, index) =>
      / $/.test(part) && typeof parts[index + 1] === 'number' ? [`space ${String(parts[index + 1])}\n`] : [],
    )
    if (y > above) lines.push(`down ${rounded(y - above)}\n`)
    lines.push(`at ${rounded(x)} ${rounded(y)} ${size} ${text.join('')}\n`, ...spaces)
    above = y
  }
  return lines
}

/** @returns the name of the font that a subset was made of */
function baseFont(font: Pdf): string {
  return syntax(dict(font).get('BaseFont') ?? null).replace(/^\/(?:[A-Z]{6}\+)?/, '')
}

function decoded(value: Pdf, map: ReadonlyMap<number, string>): string {
  if (typeof value !== 'object' || value === null || !('bytes' in value)) return ''
  const codes = Array.from({ length: value.bytes.length / 2 }, (_, index) =>
    value.bytes.slice(2 * index, 2 * index + 2),
  )
  return codes.map(code => map.get(code.charCodeAt(0) * 256 + code.charCodeAt(1)) ?? '').join('')
}

function rounded(points: number): number {
  return Math.round(points * 1000) / 1000
}
