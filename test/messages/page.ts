/** docs/messages.md and docs/messages.en.md: every message, with its example from these folders and its remedy. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue, type MessageLanguage, type RuleId } from '../../src/diagnostics/catalogue.ts'
import { worded } from '../../src/diagnostics/report.ts'
import { wordsIn } from '../../src/words.ts'
import { elsewhere, folderOf, optionsOf } from './messages.ts'

const words = {
  es: {
    title: 'Los mensajes del programa',
    other: 'In English: [messages.en.md](messages.en.md).',
    intro:
      'Un **error** impide publicar el documento; un **aviso** lo publica (con `--strict`, no); una **nota** informa. Cada mensaje dice el archivo, la línea y la columna, qué pasa, la regla entre corchetes, la línea con una marca debajo y, tras la flecha, qué hacer.',
    made: 'Esta página se hace de los ejemplos de `test/messages/fixtures/`: `UPDATE=1 npx vitest run test/messages test/catalogue.test.ts`.',
    file: 'En',
    limits: 'Con un límite rebajado para el ejemplo.',
    how: 'Lo provoca:',
    run: 'Con la orden',
  },
  en: {
    title: 'The messages of the program',
    other: 'En español: [messages.md](messages.md).',
    intro:
      'An **error** stops the document; a **warning** lets it be published (not with `--strict`); a **note** informs. Every message says the file, the line and the column, what is wrong, the rule in square brackets, the line with a mark below it and, behind the arrow, what to do.',
    made: 'This page is made of the examples in `test/messages/fixtures/`: `UPDATE=1 npx vitest run test/messages test/catalogue.test.ts`.',
    file: 'In',
    limits: 'With a limit lowered for the example.',
    how: 'Provoked by:',
    run: 'With the command',
  },
} as const

/** Front matter that every example has; where it is not the point, it is not shown. */
const usual = '---\ntitulo: Ejemplo\nidioma: es-PE\n---\n\n'
/** Longer files are more than an example. */
const longest = 900

export function messagesPage(language: MessageLanguage): string {
  const { title, other, intro, made } = words[language]
  const rules = Object.keys(catalogue) as RuleId[] // keys of a const
  const head = `# ${title}\n\n${other}\n\n${intro}\n\n${made}\n`
  return [head, ...rules.map(rule => section(rule, language))].join('\n')
}

function section(rule: RuleId, language: MessageLanguage): string {
  const severity = wordsIn[language].severities[catalogue[rule].severity]
  const other = elsewhere[rule]
  const title = `## ${rule}\n\n${severity.charAt(0).toUpperCase()}${severity.slice(1)}.`
  if (other !== undefined) {
    const place = { file: '', line: 0, column: 0, endLine: 0, endColumn: 0, includedFrom: [] }
    const finding = { rule, severity: catalogue[rule].severity, ...place, facts: other.facts }
    const { reason, remedy } = worded(finding, language)
    const message = fenced('text', `${severity}: ${reason} [${rule}]\n    → ${remedy}\n`)
    return `${title} ${words[language].how} ${other.how[language]}.\n\n${message}`
  }
  const { paths = [], limits, command = 'build' } = optionsOf(rule)
  const asked = limits === undefined && (paths.length > 0 || command === 'repeats')
  const order = asked ? ` ${words[language].run} \`pliego ${[command, ...paths].join(' ')}\`.` : ''
  const lowered = limits === undefined ? order : ` ${words[language].limits}`
  const message = fenced('text', firstMessage(rule, language))
  return `${title}${lowered}\n\n${sources(rule, language)}${message}`
}

/** The texts of the example, the document first. */
function sources(rule: RuleId, language: MessageLanguage): string {
  const folder = folderOf(rule)
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => /^(?:source|templates)\/.*\.(?:md|yml|csv|svg|css)$/.test(name))
    .filter(name => statSync(join(folder, name)).isFile())
    .sort()
  return names
    .map(name => [name, readFileSync(join(folder, name))] as const)
    .filter(([name, bytes]) => isExample(name, bytes, rule))
    .map(([name, bytes]) => {
      const text = bytes.toString().replace(usual, '')
      const kind = name.slice(name.lastIndexOf('.') + 1).replace('md', 'markdown')
      return `${words[language].file} \`${name}\`:\n\n${fenced(kind, text)}\n`
    })
    .join('')
}

/** In a template's message, the document is beside the point. */
function isExample(name: string, bytes: Buffer, rule: RuleId): boolean {
  if (bytes.length === 0 || bytes.length > longest || bytes.includes(0) || bytes.includes('\ufffd'))
    return false
  if (!Buffer.from(bytes.toString()).equals(bytes)) return false
  return !(name.endsWith('.md') && bytes.includes('plantilla: mia') && rule !== 'language-missing')
}

/** Of what the example gives, the first message of the rule. */
function firstMessage(rule: RuleId, language: MessageLanguage): string {
  const lines = readFileSync(join(folderOf(rule), `${language}.txt`), 'utf8').split('\n')
  const from = lines.findIndex(line => line.endsWith(` [${rule}]`))
  const length = lines.slice(from).findIndex(line => line.startsWith('    → ')) + 1
  return `${lines.slice(from, from + length).join('\n')}\n`
}

/** A fence that no line of the text closes. */
function fenced(kind: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  // A control character would make the page unreadable for some programs.
  const visible = [...text].map(one => (/[\0-\x08\x0b-\x1f]/.test(one) ? '␇' : one)).join('')
  return `${fence}${kind}\n${visible}${visible.endsWith('\n') ? '' : '\n'}${fence}\n`
}
