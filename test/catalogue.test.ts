import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../src/diagnostics/catalogue.ts'

const folder = (name: string) => resolve(import.meta.dirname, '..', name)
const textOf = (name: string, except: string) =>
  readdirSync(folder(name), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.endsWith(except))
    .map(file => readFileSync(join(folder(name), file), 'utf8'))
    .join('\n')

describe('the catalogue', () => {
  const rules = Object.keys(catalogue)
  const named = (text: string) => (rule: string) => new RegExp(`(?<![\\w-])${rule}(?![\\w-])`).test(text)

  it('has no rule that nothing reports', () => {
    const inProgram = named(textOf('src', 'catalogue.ts'))
    expect(rules.filter(rule => !inProgram(rule))).toEqual([])
  })

  it('has no rule that no test provokes', () => {
    const inTests = named(textOf('test', 'catalogue.test.ts'))
    expect(rules.filter(rule => !inTests(rule))).toEqual([])
  })
})
