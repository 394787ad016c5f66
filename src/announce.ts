/** How a run is told while it goes on: lines, a bar that moves on a terminal, annotations where a code host reads along. */
import type { DocumentResult } from './build.ts'
import { diagnosticText, paintFor, resultText, sourceTexts } from './console.ts'
import type { MessageLanguage, Severity } from './diagnostics/catalogue.ts'
import { type Diagnostic, type Finding, worded } from './diagnostics/report.ts'

export interface Announcer {
  readonly begin: (path: string, finished: number, all: number) => void
  readonly document: (result: DocumentResult) => void
  readonly findings: (findings: readonly Finding[]) => void
  readonly line: (text: string) => void
}

/** @param aloud - false says nothing, where another form is asked for */
export function resultLines(project: string, language: MessageLanguage, aloud: boolean): Announcer {
  if (!aloud) {
    const nothing = () => undefined
    return { begin: nothing, document: nothing, findings: nothing, line: nothing }
  }
  const paint = paintFor(process.stderr)
  const texts = sourceTexts(project)
  const bar = progressBar(process.stderr)
  const line = (text: string) => process.stderr.write(`${bar.clear()}${text}\n`)
  const findings = (found: readonly Finding[]) => {
    for (const finding of found) {
      const diagnostic = worded(finding, language)
      line(diagnosticText(diagnostic, language, paint, texts))
      if (process.env.GITHUB_ACTIONS === 'true') process.stdout.write(`${annotation(diagnostic)}\n`)
    }
  }
  return {
    begin: (path, finished, all) => bar.show(path, finished, all),
    document: result => {
      findings(result.diagnostics)
      line(resultText(result, language, paint))
    },
    findings,
    line,
  }
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * A message beside the line that it is about, as GitHub shows it.
 *
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotation({
  severity,
  file,
  line,
  endLine,
  column,
  rule,
  reason,
  remedy,
}: Diagnostic): string {
  const properties = [
    ['file', file],
    ['line', line],
    ['endLine', endLine],
    ['col', column],
    ['title', rule],
  ] as const
  const given = properties.filter(([, value]) => value !== 0 && value !== '')
  const written = given.map(([name, value]) => `${name}=${escaped(String(value), /[%\r\n:,]/g)}`).join(',')
  const text = remedy === '' ? reason : `${reason}\n→ ${remedy}`
  return `::${levels[severity]} ${written}::${escaped(text, /[%\r\n]/g)}`
}

function escaped(text: string, pattern: RegExp): string {
  return text.replace(pattern, one => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

/** Cells of the bar. */
const cells = 20

/** Where nothing moves, in a file or in CI, there is no bar: the lines of what is finished stand alone. */
function progressBar(stream: NodeJS.WriteStream) {
  const moving = stream.isTTY === true && process.env.TERM !== 'dumb' && process.env.CI === undefined
  let shown = false
  return {
    show: (path: string, finished: number, all: number) => {
      // One document needs no bar.
      if (!moving || all < 2) return
      const full = Math.floor((cells * finished) / all)
      const bar = `${'█'.repeat(full)}${'░'.repeat(cells - full)}`
      const room = (stream.columns ?? 80) - cells - 2 * String(all).length - 5
      stream.write(`\r\u001b[K${bar} ${finished}/${all} ${path.slice(0, Math.max(0, room))}`)
      shown = true
    },
    clear: () => {
      if (!shown) return ''
      shown = false
      return '\r\u001b[K'
    },
  }
}
