/** What a manifest says of documents and files. */
import { descriptionOf } from '../publication/metadata.ts'
import type { Publication } from '../publication/model.ts'
import { sha256 } from '../text/digest.ts'
import type { Claim, DocumentFile, ManifestDocument, ManifestFile } from './manifest.ts'

export interface BuiltFile {
  readonly format: DocumentFile['format']
  readonly bytes: Uint8Array
  readonly claims: (sha256: string) => readonly Claim[]
}

/**
 * @param stem - what the document's files are called, without their endings
 * @param tag - of the commit: the version of a document that has none of its own
 */
export function documentEntry(
  publication: Publication,
  {
    source,
    stem,
    tag,
    template,
    pages,
    words,
    collated,
    assets,
  }: Pick<ManifestDocument, 'source' | 'template' | 'pages' | 'words' | 'collated' | 'assets'> & {
    readonly stem: string
    readonly tag: string
  },
  built: readonly BuiltFile[],
): ManifestDocument {
  const { metadata, sources } = publication
  const { title, version, date, language, classification } = metadata
  const inputs = sources.map(({ path, sha256 }) => ({ path, sha256 }))
  const files = built.map(({ format, bytes, claims }): DocumentFile => {
    const file = fileEntry(`${stem}.${format}`, bytes)
    const counts = format === 'pdf' && pages !== null ? { pages } : format === 'json' ? {} : { words }
    return { ...file, format, ...counts, claims: [...claims(file.sha256)] }
  })
  return {
    name: stem,
    title,
    summary: descriptionOf(publication),
    version: version || tag,
    date,
    language,
    classification,
    source,
    sources: inputs,
    sourceFingerprint: sha256(JSON.stringify(inputs.map(({ path, sha256 }) => [path, sha256]))),
    template,
    pages,
    words,
    collated,
    files,
    assets,
  }
}

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  epub: 'application/epub+zip',
  html: 'text/html',
  json: 'application/json',
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2',
}

export function fileEntry(name: string, bytes: Uint8Array): ManifestFile {
  const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
  return { name, type, bytes: bytes.length, sha256: sha256(bytes) }
}
