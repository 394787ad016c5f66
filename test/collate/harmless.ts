/** Finished files written differently that say the same: nothing of this may be found. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { isReference, isStream, type Value } from '../../src/collate/pdf-syntax.ts'
import type { Format } from '../../src/publication/exceptions.ts'
import { type Parts, putTogether, rewritten, takeApart } from './rewrite-pdf.ts'

export type Rewrite = (bytes: Uint8Array) => Uint8Array

/** Attributes in the opposite order. */
function reversedAttributes(markup: string): string {
  return markup.replace(
    /<([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"]*")+)(\s*\/?>)/g,
    (_, name: string, attributes: string, end: string) =>
      `<${name} ${(attributes.match(/[\w:-]+="[^"]*"/g) ?? []).reverse().join(' ')}${end}`,
  )
}
const inText = (markup: string, change: (text: string) => string) => {
  const start = markup.indexOf('<body')
  return (
    markup.slice(0, start) +
    markup.slice(start).replace(/>([^<]+)</g, (_, text: string) => `>${change(text)}<`)
  )
}
const vowels = (text: string) =>
  text.replace(/[áéíóúñ]/g, letter => `&#x${letter.charCodeAt(0).toString(16)};`)
const softened = (text: string) => text.replace(/(\p{L}{3})(?=\p{L}{3})/gu, '$1\u00ad')
const decomposed = (text: string) => text.normalize('NFD')

const page: Readonly<Record<string, (markup: string) => string>> = {
  'order of attributes': reversedAttributes,
  'letters as references': markup => inText(markup, vowels),
  'soft hyphens': markup => inText(markup, softened),
  'decomposed letters': markup => inText(markup, decomposed),
  'heads of cells in another order': markup =>
    markup.replace(
      / headers="([^"]+)"/g,
      (_, ids: string) => ` headers="${ids.split(' ').reverse().join(' ')}"`,
    ),
  'comments between blocks': markup => markup.replaceAll('</p>\n', '</p>\n<!-- nada -->\n'),
  'lines broken elsewhere': markup => inText(markup, text => text.replace(/(\p{L}) (?=\p{L})/gu, '$1\n  ')),
  'other quotation marks of attributes': markup => markup.replace(/ (class|id)="([^"']*)"/g, " $1='$2'"),
}

const html: Readonly<Record<string, (markup: string) => string>> = {
  ...page,
  'names in capitals': markup =>
    markup.replace(
      /<(\/?)(p|em|strong|ul|ol|li|td|th|tr)(?=[\s>])/g,
      (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}`,
    ),
  'end tags left out': markup => markup.replace(/<\/li>(?=\s*<li)/g, ''),
}

/** Every element of a page behind a prefix. */
function prefixed(markup: string): string {
  if (markup.includes('<svg')) return markup
  return markup
    .replace(/<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/g, '<$1h:$2')
    .replace(' xmlns="http://www.w3.org/1999/xhtml"', ' xmlns:h="http://www.w3.org/1999/xhtml"')
}
const xhtml: Readonly<Record<string, (markup: string) => string>> = {
  ...page,
  'prefix of the namespace': prefixed,
}

/** Splits the text of every run in two runs of the same properties. */
function splitRuns(markup: string): string {
  return markup.replace(
    /<w:r>(<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>)?<w:t xml:space="preserve">([^<&]{4,})<\/w:t><\/w:r>/g,
    (_, properties: string | undefined, text: string) => {
      const at = Math.floor(text.length / 2)
      const run = (part: string) => `<w:r>${properties ?? ''}<w:t xml:space="preserve">${part}</w:t></w:r>`
      return run(text.slice(0, at)) + run(text.slice(at))
    },
  )
}
const word: Readonly<Record<string, (markup: string) => string>> = {
  'order of attributes': reversedAttributes,
  'runs split': splitRuns,
  'prefix of the namespace': markup =>
    markup
      .replace(/<(\/?)w:/g, '<$1word:')
      .replace(/ w:(?=[A-Za-z]+=")/g, ' word:')
      .replace('xmlns:w=', 'xmlns:word='),
  'marks of the spelling check': markup =>
    markup.replaceAll('<w:r>', '<w:proofErr w:type="spellStart"/><w:r>'),
  'identifiers of revisions': markup =>
    markup.replaceAll('<w:r>', '<w:r w:rsidR="00A1B2C3">').replaceAll('<w:p>', '<w:p w:rsidR="00A1B2C3">'),
  'soft hyphens': markup =>
    markup.replace(
      /(<w:t xml:space="preserve">)([^<&]*)/g,
      (_, tag: string, text: string) => tag + softened(text),
    ),
  'numbers of bookmarks': markup =>
    markup.replace(
      /(<w:bookmark(?:Start|End)[^>]*w:id=")(\d+)/g,
      (_, open: string, id: string) => `${open}${Number(id) + 5000}`,
    ),
  'page breaks as last rendered': markup =>
    markup.replaceAll('<w:r><w:t', '<w:r><w:lastRenderedPageBreak/><w:t'),
}

function inFiles(bytes: Uint8Array, names: RegExp, change: (text: string) => string): Uint8Array {
  const files = unzipSync(bytes)
  const changed = Object.entries(files).map(([name, content]) => [
    name,
    names.test(name) ? strToU8(change(strFromU8(content))) : content,
  ])
  return zipSync(Object.fromEntries(changed), { level: 1 })
}
const packed = (level: 0 | 9) => (bytes: Uint8Array) => zipSync(unzipSync(bytes), { level })
const reordered: Rewrite = bytes =>
  zipSync(Object.fromEntries(Object.entries(unzipSync(bytes)).reverse()) as Zippable)

const archives: Readonly<Record<string, Rewrite>> = {
  'packed without compression': packed(0),
  'packed at another level': packed(9),
  'files in another order': reordered,
}

/** Every number of an object, and all that refers to it. */
function renumbered({ trailer, objects }: Parts): Parts {
  const shift = (value: Value): Value => {
    if (isReference(value)) return { ref: value.ref * 2 + 7 }
    if (Array.isArray(value)) return value.map(shift)
    if (value instanceof Map)
      return new Map([...value].map(([key, inner]: [string, Value]) => [key, shift(inner)]))
    if (isStream(value))
      return {
        data: value.data,
        dictionary: new Map([...value.dictionary].map(([key, inner]) => [key, shift(inner)])),
      }
    return value
  }
  return {
    trailer: new Map([...trailer].map(([key, value]) => [key, shift(value)])),
    objects: new Map([...objects].map(([number, value]) => [number * 2 + 7, shift(value)])),
  }
}

/** A property of XMP in its short form. */
function withAttributes(parts: Parts): Parts {
  const objects = new Map(parts.objects)
  const long =
    /(<rdf:Description [^>]*)>(\s*(?:(?!<\/rdf:Description>)[\s\S])*?)<xmp:CreateDate>([^<]*)<\/xmp:CreateDate>/
  for (const [number, value] of objects) {
    if (isStream(value) && long.test(value.data))
      objects.set(number, { ...value, data: value.data.replace(long, '$1 xmp:CreateDate="$3">$2') })
  }
  return { ...parts, objects }
}

/** Content streams with every operation on a line of its own, and strings in hexadecimal; text shown in two steps. */
function plainContent(parts: Parts): Parts {
  const objects = new Map(parts.objects)
  for (const [number, value] of objects) {
    if (!isStream(value) || !value.data.includes('BDC') || value.dictionary.has('Subtype')) continue
    objects.set(number, { ...value, data: rewritten(value.data, (_, operands) => operands) })
  }
  return { ...parts, objects }
}

const pdf: Readonly<Record<string, Rewrite>> = {
  uncompressed: bytes => putTogether(takeApart(bytes)),
  'objects in another order': bytes => putTogether(takeApart(bytes), { reversed: true }),
  'compressed at another level': bytes => putTogether(takeApart(bytes), { compressed: true }),
  'comments and other white space': bytes => putTogether(takeApart(bytes), { airy: true }),
  'metadata in attributes': bytes => putTogether(withAttributes(takeApart(bytes))),
  'objects renumbered': bytes =>
    putTogether(renumbered(takeApart(bytes)), { reversed: true, compressed: true }),
  'content in plain operations': bytes => putTogether(plainContent(takeApart(bytes))),
}

export function rewritesOf(format: Format): Readonly<Record<string, Rewrite>> {
  if (format === 'pdf') return pdf
  if (format === 'html') return each(html, change => bytes => strToU8(change(strFromU8(bytes))))
  const [changes, names] =
    format === 'epub' ? [xhtml, /(text|title)\.xhtml$/] : [word, /word\/(document|footnotes)\.xml$/]
  return { ...archives, ...each(changes, change => bytes => inFiles(bytes, names, change)) }
}

function each(
  changes: Readonly<Record<string, (markup: string) => string>>,
  as: (change: (markup: string) => string) => Rewrite,
): Readonly<Record<string, Rewrite>> {
  return Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, as(change)]))
}
