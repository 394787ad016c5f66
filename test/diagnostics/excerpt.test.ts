import { describe, expect, it } from 'vitest'
import { excerpt } from '../../src/diagnostics/excerpt.ts'

const at = (line: number, column: number, endLine = 0, endColumn = 0) => ({
  line,
  column,
  endLine,
  endColumn,
})

describe('excerpt', () => {
  it('marks the words of a place', () => {
    expect(excerpt('uno\ndos tres\n', at(2, 5, 2, 9))).toBe('    2 | dos tres\n      |     ^^^^')
  })

  it('marks a point where no end is known, also behind the line', () => {
    expect(excerpt('uno', at(1, 2))).toBe('    1 | uno\n      |  ^')
    expect(excerpt('uno', at(1, 4))).toBe('    1 | uno\n      |    ^')
  })

  it('marks to the end of the line what goes on below', () => {
    expect(excerpt('uno dos\ntres', at(1, 5, 2, 3))).toBe('    1 | uno dos\n      |     ^^^')
  })

  it('counts what a terminal shows: combining marks not at all, a tab as a space', () => {
    expect(excerpt('\ta\u0301b c', at(1, 6, 1, 7))).toBe('    1 |  a\u0301b c\n      |     ^')
  })

  it('gives wide characters two columns', () => {
    expect(excerpt('😀日本 c', at(1, 3, 1, 5))).toBe('    1 | 😀日本 c\n      |   ^^^^')
    expect(excerpt('😀日本 c', at(1, 6, 1, 7))).toBe('    1 | 😀日本 c\n      |        ^')
  })

  it('cuts no character in two', () => {
    const shown =
      excerpt('😀'.repeat(200), at(1, 2, 1, 3)) + excerpt(`x${'😀'.repeat(200)}`, at(1, 220, 1, 222))
    expect(Buffer.from(shown).toString()).toBe(shown)
  })

  it('shows the part of a long line that is meant', () => {
    const [source = '', mark = ''] = excerpt(
      `${'a'.repeat(300)} x ${'b'.repeat(300)}`,
      at(1, 302, 1, 303),
    ).split('\n')
    expect(source).toHaveLength(8 + 101)
    expect(source).toMatch(/… ?\S/)
    expect(source[mark.indexOf('^')]).toBe('x')
    expect(mark.match(/\^/g)).toHaveLength(1)
  })

  it('says nothing of a place that is not in the text', () => {
    expect(excerpt('uno', at(7, 1))).toBe('')
    expect(excerpt('uno', at(1, 9))).toBe('')
  })
})
