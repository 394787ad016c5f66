/** Parts, content types, relationships and the archive (ECMA-376 Part 2): the same bytes for the same parts. */
import { archive } from '../../bytes/archive.ts'
import { compare } from '../../text/order.ts'
import { declaration, element } from './xml.ts'

/** A part and the one relationship that leads to it. */
export interface Part {
  /** In the package, without a leading `/`. */
  readonly path: string
  /** Content type; '' where the file's extension says it. */
  readonly type: string
  readonly data: string | Uint8Array
  /** What refers to it: the package, its main document, or another part that brings its own relationships. */
  readonly from: 'package' | 'document' | 'part'
  readonly relationship: Relationship
}

export interface Relationship {
  readonly id: string
  /** The relationship's type, without what all of them begin with. */
  readonly kind: string
}

/** A relationship of the main document to an address. */
export interface ExternalRelationship extends Relationship {
  readonly target: string
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
const coreProperties = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
const extensions = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
} as const

/** A file of the package. */
export type PackageFile = Pick<Part, 'path' | 'data'>

export function makePackage(parts: readonly Part[], links: readonly ExternalRelationship[]): Uint8Array {
  return packageOf(contentTypes(parts), [
    ...parts,
    { path: '_rels/.rels', data: rootRelationships(parts) },
    { path: 'word/_rels/document.xml.rels', data: relationships(parts, 'document', 'word/', links) },
    ...noteRelationships(parts, links),
  ])
}

/** @returns the file: content types first, as readers that stream expect; then by path */
export function packageOf(types: string, files: readonly PackageFile[]): Uint8Array {
  const sorted = [...files].sort((a, b) => compare(a.path, b.path))
  return archive(
    [{ path: '[Content_Types].xml', data: types }, ...sorted].map(({ path, data }) => ({
      path,
      bytes: typeof data === 'string' ? Buffer.from(data) : data,
      level: /\.(?:png|jpeg)$/.test(path) ? 0 : 6,
    })),
  )
}

/** Of the package itself: to its main document and its properties. */
export function rootRelationships(parts: readonly Part[]): string {
  return relationships(parts, 'package', '', [])
}

function contentTypes(parts: readonly Part[]): string {
  const used = (extension: string) => extension !== 'jpeg' || parts.some(({ path }) => path.endsWith('.jpeg'))
  const known = Object.entries(extensions).filter(([extension]) => used(extension))
  const defaults = known.map(([Extension, ContentType]) => element('Default', { Extension, ContentType }))
  const overrides = parts
    .filter(({ type }) => type !== '')
    .map(({ path, type }) => element('Override', { PartName: `/${path}`, ContentType: type }))
  const namespace = 'http://schemas.openxmlformats.org/package/2006/content-types'
  return declaration + element('Types', { xmlns: namespace }, [...defaults, ...overrides].join(''))
}

function relationships(
  parts: readonly Part[],
  from: Part['from'],
  folder: string,
  links: readonly ExternalRelationship[],
): string {
  const toParts = parts
    .filter(part => part.from === from)
    .map(({ path, relationship }) =>
      relationshipTo(relationship, path.startsWith(folder) ? path.slice(folder.length) : `../${path}`),
    )
  const toAddresses = links.map(link => relationshipTo(link, link.target, 'External'))
  const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return declaration + element('Relationships', { xmlns: namespace }, [...toParts, ...toAddresses].join(''))
}

/** Links and pictures in notes: a part has relationships of its own, here with the ids that the document has. */
function noteRelationships(parts: readonly Part[], links: readonly ExternalRelationship[]) {
  const notes = parts.find(({ path }) => path === 'word/footnotes.xml')
  if (typeof notes?.data !== 'string') return []
  const used = new Set([...notes.data.matchAll(/ r:(?:id|embed)="([^"]*)"/g)].map(([, id]) => id))
  if (used.size === 0) return []
  const own = parts.filter(({ relationship }) => used.has(relationship.id))
  const data = relationships(
    own,
    'document',
    'word/',
    links.filter(({ id }) => used.has(id)),
  )
  return [{ path: 'word/_rels/footnotes.xml.rels', data }]
}

function relationshipTo({ id, kind }: Relationship, target: string, mode?: 'External'): string {
  return element('Relationship', { Id: id, Type: relationshipType(kind), Target: target, TargetMode: mode })
}

export function relationshipType(kind: string): string {
  if (kind === 'core-properties') return coreProperties
  return kind in microsoft ? `${microsoft[kind]}${kind}` : `${office}${kind}`
}

/** Kinds that came after the standard (MS-DOCX 2.5). */
const microsoft: Readonly<Record<string, string>> = {
  commentsExtended: 'http://schemas.microsoft.com/office/2011/relationships/',
  people: 'http://schemas.microsoft.com/office/2011/relationships/',
}
