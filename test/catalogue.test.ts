import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../src/diagnostics/catalogue.ts'
import { messageLanguages } from '../src/diagnostics/rules/rule.ts'
import { elsewhere } from './messages/messages.ts'
import { messagesPage } from './messages/page.ts'

const folder = (name: string) => resolve(import.meta.dirname, '..', name)
const textOf = (name: string, except: RegExp) =>
  readdirSync(folder(name), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !except.test(file.replaceAll('\\', '/')))
    .map(file => readFileSync(join(folder(name), file), 'utf8'))
    .join('\n')
const named = (text: string) => (rule: string) => new RegExp(`(?<![\\w-])${rule}(?![\\w-])`).test(text)

describe('the catalogue', () => {
  it('has no rule that nothing reports', () => {
    const inProgram = named(textOf('src', /diagnostics\/(?:catalogue|rules\/)/))
    expect(Object.keys(catalogue).filter(rule => !inProgram(rule))).toEqual([])
  })

  it('has no rule without a folder in test/messages that no other test provokes', () => {
    const inTests = named(textOf('test', /^catalogue\.test\.ts$|^messages\//))
    expect(Object.keys(elsewhere).filter(rule => !inTests(rule))).toEqual([])
  })
})

describe('the pages of messages', () => {
  it.each(messageLanguages)('%s: every rule, with its example as the program answers it', language => {
    const page = join(folder('docs'), language === 'es' ? 'messages.md' : `messages.${language}.md`)
    if (process.env.UPDATE) writeFileSync(page, messagesPage(language))
    expect(readFileSync(page, 'utf8')).toBe(messagesPage(language))
  })
})
