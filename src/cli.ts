#!/usr/bin/env node
/** The command line: words in, exit code out. 0 good, 1 a document failed, 2 wrong usage. */
import { parseArgs } from 'node:util'
import { helpText } from './help.ts'
import { version } from './program.ts'
import type { ReportForm } from './run.ts'
import type { Format } from './write/types.ts'
import { formats } from './write/writers.ts'

class UsageError extends Error {}

const options = {
  format: { type: 'string', short: 'f' },
  out: { type: 'string', short: 'o', default: 'dist' },
  template: { type: 'string', short: 't', default: '' },
  strict: { type: 'boolean', default: false },
  watch: { type: 'boolean', short: 'w', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const

/** Options that a command does not take are wrong usage, not ignored. */
const commands: Readonly<Record<string, readonly string[]>> = {
  build: ['format', 'out', 'template', 'strict', 'watch', 'json'],
  check: ['format', 'template', 'strict', 'json'],
  outline: ['template', 'json'],
  repeats: ['template', 'json'],
  new: ['template'],
}

async function main(words: readonly string[]): Promise<number> {
  const { values, positionals, tokens } = parse(words)
  const [command, ...rest] = positionals
  if (values.version) return say(`pliego ${version}`)
  if (values.help || command === 'help') return say(helpText)
  if (command === undefined) throw new UsageError('falta la orden')
  const allowed = commands[command]
  if (allowed === undefined) throw new UsageError(`no existe la orden «${command}»`)
  for (const token of tokens) {
    if (token.kind === 'option' && !allowed.includes(token.name)) {
      throw new UsageError(`«${command}» no admite --${token.name}`)
    }
  }

  if (command === 'new') {
    const [name, ...more] = rest
    if (name === undefined || more.length > 0) throw new UsageError('«new» necesita un nombre, y uno solo')
    return (await import('./new.ts')).newDocument(name, values.template)
  }
  if (command === 'outline') {
    return (await import('./outline.ts')).outline(process.cwd(), rest, values.template, values.json)
  }
  if (command === 'repeats') {
    return (await import('./repeats.ts')).listRepeats(process.cwd(), rest, values.template, values.json)
  }
  const request = {
    project: process.cwd(),
    command: command === 'check' ? ('check' as const) : ('build' as const),
    paths: rest,
    formats: command === 'check' ? formats : chosenFormats(values.format),
    out: values.out,
    template: values.template,
    strict: values.strict,
    epoch: sourceDateEpoch(),
  }
  const report = reportForm(command, values)
  if (values.watch) return (await import('./watch.ts')).watch(request, report)
  return (await import('./run.ts')).run(request, report)
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, tokens: true })
  } catch (problem) {
    // parseArgs reports what the user typed as TypeError with a code of its own.
    if (
      problem instanceof TypeError &&
      'code' in problem &&
      String(problem.code).startsWith('ERR_PARSE_ARGS')
    ) {
      const option = /'(-[^' ]*)/.exec(problem.message)?.[1] ?? ''
      throw new UsageError(`no se entiende la opción ${option}`.trim())
    }
    throw problem
  }
}

/** `check` makes no files: its format is that of its report. */
function reportForm(command: string, values: { json: boolean; format?: string }): ReportForm {
  if (command !== 'check' || values.format === undefined) return values.json ? 'json' : 'text'
  if (values.format !== 'sarif')
    throw new UsageError(`«check» no tiene el formato «${values.format}» (hay: sarif)`)
  return 'sarif'
}

function chosenFormats(list: string | undefined): readonly Format[] {
  if (list === undefined) return formats
  const names = list.split(',').map(name => name.trim().toLowerCase())
  const unknown = names.find(name => !formats.some(format => format === name))
  if (unknown !== undefined)
    throw new UsageError(`no existe el formato «${unknown}» (hay: ${formats.join(', ')})`)
  return formats.filter(format => names.includes(format))
}

/** https://reproducible-builds.org/specs/source-date-epoch/: seconds since 1970, in decimal. */
function sourceDateEpoch(): number | null {
  const value = process.env.SOURCE_DATE_EPOCH
  if (value === undefined || value === '') return null
  if (!/^\d{1,12}$/.test(value))
    throw new UsageError(`SOURCE_DATE_EPOCH no es un número de segundos: «${value}»`)
  return Number(value)
}

function say(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (problem) {
  if (problem instanceof UsageError) {
    process.stderr.write(`pliego: ${problem.message}\n    → «pliego help» muestra cómo se usa\n`)
    process.exitCode = 2
  } else {
    const detail =
      problem instanceof Error ? (process.env.PLIEGO_DEBUG ? problem.stack : problem.message) : problem
    process.stderr.write(
      `pliego: fallo interno: ${detail}\n    → comuníquelo; PLIEGO_DEBUG=1 muestra dónde\n`,
    )
    process.exitCode = 1
  }
}
