/** Runs one request and says what came of it: sentences on standard error, or one value on standard output. */
import { build, type DocumentResult, type Request, type RunResult } from './build.ts'
import { diagnosticText, paintFor, resultText, sourceTexts } from './console.ts'
import { type Finding, worded } from './diagnostics/report.ts'

/** How a run is told: to people, as JSON of our own, or as SARIF. */
export type ReportForm = 'text' | 'json' | 'sarif'

/** @returns the exit code: 0 good, 1 a document failed */
export async function run(request: Request, form: ReportForm): Promise<number> {
  const paint = paintFor(process.stderr)
  const texts = sourceTexts(request.project)
  const say = (text: string) => process.stderr.write(`${text}\n`)
  const done = (result: DocumentResult) => {
    for (const finding of result.diagnostics) say(diagnosticText(worded(finding, 'es'), paint, texts))
    say(resultText(result, paint))
  }
  const result = await build(request, form === 'text' ? done : () => undefined)
  if (form === 'sarif') {
    process.stdout.write((await import('./sarif.ts')).sarif(result))
  } else if (form === 'json') {
    process.stdout.write(`${JSON.stringify({ version: 1, ...wordedResult(result) }, null, 2)}\n`)
  } else {
    for (const finding of result.diagnostics) say(diagnosticText(worded(finding, 'es'), paint, texts))
    for (const path of result.removed) say(`${paint(33, '−')} ${path}: quitado, ya no existe su texto`)
    if (result.documents.length === 0) say('no hay textos en source/: «pliego new NOMBRE» crea uno')
  }
  return exitCode(result)
}

function wordedResult({ documents, removed, diagnostics }: RunResult) {
  const inWords = (findings: readonly Finding[]) => findings.map(finding => worded(finding, 'es'))
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
