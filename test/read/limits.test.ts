import { describe, expect, test } from 'vitest'
import { catalogue, type RuleId } from '../../src/diagnostics/catalogue.ts'
import { defaultLimits, type LimitName, limitNames } from '../../src/read/limits.ts'
import { readProject } from './support-files.ts'
import { png } from './support-pictures.ts'

const grid = (rows: number) => `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(rows)}`
const inner = (depth: number) =>
  Object.fromEntries(
    Array.from({ length: depth }, (_, n) => [`source/${n}.md`, `::incluir{src=${n + 1}.md}`]),
  )

/** A document over the bound, the bound, and one just within it; each with the rule that says so. */
const cases: readonly (readonly [
  Exclude<LimitName, 'parseSeconds'>,
  number,
  RuleId,
  Readonly<Record<string, string | Uint8Array>>,
])[] = [
  ['fileBytes', 100, 'file-too-large', { 'source/nota.md': 'a'.repeat(101) }],
  ['nesting', 3, 'nesting-too-deep', { 'source/nota.md': '>>>> a' }],
  [
    'nesting',
    2,
    'nesting-too-deep',
    { 'source/nota.md': ':::::nota\n::::nota\n:::nota\na\n:::\n::::\n:::::' },
  ],
  ['tableCells', 9, 'table-too-large', { 'source/nota.md': grid(4) }],
  [
    'tableCells',
    3,
    'table-too-large',
    { 'source/nota.md': '::tabla{src=d.csv}', 'source/d.csv': 'a,b\nc,d\n' },
  ],
  ['pictureBytes', 50, 'image-too-large', { 'source/nota.md': '![a](x.png)', 'source/x.png': png(4, 4) }],
  [
    'picturePixels',
    15,
    'image-too-many-pixels',
    { 'source/nota.md': '![a](x.png)', 'source/x.png': png(4, 4) },
  ],
  [
    'includes',
    2,
    'include-depth',
    { 'source/nota.md': '::incluir{src=0.md}', ...inner(3), 'source/3.md': 'a' },
  ],
]

describe('every limit', () => {
  test.each(cases)('%s of %i: %s', async (name, bound, rule, files) => {
    const over = await readProject(files, 'source/nota.md', { [name]: bound })
    expect(over.messages.map(message => message.split(' ')[1])).toEqual([rule])
    expect((await readProject(files)).messages).toEqual([])
    expect((await readProject(files, 'source/nota.md', { [name]: bound * 3 })).messages).toEqual([])
    // How it is raised is what its message says.
    for (const [language, index] of [
      ['es', 0],
      ['en', 1],
    ] as const) {
      const [, remedy] = catalogue[rule][language]
      expect(remedy).toContain(`${language === 'es' ? '--limite' : '--limit'} ${limitNames[name][index]}=`)
    }
  })

  test('has a case, a name in both languages, and no other has that name', () => {
    const names = Object.keys(defaultLimits)
    expect(new Set([...cases.map(([name]) => name), 'parseSeconds'])).toEqual(new Set(names))
    for (const index of [0, 1] as const) {
      expect(new Set(Object.values(limitNames).map(both => both[index])).size).toBe(names.length)
    }
  })
})
