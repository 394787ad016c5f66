/**
 * What elements may hold, as data: the notation of `tables/`, read into types of elements.
 *
 *     namespace w qualified                            names below are of `w`; so are those of attributes
 *     Zoom <zoom> presetZoom: val; width: percent      type, its elements, attributes by the type of their value
 *     TabStop tabStop: val!                            one for elements that are of another type elsewhere
 *     Tabs <tabs> { tab=TabStop+ }                     content: `?`, `*`, `+`, `{2,5}`, `a | b`, parentheses
 *     Text <t> space: xml:space #text                  text of that type
 *     %fill noFill | solidFill                         content that has a name; `@core …`, attributes that have one
 */
import { linesOf } from './lines.ts'
import { type Value, valueType } from './values.ts'

export interface Grammar {
  /** Read when it is first asked for: a file has few of them. */
  readonly typeOf: (name: string) => ElementType | undefined
  /** The type of each element where a content does not name another. */
  readonly elements: ReadonlyMap<string, string>
}

export interface ElementType {
  readonly attributes: ReadonlyMap<string, Attribute>
  /** null: no elements. */
  readonly content: Particle | null
  /** null: no text. */
  readonly text: Value | null
}

export interface Attribute {
  readonly required: boolean
  readonly value: Value
}

export type Particle = { readonly min: number; readonly max: number } & (
  | { readonly kind: 'element'; readonly name: string; readonly type: string }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Particle[] }
)

interface Scope {
  readonly prefix: string
  readonly qualified: boolean
  readonly named: Map<string, string>
}

/** @param sources - texts in the notation above */
export function readGrammar(sources: readonly string[]): Grammar {
  const types = new Map<string, () => ElementType>()
  const elements = new Map<string, string>()
  let scope: Scope = { prefix: '', qualified: false, named: new Map() }
  for (const line of sources.flatMap(source => linesOf(source))) {
    const [head = '', ...rest] = line.split(' ')
    if (head === 'namespace')
      scope = { prefix: rest[0] ?? '', qualified: rest[1] === 'qualified', named: new Map() }
    else if (/^[%@]/.test(head)) scope.named.set(head, rest.join(' '))
    else {
      const { prefix } = scope
      const [, names = '', definition = ''] = /^(?:<([^>]*)> ?)?(.*)$/.exec(rest.join(' ')) ?? []
      const type = qualified(head, prefix)
      const own = scope
      types.set(
        type,
        once(() => elementType(definition, own)),
      )
      for (const name of names.split(' ')) if (name !== '') elements.set(qualified(name, prefix), type)
    }
  }
  return { typeOf: name => types.get(name)?.(), elements }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function qualified(name: string, prefix: string): string {
  return name.includes(':') ? name : `${prefix}:${name}`
}

function elementType(definition: string, scope: Scope): ElementType {
  const [, attributes = '', content = '', type = ''] =
    /^([^{#]*)(?:\{(.*)\})? ?(?:#(\S+))?$/.exec(definition) ?? []
  return {
    attributes: attributesOf(attributes.trim(), scope),
    content: content.trim() === '' ? null : contentOf(content, scope),
    text: type === '' ? null : valueType(type),
  }
}

function attributesOf(text: string, scope: Scope): ReadonlyMap<string, Attribute> {
  const whole = text.replace(/@\w+;?/g, name => `${scope.named.get(name.replace(';', '')) ?? ''};`)
  const found = new Map<string, Attribute>()
  for (const group of whole.split(';')) {
    const [type = '', names = ''] = group.split(': ')
    for (const name of names.split(' ').filter(one => one !== '')) {
      const bare = name.replace('!', '')
      const own = scope.qualified && !bare.includes(':') ? `${scope.prefix}:${bare}` : bare.replace(/^:/, '')
      found.set(own, { required: name.endsWith('!'), value: valueType(type.trim()) })
    }
  }
  return found
}

function contentOf(text: string, scope: Scope): Particle {
  const whole = text.replace(/%\w+/g, name => {
    const content = scope.named.get(name) ?? ''
    return content.includes('|') ? `(${content})` : content
  })
  const tokens = whole.match(/[()|]|\{[\d,]+\}|[?*+]|[\w:]+(?:=[\w:]+)?/g) ?? []
  return alternatives(tokens.values(), scope)
}

/** Up to the next `)`, or the end. */
function alternatives(tokens: Iterator<string>, scope: Scope): Particle {
  const choices: Particle[][] = [[]]
  for (let token = tokens.next(); token.done !== true && token.value !== ')'; token = tokens.next()) {
    const parts = choices.at(-1) ?? []
    const last = parts.pop()
    if (token.value === '|') choices.push([])
    if (/^[?*+{]/.test(token.value) && last !== undefined) parts.push({ ...last, ...times(token.value) })
    else if (last !== undefined) parts.push(last)
    if (token.value === '(') parts.push(alternatives(tokens, scope))
    else if (/^\w/.test(token.value)) parts.push(elementOf(token.value, scope))
  }
  const single = { min: 1, max: 1 }
  const sequences = choices.map(parts => ({ ...single, kind: 'sequence' as const, parts }))
  const [only] = sequences
  return sequences.length === 1 && only !== undefined ? only : { ...single, kind: 'choice', parts: sequences }
}

function elementOf(token: string, scope: Scope): Particle {
  const [name = '', type = ''] = token.split('=')
  return {
    kind: 'element',
    name: qualified(name, scope.prefix),
    type: type === '' ? '' : qualified(type, scope.prefix),
    min: 1,
    max: 1,
  }
}

function times(sign: string): { readonly min: number; readonly max: number } {
  if (sign === '?') return { min: 0, max: 1 }
  if (sign === '*') return { min: 0, max: Infinity }
  if (sign === '+') return { min: 1, max: Infinity }
  const [min = '', max = ''] = sign.slice(1, -1).split(',')
  return { min: Number(min), max: max === '' ? Infinity : Number(max) }
}
