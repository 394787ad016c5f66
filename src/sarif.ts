/** The messages of a run as SARIF 2.1.0 (OASIS), which code hosts show beside the lines. */
import type { RunResult } from './build.ts'
import { catalogue, type MessageLanguage, type RuleId, type Severity } from './diagnostics/catalogue.ts'
import { type Finding, worded } from './diagnostics/report.ts'
import { version } from './program.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** Where the messages are explained, each under its rule's name. */
const pages: Readonly<Record<MessageLanguage, string>> = {
  es: 'docs/messages.md',
  en: 'docs/messages.en.md',
}

/** @returns one SARIF log with one run; rules are listed once, in the catalogue's order */
export function sarif(result: RunResult, language: MessageLanguage): string {
  const found = [...result.documents.flatMap(({ diagnostics }) => diagnostics), ...result.diagnostics]
  const used = (Object.keys(catalogue) as RuleId[]).filter(id => found.some(({ rule }) => rule === id)) // keys of a const
  const rules = used.map(id => ({
    id,
    defaultConfiguration: { level: levels[catalogue[id].severity] },
    helpUri: `${pages[language]}#${id}`,
  }))
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Pliego', version, language, rules } },
        columnKind: 'utf16CodeUnits',
        results: found.map(finding => resultOf(finding, used, language)),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function resultOf(finding: Finding, rules: readonly RuleId[], language: MessageLanguage) {
  const { rule, severity, file, reason, remedy, includedFrom } = worded(finding, language)
  const relatedLocations = includedFrom.map(from => locationOf(from.file, { startLine: from.line }))
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: levels[severity],
    message: { text: remedy === '' ? reason : `${reason}. ${remedy}` },
    locations: [locationOf(file, regionOf(finding))],
    ...(relatedLocations.length === 0 ? {} : { relatedLocations }),
  }
}

function locationOf(file: string, region: object | null) {
  const uri = file.split('/').map(encodeURIComponent).join('/')
  return { physicalLocation: { artifactLocation: { uri }, ...(region === null ? {} : { region }) } }
}

/** A message about a whole file has no region (SARIF 2.1.0, 3.29.4). */
function regionOf({ line, column, endLine, endColumn }: Finding) {
  if (line === 0) return null
  return { startLine: line, startColumn: column, ...(endLine === 0 ? {} : { endLine, endColumn }) }
}
