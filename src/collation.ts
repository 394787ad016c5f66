/** `pliego collate`: are the files in the output folder what their texts say? Nothing is written. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { VFile } from 'vfile'
import { diagnosticText, paintFor, sourceTexts } from './console.ts'
import { diagnostics, failed, findings, report } from './diagnostics/report.ts'
import { type LoadedDocument, loadDocument, type ReviewOptions } from './document.ts'
import type { Listing } from './outline.ts'
import { templateFolders } from './program.ts'
import { mostTold, proveFile } from './prove.ts'
import type { Format } from './publication/exceptions.ts'
import { type FoundSource, findSources } from './read/project.ts'
import { projectPath } from './read/source.ts'
import { wordsIn } from './words.ts'

interface CollationRequest extends Listing {
  readonly formats: readonly Format[]
  /** Where the files are, relative to the project or absolute. */
  readonly out: string
  /** As the files were made. */
  readonly review: Partial<ReviewOptions>
}

/** @returns the exit code: 1 where a file is missing or says something else, or a text cannot be read */
export async function runCollation(request: CollationRequest): Promise<number> {
  const { project, paths, template, limits, json, language } = request
  const { sources, problems } = findSources(paths, project)
  const templates = templateFolders(project)
  const options = { project, templates, template, limits, review: request.review, designs: new Map() }
  const files: VFile[] = [...problems]
  const said = wordsIn[language]
  const paint = paintFor(process.stderr)
  const texts = sourceTexts(project)
  const say = (line: string) => process.stderr.write(`${line}\n`)
  for (const source of sources) {
    const document = await loadDocument(source.absolute, options)
    // What the text itself has to be told is told when it is built.
    const own = new VFile({ path: source.path, data: document.file.data })
    if ('publication' in document) await collateDocument({ ...document, file: own }, source, request)
    const file = 'publication' in document ? own : document.file
    files.push(file)
    if (json) continue
    for (const diagnostic of diagnostics(file, language))
      say(diagnosticText(diagnostic, language, paint, texts))
    const mark = failed(file) ? paint(31, '✗') : paint(32, '✓')
    say(`${mark} ${source.path}: ${failed(file) ? said.differs : said.agrees(request.formats)}`)
  }
  if (json) {
    const documents = files.map(file => ({ source: file.path, diagnostics: diagnostics(file, language) }))
    process.stdout.write(`${JSON.stringify({ version: 1, documents }, null, 2)}\n`)
  } else {
    for (const file of problems)
      for (const diagnostic of diagnostics(file, language))
        say(diagnosticText(diagnostic, language, paint, texts))
    if (files.length === 0) say(said.noTexts)
  }
  return files.length === 0 || files.some(file => findings(file).length > 0 && failed(file)) ? 1 : 0
}

async function collateDocument(
  document: LoadedDocument,
  { stem, path }: FoundSource,
  { project, out, formats, json }: CollationRequest,
): Promise<void> {
  for (const format of formats) {
    const name = join(resolve(project, out), `${stem}.${format}`)
    if (existsSync(name)) {
      await proveFile(document, format, readFileSync(name), json ? Number.POSITIVE_INFINITY : mostTold)
    } else {
      report(document.file, 'collate-missing', path, { path: projectPath(name, project) })
    }
  }
}
