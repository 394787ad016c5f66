/** `manifest.json`: what a release holds, so that anyone can check it. */
import * as z from 'zod/mini'
import { compare } from '../text/order.ts'

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
/** A name in the release's folder: no path that could lead out of it. */
const name = z.string().check(
  z.regex(/^[^/\\\p{Cc}]+$/u),
  z.refine(text => text !== '..' && text !== '.'),
)
/** The same, in a folder of it. */
const path = z.string().check(z.refine(text => text.split('/').every(part => name.safeParse(part).success)))

const file = z.strictObject({
  name,
  /** Media type. */
  type: z.string(),
  bytes: z.int().check(z.nonnegative()),
  sha256,
})

/** A file that a web page shows, in the folder of the document's name. */
const asset = z.extend(file, { name: path })

const claim = z.strictObject({
  /** Such as «PDF/UA-1 (ISO 14289-1)». */
  standard: z.string(),
  /** Program and version that found it kept; empty where no check was run. */
  provedBy: z.array(z.string()),
})

const documentFile = z.extend(file, {
  format: z.enum(['pdf', 'docx', 'epub', 'html', 'json']),
  /** Where the format has pages. */
  pages: z.optional(z.int()),
  words: z.optional(z.int()),
  claims: z.array(claim),
})

const document = z.strictObject({
  name,
  title: z.string(),
  summary: z.string(),
  version: z.string(),
  /** `YYYY-MM-DD`, or ''. */
  date: z.string(),
  language: z.string(),
  classification: z.string(),
  source: z.string(),
  sources: z.array(z.strictObject({ path: z.string(), sha256 })),
  /** SHA-256 over the paths and hashes of its sources. */
  sourceFingerprint: sha256,
  template: z.strictObject({ name: z.string(), fingerprint: sha256 }),
  pages: z.nullable(z.int()),
  words: z.int(),
  /** The four formats were read back and say the same. */
  collated: z.boolean(),
  files: z.array(documentFile),
  /** Of the web page, where they stand beside it. */
  assets: z._default(z.array(asset), []),
})

const manifest = z.strictObject({
  manifestVersion: z.literal(1),
  program: z.strictObject({ name: z.string(), version: z.string(), fingerprint: z.string() }),
  /** Tag of the commit, or ''. */
  version: z.string(),
  /** What the documents' bytes depend on beside their sources, to build them again. */
  options: z.strictObject({
    template: z.string(),
    epoch: z.nullable(z.int()),
    assets: z._default(z.enum(['inside', 'beside']), 'inside'),
  }),
  documents: z.array(document),
  /** What else is in the release; not this file and not the checksums. */
  files: z.array(file),
})

export type Manifest = Readonly<z.infer<typeof manifest>>
export type ManifestDocument = Readonly<z.infer<typeof document>>
export type ManifestFile = Readonly<z.infer<typeof file>>
export type Claim = Readonly<z.infer<typeof claim>>
export type DocumentFile = Readonly<z.infer<typeof documentFile>>

export const manifestName = 'manifest.json'
export const checksumsName = 'SHA256SUMS'
export const archiveName = 'release.zip'
export const pageName = 'index.html'
export const partsName = 'bom.cdx.json'

export function manifestText(content: Manifest): string {
  return `${JSON.stringify(content, null, 2)}\n`
}

/** @returns the manifest, or why it is none */
export function parseManifest(text: string): Manifest | { readonly problem: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (problem) {
    if (problem instanceof SyntaxError) return { problem: problem.message }
    throw problem
  }
  const parsed = manifest.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  return { problem: `${issue?.path.join('.')}: ${issue?.code}` }
}

/** Every file that a manifest vouches for, by name. */
export function manifestFiles({ documents, files }: Manifest): readonly ManifestFile[] {
  return [...documents.flatMap(documentFiles), ...files]
}

/** Every file of a document. */
export function documentFiles({ files, assets }: ManifestDocument): readonly ManifestFile[] {
  return [...files, ...assets]
}

/** For `sha256sum -c`: binary mode, names in order; a name with a line end or backslash cannot be in a release. */
export function checksums(files: readonly { readonly name: string; readonly sha256: string }[]): string {
  const sorted = [...files].sort((a, b) => compare(a.name, b.name))
  return sorted.map(({ name, sha256 }) => `${sha256} *${name}\n`).join('')
}

/** Lines of `SHA256SUMS`; null for a line of another shape. */
export function parseChecksums(text: string): readonly ({ sha256: string; name: string } | null)[] {
  const lines = text.split('\n').filter(line => line !== '')
  return lines.map(line => {
    const [, sha256, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
    return sha256 === undefined || name === undefined ? null : { sha256, name }
  })
}
