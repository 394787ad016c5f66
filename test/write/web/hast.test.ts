import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { localeFor } from '../../../src/locale/locale.ts'
import type { Block } from '../../../src/publication/model.ts'
import { everyNode } from '../../../src/publication/walk.ts'
import { sectionNames } from '../../../src/write/web/contents.ts'
import type { HastSettings } from '../../../src/write/web/context.ts'
import { handlers } from '../../../src/write/web/handlers.ts'
import { toHast } from '../../../src/write/web/hast.ts'
import { noteReferences, referenceTargets } from '../../../src/write/web/references.ts'
import { tableRoom } from '../../../src/write/web/table-measure.ts'
import { cell, constructs, everyConstruct, noteReference, notes, table } from './constructs.ts'
import { generate } from './generate.ts'
import { expectGolden } from './golden.ts'
import {
  code,
  emphasis,
  lead,
  lineBreak,
  link,
  list,
  pageReference,
  paragraph,
  place,
  publication,
  quotation,
  reference,
  section,
  strong,
  text,
  thematicBreak,
} from './support.ts'

const locale = localeFor('es-PE')
if (locale === null) throw new Error('no locale')
const settings: HastSettings = {
  medium: 'page',
  locale,
  references: new Map(),
  picture: key => {
    throw new Error(`no picture ${key}`)
  },
  captionAbove: { figure: false, table: true },
  language: 'es-PE',
  targets: new Set(),
  href: target => `#${target}`,
  anchors: false,
  pageStarts: new Map(),
  tokens: new Map(),
  sectionNames: new Map(),
}

function html(blocks: readonly Block[], changes: Partial<HastSettings> = {}): string {
  const children = toHast(blocks, { ...settings, ...changes })
  return unified().use(rehypeStringify).stringify({ type: 'root', children })
}

const at = (block: Block, id: string): Block => ({ ...block, id })

const cases: Readonly<Record<string, () => string>> = {
  paragraph: () => html([paragraph('Uno & <dos> "tres".')]),
  'repeat-reference': () =>
    html([
      {
        ...paragraph('Sobre este punto, véase ', reference('b1', text('«Uno…»')), pageReference('b1'), '.'),
        role: 'repeat-reference',
      },
    ]),
  strong: () => html([paragraph(strong(text('fuerte ')), strong(emphasis(text('y cursiva'))))]),
  emphasis: () => html([paragraph(emphasis(text('cursiva')))]),
  'inline-code': () => html([paragraph(code('<a> && ]]>'))]),
  break: () => html([paragraph('una', lineBreak(), '  otra')]),
  link: () =>
    html([
      paragraph(
        link('https://x.pe/año nuevo?a=1&b=2', 'Un "título"', text('fuera')),
        link('mailto:ana@x.pe', '', text('correo')),
        link('https://x.pe', '', text('https://x.pe')),
      ),
    ]),
  'cross-reference': () => html([paragraph(reference('parte', text('la parte')))]),
  'opening-dash': () =>
    html([paragraph('coordinar -con otros- y -5 % y a-b, de 2021\u20112026, el acuerdo —de Lima— rige')]),
  'list-unordered': () => html([list({}, [paragraph('a')], [paragraph('b'), list({}, [paragraph('c')])])]),
  'list-ordered': () =>
    html([
      list({ ordered: true, start: 3 }, [paragraph('tres')]),
      list({ ordered: true }, [paragraph('uno')]),
    ]),
  'list-spread': () => html([list({ spread: true }, [paragraph('a'), paragraph('más')])]),
  blockquote: () => html([quotation(paragraph('cita'), quotation(paragraph('dentro')))]),
  'thematic-break': () => html([thematicBreak()]),
  'heading-levels': () =>
    html([1, 2, 3, 4, 5, 6].map(depth => at(section(`Nivel ${depth}`, depth, []), `n${depth}`))).replace(
      /b\d{12}/g,
      'bID',
    ),
  'heading-look': () =>
    html([section('Saltado', 2, [], { look: 4, number: '1.2' })]).replace(/b\d{12}/g, 'bID'),
  'heading-anchor': () => html([section('Con «ancla»', 1, [])], { anchors: true }).replace(/b\d{12}/g, 'bID'),
  lead: () => html([lead('El título', [paragraph('a')])]),
  language: () =>
    html([
      section('In English', 1, [{ ...paragraph('text'), language: 'en' }, paragraph('texto')], {
        language: 'en',
      }),
      { ...quotation({ ...paragraph('Kay'), language: 'qu' }), language: 'qu' },
    ]).replace(/b\d{12}/g, 'bID'),
  targets: () =>
    html(
      [
        at(paragraph('p'), 'b1'),
        at(list({}, [paragraph('i')]), 'b2'),
        at(quotation(paragraph('q')), 'b3'),
        at(thematicBreak(), 'b4'),
        paragraph('sin'),
      ],
      { targets: new Set(['b1', 'b2', 'b3', 'b4']) },
    ),
}

describe('each node type', () => {
  for (const [name, make] of Object.entries(cases)) {
    it(name, () => expectGolden(`${make()}\n`, new URL(`fixtures/${name}.html`, import.meta.url)))
  }
})

describe('each construct', () => {
  const publication = everyConstruct()
  const whole = (medium: HastSettings['medium']): Partial<HastSettings> => ({
    medium,
    references: noteReferences(publication.tree),
    targets: new Set(['figura', 'cuadro']),
    picture: key => {
      const image = publication.images.get(key)
      if (image === undefined) throw new Error(`no picture ${key}`)
      return { image, src: key }
    },
  })
  const stable = (made: string) => made.replace(/([bc])\d{4,12}/g, '$1ID')
  for (const [name, make] of Object.entries(constructs)) {
    it(name, () => {
      const [page, book] = (['page', 'book'] as const).map(medium => stable(html([make()], whole(medium))))
      const both = page === book ? `${page}\n` : `${page}\n<!-- book -->\n${book}\n`
      expectGolden(both, new URL(`fixtures/${name}.html`, import.meta.url))
    })
  }
  it('notes', () => {
    const made = (['page', 'book'] as const).map(medium => html(notes(), whole(medium)))
    expectGolden(stable(made.join('\n<!-- book -->\n')), new URL('fixtures/notes.html', import.meta.url))
  })
  it('a note of a linked text stands outside the link', () => {
    const made = html(
      [paragraph(link('https://x.pe', '', text('a'), noteReference('nota-a', '1'), text('b')))],
      whole('page'),
    )
    expect(made).toMatch(/a<\/a><sup.*<\/sup><a [^>]*>b<\/a>/)
  })
  it('heads of several columns are named by the cells below', () => {
    const made = html([constructs['table-spans']()], whole('page'))
    const ids = [...made.matchAll(/<th[^>]* id="([^"]+)"/g)].map(match => match[1])
    const named = [...made.matchAll(/headers="([^"]+)"/g)].flatMap(match => match[1]?.split(' ') ?? [])
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter(id => !ids.includes(id))).toEqual([])
  })
  it('decimals stand below one another', () => {
    const made = html([constructs.table()], whole('page'))
    expect([...made.matchAll(/shift-(\d)/g)].map(match => match[1])).toEqual(['2', '5'])
  })
})

describe('the documents of these tests', () => {
  it('have every node type of the model', () => {
    const trees = [everyConstruct().tree, ...[1, 2, 3, 4, 5].map(seed => generate(seed).tree)]
    const types = new Set(trees.flatMap(tree => [...everyNode(tree)].map(node => node.type)))
    expect([...types].sort()).toEqual(Object.keys(handlers).sort())
  })
})

describe('tableRoom', () => {
  const long = 'un texto que en una pantalla angosta no cabe en una línea'
  it.each([
    ['least', ['12,5', '7', 'Perú', '2', '5']],
    ['least', ['País', long]],
    ['more', ['Responsabilidad', 'Acompañamiento', 'Multilateral']],
    ['more', [long, 'Responsabilidad', 'Acompañamiento']],
    ['most', [long, long, long, long]],
    // Twenty lines and more are a tower where they are short, a text where they are not.
    ['most', ['Sesión', `${long} `.repeat(10), 'Coevaluación']],
    ['least', ['Plazo', `${long} `.repeat(10)]],
  ] as const)('%s: %j', (room, texts) => {
    expect(tableRoom(table([texts.map((value, at) => cell(at, value))]))).toBe(room)
  })
  it('asks joined cells for nothing', () => {
    const joined = cell(0, 'a'.repeat(80), { columnSpan: 2 })
    expect(tableRoom(table([[joined], [cell(0, 'a'), cell(1, 'b')]]))).toBe('least')
  })
})

describe('sections', () => {
  it('of one title are named by those above them too', () => {
    const inner = section('Antecedentes', 2, [], { id: 'a1' })
    const outer = section('Parte', 1, [inner], { id: 'parte' })
    const other = section('Antecedentes', 1, [], { id: 'a2' })
    const { sections } = publication([outer, other])
    const made = html([outer, other], { sectionNames: sectionNames(sections, []) })
    const headingIds = [outer, inner, other].map(node => (node.children[0] as Block).id)
    expect(made).toContain(`<section id="a1" aria-labelledby="${headingIds[0]} ${headingIds[1]}">`)
    expect(made).toContain(`<section id="a2" aria-labelledby="${headingIds[2]}">`)
  })
})

describe('sectionNames', () => {
  const names = (...nodes: Parameters<typeof publication>[0]) =>
    Object.fromEntries(sectionNames(publication(nodes).sections, ['Notas']))
  it('tell each section from every other, or name it not at all', () => {
    const inner = (id: string) => section('Fin', 2, [], { id })
    const made = names(
      section('Uno', 1, [inner('a')], { id: 'u' }),
      section('Dos', 1, [inner('b'), inner('c')], { id: 'd' }),
      section('fin', 1, [], { id: 'f' }),
    )
    expect(made).toEqual({ u: 'own', a: 'with-parent', d: 'own', b: 'none', c: 'none', f: 'own' })
  })
  it('tell it from what stands beside the text', () => {
    const made = names(
      section('Notas', 1, [], { id: 'n' }),
      section('Uno', 1, [section('notas', 2, [], { id: 'm' })], { id: 'u' }),
    )
    expect(made).toEqual({ n: 'none', u: 'own', m: 'with-parent' })
  })
  it('count numbers as part of them', () => {
    const made = names(
      section('Fin', 1, [], { id: 'a', number: '1' }),
      section('Fin', 1, [], { id: 'b', number: '2' }),
    )
    expect(made).toEqual({ a: 'own', b: 'own' })
  })
  it('of the text before the first heading and of a heading alike name neither', () => {
    expect(names(lead('Título', []), section('Título', 1, []))).toEqual({ inicio: 'none', título: 'none' })
  })
})

describe('referenceTargets', () => {
  it('finds references however deep', () => {
    const deep = quotation(list({}, [paragraph(strong(reference('x', text('a'))))]))
    expect([...referenceTargets({ type: 'root', place, children: [deep], notes: [] })]).toEqual(['x'])
  })
})
