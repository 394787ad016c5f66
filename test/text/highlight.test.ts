import { describe, expect, it } from 'vitest'
import { highlight } from '../../src/text/highlight.ts'

const kinds = async (code: string, syntax: string) =>
  (await highlight(code, syntax))
    ?.filter(({ kind }) => kind !== '')
    .map(({ kind, text }) => `${kind} ${text}`)

describe('code as tokens', () => {
  it('knows what words are', async () => {
    expect(await kinds("const a = 1 // uno\nlet b = 'x'", 'ts')).toEqual([
      'keyword const',
      'number 1',
      'comment // uno',
      'keyword let',
      "string 'x'",
    ])
    expect(await kinds('SELECT nombre FROM pais', 'SQL')).toEqual(['keyword SELECT', 'keyword FROM'])
  })

  it.each(['bash', 'html', 'py', 'c++', 'json', 'yml', 'css', 'latex', 'diff', 'R'])(
    'keeps every letter (%s)',
    async syntax => {
      const code = '<a b="c">&amp; "d" \'e\' #f // g\n  {"h": 1}\n- i: j\n\\k{l} $m `n` 😀</a>\n'
      const tokens = await highlight(code, syntax)
      expect(tokens?.map(({ text }) => text).join('')).toBe(code)
    },
  )

  it('leaves alone what it does not know, and what nobody reads', async () => {
    expect(await highlight('a', 'cobol')).toBeNull()
    expect(await highlight('a', 'constructor')).toBeNull()
    expect(await highlight('a'.repeat(60_000), 'ts')).toBeNull()
  })
})
