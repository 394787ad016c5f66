/** The grammar of the tables in `tables/`, read once, and the order that it has elements in. */
import { isElement, type XmlElement } from '../text/xml-tree.ts'
import { type Grammar, type Particle, readGrammar } from './grammar.ts'
import { drawing } from './tables/drawing.ts'
import { extensions } from './tables/extensions.ts'
import { wordprocessing } from './tables/wordprocessing.ts'

let read: Grammar | null = null

export function wordSchema(): Grammar {
  read ??= readGrammar([wordprocessing, drawing, extensions])
  return read
}

/** @returns where an element of each name stands among those that a content has in order; null where order is free */
export function ranks(content: Particle | null): ReadonlyMap<string, number> | null {
  if (content?.kind !== 'sequence') return null
  return new Map(content.parts.flatMap((part, at) => namesIn(part).map(name => [name, at] as const)))
}

function namesIn(particle: Particle): readonly string[] {
  return particle.kind === 'element' ? [particle.name] : particle.parts.flatMap(part => namesIn(part))
}

/**
 * Puts an element among others where the schema has it.
 *
 * @param type - of the parent, `w:SectPr`
 * @param like - name of the one whose place it takes, where the tables do not have its own
 */
export function put(parent: XmlElement, element: XmlElement, type: string, like = element.name): void {
  const order = ranks(wordSchema().typeOf(type)?.content ?? null)
  const place = order?.get(like)
  if (order === null || place === undefined) throw new Error(`no place for ${element.name} in ${type}`)
  const at = parent.children.findIndex(node => isElement(node) && (order.get(node.name) ?? -1) >= place)
  parent.children.splice(at < 0 ? parent.children.length : at, 0, element)
}
