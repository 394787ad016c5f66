/** The command line: words in, exit code out. 0 good, 1 a document failed, 2 wrong usage. */
import type { MessageLanguage } from './diagnostics/catalogue.ts'
import { helpText } from './help.ts'
import {
  allowedClassifications,
  type CommandLine,
  chosenAssets,
  chosenFormats,
  commandLine,
  languageOf,
  sourceDateEpoch,
  UsageError,
} from './options.ts'
import { version } from './program.ts'
import type { ReportForm } from './run.ts'
import { type Words, wordsIn } from './words.ts'
import { formats } from './write/writers.ts'

let language: MessageLanguage = 'es'

async function main(args: readonly string[]): Promise<number> {
  language = languageOf(args, process.env)
  const words = wordsIn[language]
  const line = commandLine(args, words)
  const { command, operands, template, limits, json, strict } = line
  if (command === 'version') return say(`pliego ${version}`)
  if (command === 'help') return say(helpText[language])
  if (command === 'new') {
    const [name, ...more] = operands
    if (name === undefined || more.length > 0) throw new UsageError(words.usage.oneName)
    return (await import('./new.ts')).newDocument(name, template, language)
  }
  const listing = { project: process.cwd(), paths: operands, template, limits, json, language }
  if (command === 'outline') return (await import('./outline.ts')).outline(listing)
  if (command === 'repeats') return (await import('./repeats.ts')).listRepeats(listing)
  if (command === 'collate') {
    const collation = {
      ...listing,
      formats: chosenFormats(line.format, words),
      out: line.out,
      review: line.review,
    }
    return (await import('./collation.ts')).runCollation(collation)
  }
  if (releaseCommands.includes(command)) return runReleaseCommand(line, words)
  const check = command === 'check'
  const request = {
    project: process.cwd(),
    command: check ? ('check' as const) : ('build' as const),
    paths: operands,
    formats: check ? formats : chosenFormats(line.format, words),
    out: line.out,
    template,
    assets: chosenAssets(line, words),
    strict,
    prove: line.prove,
    limits,
    review: line.review,
    epoch: sourceDateEpoch(process.env.SOURCE_DATE_EPOCH, words),
  }
  const form = reportForm(line, words)
  if (line.watch) return (await import('./watch.ts')).watch(request, form, language)
  return (await import('./run.ts')).run(request, form, language)
}

const releaseCommands: readonly string[] = ['release', 'verify', 'changes']

/** What comes after building loads only when it is asked for. */
async function runReleaseCommand(line: CommandLine, words: Words): Promise<number> {
  const { command, operands, template, limits, json, strict, out, previous, conformance } = line
  const project = process.cwd()
  const { runChanges, runRelease, runVerify } = await import('./run-release.ts')
  const [first, second, ...more] = operands
  if (command === 'verify') {
    if (first === undefined || second !== undefined) throw new UsageError(words.usage.oneFolder)
    return runVerify(first, project, { json, language })
  }
  if (command === 'changes') {
    if (first === undefined || second === undefined || more.length > 0)
      throw new UsageError(words.usage.twoVersions)
    return runChanges(first, second, { project, template, limits }, { json, language })
  }
  const allowed = allowedClassifications(line, words)
  const epoch = sourceDateEpoch(process.env.SOURCE_DATE_EPOCH, words)
  const assets = chosenAssets(line, words)
  const documents = { project, paths: operands, out, template, assets, strict, limits, epoch }
  return runRelease({ ...documents, allowed, previous, conformance }, { json, language })
}

/** `check` makes no files: its format is that of its report. */
function reportForm({ command, format, json }: CommandLine, { usage }: Words): ReportForm {
  if (command !== 'check' || format === undefined) return json ? 'json' : 'text'
  if (format !== 'sarif') throw new UsageError(usage.unknownFormat(format, 'sarif'))
  return 'sarif'
}

function say(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

void main(process.argv.slice(2))
  .catch(problem => {
    const words = wordsIn[language]
    if (problem instanceof UsageError) {
      process.stderr.write(`pliego: ${problem.message}\n    → ${words.usage.seeHelp}\n`)
      return 2
    }
    const detail =
      problem instanceof Error ? (process.env.PLIEGO_DEBUG ? problem.stack : problem.message) : problem
    process.stderr.write(`pliego: ${words.internal(String(detail))}\n`)
    return 1
  })
  .then(code => {
    process.exitCode = code
  })
