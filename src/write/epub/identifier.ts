import { createHash } from 'node:crypto'
import type { Metadata } from '../../publication/model.ts'

/** Namespace of Pliego's documents: the UUID of this name in the URL namespace of RFC 9562. */
const namespace = uuid(Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex'), 'urn:pliego:documents')

/**
 * The name of a document over all its builds: whoever publishes it, its number, title, language and date. A
 * corrected text, another version or summary is the same book, newer by `dcterms:modified` (EPUB 3.3 §5.5.3.2);
 * a note of another date is another book, which does not push the first from a reader's shelf.
 *
 * @returns `urn:uuid:` and a name-based UUID, version 5
 */
export function bookIdentifier(metadata: Metadata): string {
  const { organisation, department, number, title, subtitle, language, date } = metadata
  const name = JSON.stringify([organisation, department, number, title, subtitle, language, date])
  return `urn:uuid:${format(uuid(namespace, name))}`
}

/** RFC 9562, 5.5. */
function uuid(space: Uint8Array, name: string): Buffer {
  const bytes = createHash('sha1').update(space).update(name, 'utf8').digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes
}

function format(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
