/** Objects of a PDF as collation reads them, strictly: a test that looks for what is not there fails. */
import { readObjects } from '../../../src/collate/pdf-objects.ts'
import {
  type Dictionary,
  isName,
  textString as lenientString,
  type Value,
} from '../../../src/collate/pdf-syntax.ts'

export {
  type Dictionary as Dict,
  isName,
  operations,
  type Stream,
  stream,
  type Value as Pdf,
} from '../../../src/collate/pdf-syntax.ts'

export interface PdfFile {
  readonly trailer: Dictionary
  /** Numbers of the objects in use. */
  readonly numbers: readonly number[]
  /** The value that a reference leads to. */
  readonly resolve: (value: Value | undefined) => Value
}

export function readPdf(file: Uint8Array): PdfFile {
  const { trailer, numbers, get } = readObjects(file)
  return { trailer, numbers, resolve: get }
}

export function nameOf(value: Value | undefined): string {
  if (!isName(value)) throw new Error('not a name')
  return value.name
}

export function dict(value: Value): Dictionary {
  if (value instanceof Map) return value
  throw new Error('not a dictionary')
}

export function array(value: Value | undefined): readonly Value[] {
  if (Array.isArray(value)) return value
  throw new Error('not an array')
}

export function textString(value: Value | undefined): string {
  if (typeof value !== 'object' || value === null || !('bytes' in value)) throw new Error('not a string')
  return lenientString(value)
}
