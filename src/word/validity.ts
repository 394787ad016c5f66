/** Checks a tree against a grammar, as a schema would (ECMA-376 Part 4, annex A): the first fault that it finds. */
import type { Phrase } from '../diagnostics/phrases.ts'
import { childOf, isElement, type XmlElement, type XmlNode } from '../text/xml-tree.ts'
import type { ElementType, Grammar, Particle } from './grammar.ts'
import { ranks } from './schema.ts'

/** Other programs' data and controls, charts, diagrams: what they hold stands in parts that do not go on. */
const embedded = /^(?:w:(?:object|control|altChunk|subDoc|contentPart)$|\?)/

/** Of versions of Word after the standard: whoever does not know it passes over it. So it is with what XML itself has. */
export const passedOver = /^(?:w14|w15|wp14|a14|asvg|adec|xml):/

/**
 * Values that have two spellings get the one that every reader knows; the picture of a shape for readers of 2007 goes
 * where it is not valid itself.
 *
 * @returns null where the element and all below it are valid
 */
export function faultIn(element: XmlElement, grammar: Grammar, type = ''): Phrase | null {
  const name = type === '' ? grammar.elements.get(element.name) : type
  const rules = name === undefined ? undefined : grammar.typeOf(name)
  if (rules === undefined) return ['word-element', `<${element.name}>`]
  return attributeFault(element, rules) ?? textFault(element, rules) ?? contentFault(element, rules, grammar)
}

function attributeFault({ name, attributes }: XmlElement, rules: ElementType): Phrase | null {
  for (const [attribute, text] of attributes) {
    const rule = rules.attributes.get(attribute)
    if (rule === undefined && passedOver.test(attribute)) {
      attributes.delete(attribute)
      continue
    }
    const value = rule?.value(text) ?? null
    if (value === null) return ['word-value', `<${name} ${attribute}="${short(text)}">`]
    attributes.set(attribute, value)
  }
  for (const [attribute, { required }] of rules.attributes)
    if (required && !attributes.has(attribute)) return ['word-lacking', `<${name}>`, attribute]
  return null
}

function textFault({ name, children }: XmlElement, { text, content }: ElementType): Phrase | null {
  const words = children.filter(child => !isElement(child)).join('')
  if (text === null)
    return words.trim() === '' ? null : ['word-misplaced', `"${short(words.trim())}"`, `<${name}>`]
  if (content === null && text(words) === null) return ['word-value', `<${name}>${short(words)}</${name}>`]
  return null
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function contentFault(element: XmlElement, { content }: ElementType, grammar: Grammar): Phrase | null {
  if (content !== null) sort(element, content)
  const choice = presented(element, 'mc:Choice')
  const fault = faultAmong(choice, element.name, content, grammar)
  const alternatives = element.children.filter(isElement).filter(({ name }) => name === 'mc:AlternateContent')
  if (fault !== null || alternatives.length === 0) return fault
  // What stands beside them is checked once only, or the time would double with each of them inside another.
  const checked = new Set(choice)
  const fallback = presented(element, 'mc:Fallback')
  if (faultAmong(fallback, element.name, content, grammar, checked) === null) return null
  for (const one of alternatives)
    one.children = one.children.filter(child => !isElement(child) || child.name !== 'mc:Fallback')
  return null
}

/** Programs write properties in another order than the standard's, where it means nothing. */
function sort(element: XmlElement, content: Particle): void {
  const order = ranks(content)
  const rankOf = (node: XmlNode) => (isElement(node) ? order?.get(node.name) : undefined)
  if (element.children.some(node => isElement(node) && rankOf(node) === undefined)) return
  element.children.sort((a, b) => (rankOf(a) ?? 0) - (rankOf(b) ?? 0))
}

function faultAmong(
  all: readonly XmlElement[],
  name: string,
  content: Particle | null,
  grammar: Grammar,
  checked: ReadonlySet<XmlElement> = new Set(),
): Phrase | null {
  const parent = `<${name}>`
  const [first] = all
  if (content === null) return first === undefined ? null : ['word-misplaced', `<${first.name}>`, parent]
  const match: Match = { children: all, types: [], furthest: 0, wanted: '' }
  const end = times(content, match, 0)
  const at = end < 0 ? match.furthest : end
  const stranger = all[at]
  if (stranger !== undefined && passedOver.test(stranger.name))
    return faultIn(stranger, grammar) ?? faultAmong(all.toSpliced(at, 1), name, content, grammar, checked)
  if (stranger !== undefined)
    return embedded.test(stranger.name)
      ? ['word-embedded', stranger.name.replace('?', '')]
      : ['word-misplaced', `<${stranger.name}>`, parent]
  if (end < 0) return ['word-lacking', parent, `<${match.wanted}>`]
  for (const [index, child] of all.entries()) {
    const fault = checked.has(child) ? null : faultIn(child, grammar, match.types[index])
    if (fault !== null) return fault
  }
  return null
}

/** What an element holds for a reader that takes one of two alternatives (Part 3, 10.2). */
function presented({ children }: XmlElement, which: 'mc:Choice' | 'mc:Fallback'): readonly XmlElement[] {
  return children.filter(isElement).flatMap(child => {
    if (child.name !== 'mc:AlternateContent') return [child]
    const taken = childOf(child, which)
    return taken === undefined ? [] : presented(taken, which)
  })
}

interface Match {
  readonly children: readonly XmlElement[]
  /** Of each child, as far as they have been told apart. */
  readonly types: string[]
  /** Where an element that is needed was not found, and its name, or the first of several that would do. */
  furthest: number
  wanted: string
}

/**
 * Contents are deterministic, as those of XML Schema are: the first way that goes is the only one.
 *
 * @param needed - without it, what it stands in is not whole
 * @returns where it ends; -1: it is not there
 */
function times(particle: Particle, match: Match, start: number, needed = true): number {
  let at = start
  for (let count = 0; count < particle.max; count++) {
    const end = once(particle, match, at, needed && count < particle.min)
    if (end < 0 && count < particle.min) return -1
    if (end <= at) break
    at = end
  }
  return at
}

function once(particle: Particle, match: Match, at: number, needed: boolean): number {
  if (particle.kind === 'element') {
    if (match.children[at]?.name === particle.name) {
      match.types[at] = particle.type
      return at + 1
    }
    if (needed && (at > match.furthest || match.wanted === '')) {
      match.furthest = at
      match.wanted = particle.name
    }
    return -1
  }
  if (particle.kind === 'choice') {
    const ends = particle.parts.map(part => times(part, match, at, needed))
    return Math.max(...ends)
  }
  let end = at
  for (const part of particle.parts) {
    end = times(part, match, end, needed || end > at)
    if (end < 0) return -1
  }
  return end
}
