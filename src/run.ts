/** Runs one request and says what came of it: sentences on standard error, or one value on standard output. */
import { build, type DocumentResult, type Request, type RunResult } from './build.ts'
import { diagnosticText, paintFor, resultText, sourceTexts } from './console.ts'
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
  const texts = sourceTexts(request.project)
  const say = (text: string) => process.stderr.write(`${text}\n`)
  const tell = (findings: readonly Finding[]) => {
    for (const finding of findings) say(diagnosticText(worded(finding, language), language, paint, texts))
  }
  const done = (result: DocumentResult) => {
    tell(result.diagnostics)
    say(resultText(result, language, paint))
  }
  const result = await build(request, form === 'text' ? done : () => undefined)
  if (form === 'sarif') {
    process.stdout.write((await import('./sarif.ts')).sarif(result, language))
  } else if (form === 'json') {
    process.stdout.write(`${JSON.stringify({ version: 1, ...wordedResult(result, language) }, null, 2)}\n`)
  } else {
    tell(result.diagnostics)
    for (const path of result.removed) say(`${paint(33, '−')} ${path}: ${words.removed}`)
    if (result.documents.length === 0) say(words.noTexts)
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
