/**
 * The examples of CommonMark 0.31.2 through the whole program: each becomes all four files and its text stands in
 * every one of them, or a message says at its place what is refused.
 *
 * Refused may be only HTML, links of a kind that is not allowed, and pictures that are not there.
 */
import { tests } from 'commonmark-spec'
import { describe, expect, it } from 'vitest'
import { type Example, lost, made, refusals } from './conformance.ts'

const examples: readonly Example[] = tests

/** Example 484 is a link without text: its address becomes its text, with a warning. */
const changed: ReadonlyMap<number, string> = new Map([[484, '<p>./target.md</p>']])

describe('CommonMark', () => {
  it('has 652 examples', () => expect(examples).toHaveLength(652))

  const refused = new Map<string, number[]>()
  it.each(examples)('$number $section', async example => {
    const { outputs, diagnostics } = await made(example)
    if (outputs === null) {
      const stopping = diagnostics.filter(message => message.severity === 'error')
      expect(stopping.filter(({ rule }) => !refusals.includes(rule))).toEqual([])
      expect(stopping.filter(({ line, rule }) => line === 0 && rule !== 'text-missing')).toEqual([])
      const rule = stopping[0]?.rule ?? ''
      refused.set(rule, [...(refused.get(rule) ?? []), example.number])
      return
    }
    const html = changed.get(example.number) ?? example.html
    expect(lost({ ...example, html }, outputs)).toEqual([])
  })

  it('refuses what it is known to refuse', () => {
    const table = [...refused].map(([rule, numbers]) => `${rule}: ${numbers.join(' ')}`).sort()
    expect(`${table.join('\n')}\n`).toMatchFileSnapshot('commonmark-refused.txt')
  })
})
