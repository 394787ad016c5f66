/** `pliego release`: every document built anew, and around them what makes a release that anyone can check. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { VFile } from 'vfile'
import packageFile from '../package.json' with { type: 'json' }
import { build, type DocumentResult, type Request } from './build.ts'
import type { Design } from './design/types.ts'
import { type Finding, failed, findings, report } from './diagnostics/report.ts'
import { loadDocument } from './document.ts'
import { makeEdition } from './edition.ts'
import { templatesFingerprint } from './fingerprints.ts'
import { tagBefore, tagHere } from './git.ts'
import { type VersionTexts, versionTexts } from './previous.ts'
import { generator, ownTemplates, packagesInside, programFingerprint, templateFolders } from './program.ts'
import type { Publication } from './publication/model.ts'
import { classifications } from './read/keys.ts'
import { findSources } from './read/project.ts'
import { type BuildRecord, readRecord, recordName } from './record.ts'
import { billOfMaterials } from './release/bom.ts'
import { sectionChanges } from './release/changes.ts'
import { type ConformanceReport, claimsOf, parseReport } from './release/claims.ts'
import { documentEntry, fileEntry } from './release/entries.ts'
import {
  type DocumentFile,
  documentFiles,
  type Manifest,
  type ManifestDocument,
  pageName,
  partsName,
} from './release/manifest.ts'
import { type ReleasedDocument, releasePage } from './release/page.ts'
import { firstPagePicture } from './release/picture.ts'
import { sectionTexts } from './release/sections.ts'
import { manifestIn, writeRelease } from './release-folder.ts'
import { compare } from './text/order.ts'
import { formats } from './write/writers.ts'

export interface ReleaseRequest extends Omit<Request, 'command' | 'formats'> {
  /** Classifications that may be published beside «público», as the metadata has them. */
  readonly allowed: readonly string[]
  /** Folder of the release before, or a git revision; '' looks for the tag before. */
  readonly previous: string
  /** JSON report of `make conformance`; '' where claims stand unproved. */
  readonly conformance: string
}

export interface ReleaseResult {
  readonly documents: readonly DocumentResult[]
  /** Beside those of the documents. */
  readonly diagnostics: readonly Finding[]
  /** Files of the release, in the order of their names; none where it failed. */
  readonly files: readonly string[]
  /** Files of documents that are no part of it, removed. */
  readonly removed: readonly string[]
}

/** A document that may be published, before it is built. */
interface Publishable {
  readonly source: string
  readonly stem: string
  readonly publication: Publication
  readonly design: Design
  /** PNG of its first page. */
  readonly picture: Uint8Array
}

/**
 * A release is whole or not at all: anything refused leaves the folder as it was.
 *
 * @param done - called with every document as it is built
 * @param begin - called before each: its path, how many are finished, how many there are
 */
export async function release(
  request: ReleaseRequest,
  done: (result: DocumentResult) => void,
  begin?: (path: string, finished: number, all: number) => void,
): Promise<ReleaseResult> {
  const run = new VFile({ path: request.out })
  const refuse = (documents: readonly DocumentResult[], more: readonly Finding[] = []): ReleaseResult => ({
    documents,
    diagnostics: [...findings(run), ...more],
    files: [],
    removed: [],
  })
  const conformance = readReport(request, run)
  const before = await versionBefore(request, run)
  const { publishable, refused } = await findPublishable(request)
  for (const document of refused) done(document)
  if (failed(run) || refused.length > 0) return refuse(refused)

  const stage = mkdtempSync(join(tmpdir(), 'pliego-release-'))
  try {
    const built = await build({ ...request, command: 'build', formats, out: stage, prove: true }, done, begin)
    const whole = built.documents.length > 0 && built.documents.every(({ outcome }) => outcome === 'built')
    if (!whole || built.diagnostics.length > 0) return refuse(built.documents, built.diagnostics)

    const version = tagHere(request.project)
    const bytesOf = (name: string) => readFileSync(join(stage, name))
    const released: ReleasedDocument[] = []
    for (const one of publishable) {
      const document = built.documents.find(({ source }) => source === one.source)
      if (document === undefined) throw new Error(`${one.source} was found and not built`)
      if (!isSameText(one, readRecord(stage))) report(run, 'release-source-changed', one.source, {})
      const entry = await entryOf(one, document, version, request, conformance, bytesOf)
      if (conformance !== null) refuseUnproved(entry, run)
      released.push(withChanges(entry, one, bytesOf, before))
    }
    const entries = released.map(({ entry }) => entry)
    const folder = resolve(request.project, request.out)
    refuseReused(entries, [before?.manifest ?? null, manifestIn(folder)], run)
    const page = await pageText(request, released, version, before, publishable, run)
    if (failed(run)) return refuse(built.documents)

    const own = [
      ...publishable.map(({ stem, picture }) => ({ name: `${stem}.png`, bytes: picture })),
      { name: partsName, bytes: Buffer.from(partsText(entries, version)) },
      { name: pageName, bytes: Buffer.from(page) },
    ]
    const manifest: Manifest = {
      manifestVersion: 1,
      program: { name: packageFile.name, version: packageFile.version, fingerprint: programFingerprint() },
      version,
      options: { template: request.template, epoch: request.epoch, assets: request.assets },
      documents: entries,
      files: own.map(({ name, bytes }) => fileEntry(name, bytes)).sort((a, b) => compare(a.name, b.name)),
    }
    const documents = entries.flatMap(documentFiles).map(({ name }) => ({ name, bytes: bytesOf(name) }))
    const written = writeRelease(folder, manifest, [...documents, ...own], bytesOf(recordName), run)
    return { documents: built.documents, diagnostics: findings(run), ...written }
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

function readReport({ project, conformance }: ReleaseRequest, run: VFile): ConformanceReport | null {
  if (conformance === '') return null
  const path = resolve(project, conformance)
  const found = existsSync(path) ? parseReport(readFileSync(path, 'utf8')) : null
  if (found === null) report(run, 'release-report', conformance, { path: conformance })
  return found
}

/** What is named must be there; a tag of git that held no texts is no release. */
async function versionBefore(request: ReleaseRequest, run: VFile): Promise<VersionTexts | null> {
  const { project, previous } = request
  const named = previous || tagBefore(project)
  const found = named === '' ? null : await versionTexts(named, request)
  if (found === null && previous !== '') report(run, 'release-previous', previous, { previous })
  return found
}

/** Reads every document, refuses those that may not go out, and draws the first page of the others. */
async function findPublishable(request: ReleaseRequest) {
  const { project, paths, template, limits, allowed, epoch } = request
  const designs = new Map<string, Design>()
  const templates = templateFolders(project)
  const options = { project, template, templates, designs, ...(limits === undefined ? {} : { limits }) }
  const refused: DocumentResult[] = []
  const publishable: Publishable[] = []
  for (const { absolute, path, stem } of findSources(paths, project).sources) {
    const document = await loadDocument(absolute, options)
    // What cannot be read is told by the build.
    if (!('publication' in document)) continue
    const { publication, design, locale, file } = document
    const { classification, status } = publication.metadata
    const refusal = new VFile({ path })
    if (status === 'borrador') report(refusal, 'release-draft', path, {})
    if (classification !== 'publico' && !allowed.includes(classification))
      report(refusal, 'release-classification', path, {
        classification: classifications[classification][0] ?? '',
      })
    if (failed(refusal)) {
      const diagnostics = findings(refusal)
      refused.push({ source: path, outcome: 'failed', pages: null, words: 0, outputs: [], diagnostics })
      continue
    }
    const edition = await makeEdition(publication, design, locale, file, true, epoch)
    publishable.push({ source: path, stem, publication, design, picture: await firstPagePicture(edition) })
  }
  return { publishable, refused }
}

/** Read twice: for its first page, and to be built. */
function isSameText({ source, publication }: Publishable, { documents }: BuildRecord): boolean {
  const built = new Map(documents[source]?.sources.map(({ path, sha256 }) => [path, sha256]))
  return publication.sources.every(({ path, sha256 }) => built.get(path) === sha256)
}

async function entryOf(
  { source, stem, publication, design }: Publishable,
  { pages, words, outputs, diagnostics }: DocumentResult,
  tag: string,
  { project }: ReleaseRequest,
  conformance: ConformanceReport | null,
  bytesOf: (name: string) => Uint8Array,
): Promise<ManifestDocument> {
  const conformant = diagnostics.every(({ rule }) => rule !== 'claim-withheld')
  const template = { name: design.name, fingerprint: templatesFingerprint(foldersOf(design, project)) }
  const built = outputs
    .filter(({ part }) => part === '')
    .map(output => {
      const format = output.format as DocumentFile['format'] // of a writer, or json
      const claims = (sha256: string) => claimsOf(format, conformant, sha256, conformance)
      return { format, bytes: bytesOf(`${stem}.${format}`), claims }
    })
  const assets = outputs.flatMap(({ part }) => {
    const name = `${stem}/${part}`
    return part === '' ? [] : [fileEntry(name, bytesOf(name))]
  })
  // The build was asked to prove it.
  const facts = { source, stem, tag, template, pages, words, collated: true, assets }
  return documentEntry(publication, facts, built)
}

/** Folders whose files a template may have given, its own before those that it builds on. */
function foldersOf({ name }: Design, project: string): readonly string[] {
  return templateFolders(project).flatMap(folder => [join(folder, name), join(folder, 'base')])
}

function refuseUnproved({ source, files }: ManifestDocument, run: VFile): void {
  for (const { name, claims } of files) {
    for (const { standard, provedBy } of claims) {
      if (provedBy.length === 0) report(run, 'release-unproved', source, { file: name, standard })
    }
  }
}

/** A version stands for bytes: with others it must have another name. */
function refuseReused(
  entries: readonly ManifestDocument[],
  formers: readonly (Manifest | null)[],
  run: VFile,
): void {
  const released = formers.flatMap(former => former?.documents ?? [])
  for (const entry of entries) {
    const { name, version, source } = entry
    const same = released.filter(former => former.name === name && former.version === version)
    const former = new Map(same.flatMap(documentFiles).map(file => [file.name, file.sha256]))
    const other = documentFiles(entry).find(file => (former.get(file.name) ?? file.sha256) !== file.sha256)
    if (version !== '' && other !== undefined)
      report(run, 'release-version-reused', source, { version, file: other.name })
  }
}

function withChanges(
  entry: ManifestDocument,
  { stem, publication, picture }: Publishable,
  bytesOf: (name: string) => Uint8Array,
  before: VersionTexts | null,
): ReleasedDocument {
  const old = before?.documents.get(stem)
  const text = (format: string) => Buffer.from(bytesOf(`${stem}.${format}`)).toString()
  const changes =
    old === undefined
      ? null
      : sectionChanges(old.sections, sectionTexts(JSON.parse(text('json')), text('html')))
  // Height of a PNG: bytes 20 to 23 of the file (ISO 15948, 11.2.2).
  const height = Buffer.from(picture).readUInt32BE(20)
  return {
    entry,
    organisation: publication.metadata.organisation,
    picture: { name: `${stem}.png`, height },
    changes: before === null ? undefined : changes,
  }
}

/** In the language and the look of the first document. */
async function pageText(
  { project }: ReleaseRequest,
  documents: readonly ReleasedDocument[],
  version: string,
  before: VersionTexts | null,
  [first]: readonly Publishable[],
  run: VFile,
): Promise<string> {
  if (first === undefined) throw new Error('a release without documents')
  const folders = foldersOf(first.design, project)
  const found = (file: string) =>
    folders.map(folder => join(folder, file)).find(path => existsSync(path)) ??
    join(ownTemplates, 'base', file)
  const path = found('release.html')
  const template = { html: readFileSync(path, 'utf8'), css: readFileSync(found('release.css'), 'utf8'), path }
  const published = new Set(documents.map(({ entry }) => entry.name))
  const gone = [...(before?.documents ?? [])].filter(([name]) => !published.has(name))
  const titles = gone.map(([, { title }]) => title)
  const page = { documents, version, since: before?.version ?? '', gone: titles, generator }
  return releasePage(page, template, first.design, run)
}

function partsText(entries: readonly ManifestDocument[], version: string): string {
  const inputs = entries.flatMap(({ sources, template }) => [
    ...sources,
    { path: `templates/${template.name}`, sha256: template.fingerprint },
  ])
  const program = { name: packageFile.name, version: packageFile.version, license: packageFile.license }
  return billOfMaterials({ name: 'release', version }, inputs, program, packagesInside())
}
