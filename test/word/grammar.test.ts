/** The tables of Word's schema agree with themselves, and their notation means what it says. */
import { describe, expect, it } from 'vitest'
import type { XmlElement } from '../../src/text/xml-tree.ts'
import { parseXml, xmlText } from '../../src/text/xml-tree.ts'
import { type Particle, readGrammar } from '../../src/word/grammar.ts'
import { namespaces } from '../../src/word/names.ts'
import { put, wordSchema } from '../../src/word/schema.ts'
import { faultIn } from '../../src/word/validity.ts'
import { valueType } from '../../src/word/values.ts'

describe('the tables', () => {
  const { elements, typeOf } = wordSchema()
  const leaves = (particle: Particle): readonly Particle[] =>
    particle.kind === 'element' ? [particle] : particle.parts.flatMap(leaves)

  it('have a type for every element that they name, of values too', () => {
    const seen = new Set<string>()
    const todo = [...elements.values()]
    for (let type = todo.pop(); type !== undefined; type = todo.pop()) {
      if (seen.has(type)) continue
      seen.add(type)
      const rules = typeOf(type)
      expect(rules, type).toBeDefined()
      for (const leaf of rules?.content === null || rules === undefined ? [] : leaves(rules.content)) {
        if (leaf.kind !== 'element') continue
        expect(elements.has(leaf.name) || leaf.type !== '', leaf.name).toBe(true)
        todo.push(leaf.type === '' ? (elements.get(leaf.name) ?? '') : leaf.type)
      }
    }
    expect(seen.size).toBeGreaterThan(400)
  })

  it('have no prefix that is not declared', () => {
    for (const name of elements.keys()) expect(Object.keys(namespaces)).toContain(name.split(':')[0])
  })

  it('tell where an element goes', () => {
    const section = parseXml('<w:sectPr xmlns:w="a"><w:pgSz/><w:docGrid/></w:sectPr>')
    put(section, parseXml('<w:cols xmlns:w="a"/>'), 'w:SectPr')
    expect(section.children.map(child => (child as XmlElement).name)).toEqual([
      'w:pgSz',
      'w:cols',
      'w:docGrid',
    ])
    expect(() => put(section, section, 'w:SectPr', 'w:otro')).toThrow('no place')
  })
})

describe('the notation', () => {
  const grammar = readGrammar([
    `
namespace x qualified
%any a | b
@both onOff: on off
List <list> { %any{1,2} (c d?)* e=Other+ }
Leaf <a b c d> @both; 0..9: n!
Text <t> #text..3
Other bool: :plain
Long <long> { a?
  b? }
`,
  ])
  const element = (xml: string) => {
    const root = parseXml(xml.replace(/^<x:\w+/, '$& xmlns:x="urn:x"'))
    root.attributes.delete('xmlns:x')
    return root
  }
  const fault = (xml: string) => faultIn(element(xml), grammar)
  const a = '<x:a x:n="1"/>'
  const c = a.replace('x:a', 'x:c')

  it.each([
    [`<x:list>${a}<x:e/></x:list>`],
    [`<x:list>${a}${a}${c}${c}<x:e plain="1"/><x:e/></x:list>`],
    ['<x:a x:n=" 3.0 " x:on="true"/>'],
    ['<x:t>abc</x:t>'],
    ['<x:long><x:b x:n="1"/></x:long>'],
  ])('allows %s', xml => {
    expect(fault(xml)).toBeNull()
  })

  it.each([
    ['<x:list/>', ['word-lacking', '<x:list>', '<x:a>']],
    [`<x:list>${a}</x:list>`, ['word-lacking', '<x:list>', '<x:e>']],
    [`<x:list>${a}${a}${a}<x:e/></x:list>`, ['word-misplaced', '<x:a>', '<x:list>']],
    [`<x:list>${a}<x:e on="1"/></x:list>`, ['word-value', '<x:e on="1">']],
    ['<x:a/>', ['word-lacking', '<x:a>', 'x:n']],
    ['<x:a x:n="10"/>', ['word-value', '<x:a x:n="10">']],
    ['<x:a x:n="1" x:off="maybe"/>', ['word-value', '<x:a x:off="maybe">']],
    ['<x:t>abcd</x:t>', ['word-value', '<x:t>abcd</x:t>']],
    ['<x:other/>', ['word-element', '<x:other>']],
  ])('refuses %s', (xml, why) => {
    expect(fault(xml)).toEqual(why)
  })

  it('writes a value as it is to be written', () => {
    const whole = element('<x:a x:n=" 3.2 "/>')
    expect(faultIn(whole, grammar)).toBeNull()
    expect(xmlText(whole)).toContain('x:n="3"')
    expect(() => valueType('nothing')).toThrow('no type of values')
  })
})
