/**
 * pdfkit as a maker of PDF objects, and the file that they go into: object streams and a cross-reference stream
 * (ISO 32000-1 7.5.7, 7.5.8) in place of its plain one. The only module that touches pdfkit's private members.
 */
import { createHash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import { deflate, type Level } from '../../bytes/deflate.ts'
import { type Catalogue, type Dictionary, latin1, type Reference, syntax } from './syntax.ts'

/** A page of pdfkit's. Its content begins with a flip, so that y runs down as in our layout. */
export interface PdfPage {
  readonly dictionary: Reference
  readonly fonts: Record<string, Reference>
  readonly xobjects: Record<string, Reference>
  readonly annotations: Reference[]
  write(chunk: Uint8Array): void
}

/** What the rest of this writer may use of a document. */
export interface PdfDocument {
  readonly page: PdfPage
  ref(data?: Dictionary): Reference
  addPage(options: { size: readonly [number, number]; margin: number }): void
}

/** Members of pdfkit 0.20.2 that are its own affair; a test holds them against the version installed. */
interface PrivateDocument extends PdfDocument {
  page: PdfPage
  /** Current transformation, y down. */
  _ctm: readonly number[]
  /** The catalogue; pdfkit ends it and its Names. */
  readonly _root: Reference & { readonly data: Catalogue }
  /** The information dictionary; there once the document has ended. */
  readonly _info: Reference
  /** Objects that are not ended. */
  _waiting: number
  getStructTreeRoot(): Reference
  end(): void
  endMetadata(): void
  _write(data: string | Uint8Array): void
  _refEnd(reference: Reference): void
  _finalize(): void
}

export interface DocumentOptions {
  /** BCP 47. */
  readonly language: string
  /** Document information dictionary (ISO 32000-1 14.3.3). */
  readonly information: Readonly<Record<string, string | Date>>
}

export interface OpenDocument {
  readonly doc: PdfDocument
  readonly catalogue: Catalogue
  readonly structureRoot: Reference
  /** Ends the document. @returns the file; @throws when an object was never ended */
  readonly finish: () => Uint8Array
}

/** Bytes below which a stream is not worth its compression. */
const worthwhile = 160
const level: Level = 6

/** pdfkit's own types leave out the members that {@link PdfDocument} names, and `font: null`. */
const Pdfkit = PDFDocument as unknown as new (options: object) => PrivateDocument

/** A tagged PDF 1.7 without pages. pdfkit's default font is never loaded. */
export function openDocument({ language, information }: DocumentOptions): OpenDocument {
  const doc = new Pdfkit({
    pdfVersion: '1.7',
    lang: language,
    tagged: true,
    displayTitle: true,
    autoFirstPage: false,
    compress: false,
    font: null,
    info: information,
  })
  const file = fileOf(doc)
  const { data: catalogue } = doc._root
  return { doc, catalogue, structureRoot: doc.getStructTreeRoot(), finish: () => finish(doc, file) }
}

/** An indirect object, ended at once. */
export function object(doc: PdfDocument, data: Dictionary): Reference {
  const reference = doc.ref(data)
  reference.end()
  return reference
}

/** A stream, ended at once; it is compressed unless it is metadata, which stays legible (ISO 19005-2 6.6.2.1). */
export function stream(doc: PdfDocument, data: Dictionary, bytes: Uint8Array): Reference {
  const reference = doc.ref(data)
  reference.write(bytes)
  reference.end()
  return reference
}

/**
 * Lets `draw` draw on another surface than the current page, whose operators and resources it takes instead.
 *
 * @param surface - of a page, the members that drawing needs
 */
export function drawOn(doc: PdfDocument, surface: object, draw: () => void): void {
  // Every document is one that openDocument made.
  const all = doc as PrivateDocument
  const { page, _ctm: matrix } = all
  all.page = surface as PdfPage
  all._ctm = [1, 0, 0, 1, 0, 0]
  draw()
  all.page = page
  all._ctm = matrix
}

/** Where an object stands: at an offset in the file, or as the index-th object of a stream of objects. */
type Location = { readonly offset: number } | { readonly stream: number; readonly index: number }

interface File {
  readonly chunks: Uint8Array[]
  length: number
  readonly locations: Map<number, Location>
  /** Objects that are no streams, as written, waiting for a stream of their own. */
  readonly loose: { readonly id: number; readonly syntax: string }[]
}

const header = latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
/** A reader inflates a whole object stream to see one of its objects. */
const objectsPerStream = 200

/** Takes the objects that end from pdfkit, which would write them itself. */
function fileOf(doc: PrivateDocument): File {
  const file: File = { chunks: [header], length: header.length, locations: new Map(), loose: [] }
  const ended = (reference: Reference) => {
    putObject(file, reference)
    doc._waiting--
  }
  const ref = doc.ref.bind(doc)
  doc.ref = data => {
    const reference = ref(data)
    return Object.assign(reference, { end: () => ended(reference) })
  }
  // Objects that pdfkit made before come here.
  doc._refEnd = ended
  doc._write = () => {}
  // pdfkit would end with an XMP packet and a cross-reference table of its own.
  doc.endMetadata = () => {}
  doc._finalize = () => {}
  return file
}

function putObject(file: File, { id, data, buffer }: Reference): void {
  if (buffer.length === 0) {
    file.loose.push({ id, syntax: syntax(data) })
    return
  }
  const written = buffer.length === 1 && buffer[0] !== undefined ? buffer[0] : Buffer.concat(buffer)
  const packed = written.length >= worthwhile && data.Type !== 'Metadata' && data.Filter === undefined
  const bytes = packed ? deflate(written, level) : written
  const entries = { ...data, ...(packed ? { Filter: 'FlateDecode' } : {}), Length: bytes.length }
  putStream(file, id, syntax(entries), bytes)
}

function put(file: File, bytes: Uint8Array): void {
  file.chunks.push(bytes)
  file.length += bytes.length
}

function putStream(file: File, id: number, dictionary: string, bytes: Uint8Array): void {
  file.locations.set(id, { offset: file.length })
  put(file, latin1(`${id} 0 obj\n${dictionary}\nstream\n`))
  put(file, bytes)
  put(file, latin1('\nendstream\nendobj\n'))
}

function finish(doc: PrivateDocument, file: File): Uint8Array {
  doc.end()
  if (doc._waiting !== 0) throw new Error(`${doc._waiting} PDF objects were never ended`)

  // pdfkit numbers from 1 without gaps; streams of objects and the cross-reference stream follow.
  let next = file.loose.length + file.locations.size + 1
  for (let first = 0; first < file.loose.length; first += objectsPerStream) {
    putObjectStream(file, next++, file.loose.slice(first, first + objectsPerStream))
  }
  putCrossReferences(file, next, `/Root ${doc._root.id} 0 R/Info ${doc._info.id} 0 R`)
  return Buffer.concat(file.chunks, file.length)
}

function putObjectStream(file: File, id: number, objects: File['loose']): void {
  let index = ''
  let body = ''
  for (const [order, { id: member, syntax }] of objects.entries()) {
    file.locations.set(member, { stream: id, index: order })
    index += `${member} ${body.length} `
    body += `${syntax}\n`
  }
  const bytes = deflate(latin1(index + body), level)
  const dictionary = `<</Type/ObjStm/N ${objects.length}/First ${index.length}/Filter/FlateDecode/Length ${bytes.length}>>`
  putStream(file, id, dictionary, bytes)
}

/** Bytes: type, place, index within a stream of objects. */
const rowSize = 7

function putCrossReferences(file: File, id: number, trailer: string): void {
  const start = file.length
  file.locations.set(id, { offset: start })
  const rows = Buffer.alloc(rowSize * (id + 1))
  // Object 0 heads the list of free objects (7.5.4).
  rows.writeUInt16BE(65_535, 5)
  for (let object = 1; object <= id; object++) {
    const location = file.locations.get(object)
    if (location === undefined) throw new Error(`PDF object ${object} is nowhere`)
    const [type, place, index] =
      'offset' in location ? [1, location.offset, 0] : [2, location.stream, location.index]
    rows.writeUInt8(type, rowSize * object)
    rows.writeUInt32BE(place, rowSize * object + 1)
    rows.writeUInt16BE(index, rowSize * object + 5)
  }
  const hash = createHash('sha256')
  for (const chunk of file.chunks) hash.update(chunk)
  const identifier = `<${hash.digest('hex').slice(0, 32)}>`
  const bytes = deflate(differences(rows), level)
  putStream(
    file,
    id,
    `<</Type/XRef/Size ${id + 1}/W[1 4 2]${trailer}/ID[${identifier}${identifier}]/DecodeParms<</Predictor 12/Columns ${rowSize}>>/Filter/FlateDecode/Length ${bytes.length}>>`,
    bytes,
  )
  put(file, latin1(`startxref\n${start}\n%%EOF\n`))
}

/** Each row as its differences from the one above, which compress to a third (PNG's filter «Up», 7.4.4.4). */
function differences(rows: Uint8Array): Uint8Array {
  const out = new Uint8Array(rows.length + rows.length / rowSize)
  let to = 0
  for (let at = 0; at < rows.length; at++) {
    if (at % rowSize === 0) out[to++] = 2
    // Bytes take differences modulo 256.
    out[to++] = (rows[at] ?? 0) - (rows[at - rowSize] ?? 0)
  }
  return out
}
