/** Runs one request and says what came of it: sentences on standard error, or one value on standard output. */
import { resultLines } from './announce.ts'
import { build, type Request, type RunResult } from './build.ts'
import { paintFor } from './console.ts'
import type { MessageLanguage } from './diagnostics/catalogue.ts'
import { type Finding, worded } from './diagnostics/report.ts'
import { wordsIn } from './words.ts'

/** How a run is told: to people, as JSON of our own, or as SARIF. */
export type ReportForm = 'text' | 'json' | 'sarif'

/**
 * @param language - of everything that is said; what is written depends on the request alone
 * @returns the exit code: 0 good, 1 a document failed
 */
export async function run(request: Request, form: ReportForm, language: MessageLanguage): Promise<number> {
  const words = wordsIn[language]
  const paint = paintFor(process.stderr)
  const say = resultLines(request.project, language, form === 'text')
  const result = await build(request, say.document, say.begin)
  if (form === 'sarif') {
    process.stdout.write((await import('./sarif.ts')).sarif(result, language))
  } else if (form === 'json') {
    process.stdout.write(`${JSON.stringify({ version: 1, ...wordedResult(result, language) }, null, 2)}\n`)
  } else {
    say.findings(result.diagnostics)
    for (const path of result.removed) say.line(`${paint(33, '−')} ${path}: ${words.removed}`)
    if (result.documents.length === 0) say.line(words.noTexts)
  }
  return exitCode(result)
}

function wordedResult({ documents, removed, diagnostics }: RunResult, language: MessageLanguage) {
  const inWords = (findings: readonly Finding[]) => findings.map(finding => worded(finding, language))
  return {
    documents: documents.map(document => ({ ...document, diagnostics: inWords(document.diagnostics) })),
    removed,
    diagnostics: inWords(diagnostics),
  }
}

function exitCode({ documents, diagnostics }: RunResult): number {
  const failed =
    documents.some(({ outcome }) => outcome === 'failed') || documents.length === 0 || diagnostics.length > 0
  return failed ? 1 : 0
}
