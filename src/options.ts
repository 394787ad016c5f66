/** The words of a command line as a command with its options. */
import { parseArgs } from 'node:util'
import type { MessageLanguage } from './diagnostics/catalogue.ts'
import type { ReviewOptions } from './document.ts'
import type { Format } from './publication/exceptions.ts'
import { classifications, shown, valueNamed } from './read/keys.ts'
import { type LimitName, type Limits, limitNames, mostNesting } from './read/limits.ts'
import { nearest } from './text/nearest.ts'
import { userLanguage } from './user-language.ts'
import { type Words, wordsIn } from './words.ts'
import { formats } from './write/writers.ts'

/** What the user typed cannot be meant; the message is in the user's language. */
export class UsageError extends Error {}

const options = {
  format: { type: 'string', short: 'f' },
  out: { type: 'string', short: 'o' },
  template: { type: 'string', short: 't' },
  assets: { type: 'string' },
  limit: { type: 'string', multiple: true },
  limite: { type: 'string', multiple: true },
  límite: { type: 'string', multiple: true },
  lang: { type: 'string' },
  'word-template': { type: 'string' },
  draft: { type: 'boolean' },
  'line-numbers': { type: 'boolean' },
  'allow-classification': { type: 'string', multiple: true },
  previous: { type: 'string' },
  conformance: { type: 'string' },
  strict: { type: 'boolean' },
  watch: { type: 'boolean', short: 'w' },
  json: { type: 'boolean' },
  prove: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const
type OptionName = keyof typeof options

const limitOptions: readonly OptionName[] = ['limit', 'limite', 'límite']
const common: readonly OptionName[] = ['lang', 'help', 'version', 'template', ...limitOptions]

/** For those who work on the Word file. */
const review: readonly OptionName[] = ['word-template', 'draft', 'line-numbers']

/** Options that a command does not take are wrong usage, not ignored. */
const commands: Readonly<Record<string, readonly OptionName[]>> = {
  build: [...common, ...review, 'format', 'out', 'assets', 'strict', 'prove', 'watch', 'json'],
  collate: [...common, ...review, 'format', 'out', 'json'],
  check: [...common, ...review, 'format', 'strict', 'json'],
  outline: [...common, 'json'],
  repeats: [...common, 'json'],
  release: [...common, 'out', 'assets', 'strict', 'json', 'allow-classification', 'previous', 'conformance'],
  verify: ['lang', 'help', 'version', 'json'],
  changes: [...common, 'json'],
  new: common,
  help: common,
}

export interface CommandLine {
  /** 'version' and 'help' also where an option asked for them. */
  readonly command: string
  readonly operands: readonly string[]
  readonly format: string | undefined
  readonly out: string
  readonly template: string
  /** As given, or ''. */
  readonly assets: string
  readonly limits: Partial<Limits>
  readonly review: ReviewOptions
  /** Of `release`, as given. */
  readonly allowed: readonly string[]
  readonly previous: string
  readonly conformance: string
  readonly strict: boolean
  /** Files are read back before they are written. */
  readonly prove: boolean
  readonly watch: boolean
  readonly json: boolean
}

/**
 * @param words - behind the program's name
 * @returns the language that the user is spoken to in, known even where the rest is wrong usage
 * @throws UsageError for an unknown language
 */
export function languageOf(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): MessageLanguage {
  const { values } = parseArgs({ args: composed(words), options, strict: false })
  const asked = typeof values.lang === 'string' ? values.lang : ''
  const language = userLanguage(asked, environment)
  if (language === null)
    throw new UsageError(wordsIn[userLanguage('', environment) ?? 'es'].usage.unknownLanguage(asked))
  return language
}

/** @throws UsageError for anything that the command does not take */
export function commandLine(words: readonly string[], { usage }: Words): CommandLine {
  const { positionals, tokens } = parseArgs({
    args: composed(words),
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const [named, ...operands] = positionals
  const known = Object.keys(commands)
  if (named !== undefined && !known.includes(named))
    throw new UsageError(usage.unknownCommand(named, nearest(named, known)))
  const given = new Map<OptionName, string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const name = optionNamed(token.name)
    const shown = token.rawName
    const taken = commands[named ?? 'help'] ?? common
    if (name === undefined) {
      const near = nearest(token.name, taken)
      const known = taken.map(option => `--${option}`).join(', ')
      throw new UsageError(usage.unknownOption(shown, near && `--${near}`, known))
    }
    if (named !== undefined && !taken.includes(name)) throw new UsageError(usage.notTaken(named, shown))
    given.set(name, [...(given.get(name) ?? []), optionValue(name, shown, token, usage)])
  }
  const last = (name: OptionName) => given.get(name)?.at(-1)
  const asked = given.has('version') ? 'version' : given.has('help') ? 'help' : named
  if (asked === undefined) throw new UsageError(usage.noCommand)
  return {
    command: asked,
    operands,
    format: last('format'),
    out: last('out') ?? 'dist',
    template: last('template') ?? '',
    assets: last('assets') ?? '',
    limits: limitsOf(
      limitOptions.flatMap(name => given.get(name) ?? []),
      usage,
    ),
    review: {
      wordTemplate: last('word-template') ?? '',
      draft: given.has('draft'),
      lineNumbers: given.has('line-numbers'),
    },
    allowed: given.get('allow-classification') ?? [],
    previous: last('previous') ?? '',
    conformance: last('conformance') ?? '',
    strict: given.has('strict'),
    prove: given.has('prove'),
    watch: given.has('watch'),
    json: given.has('json'),
  }
}

/** Names of options composed: a terminal may send the «í» of `--límite` as two characters. */
function composed(words: readonly string[]): string[] {
  return words.map(word => word.replace(/^--[^=]*/, name => name.normalize('NFC')))
}

function optionNamed(name: string): OptionName | undefined {
  // Keys of the table itself.
  return (Object.keys(options) as OptionName[]).find(option => option === name)
}

/** A value that looks like an option is one that was forgotten, unless it is joined by `=`. */
function optionValue(
  name: OptionName,
  shown: string,
  token: { readonly value?: string | undefined; readonly inlineValue?: boolean | undefined },
  usage: Words['usage'],
): string {
  if (options[name].type === 'boolean') {
    if (token.value !== undefined) throw new UsageError(usage.valueUnwanted(shown))
    return ''
  }
  const { value } = token
  if (value === undefined || value === '' || (token.inlineValue !== true && value.startsWith('-')))
    throw new UsageError(usage.valueMissing(shown))
  return value
}

function limitsOf(written: readonly string[], usage: Words['usage']): Partial<Limits> {
  const limits: { -readonly [Name in LimitName]?: number } = {}
  for (const one of written) {
    const [, label = '', digits = ''] = /^([^=]+)=(\d{1,15})$/.exec(one.trim()) ?? []
    if (label === '' || Number(digits) === 0) throw new UsageError(usage.limitShape(one))
    const folded = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    const entries = Object.entries(limitNames) as [LimitName, readonly [string, string]][] // keys of its type
    const found = entries.find(([, names]) => names.includes(folded))
    if (found === undefined) {
      const known = [...new Set(entries.flatMap(([, names]) => names))].join(', ')
      throw new UsageError(usage.unknownLimit(label, known))
    }
    const [name] = found
    if (name === 'nesting' && Number(digits) > mostNesting)
      throw new UsageError(usage.limitTooHigh(label, mostNesting))
    limits[name] = Number(digits)
  }
  return limits
}

/** @throws UsageError for a format that no writer makes */
export function chosenFormats(list: string | undefined, { usage }: Words): readonly Format[] {
  if (list === undefined) return formats
  const names = list.split(',').map(name => name.trim().toLowerCase())
  const unknown = names.find(name => !formats.some(format => format === name))
  if (unknown !== undefined) throw new UsageError(usage.unknownFormat(unknown, formats.join(', ')))
  return formats.filter(format => names.includes(format))
}

/** @throws UsageError for anything but `inside` and `beside` */
export function chosenAssets({ assets }: CommandLine, { usage }: Words): 'inside' | 'beside' {
  if (assets === '' || assets === 'inside') return 'inside'
  if (assets === 'beside') return assets
  throw new UsageError(usage.unknownAssets(assets))
}

/** @throws UsageError for a class that does not exist */
export function allowedClassifications({ allowed }: CommandLine, { usage }: Words): readonly string[] {
  return allowed.map(written => {
    const known = valueNamed(classifications, written)
    if (known === undefined)
      throw new UsageError(usage.unknownClassification(written, shown(classifications)))
    return known
  })
}

/**
 * https://reproducible-builds.org/specs/source-date-epoch/: seconds since 1970, in decimal.
 *
 * @throws UsageError for anything else
 */
export function sourceDateEpoch(value: string | undefined, { usage }: Words): number | null {
  if (value === undefined || value === '') return null
  if (!/^\d{1,12}$/.test(value)) throw new UsageError(usage.epoch(value))
  return Number(value)
}
