/** Runs one request and says what came of it: sentences on standard error, or one JSON value on standard output. */
import { build, type DocumentResult, type Request, type RunResult } from './build.ts'
import { diagnosticText, paintFor, resultText } from './console.ts'

/** @returns the exit code: 0 good, 1 a document failed */
export async function run(request: Request, json: boolean): Promise<number> {
  const paint = paintFor(process.stderr)
  const say = (text: string) => process.stderr.write(`${text}\n`)
  const done = (result: DocumentResult) => {
    for (const diagnostic of result.diagnostics) say(diagnosticText(diagnostic, paint))
    say(resultText(result, paint))
  }
  const result = await build(request, json ? () => undefined : done)
  if (json) {
    process.stdout.write(`${JSON.stringify({ version: 1, ...result }, null, 2)}\n`)
  } else {
    for (const diagnostic of result.diagnostics) say(diagnosticText(diagnostic, paint))
    for (const path of result.removed) say(`${paint(33, '−')} ${path}: quitado, ya no existe su texto`)
    if (result.documents.length === 0) say('no hay textos en source/: «pliego new NOMBRE» crea uno')
  }
  return exitCode(result)
}

function exitCode({ documents, diagnostics }: RunResult): number {
  const failed =
    documents.some(({ outcome }) => outcome === 'failed') || documents.length === 0 || diagnostics.length > 0
  return failed ? 1 : 0
}
