/** Numbers of list paragraphs as Word counts them (ECMA-376 Part 1, 17.9), from word/numbering.xml. */
import { attribute, type Element, elements, find, findAll } from './markup.ts'

interface Level {
  readonly format: string
  readonly start: number
  /** `%1.`, or the bullet itself. */
  readonly text: string
}

/** @returns the marker of the next paragraph with a list and a level: `•`, `3.` */
export function listCounter(numbering: Element | undefined): (list: string, level: number) => string {
  const abstracts = new Map(
    findAll(numbering, 'w:abstractNum').map(element => [
      attribute(element, 'w:abstractNumId'),
      levelsOf(element),
    ]),
  )
  const lists = new Map(
    findAll(numbering, 'w:num').map(element => {
      const abstract = find(element, 'w:abstractNumId')
      const levels = new Map(abstracts.get(abstract === undefined ? '' : attribute(abstract, 'w:val')))
      for (const override of elements(element, 'w:lvlOverride')) {
        const index = Number(attribute(override, 'w:ilvl'))
        const start = find(override, 'w:startOverride')
        const level = levels.get(index)
        if (level !== undefined && start !== undefined) {
          levels.set(index, { ...level, start: Number(attribute(start, 'w:val')) })
        }
      }
      return [attribute(element, 'w:numId'), levels] as const
    }),
  )
  const counts = new Map<string, Map<number, number>>()
  return (list, level) => {
    const own = counts.get(list) ?? new Map<number, number>()
    counts.set(list, own)
    const definition = lists.get(list)?.get(level)
    if (definition === undefined) return '?'
    const count = (own.get(level) ?? definition.start - 1) + 1
    own.set(level, count)
    for (const deeper of own.keys()) if (deeper > level) own.delete(deeper)
    if (definition.format === 'bullet') return '•'
    return definition.text.replace(
      `%${level + 1}`,
      definition.format === 'decimal' ? String(count) : `${definition.format} ${count}`,
    )
  }
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
