/** Name trees and number trees (ISO 32000-1 7.9.6, 7.9.7). */
import { object, type PdfDocument } from './document.ts'
import { type Dictionary, isPlain, type Reference, text, type Value } from './syntax.ts'

/** Entries of a leaf; a tree that fits one is its own root. */
const leafSize = 256

/** @param entries - name and value; sorted here by the bytes of the name as written */
export function nameTree(doc: PdfDocument, entries: readonly (readonly [string, Value])[]): Reference {
  const sorted = entries
    .map(([name, value]) => ({ key: sortKey(name), name, value }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return tree(
    doc,
    'Names',
    sorted.map(({ name, value }) => [text(name), value]),
  )
}

/** Plain names are written byte for byte, others as UTF-16BE after FE FF, which sorts behind all of ASCII. */
function sortKey(name: string): string {
  return isPlain(name) ? name : `\ufeff${name}`
}

/** @param values - by their number, from 0 without gaps */
export function numberTree(doc: PdfDocument, values: readonly Value[]): Reference {
  return tree(
    doc,
    'Nums',
    values.map((value, index) => [index, value]),
  )
}

function tree(
  doc: PdfDocument,
  key: 'Names' | 'Nums',
  entries: readonly (readonly [Value, Value])[],
): Reference {
  if (entries.length <= leafSize) return object(doc, { [key]: entries.flat() })
  const kids: Reference[] = []
  for (let first = 0; first < entries.length; first += leafSize) {
    const leaf = entries.slice(first, first + leafSize)
    const data: Dictionary = { Limits: [leaf[0]?.[0] ?? null, leaf.at(-1)?.[0] ?? null], [key]: leaf.flat() }
    kids.push(object(doc, data))
  }
  return object(doc, { Kids: kids })
}
