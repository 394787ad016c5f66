/** Numbers of paragraphs as Word counts them (ECMA-376 Part 1, 17.9), from word/numbering.xml. */
import { attribute, type Element, elements, find, findAll } from './markup.ts'

interface Level {
  readonly format: string
  readonly start: number
  /** `%1.`, or the bullet itself. */
  readonly text: string
}

interface List {
  /** Lists of one definition count on from one another. */
  readonly definition: string
  readonly levels: ReadonlyMap<number, Level>
  /** By level: where its first paragraph counts anew. */
  readonly starts: Map<number, number>
}

/** @returns the label of the next paragraph with a list and a level: `•`, `3.`, `2.1`; '' where it has none */
export function listCounter(numbering: Element | undefined): (list: string, level: number) => string {
  const definitions = new Map(
    findAll(numbering, 'w:abstractNum').map(element => [
      attribute(element, 'w:abstractNumId'),
      levelsOf(element),
    ]),
  )
  const lists = new Map(
    findAll(numbering, 'w:num').map(element => [attribute(element, 'w:numId'), listOf(element, definitions)]),
  )
  const counts = new Map<string, Map<number, number>>()
  return (name, level) => {
    const list = lists.get(name)
    const own = list?.levels.get(level)
    if (list === undefined || own === undefined) return '?'
    const counted = counts.get(list.definition) ?? new Map<number, number>()
    counts.set(list.definition, counted)
    const again = list.starts.get(level)
    list.starts.delete(level)
    counted.set(level, again ?? (counted.get(level) ?? own.start - 1) + 1)
    for (const deeper of counted.keys()) if (deeper > level) counted.delete(deeper)
    if (own.format === 'bullet') return '•'
    if (own.format === 'none') return own.text
    return own.text.replace(/%([1-9])/g, (_, place: string) => {
      const at = Number(place) - 1
      const { format = '', start = 1 } = list.levels.get(at) ?? {}
      return numeral(counted.get(at) ?? start, format)
    })
  }
}

function numeral(count: number, format: string): string {
  if (format === 'decimal') return String(count)
  if (format === 'upperLetter' && count <= 26) return String.fromCharCode(0x40 + count)
  return `${format} ${count}`
}

function listOf(element: Element, definitions: ReadonlyMap<string, ReadonlyMap<number, Level>>): List {
  const abstract = find(element, 'w:abstractNumId')
  const definition = abstract === undefined ? '' : attribute(abstract, 'w:val')
  const starts = new Map<number, number>()
  for (const override of elements(element, 'w:lvlOverride')) {
    const start = find(override, 'w:startOverride')
    if (start !== undefined)
      starts.set(Number(attribute(override, 'w:ilvl')), Number(attribute(start, 'w:val')))
  }
  return { definition, levels: definitions.get(definition) ?? new Map(), starts }
}

function levelsOf(abstract: Element): ReadonlyMap<number, Level> {
  return new Map(
    elements(abstract, 'w:lvl').map(level => {
      const value = (name: string) => {
        const found = elements(level, name)[0]
        return found === undefined ? '' : attribute(found, 'w:val')
      }
      const definition = {
        format: value('w:numFmt'),
        start: Number(value('w:start') || 1),
        text: value('w:lvlText'),
      }
      return [Number(attribute(level, 'w:ilvl')), definition]
    }),
  )
}
