import { describe, expect, test } from 'vitest'
import { parsed, reasons } from './support.ts'

const staircase = (levels: number, marker: string) =>
  Array.from({ length: levels }, (_, level) => `${' '.repeat(marker.length * level)}${marker}x`).join('\n')

describe('nesting', () => {
  const within: readonly (readonly [string, string])[] = [
    ['50 lists', staircase(50, '- ')],
    ['50 ordered lists', staircase(50, '1. ')],
    ['50 quotations', `${'>'.repeat(50)} x`],
    ['50 lists on one line', `${'+ '.repeat(50)}x`],
    ['a long rule', '- '.repeat(400)],
    ['a long rule in a quotation', `> ${'* '.repeat(400)}`],
    ['1,000 items of one list', '- x\n'.repeat(1000)],
    ['1,000 items, ever deeper and back', `${staircase(40, '- ')}\n`.repeat(25)],
    ['far indented text', `Uno\n${' '.repeat(400)}dos`],
    ['emphasis in a list in a quotation', `${'> '.repeat(20)}${'- '.repeat(20)}${'*a __b '.repeat(10)}`],
  ]
  test.each(within)('%s pass', (_, text) => {
    expect(parsed(text).messages).toEqual([])
  })

  const beyond: readonly (readonly [string, string, string])[] = [
    ['51 lists', `Uno\n\n${staircase(51, '- ')}`, '53:1'],
    ['51 ordered lists', staircase(51, '1. '), '51:1'],
    ['51 quotations', `Uno\n\n${'>'.repeat(51)} x`, '3:1'],
    ['26 quotations with 25 lists', `${'> '.repeat(26)}${'- '.repeat(25)}x`, '1:1'],
    [
      '51 lists with tabs',
      Array.from({ length: 51 }, (_, level) => `${'\t'.repeat(level)}- x`).join('\n'),
      '51:1',
    ],
    ['10,000 quotations', '>'.repeat(10_000), '1:1'],
    ['100,000 lists on one line', `${'+ '.repeat(100_000)}x`, '1:1'],
    ['300 lists', staircase(300, '* '), '51:1'],
    ['200 emphases', `${'*a '.repeat(200)}${' a*'.repeat(200)}`, '1:446'],
  ]
  test.each(beyond)('%s are refused', (_, text, place) => {
    const { result, messages } = parsed(text)
    expect(result).toBeNull()
    expect(messages).toEqual([`${place} nesting-too-deep`])
  })
})

describe('unclosed HTML', () => {
  test.each(['<!--', '<?', '<![CDATA[', '<!A'])('51 %s in one paragraph are refused', opener => {
    const { result, messages } = parsed(`Uno\n\n${`a ${opener} `.repeat(5000)}\n`)
    expect(result).toBeNull()
    expect(messages).toEqual([`3:${3 + 50 * (opener.length + 3)} html-unclosed`])
  })

  test('those of other paragraphs, and closed ones, do not count', () => {
    const text = `${'a <!-- b\n\n'.repeat(200)}${'c <!-- d --> '.repeat(200)}\n`
    expect(parsed(text).messages).toEqual([])
  })
})

describe('code between fences', () => {
  test.each(['```', '~~~~'])('may hold as many openers as it likes: %s', fence => {
    expect(parsed(`Uno\n\n${fence}\n${'<!-- '.repeat(200)}\n${fence}\n`).messages).toEqual([])
  })

  test('but not what follows it, nor what only looks like it', () => {
    const many = '<!-- '.repeat(60)
    for (const text of [`\`\`\`\nUno\n\`\`\`\na ${many}\n`, `    \`\`\`\n\na ${many}\n\n    \`\`\`\n`])
      expect(parsed(text).messages.join()).toContain('html-unclosed')
  })
})

describe('control characters', () => {
  test('each is refused at its place', () => {
    const { messages, file } = parsed('Uno\u0000\n\nd\u000cos \u0085\ufffe\n')
    expect(messages).toEqual([
      '1:4 control-character',
      '3:2 control-character',
      '3:6 control-character',
      '3:7 control-character',
    ])
    expect(reasons(file)[1]).toContain('U+000C')
  })

  test('what turns the direction of a text is refused', () => {
    expect(parsed('a\u202eb\n\n\u2066c\u2069 \u200f').messages).toEqual([
      '1:2 control-character',
      '3:1 control-character',
      '3:3 control-character',
      '3:5 control-character',
    ])
  })

  test('tabs, soft hyphens, joiners and hard spaces are text', () => {
    expect(parsed('a\tb\u00adc\u200dd\u00a0e').messages).toEqual([])
  })
})
