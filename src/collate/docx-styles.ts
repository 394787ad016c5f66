/** What styles of Word say of a paragraph (ECMA-376 Part 1, 17.7): its kind, level, number, language. */
import { valueIn } from './docx-package.ts'
import { attribute, type Element, elements, find, findAll } from './markup.ts'
import type { BlockKind } from './sequence.ts'

/** Kinds of paragraph by the identifier of their style (17.7.4.17). */
const kinds: readonly (readonly [pattern: RegExp, kind: BlockKind])[] = [
  [/^Title$/, 'title'],
  [/^Heading[1-9]$/, 'heading'],
  [/^HTMLPreformatted$/, 'code'],
  [/^Caption$/, 'caption'],
  [/^Term$/, 'term'],
  [/^Box\w*Title$/, 'box title'],
  [/^TOCHeading$/, 'list title'],
  [/^(TOC[1-9]|TableofFigures)$/, 'entry'],
]

export function kindOf(style: string): BlockKind {
  return kinds.find(([pattern]) => pattern.test(style))?.[1] ?? 'paragraph'
}

export function isHeading(style: string): boolean {
  return kindOf(style) === 'heading'
}

/** Of a style of paragraphs that are a box, `BoxKeyMessageTitle`; '' of another, as of the title in a frame. */
export function boxKind(style: string): string {
  const [, kind = ''] = /^Box(?!Title$)(\w+?)(?:Title)?$/.exec(style) ?? []
  return kebab(kind)
}

/** Of a style of tables that frame a box, `BoxTableKeyMessage`; '' of another. */
export function frameKind(style: string): string {
  return kebab(/^BoxTable(.+)/.exec(style)?.[1] ?? '')
}

/** Of tables that frame a quotation. */
export const quotationFrame = 'QuotationTable'

function kebab(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, letter => `-${letter}`).toLowerCase()
}

export function styleSheet(sheet: Element | undefined) {
  const styles = new Map(findAll(sheet, 'w:style').map(style => [attribute(style, 'w:styleId'), style]))
  const language = valueIn(find(find(sheet, 'w:docDefaults'), 'w:rPr'), 'w:lang')
  const inherited = <Value>(id: string, of: (style: Element) => Value | undefined): Value | undefined => {
    // A house's file may have styles without an identifier, or based on one another.
    const seen = new Set([''])
    for (let next = id; !seen.has(next); ) {
      const style = styles.get(next)
      if (style === undefined) return undefined
      const value = of(style)
      if (value !== undefined) return value
      seen.add(next)
      next = valueIn(style, 'w:basedOn')
    }
    return undefined
  }
  return {
    language,
    languageOf: (id: string) =>
      inherited(id, style => valueIn(elements(style, 'w:rPr')[0], 'w:lang') || undefined) ?? '',
    numberingOf: (id: string) => inherited(id, style => elements(elements(style, 'w:pPr')[0], 'w:numPr')[0]),
    levelOf: (id: string) =>
      1 +
      Number(inherited(id, style => valueIn(elements(style, 'w:pPr')[0], 'w:outlineLvl') || undefined) ?? -1),
  }
}
