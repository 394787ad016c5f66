/** A version of documents that others are compared with: a release, texts in a folder, or a revision of git. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Design } from './design/types.ts'
import { makeDocument } from './document.ts'
import { checkOut } from './git.ts'
import { templateFolders } from './program.ts'
import type { PublicationJson } from './publication/json.ts'
import type { Limits } from './read/limits.ts'
import { findSources } from './read/project.ts'
import type { Manifest } from './release/manifest.ts'
import { type SectionText, sectionTexts } from './release/sections.ts'
import { manifestIn } from './release-folder.ts'

export interface VersionText {
  readonly title: string
  readonly sections: readonly SectionText[]
}

export interface VersionTexts {
  /** Of the release or its tag, or ''. */
  readonly version: string
  /** null where texts, not a release, are at hand. */
  readonly manifest: Manifest | null
  /** By the name that their files have. */
  readonly documents: ReadonlyMap<string, VersionText>
}

export interface VersionOptions {
  /** Absolute. */
  readonly project: string
  /** In place of the documents' own, or ''. */
  readonly template: string
  readonly limits?: Partial<Limits>
}

/**
 * @param named - folder of a release, a text, a folder of texts (or of a project), or a git revision
 * @returns null where it is none of these
 */
export async function versionTexts(named: string, options: VersionOptions): Promise<VersionTexts | null> {
  const path = resolve(options.project, named)
  if (!existsSync(path)) return revisionTexts(named, options)
  const manifest = statSync(path).isDirectory() ? manifestIn(path) : null
  if (manifest !== null) return releaseTexts(path, manifest)
  return sourceTexts(path, '', options)
}

async function revisionTexts(revision: string, options: VersionOptions): Promise<VersionTexts | null> {
  const folder = mkdtempSync(join(tmpdir(), 'pliego-revision-'))
  try {
    return checkOut(options.project, revision, folder) ? await sourceTexts(folder, revision, options) : null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function releaseTexts(folder: string, manifest: Manifest): VersionTexts {
  const documents = manifest.documents.flatMap(({ name, title }) => {
    const [json, html] = [join(folder, `${name}.json`), join(folder, `${name}.html`)]
    if (!existsSync(json) || !existsSync(html)) return []
    const sections = sectionTexts(publicationOf(readFileSync(json, 'utf8')), readFileSync(html, 'utf8'))
    return [[name, { title, sections }] as const]
  })
  return { version: manifest.version, manifest, documents: new Map(documents) }
}

/** Of our own writing: the release's checksums are what says so. */
function publicationOf(text: string): PublicationJson {
  return JSON.parse(text) as PublicationJson
}

/** Texts as they are published, in memory; what cannot be published has no words to compare. */
async function sourceTexts(
  path: string,
  version: string,
  { template, limits }: VersionOptions,
): Promise<VersionTexts | null> {
  const project = projectOf(path)
  const { sources } = findSources(path === project ? [] : [path], project)
  const documents = new Map<string, VersionText>()
  const designs = new Map<string, Design>()
  for (const { absolute, stem } of sources) {
    const { outputs } = await makeDocument(absolute, {
      command: 'build',
      project,
      templates: templateFolders(project),
      template,
      formats: ['html'],
      strict: false,
      epoch: null,
      designs,
      ...(limits === undefined ? {} : { limits }),
    })
    const bytes = (format: string) => outputs?.find(output => output.format === format)?.bytes
    const [json, html] = [bytes('json'), bytes('html')]
    if (json === undefined || html === undefined) continue
    const publication = publicationOf(Buffer.from(json).toString())
    const sections = sectionTexts(publication, Buffer.from(html).toString())
    documents.set(stem, { title: publication.metadata.title, sections })
  }
  return documents.size === 0 ? null : { version, manifest: null, documents }
}

/** The folder that holds `source/` and `templates/`, as near above a path as there is one. */
function projectOf(path: string): string {
  const start = statSync(path).isDirectory() ? path : dirname(path)
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'source'))) return folder
    if (folder === dirname(folder)) return start
  }
}
