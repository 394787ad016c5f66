/** Documents from a seed: any nesting, and the characters that markup trips over. */
import type {
  Block,
  FootnoteDefinition,
  Inline,
  Paragraph,
  Publication,
  SectionNode,
  TableCell,
} from '../../../src/publication/model.ts'
import { box, cell, images, note, noteReference, table } from './constructs.ts'
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

type Random = (below: number) => number

/** Mulberry32: the same numbers everywhere. */
function seeded(seed: number): Random {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const words = [
  'corrupción',
  'ONU',
  '<b>',
  '&amp;',
  '&',
  ']]>',
  '"cita"',
  "O'Higgins",
  '«así»',
  '😀',
  '-con',
  '--',
  '<!--',
  '</style>',
  '</script>',
  '$x',
  '<%= y %>',
  '\u0001',
  '\uFFFE',
  '\uD800',
  'S/\u00A01,500',
  'a\u0301',
  '\u200B',
  'x\ty',
  '日本',
  'אב',
]

/** Every node type of the model, in any nesting that reading allows. */
export function generate(seed: number): Publication {
  const random = seeded(seed)
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T
  const phrase = () => Array.from({ length: 1 + random(6) }, () => pick(words)).join(' ')
  const times = <T>(most: number, make: () => T): T[] => Array.from({ length: 1 + random(most) }, make)
  const targets: string[] = ['inicio']
  const notes: FootnoteDefinition[] = []
  const referred: number[] = []
  let ids = 0
  const base = () => ({ id: `g${++ids}`, language: 'es-PE', place })

  const refer = (): Inline => {
    const at = random(notes.length + 1)
    const named = (...content: readonly Block[]) => note(`nota-${at + 1}`, String(at + 1), ...content)
    // In its place before its text is made, which may hold references of its own.
    if (at === notes.length) {
      notes.push(named())
      notes[at] = named(...times(2, () => block(2)))
    }
    referred[at] = (referred[at] ?? 0) + 1
    return noteReference(`nota-${at + 1}`, String(at + 1), referred[at])
  }
  const width = () =>
    pick([{ kind: 'natural' }, { kind: 'share', share: 0.25 }, { kind: 'points', points: 40.5 }] as const)
  const inline = (depth: number): Inline => {
    const inner = () => times(2, () => inline(depth + 1))
    const kinds: readonly (() => Inline)[] = [
      () => text(phrase()),
      () => code(phrase()),
      lineBreak,
      () => pageReference(pick(targets)),
      () => ({ type: 'abbreviation', value: phrase(), expansion: phrase(), place }),
      () => ({
        type: 'image',
        image: 'a.png',
        alternative: phrase(),
        decorative: false,
        width: width(),
        place,
      }),
      () => strong(...inner()),
      () => emphasis(...inner()),
      () => ({ type: pick(['delete', 'superscript', 'subscript'] as const), children: inner(), place }),
      () => ({
        type: 'styled',
        style: pick(['keyboard', 'highlight', 'underline', 'insertion'] as const),
        children: inner(),
        place,
      }),
      () => ({ type: 'span', language: 'qu', children: inner(), place }),
      () => link(`https://example.org/${phrase()}?a=1&b=ñ`, pick(['', phrase()]), text(phrase())),
      () => reference(pick(targets), text(phrase())),
    ]
    return pick(depth < 3 ? kinds : kinds.slice(0, 6))()
  }
  const line = () => times(4, () => inline(0))
  const prose = (): Paragraph => {
    const made = paragraph(...line(), ...(random(6) === 0 && notes.length < 30 ? [refer()] : []))
    targets.push(made.id)
    return random(8) === 0 ? { ...made, role: 'inner-heading' } : made
  }
  const captioned = () => {
    const number = random(2) === 0 ? '' : String(random(99))
    return {
      number,
      label: number === '' ? '' : `Figura ${number}`,
      caption: random(3) === 0 ? [] : [text(phrase()), ...line()],
    }
  }
  const grid = (): Block => {
    const columns = 1 + random(5)
    const joined = columns > 1 && random(2) === 0
    const row = (heads: TableCell['heads'], depth: number) =>
      Array.from({ length: columns }, (_, at) => at)
        .filter(at => !(joined && at === 1))
        .map(at => ({
          ...cell(at, random(5) === 0 ? '' : phrase(), { heads, columnSpan: joined && at === 0 ? 2 : 1 }),
          ...(random(6) === 0 ? { children: times(2, () => block(depth)) } : {}),
        }))
    const headerRows = random(2)
    return {
      ...table([
        ...Array.from({ length: headerRows }, () => row('column', 3)),
        ...times(4, () => row('none', 2)),
      ]),
      ...captioned(),
      alignments: Array.from({ length: columns }, () =>
        pick(['left', 'center', 'decimal', 'default'] as const),
      ),
      headerRows,
      landscape: random(4) === 0,
      note: random(3) === 0 ? [prose()] : [],
    }
  }
  const block = (depth: number): Block => {
    const inner = () => times(3, () => block(depth + 1))
    const kinds: readonly (() => Block)[] = [
      prose,
      thematicBreak,
      () => ({ ...base(), type: 'code', syntax: pick(['', 'ts']), value: phrase().repeat(1 + random(9)) }),
      () => ({ ...base(), type: 'pageBreak' }),
      () => ({
        ...base(),
        type: 'figure',
        image: 'b.svg',
        alternative: phrase(),
        decorative: false,
        width: width(),
        ...captioned(),
      }),
      () => ({
        ...base(),
        type: 'index',
        of: pick(['sections', 'figures', 'tables'] as const),
        title: phrase(),
        entries: times(4, () => ({
          target: pick(targets),
          depth: 1 + random(6),
          label: pick(['', '2.1']),
          text: phrase(),
        })),
      }),
      () => ({
        ...base(),
        type: 'glossary',
        title: phrase(),
        entries: times(3, () => ({ acronym: phrase(), expansion: phrase() })),
      }),
      () => ({ ...base(), type: 'signature', children: [{ ...paragraph(...line()), role: 'signature' }] }),
      () => ({ ...base(), type: 'address', children: [{ ...paragraph(...line()), role: 'address' }] }),
      () => quotation(...inner()),
      () => {
        const made = list(
          { ordered: random(2) === 0, start: random(9), spread: random(2) === 0 },
          ...times(3, inner),
        )
        const task = pick(['none', 'open', 'done'] as const)
        return { ...made, children: made.children.map(item => ({ ...item, task })) }
      },
      grid,
      () => ({
        ...base(),
        type: 'definitionList',
        children: times(2, () => [
          { ...base(), type: 'definitionTerm' as const, children: line() },
          { ...base(), type: 'definitionDescription' as const, children: inner() },
        ]).flat(),
      }),
      () => box(pick(['note', 'warning', 'summary'] as const), ...inner()),
      () => ({ ...base(), type: 'columns', count: 2 + random(2), children: inner() }),
    ]
    return pick(depth < 3 ? kinds : kinds.slice(0, 1))()
  }
  let count = 0
  const sections = (depth: number): SectionNode => {
    const id = `s${++count}`
    const content: Block[] = times(3, () => block(0))
    if (depth < 6 && random(2) === 0) content.push(...times(2, () => sections(depth + 1)))
    targets.push(id)
    return section(phrase(), depth, content, { id, number: pick(['', `${count}`]), look: 1 + random(6) })
  }
  const title = phrase()
  const opening = lead(
    title,
    times(2, () => block(0)),
  )
  const made = publication([opening, ...times(4, () => sections(1))], {
    title,
    summary: phrase(),
    organisation: phrase(),
    keywords: times(3, phrase),
    authors: times(2, phrase),
  })
  return { ...made, images, tree: { ...made.tree, notes } }
}
