import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue, type RuleId } from '../../src/diagnostics/catalogue.ts'
import { messageLanguages } from '../../src/diagnostics/rules/rule.ts'
import { elsewhere, fixtures, folderOf, found, shown } from './messages.ts'

describe('every rule', () => {
  it('has a folder that provokes it, or a test that does', () => {
    const all = Object.keys(catalogue)
    expect([...fixtures, ...Object.keys(elsewhere)].sort()).toEqual(all.sort())
  })

  it.each(fixtures)('%s', async rule => {
    const all = await found(rule)
    expect(all.map(finding => finding.rule)).toContain(rule)
    for (const language of messageLanguages) {
      const golden = join(folderOf(rule), `${language}.txt`)
      const text = shown(rule, all, language)
      if (process.env.UPDATE) writeFileSync(golden, text)
      expect(existsSync(golden) ? readFileSync(golden, 'utf8') : '').toBe(text)
    }
  })
})

describe('both languages', () => {
  const sentences = (rule: RuleId) => messageLanguages.map(language => catalogue[rule][language])
  it.each(Object.keys(catalogue) as RuleId[])('%s says something of its own in each', rule => {
    const [es, en] = sentences(rule).map(pair => pair.map(String).join(' '))
    expect(es).not.toBe(en)
    // A message stands behind a place: no capital, no full stop.
    for (const sentence of sentences(rule)
      .flat()
      .filter(part => typeof part === 'string')) {
      expect(sentence).not.toMatch(/^[A-ZÁÉÍÓÚ][a-záéíóú]|\.$/u)
    }
  })
})
