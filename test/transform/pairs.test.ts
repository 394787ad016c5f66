import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { findCandidates } from '../../src/transform/copies.ts'
import { nearPairs } from '../../src/transform/near.ts'
import { sections } from '../../src/transform/sections.ts'
import { seeded, transformed } from '../support/document.ts'
import { groups } from './pairs.ts'

const pairs = groups.flatMap(({ carrier, fillings, ...group }) =>
  fillings.map(([one, other]) => ({
    ...group,
    one: carrier.replace('{}', one),
    other: carrier.replace('{}', other),
    shown: `${group.why}: ${one} | ${other}`.replace(/\s/g, ' '),
  })),
)

/** What the program says of two paragraphs. */
function verdictOn(one: string, other: string): 'equal' | 'near' | 'different' {
  const { tree } = transformed(`# A\n\n${one}\n\n# B\n\n${other}\n`, [sections()])
  const { all, groups } = findCandidates(tree, new VFile({ path: 'a.md' }))
  if (all.length !== 2) throw new Error(`${all.length} candidates`)
  if (groups.size === 1) return 'equal'
  return nearPairs(all.map(({ comparable }) => comparable)).length === 1 ? 'near' : 'different'
}

describe('the labelled pairs', () => {
  const judged = pairs.map(pair => ({
    ...pair,
    verdict: verdictOn(pair.one, pair.other),
    label: pair.verdict,
  }))

  it('are 200 at least, of every kind, and none twice', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(200)
    expect(new Set(pairs.map(({ one, other }) => `${one}\0${other}`)).size).toBe(pairs.length)
    for (const kind of ['equal', 'near', 'different']) {
      expect(pairs.filter(({ verdict }) => verdict === kind).length).toBeGreaterThan(5)
    }
  })

  it('equal: precision 1.0, nothing else is taken for equal', () => {
    const wrong = judged.filter(({ verdict, label }) => verdict === 'equal' && label !== 'equal')
    expect(wrong.map(({ shown }) => shown)).toEqual([])
  })

  it('equal: recall 1.0, none is missed', () => {
    const missed = judged.filter(({ verdict, label }) => label === 'equal' && verdict !== 'equal')
    expect(missed.map(({ shown }) => shown)).toEqual([])
  })

  it('near: each is reported, and nothing that is different', () => {
    const wrong = judged.filter(({ verdict, label }) => verdict !== label)
    expect(wrong.map(({ verdict, shown }) => `${verdict}: ${shown}`)).toEqual([])
  })

  it('are judged the same the other way round', () => {
    const turned = pairs.map(({ one, other }) => verdictOn(other, one))
    expect(turned).toEqual(judged.map(({ verdict }) => verdict))
  })
})

/** Paragraphs of an office's kind: formulas with names and numbers, each some edits away from an earlier one. */
function corpus(seed: number, size: number): readonly string[] {
  const random = seeded(seed)
  const vocabulary = pairs.flatMap(({ one }) => one.toLowerCase().split(/\s+/))
  const word = () => vocabulary[random(vocabulary.length)] ?? ''
  const texts: string[][] = []
  while (texts.length < size) {
    const model = random(3) === 0 ? texts[random(texts.length)] : undefined
    const words = model === undefined ? Array.from({ length: 20 + random(80) }, word) : [...model]
    for (let edits = model === undefined ? 0 : 1 + random(6); edits > 0; edits--) {
      const at = random(words.length)
      const kind = random(3)
      words.splice(at, kind === 0 ? 0 : 1, ...(kind === 2 ? [] : [word()]))
    }
    texts.push(words)
  }
  return texts.map(words => words.join(' '))
}

/** All pairs, one by one, straight from the definition. */
function allPairs(texts: readonly string[]): readonly string[] {
  const sets = texts.map(text => {
    const words = text.split(' ')
    return new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(' ')))
  })
  return sets.flatMap((b, second) =>
    sets.slice(0, second).flatMap((a, first) => {
      const common = [...a].filter(shingle => b.has(shingle)).length
      return common >= 0.8 * (a.size + b.size - common) ? [`${first} ${second}`] : []
    }),
  )
}

describe('candidates for near-repeats', () => {
  const most = Number.POSITIVE_INFINITY
  const found = (texts: readonly string[]) =>
    nearPairs(texts, { most }).map(({ first, second }) => `${first} ${second}`)

  it.each([1, 2, 3, 4])('are all pairs of a random text, and no others (%i)', seed => {
    const texts = corpus(seed, 400)
    const wanted = allPairs(texts)
    expect(wanted.length).toBeGreaterThan(20)
    expect(new Set(found(texts))).toEqual(new Set(wanted))
  })

  it('name every one of many forms that differ in a name, where all pairs are too many to compare', () => {
    const form = pairs[0]?.one.toLowerCase().split(/\s+/) ?? []
    const texts = Array.from({ length: 300 }, (_, at) => form.with(at % form.length, `nombre${at}`).join(' '))
    const named = nearPairs(texts).map(({ second }) => second)
    expect(named).toEqual(texts.slice(1).map((_, at) => at + 1))
  })

  it('give each text the first that it is near to, unless more are wanted', () => {
    const texts = corpus(5, 300)
    const firsts = new Map<string, string>()
    for (const pair of allPairs(texts)) {
      const [first = '', second = ''] = pair.split(' ')
      if (!firsts.has(second) || Number(first) < Number(firsts.get(second))) firsts.set(second, first)
    }
    expect(new Map(nearPairs(texts).map(({ first, second }) => [String(second), String(first)]))).toEqual(
      firsts,
    )
  })

  it('are none where thousands share a formula: what all have is rare in none', () => {
    // All pairs would be 2 × 10⁸.
    const formula =
      'visto el expediente presentado por la parte interesada se resuelve lo siguiente en favor de'
    const texts = Array.from(
      { length: 20_000 },
      (_, at) => `${formula} ${Array.from({ length: 12 }, (_, n) => `p${at * 12 + n}`).join(' ')}`,
    )
    let compared = 0
    const allowed = () => {
      compared++
      return true
    }
    expect(nearPairs(texts, { allowed })).toEqual([])
    expect(compared).toBe(0)
  })
})
