/** Runs `release`, `verify` and `changes`, and says what came of them. */
import { resultLines } from './announce.ts'
import { changes } from './changes.ts'
import { paintFor } from './console.ts'
import type { MessageLanguage } from './diagnostics/catalogue.ts'
import { type Finding, worded } from './diagnostics/report.ts'
import type { VersionOptions } from './previous.ts'
import type { SectionChange } from './release/changes.ts'
import { type ReleaseRequest, release } from './release.ts'
import { verify } from './verify.ts'
import { wordsIn } from './words.ts'

interface Manner {
  /** One JSON value on standard output in place of sentences. */
  readonly json: boolean
  readonly language: MessageLanguage
}

/** @returns the exit code: 1 where there is no release */
export async function runRelease(request: ReleaseRequest, { json, language }: Manner): Promise<number> {
  const say = resultLines(request.project, language, !json)
  const words = wordsIn[language].release
  const { documents, diagnostics, files, removed } = await release(request, say.document, say.begin)
  say.findings(diagnostics)
  const paint = paintFor(process.stderr)
  for (const name of removed) say.line(`${paint(33, '−')} ${name}: ${words.notPart}`)
  const made = files.length > 0
  if (documents.length === 0 && diagnostics.length === 0) say.line(wordsIn[language].noTexts)
  else say.line(made ? `${paint(32, '✓')} ${words.made(files.length, request.out)}` : words.none)
  if (json) print({ version: 1, documents, diagnostics: inWords(diagnostics, language), files, removed })
  return made && diagnostics.every(({ severity }) => severity !== 'error') ? 0 : 1
}

/** @returns the exit code: 1 where something is not as it was released */
export async function runVerify(
  directory: string,
  project: string,
  { json, language }: Manner,
): Promise<number> {
  const say = resultLines(project, language, !json)
  const words = wordsIn[language].release
  const { diagnostics, good, rebuilt } = await verify(directory, project)
  const bad = diagnostics.some(({ severity }) => severity === 'error')
  say.findings(diagnostics)
  if (good > 0) say.line(words.good(good))
  if (good > 0) say.line(words.rebuilt[rebuilt])
  const paint = paintFor(process.stderr)
  say.line(bad ? `${paint(31, '✗')} ${words.verifiedNot}` : `${paint(32, '✓')} ${words.verified}`)
  if (json) print({ version: 1, diagnostics: inWords(diagnostics, language), good, rebuilt })
  return bad ? 1 : 0
}

/** @returns the exit code: 1 where one of the two cannot be read */
export async function runChanges(
  before: string,
  after: string,
  options: VersionOptions,
  { json, language }: Manner,
): Promise<number> {
  const say = resultLines(options.project, language, !json)
  const { diagnostics, documents } = await changes(before, after, options)
  say.findings(diagnostics)
  if (json) print({ version: 1, diagnostics: inWords(diagnostics, language), documents })
  else {
    const { kinds } = wordsIn[language].release
    const lines = documents.flatMap(({ name, title, kind, sections }) => [
      `${name}: ${title} — ${kinds[kind]}`,
      ...sections.flatMap(section => changeLines(section, language)),
    ])
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`)
  }
  return diagnostics.length > 0 ? 1 : 0
}

/** «  modificada  2.1 Alcance», and below it the words: `[-gone-]`, `{+new+}`, as wdiff has them. */
function changeLines(
  { kind, moved, number, title, words }: SectionChange,
  language: MessageLanguage,
): readonly string[] {
  const { kinds, markupOnly } = wordsIn[language].release
  const what = kind === 'changed' && moved ? `${kinds.changed}, ${kinds.moved}` : kinds[kind]
  const note = kind === 'changed' && words.length === 0 ? ` (${markupOnly})` : ''
  const head = `  ${what}: ${[number, title].filter(part => part !== '').join(' ')}${note}`
  if (words.length === 0) return [head]
  const paint = paintFor(process.stdout)
  const shown = words.map(({ kind, text }, index) => {
    if (kind === 'same') return shortened(text, index === 0, index === words.length - 1)
    const space = /\s*$/.exec(text)?.[0] ?? ''
    const word = text.trimEnd()
    return (kind === 'removed' ? paint(31, `[-${word}-]`) : paint(32, `{+${word}+}`)) + space
  })
  return [
    head,
    ...shown
      .join('')
      .split('\n')
      .map(line => `      ${line}`.trimEnd()),
  ]
}

/** Words on either side of what differs; more is only in the way. */
const context = 8

function shortened(text: string, first: boolean, last: boolean): string {
  const words = text.match(/\S+\s*/g) ?? []
  const head = first ? [] : words.slice(0, context)
  const tail = last ? [] : words.slice(-context)
  if (words.length <= head.length + tail.length) return text
  return `${head.join('')}${head.length > 0 ? ' ' : ''}… ${tail.join('')}`.replace(/ {2,}/g, ' ')
}

function inWords(diagnostics: readonly Finding[], language: MessageLanguage) {
  return diagnostics.map(finding => worded(finding, language))
}

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}
