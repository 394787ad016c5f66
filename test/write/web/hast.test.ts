import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { localeFor } from '../../../src/locale/locale.ts'
import type { Block } from '../../../src/publication/model.ts'
import { sharedTitles } from '../../../src/write/web/contents.ts'
import type { HastSettings } from '../../../src/write/web/context.ts'
import { toHast } from '../../../src/write/web/hast.ts'
import { referenceTargets } from '../../../src/write/web/walk.ts'
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
  sharedTitles: new Set(),
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
  'opening-dash': () => html([paragraph('coordinar -con otros- y -5 % y a-b')]),
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

describe('sections', () => {
  it('of one title are named by those above them too', () => {
    const inner = section('Antecedentes', 2, [], { id: 'a1' })
    const outer = section('Parte', 1, [inner], { id: 'parte' })
    const other = section('Antecedentes', 1, [], { id: 'a2' })
    const { sections } = publication([outer, other])
    const made = html([outer, other], { sharedTitles: sharedTitles(sections) })
    const headingIds = [outer, inner, other].map(node => (node.children[0] as Block).id)
    expect(made).toContain(`<section id="a1" aria-labelledby="${headingIds[0]} ${headingIds[1]}">`)
    expect(made).toContain(`<section id="a2" aria-labelledby="${headingIds[2]}">`)
  })
})

describe('referenceTargets', () => {
  it('finds references however deep', () => {
    const deep = quotation(list({}, [paragraph(strong(reference('x', text('a'))))]))
    expect([...referenceTargets({ type: 'root', place, children: [deep], notes: [] })]).toEqual(['x'])
  })
})
