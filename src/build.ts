/** A run over documents: which there are, which are current, and what becomes of each. */
import { join, resolve } from 'node:path'
import { VFile } from 'vfile'
import type { Design } from './design/types.ts'
import { type Finding, findings, report } from './diagnostics/report.ts'
import { type DocumentOptions, type DocumentOutcome, makeDocument, type ReviewOptions } from './document.ts'
import { templatesFingerprint } from './fingerprints.ts'
import { removeOldParts, removeOrphans } from './old-outputs.ts'
import { foldersOf, removeRemains, unwritable, writeWhole } from './output.ts'
import { programFingerprint, templateFolders } from './program.ts'
import type { Format } from './publication/exceptions.ts'
import type { Limits } from './read/limits.ts'
import { type FoundSource, findSources } from './read/project.ts'
import { shownPath, sourceHash } from './read/source.ts'
import {
  type Circumstances,
  type DocumentRecord,
  documentKey,
  documentRecord,
  isCurrent,
  outputOf,
  readRecord,
  recordedNames,
  writeRecord,
} from './record.ts'

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

/** What all documents of a run share. */
interface Run {
  readonly request: Request
  /** The output folder, absolute. */
  readonly folder: string
  /** By the source's path, before and after. */
  readonly records: Map<string, DocumentRecord>
  readonly designs: Map<string, Design>
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
  const { sources, problems } = findSources(request.paths, project)
  const collisions = outputCollisions(sources)
  const records = new Map(Object.entries(readRecord(folder).documents))
  const run: Run = { request, folder, records, designs: new Map() }
  // A check keeps no record, and spares itself the reading of every template.
  const made = request.command === 'check' ? null : circumstances(request)
  const documents: DocumentResult[] = []
  const finish = (result: DocumentResult) => {
    documents.push(result)
    done(result)
  }

  for (const problem of problems) finish(failure(problem))
  for (const [finished, source] of sources.entries()) {
    begin(source.path, finished, sources.length)
    const other = collisions.get(source.path)
    if (other !== undefined) finish(collision(source, other))
    else finish(made === null ? await checkDocument(source, run) : await buildDocument(source, made, run))
  }

  if (made === null) return { documents, removed: [], diagnostics: [] }
  const { removed, diagnostics } = removeOrphans(records, folder, project)
  for (const name of foldersOf([...records.values()].flatMap(recordedNames)))
    removeRemains(join(folder, name))
  const unkept = writeRecord(folder, records)
  const all = unkept === null ? diagnostics : [...diagnostics, ...unwritable(unkept, project)]
  return { documents, removed, diagnostics: all }
}

async function checkDocument(source: FoundSource, run: Run): Promise<DocumentResult> {
  const outcome = await makeOrReport(source, run)
  return result(source.path, outcome.outputs === null ? 'failed' : 'checked', outcome, [])
}

async function buildDocument(source: FoundSource, made: Circumstances, run: Run): Promise<DocumentResult> {
  const { path, stem } = source
  const { request, folder, records } = run
  const { project } = request
  const former = records.get(path)
  if (former !== undefined && mayStay(former, made, run)) return currentResult(path, former, run)
  const outcome = await makeOrReport(source, run)
  if (outcome.outputs === null) return result(path, 'failed', outcome, [])
  const outputs = outcome.outputs.map(({ format, part, bytes }) => {
    const name = part === '' ? `${stem}.${format}` : `${stem}/${part}`
    return { format, part, name, path: join(folder, name), bytes }
  })
  const problem = writeWhole(outputs)
  if (problem !== null) {
    const diagnostics = [...outcome.diagnostics, ...unwritable(problem, project, path)]
    return result(path, 'failed', { ...outcome, diagnostics }, [])
  }
  const written = documentRecord(outcome, outputs, made, former)
  const swept = removeOldParts(written, stem, folder, project)
  records.set(path, swept.record)
  const listed = outputs.map(({ format, part, path, bytes }) => ({
    format,
    part,
    path: shownPath(path, project),
    bytes: bytes.length,
  }))
  const diagnostics = [...outcome.diagnostics, ...swept.diagnostics]
  return result(path, 'built', { ...outcome, diagnostics }, listed)
}

/** May what was built before stand as it is? */
function mayStay(former: DocumentRecord, made: Circumstances, { request, folder }: Run): boolean {
  if (request.prove === true) return false
  if (request.strict && former.diagnostics.some(({ severity }) => severity === 'warning')) return false
  const wanted = [...request.formats, 'json']
  return (
    documentKey(made, former.sources) === former.key && isCurrent(former, folder, request.project, wanted)
  )
}

/** An exception is a bug of ours: it stops its document with a message, and no other document. */
async function makeOrReport(
  { absolute, path, stem }: FoundSource,
  { request, designs }: Run,
): Promise<DocumentOutcome> {
  const templates = templateFolders(request.project)
  const assetFolder = request.assets === 'beside' ? stem : ''
  const options: DocumentOptions = { ...request, assetFolder, templates, designs }
  try {
    return await makeDocument(absolute, options)
  } catch (problem) {
    if (process.env.PLIEGO_DEBUG) throw problem
    const file = new VFile({ path })
    report(file, 'internal', path, { detail: problem instanceof Error ? problem.message : String(problem) })
    return { diagnostics: findings(file), sources: [], pages: null, words: 0, outputs: null }
  }
}

function circumstances({ template, assets, epoch, review = {}, project }: Request): Circumstances {
  const { wordTemplate = '', draft = false, lineNumbers = false } = review
  const templates = templatesFingerprint(templateFolders(project))
  const word = wordTemplate === '' ? '' : sourceHash(resolve(project, wordTemplate))
  const asked = { word: word || wordTemplate, draft, lineNumbers }
  return { program: programFingerprint(), template, epoch, assets, templates, ...asked }
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

function result(
  source: string,
  outcome: DocumentResult['outcome'],
  made: DocumentOutcome,
  outputs: DocumentResult['outputs'],
): DocumentResult {
  const { pages, words, diagnostics } = made
  return { source, outcome, pages, words, outputs, diagnostics }
}

function currentResult(source: string, former: DocumentRecord, { request, folder }: Run): DocumentResult {
  const outputs = Object.entries(former.outputs).map(([key, { name, bytes }]) => {
    return { ...outputOf(key), path: shownPath(join(folder, name), request.project), bytes }
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

function collision({ path, stem }: FoundSource, other: string): DocumentResult {
  const file = new VFile({ path })
  report(file, 'output-collision', path, { name: `${stem}.*`, other })
  return failure(file)
}
