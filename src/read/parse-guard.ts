/**
 * The parser's deadline. Some Markdown takes it quadratic time, however short the rules of CommonMark make it look:
 * thousands of marks that open and never close, in one paragraph. A parser cannot be stopped from inside, so a text
 * that may be one of these is parsed in a thread first, which can; every other text pays one look at its characters.
 */
import { existsSync } from 'node:fs'
import { report } from '../diagnostics/report.ts'
import type { Context } from './context.ts'

/** Marks, or lines, in one run of text without a blank line; with fewer, parsing takes about a second at most. */
const most = 5000
/** Descriptions of terms in a whole text: their syntax goes through all that was read before, for each. */
const mostDescriptions = 2000

/** @returns was the text parsed within its time, or is it certain to be? */
export function parsesInTime(context: Context): boolean {
  const { text, limits } = context
  const described = descriptionInQuotedBox(text)
  const seconds = Math.min(quotedSeconds, limits.parseSeconds)
  if (described !== null && !ends(quotedLines(text), seconds, described, context)) return false
  const run = suspiciousRun(text)
  return run === null || ends(text, limits.parseSeconds, run, context)
}

/** @param suspect - where the message points, if the text does not end */
function ends(text: string, seconds: number, suspect: Span, { lines, file }: Context): boolean {
  const worker = workerFile()
  if (worker === undefined || finishes(worker, text, seconds)) return true
  report(file, 'parse-deadline', lines.place(suspect.start, suspect.end), { seconds })
  return false
}

/** UTF-16 offsets. */
interface Span {
  readonly start: number
  readonly end: number
}

/** The first run that holds too many marks, its first line only: that is where a message points. */
function suspiciousRun(text: string): Span | null {
  let start = 0
  let marks = 0
  let rows = 0
  let descriptions = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isMark(code)) marks++
    else if (code === lineEnd) {
      rows++
      if (text.charCodeAt(at + 1) === colon && text.charCodeAt(at + 2) === space) descriptions++
      if (text.charCodeAt(at + 1) === lineEnd) {
        start = at + 2
        marks = 0
        rows = 0
      }
    }
    if (marks > most || rows > most || descriptions > mostDescriptions)
      return { start, end: Math.max(start + 1, text.indexOf('\n', start)) }
  }
  return null
}

/**
 * Another paragraph behind the description of a term, in a box in a quotation: of that the parser never finds the end.
 *
 * @returns the description's line
 */
function descriptionInQuotedBox(text: string): Span | null {
  if (!/^[^\n>]*>[>\t \d.)*+-]*:::/m.test(text)) return null
  const found = /^[^\n>]*>[>\t \d.)*+-]*:[\t ][^\n]*/m.exec(text)
  return found === null ? null : { start: found.index, end: found.index + found[0].length }
}

/** Quotations alone take no time to parse. */
const quotedSeconds = 1

/** The lines of quotations, each in its place. */
function quotedLines(text: string): string {
  return text
    .split('\n')
    .map(line => (/^[^>]*>/.test(line) ? line : ''))
    .join('\n')
}

const lineEnd = 10
const space = 32
const colon = 58
const marks = new Uint8Array(128)
for (const mark of '*_~[]<`&(:!') marks[mark.charCodeAt(0)] = 1

function isMark(code: number): boolean {
  return code < 128 && marks[code] === 1
}

/** Beside the bundle; run from source, in the folder of the last bundle. None: there is no deadline. */
function workerFile(): URL | undefined {
  return ['./parse-worker.js', '../../build/parse-worker.js']
    .map(path => new URL(path, import.meta.url))
    .find(url => existsSync(url))
}

/** Milliseconds until a thread runs, on a machine that does much else. */
const mostLoading = 60_000

function finishes(file: URL, text: string, seconds: number): boolean {
  // Loading it takes longer than parsing most texts, and few are suspects.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const state = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(file, { workerData: { text, state } })
  worker.unref()
  // What fails there fails here too, where it is told.
  worker.on('error', () => undefined)
  Atomics.wait(state, 0, 0, mostLoading)
  const outcome = Atomics.wait(state, 0, 1, seconds * 1000)
  void worker.terminate()
  return outcome !== 'timed-out'
}
