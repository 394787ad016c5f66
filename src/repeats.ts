/** `pliego repeats`: paragraphs that stand more than once, in a document or across documents. Nothing is written. */
import type { VFile } from 'vfile'
import { diagnosticText, paintFor, sourceTexts } from './console.ts'
import type { MessageLanguage, RuleId } from './diagnostics/catalogue.ts'
import { type Diagnostic, diagnostics, failed, report } from './diagnostics/report.ts'
import { type LoadedDocument, loadDocument } from './document.ts'
import type { Listing } from './outline.ts'
import { templateFolders } from './program.ts'
import { findSources } from './read/project.ts'
import { repeatsAcross } from './transform/repeats-across.ts'
import { wordsIn } from './words.ts'

const listed: readonly RuleId[] = [
  'repeat-found',
  'repeat-resolved',
  'repeat-guarded',
  'repeat-kept',
  'repeat-near',
  'repeat-elsewhere',
  'repeat-near-elsewhere',
]

/**
 * Reads documents and looks for what repeats within and across them.
 *
 * @returns the messages of each, also of files that are no documents
 */
export async function findRepeats({
  paths,
  ...options
}: Parameters<typeof loadDocument>[1] & Pick<Listing, 'paths'>): Promise<readonly VFile[]> {
  const { sources, problems } = findSources(paths, options.project)
  const files = [...problems]
  const documents: LoadedDocument[] = []
  for (const { absolute } of sources) {
    const document = await loadDocument(absolute, options)
    files.push(document.file)
    if ('publication' in document) documents.push(document)
  }
  const publications = documents.map(({ publication }) => publication)
  for (const { document, opening, place, other, changes } of repeatsAcross(publications)) {
    const file = documents[document]?.file
    if (file === undefined) continue
    const { file: elsewhere, line } = other
    if (changes === null) report(file, 'repeat-elsewhere', place, { opening, file: elsewhere, line })
    else report(file, 'repeat-near-elsewhere', place, { file: elsewhere, line, changes })
  }
  return files
}

/**
 * The report stands on standard output, as sentences or as JSON.
 *
 * @returns the exit code: 1 where a document could not be read
 */
export async function listRepeats(listing: Listing): Promise<number> {
  const { project, paths, template, limits, json, language } = listing
  const templates = templateFolders(project)
  const files = await findRepeats({ project, paths, templates, template, limits, designs: new Map() })
  const found = files.flatMap(file => diagnostics(file, language).filter(isListed))
  if (json) process.stdout.write(`${JSON.stringify({ version: 1, diagnostics: found }, null, 2)}\n`)
  else say(found, project, language)
  return files.some(failed) ? 1 : 0
}

function isListed({ rule, severity }: Diagnostic): boolean {
  return severity === 'error' || listed.includes(rule)
}

function say(found: readonly Diagnostic[], project: string, language: MessageLanguage): void {
  const texts = sourceTexts(project)
  const paint = paintFor(process.stdout)
  const lines = found.map(diagnostic => diagnosticText(diagnostic, language, paint, texts))
  process.stdout.write(`${lines.length === 0 ? wordsIn[language].noRepeats : lines.join('\n')}\n`)
}
