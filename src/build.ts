/** A run over documents: which there are, which are current, what becomes of each, and which outputs go. */
import { existsSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { VFile } from 'vfile'
import type { Design } from './design/types.ts'
import type { Phrase } from './diagnostics/phrases.ts'
import { compare, type Finding, findings, report } from './diagnostics/report.ts'
import { type DocumentOptions, type DocumentOutcome, makeDocument, type ReviewOptions } from './document.ts'
import { foldersOf, type Output, removeFiles, removeRemains, sha256, writeWhole } from './output.ts'
import { ownTemplates, programFingerprint } from './program.ts'
import type { Limits } from './read/limits.ts'
import { type FoundSource, findSources } from './read/project.ts'
import { sourceHash } from './read/source.ts'
import {
  type Circumstances,
  type DocumentRecord,
  documentKey,
  isCurrent,
  outputKey,
  outputOf,
  readRecord,
  recordOutput,
  templatesFingerprint,
} from './record.ts'
import type { Format } from './write/types.ts'
import { formats } from './write/writers.ts'

export interface Request {
  readonly command: 'build' | 'check'
  /** Absolute: the folder that holds source/ and templates/. */
  readonly project: string
  /** Files and folders; none: all of source/. */
  readonly paths: readonly string[]
  readonly formats: readonly Format[]
  /** Output folder, relative to the project or absolute. */
  readonly out: string
  /** '' leaves it to the document. */
  readonly template: string
  /** Where style sheets, fonts, pictures and script of a web page are: in it, or in a folder beside it. */
  readonly assets: 'inside' | 'beside'
  readonly strict: boolean
  /** Every file is read back and compared with its text before it is written. */
  readonly prove?: boolean
  readonly epoch: number | null
  /** Of reading, where they are not as they are by default. */
  readonly limits?: Partial<Limits>
  readonly review?: Partial<ReviewOptions>
}

export interface DocumentResult {
  /** Path relative to the project, with `/`. */
  readonly source: string
  readonly outcome: 'built' | 'checked' | 'current' | 'failed'
  /** null where no format with pages was asked for. */
  readonly pages: number | null
  readonly words: number
  readonly outputs: readonly ResultFile[]
  readonly diagnostics: readonly Finding[]
}

export interface ResultFile {
  readonly format: string
  /** Of a file that belongs to the web page: its name in the folder beside it; else ''. */
  readonly part: string
  readonly path: string
  readonly bytes: number
}

export interface RunResult {
  readonly documents: readonly DocumentResult[]
  /** Outputs whose source is gone, removed in this run; relative to the project. */
  readonly removed: readonly string[]
  /** The record itself could not be written. */
  readonly diagnostics: readonly Finding[]
}

/**
 * Builds or checks what a request names. A failed document keeps its former outputs and stops no other.
 *
 * @param request - what to do
 * @param done - called with every document as it is finished
 * @param begin - called before each: its path, how many are finished, how many there are
 */
export async function build(
  request: Request,
  done: (result: DocumentResult) => void,
  begin: (path: string, finished: number, all: number) => void = () => undefined,
): Promise<RunResult> {
  const { project } = request
  const folder = resolve(project, request.out)
  const templates = [join(project, 'templates'), ownTemplates]
  const found = findSources(request.paths, project)
  const collisions = outputCollisions(found.sources)
  const records = new Map(Object.entries(readRecord(folder).documents))
  const fingerprint = templatesFingerprint(templates)
  const designs = new Map<string, Design>()
  const documents: DocumentResult[] = []
  const finish = (result: DocumentResult) => {
    documents.push(result)
    done(result)
  }

  for (const problem of found.problems) finish(failure(problem))
  for (const [finished, { path, absolute, stem }] of found.sources.entries()) {
    begin(path, finished, found.sources.length)
    const other = collisions.get(path)
    if (other !== undefined) {
      finish(collision(path, stem, other))
      continue
    }
    const former = records.get(path)
    if (former !== undefined && request.command === 'build') {
      const key = documentKey(circumstances(request, fingerprint), former.sources)
      const current =
        request.prove !== true &&
        key === former.key &&
        isCurrent(former, folder, project, [...request.formats, 'json'])
      if (current && !(request.strict && former.diagnostics.some(({ severity }) => severity === 'warning'))) {
        finish(currentResult(path, former, request))
        continue
      }
    }
    const assetFolder = request.assets === 'beside' ? stem : ''
    const outcome = await makeOrReport(absolute, path, { ...request, assetFolder, templates, designs })
    if (outcome.outputs === null || request.command === 'check') {
      finish(result(path, outcome.outputs === null ? 'failed' : 'checked', outcome, []))
      continue
    }
    const outputs = outcome.outputs.map(({ format, part, bytes }) => {
      const name = part === '' ? `${stem}.${format}` : `${stem}/${part}`
      return { format, part, name, path: join(folder, name), bytes }
    })
    const unwritable = writeWhole(outputs)
    if (unwritable !== null) {
      const why = unwritableMessage(path, shown(unwritable.path, project), unwritable.why)
      finish(result(path, 'failed', { ...outcome, diagnostics: [...outcome.diagnostics, ...why] }, []))
      continue
    }
    const made = record(outcome, outputs, circumstances(request, fingerprint), former)
    const swept = removeOldParts(made, stem, folder, project)
    records.set(path, swept.record)
    const listed = outputs.map(({ format, part, path, bytes }) => ({
      format,
      part,
      path: shown(path, project),
      bytes: bytes.length,
    }))
    const diagnostics = [...outcome.diagnostics, ...swept.diagnostics]
    finish(result(path, 'built', { ...outcome, diagnostics }, listed))
  }

  if (request.command === 'check') return { documents, removed: [], diagnostics: [] }
  const { removed, diagnostics } = removeOrphans(records, folder, project)
  for (const name of foldersOf([...records.values()].flatMap(filesOf))) removeRemains(join(folder, name))
  return { documents, removed, diagnostics: [...diagnostics, ...keepRecord(folder, records, project)] }
}

/** An exception is a bug of ours: it stops its document with a message, and no other document. */
async function makeOrReport(
  absolute: string,
  path: string,
  options: DocumentOptions,
): Promise<DocumentOutcome> {
  try {
    return await makeDocument(absolute, options)
  } catch (problem) {
    if (process.env.PLIEGO_DEBUG) throw problem
    const file = new VFile({ path })
    report(file, 'internal', path, { detail: problem instanceof Error ? problem.message : String(problem) })
    return { diagnostics: findings(file), sources: [], pages: null, words: 0, outputs: null }
  }
}

function circumstances(request: Request, templates: string): Circumstances {
  const { template, assets, epoch, review = {}, project } = request
  const { wordTemplate = '', draft = false, lineNumbers = false } = review
  const word = wordTemplate === '' ? '' : sourceHash(resolve(project, wordTemplate))
  const asked = { word: word || wordTemplate, draft, lineNumbers }
  return { program: programFingerprint(), template, epoch, assets, templates, ...asked }
}

function record(
  outcome: DocumentOutcome,
  outputs: readonly (Output & { format: string; part: string; name: string })[],
  made: Circumstances,
  former: DocumentRecord | undefined,
): DocumentRecord {
  const sources = outcome.sources.map(({ path, sha256 }) => ({ path, sha256 }))
  const key = documentKey(made, sources)
  // Formats that were not asked for this time stay on record if they were made from the same text; else by name only.
  const kept = former?.key === key ? former : undefined
  const names = outputs.map(({ name }) => name)
  const older = Object.values(kept === undefined ? (former?.outputs ?? {}) : {}).map(({ name }) => name)
  const stale = [...new Set([...older, ...(former?.stale ?? [])])]
    .filter(name => !names.includes(name))
    .sort()
  const written = outputs.map(({ format, part, name, bytes }) => [
    outputKey(format, part),
    { name, bytes: bytes.length, sha256: sha256(bytes) },
  ])
  return {
    key,
    sources,
    pages: outcome.pages ?? kept?.pages ?? null,
    words: outcome.words,
    diagnostics: outcome.diagnostics,
    outputs: inOrder({ ...kept?.outputs, ...Object.fromEntries(written) }),
    stale,
  }
}

/** The same record, in whatever order the formats were built. */
function inOrder(outputs: DocumentRecord['outputs']): DocumentRecord['outputs'] {
  const order: readonly string[] = [...formats, 'json']
  const place = (key: string) => order.indexOf(outputOf(key).format)
  const sorted = Object.entries(outputs).sort(([a], [b]) => place(a) - place(b) || compare(a, b))
  return Object.fromEntries(sorted)
}

/**
 * What a page showed before and shows no more goes as soon as the page is made again: who publishes the folder must
 * not publish it along. What cannot be removed stays on record.
 */
function removeOldParts(
  made: DocumentRecord,
  stem: string,
  folder: string,
  project: string,
): { readonly record: DocumentRecord; readonly diagnostics: readonly Finding[] } {
  const old = made.outputs.html === undefined ? [] : made.stale.filter(name => name.startsWith(`${stem}/`))
  const failure = removeFiles(folder, old)
  if (failure !== null)
    return { record: made, diagnostics: unwritableMessage('', shown(failure.path, project), failure.why) }
  return { record: { ...made, stale: made.stale.filter(name => !old.includes(name)) }, diagnostics: [] }
}

function keepRecord(
  folder: string,
  records: ReadonlyMap<string, DocumentRecord>,
  project: string,
): readonly Finding[] {
  const output = recordOutput(folder, records)
  if (output === null) return []
  const unwritable = writeWhole([output])
  return unwritable === null ? [] : unwritableMessage('', shown(unwritable.path, project), unwritable.why)
}

/** Sources whose outputs would have one name, on file systems that fold case or normalise too. */
function outputCollisions(sources: readonly FoundSource[]): ReadonlyMap<string, string> {
  const byName = new Map<string, FoundSource[]>()
  for (const source of sources) {
    const name = source.stem.toLowerCase()
    byName.set(name, [...(byName.get(name) ?? []), source])
  }
  const collisions = new Map<string, string>()
  for (const { path, stem } of sources) {
    const other = byName.get(stem.toLowerCase())?.find(candidate => candidate.path !== path)
    if (other !== undefined) collisions.set(path, other.path)
  }
  return collisions
}

/**
 * Removes the outputs of recorded sources that no longer exist, and nothing else. What cannot be removed stays on
 * record, for a build that can.
 */
function removeOrphans(
  records: Map<string, DocumentRecord>,
  folder: string,
  project: string,
): { readonly removed: readonly string[]; readonly diagnostics: readonly Finding[] } {
  const removed: string[] = []
  const diagnostics: Finding[] = []
  for (const [source, gone] of [...records]) {
    if (existsSync(join(project, source))) continue
    const used = new Set([...records].flatMap(([path, other]) => (path === source ? [] : filesOf(other))))
    const orphans = filesOf(gone).filter(name => !used.has(name) && existsSync(join(folder, name)))
    const failure = removeFiles(folder, orphans)
    if (failure !== null) {
      diagnostics.push(...unwritableMessage('', shown(failure.path, project), failure.why))
      continue
    }
    records.delete(source)
    removed.push(...orphans.map(name => shown(join(folder, name), project)))
  }
  return { removed, diagnostics }
}

function filesOf({ outputs, stale }: DocumentRecord): readonly string[] {
  return [...Object.values(outputs).map(({ name }) => name), ...stale]
}

function result(
  source: string,
  outcome: DocumentResult['outcome'],
  made: DocumentOutcome,
  outputs: DocumentResult['outputs'],
): DocumentResult {
  const { pages, words, diagnostics } = made
  return { source, outcome, pages, words, outputs, diagnostics }
}

function currentResult(source: string, former: DocumentRecord, request: Request): DocumentResult {
  const folder = resolve(request.project, request.out)
  const outputs = Object.entries(former.outputs).map(([key, { name, bytes }]) => {
    return { ...outputOf(key), path: shown(join(folder, name), request.project), bytes }
  })
  const { pages, words, diagnostics } = former
  return { source, outcome: 'current', pages, words, outputs, diagnostics }
}

function failure(file: VFile): DocumentResult {
  return {
    source: file.path,
    outcome: 'failed',
    pages: null,
    words: 0,
    outputs: [],
    diagnostics: findings(file),
  }
}

function collision(path: string, stem: string, other: string): DocumentResult {
  const file = new VFile({ path })
  report(file, 'output-collision', path, { name: `${stem}.*`, other })
  return failure(file)
}

function unwritableMessage(source: string, path: string, why: Phrase): readonly Finding[] {
  const file = new VFile({ path: source || path })
  report(file, 'output-unwritable', file.path, { path, why })
  return findings(file)
}

/** A path for people: relative to the project where it lies inside, with `/`. */
function shown(path: string, project: string): string {
  const inside = relative(project, path)
  return inside.startsWith('..') ? path : inside.split(sep).join('/')
}
