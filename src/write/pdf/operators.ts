/** Operators of a content stream (ISO 32000-1 7.8.2), as bytes from the start: a book has millions of them. */

export interface Operators {
  bytes: Buffer
  length: number
}

const firstSize = 1 << 14

export function newOperators(): Operators {
  return { bytes: Buffer.allocUnsafe(firstSize), length: 0 }
}

/** @param line - operands and operator, characters of a byte each */
export function putLine(operators: Operators, line: string): void {
  put(operators, line)
  put(operators, '\n')
}

/** @param piece - characters of a byte each */
export function put(operators: Operators, piece: string): void {
  const { length } = piece
  reserve(operators, length)
  const { bytes } = operators
  let at = operators.length
  for (let index = 0; index < length; index++) bytes[at++] = piece.charCodeAt(index)
  operators.length = at
}

/** @param value - a whole number */
export function putInteger(operators: Operators, value: number): void {
  if (value < 0) put(operators, '-')
  const size = Math.abs(value)
  if (size >= 10) putInteger(operators, Math.floor(size / 10))
  put(operators, digits.charAt(size % 10))
}

const digits = '0123456789'

/** @returns the operators so far, which are no longer among them */
export function take(operators: Operators): Uint8Array {
  const taken = operators.bytes.subarray(0, operators.length)
  operators.bytes = Buffer.allocUnsafe(firstSize)
  operators.length = 0
  return taken
}

function reserve(operators: Operators, more: number): void {
  const { bytes, length } = operators
  if (length + more <= bytes.length) return
  const larger = Buffer.allocUnsafe(2 * (length + more))
  bytes.copy(larger, 0, 0, length)
  operators.bytes = larger
}
