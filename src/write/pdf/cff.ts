/** Character identifiers of a bare CFF table (Adobe Technical Note 5176). */

const operators = { charset: 15, charStrings: 17, escape: 12, ros: 30 } as const

/**
 * @param cff - a font program as FontFile3 holds it
 * @returns the identifier that shows a glyph: the glyph's own index, but in fonts with CID-keyed programs what
 * their charset says (ISO 32000-1 9.7.4.2)
 */
export function identifiers(cff: Uint8Array): (glyph: number) => number {
  const view = new DataView(cff.buffer, cff.byteOffset, cff.byteLength)
  const names = view.getUint8(2)
  const dictionaries = indexEnd(view, names)
  const { keyed, charset, charStrings } = topDictionary(view, dictionaries)
  // Offsets 0 to 2 name predefined charsets, which no CID-keyed program may use.
  if (!keyed || charset <= 2) return glyph => glyph
  const table = readCharset(view, charset, view.getUint16(charStrings))
  return glyph => table[glyph] ?? 0
}

/** Where an INDEX of so many objects ends (5). */
function indexEnd(view: DataView, at: number): number {
  const count = view.getUint16(at)
  return count === 0 ? at + 2 : objectAt(view, at, count)
}

/** Where an INDEX's object begins; one past the last for where it ends. */
function objectAt(view: DataView, at: number, object: number): number {
  const size = view.getUint8(at + 2)
  const offsets = at + 3
  return offsets + size * (view.getUint16(at) + 1) - 1 + unsigned(view, offsets + size * object, size)
}

function unsigned(view: DataView, at: number, size: number): number {
  let value = 0
  for (let byte = 0; byte < size; byte++) value = value * 256 + view.getUint8(at + byte)
  return value
}

/** The three entries of the first Top DICT that matter here (4, 9). */
function topDictionary(view: DataView, index: number) {
  const end = objectAt(view, index, 1)
  const found = { keyed: false, charset: 0, charStrings: 0 }
  let operand = 0
  let at = objectAt(view, index, 0)
  while (at < end) {
    const first = view.getUint8(at)
    if (first > 21) {
      const [value, size] = readOperand(view, at)
      operand = value
      at += size
      continue
    }
    if (first === operators.escape && view.getUint8(at + 1) === operators.ros) found.keyed = true
    if (first === operators.charset) found.charset = operand
    if (first === operators.charStrings) found.charStrings = operand
    at += first === operators.escape ? 2 : 1
  }
  return found
}

/** @returns value and size; real numbers, which are no offsets, as 0 */
function readOperand(view: DataView, at: number): readonly [value: number, size: number] {
  const first = view.getUint8(at)
  if (first === 28) return [view.getInt16(at + 1), 3]
  if (first === 29) return [view.getInt32(at + 1), 5]
  if (first === 30) {
    let size = 2
    while ((view.getUint8(at + size - 1) & 0xf) !== 0xf) size++
    return [0, size]
  }
  if (first <= 246) return [first - 139, 1]
  if (first <= 250) return [(first - 247) * 256 + view.getUint8(at + 1) + 108, 2]
  return [-(first - 251) * 256 - view.getUint8(at + 1) - 108, 2]
}

/** Identifier of each glyph (13); the first, .notdef, is not written there. */
function readCharset(view: DataView, charset: number, glyphs: number): readonly number[] {
  const format = view.getUint8(charset)
  const table = [0]
  for (let at = charset + 1; table.length < glyphs; ) {
    const first = view.getUint16(at)
    const left = format === 0 ? 0 : format === 1 ? view.getUint8(at + 2) : view.getUint16(at + 2)
    for (let next = 0; next <= left; next++) table.push(first + next)
    at += format === 0 ? 2 : format === 1 ? 3 : 4
  }
  return table
}
