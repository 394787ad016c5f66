import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue, type Rule } from '../src/diagnostics/catalogue.ts'

const folder = (name: string) => resolve(import.meta.dirname, '..', name)
const textOf = (name: string, except: RegExp) =>
  readdirSync(folder(name), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !except.test(file))
    .map(file => readFileSync(join(folder(name), file), 'utf8'))
    .join('\n')

describe('the catalogue', () => {
  const rules = Object.keys(catalogue)
  const named = (text: string) => (rule: string) => new RegExp(`(?<![\\w-])${rule}(?![\\w-])`).test(text)

  it('has no rule that nothing reports', () => {
    const inProgram = named(textOf('src', /diagnostics[/\\](?:catalogue|phrases|rules)/))
    expect(rules.filter(rule => !inProgram(rule))).toEqual([])
  })

  it('has no rule that no test provokes', () => {
    const inTests = named(textOf('test', /^catalogue\.test\.ts$/))
    expect(rules.filter(rule => !inTests(rule))).toEqual([])
  })
})

describe('docs/messages.md', () => {
  const page = join(folder('docs'), 'messages.md')
  const severities = { error: 'error', warning: 'aviso', info: 'nota' } as const

  /** Facts that a sentence shows by their names: «no existe el archivo «‹path›»». */
  const facts = new Proxy({}, { get: (_, name) => `‹${String(name)}›` })

  function messagesPage(): string {
    const rules = Object.entries(catalogue as Record<string, Rule<object>>) // one type for all, to walk over them
    const rows = rules.map(([id, { severity, es }]) => {
      const sentences = es.map(sentence => (typeof sentence === 'string' ? sentence : sentence(facts)))
      const cells = [`\`${id}\``, severities[severity], ...sentences]
      return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
    })
    return `# Los mensajes del programa

Un **error** impide publicar el documento; un **aviso** lo publica (con \`--strict\`, no); una **nota** informa. Lo que va entre ‹ › cambia en cada caso. Esta página se genera del catálogo: \`UPDATE=1 npx vitest run test/catalogue.test.ts\`.

| regla | clase | qué pasa | qué hacer |
|---|---|---|---|
${rows.join('\n')}
`
  }

  it('lists every rule as the program says it', () => {
    if (process.env.UPDATE) writeFileSync(page, messagesPage())
    expect(readFileSync(page, 'utf8')).toBe(messagesPage())
  })
})
