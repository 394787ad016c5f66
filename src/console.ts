/** What a run says on the terminal. Colours only where a terminal shows them (https://no-color.org). */

import type { DocumentResult } from './build.ts'
import type { Severity } from './diagnostics/catalogue.ts'
import type { Diagnostic } from './diagnostics/report.ts'

const marks: Readonly<Record<Severity, readonly [word: string, color: number]>> = {
  error: ['error', 31],
  warning: ['aviso', 33],
  info: ['nota', 36],
}

/** Paints for one stream: ANSI codes on a terminal that wants them, nothing elsewhere. */
export function paintFor(stream: { readonly isTTY?: boolean }): (code: number, text: string) => string {
  const colors = stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
  return (code, text) => (colors ? `\u001b[${code}m${text}\u001b[0m` : text)
}

/** `source/a.md:12:3: aviso: what is wrong [rule]` and, indented, what to do. */
export function diagnosticText(
  diagnostic: Diagnostic,
  paint: (code: number, text: string) => string,
): string {
  const [word, color] = marks[diagnostic.severity]
  const place =
    diagnostic.line === 0 ? diagnostic.file : `${diagnostic.file}:${diagnostic.line}:${diagnostic.column}`
  const head = `${place}: ${paint(color, word)}: ${diagnostic.reason} ${paint(2, `[${diagnostic.rule}]`)}`
  return diagnostic.remedy === '' ? head : `${head}\n    ${paint(2, '→')} ${diagnostic.remedy}`
}

/** One line for one document: pages, words and the size of every file. */
export function resultText(result: DocumentResult, paint: (code: number, text: string) => string): string {
  if (result.outcome === 'failed') return `${paint(31, '✗')} ${result.source}: no se publica`
  const facts = [
    ...(result.pages === null ? [] : [count(result.pages, 'página')]),
    count(result.words, 'palabra'),
    ...result.outputs.map(({ format, bytes }) => `${format} ${size(bytes)}`),
  ]
  const state = result.outcome === 'current' ? ' (al día)' : ''
  return `${paint(32, '✓')} ${result.source}${state}: ${facts.join(' · ')}`
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}

/** Kilobytes of 1,000 bytes, with one decimal below ten. */
function size(bytes: number): string {
  const kilobytes = bytes / 1000
  return `${kilobytes < 10 ? kilobytes.toFixed(1) : Math.round(kilobytes)} KB`
}
