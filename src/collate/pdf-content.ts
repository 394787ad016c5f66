/** What the pages of a PDF show, by marked content (ISO 32000-1 14.6), and where it begins. */
import type { Pdf } from './pdf-objects.ts'
import {
  type Dictionary,
  dictionary,
  isStream,
  list,
  nameOf,
  operations,
  utf16,
  type Value,
} from './pdf-syntax.ts'

export interface Shown {
  readonly text: string
  /** Points from the page's lower left corner: where the first glyph or picture begins. */
  readonly x: number
  readonly y: number
}

export interface Page {
  readonly dictionary: Dictionary
  /** By marked-content identifier. */
  readonly marked: ReadonlyMap<number, Shown>
}

type Matrix = readonly [number, number, number, number, number, number]
const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** @throws for text that has no Unicode equivalent, or a page tree that holds itself */
export function readPages(pdf: Pdf): readonly Page[] {
  const root = dictionary(pdf.get(pdf.trailer.get('Root')))
  const maps = new Map<Dictionary, Encoding>()
  const pages: Page[] = []
  const visit = (value: Value | undefined, inherited: Value | undefined, depth: number): void => {
    if (depth > 50) throw new Error('a page tree that is too deep')
    const node = dictionary(pdf.get(value))
    const resources = node.get('Resources') ?? inherited
    if (node.has('Kids')) for (const kid of list(pdf.get(node.get('Kids')))) visit(kid, resources, depth + 1)
    else pages.push({ dictionary: node, marked: readPage(pdf, node, resources, maps) })
  }
  visit(root.get('Pages'), undefined, 0)
  return pages
}

function readPage(
  pdf: Pdf,
  page: Dictionary,
  inherited: Value | undefined,
  maps: Map<Dictionary, Encoding>,
): ReadonlyMap<number, Shown> {
  const resources = dictionary(pdf.get(inherited) ?? new Map())
  const fonts = pdf.get(resources.get('Font'))
  const properties = pdf.get(resources.get('Properties'))
  const encodingOf = (name: string): Encoding => {
    const font = fonts instanceof Map ? dictionary(pdf.get(fonts.get(name))) : new Map<string, Value>()
    const known = maps.get(font) ?? readEncoding(pdf, font)
    maps.set(font, known)
    return known
  }
  const content = list(pdf.get(page.get('Contents')))
    .map(part => pdf.get(part))
    .map(part => (isStream(part) ? part.data : ''))
    .join('\n')

  const marked = new Map<number, { text: string; x: number; y: number }>()
  const open: (number | null)[] = []
  const kept: Matrix[] = []
  let graphics = identity
  let line = identity
  let leading = 0
  let encoding: Encoding = noEncoding
  const show = (text: string) => {
    const id = open.findLast(mcid => mcid !== null)
    if (id === undefined || id === null) return
    const [, , , , x, y] = product(line, graphics)
    const before = marked.get(id)
    if (before === undefined || before.x === -1)
      marked.set(id, { text: `${before?.text ?? ''}${text}`, x, y })
    else before.text += text
  }
  const move = (x: number, y: number) => {
    line = product([1, 0, 0, 1, x, y], line)
  }
  const paint = () => {
    const before = line
    line = identity
    show('')
    line = before
  }
  for (const { operator, operands } of operations(content)) {
    const numbers = operands.map(operand => (typeof operand === 'number' ? operand : 0))
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
    if (operator === 'BDC' || operator === 'BMC') {
      const [, named] = operands
      const found =
        named instanceof Map
          ? named
          : properties instanceof Map
            ? pdf.get(properties.get(nameOf(named)))
            : null
      const mcid = found instanceof Map ? pdf.get(found.get('MCID')) : null
      open.push(typeof mcid === 'number' ? mcid : null)
      if (typeof mcid === 'number' && !marked.has(mcid)) marked.set(mcid, { text: '', x: -1, y: -1 })
    } else if (operator === 'EMC') open.pop()
    else if (operator === 'q') kept.push(graphics)
    else if (operator === 'Q') graphics = kept.pop() ?? identity
    else if (operator === 'cm') graphics = product([a, b, c, d, e, f], graphics)
    else if (operator === 'BT') line = identity
    else if (operator === 'Tm') line = [a, b, c, d, e, f]
    else if (operator === 'Td') move(a, b)
    else if (operator === 'TD') {
      leading = -b
      move(a, b)
    } else if (operator === 'TL') leading = a
    else if (operator === 'T*') move(0, -leading)
    else if (operator === 'Tf') encoding = encodingOf(nameOf(operands[0]))
    else if (operator === 'Tj' || operator === 'TJ') show(textOf(operands[0] ?? null, encoding))
    else if (operator === "'" || operator === '"') {
      move(0, -leading)
      show(textOf(operands.at(-1) ?? null, encoding))
    } else if (operator === 'Do' || operator === 'sh' || /^[fFsSbB]\*?$/.test(operator)) paint()
  }
  return marked
}

function product(m: Matrix, n: Matrix): Matrix {
  const [a, b, c, d, e, f] = m
  const [g, h, i, j, k, l] = n
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

interface Encoding {
  /** Bytes of a character code. */
  readonly width: number
  readonly characters: ReadonlyMap<number, string>
}
const noEncoding: Encoding = { width: 1, characters: new Map() }

function textOf(value: Value, encoding: Encoding): string {
  if (Array.isArray(value)) return value.map(item => textOf(item, encoding)).join('')
  if (typeof value !== 'object' || value === null || !('bytes' in value)) return ''
  const { width, characters } = encoding
  let out = ''
  for (let at = 0; at + width <= value.bytes.length; at += width) {
    let code = 0
    for (let byte = 0; byte < width; byte++) code = code * 256 + value.bytes.charCodeAt(at + byte)
    const text = characters.get(code)
    if (text === undefined) throw new Error(`character code ${code} has no Unicode equivalent`)
    out += text
  }
  return out
}

/** A font's ToUnicode CMap (9.10.3). */
function readEncoding(pdf: Pdf, font: Dictionary): Encoding {
  const cmap = pdf.get(font.get('ToUnicode'))
  if (!isStream(cmap)) return noEncoding
  const characters = new Map<number, string>()
  const width = nameOf(pdf.get(font.get('Subtype'))) === 'Type0' ? 2 : 1
  for (const { operator, operands } of operations(cmap.data)) {
    if (operator === 'endbfchar') {
      for (let at = 0; at + 1 < operands.length; at += 2) {
        characters.set(codeOf(operands[at]), utf16(bytesOf(operands[at + 1])))
      }
    } else if (operator === 'endbfrange') {
      for (let at = 0; at + 2 < operands.length; at += 3) addRange(operands.slice(at, at + 3), characters)
    }
  }
  return { width, characters }
}

/** First and last code, then the text of the first, or the texts of all. */
function addRange([from, to, texts]: readonly Value[], characters: Map<number, string>): void {
  const first = codeOf(from)
  const start = utf16(bytesOf(texts))
  for (let code = first; code <= codeOf(to); code++) {
    const own = Array.isArray(texts) ? utf16(bytesOf(texts[code - first])) : null
    const last = (start.codePointAt(start.length - 1) ?? 0) + code - first
    characters.set(code, own ?? `${start.slice(0, -1)}${String.fromCodePoint(last)}`)
  }
}

function bytesOf(value: Value | undefined): string {
  return typeof value === 'object' && value !== null && 'bytes' in value ? value.bytes : ''
}

function codeOf(value: Value | undefined): number {
  return [...bytesOf(value)].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0)
}
