/** What a run says on the terminal. Colours only where a terminal shows them (https://no-color.org). */

import { resolve } from 'node:path'
import type { DocumentResult } from './build.ts'
import type { MessageLanguage, Severity } from './diagnostics/catalogue.ts'
import { excerpt } from './diagnostics/excerpt.ts'
import type { Diagnostic } from './diagnostics/report.ts'
import { sourceText } from './read/source.ts'
import { wordsIn } from './words.ts'

const colors: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 }

/** Paints for one stream: ANSI codes on a terminal that wants them, nothing elsewhere. */
export function paintFor(stream: { readonly isTTY?: boolean }): (code: number, text: string) => string {
  const colored = stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
  return (code, text) => (colored ? `\u001b[${code}m${text}\u001b[0m` : text)
}

/** Looks up the text of a file that a message names; '' where there is none to show. */
export type SourceTexts = (path: string) => string

/** The texts of a project's files, each read once. */
export function sourceTexts(project: string): SourceTexts {
  const texts = new Map<string, string>()
  return path => {
    const text = texts.get(path) ?? sourceText(resolve(project, path))
    texts.set(path, text)
    return text
  }
}

/** `source/a.md:12:3: aviso: what is wrong [rule]`, the line with a mark under it and, indented, what to do. */
export function diagnosticText(
  diagnostic: Diagnostic,
  language: MessageLanguage,
  paint: (code: number, text: string) => string,
  texts: SourceTexts,
): string {
  const { severity } = diagnostic
  const word = paint(colors[severity], wordsIn[language].severities[severity])
  const place =
    diagnostic.line === 0 ? diagnostic.file : `${diagnostic.file}:${diagnostic.line}:${diagnostic.column}`
  const head = `${place}: ${word}: ${diagnostic.reason} ${paint(2, `[${diagnostic.rule}]`)}`
  const shown = diagnostic.line === 0 ? '' : excerpt(texts(diagnostic.file), diagnostic)
  const remedy = diagnostic.remedy === '' ? '' : `    ${paint(2, '→')} ${diagnostic.remedy}`
  return [head, shown, remedy].filter(part => part !== '').join('\n')
}

/** One line for one document: pages, words and the size of every file. */
export function resultText(
  result: DocumentResult,
  language: MessageLanguage,
  paint: (code: number, text: string) => string,
): string {
  const words = wordsIn[language]
  if (result.outcome === 'failed') return `${paint(31, '✗')} ${result.source}: ${words.notPublished}`
  const facts = [
    ...(result.pages === null ? [] : [words.pages(result.pages)]),
    words.words(result.words),
    ...sizes(result.outputs),
  ]
  const state = result.outcome === 'current' ? ` (${words.current})` : ''
  return `${paint(32, '✓')} ${result.source}${state}: ${facts.join(' · ')}`
}

/** A format with all the files that belong to it. */
function sizes(outputs: DocumentResult['outputs']): readonly string[] {
  const whole = new Map<string, number>()
  for (const { format, bytes } of outputs) whole.set(format, (whole.get(format) ?? 0) + bytes)
  return [...whole].map(([format, bytes]) => `${format} ${size(bytes)}`)
}

/** Kilobytes of 1,000 bytes, with one decimal below ten. */
function size(bytes: number): string {
  const kilobytes = bytes / 1000
  return `${kilobytes < 10 ? kilobytes.toFixed(1) : Math.round(kilobytes)} KB`
}
