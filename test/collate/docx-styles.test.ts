import { describe, expect, test } from 'vitest'
import { styleSheet } from '../../src/collate/docx-styles.ts'
import { parseXml } from '../../src/collate/markup.ts'

const sheet = (styles: string) =>
  styleSheet(
    parseXml(
      `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${styles}</w:styles>`,
    ),
  )
const style = (id: string, content: string) => `<w:style${id && ` w:styleId="${id}"`}>${content}</w:style>`
const level = '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'

describe('what styles of a house’s file say', () => {
  test('what one is based on, say for it', () => {
    const { levelOf } = sheet(style('a', '<w:basedOn w:val="b"/>') + style('b', level))
    expect(levelOf('a')).toBe(2)
  })

  test('styles based on one another say nothing', () => {
    const { levelOf } = sheet(style('a', '<w:basedOn w:val="b"/>') + style('b', '<w:basedOn w:val="a"/>'))
    expect(levelOf('a')).toBe(0)
  })

  test('a style without an identifier is nobody’s, nor is it based on itself', () => {
    const { levelOf, languageOf } = sheet(style('', level) + style('a', ''))
    expect(levelOf('')).toBe(0)
    expect(levelOf('a')).toBe(0)
    expect(languageOf('')).toBe('')
  })
})
